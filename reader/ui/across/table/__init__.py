"""Papers as rows, sections as columns."""
