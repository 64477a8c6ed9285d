"""The middle pane: the papers of a place or of a search.

Comes in: a `PageSource` with a title and a detail, and marks by key. Goes out: what a person chose, starred, opened.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QSize, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from reader.posts.model import PaperKey
from reader.ui.papers.paper_list_header import DUE_SORTS, PAPER_SORTS, READ_SORTS, SEARCH_SORTS, PaperListHeader, Sort
from reader.ui.papers.paper_list_model import PaperListModel
from reader.ui.papers.paper_table import PaperTable
from reader.ui.papers.paper_words import spoken
from reader.ui.session.rows import Lit, PageSource, ResultRow, Signs
from reader.ui.widgets.empty_state import EmptyState
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

__all__ = [
    "DUE_SORTS",
    "PAPER_SORTS",
    "READ_SORTS",
    "SEARCH_SORTS",
    "PageSource",
    "PaperList",
    "ResultRow",
    "Signs",
    "Sort",
]

_SELECTED_KEPT = 2000
"""So many selected papers are selected again in a newer state of the list; looking for more would take too long."""


@guarded
class PaperList(QWidget):
    """A header, and the rows or, where there are none, a calm sentence.

    Signals: `paper_chosen(str)`, `star_clicked(str)`, `open_requested(str)` (Enter, double click), each with a key ·
    `sort_chosen(str)` · `empty_button_clicked()` · `selection_changed()` ·
    `menu_requested(QPoint)` at a point of the screen, for what is selected. They say what a person did; `choose` and
    `set_source` emit only the last one.
    """

    selection_changed = Signal()
    menu_requested = Signal(QPoint)
    paper_chosen = Signal(str)
    star_clicked = Signal(str)
    open_requested = Signal(str)
    sort_chosen = Signal(str)
    empty_button_clicked = Signal()

    def __init__(
        self,
        look: Look,
        signs: Callable[[PaperKey], Signs],
        parent: QWidget | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._model = PaperListModel(signs, lambda result, marks: spoken(result, marks, today()))
        self.header = PaperListHeader(look, self)
        self.table = PaperTable(look, self._model, today, self)
        self._empty = EmptyState(look, "panel", self)
        self._arrange()
        self._connect()
        self.header.sort.set_sorts(PAPER_SORTS, "newest")

    def set_source(self, source: PageSource, title: str, detail: str, keep_key: str | None = None) -> None:
        """Show another list from its top; if `keep_key` is in it, that paper is selected and stays where it is on the
        screen."""
        self.header.set_texts(title, detail)
        self._replace(source, keep_key, keep_key)

    def refresh(self, source: PageSource, title: str, detail: str, current: PaperKey | None) -> None:
        """Show a newer state of the same list, with `current` as the current paper if it is there. Other selected
        papers and those in sight stay so, if they are still there.
        """
        self.header.set_texts(title, detail)
        selected = self._selected_to_keep()
        self._replace(source, current, self._anchor(current))
        if selected:
            rows = (self._model.position(key) for key in selected)
            self.table.select_rows(row for row in rows if row is not None)

    def show_answer(
        self, source: PageSource, title: str, detail: str, *, selected: PaperKey | None, from_top: bool
    ) -> None:
        """Show what a search found, with the paper `selected` if it is there: `from_top`, where the best are, or with
        what is in sight where it is.
        """
        self.header.set_texts(title, detail)
        self._replace(source, selected, None if from_top else self._anchor(selected))

    def set_detail(self, detail: str) -> None:
        """Change what the header says about the list."""
        self.header.set_texts(self.header.title.text(), detail)

    def set_sorts(self, sorts: Sequence[Sort], sort: Sort) -> None:
        """Offer these orders (PAPER_SORTS, SEARCH_SORTS), with `sort` the one in force."""
        self.header.sort.set_sorts(sorts, sort)

    def add_above_rows(self, widget: QWidget) -> None:
        """Put a widget between the header and the rows."""
        cast(QVBoxLayout, self.layout()).insertWidget(1, widget)

    def set_lit(self, lit: Lit) -> None:
        """Mark other words in titles and lines of all rows but those of an answer."""
        self._model.set_lit(lit)

    def set_empty(self, text: str, button: str = "") -> None:
        """What to say when there is nothing to list, and what a button below it says."""
        self._empty.set_texts(text, button)

    def marks_changed(self, keys: Collection[str]) -> None:
        """Show the marks of these papers anew, of all without any."""
        self._model.marks_changed({PaperKey(key) for key in keys})

    def count(self) -> int:
        """How many papers are listed."""
        return self._model.rowCount()

    def has(self, key: PaperKey) -> bool:
        """Whether a paper is listed."""
        return self._model.position(key) is not None

    def current_key(self) -> PaperKey | None:
        """The paper selected."""
        return self._model.key(self.table.currentIndex().row())

    def selected_count(self) -> int:
        """How many papers are selected."""
        return sum(last - first + 1 for first, last in self.table.selected_runs())

    def selected_keys(self) -> list[PaperKey]:
        """The selected papers, in the order of the list."""
        return [key for first, last in self.table.selected_runs() for key in self._model.keys(first, last)]

    def listed_keys(self) -> list[PaperKey]:
        """All papers of the list, in its order."""
        return list(self._model.keys(0, self.count() - 1)) if self.count() else []

    def first_key(self) -> PaperKey | None:
        """The first paper listed."""
        return self._model.key(0)

    def key_at(self, row: int) -> PaperKey | None:
        """The paper of a row; None where there is none."""
        return self._model.key(row)

    def neighbours(self) -> Iterator[PaperKey]:
        """The papers around the current one, as far as they are held in memory: those below it, then those above."""
        yield from self._model.held_around(self.table.currentIndex().row())

    def is_scrolled(self) -> bool:
        """Whether the list shows anything but its beginning."""
        return self.table.verticalScrollBar().value() > 0

    def top(self) -> tuple[int, int]:
        """What is at the top of the view: a row, and where it begins, in px from the view's top, 0 or less."""
        row = max(0, self.table.rowAt(0))
        return row, self.table.top_of(row) - self.table.verticalScrollBar().value() if self.count() else 0

    def scroll_to(self, top: tuple[int, int]) -> None:
        """Have this at the top again."""
        self.table.place_row(*top)

    def offset_of(self, key: str | None) -> int | None:
        """How far below the top of the viewport a paper is now, px; None if it isn't in sight."""
        row = self._model.position(PaperKey(key)) if key else None
        if row is None:
            return None
        offset = self.table.top_of(row) - self.table.verticalScrollBar().value()
        return offset if -self.table.row_height() < offset < self.table.viewport().height() else None

    def place(self, key: str, offset: int) -> None:
        """Scroll so that a paper begins `offset` px below the top of the view, if it is in the list."""
        if (row := self._model.position(PaperKey(key))) is not None:
            self.table.place_row(row, offset)

    def choose(self, key: str) -> bool:
        """Select a paper and bring it into sight; False, and nothing selected, if it isn't in the list."""
        row = self._model.position(PaperKey(key))
        self.table.choose_row(-1 if row is None else row)
        if row is not None:
            self.table.scrollTo(self._model.index(row, 0))
        return row is not None

    def step(self, by: int) -> bool:
        """Choose the paper `by` rows further on, like an arrow key; False at the end of the list."""
        row = self._row_by(by)
        if row is not None:
            self.table.go_to(row)
        return row is not None

    def extend(self, by: int) -> bool:
        """Select the paper `by` rows further on as well, like Shift and an arrow key; False at the end of the list."""
        row = self._row_by(by)
        if row is not None:
            self.table.extend_to(row)
        return row is not None

    def beside_current(self) -> QPoint | None:
        """A point of the screen beside the current row, where a menu about it may open; None if it is out of sight."""
        row = self.table.visualRect(self.table.currentIndex())
        viewport = self.table.viewport()
        if not row.isValid() or not viewport.rect().intersects(row):
            return None
        inside = row.intersected(viewport.rect())
        return viewport.mapToGlobal(inside.topRight() - QPoint(inside.width() // 3, -24))

    def select_all(self) -> None:
        """Select every paper of the list."""
        self.table.selectAll()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(392), 600)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column.addLayout(self._stack, 1)
        self.setFocusProxy(self.table)
        self._take_look()
        self._look.changed.connect(self._take_look)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _take_look(self) -> None:
        self.setMinimumWidth(self._look.px(240))

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Papers"))

    def _connect(self) -> None:
        self.table.row_chosen.connect(lambda row: self._tell(self.paper_chosen, row))
        self.table.star_clicked.connect(lambda row: self._tell(self.star_clicked, row))
        self.table.menu_requested.connect(self.menu_requested)
        self.table.selection_changed.connect(self.selection_changed)
        self.table.open_requested.connect(lambda row: self._tell(self.open_requested, row))
        self.header.sort.sort_chosen.connect(self.sort_chosen)
        self._empty.button_clicked.connect(self.empty_button_clicked)

    def _tell(self, signal: object, row: int) -> None:
        key = self._model.key(row)
        if key is not None:
            signal.emit(key)  # type: ignore[attr-defined]  # a bound signal, which has no type of its own

    def _row_by(self, by: int) -> int | None:
        current = self.table.currentIndex()
        row = current.row() + by if current.isValid() else (0 if by > 0 else self.count() - 1)
        return row if 0 <= row < self.count() else None

    def _replace(self, source: PageSource, selected: str | None, anchor: str | None) -> None:
        offset = self.offset_of(anchor)
        self._choose_silently(source, selected)
        self._stack.setCurrentIndex(0 if self.count() else 1)
        self.setFocusProxy(self.table if self.count() else self._empty)  # a hidden table takes no keyboard
        row = self._model.position(PaperKey(anchor)) if anchor else None
        if row is None:
            self.table.scrollToTop()
            self.table.fit_rows()
        elif offset is None:
            self.table.fit_rows(row)
            self.table.scrollTo(self._model.index(row, 0))
        else:
            self.table.place_row(row, offset)

    def _selected_to_keep(self) -> list[PaperKey]:
        """What is selected besides the current paper; nothing if that is more than anybody would pick by hand."""
        return self.selected_keys() if 1 < self.selected_count() <= _SELECTED_KEPT else []

    def _choose_silently(self, source: PageSource, selected: str | None) -> None:
        self.table.silent = True
        try:
            self._model.set_source(source)
            self.table.measure_again()
        finally:
            self.table.silent = False
        row = self._model.position(PaperKey(selected)) if selected else None
        self.table.choose_row(-1 if row is None else row)

    def _anchor(self, current: PaperKey | None) -> str | None:
        """The paper to stay in place when rows come and go: the current one if in sight, else the first in sight."""
        if self.offset_of(current) is not None:
            return current
        if self.table.verticalScrollBar().value() == 0:
            return None
        return self._model.key(self.table.rowAt(1))
