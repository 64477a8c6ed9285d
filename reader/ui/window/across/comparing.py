"""Papers side by side in the window: which ones are picked, and the view in the place of list and page.

`C` picks the open paper, and `C` at another one shows both; several selected papers are shown at once. `C` twice at one
paper shows what its two latest posts say differently.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.posts.model import PaperKey
from reader.ui.session.across_job import Knowing
from reader.ui.session.dates import short_day
from reader.ui.session.mark_edits import MarksChange
from reader.ui.widgets.typography import Typography, typography_of
from reader.ui.window.across.around import Around
from reader.ui.window.across.stage import Stage

if TYPE_CHECKING:
    from reader.ui.across.compare.compare_frame import CompareFrame
    from reader.ui.across.compare.compare_view import CompareView

MOST = 4  # papers


class Comparing(QObject):
    """The comparison of one window.

    Signals: `told(str)` a word for the status bar.
    """

    told = Signal(str)

    def __init__(self, around: Around) -> None:
        super().__init__(around.panes)
        self._session = around.session
        self._state = around.state
        self._reading = around.reading
        self._panes = around.panes
        self._look = around.look
        self._around = around
        self._files = around.files
        self._picked: PaperKey | None = None
        self._compared: Sequence[PaperKey] = ()
        self._changes_of: PaperKey | None = None  # whose rewriting is shown
        self.stage = Stage(around, "compare")
        around.browsing.listed.connect(self._listed)
        around.state.paper_changed.connect(self._follow)
        around.session.marks_changed.connect(self._marks_changed)
        around.session.library_changed.connect(self._library_changed)
        around.reading.paper_shown.connect(self._say_changes)
        around.state.paper_rewritten.connect(self._say_changes)
        self._say_changes()  # of the paper that is open at the start

    @cached_property
    def view(self) -> "CompareView":
        """The view; nobody needs it before papers are compared."""
        from reader.ui.across.compare.compare_view import CompareView

        typography = typography_of(self._session.profile.settings)
        view = CompareView(self._look, self._session.signs, typography, self._files)
        view.left.connect(self.stage.leave)
        self.stage.left.connect(view.stop)
        view.paper_chosen.connect(lambda key: self._state.open(PaperKey(key)))
        view.star_clicked.connect(lambda key: self._session.toggle_bookmark([PaperKey(key)]))
        view.opened.connect(self._open)
        return view

    @cached_property
    def frame(self) -> "CompareFrame":
        """The view with what stands above it."""
        from reader.ui.across.compare.compare_frame import CompareFrame

        frame = CompareFrame(self._look, self.view)
        self._around.admit(self.view, frame)
        return frame

    def compare(self) -> None:
        """Compare what is selected; of a single paper, pick it, or compare it with the one picked before."""
        targets = self._state.targets()
        if self.stage.is_on:
            self.stage.leave()
        elif len(targets) > MOST:
            self.told.emit(self.tr("At most four papers are compared"))
        elif len(targets) > 1:
            self._show(targets)
        elif targets and self._picked is None:
            self._picked = targets[0]
            self.told.emit(self.tr("Picked to compare. C at another paper shows both; C again its own two posts"))
        elif targets and self._picked is not None:
            pair = list(dict.fromkeys((self._picked, targets[0])))
            lone = len(pair) == 1 and len(self._posts_of(pair[0])) < 2
            if lone and self._session.changed_on(pair[0]) is None:
                self.told.emit(self.tr("This paper is in one post only. Go to another one and press C"))
            else:
                self._show(pair)

    def show_changes(self) -> None:
        """Show what the newest rewriting of the open paper's summary changed."""
        key = self._state.key
        if key is None or self._session.changed_on(key) is None:
            self.told.emit(self.tr("No earlier version is kept: only papers with marks have them"))
            return
        self._ask_changes(key)

    def toggle_in_one(self) -> None:
        """Show the differences of two summaries of one paper in one text, or side by side."""
        if self.stage.is_on and not self.view.toggle_in_one():
            self.told.emit(self.tr("Two summaries of one paper are shown in one text, not two papers"))

    def set_typography(self, typography: Typography) -> None:
        """Set the text otherwise."""
        if "view" in vars(self):
            self.view.set_typography(typography)

    # Inside

    def _show(self, keys: Sequence[PaperKey]) -> None:
        self._picked, self._changes_of, self._compared = None, None, list(keys)

        def question(knowing: Knowing) -> Iterator[object]:
            from reader.services.across.reading import compared  # with the grammar of numbers

            yield compared(knowing.profile, keys)

        self.stage.ask(question, self._take)

    def _say_changes(self) -> None:
        """Say in the header of the page that the summary was rewritten."""
        key = self._state.key
        day = self._session.changed_on(key) if key else None
        words = self.tr("The summary was rewritten on %1: what changed?")
        view = self._reading.view
        view.set_changes(words.replace("%1", short_day(day, view.locale())) if day else "")

    def _ask_changes(self, key: PaperKey) -> None:
        self._picked, self._changes_of = None, key

        def question(knowing: Knowing) -> Iterator[object]:
            from reader.services.across.reading import changed

            yield changed(knowing.profile, key)

        self.stage.ask(question, self._take)

    def _take(self, comparison: object) -> None:
        from reader.across.compare import Comparison  # with the first comparison

        assert isinstance(comparison, Comparison)
        if self.stage.show(self.frame):
            self.told.emit(
                self.tr("D shows the differences in one text, Esc goes back")
                if comparison.is_one_paper
                else self.tr("J and K go from column to column, Esc goes back")
            )
        self.view.show_comparison(comparison, self._state.key)
        self._state.open(self.view.keys[self.view.current])

    def _posts_of(self, key: PaperKey) -> Sequence[object]:
        record = self._session.record(key)
        return record.appearances if record else ()

    def _listed(self, why: str) -> None:
        """Who chooses another list wants to see it."""
        if why in ("chosen", "typed"):
            self.stage.leave()

    def _follow(self, key: str) -> None:
        """Another paper is open: be at its column; one that is none of these is shown as it is."""
        if self.stage.is_on and not self.view.follow(PaperKey(key)):
            self.stage.leave()

    def _open(self, key: str) -> None:
        self._state.open(PaperKey(key))
        self.stage.leave()

    def _marks_changed(self, _change: MarksChange) -> None:
        if self.stage.is_on:
            self.view.marks_changed()

    def _library_changed(self) -> None:
        """Compare the papers as they are now."""
        if not self.stage.is_wanted:
            return
        if self._changes_of is not None:
            self._ask_changes(self._changes_of)
        else:
            self._show(self._compared)
