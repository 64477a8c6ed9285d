"""What the mouse says of the place it is at in the lens."""

from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.render.theme import LIGHT
from reader.ui.across.lens_canvas import LensCanvas
from reader.ui.across.lens_gestures import LensGestures
from reader.ui.across.lens_rows import FOLD
from reader.ui.session.session import Session
from reader.ui.widgets.theme import Look
from tests.ui.across.lenses import appearances, canvas_of


class Known:
    """A session in which nothing is highlighted."""

    def __init__(self) -> None:
        self.marks = self

    def highlights_of(self, _key: str) -> list[object]:
        return []


@pytest.fixture
def canvas(look: Look, page: QWidget) -> LensCanvas:
    return canvas_of(look, page, appearances("짧은 글에서는 이득이 없다.", "느리다.", ""))


@pytest.fixture
def gestures(canvas: LensCanvas) -> LensGestures:
    return LensGestures(cast(Session, Known()), canvas, LIGHT)


def test_the_mouse_points_selects_or_rests(canvas: LensCanvas, gestures: LensGestures) -> None:
    rooms = dict(canvas.in_sight())
    star = canvas.painter.star_rect(rooms[1]).center()
    page = canvas.rows.page(1)
    assert page is not None
    words = page.find("이득")
    text = page.rect_of(words.selectionStart()).center() + QPoint(
        rooms[1].left() + 4, rooms[1].top() + canvas.rows.above
    )
    found = {}
    for name, spot in (("star", star), ("text", text), ("fold", rooms[FOLD].center()), ("above", QPoint(300, 2))):
        gestures._hover(spot)
        found[name] = (canvas.viewport().cursor().shape(), canvas.hovered)
    assert found == {
        "star": (Qt.CursorShape.PointingHandCursor, 1),
        "text": (Qt.CursorShape.IBeamCursor, 1),
        "fold": (Qt.CursorShape.PointingHandCursor, FOLD),
        "above": (Qt.CursorShape.ArrowCursor, None),
    }
    gestures._hover(star)
    QApplication.sendEvent(canvas.viewport(), QEvent(QEvent.Type.Leave))
    assert (canvas.viewport().cursor().shape(), canvas.hovered) == (Qt.CursorShape.ArrowCursor, None)


def test_a_click_on_a_star_marks_and_on_the_line_of_silent_papers_opens_it(
    canvas: LensCanvas, gestures: LensGestures, qtbot: QtBot
) -> None:
    rooms = dict(canvas.in_sight())
    with qtbot.waitSignals([gestures.star_clicked, gestures.paper_chosen]):
        star = canvas.painter.star_rect(rooms[2]).center()
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=star)
    with qtbot.waitSignal(gestures.fold_clicked):
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=rooms[FOLD].center())
