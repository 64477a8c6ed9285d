"""Every widget drawn into pictures, to be looked at."""
