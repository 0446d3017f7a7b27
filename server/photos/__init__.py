"""Photos of sessions: taken in apart from them, in either order, drawn anew, and never shown to
anybody who may not see the session. Owns the files; says nothing of a session's content."""
