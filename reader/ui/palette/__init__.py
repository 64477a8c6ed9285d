"""The palette: papers, places and commands by a few letters."""
