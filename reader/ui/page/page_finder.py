"""Found words in a page: those a search marks, or those the find bar looks for, and the way from one to the next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from reader.render.theme import Theme
from reader.ui.page.find_bar import FindBar
from reader.ui.page.page_browser import PageBrowser
from reader.ui.page.page_hits import MOST, Highlighter, containing, found

if TYPE_CHECKING:
    from reader.ui.page.hit_counter import HitCounter


class PageFinder(QObject):
    """Marks words in a browser. While the find bar has words, those; else what the highlighter says.

    The bar counts its own; a small plate over the page counts the highlighter's.
    """

    def __init__(self, browser: PageBrowser, bar: FindBar, theme: Theme) -> None:
        super().__init__(browser)
        self._browser = browser
        self._bar = bar
        self._theme = theme
        self._counter: HitCounter | None = None
        self._highlighter: Highlighter | None = None
        self._lit: Highlighter | None = None
        self.found: list[QTextCursor] = []
        self.current = -1  # index in `found`, -1 for none
        bar.text_changed.connect(self.mark)
        bar.next_requested.connect(self.next)
        bar.previous_requested.connect(self.previous)
        bar.closed.connect(self._closed)

    def set_highlighter(self, highlighter: Highlighter | None) -> None:
        """Mark what this says, or nothing."""
        self._highlighter = highlighter
        self.mark()

    def set_lit(self, lit: Highlighter | None) -> None:
        """Underline what this says, on every page, below all marks; nobody steps through it."""
        self._lit = lit
        self._light()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        if self._counter is not None:
            self._counter.set_theme(theme)

    def mark(self, *, stay: bool = False) -> None:
        """Look again: the page or the words are others. `stay` at the place one is at, if there are as many."""
        if not stay:
            self._light()
        words = self._bar.words()
        if words:
            self._browser.pieces.add_all()
        highlighter = containing(words) if words else self._highlighter
        before = len(self.found)
        self.found = found(self._browser.document(), highlighter) if highlighter else []
        if not stay or len(self.found) != before:
            self.current = -1
        self._browser.marks.mark(self.found, self.current)
        self._show_count()

    def next(self) -> None:
        """Go to the next place, after the last one to the first."""
        self._go_to(self.current + 1)

    def previous(self) -> None:
        """Go to the place before, before the first one to the last."""
        self._go_to(self.current - 1 if self.current >= 0 else -1)

    def open_bar(self) -> None:
        """Open the find bar, or go back to it, with the words selected in the text."""
        self._bar.open(self._browser.textCursor().selectedText())

    def close_bar(self) -> None:
        """Close the find bar; the highlighter's marks come back."""
        if self._bar.isVisible():
            self._bar.close_bar()

    def _light(self) -> None:
        self._browser.marks.set_lit(found(self._browser.document(), self._lit) if self._lit else [])

    def _go_to(self, index: int) -> None:
        if not self.found:
            return
        self.current = index % len(self.found)
        self._browser.marks.mark(self.found, self.current)
        self._browser.reveal(self.found[self.current])
        self._show_count()

    def _show_count(self) -> None:
        self._bar.show_count(self.current + 1, len(self.found), or_more=len(self.found) == MOST)
        counts = self._highlighter is not None and not self._bar.words()
        if self._counter is None and counts and self.found:
            self._counter = self._make_counter()
        if self._counter is not None:
            self._counter.show_count(self.current + 1, len(self.found) if counts else 0)

    def _make_counter(self) -> "HitCounter":
        from reader.ui.page.hit_counter import HitCounter  # it comes with the first search

        counter = HitCounter(self._browser, self._theme)
        counter.set_theme(self._theme)
        counter.next_requested.connect(self.next)
        counter.previous_requested.connect(self.previous)
        return counter

    def _closed(self) -> None:
        self.mark()
        self._browser.setFocus()
