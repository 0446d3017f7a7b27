"""What the records add up to: rollups on any map, the sessions behind a number, series, coverage,
and the log. Only reads; every answer comes from one snapshot."""
