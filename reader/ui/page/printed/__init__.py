"""Papers on sheets of paper: a PDF, and the pages that the window shows before it prints."""
