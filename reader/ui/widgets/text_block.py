"""A few lines of text laid out once and painted often: broken where the script allows, elided on the last line.

The distance between lines is ours, not the font's: Noto's lines are half as high again as its letters.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

Span = tuple[int, int]  # start and end of characters in a text, end excluded

_BEFORE = 12  # characters shown before a word that was brought forward
_LONG = 600  # characters: more never fit, and laying them out takes time


class Marking(NamedTuple):
    """Words that were found: where they are in the text, and their colours."""

    spans: Sequence[Span]
    ground: QColor
    text: QColor


@dataclass(slots=True)
class TextBlock:
    """Lines ready to be painted. `whole` has all of them, except the last if that had to be elided."""

    whole: QTextLayout
    elided: QTextLayout | None
    elided_from: int  # where in the text the elided line starts
    lines: int

    def paint(self, painter: QPainter, at: QPointF, colour: QColor, marking: Marking | None = None) -> None:
        """Paint with the first line's top left at `at`."""
        painter.setPen(colour)
        self.whole.draw(painter, at, _formats(marking, 0, len(self.whole.text())))
        if self.elided:
            self.elided.draw(painter, at, _formats(marking, self.elided_from, len(self.elided.text())))


def brought_forward(text: str, spans: tuple[Span, ...], fitting: int) -> tuple[str, tuple[Span, ...]]:
    """A text of which `fitting` characters will be seen; it begins later if its first span would not be among them."""
    if not spans or spans[0][1] <= fitting:
        return text, spans
    start = text.rfind(" ", 0, max(0, spans[0][0] - _BEFORE)) + 1
    if not start:
        return text, spans
    return f"…{text[start:]}", tuple((first - start + 1, end - start + 1) for first, end in spans)


def lay_out(text: str, font: QFont, width: float, lines: int, pitch: float) -> TextBlock:
    """Lay `text` out in at most `lines` lines `pitch` px apart."""
    text = text[:_LONG]
    whole, starts, end = _placed(text, font, width, lines, pitch)
    if end >= len(text) or not starts:
        return TextBlock(whole, None, 0, len(starts))
    last = starts[-1]
    above, _, _ = _placed(text[:last], font, width, lines - 1, pitch)
    rest = QFontMetricsF(font).elidedText(text[last:], Qt.TextElideMode.ElideRight, width)
    elided, _, _ = _placed(rest, font, width * 2, 1, pitch, top=(lines - 1) * pitch)
    return TextBlock(above, elided, last, lines)


def _placed(
    text: str, font: QFont, width: float, lines: int, pitch: float, top: float = 0.0
) -> tuple[QTextLayout, list[int], int]:
    """A layout of the first lines of `text`, where each starts in it, and where the last ends."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    end = 0
    layout.beginLayout()
    while len(starts) < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + len(starts) * pitch + (pitch - line.height()) / 2))
        starts.append(line.textStart())
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, starts, end


def _formats(marking: Marking | None, start: int, length: int) -> list[QTextLayout.FormatRange]:
    """The formats of marks for a layout of `length` characters from `start` on; Qt would paint beyond its end."""
    if marking is None or not marking.spans:
        return []
    look = QTextCharFormat()
    look.setBackground(marking.ground)
    look.setForeground(marking.text)
    ranges = []
    for first, end in marking.spans:
        if end <= start or first >= start + length:
            continue
        part = QTextLayout.FormatRange()
        part.start = max(0, first - start)
        part.length = min(end - start, length) - part.start
        part.format = look
        ranges.append(part)
    return ranges
