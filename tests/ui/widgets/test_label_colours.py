"""Labels as chips at the end of a line: as many by name as fit, the others as dots."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from reader.marks.model import LABEL_COLOURS
from reader.render.theme import DARK, LIGHT
from reader.ui.widgets.label_colours import chip_colours, dot_colour, dot_icon, paint_chips
from reader.ui.widgets.theme import Look
from tests.ui.pictures import box

LABELS = (("alpha", "red"), ("beta", "green"), ("gamma", "blue"))
PAD, GAP, DOT = 6, 4, 8
GROUND = QColor("white")


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, "light")


def widths(look: Look) -> list[float]:
    metrics = QFontMetricsF(look.font(-3))
    return [metrics.horizontalAdvance(name) + 2 * PAD for name, _ in LABELS]


def painted(look: Look, room: float) -> tuple[float, QImage]:
    """The left edge told, and the picture: the room begins at 100 px of 500."""
    picture = QImage(500, 40, QImage.Format.Format_ARGB32)
    picture.fill(GROUND)
    painter = QPainter(picture)
    edge = paint_chips(painter, look, LABELS, QRectF(100, 0, room, 40))
    painter.end()
    return edge, picture


def columns(picture: QImage) -> list[int]:
    """The columns in which something was painted."""
    return [x for x in range(500) if any(picture.pixelColor(x, y) != GROUND for y in range(40))]


@pytest.mark.parametrize("named", [3, 2, 1, 0])
def test_names_that_do_not_fit_are_dots_from_the_end(look: Look, named: int) -> None:
    needed = sum(widths(look)[:named]) + (3 - named) * DOT + 2 * GAP
    for spare in (0.0, 5.0):
        edge, picture = painted(look, needed + spare)
        assert edge == pytest.approx(100 + spare - GAP)
        assert min(columns(picture)) >= 100 + spare - 1
        assert max(columns(picture)) <= 100 + needed + spare
    if named < 3:
        last = picture.pixelColor(round(100 + needed + spare - DOT / 2), 20)
        assert last == dot_colour("blue", LIGHT), "the last label is a dot in its own colour"
    if named:
        fewer, _ = painted(look, needed - 0.5)
        left_out = sum(widths(look)[: named - 1]) + (4 - named) * DOT + 2 * GAP
        assert fewer == pytest.approx(100 + needed - 0.5 - left_out - GAP)


def test_dots_that_do_not_fit_are_left_out(look: Look) -> None:
    edge, picture = painted(look, 2 * DOT + GAP)
    assert edge == pytest.approx(100 - GAP)
    assert columns(picture)[0] >= 99
    assert picture.pixelColor(100 + DOT // 2, 20) == dot_colour("green", LIGHT)


def test_without_any_room_nothing_is_painted(look: Look) -> None:
    edge, picture = painted(look, DOT - 1)
    assert edge == 100 + DOT - 1
    assert columns(picture) == []


def test_a_long_name_ends_in_dots(look: Look) -> None:
    picture = QImage(500, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(picture)
    edge = paint_chips(painter, look, (("a very long name of a label " * 3, "red"),), QRectF(0, 0, 500, 40))
    painter.end()
    assert 40 < 500 - GAP - edge <= 72 + 2 * PAD


def test_every_colour_of_labels_is_one_of_its_own_in_both_themes() -> None:
    for theme in (LIGHT, DARK):
        colours = [dot_colour(name, theme).name() for name in LABEL_COLOURS]
        assert len(set(colours)) == len(LABEL_COLOURS)
        assert dot_colour("of a newer version", theme) == dot_colour("grey", theme)
    assert dot_colour("red", LIGHT) != dot_colour("red", DARK)
    ground, text = chip_colours("red", LIGHT)
    assert ground.alphaF() == pytest.approx(0.13, abs=0.01)
    assert text.lightness() < dot_colour("red", LIGHT).lightness()
    assert chip_colours("red", DARK)[1].lightness() > dot_colour("red", DARK).lightness()


@pytest.mark.parametrize(
    ("share", "left", "right", "middle"),
    [("", "red", "red", "red"), ("all", "red", "red", "field"), ("some", "red", "", "red"), ("none", "", "", "")],
)
def test_a_dot_says_how_many_papers_have_the_label(look: Look, share: str, left: str, right: str, middle: str) -> None:
    picture = dot_icon("red", look, share, 40).pixmap(40, 40).toImage()  # type: ignore[arg-type]
    inks = {"red": dot_colour("red", LIGHT), "field": QColor(LIGHT.field)}
    at = {"left": (9, 25), "right": (30, 25), "middle": (18, 26)}
    for place, wanted in (("left", left), ("right", right), ("middle", middle)):
        found = picture.pixelColor(*at[place])
        if wanted:
            assert found == inks[wanted], place
        else:
            assert found.alpha() == 0, place
    rim = picture.pixelColor(20, 4)
    assert rim.alpha() == (255 if share else 0), "with a share it has a ring, which is wider"


def test_chips_have_no_outline(look: Look) -> None:
    image = QImage(500, 40, QImage.Format.Format_ARGB32)
    image.fill(GROUND)
    painter = QPainter(image)
    painter.setPen(QColor("#ff00ff"))
    paint_chips(painter, look, LABELS, QRectF(0, 0, 300, 40))
    assert painter.pen().color() == QColor("#ff00ff")
    paint_chips(painter, look, LABELS, QRectF(400, 0, 60, 40))
    painter.end()
    assert box(image, image.rect(), "#ff00ff", 100).isEmpty()
