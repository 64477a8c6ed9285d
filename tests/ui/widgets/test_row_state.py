"""What a delegate paints a row by: is it selected, is the mouse over it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QStringListModel, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from reader.ui.widgets.row_state import RowState


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[QListView]:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel(["하나", "둘", "셋"], view))
    view.resize(200, 200)
    with qtbot.waitExposed(view):
        view.show()
    yield view


def move_to(view: QListView, point: QPoint) -> None:
    at, everywhere = QPointF(point), QPointF(view.viewport().mapToGlobal(point))
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, everywhere, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def under(rows: RowState, view: QListView) -> list[int]:
    return [row for row in range(3) if rows.is_under_mouse(view.model().index(row, 0))]


def test_the_row_under_the_mouse_is_known_until_it_leaves(view: QListView) -> None:
    rows = RowState(view)
    assert under(rows, view) == []
    for row in (1, 2):
        move_to(view, view.visualRect(view.model().index(row, 0)).center())
        assert under(rows, view) == [row]
    move_to(view, QPoint(100, 180))
    assert under(rows, view) == []
    move_to(view, view.visualRect(view.model().index(0, 0)).center())
    rows.leave()
    assert under(rows, view) == []


def test_the_row_under_the_mouse_moves_with_its_text(view: QListView) -> None:
    rows = RowState(view)
    move_to(view, view.visualRect(view.model().index(1, 0)).center())
    view.model().removeRow(0)
    assert under(rows, view) == [0]


def test_selected_rows_are_those_of_the_view(view: QListView) -> None:
    rows = RowState(view)
    view.setCurrentIndex(view.model().index(2, 0))
    assert [rows.is_selected(view.model().index(row, 0)) for row in range(3)] == [False, False, True]
