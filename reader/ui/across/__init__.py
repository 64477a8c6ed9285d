"""Many papers at once: the lens, papers side by side, the table, and what the field is up to."""
