"""The four colours of highlights in both themes: a ground for the words and a stronger line under them.

The line tells a highlight from a found word, whose ground is the theme's `mark`. Text on each ground keeps a contrast
of 7 to 1 (WCAG 2.2, 1.4.6).
"""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.marks.model import HIGHLIGHT_COLOURS


class HighlightColour(NamedTuple):
    """How one colour looks in a theme."""

    ground: str
    line: str  # also the colour of its dot


NAMES = HIGHLIGHT_COLOURS
"""The names that the store has, in the order of the menu and of the keys 1 to 4."""

_LIGHT = {
    "yellow": HighlightColour("#ffe58f", "#bd8d00"),
    "green": HighlightColour("#c3ecc6", "#3c9650"),
    "blue": HighlightColour("#bfe0fb", "#3a82c4"),
    "pink": HighlightColour("#fbcfe0", "#cc5a8b"),
}
_DARK = {
    "yellow": HighlightColour("#524700", "#e0bd2f"),
    "green": HighlightColour("#1d4a2b", "#5cc274"),
    "blue": HighlightColour("#173f63", "#5fb0f2"),
    "pink": HighlightColour("#5a2440", "#f083b3"),
}


def colour_of(name: str, *, is_dark: bool) -> HighlightColour:
    """A colour in a light or a dark theme; an unknown name, from a newer version, gets the first."""
    colours = _DARK if is_dark else _LIGHT
    return colours.get(name, colours[NAMES[0]])


def words_for(name: str) -> str:
    """What a colour is called, in the language of the window."""
    words = {
        "yellow": QCoreApplication.translate("HighlightColours", "Yellow"),
        "green": QCoreApplication.translate("HighlightColours", "Green"),
        "blue": QCoreApplication.translate("HighlightColours", "Blue"),
        "pink": QCoreApplication.translate("HighlightColours", "Pink"),
    }
    return words.get(name, name)
