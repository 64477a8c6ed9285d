"""What the program says of itself: which it is, and the report for whoever mends it."""
