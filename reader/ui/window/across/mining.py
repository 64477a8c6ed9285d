"""A person's highlights and notes of all papers, and what they read when, in the place of list and page."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.across.taking_out import Pieces, TakingOut
from reader.ui.session.across_job import Knowing
from reader.ui.session.mark_edits import MarksChange
from reader.ui.widgets.language import language_of
from reader.ui.window.across.around import Around
from reader.ui.window.across.stage import Stage

if TYPE_CHECKING:
    from reader.ui.window.across.mine_view import MineView

_SHOWN = frozenset({"highlighted", "noted", "read", "labelled"})


class Mining(QObject):
    """What is the person's own, in one window.

    Signals: `told(str)` a word for the status bar.
    """

    told = Signal(str)

    def __init__(self, around: Around, taking_out: TakingOut) -> None:
        super().__init__(around.panes)
        self._around = around
        self._taking_out = taking_out
        self.stage = Stage(around, "mine")
        around.browsing.listed.connect(self._listed)
        around.session.marks_changed.connect(self._marks_changed)

    @cached_property
    def view(self) -> "MineView":
        """The list; nobody needs it before it is asked for."""
        from reader.ui.window.across.mine_view import MineView

        view = MineView(self._around.look)
        self._around.admit(view, view.rows)
        self._around.actions.attach([view.empty])
        view.left.connect(self.stage.leave)
        view.opened.connect(self._open)
        view.other_requested.connect(lambda: self._ask(history=not view.is_history))
        view.export_requested.connect(self._export)
        return view

    def toggle(self, *, history: bool = False) -> None:
        """Show it, or list and page again."""
        if self.stage.is_on and self.view.is_history == history:
            self.stage.leave()
        else:
            self._ask(history=history)

    # Inside

    def _ask(self, *, history: bool) -> None:
        """Read it on the thread."""

        def question(knowing: Knowing) -> Iterator[object]:
            from reader.services.across import mine  # when somebody asks for it

            yield mine.history(knowing.profile) if history else mine.pieces(knowing.profile)

        is_other = self.stage.is_on and history != self.view.is_history
        self.stage.ask(question, lambda answer: self._take(answer, history=history), anew=is_other)

    def _take(self, answer: object, *, history: bool) -> None:
        assert isinstance(answer, tuple)
        if history:
            self.view.show_history(answer)
        else:
            self.view.show_pieces(answer, self._around.session.today())
        if self.stage.show(self.view) and answer:
            self.told.emit(self.tr("J and K go from row to row, Enter opens the paper, Esc goes back"))

    def _open(self, key: str, highlight: str) -> None:
        self._around.state.open(PaperKey(key))
        self.stage.leave_for_page()
        if highlight:
            placed = self._around.reading.view.marking.highlights
            QTimer.singleShot(0, self, lambda: placed.go_to(highlight))  # when the page is drawn

    def _export(self) -> None:
        self._taking_out.ask(self.view.title, self._text(), ("md", "html", "pdf"))

    def _text(self) -> Pieces:
        """What is listed, as text."""
        from reader.services.across.mine import gathered, grouped

        view, language = self.view, language_of(self.view)
        groups = [(view.group_name(name), gathered(pieces)) for name, pieces in grouped(view.found, view.by)]
        title = view.title

        def pieces(_profile: Profile, form: str) -> Iterable[str]:
            from reader.export.gathered import html_gathered, markdown_gathered
            from reader.services.exporting import words_of

            correction = words_of(language).correction
            if form == "md":
                return markdown_gathered(title, groups, correction)
            return html_gathered(title, groups, correction, language)

        return pieces

    def _marks_changed(self, change: MarksChange) -> None:
        if self.stage.is_on and change.kinds & _SHOWN:
            self._ask(history=self.view.is_history)

    def _listed(self, why: str) -> None:
        """Who chooses another list wants to see it."""
        if why in ("chosen", "typed"):
            self.stage.leave(to_list=True)
