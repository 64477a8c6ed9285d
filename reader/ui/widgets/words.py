"""A label that paints itself in the look's fonts and colours.

A QLabel with a palette and a font of its own would not do: once polished under an application style sheet, a widget
loses both when it gets another parent.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_LEAST = 30  # px, of a line that may be elided


@guarded
class Words(QLabel):
    """Plain text: one line that ends in … where there is no more room, with all of it in the tool tip, or several
    lines. It is a QLabel only for the sake of screen readers.
    """

    def __init__(
        self, look: Look, step: int = 0, colour: str = "text", bold: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._step = step
        self._colour = colour
        self._bold = bold
        self._wraps = False
        self._side = Qt.AlignmentFlag.AlignHCenter
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        look.changed.connect(self.updateGeometry)

    def set_words(self, text: str) -> None:
        """Show another text."""
        if text == self.text():
            return
        self.setText(text)
        self._tell_rest()
        self.updateGeometry()

    def set_colour(self, role: str) -> None:
        """Paint in another colour of the theme."""
        self._colour = role
        self.update()

    def set_stretching(self) -> None:
        """Take the room that is left, and be elided where it is too little."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_wrapping(self, *, centred: bool = True) -> None:
        """Be as many lines as it takes, centred or from the left."""
        self._wraps = True
        self._side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(self._side | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        may_shrink = self._wraps or self.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding
        size = self.sizeHint()
        return QSize(min(_LEAST, size.width()), size.height()) if may_shrink else size

    def hasHeightForWidth(self) -> bool:
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        if not self._wraps:
            return self.sizeHint().height()
        room = QRect(0, 0, width, 10_000)
        flags = int(Qt.TextFlag.TextWordWrap) | int(self._side)
        return self._metrics().boundingRect(room, flags, self.text()).height()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setFont(self._look.font(self._step, self._bold))
        painter.setPen(self._look.colour(self._colour))
        if self._wraps:
            flags = int(Qt.TextFlag.TextWordWrap) | int(self._side) | int(Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(self.rect(), flags, self.text())
        else:
            painter.drawText(self.rect(), int(self.alignment()), self._shown())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_rest()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.font(self._step, self._bold))

    def _shown(self) -> str:
        return self._metrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def _tell_rest(self) -> None:
        self.setToolTip("" if self._wraps or self._shown() == self.text() else self.text())
