"""The table: papers as rows, chosen sections as columns.

It reads nothing itself: it asks for a table by columns and order, and shows what it is given.
"""

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout

from reader.across.passages import LENSED, Lensed
from reader.across.table import Table
from reader.posts.model import PaperKey
from reader.ui.across.band import Band
from reader.ui.across.section_words import section_word
from reader.ui.across.table.paper_grid import PaperGrid
from reader.ui.across.table.table_model import TableModel
from reader.ui.across.wide_view import WideView
from reader.ui.session.rows import Signs
from reader.ui.widgets.buttons import KeyButton
from reader.ui.widgets.empty_state import EmptyState
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.popup import Popup
from reader.ui.widgets.theme import Look

COLUMNS: tuple[Lensed, ...] = ("goal", "results", "limitations")
"""Those shown at first."""
NUMBERS = ("FID", "GenEval", "MMLU", "PSNR")
"""Offered to sort by."""
_WIDTHS = {"title": 316, "day": 104, "number": 190}
_LEAST = 200  # px of a section's column; all of them share the room alike


@guarded
class TableView(WideView):
    """The table with its bar.

    Signals: `wanted()` other columns or another order are wanted; see `columns` and `sort` · `paper_chosen(str)` ·
    `opened(str)` a single page is wanted · `left()` · `export_requested()` · `copy_requested()` ·
    `number_requested()` a metric to sort by is to be asked for.
    """

    wanted = Signal()
    paper_chosen = Signal(str)
    opened = Signal(str)
    export_requested = Signal()
    copy_requested = Signal()
    number_requested = Signal()

    def __init__(self, look: Look, signs: Callable[[PaperKey], Signs]) -> None:
        super().__init__()
        self._look = look
        self.columns: tuple[Lensed, ...] = COLUMNS
        self.sort = ""
        self._widths: dict[str, int] = {}  # px: what the person made of a column
        self._given: dict[str, int] = {}  # px: what it was given
        self.model = TableModel()
        self._bar = Band(look, self)
        self._chosen = KeyButton(look, parent=self._bar)
        self._order = KeyButton(look, parent=self._bar)
        self._copy = KeyButton(look, parent=self._bar)
        self._export = KeyButton(look, parent=self._bar)
        self.grid = PaperGrid(look, self.model, signs, self)
        self.empty = EmptyState(look, "page", self)
        self.empty.hide()
        self._lay_out()
        self._connect()
        self.retranslate()

    # What is shown

    def show_table(self, table: Table, title: str, current: PaperKey | None) -> None:
        """Show a table, at a paper if it has it."""
        self._keep_widths()
        self.grid.cells.forget()
        self.model.show(table, self.number)
        self._give_widths()
        self._bar.set_words(title, self.tr("%Ln paper(s)", "", len(table.rows)))
        self._show_rows(bool(table.rows))
        self.follow(current)

    def set_columns(self, sections: Collection[str], widths: Mapping[str, int]) -> None:
        """Take these sections, and widths of columns in px; from a file that a person may have edited."""
        self.columns = tuple(each for each in LENSED if each in sections) or COLUMNS
        names = {*_WIDTHS, *LENSED}
        self._widths = {name: px for name, px in widths.items() if name in names and type(px) is int and 20 < px < 4000}

    def widths(self) -> dict[str, int]:
        """The widths that the person gave to columns, px."""
        self._keep_widths()
        return dict(self._widths)

    @property
    def number(self) -> str:
        """The metric it is sorted by, "" for none."""
        return self.sort.partition("number:")[2]

    @property
    def current_key(self) -> PaperKey | None:
        """The paper of the current row."""
        row = self.model.row(self.grid.currentIndex().row())
        return row.key if row else None

    def follow(self, key: PaperKey | None) -> bool:
        """Another paper is open: be at its row; False if it has none."""
        row = next((n for n, each in enumerate(self.model.table.rows) if each.key == key), None)
        if row is None:
            self.grid.clearSelection()
            self.grid.setCurrentIndex(QModelIndex())
            return False
        if row != self.grid.currentIndex().row():
            self.grid.setCurrentIndex(self.model.index(row, 0))
        return True

    def step(self, by: int) -> None:
        """Go to another row."""
        row = self.grid.currentIndex().row() + by if self.grid.currentIndex().isValid() else 0
        if self.model.row(row) is not None:
            self.grid.setCurrentIndex(self.model.index(row, 0))

    def sort_by(self, sort: str) -> None:
        """Ask for another order: "date", "title", "number:FID", with a "-" in front turned around."""
        self.sort = sort
        self.wanted.emit()

    def set_look(self) -> None:
        """Take colours and sizes."""
        self.grid.take_look()

    def scroll_page(self, down: bool = True) -> bool:
        """Turn a page; False at the end (or, upwards, at the beginning)."""
        bar, before = self.grid.verticalScrollBar(), self.grid.verticalScrollBar().value()
        bar.setValue(before + (1 if down else -1) * max(40, self.grid.viewport().height() - 48))
        return bar.value() != before

    def go_to_section(self, index: int) -> None:
        """A section's column is brought into sight, counted from 0."""
        column = index + len(self.model.columns()) - len(self.columns)
        if 0 <= index < len(self.columns):
            self.grid.scrollTo(self.model.index(max(0, self.grid.currentIndex().row()), column))

    def next_section(self) -> None:
        """Scroll to the right."""
        self.grid.horizontalScrollBar().setValue(self.grid.horizontalScrollBar().value() + self._look.px(_LEAST))

    def previous_section(self) -> None:
        """Scroll to the left."""
        self.grid.horizontalScrollBar().setValue(self.grid.horizontalScrollBar().value() - self._look.px(_LEAST))

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        self._chosen.setText(self.tr("Columns"))
        self._order.setText(self.tr("Sort"))
        self._copy.setText(self.tr("Copy"))
        self._export.setText(self.tr("Export…"))
        self.grid.setAccessibleName(self.tr("Papers as a table"))
        self.empty.set_texts(self.tr("No papers are listed here. Choose a place at the left that has some."))

    # Inside

    def _show_rows(self, some: bool) -> None:
        """Show the rows, or a sentence in their stead, with the keyboard."""
        had_focus = self.grid.hasFocus() or self.empty.hasFocus()
        self.empty.stand_in(self, (self.grid,), self.grid, stands=not some, had_focus=had_focus)
        for button in (self._order, self._copy, self._export):
            button.setEnabled(some)

    def _lay_out(self) -> None:
        for button in (self._chosen, self._order, self._copy, self._export):
            self._bar.add(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addWidget(self.grid, 1)
        whole.addWidget(self.empty, 1)
        self.setFocusProxy(self.grid)
        for button, fill in ((self._chosen, self._fill_columns), (self._order, self._fill_orders)):
            menu = Popup(button)
            menu.aboutToShow.connect(lambda menu=menu, fill=fill: fill(menu))
            button.setMenu(menu)

    def _connect(self) -> None:
        self._copy.clicked.connect(self.copy_requested)
        self._export.clicked.connect(self.export_requested)
        self._bar.left.connect(self.left)
        self.grid.left.connect(self.left)
        self.grid.row_chosen.connect(self._choose)
        self.grid.resized.connect(self._share_room)
        self.grid.opened.connect(self._open)
        self.grid.horizontalHeader().sectionClicked.connect(self._sort_by_column)

    def _fill_columns(self, menu: Popup) -> None:
        menu.clear()
        for section in LENSED:
            action = menu.addAction(section_word(section))
            action.setCheckable(True)
            action.setChecked(section in self.columns)
            action.triggered.connect(lambda on, section=section: self._set_column(section, on))

    def _fill_orders(self, menu: Popup) -> None:
        menu.clear()
        orders: Sequence[tuple[str, str]] = (
            (self.tr("As listed"), ""),
            (self.tr("Newest first"), "-date"),
            (self.tr("Oldest first"), "date"),
            (self.tr("By title"), "title"),
        )
        for words, sort in orders:
            self._add_order(menu, words, sort)
        menu.addSeparator()
        for name in dict.fromkeys((*([self.number] if self.number else []), *NUMBERS)):
            self._add_order(menu, self.tr("%1, largest first").replace("%1", name), f"-number:{name}")
        menu.addAction(self.tr("By another number…"), self.number_requested.emit)

    def _add_order(self, menu: Popup, words: str, sort: str) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(sort == self.sort)
        action.triggered.connect(lambda: self.sort_by(sort))

    def _set_column(self, section: Lensed, on: bool) -> None:
        kept = set(self.columns) | {section} if on else set(self.columns) - {section}
        self.columns = tuple(each for each in LENSED if each in kept)
        self.wanted.emit()

    def _sort_by_column(self, column: int) -> None:
        name = self.model.columns()[column]
        sort = {"day": "date", "title": "title", "number": f"number:{self.number}"}.get(name)
        if sort is not None:
            first = f"-{sort}" if name in ("day", "number") else sort
            self.sort_by((sort if first.startswith("-") else f"-{sort}") if self.sort == first else first)

    def _share_room(self) -> None:
        self._keep_widths()
        self._give_widths()

    def _keep_widths(self) -> None:
        """Those that the person changed; the last column has what room there is."""
        for column, name in enumerate(self.model.columns()[:-1] if self.model.table.columns else ()):
            width = self.grid.columnWidth(column)
            if width and width != self._given.get(name):
                self._widths[name] = width

    def _give_widths(self) -> None:
        names, px = self.model.columns(), self._look.px
        fixed = sum(self._widths.get(name, px(_WIDTHS.get(name, 0))) for name in names)
        shares = sum(name not in _WIDTHS and name not in self._widths for name in names)
        share = (self.grid.viewport().width() - fixed) // max(1, shares)
        section = max(px(_LEAST), share)
        for column, name in enumerate(names):
            width = px(_WIDTHS[name]) if name in _WIDTHS else section
            self._given[name] = self._widths.get(name, width)
            self.grid.setColumnWidth(column, self._given[name])

    def _choose(self, row: int) -> None:
        if (found := self.model.row(row)) is not None:
            self.paper_chosen.emit(found.key)

    def _open(self, row: int) -> None:
        if (found := self.model.row(row)) is not None:
            self.opened.emit(found.key)
