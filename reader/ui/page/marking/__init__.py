"""What a person marks in a page: highlights, the bar beside them, and corrections."""
