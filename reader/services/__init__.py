"""What the program does, without a screen: it joins the rooms below for the command line and the window."""
