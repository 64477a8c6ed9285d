"""What a person says instead of words of a page, as quiet lines below the paragraphs that have them.

The lines are the program's own words to whoever looks for highlights or selects: no highlight reaches into them.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from reader.marks.model import Highlight
from reader.render.theme import Theme
from reader.ui.page.page_dress import LABEL

Span = tuple[int, int]

_OF = QTextFormat.Property.UserProperty.value + 13
"""The property of a line that names its highlight."""
_SIZE = 0.9  # of the text's
_LONGEST = 48  # characters of the words that are quoted


def _close() -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setBottomMargin(0)
    return form


_CLOSE = _close()
"""What a paragraph has that a line belongs to."""


class Correction(NamedTuple):
    """A line, and whose."""

    id: str  # of the highlight
    line: str
    at: int  # a position of the document in the paragraph it stands below


def corrections(placed: Iterable[tuple[Highlight, Sequence[Span]]]) -> list[Correction]:
    """What is to be written into a page for highlights that stand there, in order."""
    found = [Correction(each.id, _line(each), spans[-1][1]) for each, spans in placed if each.correction and spans]
    return sorted(found, key=lambda each: each.at)


def write_corrections(document: QTextDocument, lines: Sequence[Correction], theme: Theme) -> None:
    """Write lines below their paragraphs; several of one paragraph in their order."""
    edit = QTextCursor(document)
    edit.beginEditBlock()
    for each in reversed(lines):
        block = document.findBlock(max(0, each.at - 1))
        edit.setPosition(block.position() + block.length() - 1)
        form = _block_format(block, each.id)
        edit.mergeBlockFormat(_CLOSE)
        edit.insertBlock(form, _words_format(document, theme))
        edit.insertText(each.line, _words_format(document, theme))
    edit.endEditBlock()


def correction_at(document: QTextDocument, position: int) -> str:
    """The highlight whose line is at a position of the document; "" for none."""
    return str(document.findBlock(position).blockFormat().property(_OF) or "")


def _line(highlight: Highlight) -> str:
    words = " ".join(highlight.quotation.split())
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST // 2].rstrip()} … {words[-_LONGEST // 2 :].lstrip()}"
    said = QCoreApplication.translate("Corrections", "My correction: %1 → %2")
    return _filled(said, words, highlight.correction)


def _filled(said: str, words: str, correction: str) -> str:
    before, _, after = said.partition("%1")
    return before + words + after.replace("%2", correction)


def _block_format(above: QTextBlock, identity: str) -> QTextBlockFormat:
    """A paragraph that begins where the words above it begin, and keeps their distance from what follows."""
    form = QTextBlockFormat()
    form.setProperty(_OF, identity)
    beside = above.blockFormat()
    entries = above.textList()
    form.setIndent(entries.format().indent() if entries is not None else beside.indent())
    form.setLeftMargin(beside.leftMargin())
    form.setBottomMargin(beside.bottomMargin())
    form.setLineHeight(beside.lineHeight(), beside.lineHeightType())
    return form


def _words_format(document: QTextDocument, theme: Theme) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setProperty(QTextFormat.Property.FontPixelSize, round(document.defaultFont().pixelSize() * _SIZE))
    form.setForeground(QColor(theme.muted))
    form.setFontItalic(False)
    form.setAnchorNames([LABEL])
    return form
