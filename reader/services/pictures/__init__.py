"""The pictures of posts: which file one is, and bringing those here that do not lie on this disk."""
