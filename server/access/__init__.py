"""Who may do what: the permissions table, the words every route states, and scope as a SQL
condition. Never looks at a feature's tables."""
