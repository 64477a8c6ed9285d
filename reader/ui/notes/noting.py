"""The open paper's note: joins the notes pane with the session."""

import logging
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from reader.base.errors import ReaderError
from reader.posts.model import PaperKey
from reader.ui.notes.notes_pane import NotesPane
from reader.ui.session.session import Session

_log = logging.getLogger("reader.ui.notes.noting")


class Noting(QObject):
    """Shows the note of the paper that is open, and saves what is written there."""

    def __init__(self, session: Session, notes: NotesPane) -> None:
        super().__init__(notes)
        self._session = session
        self.notes = notes
        self._key: PaperKey | None = None
        self._bases: dict[PaperKey, str] = {}  # the text each note's editor began from, or saved last
        self._is_saving = False  # what changes now was written here
        self._restoring = False  # what is being saved is an earlier version
        notes.note_edited.connect(self.save)

    def show(self, key: str) -> None:
        """Show the note of another paper, "" for none; the one before is saved first."""
        self._key = PaperKey(key) if key else None
        if self._key is None:
            self.notes.show_nothing()
            return
        self.notes.flush()
        text, saved = self._session.note(self._key)
        self._bases[self._key] = text
        self.notes.show_note(self._key, text, saved.astimezone() if saved else None)

    def marks_changed(self, keys: frozenset[PaperKey]) -> None:
        """Take another note that somebody else wrote, or that came back by undo."""
        if self._key is None or self._is_saving or (keys and self._key not in keys):
            return
        if self._session.note(self._key)[0] != self._bases.get(self._key, ""):
            self.show(self._key)

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
