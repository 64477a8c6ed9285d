"""A check box that paints itself: a box to be seen on every ground, the accent where it is ticked, the house's ring."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_SIDE, _GAP, _RING = 17, 8, 3  # px: the box, to its words, and around it for the ring
_LEAST = 24  # px, of what can be clicked


@guarded
class TickBox(QCheckBox):
    """A check box in the look's colours."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = self._look.px(_SIDE) + 2 * _RING
        words = QFontMetrics(self._look.font())
        width = side + (self._look.px(_GAP) + words.horizontalAdvance(self.text()) if self.text() else 0)
        return QSize(max(_LEAST, width), max(_LEAST, side, words.height() + 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme, side = self._look.theme, self._look.px(_SIDE)
        box = QRectF(_RING + 0.5, (self.height() - side) // 2 + 0.5, side - 1, side - 1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            is_on = self.isChecked() and self.isEnabled()
            ground = theme.accent if is_on else theme.hover if self.underMouse() else theme.field
            painter.setBrush(QColor(ground))
            painter.setPen(QPen(QColor(theme.accent if is_on else theme.muted), 1))
            painter.drawRoundedRect(box, 3.5, 3.5)
            if self.isChecked():
                inside = box.adjusted(2, 2, -2, -2)
                self._look.icons.paint(painter, "check", theme.on_accent if is_on else theme.muted, inside)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(theme.focus), 2))
                painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 5.5, 5.5)
            painter.setPen(QColor(theme.text if self.isEnabled() else theme.muted))
            painter.setFont(self._look.font())
            left = round(box.right()) + self._look.px(_GAP)
            room = QRect(left, 0, self.width() - left, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
