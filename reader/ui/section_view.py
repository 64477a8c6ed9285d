"""The section view: a paper to be read, with its header, its section tabs and its text.

In: a `PaperRecord`, a theme, a text size. It opens no link and changes nothing: it says what was asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QShowEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from reader.library.model import Appearance, PaperRecord
from reader.posts.model import SectionKind
from reader.render.sheet import Labels, Look
from reader.render.theme import Theme
from reader.ui.find_bar import FindBar
from reader.ui.formulas import Formulas
from reader.ui.page_browser import PageBrowser
from reader.ui.page_marks import Highlighter, containing, found
from reader.ui.section_header import SectionHeader
from reader.ui.section_tabs import SectionTabs

if TYPE_CHECKING:
    from reader.render.page import Anchor, Page

TEXT_SIZE = 16.0  # px of the text, by default
_OVERLAP = 48  # px of a page that stay in view when it is turned


@dataclass(frozen=True, slots=True)
class _Shown:
    record: PaperRecord
    index: int
    highlighter: Highlighter | None

    @property
    def appearance(self) -> Appearance:
        return self.record.appearances[self.index]


class SectionView(QWidget):
    """Shows one paper, or a line of text where there is none.

    Signals:
    - `link_requested(address: str)`: a link was clicked, in the text or the header; an absolute address.
    - `appearance_requested(index: int)`: another appearance of the paper was chosen; show it by `show_paper`.
    - `section_changed(index: int)`: another section is being read; the index counts the tabs, from 0.
    - `scrolled_to_end()`: the end of the paper was scrolled into view, once for each paper shown.
    - `column_changed()`: the text's column moved; see `column`.
    """

    link_requested = Signal(str)
    appearance_requested = Signal(int)
    section_changed = Signal(int)
    scrolled_to_end = Signal()
    column_changed = Signal()

    def __init__(self, theme: Theme, text_size: float = TEXT_SIZE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text_size = text_size
        self._shown: _Shown | None = None
        self._anchors: tuple[Anchor, ...] = ()
        self._section = -1
        self._held: int | None = (
            None  # scroll value at which the section was chosen, which scrolling alone may not show
        )
        self._end_told = True
        self._pending: float | None = None  # scroll position asked for before there was a size
        self._put: tuple[float, int] | None = None  # the position set last, and the scroll bar's value it gave
        self._found: list[QTextCursor] = []
        self._current_mark = -1
        self._formulas = Formulas(self)
        self._browser = PageBrowser(theme, self)
        self._header = SectionHeader(theme, self._browser.viewport())
        self._tabs = SectionTabs(theme, self._browser.viewport())
        self._empty = QLabel(self)
        self._find_bar = FindBar(theme, self)
        self._lay_out()
        self._connect()
        self._set_fonts()
        self.set_theme(theme)
        self.show_empty("")

    # What is shown

    def show_paper(
        self, record: PaperRecord, appearance_index: int = 0, highlighter: Highlighter | None = None
    ) -> None:
        """Show a paper from its beginning, as one of its appearances has it.

        `highlighter` says which parts of a plain text to mark, as (start, end) in characters, block by block.
        """
        self._shown = _Shown(record, appearance_index, highlighter)
        self._formulas.stop()
        self._header.show_record(record, appearance_index, highlighter)
        page = self._write()
        self._anchors = page.anchors
        self._tabs.set_tabs([self._tab_name(anchor) for anchor in page.anchors])
        self._section, self._held = (0 if page.anchors else -1), None
        self._pending, self._put = None, None
        self._browser.set_page(page, *self._measure_header())
        self._browser.verticalScrollBar().setValue(0)
        self._end_told = False
        self._follow_scroll()
        self._mark_found()
        self._pages.setCurrentWidget(self._browser)

    def show_empty(self, text: str) -> None:
        """Show a line of text in place of a paper."""
        self._formulas.stop()
        self._shown = None
        self._end_told = True
        self._found = []
        self.close_find()
        self._browser.clear()
        self._empty.setText(text)
        self._pages.setCurrentWidget(self._empty)

    def clear(self) -> None:
        """Show nothing."""
        self.show_empty("")

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._browser.set_theme(theme)
        self._header.set_theme(theme)
        self._tabs.set_theme(theme)
        self._find_bar.set_theme(theme)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.page))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.muted))
        self.setPalette(palette)
        self._rewrite()

    def set_text_size(self, text_size: float) -> None:
        """Make the text `text_size` px high, and header, tabs and column in proportion."""
        if text_size != self._text_size:
            self._text_size = text_size
            self._set_fonts()
            self._place_header()
            self._rewrite()

    def set_link_keys(self, keys: Mapping[str, str]) -> None:
        """The keys shown on the link buttons, by link: "arxiv", "alphaxiv", "pdf", "html", "huggingface", "other"."""
        self._header.set_link_keys(keys)
        self._place_header()

    # Where one is in it

    def section_count(self) -> int:
        """How many tabs there are."""
        return len(self._anchors)

    def go_to_section(self, index: int) -> None:
        """Scroll to the section of a tab, counted from 0; nothing where there is none."""
        if not 0 <= index < len(self._anchors):
            return
        bar = self._browser.verticalScrollBar()
        bar.setValue(0 if index == 0 else self._tops()[index] - self._tabs.height() - self._px(20))
        self._held = bar.value()
        self._set_section(index)

    def next_section(self) -> None:
        """Scroll to the section after the one being read."""
        self.go_to_section(self._section + 1)

    def previous_section(self) -> None:
        """Scroll to the section before the one being read."""
        self.go_to_section(self._section - 1)

    def scroll_page(self, down: bool = True) -> bool:
        """Turn a page; False, and nothing moves, at the end (or, upwards, at the beginning)."""
        bar = self._browser.verticalScrollBar()
        before = bar.value()
        step = max(40, self._browser.viewport().height() - self._tabs.height() - _OVERLAP)
        bar.setValue(before + (step if down else -step))
        return bar.value() != before

    def scroll_position(self) -> float:
        """How far the paper is scrolled, 0.0 at its beginning to 1.0 at its end."""
        if self._pending is not None:
            return self._pending
        bar = self._browser.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def set_scroll_position(self, position: float) -> None:
        """Scroll to a position between 0.0 and 1.0, now or, before the view has a size, when it is first drawn."""
        self._pending = position
        if self.isVisible():
            self._apply_pending()

    @property
    def column(self) -> tuple[int, int]:
        """The text's column, for the notes to stand in the same one: its left edge and width, px within the view."""
        return self._browser.column

    # Marked words

    @property
    def mark_count(self) -> int:
        """How many places of the text are marked."""
        return len(self._found)

    def find_next(self) -> None:
        """Go to the next marked place, after the last one to the first."""
        self._go_to_mark(self._current_mark + 1)

    def find_previous(self) -> None:
        """Go to the marked place before, before the first one to the last."""
        self._go_to_mark(self._current_mark - 1 if self._current_mark >= 0 else -1)

    def open_find(self) -> None:
        """Open the find bar, or go back to it, with the words selected in the text."""
        if self._shown is not None:
            self._find_bar.open(self._browser.textCursor().selectedText())

    def close_find(self) -> None:
        """Close the find bar; the marks of the highlighter come back."""
        if self._find_bar.isVisible():
            self._find_bar.close_bar()

    # Inside

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(48, 48, 48, 48)
        self._browser.setAccessibleName(self.tr("Paper's text"))
        self._find_bar.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._browser)
        self._pages.addWidget(self._empty)
        whole.addLayout(self._pages, 1)
        whole.addWidget(self._find_bar)
        self.setFocusProxy(self._browser)

    def _connect(self) -> None:
        self._browser.anchorClicked.connect(self._follow)
        self._browser.column_changed.connect(self._column_moved)
        self._browser.scrolled.connect(self._follow_scroll)
        self._browser.pixel_ratio_changed.connect(self._rewrite)
        self._browser.verticalScrollBar().rangeChanged.connect(self._range_changed)
        self._header.link_requested.connect(self.link_requested)
        self._header.appearance_requested.connect(self.appearance_requested)
        self._header.resized_itself.connect(self._place_header)
        self._header.focused.connect(partial(self._browser.verticalScrollBar().setValue, 0))
        self._tabs.tab_chosen.connect(self.go_to_section)
        self._find_bar.text_changed.connect(self._mark_found)
        self._find_bar.next_requested.connect(self.find_next)
        self._find_bar.previous_requested.connect(self.find_previous)
        self._find_bar.closed.connect(self._find_closed)
        self._formulas.typeset.connect(self._rewrite)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._apply_pending)  # when all inside have their sizes

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_fonts()
            self._place_header()
            self._rewrite()

    def _px(self, length: float) -> int:
        return round(length * self._text_size / TEXT_SIZE)

    def _set_fonts(self) -> None:
        font = QFont(self.font())
        font.setPixelSize(self._px(16))
        self._browser.set_text_font(font)
        tabs = QFont(font)
        tabs.setPixelSize(self._px(14))
        self._tabs.setFont(tabs)
        self._empty.setFont(tabs)
        self._header.set_scale(self._text_size / TEXT_SIZE)
        self._browser.set_scale(self._text_size / TEXT_SIZE)

    def _write(self) -> "Page":
        """Write the page of what is shown; formulas not typeset yet are wanted from now on."""
        from reader.render import page, pictures  # noqa: PLC0415 brings markdown-it along: not at the window's start

        assert self._shown is not None
        appearance = self._shown.appearance
        written = page.page(
            appearance.paper,
            self._look(),
            labels=self._labels(),
            is_page=appearance.is_page,
            typeset=self._formulas.get,
            find_picture=partial(pictures.find, folder=Path(appearance.source), post=appearance.post),
        )
        self._formulas.start()
        return written

    def _rewrite(self) -> None:
        """Write the same page again, for other colours, sizes or formulas, and stay where one reads."""
        if self._shown is None:
            return
        place = self._browser.reading_place()
        self._browser.set_page(self._write(), *self._measure_header())
        self._browser.return_to(place)
        self._follow_scroll()
        self._mark_found()

    def _look(self) -> Look:
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        return Look(self._theme, self._text_size, self._browser.column[1], mono)

    def _labels(self) -> Labels:
        return Labels(
            goal=self.tr("Goal"),
            motivation=self.tr("Motivation"),
            contribution=self.tr("Contribution"),
            picture_elsewhere=self.tr("Picture on {host} · click to open it in the browser"),
            picture_missing=self.tr("Picture not found: {name}"),
        )

    def _tab_name(self, anchor: "Anchor") -> str:
        names = {
            SectionKind.INTRODUCTION: self.tr("Introduction"),
            SectionKind.METHOD: self.tr("Method"),
            SectionKind.RESULTS: self.tr("Results"),
            SectionKind.LIMITATIONS: self.tr("Limitations"),
            SectionKind.CONCLUSION: self.tr("Conclusion"),
        }
        return anchor.heading or names.get(anchor.kind, "")

    def _column_moved(self) -> None:
        self._place_header()
        self.column_changed.emit()

    def _place_header(self) -> None:
        """Give the text the room that header and tabs take now."""
        self._browser.set_above(*self._measure_header())
        self._follow_scroll()

    def _measure_header(self) -> tuple[int, int]:
        """Give header and tabs the column's width; returns the room they take, and what of it the tabs always cover."""
        left, width = self._browser.column
        height, tabs = self._header.heightForWidth(width), self._tabs.sizeHint().height()
        self._header.resize(width, height)
        self._tabs.set_column(left, width)
        self._tabs.resize(self._browser.viewport().width(), tabs)
        return height + tabs + self._px(26), tabs

    def _follow_scroll(self) -> None:
        bar = self._browser.verticalScrollBar()
        scrolled, height = bar.value(), self._header.height()
        self._header.move(self._browser.column[0], -scrolled)
        self._tabs.move(0, max(0, height - scrolled))
        self._tabs.set_stuck(scrolled > height)
        if self._shown is None:
            return
        if scrolled != self._held:
            self._held = None
            self._set_section(self._section_at(scrolled))
        if scrolled == bar.maximum() > 0 and not self._end_told:
            self._end_told = True
            self.scrolled_to_end.emit()

    def _section_at(self, scrolled: int) -> int:
        bar = self._browser.verticalScrollBar()
        if scrolled == bar.maximum() > 0:
            return len(self._anchors) - 1
        line = scrolled + self._tabs.height() + self._px(48)
        return max(0, sum(top <= line for top in self._tops()) - 1) if self._anchors else -1

    def _tops(self) -> list[int]:
        return self._browser.anchor_tops([anchor.name for anchor in self._anchors])

    def _set_section(self, index: int) -> None:
        self._tabs.set_current(index)
        if index != self._section:
            self._section = index
            self.section_changed.emit(index)

    def _apply_pending(self) -> None:
        if self._pending is None or not self.isVisible():
            return
        self._browser.document().size()  # lays out all of it: the scroll bar then knows where its end is
        bar = self._browser.verticalScrollBar()
        bar.setValue(round(self._pending * bar.maximum()))
        self._put = (self._pending, bar.value())
        self._pending = None

    def _range_changed(self, _least: int, most: int) -> None:
        """Keep the position that was set, until somebody scrolls: sizes settle in several steps."""
        bar = self._browser.verticalScrollBar()
        if self._put is not None and bar.value() == self._put[1]:
            bar.setValue(round(self._put[0] * most))
            self._put = (self._put[0], bar.value())
        self._follow_scroll()

    def _follow(self, url: QUrl) -> None:
        if url.scheme():
            self.link_requested.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        elif url.fragment():
            self._browser.scrollToAnchor(url.fragment())

    def _mark_found(self) -> None:
        """Mark what the find bar looks for, or else what the highlighter marks."""
        words = self._find_bar.words()
        highlighter = containing(words) if words else self._shown.highlighter if self._shown else None
        self._found = found(self._browser.document(), highlighter) if highlighter else []
        self._current_mark = -1
        self._browser.mark(self._found)
        self._find_bar.show_count(0, len(self._found))

    def _go_to_mark(self, index: int) -> None:
        if not self._found:
            return
        self._current_mark = index % len(self._found)
        self._browser.mark(self._found, self._current_mark)
        self._browser.reveal(self._found[self._current_mark])
        self._find_bar.show_count(self._current_mark + 1, len(self._found))

    def _find_closed(self) -> None:
        self._mark_found()
        self._browser.setFocus()
