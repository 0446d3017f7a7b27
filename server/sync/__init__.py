"""The phone's batch in, and what changed since out. Owns no rule of a session: each item goes the
same way as a session sent alone."""
