"""The settings: pages of rows in one dialog, each applied at once."""
