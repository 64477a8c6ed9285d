"""The notes pane: one note in Markdown for each paper, saved while it is written; beside it highlights and links.

Comes in: a paper's key with its note, and word that a note was saved or could not be. Goes out: `note_edited`, soon
enough that a crash costs less than a second of typing. Undo survives going to another paper and back.
"""

from collections.abc import Collection
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QPlainTextDocumentLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from reader.ui.notes.note_documents import NoteDocuments, OpenNote
from reader.ui.notes.note_editor import NoteEditor
from reader.ui.notes.note_header import PAGES, NoteHeader
from reader.ui.notes.note_links import Quoted
from reader.ui.notes.note_room import NoteRoom
from reader.ui.notes.note_rows import NoteRows
from reader.ui.session.dates import clock
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_PAUSE = 400  # ms after the last key
_LONGEST = 900  # ms of typing without a pause: nothing typed more than a second ago is unsaved


@guarded
class NotesPane(QWidget):
    """A header line, and below it the editor or one of the lists.

    Signals: `note_edited(str, str)` with a paper's key and its whole text: at most half a second after the last key,
    and at once when the editor loses the keyboard, is hidden or shows another paper · `left()` at Esc ·
    `page_shown(str)` another of PAGES is shown · `versions_requested()` the note's earlier texts are asked for.
    Answer each `note_edited` with `set_saved` or `set_failed`, at once or later.
    """

    note_edited = Signal(str, str)
    left = Signal()
    page_shown = Signal(str)
    versions_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._documents = NoteDocuments(look)
        self._note: OpenNote | None = None
        self._last_told = ""
        self._nothing = QTextDocument(self)
        self._nothing.setDocumentLayout(QPlainTextDocumentLayout(self._nothing))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._longest = QTimer(self, singleShot=True, interval=_LONGEST)
        self._header = NoteHeader(look, self)
        self.editor = NoteEditor(self)
        self.lists = {name: NoteRows(look, self) for name in PAGES[1:]}
        self._arrange()
        self.room = NoteRoom(self, self._header, self._body, self.editor, self._is_bare)
        self._connect()
        self._retranslate()
        self._take_look()
        self.show_nothing()
        look.changed.connect(self._take_look)

    def show_note(self, key: str, text: str, saved_at: datetime | None) -> None:
        """Show a paper's note as the store has it; what was typed for the paper before is handed out first.

        Text that could not be saved earlier is shown instead of `text`, still to be saved. `saved_at` is local time.
        """
        if key != self.key():
            self.editor.finish_composing()
        self.flush()
        self._remember_place()
        note = self._note = self._documents.open(key, text, saved_at)
        self.editor.setDocument(note.document)
        self.editor.setEnabled(True)
        self._say_what_is_written()
        self._header.set_has_note(True)
        self._restore_place(note)
        self._show_state()
        self.room.leave()

    def show_nothing(self) -> None:
        """No paper, no note."""
        self.editor.finish_composing()
        self.flush()
        self._remember_place()
        self._note = None
        self.editor.setDocument(self._nothing)
        self.editor.setEnabled(False)
        self._say_what_is_written()
        self._header.set_has_note(False)
        self._show_state()
        self.room.leave()

    def key(self) -> str | None:
        """The paper whose note is shown."""
        return self._note.key if self._note else None

    def text(self) -> str:
        """The note as it is seen, a syllable being composed included."""
        return self.editor.whole_text() if self._note else ""

    def flush(self) -> None:
        """Hand out at once whatever isn't saved, notes of other papers that could not be saved included."""
        self._tell()
        for note in self._documents:
            if note is not self._note and note.is_unsaved():
                self._hand_out(note, note.told)

    def is_saved(self) -> bool:
        """Whether the store has every word of every note open."""
        self._take_text()
        return not any(note.is_unsaved() for note in self._documents)

    def unsaved_notes(self) -> dict[str, str]:
        """The texts that the store does not have, by paper."""
        self._take_text()
        return {note.key: note.document.toPlainText() for note in self._documents if note.is_unsaved()}

    def set_saved(self, at: datetime, key: str | None = None) -> None:
        """A note has been saved: the one last handed out, or that of `key`. `at` is local time."""
        note = self._documents.get(self._last_told if key is None else key)
        if note:
            note.saved, note.saved_at, note.failure = note.told, at, ""
            self._show_state()

    def set_failed(self, message: str, key: str | None = None) -> None:
        """A note could not be saved: its text is kept, and the header says why and offers to try again."""
        note = self._documents.get(self._last_told if key is None else key)
        if note:
            note.failure, note.saved = message, None
            self._show_state()

    @property
    def page(self) -> str:
        """Which of PAGES is shown."""
        return PAGES[self._pages.currentIndex()]

    def show_page(self, name: str) -> None:
        """Turn to one of PAGES."""
        self._header.set_page(name)
        self._pages.setCurrentIndex(PAGES.index(name))
        self.setFocusProxy(self.lists.get(name, self.editor))
        self.page_shown.emit(name)
        self.room.look()

    def set_count(self, name: str, count: int) -> None:
        """How many entries a list has: "highlights" or "links"."""
        self._header.set_count(name, count)

    def add_quote(self, markdown: str) -> None:
        """Put a quotation at the note's end, with an empty line behind it that has the cursor; one step of undo."""
        if self._note is None:
            return
        self.show_page("note")
        cursor = QTextCursor(self._note.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        text = self._note.document.toPlainText()
        above = "" if not text.strip() else "\n" if text.endswith("\n") else "\n\n"
        cursor.insertText(f"{above}{markdown}\n\n")
        self.editor.setTextCursor(cursor)
        self.editor.ensureCursorVisible()

    def go_to_end(self) -> None:
        """Put the cursor behind the note, to go on with it; one who is writing stays where they are."""
        if not self.editor.hasFocus():
            self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def replace_text(self, text: str) -> None:
        """Take another text for the note, as one step of undo, and hand it out at once."""
        if self._note is None:
            return
        cursor = QTextCursor(self._note.document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._tell()

    def set_lost(self, quotes: Collection[Quoted]) -> None:
        """The quotes of the note whose words are not where they were: they stay as text."""
        if self._note is not None:
            self._note.highlighter.set_lost(quotes)

    def set_column(self, left: int | None, width: int) -> None:
        """Where the text starts and how wide it runs, px, to stand below the section view's; None centres it."""
        self.editor.set_column(left, width)
        self._align_header()

    # What Qt calls.

    def sizeHint(self) -> QSize:
        return QSize(600, self._look.px(176))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.maximumHeight() if self.room.is_folded() else self._look.px(80))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        QPainter(self).fillRect(self.rect(), self._look.colour("note"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._align_header()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_look()  # a font set before is lost when a pane gets its place in the window, see words.py

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_state()

    # Inside: saving.

    def _edited(self) -> None:
        if self._note is None or self.editor.whole_text() == self._note.told:
            return
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self._show_state()
        self.room.look()

    def _tell(self) -> None:
        self._pause.stop()
        self._longest.stop()
        note = self._note
        if note and (self._take_text() or note.failure):
            self._hand_out(note, note.told)
        self._show_state()

    def _take_text(self) -> bool:
        """Note down what the editor shows; whether it is another text than the last handed out."""
        if self._note is None or self._note.told == self.editor.whole_text():
            return False
        self._note.told = self.editor.whole_text()
        return True

    def _hand_out(self, note: OpenNote, text: str) -> None:
        self._last_told = note.key
        self.note_edited.emit(note.key, text)

    # Inside: showing.

    def _remember_place(self) -> None:
        if self._note:
            self._note.cursor = self.editor.textCursor().position()
            self._note.scroll = self.editor.verticalScrollBar().value()

    def _restore_place(self, note: OpenNote) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(min(note.cursor, max(0, note.document.characterCount() - 1)))
        self.editor.setTextCursor(cursor)
        self.editor.verticalScrollBar().setValue(note.scroll)

    def _show_state(self) -> None:
        note = self._note
        self._header.set_state(self._state_text(note), has_failed=bool(note and note.failure))

    def _state_text(self, note: OpenNote | None) -> str:
        if note is None:
            return ""
        if note.failure:
            return self.tr("Not saved: %1").replace("%1", note.failure)
        if note.is_unsaved() or self._pause.isActive():
            return self.tr("Saving…")
        if note.saved_at is None or not note.saved:
            return ""
        return self.tr("Saved %1").replace("%1", clock(note.saved_at, self.locale()))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self._header)
        self._body = QWidget(self)
        self._pages = QStackedLayout(self._body)
        for page in (self.editor, *self.lists.values()):
            self._pages.addWidget(page)
        column.addWidget(self._body, 1)
        self.setFocusProxy(self.editor)

    def _connect(self) -> None:
        self.editor.edited.connect(self._edited)
        self.editor.blurred.connect(self._tell)
        self.editor.escaped.connect(self.left)
        self._pause.timeout.connect(self._tell)
        self._longest.timeout.connect(self._tell)
        self._header.retried.connect(self.flush)
        self._header.versions_requested.connect(self.versions_requested)
        self._header.page_chosen.connect(self._choose_page)
        for rows in self.lists.values():
            rows.escaped.connect(self.left)

    def _is_bare(self) -> bool:
        return self.page == "note" and not self.text().strip() and not (self._note and self._note.failure)

    def _choose_page(self, name: str) -> None:
        """A person turns to a page; on the note they may write at once."""
        self.room.make()
        self.show_page(name)
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def _retranslate(self) -> None:
        self._header.retranslate()
        self.lists["highlights"].setAccessibleName(self.tr("Highlights"))
        self.lists["links"].setAccessibleName(self.tr("Links"))
        self._say_what_is_written()
        self.editor.setAccessibleName(self.tr("Note on this paper"))

    def _say_what_is_written(self) -> None:
        """In an empty note; without a paper there is none to write."""
        self.editor.setPlaceholderText(self.tr("A note on this paper") if self._note else "")

    def _align_header(self) -> None:
        left, right = self.editor.sides(self.width())
        for rows in self.lists.values():
            rows.set_sides(left, right)
        self._header.set_sides(left, right)

    def _take_look(self) -> None:
        self.editor.setFont(self._look.font(1))
        self._documents.take_look()
        self._header.take_look()
        self.room.fit()
        self._show_state()
        self._align_header()
        self.update()
