"""A page to be got about in: the browser with its section tabs and its find bar, and where one is in it.

What page it is, and what stands above it, is the section view's business.
"""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QColor, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QWidget

from reader.render.sheet import Anchor
from reader.render.theme import Theme
from reader.ui.page.find_bar import FindBar
from reader.ui.page.header.section_tabs import SectionTabs
from reader.ui.page.page_browser import PageBrowser
from reader.ui.page.page_finder import PageFinder
from reader.ui.page.pictures.enlarging import Enlarging
from reader.ui.page.section_scroll import SectionScroll
from reader.ui.widgets.guarded import guarded


@guarded
class PageView(QWidget):
    """The base of the section view.

    Signals:
    - `section_changed(index: int)`: another section is being read; the index counts the tabs, from 0.
    - `scrolled()`: the person moved on in the text, by wheel, bar or keys.
    - `scrolled_to_end()`: the end of the paper was scrolled into view, once for each paper shown.
    - `painted()`: the view is on the screen; once.
    - `word_pointed(text: str, at: int)`: the mouse rests on a place of a paragraph.
    """

    section_changed = Signal(int)
    scrolled = Signal()
    scrolled_to_end = Signal()
    painted = Signal()
    word_pointed = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._has_page = False
        self._is_painted = False
        self._page_anchors: list[tuple[Anchor, str]] = []  # of the page shown, with their words on the tabs
        self._browser = PageBrowser(theme, self)
        self._tabs = SectionTabs(theme, self._browser.viewport())
        self._scroll = SectionScroll(self._browser, self._tabs)
        self._find_bar = FindBar(theme, self)
        self._finder = PageFinder(self._browser, self._find_bar, theme)
        self.enlarging = Enlarging(self._browser)
        self._scroll.section_changed.connect(self.section_changed)
        self._scroll.ended.connect(self.scrolled_to_end)
        self._browser.word_pointed.connect(self.word_pointed)
        self._browser.verticalScrollBar().actionTriggered.connect(lambda _: self.scrolled.emit())
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._browser.setAccessibleName(self.tr("Paper's text"))
        self._tabs.retranslate()
        self._find_bar.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self._browser, self._tabs, self._find_bar, self._finder):
            part.set_theme(theme)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.page))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.muted))
        self.setPalette(palette)

    def _name_sections(self, anchors: list[tuple[Anchor, str]]) -> None:
        """The page has these sections, each with its words on the tabs."""
        if anchors != self._page_anchors:
            self._page_anchors = anchors
            self._tabs.set_tabs([name for _, name in anchors])

    def _section_names(self) -> list[str]:
        return [anchor.name for anchor, _ in self._page_anchors]

    # Where one is in it

    def pointed_at(self) -> tuple[str, int]:
        """The paragraph of what is selected, and the place in it."""
        return self._browser.pointed_at()

    def go_to_section(self, index: int) -> None:
        """Scroll to the section of a tab, counted from 0; nothing where there is none."""
        self._scroll.go_to_section(index)
        self.scrolled.emit()

    def go_to_anchor(self, name: str) -> None:
        """Scroll to a named place of the page, below the tabs."""
        self._browser.load_to(name)
        self._browser.scrollToAnchor(name)
        bar = self._browser.verticalScrollBar()
        bar.setValue(bar.value() - self._tabs.height())

    def next_section(self) -> None:
        """Scroll to the section after the one being read."""
        self.go_to_section(self._scroll.section + 1)

    def previous_section(self) -> None:
        """Scroll to the section before the one being read."""
        self.go_to_section(self._scroll.section - 1)

    def scroll_page(self, down: bool = True) -> bool:
        """Turn a page; False, and nothing moves, at the end (or, upwards, at the beginning)."""
        has_moved = self._scroll.turn_page(down)
        if has_moved:
            self.scrolled.emit()
        return has_moved

    def scroll_position(self) -> float:
        """How far the paper is scrolled, 0.0 at its beginning to 1.0 at its end."""
        return self._scroll.position()

    def set_scroll_position(self, position: float) -> None:
        """Scroll to a position between 0.0 and 1.0, now or, before the view has a size, when it is first drawn."""
        self._scroll.set_position(position)

    @property
    def is_whole(self) -> bool:
        """Whether all of the paper is in sight at once."""
        return self._has_page and self._browser.text_end == 0

    @property
    def column(self) -> tuple[int, int]:
        """The text's column, for the notes to stand in the same one: its left edge and width, px within the view."""
        return self._browser.column

    # Marked words

    @property
    def mark_count(self) -> int:
        """How many places of the text are marked."""
        return len(self._finder.found)

    def find_next(self) -> None:
        """Go to the next marked place, after the last one to the first."""
        self._finder.next()

    def find_previous(self) -> None:
        """Go to the marked place before, before the first one to the last."""
        self._finder.previous()

    def open_find(self) -> None:
        """Open the find bar, or go back to it, with the words selected in the text."""
        if self._has_page:
            self._finder.open_bar()

    def close_find(self) -> None:
        """Close the find bar; the marks of the highlighter come back."""
        self._finder.close_bar()

    # What Qt calls

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._scroll.settle)  # when all inside have their sizes

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)  # when all inside is painted as well
