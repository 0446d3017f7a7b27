"""Leaf totals kept in the session's own transaction, and the reads that sum them on any map.
Upper levels are never stored, so there is no row that every writer waits for."""
