"""What a person can do: one table, and menus and keys made from it."""
