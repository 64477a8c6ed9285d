"""How a post was read: a dialog that says it line by line."""
