"""What the colours of the calendar mean."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_SIDE, _GAP = 11, 6  # px


@guarded
class Legend(QWidget):
    """A square for unread, a square for read."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._strength = 1.0
        self._retranslate()

    def set_strength(self, strength: float) -> None:
        """Be as opaque as the day with the most papers."""
        self._strength = strength
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(20))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(-2))
        left, side = look.px(46), look.px(_SIDE)
        for role, words in zip(("accent", "muted"), self._words, strict=True):
            colour = QColor(look.colour(role))
            colour.setAlphaF(self._strength)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(left, (self.height() - side) / 2, side, side), 2, 2)
            left += side + look.px(_GAP)
            painter.setPen(look.colour("muted"))
            room = QRectF(left, 0, self.width() - left, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            left += painter.fontMetrics().horizontalAdvance(words) + look.px(16)

    def _retranslate(self) -> None:
        self._words = (self.tr("unread"), self.tr("read"))
        self.setAccessibleName(", ".join(self._words))
        self.update()
