"""The open paper's note: what is saved, when, and as what."""

from datetime import UTC, datetime
from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal

from reader.base.errors import ReaderError
from reader.posts.model import PaperKey
from reader.ui.notes.notes_pane import NotesPane
from reader.ui.notes.noting import Noting
from reader.ui.session.mark_edits import MarksChange
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.theme import Look

ONE, TWO = PaperKey("2501.00001"), PaperKey("2501.00002")
AT = datetime(2025, 12, 30, 14, 2, tzinfo=UTC)


class Kept(QObject):
    """What a session keeps of notes, and how it was told."""

    marks_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.notes: dict[PaperKey, str] = {}
        self.saved: list[tuple[PaperKey, str, str, bool]] = []
        self.broken = ""

    def note(self, key: PaperKey) -> tuple[str, datetime | None]:
        return self.notes.get(key, ""), AT if key in self.notes else None

    def save_note(self, key: PaperKey, text: str, base: str, *, new_session: bool) -> datetime:
        if self.broken:
            raise ReaderError(self.broken)
        self.saved.append((key, text, base, new_session))
        self.notes[key] = text
        return AT


class Open(QObject):
    """Which paper is open."""

    key: PaperKey | None = ONE


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def opened() -> Open:
    return Open()


@pytest.fixture
def noting(look: Look, qtbot: object, kept: Kept, opened: Open) -> Noting:
    pane = NotesPane(look)
    pane.resize(600, 200)
    made = Noting(cast(Session, kept), cast(ReadingState, opened), pane)
    made.show()
    return made


def write(noting: Noting, text: str) -> None:
    noting.notes.editor.insertPlainText(text)


def test_another_papers_note_is_shown_after_the_first_is_saved(noting: Noting, kept: Kept, opened: Open) -> None:
    kept.notes[TWO] = "the other"
    write(noting, "one")
    opened.key = TWO
    noting.show()
    assert kept.saved == [(ONE, "one", "", False)]
    assert noting.notes.text() == "the other"
    write(noting, "!")
    opened.key = None
    noting.show()
    assert kept.saved[1:] == [(TWO, "!the other", "the other", False)]


def test_an_earlier_version_is_saved_as_a_text_of_its_own_and_what_follows_is_not(noting: Noting, kept: Kept) -> None:
    write(noting, "one")
    noting.notes.flush()
    noting.restore("as it was")
    noting.notes.flush()
    write(noting, "!")
    noting.notes.flush()
    assert [(text, new) for _, text, _, new in kept.saved] == [
        ("one", False),
        ("as it was", True),
        (noting.notes.text(), False),
    ]


def test_what_another_window_wrote_is_shown(noting: Noting, kept: Kept) -> None:
    kept.notes[ONE] = "of another window"
    kept.marks_changed.emit(MarksChange(frozenset({"noted"}), frozenset({TWO})))
    kept.marks_changed.emit(MarksChange(frozenset({"read"}), frozenset({ONE})))
    assert noting.notes.text() == ""
    kept.marks_changed.emit(MarksChange(frozenset({"noted"}), frozenset({ONE})))
    assert noting.notes.text() == "of another window"


def test_what_could_not_be_saved_stays_and_is_said(noting: Noting, kept: Kept) -> None:
    kept.broken = "the disk is full"
    write(noting, "one")
    noting.notes.flush()
    assert noting.notes.text() == "one"
    assert "the disk is full" in noting.notes._header._state.text()
    kept.broken = ""
    noting.notes.flush()
    assert kept.saved == [(ONE, "one", "", False)]


def test_what_is_being_written_is_saved_over_the_text_it_began_from_when_another_window_writes(
    noting: Noting, kept: Kept
) -> None:
    write(noting, "mine")
    kept.notes[ONE] = "of another window"
    kept.marks_changed.emit(MarksChange(frozenset({"noted"}), frozenset({ONE})))
    assert kept.saved == [(ONE, "mine", "", False)], "so that the store sees that both changed it"
