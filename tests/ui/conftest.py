"""What tests of widgets stand on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.widgets.theme import Look


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """The light look at its usual size."""
    return Look(qapp, "light")


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    """An active window of 700 by 600, with the mouse in a corner, for the widgets of a test."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    QTest.mouseMove(made, QPoint(699, 599))
    yield made
