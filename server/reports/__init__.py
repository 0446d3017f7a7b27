"""What is read out: rollups on any map, the sessions behind a number, series, coverage, the tables
to download, and the log. Only reads; every answer comes from one snapshot."""
