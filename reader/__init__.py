"""Daily Papers Reader: a desktop reader for daily posts of AI paper summaries."""

__version__ = "0.1.0"
