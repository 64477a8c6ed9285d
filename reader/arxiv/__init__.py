"""What arXiv says of papers: asked for when a person wants it, and kept for ever."""
