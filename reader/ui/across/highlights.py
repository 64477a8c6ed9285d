"""Highlights in a text of the lens: found again by their words, painted and corrected as on a single page."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat

from reader.marks.model import Highlight
from reader.render.theme import Theme
from reader.ui.across.entry_page import EntryPage, Painted
from reader.ui.page.marking.corrections import Correction, correction_at, corrections
from reader.ui.page.page_text import Quotation
from reader.ui.widgets.highlight_colours import colour_of

Span = tuple[int, int]


def spans_of(page: EntryPage, highlight: Highlight) -> list[Span]:
    """Where a highlight's words are in the document, one span a block; none where they are not."""
    return page.spans_of(Quotation.of(highlight))


def painted_highlights(page: EntryPage, highlights: Sequence[Highlight], theme: Theme) -> list[Painted]:
    """The highlights of a paper that the text has, as they are painted."""
    painted: list[Painted] = []
    for highlight in highlights:
        colour = colour_of(highlight.colour, is_dark=theme.is_dark)
        form = QTextCharFormat()
        form.setBackground(QColor(colour.ground))
        form.setForeground(QColor(theme.text))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(QColor(colour.line))
        painted += [(page.cursor(*span), form) for span in spans_of(page, highlight)]
    return painted


def corrections_of(page: EntryPage, highlights: Sequence[Highlight]) -> list[Correction]:
    """What the person says instead of words of the text."""
    corrected = [each for each in highlights if each.correction]
    return corrections((each, spans_of(page, each)) for each in corrected)


def highlight_at(page: EntryPage, highlights: Sequence[Highlight], position: int) -> Highlight | None:
    """The highlight whose words or correction are at a position; of several the latest."""
    line = correction_at(page, position)
    for each in reversed(highlights):
        if each.id == line or any(a <= position < b for a, b in spans_of(page, each)):
            return each
    return None
