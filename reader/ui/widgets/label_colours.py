"""The colours of labels, by name, in both themes: that of a dot, and the ground and text of a chip.

Text on a chip has a contrast of at least 4.5 to 1 with its ground.
"""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPainter, QPen, QPixmap

from reader.render.theme import Theme
from reader.ui.widgets.theme import Look

Share = Literal["", "none", "some", "all"]

_LIGHT = {
    "blue": "#2f6fde",
    "green": "#2f8f4e",
    "orange": "#c8641b",
    "red": "#c8332a",
    "purple": "#7d4fc4",
    "teal": "#17858c",
    "pink": "#c2447f",
    "yellow": "#a87c06",
    "grey": "#6b7077",
}
_DARK = {
    "blue": "#7aa7ff",
    "green": "#6fc78b",
    "orange": "#f0a067",
    "red": "#ff8a80",
    "purple": "#b79bf0",
    "teal": "#5fc4c9",
    "pink": "#f08fbd",
    "yellow": "#e0bf57",
    "grey": "#a6a9af",
}


_LONGEST = 72  # px of a name on a chip


def dot_colour(name: str, theme: Theme) -> QColor:
    """A label's colour; grey for a colour that only a newer version knows."""
    colours = _DARK if theme.is_dark else _LIGHT
    return QColor(colours.get(name, colours["grey"]))


def chip_colours(name: str, theme: Theme) -> tuple[QColor, QColor]:
    """Ground and text of a chip."""
    dot = dot_colour(name, theme)
    ground = QColor(dot)
    ground.setAlphaF(0.20 if theme.is_dark else 0.13)
    return ground, dot.lighter(112) if theme.is_dark else dot.darker(135)


def dot_icon(name: str, look: Look, share: Share = "", size: int = 16) -> QIcon:
    """A dot in a label's colour; in a menu it also says how many of the papers have the label.

    Ticked for all, half full for some, an empty ring for none.
    """
    icon = QIcon()
    for ratio in (1.0, 2.0):
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_dot(painter, dot_colour(name, look.theme), QColor(look.theme.field), share, size)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _paint_dot(painter: QPainter, colour: QColor, ground: QColor, share: Share, size: int) -> None:
    inset = size * (0.1 if share else 0.17)
    ring = QRectF(0, 0, size, size).adjusted(inset, inset, -inset, -inset)
    painter.setPen(QPen(colour, size * 0.1) if share else Qt.PenStyle.NoPen)
    painter.setBrush(colour if share in ("", "all") else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if share == "some":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(ring, 90 * 16, 180 * 16)
    elif share == "all":
        painter.setPen(QPen(ground, size * 0.13, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([QPointF(x * size, y * size) for x, y in ((0.30, 0.52), (0.44, 0.66), (0.70, 0.36))])


def paint_chips(painter: QPainter, look: Look, labels: tuple[tuple[str, str], ...], room: QRectF) -> float:
    """Paint labels (name, colour) at the right end of `room`: as many as fit with their names, the others as dots.

    Returns the left edge of what was painted.
    """
    metrics = QFontMetricsF(look.font(-3))
    pad, gap, dot, height = look.px(6), look.px(4), look.px(8), look.px(16)
    longest = look.px(_LONGEST)
    names = [metrics.elidedText(name, Qt.TextElideMode.ElideRight, longest) for name, _ in labels]
    widths = [metrics.horizontalAdvance(name) + 2 * pad for name in names]
    named = len(labels)
    while named and sum(widths[:named]) + (len(labels) - named) * dot + (len(labels) - 1) * gap > room.width():
        named -= 1
    x = room.right()
    top = room.center().y() - height / 2
    painter.save()
    painter.setFont(look.font(-3))
    for position in range(len(labels) - 1, -1, -1):
        colour = labels[position][1]
        width = widths[position] if position < named else dot
        if x - width < room.left():
            break
        x -= width
        painter.setPen(Qt.PenStyle.NoPen)
        if position < named:
            ground, text = chip_colours(colour, look.theme)
            chip = QRectF(x, top, width, height)
            painter.setBrush(ground)
            painter.drawRoundedRect(chip, height / 2, height / 2)
            painter.setPen(text)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, names[position])
        else:
            painter.setBrush(dot_colour(colour, look.theme))
            painter.drawEllipse(QPointF(x + dot / 2, room.center().y()), dot / 2, dot / 2)
        x -= gap
    painter.restore()
    return x
