"""The note of the open paper, its links and its highlights as a list."""
