"""Quick open: what can be opened by a few letters, and what a person opens most."""
