"""A few lines of text laid out once and painted often: broken where the script allows, elided on the last line.

The pitch of the lines is ours, not the font's: Noto's lines are half as high again as its letters.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

Span = tuple[int, int]  # start and end of characters in a text, end excluded

_LONG = 600  # characters: more never fit, and laying them out costs


@dataclass(slots=True)
class TextBlock:
    """Lines ready to be painted. `whole` holds all of them, or all but the last if that had to be elided."""

    whole: QTextLayout
    elided: QTextLayout | None
    elided_from: int  # where in the text the elided line starts
    lines: int

    def paint(
        self, painter: QPainter, at: QPointF, colour: QColor, spans: Sequence[Span] = (), mark: QColor | None = None
    ) -> None:
        """Paint with the first line's top left at `at`, and `mark` behind the spans."""
        painter.setPen(colour)
        self.whole.draw(painter, at, _formats(spans, 0, mark, colour))
        if self.elided:
            self.elided.draw(painter, at, _formats(spans, self.elided_from, mark, colour))


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


def _formats(spans: Sequence[Span], start: int, mark: QColor | None, colour: QColor) -> list[QTextLayout.FormatRange]:
    if not spans or mark is None:
        return []
    look = QTextCharFormat()
    look.setBackground(mark)
    look.setForeground(colour)
    ranges = []
    for first, end in spans:
        if end <= start:
            continue
        part = QTextLayout.FormatRange()
        part.start = max(0, first - start)
        part.length = end - start - part.start
        part.format = look
        ranges.append(part)
    return ranges
