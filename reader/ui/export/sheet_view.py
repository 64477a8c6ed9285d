"""Sheets of paper as they will be printed, one at a time: white, whatever the theme, and as large as there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPicture, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.ui.session.sheet_files import MARGIN, sheet_size
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_AROUND = 16  # px between a sheet and the edge of the view
_NOTCH = 120  # of a wheel, in eighths of a degree
_KEYS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Up: -1}


@guarded
class SheetView(QWidget):
    """Signals: `turned()` another sheet is shown, or others are there."""

    turned = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._wheel = 0
        self.sheets: Sequence[QPicture] = ()
        self.at = 0
        """The sheet that is shown, from 0."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def take(self, sheets: Sequence[QPicture]) -> None:
        """Show these sheets, and of them the one where one was."""
        self.sheets = sheets
        self.turn(0)

    def turn(self, by: int) -> None:
        """Go on by so many sheets, or back."""
        self.at = max(0, min(self.at + by, len(self.sheets) - 1))
        self.update()
        self.turned.emit()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(420), self._look.px(560))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _KEYS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.turn(by)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel -= event.angleDelta().y()
        if abs(self._wheel) >= _NOTCH:
            self.turn(1 if self._wheel > 0 else -1)
            self._wheel = 0
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line = theme.focus if self.hasFocus() else theme.line
            painter.setPen(QPen(QColor(line), 2 if self.hasFocus() else 1))
            painter.setBrush(QColor(theme.panel))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
            if self.sheets:
                self._paint_sheet(painter, self.sheets[self.at])

    def _paint_sheet(self, painter: QPainter, sheet: QPicture) -> None:
        width, height = (side + 2 * MARGIN for side in sheet_size())
        room = self.rect().adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        scale = min(room.width() / width, room.height() / height)
        left = (self.width() - width * scale) / 2
        top = (self.height() - height * scale) / 2
        painter.setPen(QPen(QColor(self._look.theme.line), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(QRectF(left, top, width * scale, height * scale))
        painter.translate(left, top)
        painter.scale(scale, scale)
        painter.translate(MARGIN, MARGIN)
        sheet.play(painter)
