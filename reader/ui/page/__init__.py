"""The open paper: its text, header, links and what is marked in it."""
