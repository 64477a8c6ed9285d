"""The highlights of a shown page: found again by their words, painted under what a search marks, hit by the mouse.

In: highlights as the store has them, and the page. Out: which of them are no longer there, which one is at a place,
what is selected as quotations. What a person says instead of words stands below them as a line of its own.
"""

from collections.abc import Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reader.marks.anchors import place_of
from reader.marks.model import Highlight
from reader.render.sheet import Anchor
from reader.render.theme import Theme
from reader.ui.page.marking.corrections import correction_at, corrections, write_corrections
from reader.ui.page.page_browser import PageBrowser
from reader.ui.page.page_text import Quotation, SectionText, sections_of
from reader.ui.widgets.highlight_colours import colour_of

Span = tuple[int, int]


class _Shown(NamedTuple):
    highlight: Highlight
    spans: tuple[Span, ...]  # positions in the document, one a block; none: no longer there


class PageHighlights(QObject):
    """Keeps the highlights of one browser.

    Signals: `outdated()` the page has lines that do not hold any more: it is to be written anew.
    """

    outdated = Signal()

    def __init__(self, browser: PageBrowser, theme: Theme) -> None:
        super().__init__(browser)
        self._browser = browser
        self._theme = theme
        self._anchors: Sequence[tuple[Anchor, str]] = ()
        self._sections: list[SectionText] | None = None
        self._highlights: Sequence[Highlight] = ()
        self._shown: tuple[_Shown, ...] = ()
        self._lines: list[tuple[str, str]] = []  # corrections that are in the page: id and words

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; they are painted with the page that is written next."""
        self._theme = theme

    def page_written(self, key: str, anchors: Sequence[tuple[Anchor, str]]) -> None:
        """A page of this paper is in the browser, maybe the same anew: `anchors` with their headings as they are read.

        Highlights of another paper are forgotten.
        """
        self._anchors = anchors
        self._highlights = [highlight for highlight in self._highlights if highlight.key == key]
        self._sections, self._lines = None, []
        self._show()

    def set_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Show these."""
        self._highlights = highlights
        if self._lines and self._lines != self._wanted_lines():
            self.outdated.emit()
        else:
            self._show()

    @property
    def lost(self) -> set[str]:
        """The ids of those whose words the page does not have."""
        if self._browser.pieces.are_left:
            return set()  # nobody knows yet
        return {shown.highlight.id for shown in self._shown if not shown.spans}

    def label_of(self, section: str) -> str:
        """A section's heading as it is read; its own name where the page has no such section."""
        return next((found.label for found in self._texts() if found.name == section), section)

    def is_ambiguous(self, quotation: Quotation) -> bool:
        """Whether the words of a quotation stand more than once in its section."""
        return any(found.text.count(quotation.words) > 1 for found in self._texts() if found.name == quotation.section)

    def at(self, point: QPoint) -> Highlight | None:
        """The highlight whose words are drawn at a point of the viewport; of several the latest."""
        if not self._shown:
            return None
        bar = self._browser.verticalScrollBar()
        place = QPointF(point) + QPointF(0, bar.value())
        position = self._browser.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        line = correction_at(self._browser.document(), position) if self._lines and position >= 0 else ""
        found = (
            shown
            for shown in reversed(self._shown)
            if shown.highlight.id == line or any(a <= position < b for a, b in shown.spans)
        )
        return next((shown.highlight for shown in found), None)

    def selected(self) -> list[Quotation]:
        """What is selected, a quotation for each section it reaches into."""
        cursor = self._browser.textCursor()
        if not cursor.hasSelection():
            return []
        first, last = _selected_span(cursor)
        quotations = (section.quotation(first, last) for section in self._texts())
        return [quotation for quotation in quotations if quotation]

    def sentences(self, position: int = 0) -> list[Quotation]:
        """The sentences of the page in order, from a position of the document on."""
        from reader.across.sentences import sentences  # when they are read aloud

        found: list[Quotation] = []
        for section in self._texts():
            for start, end in sentences(section.text):
                spans = section.spans(start, end)
                quotation = section.quotation(spans[0][0], spans[-1][1]) if spans and spans[-1][1] > position else None
                if quotation is not None:
                    found.append(quotation)
        return found

    def sentences_in_sight(self) -> list[Quotation]:
        """Those from what is selected on; where nothing is, from the top of the view on."""
        cursor = self._browser.textCursor()
        if cursor.hasSelection():
            return self.sentences(_selected_span(cursor)[0])
        place = self._browser.document().findBlockByNumber(self._browser.reading_place().block)
        return self.sentences(place.position())

    def find(self, quotation: Quotation) -> tuple[Span, ...]:
        """Where the words of a quotation are, in its section or, if they were moved, in another; empty: nowhere."""
        sections = self._texts()
        for section in sorted(sections, key=lambda section: section.name != quotation.section):
            found = _place(quotation, section.text)
            if found is not None:
                return tuple(section.spans(*found))
        return ()

    def go_to(self, identity: str) -> bool:
        """Scroll to a highlight and select its words; False where they are not."""
        return self._select(self.spans_of(identity))

    def go_to_words(self, quotation: Quotation) -> bool:
        """Scroll to the words of a quotation and select them; False where they are not."""
        return self._select(self.find(quotation))

    def select_again(self, quotations: Sequence[Quotation]) -> None:
        """Select words once more in a page written anew, and stay where one reads."""
        spans = [span for quotation in quotations for span in self.find(quotation)]
        if not spans:
            return
        bar = self._browser.verticalScrollBar()
        at = bar.value()
        self._browser.setTextCursor(self._cursor((spans[0][0], spans[-1][1])))  # which scrolls to them
        bar.setValue(at)

    def spans_of(self, identity: str) -> tuple[Span, ...]:
        """Where a highlight is in the document; empty where its words are not."""
        return next((shown.spans for shown in self._shown if shown.highlight.id == identity), ())

    def _texts(self) -> list[SectionText]:
        if self._sections is None:
            self._sections = sections_of(self._browser.document(), self._anchors, self._browser.pictures)
        return self._sections

    def _show(self) -> None:
        self._shown = self._placed()
        if not self._lines and (lines := corrections(self._shown)):
            write_corrections(self._browser.document(), lines, self._theme)
            self._sections, self._lines = None, self._wanted_lines()
            self._shown = self._placed()
        painted = [self._painted(span, s.highlight.colour) for s in self._shown for span in s.spans]
        self._browser.marks.set_under(painted)

    def _placed(self) -> tuple[_Shown, ...]:
        return tuple(_Shown(each, self.find(Quotation.of(each))) for each in self._highlights)

    def _wanted_lines(self) -> list[tuple[str, str]]:
        return [(each.id, each.correction) for each in self._highlights if each.correction]

    def _painted(self, span: Span, name: str) -> QTextEdit.ExtraSelection:
        colour = colour_of(name, is_dark=self._theme.is_dark)
        form = QTextCharFormat()
        form.setBackground(QColor(colour.ground))
        form.setForeground(QColor(self._theme.text))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(QColor(colour.line))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(span)
        selection.format = form
        return selection

    def _select(self, spans: Sequence[Span]) -> bool:
        if not spans:
            return False
        self._browser.reveal(self._cursor((spans[0][0], spans[0][0])))
        self._browser.setTextCursor(self._cursor((spans[0][0], spans[-1][1])))
        return True

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self._browser.document())
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _place(quotation: Quotation, text: str) -> tuple[int, int] | None:
    """Where words are in a text; those that stand in it once, as they were, need no looking around."""
    start = text.find(quotation.words)
    if start >= 0 and text.find(quotation.words, start + 1) < 0:
        return start, start + len(quotation.words)
    return place_of(quotation.words, quotation.before, quotation.after, text)


def _selected_span(cursor: QTextCursor) -> Span:
    """What is selected; across cells of a table Qt selects whole ones, and says no more than their rows."""
    table = cursor.currentTable()
    if table is None or not cursor.hasComplexSelection():
        return cursor.selectionStart(), cursor.selectionEnd()
    row, rows, column, columns = cast(tuple[int, int, int, int], cursor.selectedTableCells())  # typed as object
    first, last = table.cellAt(row, column), table.cellAt(row + rows - 1, column + columns - 1)
    return first.firstPosition(), last.lastPosition()
