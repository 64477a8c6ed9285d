"""All values of a metric or benchmark: a chart over time above a table."""
