"""Files to take away: the rollup and the sessions as CSV, the committee's forms as a workbook."""
