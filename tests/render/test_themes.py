"""The two themes: every colour is one that HTML and Qt read, and text can be read on what it stands on."""

import re

import pytest

from reader.render.colour import READABLE, contrast
from reader.render.theme import THEMES, Theme

GROUNDS = ("page", "chrome", "panel", "field", "note", "chosen", "selected", "hover", "mark", "code")

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))


def test_there_is_a_light_one_and_a_dark_one() -> None:
    assert list(THEMES) == ["light", "dark"]
    assert [contrast("#ffffff", theme.page) < contrast("#000000", theme.page) for theme in THEMES.values()] == [
        True,
        False,
    ]


@themes
def test_every_colour_is_written_in_full(theme: Theme) -> None:
    for role, colour in theme._asdict().items():
        assert role == "name" or re.fullmatch("#[0-9a-f]{6}", colour), (role, colour)


@themes
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable_on_every_ground(theme: Theme, ground: str) -> None:
    assert contrast(theme.text, getattr(theme, ground)) >= READABLE
