"""The large buttons of the first page."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look


@guarded
class WelcomeButton(QAbstractButton):
    """An icon and words; the primary one is filled with the accent colour."""

    def __init__(self, look: Look, icon: str, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon_name = icon
        self._primary = primary
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        px = self._look.px
        return QSize(QFontMetrics(self._font()).horizontalAdvance(self.text()) + px(62), px(44))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self._look.theme, self._look.px
        text = theme.on_accent if self._primary else theme.text
        painter.setBrush(self._look.colour(self._ground()))
        painter.setPen(QPen(self._look.colour("accent" if self._primary else "line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), 7, 7)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("accent"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        side = px(17)
        self._look.icons.paint(painter, self._icon_name, text, QRectF(px(18), (self.height() - side) / 2, side, side))
        painter.setFont(self._font())
        painter.setPen(text)
        painter.drawText(QRect(px(43), 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())

    def _ground(self) -> str:
        if self._primary:
            return "accent"
        return "selected" if self.isDown() else "hover" if self.underMouse() else "field"

    def _font(self) -> QFont:
        return self._look.font(1, bold=self._primary)
