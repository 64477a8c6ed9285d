"""The views of many papers in the window: each joined with browsing and the reading state."""
