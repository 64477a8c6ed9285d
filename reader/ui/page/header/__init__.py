"""What stands above the text of a paper: title, facts, links, labels, and the tabs of its sections."""
