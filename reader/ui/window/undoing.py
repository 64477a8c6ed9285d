"""Undo and redo of marks, and what the status bar says of them: what was taken back, and of which paper."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.base.errors import ReaderError
from reader.marks.model import UndoneMark
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from collections.abc import Callable


class Undoing(QObject):
    """Takes marks back in a window, and does them again."""

    def __init__(self, session: Session, status: StatusBar) -> None:
        super().__init__(status)
        self._session = session
        self._status = status

    def undo(self) -> None:
        """Take back the last mark."""
        self._go(self._session.undo, self.tr("Undid %1"), self.tr("There is nothing to undo."))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._go(self._session.redo, self.tr("Redid %1"), self.tr("There is nothing to redo."))

    def _go(self, step: "Callable[[], UndoneMark | None]", words: str, nothing: str) -> None:
        try:
            undone = step()
        except ReaderError as error:
            self._status.show_error(str(error))
        else:
            self._tell(undone, words, nothing)

    def _tell(self, undone: UndoneMark | None, words: str, nothing: str) -> None:
        if undone is None:
            self._status.show_message(nothing)
            return
        about = [f"“{name}”" for name in undone.names]
        if len(undone.keys) == 1:
            about.append(self._session.title_of(*undone.keys))
        elif undone.keys:
            papers = self.tr("%n paper(s)", "", len(undone.keys))
            about.append(papers)
        self._status.show_message(f"{words.replace('%1', self._words_of(undone))}: {', '.join(about)}")

    def _words_of(self, undone: UndoneMark) -> str:
        """What the change was as it was made; in Korean with the particle of an object."""
        done, taken = {
            "bookmarked": (self.tr("the bookmark"), self.tr("removing the bookmark")),
            "read": (self.tr("marking as read"), self.tr("marking as unread")),
            "revisit": (self.tr("the revisit day"), self.tr("dropping the revisit day")),
            "highlighted": (self.tr("the highlight"), self.tr("removing the highlight")),
            "corrected": (self.tr("the correction"), self.tr("taking the correction back")),
            "noted": (self.tr("the note"), self.tr("removing the note")),
            "labelled": (self.tr("the change of labels"), self.tr("removing the label")),
            "searches": (self.tr("the saved search"), self.tr("removing the saved search")),
            "sorted": (self.tr("sorting"), self.tr("sorting")),
            "names": (self.tr("what was said of the names"), self.tr("taking back what was said of the names")),
            "watched": (self.tr("the watched word"), self.tr("removing the watched word")),
        }[undone.kind]
        return done if undone.made else taken
