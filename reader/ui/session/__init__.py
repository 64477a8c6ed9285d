"""The state of a window without its widgets: what is there, what is open, and what runs beside it."""
