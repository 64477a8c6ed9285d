"""Rows of highlights: their words with what the person says instead, and their colour beside them."""

from reader.ui.notes.note_rows import NoteRow
from reader.ui.widgets.highlight_colours import colour_of
from reader.ui.widgets.theme import Look


def highlight_row(
    look: Look, identity: str, quotation: str, correction: str, colour: str, detail: str, *, lost: bool = False
) -> NoteRow:
    """The row of a highlight; `detail` is what is said of it, `lost` that its words are no longer there."""
    words = " ".join(quotation.split())
    if correction:
        words = f"{words}\u2028→ {correction}"
    ground, line = colour_of(colour, is_dark=look.theme.is_dark)
    return NoteRow(identity, words, detail, line if look.theme.is_dark else ground, line, lost)  # small: to be seen
