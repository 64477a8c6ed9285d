"""The views of many papers: the lens and papers side by side, and what they share."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.across.taking_out import TakingOut
from reader.ui.page.section_view import SectionView
from reader.ui.widgets.typography import Typography
from reader.ui.window.across.around import Around
from reader.ui.window.across.benchmarking import Benchmarking
from reader.ui.window.across.comparing import Comparing
from reader.ui.window.across.fielding import Fielding
from reader.ui.window.across.lensing import Lensing
from reader.ui.window.across.mining import Mining
from reader.ui.window.across.sorting import Sorting
from reader.ui.window.across.tabling import Tabling
from reader.ui.window.across.word_watch import WordWatch

if TYPE_CHECKING:
    from reader.ui.across.compare.compare_view import CompareView
    from reader.ui.across.field.field_view import FieldView
    from reader.ui.across.lens_view import LensView
    from reader.ui.across.sheet.sheet_view import SheetView
    from reader.ui.across.table.table_view import TableView
    from reader.ui.window.across.mine_view import MineView

_Wide = Comparing | Tabling | Fielding | Benchmarking | Mining
"""What takes the place of list and page: it has a `stage` and a `view`."""


class Across(QObject):
    """Those of one window.

    Signals: `told(str)` a word for the status bar · `taken_back(str)` it, as the wide view that told it is left ·
    `failed(str)` what could not be read or written.
    """

    told = Signal(str)
    taken_back = Signal(str)
    failed = Signal(str)

    def __init__(self, around: Around) -> None:
        super().__init__(around.panes)
        self.job = around.job
        self._page: SectionView = around.reading.view
        self.taking_out = TakingOut(around.job, around.panes.window())
        self.lensing = Lensing(around, self.taking_out)
        self.comparing = Comparing(around)
        self.tabling = Tabling(around, self.taking_out)
        self.fielding = Fielding(around)
        self.benchmarking = Benchmarking(around, self.taking_out)
        self.mining = Mining(around, self.taking_out)
        self.words = WordWatch(around)
        self.sorting = Sorting(around)
        self.words.lit.connect(self.lensing.set_lit)
        self.job.failed.connect(self.failed)
        self.taking_out.told.connect(self.told)
        self.taking_out.failed.connect(self.failed)
        self._wide: tuple[_Wide, ...] = (self.comparing, self.tabling, self.fielding, self.benchmarking, self.mining)
        self._told = ""
        self.sorting.told.connect(self.told)
        for wide in self._wide:
            wide.told.connect(self._tell)
            wide.stage.left.connect(lambda: self.taken_back.emit(self._told))
            wide.stage.page_wanted.connect(self.lensing.leave)

    @property
    def is_wide(self) -> bool:
        """Whether something stands in the place of list and page."""
        return self._on_stage() is not None

    def leave_wide(self) -> None:
        """Show list and page again."""
        self._leave_all_but(None)

    def step_back(self) -> bool:
        """Leave what stands in the place of list and page, or the lens; False where neither does."""
        if self.is_wide:
            self.leave_wide()
        elif self.lensing.is_on:
            self.lensing.leave()
        else:
            return False
        return True

    def front(self) -> "SectionView | LensView | CompareView | TableView | FieldView | SheetView | MineView":
        """What is read now: the single page, the lens, or what stands in the place of list and page."""
        if (wide := self._on_stage()) is not None:
            return wide.view
        return self.page()

    def page(self) -> "SectionView | LensView":
        """The single page, or the lens in its place."""
        return self.lensing.view if self.lensing.is_on else self._page

    def toggle_lens(self) -> None:
        """Look at what is listed through the lens, or at the single page again."""
        self.leave_wide()
        self.lensing.toggle()

    def toggle_table(self) -> None:
        """Show what is listed as a table, or list and page again."""
        self._leave_all_but(self.tabling)
        self.tabling.toggle()

    def compare(self) -> None:
        """Compare papers; from the table, those that are selected in the list."""
        self._leave_all_but(self.comparing)
        self.comparing.compare()

    def show_changes(self) -> None:
        """Show what a rewriting changed in the open paper's summary."""
        self._leave_all_but(self.comparing)
        self.comparing.show_changes()

    def toggle_field(self) -> None:
        """Show what the papers listed are about, or list and page again."""
        self._leave_all_but(self.fielding)
        self.fielding.toggle()

    def toggle_benchmark(self) -> None:
        """Show the values of a benchmark, or list and page again."""
        self._leave_all_but(self.benchmarking)
        self.benchmarking.toggle()

    def toggle_mine(self) -> None:
        """Show highlights and notes of all papers, or list and page again."""
        self._leave_all_but(self.mining)
        self.mining.toggle()

    def toggle_history(self) -> None:
        """Show what was read when, or list and page again."""
        self._leave_all_but(self.mining)
        self.mining.toggle(history=True)

    def step(self, by: int) -> bool:
        """Go to the next or previous paper of what is shown; False where that is the list's business."""
        if (wide := self._on_stage()) is not None:
            wide.view.step(by)
        elif self.lensing.is_on:
            self.lensing.view.step(by)
        else:
            return False
        return True

    def set_typography(self, typography: Typography) -> None:
        """Set the text otherwise."""
        self.lensing.set_typography(typography)
        self.comparing.set_typography(typography)

    def stop(self) -> None:
        """Do nothing any more, as the window closes."""
        self.lensing.stop()
        self.taking_out.stop()
        self.job.stop()

    # Inside

    def _on_stage(self) -> _Wide | None:
        """What stands in the place of list and page."""
        return next((each for each in self._wide if each.stage.is_on), None)

    def _tell(self, words: str) -> None:
        self._told = words
        self.told.emit(words)

    def _leave_all_but(self, kept: _Wide | None) -> None:
        """Let one thing alone stand in the place of list and page, or none."""
        for each in self._wide:
            if each is not kept:
                each.stage.leave()
