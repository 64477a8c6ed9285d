"""Contrast of the themes, and an author's colours made readable."""

import pytest
from PySide6.QtGui import QColor

from reader.render.colour import _NAMED, READABLE, bent, contrast, read
from reader.render.theme import DARK, LIGHT, Theme


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#0a0a0a", "#ffffff") == pytest.approx(19.80, abs=0.02)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#F7DDBE", "#f7ddbe"),
        ("#abc", "#aabbcc"),
        (" Red ", "#ff0000"),
        ("rgb(1,2,3)", None),
        ("#12", None),
        ("", None),
    ],
)
def test_colours_are_read(text: str, colour: str | None) -> None:
    assert read(text) == colour


def test_names_mean_the_colours_that_browsers_have_for_them() -> None:
    assert {name: QColor(name).name() for name in _NAMED} == {name: read(name) for name in _NAMED}
    assert [read(name) for name in ("gold", "crimson", "nocolour")] == ["#ffd700", "#dc143c", None]


@pytest.mark.parametrize(
    ("colour", "towards", "against", "made"),
    [
        ("#000000", "#ffffff", "#ffffff", "#000000"),
        ("#ffffff", "#000000", "#ffffff", "#666666"),
        ("#ff0000", "#1f2328", "#ffffff", "#e90404"),
        ("#777777", "#888888", "#7f7f7f", "#888888"),
    ],
)
def test_a_colour_is_bent_no_further_than_it_has_to_be(colour: str, towards: str, against: str, made: str) -> None:
    assert bent(colour, towards, against) == made


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("colour", ["#ffff00", "#000080", "#ffffff", "#000000", "#808080"])
def test_a_bent_colour_is_readable(theme: Theme, colour: str) -> None:
    assert contrast(bent(colour, theme.text, theme.page), theme.page) >= READABLE
    assert contrast(bent(colour, theme.page, theme.text), theme.text) >= READABLE


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_what_the_page_writes_is_readable_on_its_ground(theme: Theme) -> None:
    grounds = {"page": ("text", "muted", "accent"), "code": ("text", "accent"), "mark": ("text",)}
    for ground, roles in grounds.items():
        for role in roles:
            assert contrast(getattr(theme, role), getattr(theme, ground)) >= READABLE, (role, ground)
    assert contrast(theme.on_accent, theme.accent) >= READABLE
