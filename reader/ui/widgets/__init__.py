"""The look of the window and the parts that any pane may use."""
