"""Nodes to hits: which papers a query matches, in which order, and why."""
