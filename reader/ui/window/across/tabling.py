"""The table in the window: what is listed as rows, in the place of list and page."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from reader.posts.model import PaperKey
from reader.ui.across.taking_out import Pieces, TakingOut, table_text
from reader.ui.session.across_job import Knowing
from reader.ui.session.mark_edits import MarksChange
from reader.ui.widgets.language import language_of
from reader.ui.window.across.around import Around
from reader.ui.window.across.stage import Stage

if TYPE_CHECKING:
    from reader.ui.across.table.table_view import TableView


class Tabling(QObject):
    """The table of one window.

    Signals: `told(str)` a word for the status bar.
    """

    told = Signal(str)

    def __init__(self, around: Around, taking_out: TakingOut) -> None:
        super().__init__(around.panes)
        self._around = around
        self._taking_out = taking_out
        self.stage = Stage(around, "table")
        self._columns: Sequence[str] = ()  # as they were at the last start, until there is a view
        self._widths: Mapping[str, int] = {}
        around.browsing.listed.connect(self._listed)
        around.state.paper_changed.connect(self._follow)
        around.session.marks_changed.connect(self._marks_changed)

    @cached_property
    def view(self) -> "TableView":
        """The table; nobody needs it before it is asked for."""
        from reader.ui.across.table.table_view import TableView

        view = TableView(self._around.look, self._around.session.signs)
        self._around.admit(view, view)
        view.set_columns(self._columns, self._widths)
        view.wanted.connect(self._ask)
        view.left.connect(self.stage.leave)
        view.paper_chosen.connect(lambda key: self._around.state.open(PaperKey(key)))
        view.opened.connect(self._open)
        view.export_requested.connect(self._export)
        view.copy_requested.connect(self._copy)
        view.number_requested.connect(self._ask_number)
        return view

    def toggle(self) -> None:
        """Show what is listed as a table, or list and page again."""
        if self.stage.is_on:
            self.stage.leave()
        else:
            self._ask()

    def restore(self, columns: Sequence[str], widths: Mapping[str, int]) -> None:
        """Begin with these sections as columns, and with these widths, px."""
        self._columns, self._widths = columns, widths

    def columns(self) -> list[str]:
        """The sections that are columns."""
        return list(self.view.columns if self._has_view else self._columns)

    def widths(self) -> dict[str, int]:
        """The widths that the person gave to columns, px."""
        return self.view.widths() if self._has_view else dict(self._widths)

    # Inside

    @property
    def _has_view(self) -> bool:
        return "view" in vars(self)

    def _ask(self) -> None:
        """Read the table; 1,000 papers take a quarter of a second, on the thread."""
        ids, columns, sort = list(self._around.browsing.listed_ids()), self.view.columns, self.view.sort

        def question(knowing: Knowing) -> Iterator[object]:
            from reader.services.across.reading import table  # with the grammar of numbers

            yield table(knowing.profile.listing, ids, columns, sort)

        self.stage.ask(question, self._take)

    def _take(self, table: object) -> None:
        from reader.across.table import Table  # with the first table

        assert isinstance(table, Table)
        around = self._around
        self.view.show_table(table, around.title, around.state.key)
        if self.stage.show(self.view) and table.rows:
            self.told.emit(self.tr("Enter opens a row, Esc goes back"))

    def _listed(self, why: str) -> None:
        if self.stage.is_wanted and why != "marked":
            self._ask()

    def _follow(self, key: str) -> None:
        if self.stage.is_on:
            self.view.follow(PaperKey(key) if key else None)

    def _open(self, key: str) -> None:
        self._around.state.open(PaperKey(key))
        self.stage.leave()

    def _marks_changed(self, _change: MarksChange) -> None:
        if self.stage.is_on:
            self.view.grid.viewport().update()

    def _text(self) -> Pieces:
        around, view = self._around, self.view
        language = language_of(view)
        return table_text(list(around.browsing.listed_ids()), view.columns, view.sort, around.title, language)

    def _export(self) -> None:
        self._taking_out.ask(self._around.title, self._text(), ("csv", "md", "html", "pdf"), is_broad=True)

    def _copy(self) -> None:
        self._taking_out.gather(self._text(), "md", self._to_clipboard)

    def _to_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.emit(self.tr("The table was copied as Markdown"))

    def _ask_number(self) -> None:
        from PySide6.QtWidgets import QInputDialog  # seldom needed

        dialog = QInputDialog(self.view)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Sort by a number"))
        dialog.setLabelText(self.tr("Metric or benchmark, such as FID or GenEval"))
        dialog.textValueSelected.connect(self._sort_by_number)
        dialog.open()

    def _sort_by_number(self, name: str) -> None:
        if name.strip():
            self.view.sort_by(f"-number:{name.strip()}")
