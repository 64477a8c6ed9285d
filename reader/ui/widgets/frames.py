"""The frames of the window's parts: a box with round corners, a band with a line, the badge of a key."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget


def paint_box(widget: QWidget, ground: QColor, line: QColor, radius: float, width: int = 1) -> QPainter:
    """Paint a widget as a box with an outline of `width` px; returns the painter, for what stands in the box."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ground)
    painter.setPen(QPen(line, width))
    inset = width / 2
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
    return painter


def paint_band(widget: QWidget, ground: QColor, line: QColor, *, line_on_top: bool = False) -> None:
    """Paint a widget as a band across its pane, with a line on the side of what it stands above (or below)."""
    painter = QPainter(widget)
    painter.fillRect(widget.rect(), ground)
    painter.fillRect(0, 0 if line_on_top else widget.height() - 1, widget.width(), 1, line)


def paint_badge(
    painter: QPainter, rect: QRectF, key: str, font: QFont, line: QColor, text: QColor, ground: QColor | None = None
) -> None:
    """Paint the badge of the key that does the same as a button."""
    painter.setPen(QPen(line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else ground)
    painter.drawRoundedRect(rect, 3, 3)
    painter.setFont(font)
    painter.setPen(text)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
