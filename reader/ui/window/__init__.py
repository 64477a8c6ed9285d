"""The window: it composes the panes and joins them with the session."""
