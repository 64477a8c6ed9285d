"""Text to terms: folding, tokens, particles, endings, the forms of a word and its likely typing errors."""
