"""Which posts there are: sources, scan, the catalogue, sync. Knows `posts` alone; everything here can be made again."""
