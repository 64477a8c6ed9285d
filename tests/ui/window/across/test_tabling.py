"""What is said when the table of many papers is copied."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.ui.window.window import MainWindow


def test_a_copied_table_is_on_the_clipboard_and_it_is_said_so(window: MainWindow, qtbot: QtBot) -> None:
    tabling = window.across.tabling
    with qtbot.waitSignal(tabling.told) as told:
        tabling._to_clipboard("| a |")
    assert told.args == ["The table was copied as Markdown"]
    assert QGuiApplication.clipboard().text() == "| a |"
