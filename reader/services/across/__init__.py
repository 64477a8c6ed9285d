"""Reading across papers: which ones, their sections side by side, what may be doubted, what a field is up to."""
