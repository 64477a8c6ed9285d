"""Which names mean the same in Korean and English: a table of concepts, and what a person's library adds to it."""
