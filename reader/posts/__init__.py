"""Posts: bytes → Post. No disk, no clock, no Qt; knows no other room."""
