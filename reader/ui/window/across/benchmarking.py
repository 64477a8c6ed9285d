"""The benchmark sheet in the window: all values of a metric or benchmark, each leading to its sentence."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.posts.model import PaperKey
from reader.ui.across.taking_out import TakingOut, benchmark_text
from reader.ui.page.findings import quotation_of
from reader.ui.session.across_job import Knowing
from reader.ui.window.across.around import Around
from reader.ui.window.across.stage import Stage

if TYPE_CHECKING:
    from reader.across.benchmarks import BenchmarkValue
    from reader.ui.across.sheet.sheet_view import SheetView


class Benchmarking(QObject):
    """The sheet of one window.

    Signals: `told(str)` a word for the status bar.
    """

    told = Signal(str)

    def __init__(self, around: Around, taking_out: TakingOut) -> None:
        super().__init__(around.panes)
        self._around = around
        self._taking_out = taking_out
        self.stage = Stage(around, "benchmark")
        around.browsing.listed.connect(self._listed)

    @cached_property
    def view(self) -> "SheetView":
        """The sheet; nobody needs it before it is asked for."""
        from reader.ui.across.sheet.sheet_view import SheetView

        view = SheetView(self._around.look)
        self._around.admit(view, view.grid)
        view.left.connect(self.stage.leave)
        view.name_wanted.connect(self.ask)
        view.opened.connect(self._open)
        view.export_requested.connect(lambda: self._taking_out.ask(view.name, benchmark_text(view.name), ("csv",)))
        return view

    def toggle(self) -> None:
        """Show the sheet of the name asked for last, or list and page again."""
        if self.stage.is_on:
            self.stage.leave()
        else:
            self.stage.show(self.view)
            self.ask(self.view.name)

    def ask(self, name: str) -> None:
        """Read all values of a metric or benchmark, on the thread."""
        if not name:
            self.view.ask_name()
            return

        def question(knowing: Knowing) -> Iterator[object]:
            from reader.services.across.reading import benchmark  # with the grammar of numbers

            yield name, benchmark(knowing.profile.listing, name)

        self.stage.ask(question, self._take)

    # Inside

    def _take(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        name, values = answer
        self.stage.show(self.view)
        self.view.show_values(name, values)
        if values:
            self.told.emit(self.tr("Enter goes to a value's sentence, Esc goes back"))

    def _open(self, value: "BenchmarkValue") -> None:
        """Go to the sentence that a value stands in."""
        state = self._around.state
        state.open(PaperKey(value.key))
        record = state.record
        number = (
            next((n for n, each in enumerate(record.appearances) if each.id == value.appearance), 0) if record else 0
        )
        self.stage.leave_for_page()
        if record is None:
            return
        if number != state.appearance:
            state.show_appearance(number)
        place = quotation_of(record.appearances[number], value.section, value.figure.sentence)
        highlights = self._around.reading.view.marking.highlights
        QTimer.singleShot(0, self, lambda: highlights.go_to_words(place))  # when the page is drawn

    def _listed(self, why: str) -> None:
        """Who chooses another list wants to see it."""
        if why in ("chosen", "typed"):
            self.stage.leave(to_list=True)
        elif self.stage.is_on and why == "newer":
            self.ask(self.view.name)
