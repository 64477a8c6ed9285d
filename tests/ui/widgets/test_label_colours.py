"""Labels as chips at the end of a line: as many by name as fit, the others as dots."""

import pytest
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from reader.marks.model import LABEL_COLOURS
from reader.render.theme import DARK, LIGHT, Theme
from reader.ui.widgets.label_colours import Share, dot_colour, dot_icon, paint_chips
from reader.ui.widgets.theme import Look
from tests.ui.pictures import box, is_near

LABELS = (("alpha", "red"), ("beta", "green"), ("gamma", "blue"))
PAD, GAP, DOT = 6, 4, 8
GROUND = QColor("white")
SHARES: tuple[Share, ...] = ("", "none", "some", "all")


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


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_colour_of_labels_is_another_and_unknown_ones_are_grey(theme: Theme) -> None:
    colours = [dot_colour(name, theme).name() for name in LABEL_COLOURS]
    assert len(set(colours)) == len(LABEL_COLOURS)
    assert dot_colour("mauve", theme) == dot_colour("grey", theme)
    grey = [name for name in LABEL_COLOURS if dot_colour(name, theme) == dot_colour("grey", theme)]
    assert grey == ["grey"]


def dot(look: Look, share: Share) -> QImage:
    return dot_icon("red", look, share).pixmap(QSize(16, 16), 1.0).toImage()


def test_a_dot_in_a_menu_says_how_many_papers_have_the_label(look: Look) -> None:
    red, field = dot_colour("red", look.theme), look.theme.field
    filled = {}
    for share in SHARES:
        seen = dot(look, share)
        filled[share] = [
            is_near(seen.pixelColor(x, 11), red, 30) and seen.pixelColor(x, 11).alpha() > 200 for x in (5, 10)
        ]
    assert filled == {"": [True, True], "none": [False, False], "some": [True, False], "all": [True, True]}
    ticked = [share for share in SHARES if not box(dot(look, share), QRect(3, 4, 10, 8), field, 60).isEmpty()]
    assert ticked == ["all"]


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
