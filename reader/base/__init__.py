"""What every room may lean on: errors, files, links, paths, settings and the log."""
