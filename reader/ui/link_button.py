"""A small outlined button that opens a page of the paper, with the key that does the same shown as a badge."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.render.theme import Theme

_PADDING, _BADGE_GAP, _BADGE_PADDING = 11, 8, 4  # px


class LinkButton(QAbstractButton):
    """Text in a rounded outline; `key` in a smaller one behind it, "" for none."""

    def __init__(self, text: str, theme: Theme, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme = theme
        self._key = key

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key, "" for none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text()) + 2 * _PADDING
        if self._key:
            width += _BADGE_GAP + self._badge_width() - 3
        return QSize(width, max(metrics.height(), round(metrics.ascent() * 1.25)) + 9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_outline(painter)
        painter.setPen(QColor(self._theme.text))
        metrics = QFontMetrics(self.font())
        room = self.rect().adjusted(_PADDING, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._key:
            self._paint_badge(painter, _PADDING + metrics.horizontalAdvance(self.text()) + _BADGE_GAP)

    def _paint_outline(self, painter: QPainter) -> None:
        theme = self._theme
        ground = theme.selected if self.isDown() else theme.hover if self.underMouse() else theme.field
        ring = self.hasFocus()
        painter.setPen(QPen(QColor(theme.focus if ring else theme.line), 2 if ring else 1))
        painter.setBrush(QColor(ground))
        inset = 1.0 if ring else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 5, 5)

    def _paint_badge(self, painter: QPainter, left: int) -> None:
        font = self._badge_font()
        height = QFontMetrics(font).ascent() + 5
        rect = QRectF(left + 0.5, (self.height() - height) // 2 + 0.5, self._badge_width(), height)
        painter.setPen(QColor(self._theme.line))
        painter.setBrush(QColor(self._theme.page))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._key)

    def _badge_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, self.font().pixelSize() - 3))
        return font

    def _badge_width(self) -> int:
        return QFontMetrics(self._badge_font()).horizontalAdvance(self._key) + 2 * _BADGE_PADDING


class TextButton(LinkButton):
    """The same in muted text without an outline: for what is rarely used."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QColor(self._theme.focus))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(self._theme.text if self.underMouse() else self._theme.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
