"""The viewport that a view is given, and the thin bar over its rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QPlainTextEdit, QTableWidget, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.widgets.scrolling import OverlayScrollBar, give_viewport


@pytest.mark.parametrize("kind", [QTextEdit, QPlainTextEdit, QListWidget])
def test_the_viewport_is_like_the_one_that_qt_makes(kind: type[QTextEdit], qtbot: QtBot) -> None:
    ours = kind()
    qtbot.addWidget(ours)
    before = ours.findChildren(QWidget)
    give_viewport(ours)
    viewport, is_text = ours.viewport(), isinstance(ours, QTextEdit | QPlainTextEdit)
    assert viewport not in before
    assert viewport.backgroundRole() == QPalette.ColorRole.Base
    assert viewport.autoFillBackground()
    assert viewport.hasMouseTracking() is is_text
    assert viewport.cursor().shape() == (Qt.CursorShape.IBeamCursor if is_text else Qt.CursorShape.ArrowCursor)
    if is_text:
        assert ours.document().documentLayout().paintDevice() is not None
        ours.setPlainText("한 줄\n" * 40)
        ours.resize(200, 100)
        ours.show()
        qtbot.waitExposed(ours)
        assert ours.verticalScrollBar().maximum() > 0


def test_the_thin_bar_follows_the_views_own_and_leads_it(qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    bar = OverlayScrollBar(rows)
    rows.resize(200, 100)
    rows.show()
    qtbot.waitExposed(rows)
    assert not bar.isVisible()
    rows.addItems([f"row {number}" for number in range(50)])
    inner = rows.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    assert (bar.maximum(), bar.pageStep()) == (inner.maximum(), inner.pageStep())
    assert not inner.isVisible()
    assert rows.viewport().width() == rows.width() - 2 * rows.frameWidth()
    inner.setValue(7)
    assert bar.value() == 7
    bar.setValue(3)
    assert inner.value() == 3
    rows.clear()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_the_thin_bar_of_a_table_begins_below_its_heads(qtbot: QtBot) -> None:
    table = QTableWidget(50, 2)
    table.setFrameShape(QFrame.Shape.NoFrame)
    qtbot.addWidget(table)
    bar = OverlayScrollBar(table)
    table.resize(200, 300)
    table.show()
    qtbot.waitExposed(table)
    table.horizontalHeader().setFixedHeight(44)
    qtbot.waitUntil(lambda: bar.y() == 44)
    assert bar.geometry().bottom() + 1 == table.height()
