"""The combo box: its list owns the keyboard, however often it is opened and whatever becomes of the style."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from reader.ui.widgets.chooser import Chooser
from reader.ui.widgets.theme import Look
from tests.ui.pictures import box, picture

pytestmark = pytest.mark.qt_log_ignore("does not support")  # its list, offscreen


def test_a_key_typed_into_the_list_is_no_shortcut_of_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    look = Look(qapp, "light")
    window, reached = QMainWindow(), []
    qtbot.addWidget(window)
    action = QAction(window)
    action.setShortcut(QKeySequence("J"))
    action.triggered.connect(lambda: reached.append("J"))
    window.addAction(action)
    chooser = Chooser(look, window)
    chooser.addItems(["one", "two"])
    window.setCentralWidget(chooser)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    handle = window.windowHandle()
    for theme in ("dark", "light"):
        chooser.showPopup()
        QTest.keyClick(handle, "j")
        chooser.hidePopup()
        look.set_theme(theme)  # type: ignore[arg-type]  # they are themes
    assert reached == []
    QTest.keyClick(handle, "j")
    assert reached == ["J"]


def test_the_arrow_leaves_the_words_their_room_however_large_the_text_is(qtbot: QtBot, qapp: QApplication) -> None:
    look = Look(qapp, "light")
    chooser = Chooser(look)
    qtbot.addWidget(chooser)
    chooser.addItem("")
    for size in (13, 23):
        look.set_text_size(size)
        chooser.resize(200, 40)
        arrow = box(picture(chooser), QRect(20, 5, 170, 30), look.colour("muted"))
        option = QStyleOptionComboBox()
        chooser.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        words = chooser.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, chooser)
        assert not arrow.isEmpty()
        assert arrow.left() > words.right()


@pytest.mark.parametrize("size", [10, 13, 23])
def test_an_open_list_shows_all_its_choices_whole(size: int, qtbot: QtBot, qapp: QApplication) -> None:
    look = Look(qapp, "light", size)
    window = QMainWindow()
    qtbot.addWidget(window)
    chooser = Chooser(look, window)
    chooser.addItems(["Same as the system", "한국어", "English"])
    window.resize(320, 260)
    window.show()
    QApplication.processEvents()
    chooser.showPopup()
    QApplication.processEvents()
    last = chooser.view().visualRect(chooser.model().index(2, 0))
    assert last.bottom() <= chooser.view().viewport().height()
    chooser.hidePopup()
