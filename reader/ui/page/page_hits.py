"""Places in a shown page: found words as cursors, counted block by block."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, islice

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from reader.ui.session.units import to_units

MOST = 1_000  # places of one page; to mark more, and to step through them, helps nobody
_LEAST_DRAWN = 20
_MOST_ON_LINES = 60_000
"""Places marked in one paragraph times its letters: Qt draws all lines of a paragraph once more for each of them."""

Highlighter = Callable[[str], list[tuple[int, int]]]
"""Says which parts of a plain text to mark: start and end in characters, end excluded, in order."""


def containing(words: str) -> Highlighter:
    """Mark wherever these words stand, in either case."""
    wanted = words.casefold()

    def spans(text: str) -> list[tuple[int, int]]:
        folded = text.casefold()
        if not wanted or len(folded) != len(text):  # "ß" and its like change the length: look for the exact words
            folded, sought = text, words
        else:
            sought = wanted
        found: list[tuple[int, int]] = []
        start = folded.find(sought) if sought else -1
        while start >= 0 and len(found) < MOST:
            found.append((start, start + len(sought)))
            start = folded.find(sought, start + len(sought))
        return found

    return spans


def found(document: QTextDocument, highlighter: Highlighter) -> list[QTextCursor]:
    """What the highlighter marks in a document, as selections in reading order; of very many the first."""
    return list(islice((cursor for block in _blocks(document) for cursor in _in_block(block, highlighter)), MOST))


def drawable(cursors: Sequence[QTextCursor], current: int) -> list[int]:
    """Which of these, by index, can be drawn without holding up the window: of a long paragraph those nearby."""
    chosen: list[int] = []
    for _, together in groupby(range(len(cursors)), lambda index: cursors[index].blockNumber()):
        indices = list(together)
        most = max(_LEAST_DRAWN, _MOST_ON_LINES // cursors[indices[0]].block().length())
        begin = max(0, min(current - indices[0] - most // 2, len(indices) - most))
        chosen += indices[begin : begin + most]
    return chosen


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _in_block(block: QTextBlock, highlighter: Highlighter) -> Iterator[QTextCursor]:
    text = block.text()
    if not text.strip():
        return
    for start, end in highlighter(text):
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + to_units(text, start))
        cursor.setPosition(block.position() + to_units(text, end), QTextCursor.MoveMode.KeepAnchor)
        yield cursor
