"""`python -m reader.ui.gallery.gallery FOLDER`: see gallery.py."""

from reader.ui.gallery.gallery import main

main()
