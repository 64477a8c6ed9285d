"""The section lens in the window: of the papers listed, in the place of the section view, and at the open paper.

Joins the lens with browsing and the reading state, as `reading.py` does for the single page.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from reader.posts.model import PaperKey
from reader.services.search_result import SearchResult
from reader.ui.across.taking_out import Pieces, TakingOut, lens_text
from reader.ui.page.page_hits import Highlighter
from reader.ui.session.mark_edits import MarksChange
from reader.ui.session.place_words import empty_words
from reader.ui.widgets.language import language_of
from reader.ui.widgets.typography import Typography, typography_of
from reader.ui.window.across.around import Around

if TYPE_CHECKING:
    from reader.ui.across.lens_view import LensView


class Lensing(QObject):
    """The lens of one window.

    Signals: `toggled(bool)` the lens is shown, or no longer · `made(LensView)` it is asked for the first time.
    """

    toggled = Signal(bool)
    made = Signal(object)

    def __init__(self, around: Around, taking_out: TakingOut) -> None:
        super().__init__(around.panes)
        self._session = around.session
        self._state = around.state
        self._around = around
        self._reading = around.reading
        self._panes = around.panes
        self._look = around.look
        self._job = around.job
        self._files = around.files
        self._taking_out = taking_out
        self._finding: SearchResult | None = None
        self._lit: Highlighter | None = None
        self.is_on = False
        around.browsing.listed.connect(self._listed)
        around.state.paper_changed.connect(self._follow)
        around.session.marks_changed.connect(self._marks_changed)

    @cached_property
    def view(self) -> "LensView":
        """The lens; nobody needs it before it is asked for."""
        from reader.ui.across.lens_view import LensView

        typography = typography_of(self._session.profile.settings)
        view = LensView(self._session, self._look, self._job, typography, self._files)
        self._around.admit(view, view)
        view.paper_reached.connect(lambda key: self._state.open(PaperKey(key)))
        view.passed.connect(lambda keys: self._session.set_read(keys, True, undoable=False))
        view.left.connect(self.leave)
        view.opened.connect(self._open)
        view.gestures.star_clicked.connect(lambda key: self._session.toggle_bookmark([PaperKey(key)]))
        view.gestures.link_requested.connect(self._reading.open)
        view.export_requested.connect(self.export)
        view.print_requested.connect(self.print_out)
        view.set_lit(self._lit)
        self.made.emit(view)
        return view

    def toggle(self) -> None:
        """Look at what is listed through the lens, or at the single page again."""
        if self.is_on:
            self.leave()
        else:
            self.show()

    def show(self) -> None:
        """Look at what is listed through the lens."""
        if not self.is_on:
            self.is_on = True
            self._reading.set_covered("lens", True)
            self._panes.show_to_read(self.view)
            self._show_range("chosen")
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.toggled.emit(True)

    def leave(self) -> None:
        """Show the single page of the paper one is at."""
        if not self.is_on:
            return
        had_focus = self.view.isAncestorOf(self._panes.window().focusWidget() or self._panes)
        self.view.leave()
        self.is_on = False
        self._panes.show_to_read(self._reading.view)
        self._reading.set_covered("lens", False)
        if had_focus:
            self._reading.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.toggled.emit(False)

    def set_finding(self, finding: SearchResult | None) -> None:
        """Mark the words that are looked for, or none."""
        self._finding = finding
        if self.is_on:
            self.view.set_highlighter(finding.highlighter.spans if finding else None)

    def set_lit(self, lit: Highlighter | None) -> None:
        """Underline these words in every text."""
        self._lit = lit
        if "view" in vars(self):
            self.view.set_lit(lit)

    def set_typography(self, typography: Typography) -> None:
        """Set the text otherwise."""
        if "view" in vars(self):
            self.view.set_typography(typography)

    def export(self) -> None:
        """Ask for a file to write what is shown into."""
        self._taking_out.ask(self.view.name, self._text(), ("md", "html", "pdf"))

    def print_out(self) -> None:
        """Print what is shown."""
        self._taking_out.print_out(self.view.name, self._text())

    def stop(self) -> None:
        """Do nothing any more, as the window closes."""
        if self.is_on:
            self.view.leave()

    # Inside

    def _text(self) -> Pieces:
        view = self.view
        return lens_text(view.section, view.ids, view.title, language_of(view))

    def _show_range(self, why: str) -> None:
        view, key = self.view, self._state.key
        view.set_highlighter(self._finding.highlighter.spans if self._finding else None)
        words, _ = empty_words(self._state.place)
        ids, stays = self._around.browsing.listed_ids(), why == "newer"
        view.show_range(ids, self._around.title, words, key, stays=stays)
        if why == "chosen":
            view.tell_current()

    def _listed(self, why: str) -> None:
        """Other papers are listed; where only marks changed nothing leaves the page under one's eyes."""
        if self.is_on and why != "marked":
            self._show_range(why)

    def _follow(self, key: str) -> None:
        """Be at the open paper; one that came to the list since then is shown with all that is listed now."""
        if not self.is_on:
            return
        if not key:
            self.view.canvas.choose_none()
        elif not self.view.follow(PaperKey(key)):
            self._show_range("newer")

    def _open(self, key: str) -> None:
        self._state.open(PaperKey(key) if key else None)
        self.leave()

    def _marks_changed(self, change: MarksChange) -> None:
        if self.is_on:
            self.view.marks_changed(change)
