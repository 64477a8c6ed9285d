"""Where the posts come from, in the window: folders and repositories, the first page, and how a sync stands."""
