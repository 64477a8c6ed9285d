"""The combo box: its list owns the keyboard, however often it is opened and whatever becomes of the style."""

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from reader.ui.widgets.chooser import Chooser
from reader.ui.widgets.theme import Look

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
