"""What a person makes of papers: bookmarks, read state, notes. Precious: never touched by a sync, always backed up."""
