"""What is listed: places, answers to a search, how much there is, and what stays in sight."""
