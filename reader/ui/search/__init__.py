"""All around the search field and its results."""
