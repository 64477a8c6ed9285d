"""What a scrolling view is given: its viewport, and a bar over its rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QListView, QPlainTextEdit, QTextEdit, QWidget

from reader.ui.widgets.scrolling import OverlayScrollBar, give_viewport


@pytest.mark.parametrize("kind", [QListView, QTextEdit, QPlainTextEdit])
def test_a_view_has_the_viewport_it_is_given(kind: type[QAbstractScrollArea], page: QWidget) -> None:
    view = kind(page)
    before = view.viewport()
    give_viewport(view)
    after = view.viewport()
    assert after is not before
    assert after.backgroundRole() is QPalette.ColorRole.Base
    assert after.autoFillBackground()
    is_text = kind is not QListView
    assert after.hasMouseTracking() is is_text
    assert after.cursor().shape() is (Qt.CursorShape.IBeamCursor if is_text else Qt.CursorShape.ArrowCursor)
    if isinstance(view, QTextEdit | QPlainTextEdit):
        assert view.document().documentLayout().paintDevice() is not None


def test_the_bar_stands_over_the_rows_and_moves_with_them(page: QWidget) -> None:
    view = QPlainTextEdit(page)
    bar = OverlayScrollBar(view)
    view.resize(200, 100)
    view.show()
    QApplication.processEvents()
    assert not bar.isVisible()
    view.setPlainText("\n".join(map(str, range(100))))
    QApplication.processEvents()
    inner = view.verticalScrollBar()
    assert bar.isVisible()
    assert bar.geometry().getRect() == (190, 0, 10, 100)
    assert (bar.minimum(), bar.maximum()) == (inner.minimum(), inner.maximum())
    bar.setValue(7)
    assert inner.value() == 7
    inner.setValue(12)
    assert bar.value() == 12
    view.resize(300, 80)
    assert bar.geometry().getRect() == (290, 0, 10, 80)
    assert view.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert bar.cursor().shape() is Qt.CursorShape.ArrowCursor
