"""The one way to other computers, taken only when a person asks for what lies there."""
