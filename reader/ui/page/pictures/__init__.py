"""Pictures in the files of posts, decoded by a process of its own."""
