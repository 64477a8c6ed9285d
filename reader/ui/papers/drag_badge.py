"""What goes with the pointer while papers are dragged: a small badge, so that where they may be dropped is seen.

Qt's own picture is that of the whole rows, which covers the sidebar.
"""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap

from reader.ui.widgets.theme import Look

_WIDEST, _HEIGHT, _SIDE = 220, 24, 9  # px
_BESIDE = (12, 16)  # px from the pointer's tip, to the right and down


def drag_badge(look: Look, words: str, ratio: float) -> QPixmap:
    """A badge that says what is dragged; `ratio` is that of the screen's pixels."""
    font, side = look.font(), look.px(_SIDE)
    words = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, look.px(_WIDEST))
    width, height = QFontMetrics(font).horizontalAdvance(words) + 2 * side, look.px(_HEIGHT)
    badge = QPixmap(round(width * ratio), round(height * ratio))
    badge.setDevicePixelRatio(ratio)
    badge.fill(Qt.GlobalColor.transparent)
    with QPainter(badge) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("accent"), 1))
        painter.setBrush(look.colour("field"))
        room = QRectF(0, 0, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(room, 5, 5)
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
    return badge


def beside_pointer(look: Look) -> QPoint:
    """Where the pointer stands, counted from the badge's top left corner."""
    return QPoint(-look.px(_BESIDE[0]), -look.px(_BESIDE[1]))
