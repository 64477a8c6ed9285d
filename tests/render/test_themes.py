"""Every theme can be read: each text on each ground it may stand on, and what shows where the keyboard is."""

import re
from itertools import product

import pytest

from reader.render.colour import READABLE, contrast
from reader.render.theme import THEMES, Theme

GROUNDS = ("page", "chrome", "panel", "field", "note", "code")
STATES = ("chosen", "selected", "hover")  # grounds of a line under the mouse, or taken
PAIRS = (
    *product(("text",), (*GROUNDS, *STATES, "mark")),
    *product(("muted",), GROUNDS),
    *product(("accent",), ("page", "chrome", "panel", "field", "note", "chosen")),
    *product(("keyword", "literal", "called", "accent"), ("code",)),
    ("on_accent", "accent"),
)
SEEN = 3.0  # WCAG 2.2, 1.4.11, of what is no text
RINGS = tuple(product(("focus",), ("page", "field")))


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_text_can_be_read_on_every_ground(theme: Theme) -> None:
    measured = {pair: contrast(getattr(theme, pair[0]), getattr(theme, pair[1])) for pair in PAIRS}
    assert {pair: round(found, 2) for pair, found in measured.items() if found < READABLE} == {}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_ring_around_what_has_the_keyboard_is_seen(theme: Theme) -> None:
    measured = {pair: contrast(getattr(theme, pair[0]), getattr(theme, pair[1])) for pair in RINGS}
    assert {pair: round(found, 2) for pair, found in measured.items() if found < SEEN} == {}


def test_high_contrast_is_high() -> None:
    theme = THEMES["contrast"]
    assert all(contrast(theme.text, getattr(theme, ground)) >= 7 for ground in (*GROUNDS, *STATES))
    assert contrast(theme.line, theme.page) >= SEEN


def test_every_theme_says_whether_it_is_dark() -> None:
    for theme in THEMES.values():
        assert theme.is_dark == (contrast(theme.page, "#000000") < contrast(theme.page, "#ffffff")), theme.name


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_colour_is_written_in_full(theme: Theme) -> None:
    for role, colour in theme._asdict().items():
        assert role in ("name", "is_dark") or re.fullmatch("#[0-9a-f]{6}", colour), (role, colour)
