"""Small posts in the nine kinds, as data for parametrised tests. All texts are invented."""
