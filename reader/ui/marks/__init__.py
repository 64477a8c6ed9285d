"""Marks by menus, keys and dragging, and their backups."""
