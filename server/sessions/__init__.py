"""Outreach sessions: record, amend, withdraw, review, and their history. Every change of a count
goes to `rollups` in the same transaction."""
