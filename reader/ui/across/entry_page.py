"""A text of the lens or of papers side by side as a document of its own, laid out once and painted often.

In: a page of `reader.render` and the look it was written with. Out: its height, what is at a point of it, and its words
as `Quotation`s. Every text has its own document, so that thousands of them need no more memory than those in sight.
"""

from collections.abc import Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QPixmap,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from reader.marks.anchors import place_of
from reader.render.sheet import Page
from reader.render.theme import Theme
from reader.ui.page import page_dress, page_pictures
from reader.ui.page.marking.corrections import Correction, write_corrections
from reader.ui.page.page_browser import LIST_INDENT
from reader.ui.page.page_hits import Highlighter, found
from reader.ui.page.page_text import Quotation, SectionText, sections_of
from reader.ui.widgets.guarded import guarded

Painted = tuple[QTextCursor, QTextCharFormat]
"""Words, and how they are painted."""


_TALL = 1500  # px; of a text higher than that no picture is kept


class Sized(NamedTuple):
    """What a document is laid out with."""

    theme: Theme
    font: QFont
    width: int  # px
    ratio: float  # pixels of the screen a px


@guarded
class EntryPage(QTextDocument):
    """One text, laid out."""

    def __init__(self, page: Page, sized: Sized) -> None:
        super().__init__()
        self.page = page
        self._sized = sized
        self._sections: list[SectionText] | None = None
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setIndentWidth(LIST_INDENT)
        self.setDefaultFont(sized.font)
        self.setHtml(page.html)
        if page.pictures:
            page_pictures.stand_on_line(self, page.pictures)
        self._dressed = page_dress.dress(self, sized.theme)
        option = QTextOption(self.defaultTextOption())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)
        self.setTextWidth(sized.width)
        self.height = round(self.size().height())
        self.corrected: list[tuple[str, str]] = []  # the corrections it has: of which highlight, and the line
        self.under: list[Painted] = []
        self.lit: list[QTextCursor] = []  # watched words
        self.marks: list[QTextCursor] = []  # words that are looked for
        self._picture: QPixmap | None = None
        self._current = -1  # of the marks, in the picture

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """The page's own pictures and nothing else: no file, no network."""
        picture = self.page.pictures.get(name if isinstance(name, str) else name.toString())
        if picture is None:
            return None
        sized = self._sized
        return page_pictures.drawn(picture, sized.font, ratio=sized.ratio, column=sized.width, theme=sized.theme)

    def paint(
        self, painter: QPainter, at: QPointF, clip: QRectF, selected: QTextCursor | None, current: int = -1
    ) -> None:
        """Paint with the upper left corner at a point; `clip` in the document; `current` of `marks` stands out.

        Drawing text takes 2 ms, a picture of it a tenth: it is kept while nothing is selected.
        """
        if (selected is None or not selected.hasSelection()) and self._may_be_kept:
            if self._picture is None or current != self._current:
                self._picture, self._current = self._drawn(current), current
            painter.drawPixmap(at, self._picture)
            return
        self._draw(painter, at, clip, selected, current)

    def write_corrections(self, lines: Sequence[Correction]) -> None:
        """Write lines below the words they correct; before anything is marked, once."""
        write_corrections(self, lines, self._sized.theme)
        self.corrected = [(each.id, each.line) for each in lines]
        self._sections, self.height = None, round(self.size().height())

    def set_under(self, painted: list[Painted]) -> None:
        """Paint these highlights."""
        self.under, self._picture = painted, None

    @property
    def _may_be_kept(self) -> bool:
        return self.height <= _TALL and self._sized.ratio == round(self._sized.ratio)

    def _drawn(self, current: int) -> QPixmap:
        """A picture of the text."""
        sized = self._sized
        picture = QPixmap(round(sized.width * sized.ratio), max(1, round(self.height * sized.ratio)))
        picture.setDevicePixelRatio(sized.ratio)
        picture.fill(QColor(sized.theme.page))
        painter = QPainter(picture)
        self._draw(painter, QPointF(0, 0), QRectF(0, 0, sized.width, self.height), None, current)
        painter.end()
        return picture

    def _draw(self, painter: QPainter, at: QPointF, clip: QRectF, selected: QTextCursor | None, current: int) -> None:
        painter.save()
        painter.translate(at)
        painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        if self._dressed.cards:
            page_dress.paint_cards(painter, self._dressed.cards, self._sized.theme, 0)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = clip
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(self._sized.theme.text))
        context.palette = palette
        context.selections = [_selection(*painted) for painted in self._painted(selected, current)]
        self.documentLayout().draw(painter, context)
        painter.restore()

    def mark(self, highlighter: Highlighter | None) -> None:
        """Mark other words."""
        self.marks, self._picture = found(self, highlighter) if highlighter else [], None

    def light(self, lit: Highlighter | None) -> None:
        """Underline other words, below all marks."""
        self.lit, self._picture = found(self, lit) if lit else [], None

    def position_at(self, point: QPointF, *, exact: bool = False) -> int:
        """The position of a point of the document; -1 where there is no text, if it has to be exact."""
        how = Qt.HitTestAccuracy.ExactHit if exact else Qt.HitTestAccuracy.FuzzyHit
        return self.documentLayout().hitTest(point, how)

    def link_at(self, point: QPointF) -> str:
        """The address of the link at a point, "" for none."""
        return self.documentLayout().anchorAt(point)

    def rect_of(self, position: int) -> QRect:
        """Where a position is: a line's height, without width."""
        block = self.findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        corner = self.documentLayout().blockBoundingRect(block).topLeft()
        if not line.isValid():
            return QRect(round(corner.x()), round(corner.y()), 0, 0)
        x, _ = cast(tuple[float, int], line.cursorToX(position - block.position()))  # typed as object
        return QRectF(corner.x() + x, corner.y() + line.y(), 0, line.height()).toRect()

    def cursor(self, first: int, last: int) -> QTextCursor:
        """Two positions as what is selected."""
        cursor = QTextCursor(self)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def quotations(self, selected: QTextCursor) -> list[Quotation]:
        """Words that are selected, without those of the program's own."""
        first, last = selected.selectionStart(), selected.selectionEnd()
        return [quoted for section in self.sections() if (quoted := section.quotation(first, last))]

    def sections(self) -> list[SectionText]:
        """The words of the text, to look for others in."""
        if self._sections is None:
            anchors = [(anchor, anchor.heading) for anchor in self.page.anchors]
            self._sections = sections_of(self, anchors, self.page.pictures)
        return self._sections

    def spans_of(self, quotation: Quotation) -> list[tuple[int, int]]:
        """Where the words of a quotation are in the document, one span a block; none where they are not."""
        for section in self.sections():
            if section.name != quotation.section:
                continue
            place = place_of(quotation.words, quotation.before, quotation.after, section.text)
            if place is not None:
                return section.spans(*place)
        return []

    def plain(self, selected: QTextCursor) -> str:
        """What is selected as plain text."""
        return page_pictures.plain_text(selected, self.page.pictures)

    def _painted(self, selected: QTextCursor | None, current: int) -> list[Painted]:
        theme = self._sized.theme
        under = [(cursor.selectionStart(), cursor.selectionEnd()) for cursor, _ in self.under]
        marks = [
            (cursor, _mark_format(theme, is_current=number == current, on_colour=_touches(cursor, under)))
            for number, cursor in enumerate(self.marks)
        ]
        chosen: list[Painted] = []
        if selected is not None and selected.hasSelection():
            form = QTextCharFormat()
            form.setBackground(QColor(theme.accent))
            form.setForeground(QColor(theme.on_accent))
            chosen.append((selected, form))
        lit = [(cursor, _lit_format(theme)) for cursor in self.lit]
        return [*lit, *self.under, *marks, *chosen]


def _touches(cursor: QTextCursor, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first < cursor.selectionEnd() and cursor.selectionStart() < last for first, last in spans)


def _mark_format(theme: Theme, *, is_current: bool, on_colour: bool) -> QTextCharFormat:
    """How a found word looks, as on a single page."""
    form = QTextCharFormat()
    form.setBackground(QColor(theme.accent if is_current else theme.page if on_colour else theme.mark))
    if is_current or on_colour:
        form.setForeground(QColor(theme.on_accent if is_current else theme.accent))
    return form


def _lit_format(theme: Theme) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    form.setUnderlineColor(QColor(theme.accent))
    form.setForeground(QColor(theme.accent))
    return form


def _selection(cursor: QTextCursor, form: QTextCharFormat) -> QAbstractTextDocumentLayout.Selection:
    selection = QAbstractTextDocumentLayout.Selection()
    selection.cursor = cursor
    selection.format = form
    return selection
