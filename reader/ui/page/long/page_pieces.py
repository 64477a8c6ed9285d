"""The rest of a page that Qt could not lay out in one turn of the loop: it is put below what is there, piece by piece.

A page that was understood grows by itself, a piece a turn. One that is shown as it is may be of any length: it grows
where somebody comes to its end, or looks for words in it.
"""

from collections import deque

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument, QTextDocumentFragment
from PySide6.QtWidgets import QTextEdit

from reader.render.sheet import Page

_BEGIN = "<body>\n"
_BEFORE = "<p>.</p>\n"
"""Stands in front of a piece while Qt reads it: the first block of what is inserted would take the format of the last
block of the page."""


class PagePieces(QObject):
    """What is still to come of a browser's page.

    Signals: `added(int)` a piece is in the document, and begins in the block of that number · `whole()` it was the
    last.
    """

    added = Signal(int)
    whole = Signal()

    def __init__(self, browser: QTextEdit) -> None:
        super().__init__(browser)
        self._browser = browser
        self._rest: deque[str] = deque()
        self._goes_on = False
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._add_in_turn)

    @property
    def are_left(self) -> bool:
        """Whether more is to come."""
        return bool(self._rest)

    def begin(self, page: Page | None) -> None:
        """Another page is in the document, or none: forget the rest of the last one."""
        self._rest = deque(page.rest) if page is not None else deque()
        self._turn.stop()
        self._goes_on = False
        if page is not None and not page.as_it_is:
            self.add_all()

    def add_all(self) -> None:
        """Add the rest, a piece in each turn of the loop from now on."""
        self._goes_on = True
        self.add_next()

    def add_next(self) -> None:
        """Add a piece in the next turn of the loop."""
        if self._rest and not self._turn.isActive():
            self._turn.start()

    def add(self) -> None:
        """Add the next piece; there has to be one."""
        document = self._browser.document()
        first = document.blockCount()
        _append(document, self._rest.popleft())
        self.added.emit(first)
        if not self._rest:
            self._turn.stop()
            self.whole.emit()

    def _add_in_turn(self) -> None:
        self.add()
        if self._goes_on:
            self.add_next()


def _append(document: QTextDocument, html: str) -> None:
    piece = QTextDocument()
    piece.setDefaultFont(document.defaultFont())
    piece.setIndentWidth(document.indentWidth())
    piece.setHtml(html.replace(_BEGIN, _BEGIN + _BEFORE, 1))
    chosen = QTextCursor(piece)
    chosen.setPosition(piece.begin().length() - 1)
    chosen.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    end = QTextCursor(document)
    end.movePosition(QTextCursor.MoveOperation.End)
    end.insertFragment(QTextDocumentFragment(chosen))
