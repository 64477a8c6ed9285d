"""A typeset formula as a value, apart from `math.py`, which typesets and is not needed at the window's start."""

from typing import NamedTuple

BASE = 16.0  # px, the size all formulas are typeset at
STAND_IN = "#010203"  # replaced by the theme's colour


class Formula(NamedTuple):
    """A typeset formula; lengths in px at a text size of 16."""

    drawing: str  # SVG in the stand-in colour
    width: float
    ascent: float  # of the drawing's upper edge above the baseline
    depth: float  # of its lower edge below the baseline; negative where it floats above, as a minus sign does

    def svg(self, colour: str) -> bytes:
        """The drawing in a colour ("#rrggbb")."""
        return self.drawing.replace(STAND_IN, colour).encode()
