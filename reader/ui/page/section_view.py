"""The section view: a paper to be read, with its header, its section tabs and its text.

In: a `PaperRecord`, a theme, a typography. It opens no link and changes nothing: it says what was asked for.
"""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from reader.arxiv.model import Details
from reader.library.model import Appearance, PaperRecord
from reader.render.sheet import Beneath, Page
from reader.render.theme import Theme
from reader.ui.page.header.section_header import SectionHeader
from reader.ui.page.no_paper import NoPaper
from reader.ui.page.page_hits import Highlighter
from reader.ui.page.page_view import PageView
from reader.ui.page.page_writer import PageWriter
from reader.ui.page.pictures.asked import GetFiles
from reader.ui.page.related_foot import RelatedFoot, RelatedLine
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.typography import Typography

if TYPE_CHECKING:
    from reader.ui.page.marking.highlight_gestures import HighlightGestures

USUAL = Typography()
_RESIZED_FOR = 120  # ms without another change of width, before pictures are made to measure again


class _Shown(NamedTuple):
    record: PaperRecord
    position: int  # of the appearance
    highlighter: Highlighter | None
    beneath: Mapping[int, Beneath]

    @property
    def appearance(self) -> Appearance:
        return self.record.appearances[self.position]


@guarded
class SectionView(PageView):
    """Shows one paper, or a line of text where there is none.

    Signals:
    - `link_requested(address: str)`: a link was clicked, in the text or the header; an absolute address.
    - `citation_requested()`, `explanation_requested()`, `changes_requested()`: its header's buttons were pressed.
    - `appearance_requested(index: int)`: another appearance of the paper was chosen; show it by `show_paper`.
    - `labels_requested()`: other labels are wanted for the paper · `paper_requested(key: str)`: one like it was chosen.
    - `lead_followed(name: str)`: what stands beneath a heading was clicked; its name is that of its `Lead`.
    - `column_changed()`: the text's column moved; see `column` · those of `PageView`.
    """

    link_requested = Signal(str)
    citation_requested = Signal()
    explanation_requested = Signal()
    changes_requested = Signal()
    appearance_requested = Signal(int)
    labels_requested = Signal()
    paper_requested = Signal(str)
    lead_followed = Signal(str)
    column_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        typography: Typography = USUAL,
        parent: QWidget | None = None,
        *,
        kept_page: Path | None = None,
        files: GetFiles | None = None,
    ) -> None:
        """`kept_page`: the file the page shown last is kept in, if it is; `files` finds the pictures of all sources."""
        super().__init__(theme, parent)
        self._theme = theme
        self._typography = typography
        self._shown: _Shown | None = None
        self._resized = QTimer(self, singleShot=True, interval=_RESIZED_FOR)
        self._writer = PageWriter(kept_page, self, files)
        self._header = SectionHeader(theme, self._browser.viewport())
        self._foot = RelatedFoot(theme, self._browser.viewport())
        self._nothing = NoPaper(self)
        self._lay_out()
        self._connect()
        self._set_fonts()
        self.set_theme(theme)
        self.show_empty("")

    # What is shown

    def show_paper(
        self,
        record: PaperRecord,
        appearance_index: int = 0,
        highlighter: Highlighter | None = None,
        details: Details | None = None,
        beneath: Mapping[int, Beneath] | None = None,
    ) -> None:
        """Show a paper from its beginning, as one of its appearances has it; `details` is what arXiv says of it.

        `highlighter` says which parts of a block's text to mark, `beneath` what stands below the headings of sections.
        """
        if self._shown is None or self._shown.record.key != record.key:
            self._foot.show_lines(())
        self._shown = _Shown(record, appearance_index, highlighter, beneath or {})
        self._has_page = True
        self._writer.forget()
        self._header.show_record(record, appearance_index, highlighter, details)
        self._set_page(self._write(self._shown))
        self._scroll.begin(self._section_names())
        self._place_header()
        self._finder.set_highlighter(highlighter)
        self._mark_page()
        self._pages.setCurrentWidget(self._browser)

    def set_related(self, lines: Sequence[RelatedLine]) -> None:
        """Show these papers below the text, without moving it."""
        self._foot.show_lines(lines)
        self._place_header()

    def go_to_related(self) -> bool:
        """Give the keyboard to the papers below the text; False where there are none."""
        return self._foot.focus_first()

    def set_highlighter(self, highlighter: Highlighter | None) -> None:
        """Mark other words of the paper shown, where it is."""
        if self._shown is not None:
            self._shown = self._shown._replace(highlighter=highlighter)
            self._header.set_marks(highlighter)
            self._finder.set_highlighter(highlighter)

    def set_lit(self, lit: Highlighter | None) -> None:
        """Underline these words on every page."""
        self._finder.set_lit(lit)

    def set_beneath(self, beneath: Mapping[int, Beneath]) -> None:
        """Show other lines below the headings, and stay where one reads."""
        if self._shown is not None and beneath != self._shown.beneath:
            chosen = self._scroll.chosen
            self._shown = self._shown._replace(beneath=beneath)
            self._rewrite()
            if chosen is not None:
                self._scroll.go_to_section(chosen)

    def show_empty(self, text: str) -> None:
        """Show a line of text in place of a paper."""
        self._writer.forget()
        self._shown, self._page_anchors = None, []
        self._has_page = False
        self._scroll.leave()
        self.close_find()
        self._browser.pieces.begin(None)
        self._browser.clear()
        self._finder.set_highlighter(None)
        self._mark_page()
        self._nothing.say(text)
        self._pages.setCurrentWidget(self._nothing)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        super().set_theme(theme)
        self._header.set_theme(theme)
        self._foot.set_theme(theme)
        if "marking" in self.__dict__:
            self.marking.set_theme(theme)
        self._rewrite()

    def set_typography(self, typography: Typography) -> None:
        """Set the text otherwise, and header, tabs and column in proportion."""
        if typography != self._typography:
            self._typography = typography
            self._set_fonts()
            self._place_header()
            self._rewrite()

    def set_labels(self, labels: tuple[tuple[str, str], ...]) -> None:
        """Show the paper's labels, (name, colour), in its header."""
        if self._header.set_labels(labels):
            self._place_header()

    def set_changes(self, words: str) -> None:
        """Say in the header that the summary was rewritten; "" to say nothing."""
        if self._header.set_changes(words):
            self._place_header()

    def set_link_keys(self, keys: Mapping[str, str]) -> None:
        """The keys shown on the link buttons, by link: "arxiv", "alphaxiv", "pdf", "html", "huggingface", "other"."""
        self._header.set_link_keys(keys)
        self._place_header()

    @property
    def is_settled(self) -> bool:
        """Whether the page is as it will stay: no formula is being typeset. Wait for it before taking a picture."""
        return not self._writer.waiting

    def keep_page(self) -> None:
        """Keep the page for the next start."""
        self._writer.keep()

    def add_bar(self, bar: QWidget) -> None:
        """Put a slim bar above the paper."""
        self._whole.insertWidget(0, bar)

    # Marked words

    @cached_property
    def marking(self) -> "HighlightGestures":
        """The highlights of the page and what is done with them; nobody needs it before the first page stands."""
        from reader.ui.page.marking.highlight_gestures import HighlightGestures

        made = HighlightGestures(self._browser, self._theme)
        made.highlights.outdated.connect(self._rewrite)
        if self._shown is not None:
            made.page_written(self._shown.record.key, self._page_anchors)
        return made

    # Inside

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self._find_bar.hide()
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._browser)
        self._pages.addWidget(self._nothing)
        whole.addLayout(self._pages, 1)
        whole.addWidget(self._find_bar)
        self.setFocusProxy(self._browser)

    def _connect(self) -> None:
        self._browser.anchorClicked.connect(self._follow)
        self._browser.column_changed.connect(self._column_moved)
        self._browser.scrolled.connect(self._scrolled)
        self._browser.pieces.whole.connect(self._grown)
        self._foot.follow(self._browser)
        for changed in (self._resized.timeout, self._browser.pixel_ratio_changed, self._writer.outdated):
            changed.connect(self._rewrite)
        for asked in ("link", "citation", "explanation", "changes", "appearance", "labels"):
            getattr(self._header, f"{asked}_requested").connect(getattr(self, f"{asked}_requested"))
        self._header.resized_itself.connect(self._place_header)
        self._foot.paper_requested.connect(self._leave_foot_for)
        self._foot.left.connect(self._browser.setFocus)
        self._header.focused.connect(partial(self._browser.verticalScrollBar().setValue, 0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_fonts()
            self._place_header()
            self._rewrite()

    def _set_fonts(self) -> None:
        self._browser.set_text_font(self._typography.font(self.font()))
        font = QFont(self.font())
        for set_font, size in ((self._tabs.setFont, 14), (self._nothing.set_words_font, 13)):
            font.setPixelSize(self._typography.px(size))
            set_font(font)
        self._header.set_scale(self._typography.scale)
        self._foot.set_scale(self._typography.scale)
        self._browser.set_scale(self._typography.scale, self._typography.column)

    def _write(self, shown: _Shown) -> Page:
        width = self._browser.column[1]
        return self._writer.write(shown.appearance, self._theme, self._typography, width, shown.beneath)

    def _set_page(self, page: Page) -> None:
        """Put a page into the browser and its sections on the tabs."""
        self._name_sections([(anchor, self._writer.tab_name(anchor)) for anchor in page.anchors])
        self._browser.set_page(page, *self._measure_header())

    def _rewrite(self) -> None:
        """Write the same page again, for other colours, sizes or formulas, and stay where one reads."""
        if self._shown is None:
            return
        place, position = self._browser.reading_place(), self._scroll.put_in_vain
        with self.marking.kept_open() if "marking" in vars(self) else nullcontext():
            self._set_page(self._write(self._shown))
            self._scroll.rename(self._section_names())
            self._mark_page()
            self._browser.return_to(place)
            if position is not None:
                self._scroll.set_position(position)
        self._scrolled()
        self._finder.mark(stay=True)

    def _grown(self) -> None:
        """All of a long page is there now."""
        self._mark_page()
        self._scrolled()
        self._finder.mark(stay=True)

    def _mark_page(self) -> None:
        """Look for the highlights in a page just written, or cleared."""
        if "marking" in vars(self):
            self.marking.page_written(self._shown.record.key if self._shown else "", self._page_anchors)

    def _column_moved(self) -> None:
        self._place_header()
        if self._browser.has_pictures:  # they were made for the old width
            self._resized.start()
        self.column_changed.emit()

    def _place_header(self) -> None:
        """Give the text the room that header and tabs take now."""
        self._browser.set_above(*self._measure_header())
        self._browser.set_below(self._foot.place(self._browser.column[1]))
        self._scrolled()

    def _leave_foot_for(self, key: str) -> None:
        """The keyboard is for the paper that was chosen, not for what comes in the place of the line."""
        self._browser.setFocus(Qt.FocusReason.OtherFocusReason)
        self.paper_requested.emit(key)

    def _measure_header(self) -> tuple[int, int]:
        """Give header and tabs the column's width; returns the room they take, and what of it the tabs always cover."""
        left, width = self._browser.column
        height, tabs = self._header.fit(width), self._tabs.sizeHint().height()
        self._tabs.set_column(left, width)
        self._tabs.resize(self._browser.viewport().width(), tabs)
        return height + tabs + self._typography.px(26), tabs

    def _scrolled(self) -> None:
        """Move the header along, but the tabs no further than to the top."""
        scrolled, height = self._browser.verticalScrollBar().value(), self._header.height()
        self._header.move(self._browser.column[0], -scrolled)
        self._tabs.move(0, max(0, height - scrolled))
        self._tabs.set_stuck(scrolled > height)
        self._foot.stay_below()
        if self._shown is not None:
            self._scroll.follow()

    def _follow(self, url: QUrl) -> None:
        if url.scheme():
            self.link_requested.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        elif url.fragment().startswith(("figure-", "doubt-")):
            self.lead_followed.emit(url.fragment())
        elif url.fragment():
            self.go_to_anchor(url.fragment())
