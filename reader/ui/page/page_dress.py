"""What QTextBrowser's HTML can't say, done to a document after it was set: rounded cards, quiet bullets."""

import re
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

from reader.render.theme import Theme

CARD = "card"  # anchor that `reader.render.html_blocks` sets in the first cell of what stands on a card
LABEL = "label"  # anchor that `reader.render.page` sets in front of a word of the program's own
_HEADING = re.compile(r"(section|heading)-\d+")  # anchors that `reader.render.page` gives headings
_ROUND = 6  # px
_BULLET = 11 / 16  # of the text's size
_NUMBERED = -4  # QTextListFormat.ListDecimal; styles below it are numbered too, those above are bullets


class Dressed(NamedTuple):
    """What was found in a document on the way."""

    cards: list[QTextTable]  # what stands on a card
    places: dict[str, QTextBlock]  # where the named anchors are


def dress(document: QTextDocument, theme: Theme, begin: QTextBlock | None = None) -> Dressed:
    """Quieten the bullets of a document, and look up what stands on cards and where its anchors are.

    With `begin`, only from that block on.
    """
    found = Dressed([], {})
    bullet = round(document.defaultFont().pixelSize() * _BULLET)
    edit = QTextCursor(document)
    edit.beginEditBlock()
    block = begin or document.begin()
    while block.isValid():
        if (entries := block.textList()) is not None and entries.format().style().value > _NUMBERED:
            _quieten(block, theme, bullet)
        for name in anchors_of(block):
            found.places[name] = block
            if name == CARD:
                found.cards.append(QTextCursor(block).currentTable())
        block = block.next()
    edit.endEditBlock()
    return found


def paint_cards(painter: QPainter, cards: list[QTextTable], theme: Theme, scrolled: int) -> None:
    """Paint the grounds of what stands on cards."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.code))
    for card in cards:
        painter.drawRoundedRect(_rect(card).translated(0, -scrolled), _ROUND, _ROUND)


def _rect(card: QTextTable) -> QRectF:
    """A one-cell table's rectangle without its margins, px in the document.

    Counted from its first block: where `frameBoundingRect` says a table is, its first cell's text is.
    """
    layout, form = card.document().documentLayout(), card.format()
    cell = card.cellAt(0, 0).format().toTableCellFormat()
    text = layout.blockBoundingRect(card.firstCursorPosition().block()).topLeft()
    size = layout.frameBoundingRect(card).size()
    height = size.height() - form.topMargin() - form.bottomMargin()
    return QRectF(text.x() - cell.leftPadding(), text.y() - cell.topPadding(), size.width(), height)


def _quieten(block: QTextBlock, theme: Theme, size: int) -> None:
    """Give a list entry's bullet, which follows its block's format and not its text's, less size and colour."""
    form = QTextCharFormat(block.charFormat())
    form.setProperty(QTextFormat.Property.FontPixelSize, size)
    form.setForeground(QColor(theme.muted))
    form.setFontStretch(250)  # of the space Qt leaves between bullet and text
    QTextCursor(block).setBlockCharFormat(form)


def anchors_of(block: QTextBlock) -> list[str]:
    """The anchors a block begins with: those of a page stand nowhere else."""
    fragments = block.begin()
    return [] if fragments.atEnd() else fragments.fragment().charFormat().anchorNames()


def is_heading(anchor: str) -> bool:
    """Whether an anchor is that of a heading."""
    return _HEADING.fullmatch(anchor) is not None
