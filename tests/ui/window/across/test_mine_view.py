"""The list of what is one's own, without a window."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.posts.model import PaperKey
from reader.services.across.mine import Piece
from reader.ui.widgets.theme import Look
from reader.ui.window.across.mine_view import MineView
from tests.ui.layouts import laid, rows_of


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> MineView:
    made = MineView(look)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def test_band_field_and_rows_stand_below_one_another(view: MineView, look: Look) -> None:
    found = rows_of(view)
    assert found == ((0, 0, 0, 0), 0, [view._bar, view._above, view.rows, view.empty], [0, 0, 1, 1])
    assert laid(view._above).parts == [view.field]
    assert view.palette().color(QPalette.ColorRole.Window) == look.colour("page")
    assert view.autoFillBackground()


def test_its_band_and_escape_lead_back(view: MineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.left):
        view._bar._back.click()
    for widget in (view.rows, view.field):
        with qtbot.waitSignal(view.left):
            QTest.keyClick(widget, Qt.Key.Key_Escape)


def test_an_empty_list_takes_the_keyboard_only_where_it_was(look: Look, page: QWidget) -> None:
    view, other = MineView(look), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(view)
    column.addWidget(other)
    note = Piece(PaperKey("2501.00001"), "Folding", "접는다", datetime(2025, 12, 30, tzinfo=UTC), ())
    for had_it, focused in ((other, other), (view.rows, view.empty)):
        view.show_pieces((note,), date(2025, 12, 30))
        QApplication.processEvents()
        assert view.focusProxy() is view.rows
        had_it.setFocus()
        view.show_pieces((), date(2025, 12, 30))
        assert (view.empty.isVisible(), view.rows.isVisible()) == (True, False)
        assert focused.hasFocus()
    assert "Nothing is highlighted or written yet" in view.empty.accessibleName()
    view.show_history(())
    assert "Nothing was read yet" in view.empty.accessibleName()
    assert view.title == "What I read, day by day"


def test_the_sentence_of_an_empty_list_stands_where_that_of_other_views_does(view: MineView) -> None:
    note = Piece(PaperKey("2501.00001"), "Folding", "접는다", datetime(2025, 12, 30, tzinfo=UTC), ())
    view.show_pieces((note,), date(2025, 12, 30))
    assert laid(view._above).margins[1] > 0
    view.show_pieces((), date(2025, 12, 30))
    QApplication.processEvents()
    assert view.empty.y() == view._bar.height()
