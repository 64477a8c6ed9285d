"""Places in a shown page: found words as cursors, counted block by block."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from reader.ui.session.units import to_units

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
        found, start = [], folded.find(sought) if sought else -1
        while start >= 0:
            found.append((start, start + len(sought)))
            start = folded.find(sought, start + len(sought))
        return found

    return spans


def found(document: QTextDocument, highlighter: Highlighter) -> list[QTextCursor]:
    """What the highlighter marks in a document, as selections in reading order."""
    return [cursor for block in _blocks(document) for cursor in _in_block(block, highlighter)]


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
