"""The buttons of the tool bar: outlined, an icon, words, the key that does the same, a ▾ if a menu opens."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from reader.ui.theme import Look

_PAD = 10
_ICON = 15
_GAP = 6


def badge_size(look: Look, key: str) -> QSize:
    """How much room the badge of a key takes."""
    metrics = QFontMetrics(look.font(-3))
    return QSize(max(metrics.horizontalAdvance(key) + 8, look.px(16)), look.px(16))


def paint_badge(painter: QPainter, look: Look, key: str, right: int, middle: int) -> None:
    """Paint the badge of a key with its right edge at `right`, around the height `middle`."""
    size = badge_size(look, key)
    rect = QRectF(right - size.width() + 0.5, middle - size.height() // 2 + 0.5, size.width() - 1, size.height() - 1)
    painter.setPen(QPen(look.colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, 3, 3)
    painter.setFont(look.font(-3))
    painter.setPen(look.colour("muted"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)


class KeyButton(QToolButton):
    """A tool button that paints itself; text, tool tip, menu, action and the checked state are QToolButton's own.

    A checked one shows its icon in the accent colour.
    """

    def __init__(
        self, look: Look, text: str = "", icon: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon_name = icon
        self._key = key
        self.setText(text)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._take_look()
        look.changed.connect(self._take_look)

    def set_icon_name(self, name: str) -> None:
        """Show another drawing: "star" for "star-outline"."""
        self._icon_name = name
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key on the badge; none with ""."""
        self._key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._look.px
        if not self.text():
            return QSize(px(33), px(28))
        width = 2 * px(_PAD) + QFontMetrics(self._look.font()).horizontalAdvance(self.text())
        width += px(_ICON) + px(_GAP) - 2 if self._icon_name else 0
        width += badge_size(self._look, self._key).width() + px(_GAP) if self._key else 0
        width += px(14) if self.menu() else 0
        return QSize(width, px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_content(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        ground = "selected" if self.isDown() else "hover" if self.underMouse() and self.isEnabled() else "field"
        painter.setBrush(self._look.colour(ground))
        painter.setPen(QPen(self._look.colour("accent" if self.hasFocus() else "line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _paint_content(self, painter: QPainter) -> None:
        px, theme = self._look.px, self._look.theme
        left, right, middle = px(_PAD), self.width() - px(_PAD), self.height() // 2
        colour = theme.text if self.isEnabled() else theme.muted
        if self._icon_name:
            side = px(_ICON)
            x = left - 2 if self.text() else (self.width() - side) / 2
            icon = QRectF(x, (self.height() - side) / 2, side, side)
            self._look.icons.paint(painter, self._icon_name, theme.accent if self.isChecked() else colour, icon)
            left += side + px(_GAP) - 4
        if self.menu() and self.text():
            self._paint_arrow(painter, right, middle)
            right -= px(14)
        if self._key and self.text():
            paint_badge(painter, self._look, self._key, right, middle)
        painter.setFont(self._look.font())
        painter.setPen(self._look.colour("text" if self.isEnabled() else "muted"))
        painter.drawText(QRect(left, 0, right - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_arrow(self, painter: QPainter, right: int, middle: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("text"))
        half = self._look.px(4)
        painter.drawPolygon(
            [
                QPointF(right - 2 * half, middle - 2),
                QPointF(right, middle - 2),
                QPointF(right - half, middle + half - 1),
            ]
        )

    def _take_look(self) -> None:
        self.updateGeometry()
        self.update()
