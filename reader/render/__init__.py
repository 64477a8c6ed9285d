"""Paper → HTML for the section view. Knows `posts` alone; no Qt."""
