"""Git repositories as sources: a bare copy of the newest state, fetched, looked for damage, and read."""
