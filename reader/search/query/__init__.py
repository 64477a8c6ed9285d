"""What people type, as a tree of nodes."""
