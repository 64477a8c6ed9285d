"""Commands that read across papers: `lens`, `table`, `compare`, `numbers`, `benchmark`, `trends`, `mine`, `history`."""
