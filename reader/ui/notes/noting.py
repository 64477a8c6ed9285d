"""The open paper's note: joins the notes pane with the session."""

import logging
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from reader.base.errors import ReaderError
from reader.posts.model import PaperKey
from reader.ui.notes.notes_pane import NotesPane
from reader.ui.session.mark_edits import MarksChange
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session

_log = logging.getLogger("reader.ui.notes.noting")


class Noting(QObject):
    """Shows the note of the paper that is open, and saves what is written there."""

    def __init__(self, session: Session, state: ReadingState, notes: NotesPane) -> None:
        super().__init__(notes)
        self._session = session
        self._state = state
        self.notes = notes
        self._bases: dict[PaperKey, str] = {}  # the text each note's editor began from, or saved last
        self._is_saving = False  # what changes now was written here
        self._restoring = False  # what is being saved is an earlier version
        notes.note_edited.connect(self.save)
        session.marks_changed.connect(self._marks_changed)

    def show(self) -> None:
        """Show the note of the open paper; the one before is saved first."""
        key = self._state.key
        self.notes.flush()
        if key is None:
            self.notes.show_nothing()
            return
        text, saved = self._session.note(key)
        self._bases[key] = text
        self.notes.show_note(key, text, saved.astimezone() if saved else None)

    def _marks_changed(self, change: MarksChange) -> None:
        """Take another note that somebody else wrote, or that came back by undo."""
        key = self._state.key
        if key is None or self._is_saving or not change.concerns(key, "noted"):
            return
        if self._session.note(key)[0] != self._bases.get(key, ""):
            self.show()

    def restore(self, text: str) -> None:
        """Bring an earlier text of the note back; the text it takes the place of becomes a version."""
        self._restoring = True
        self.notes.replace_text(text)
        self._restoring = False

    def save(self, key: str, text: str) -> None:
        """Keep a note; where that fails, the text stays in the editor and the pane says why."""
        paper = PaperKey(key)
        base = self._bases.get(paper, "")
        if text == base:
            return
        self._is_saving = True
        try:
            saved = self._session.save_note(paper, text, base, new_session=self._restoring)
        except ReaderError as error:
            _log.warning("a note could not be saved: %s", error)
            self.notes.set_failed(str(error), key)
            return
        finally:
            self._is_saving = False
        self._bases[paper] = text if text.strip() else ""  # as the store has it
        self.notes.set_saved((saved or datetime.now(UTC)).astimezone(), key)
