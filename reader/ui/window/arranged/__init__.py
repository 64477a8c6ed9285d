"""The panes of the window, arranged as its width asks for."""
