"""Panes beside each other, with a hairline between them that is nine times as wide for the mouse."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_GRAB = 4  # px on each side of the line


@guarded
class _Line(QSplitterHandle):
    """Covers `_GRAB` px of both panes: invisible there (masked), but the mouse can take hold of it."""

    def __init__(self, orientation: Qt.Orientation, splitter: "Splitter") -> None:
        super().__init__(orientation, splitter)
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)
        across = (_GRAB, 0) if orientation == Qt.Orientation.Horizontal else (0, _GRAB)
        self.setContentsMargins(*across, *across)
        self._look = splitter.look
        self._taken_at = 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._taken_at = self._along(event.position()) - _GRAB
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Instead of Qt's own, which makes the line jump by the margin."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            where = self.splitter().mapFromGlobal(event.globalPosition())
            self.moveSplitter(self._along(where) - self._taken_at)

    def _along(self, point: QPointF) -> int:
        return round(point.x() if self.orientation() == Qt.Orientation.Horizontal else point.y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Instead of Qt's own, which has margins of two pixels."""
        QWidget.resizeEvent(self, event)
        self.setMask(QRegion(self.contentsRect()))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        QPainter(self).fillRect(self.rect(), self._look.colour("line"))


@guarded
class Splitter(QSplitter):
    """A splitter with such lines. For panes that must stay, call `setCollapsible`."""

    def __init__(self, look: Look, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        self.look = look
        super().__init__(orientation, parent)
        self.setHandleWidth(1)

    def createHandle(self) -> QSplitterHandle:
        return _Line(self.orientation(), self)
