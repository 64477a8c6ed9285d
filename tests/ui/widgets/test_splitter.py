"""The line between panes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.widgets.splitter import Splitter
from reader.ui.widgets.theme import Look


@pytest.mark.parametrize("off", [-4, 0, 4])
@pytest.mark.parametrize("orientation", [Qt.Orientation.Horizontal, Qt.Orientation.Vertical])
def test_a_hairline_can_be_taken_four_pixels_beside_it(
    qapp: QApplication, qtbot: QtBot, orientation: Qt.Orientation, off: int
) -> None:
    splitter = Splitter(Look(qapp, "light"), orientation)
    qtbot.addWidget(splitter)
    for _ in range(2):
        splitter.addWidget(QWidget())
    splitter.resize(401, 401)
    splitter.setSizes([200, 200])
    splitter.show()
    at = QPoint(200 + off, 50) if orientation == Qt.Orientation.Horizontal else QPoint(50, 200 + off)
    by = QPoint(30, 0) if orientation == Qt.Orientation.Horizontal else QPoint(0, 30)
    target = splitter.childAt(at)
    assert target is splitter.handle(1)
    start = target.mapFrom(splitter, at)
    qtbot.mousePress(target, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(target, start + by)
    qtbot.mouseRelease(target, Qt.MouseButton.LeftButton, pos=start + by)
    assert splitter.sizes() == [230, 170]
