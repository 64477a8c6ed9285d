"""Found words in a page: those a search marks, or those the find bar looks for, and the way from one to the next."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from reader.ui.find_bar import FindBar
from reader.ui.page_browser import PageBrowser
from reader.ui.page_marks import Highlighter, containing, found


class PageFinder(QObject):
    """Marks words in a browser. While the find bar has words, those; else what the highlighter says."""

    def __init__(self, browser: PageBrowser, bar: FindBar) -> None:
        super().__init__(browser)
        self._browser = browser
        self._bar = bar
        self._highlighter: Highlighter | None = None
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

    def mark(self) -> None:
        """Look again: the page or the words are others."""
        words = self._bar.words()
        highlighter = containing(words) if words else self._highlighter
        self.found = found(self._browser.document(), highlighter) if highlighter else []
        self.current = -1
        self._browser.mark(self.found)
        self._bar.show_count(0, len(self.found))

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

    def _go_to(self, index: int) -> None:
        if not self.found:
            return
        self.current = index % len(self.found)
        self._browser.mark(self.found, self.current)
        self._browser.reveal(self.found[self.current])
        self._bar.show_count(self.current + 1, len(self.found))

    def _closed(self) -> None:
        self.mark()
        self._browser.setFocus()
