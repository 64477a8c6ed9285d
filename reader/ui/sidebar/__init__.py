"""The tree of dates, tags, labels and places."""
