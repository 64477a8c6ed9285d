"""The mouse in tests."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def double_click(widget: QWidget, place: QPoint) -> None:
    """Click twice at a place of a widget. Qt's own leaves the button down, and whatever is under the mouse in later
    tests is dragged instead of pointed at.
    """
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=place)
