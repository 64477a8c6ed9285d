"""What a term of the open paper is called otherwise: a tool tip under the mouse, a line for what is selected.

Joins the page with the search job, whose thread knows the names.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QToolTip

from reader.ui.page.page_view import PageView
from reader.ui.session.search_job import SearchJob
from reader.ui.widgets.status_bar import StatusBar


class NamingTerms(QObject):
    """Answers are for the place that was asked about last; others come too late."""

    def __init__(self, view: PageView, job: SearchJob, status: StatusBar) -> None:
        super().__init__(view)
        self._status = status
        self._view = view
        self._job = job
        self._pointed: tuple[str, int] | None = None
        self._selected: tuple[str, int] | None = None
        view.word_pointed.connect(self._ask)
        job.term_named.connect(self._say)

    def name_selected(self) -> None:
        """Say what the words that are selected are called otherwise."""
        self._selected = text, at = self._view.pointed_at()
        self._job.name_term(text, at)

    def _ask(self, text: str, at: int) -> None:
        self._pointed = text, at
        self._job.name_term(text, at)

    def _say(self, text: str, at: int, names: tuple[str, ...]) -> None:
        if (text, at) == self._selected:
            self._selected = None
            nothing = self.tr("No other name is known of what is selected. Select a term first.")
            self._status.show_message(" · ".join(names) if names else nothing)
        elif (text, at) == self._pointed:
            self._pointed = None
            if names and self._view.underMouse():
                QToolTip.showText(QCursor.pos(), " · ".join(names), self._view)
