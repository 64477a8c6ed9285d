"""Heads: what stands before a post's text, in the forms that programs write. Text → `Head`."""
