"""The notes a person has had open lately, each with its own undo, cursor and state of saving."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from reader.ui.notes.note_highlighter import NoteHighlighter
from reader.ui.widgets.theme import Look

KEPT = 24


@dataclass(slots=True)
class OpenNote:
    """One note. `told` is the text last handed out to be saved, `saved` the text last known to be in the store."""

    key: str
    document: QTextDocument
    highlighter: NoteHighlighter
    told: str
    saved: str | None  # None: nobody knows
    saved_at: datetime | None
    failure: str = ""  # why it could not be saved, "" if it could
    cursor: int = 0
    scroll: int = 0

    def is_unsaved(self) -> bool:
        """Whether the store lacks something of it."""
        return self.told != self.saved


class NoteDocuments:
    """The open notes by key, the latest ones; one that isn't saved is never dropped."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._notes: OrderedDict[str, OpenNote] = OrderedDict()

    def __iter__(self) -> Iterator[OpenNote]:
        return iter(list(self._notes.values()))

    def get(self, key: str) -> OpenNote | None:
        """The open note of a paper."""
        return self._notes.get(key)

    def open(self, key: str, text: str, saved_at: datetime | None) -> OpenNote:
        """The note of a paper, as the store has it; text that could not be saved before wins over the store's."""
        note = self._notes.get(key)
        if note is None:
            note = self._notes[key] = self._make(key, text, saved_at)
            self._drop_oldest()
        elif not note.is_unsaved():
            note.saved_at = saved_at
            if text != note.saved:
                note.document.setPlainText(text)
                note.told = note.saved = text
        self._notes.move_to_end(key)
        return note

    def take_look(self) -> None:
        """Colours or fonts are others."""
        for note in self._notes.values():
            note.document.setDefaultFont(self._look.font(1))
            note.highlighter.take_look()

    def _make(self, key: str, text: str, saved_at: datetime | None) -> OpenNote:
        document = QTextDocument()
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        document.setDefaultFont(self._look.font(1))
        document.setPlainText(text)
        return OpenNote(key, document, NoteHighlighter(self._look, document), text, text, saved_at)

    def _drop_oldest(self) -> None:
        for note in list(self._notes.values())[:-1]:
            if len(self._notes) <= KEPT:
                return
            if not note.is_unsaved():
                del self._notes[note.key]
                note.document.deleteLater()  # PySide keeps every document that an editor was ever given
