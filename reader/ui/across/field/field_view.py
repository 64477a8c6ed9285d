"""What the field is up to, drawn: a calendar of papers a day, terms that rise, terms that are new, papers, benchmarks.

It reads nothing itself: it shows the `Trends` it is given, and says which query a line leads to.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout

from reader.across.trends import PRIOR, RisingTerm, Trends
from reader.ui.across.band import Band
from reader.ui.across.field.block import Block
from reader.ui.across.field.field_parts import FieldParts
from reader.ui.across.field.heat_map import HeatMap, strength
from reader.ui.across.field.legend import Legend
from reader.ui.across.field.lines import Line, LineTable
from reader.ui.across.wide_view import WideView
from reader.ui.session.dates import short_day
from reader.ui.session.places import ALL, LAST_POSTS, MONTH, WEEK, Place
from reader.ui.widgets.buttons import KeyButton
from reader.ui.widgets.empty_state import EmptyState
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.popup import Popup
from reader.ui.widgets.scrolling import OverlayScrollBar
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words


@guarded
class FieldView(WideView):
    """The page with its band.

    Signals: `search_wanted(str)` a line was chosen · `place_wanted(Place)` another range · `left()`.
    """

    search_wanted = Signal(str)
    place_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._trends: Trends | None = None
        self._band = Band(look, self)
        self._band.left.connect(self.left)
        self._ranges = KeyButton(look, parent=self._band)
        self._band.add(self._ranges)
        self._scroll = QScrollArea(self)
        self.empty = EmptyState(look, "page", self)
        self.empty.hide()
        self._body = FieldParts(look)
        self.map = HeatMap(look, self._body)
        self._legend = Legend(look, self._body)
        self._counted = Words(look, -1, "muted", parent=self._body)
        self._counted.set_wrapping(centred=False)
        self.rising, self.first_seen = LineTable(look, self._body), LineTable(look, self._body)
        self.repeated, self.benchmarks = LineTable(look, self._body), LineTable(look, self._body)
        self.tables: tuple[HeatMap | LineTable, ...]
        self.tables = (self.map, self.rising, self.first_seen, self.repeated, self.benchmarks)
        self._blocks = [Block(look, table, self._body) for table in self.tables]
        self._lay_out()
        self._connect()
        self.retranslate()

    # What is shown

    def show_trends(self, trends: Trends, title: str) -> None:
        """Show what a range is about."""
        self._trends = trends
        self._band.set_words(title, self.tr("%Ln paper(s)", "", trends.papers))
        self.map.days.show(trends.days, self.locale())
        papers, before = self.tr("Papers"), self.tr("Before")
        self.rising.show_lines((self.tr("Term"), papers, before, "z"), _rising(trends.rising))
        self.first_seen.show_lines((self.tr("Term"), papers), _first_seen(trends.first_seen))
        self.repeated.show_lines(
            (self.tr("Paper"), self.tr("Posts")),
            [Line((each.title, str(each.times)), 0, each.query) for each in trends.repeated],
        )
        self.benchmarks.show_lines(
            (self.tr("Benchmark"), self.tr("Date")),
            [
                Line((f"{each.name}: {_after(each.name, each.title)}", each.day), 0, each.query)
                for each in trends.benchmarks
            ],
        )
        self.map.take_size()
        self.map.begin()
        self._legend.setVisible(bool(trends.days))
        self._legend.set_strength(strength(1, 1, under_text=self.map.has_numbers))
        self._say_how(trends)
        for block in (block for block in self._blocks if not block.is_empty):
            block.take_count()
        self._show_page(trends.papers > 0)
        for block in self._blocks:
            block.take_count()
        self._body.share_out(self.width())
        self._scroll.verticalScrollBar().setValue(0)

    @property
    def has_papers(self) -> bool:
        """Whether the range has papers."""
        return self._trends is not None and self._trends.papers > 0

    def step(self, by: int) -> None:
        """Go to the next or previous line, from one list to the next."""
        if not self.tables[self._part()].step(by):
            self._go_on(by)

    def go_to_section(self, index: int) -> None:
        """Go to a part of the page, counted from 0: the calendar, rising terms, new ones, papers, benchmarks."""
        if index < len(self.tables):
            table = self.tables[index]
            table.begin()
            table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._scroll.ensureWidgetVisible(self._blocks[index], 0, 0)
            self._show_line(table)

    def next_section(self) -> None:
        """Go to the next part that has lines."""
        self._go_on(1)

    def previous_section(self) -> None:
        """Go to the part before that has lines."""
        self._go_on(-1)

    def scroll_page(self, down: bool = True) -> bool:
        """Turn a page; False at the end (or, upwards, at the beginning)."""
        bar, before = self._scroll.verticalScrollBar(), self._scroll.verticalScrollBar().value()
        bar.setValue(before + (1 if down else -1) * max(40, self._scroll.viewport().height() - 48))
        return bar.value() != before

    def set_look(self) -> None:
        """Take colours and sizes."""
        for table in self.tables:
            table.take_size()
        self._body.share_out(self.width())

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._body.share_out(self.width())

    # Inside

    def _show_page(self, some: bool) -> None:
        """Show the page, or a sentence in its stead, with the keyboard; before a table that has nothing any more is
        hidden: Qt would give its keyboard to whatever stands next in the window.
        """
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        first = next((table for table in self.tables if table.count()), self._ranges)
        self.empty.stand_in(self, (self._scroll,), first, stands=not some, had_focus=had_focus)
        if some and any(table is focus and not table.count() for table in self.tables):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._band)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.empty, 1)
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        OverlayScrollBar(self._scroll)
        self._blocks[0].add(self._legend)
        self._body.set_parts(self.map, self._blocks, self._counted)
        self.setFocusProxy(self.map)

    def _connect(self) -> None:
        for table in self.tables:
            table.chosen.connect(self.search_wanted)
            table.reached.connect(lambda table=table: self._show_line(table))
        menu = Popup(self._ranges)
        menu.aboutToShow.connect(lambda: self._fill_ranges(menu))
        self._ranges.setMenu(menu)

    def _fill_ranges(self, menu: Popup) -> None:
        menu.clear()
        ranges: Sequence[tuple[str, Place]] = (
            (self.tr("This week"), WEEK),
            (self.tr("This month"), MONTH),
            (self.tr("The last seven posts"), LAST_POSTS),
            (self.tr("All papers"), ALL),
        )
        for words, place in ranges:
            menu.addAction(words, lambda place=place: self.place_wanted.emit(place))  # type: ignore[misc]  # bound early

    def _part(self) -> int:
        return next((n for n, table in enumerate(self.tables) if table.hasFocus()), 0)

    def _go_on(self, by: int) -> None:
        order = range(self._part() + 1, len(self.tables)) if by > 0 else range(self._part() - 1, -1, -1)
        found = next((n for n in order if self.tables[n].count()), None)
        if found is not None:
            self.go_to_section(found)

    def _show_line(self, table: HeatMap | LineTable) -> None:
        """Bring the current line into sight."""
        rect = table.visualRect(table.currentIndex())
        at = table.viewport().mapTo(self._body, rect.center() if rect.isValid() else QPoint(0, 0))
        self._scroll.ensureVisible(at.x(), at.y(), 0, self._look.px(48))

    def _say_how(self, trends: Trends) -> None:
        if not trends.before:
            words = self.tr(
                "There are no other papers to compare these with: choose a shorter stretch, such as this week."
            )
        else:
            against = self._stretch(trends.before_days) or self.tr("all others of the library")
            words = self.tr(
                "How it is counted: papers with a term, not how often it stands there. They are compared with %1 papers"
                " (%2); z is the log-odds ratio in standard deviations, smoothed by a prior of %3 papers. First seen is"
                " what at least two papers have and no title or contribution before."
            )
            words = words.replace("%1", str(trends.before)).replace("%2", against).replace("%3", f"{PRIOR:.0f}")
        self._counted.set_words(words)

    def _stretch(self, days: str) -> str:
        first, _, last = days.partition("..")
        return " – ".join(
            short_day(date.fromisoformat(day), self.locale()) + f" {day[:4]}" for day in (first, last) if day
        )

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._ranges.setText(self.tr("Range"))
        self.empty.set_texts(self.tr("No papers here. Another range may have some."))
        texts = (
            (self.tr("Papers a day"), self.tr("No paper here has a date.")),
            (self.tr("Rising terms"), self.tr("Nothing rises.")),
            (self.tr("First seen"), self.tr("No term is new.")),
            (self.tr("In several posts"), self.tr("Every paper is in one post only.")),
            (self.tr("New benchmarks"), self.tr("No paper introduces one.")),
        )
        for block, (title, nothing) in zip(self._blocks, texts, strict=True):
            block.set_words(title, nothing)
        if self._trends is not None:
            self.show_trends(self._trends, self._band.title)


def _rising(terms: Sequence[RisingTerm]) -> list[Line]:
    most = max((each.z for each in terms), default=1.0)
    return [
        Line((each.term, str(each.papers), str(each.before), f"{each.z:.1f}"), each.z / most, each.query)
        for each in terms
    ]


def _first_seen(terms: Sequence[RisingTerm]) -> list[Line]:
    most = max((each.papers for each in terms), default=1)
    return [Line((each.term, str(each.papers)), each.papers / most, each.query) for each in terms]


def _after(name: str, title: str) -> str:
    """A title without the name in front of it."""
    return title[len(name) :].lstrip(" :：") if title.startswith(name) else title
