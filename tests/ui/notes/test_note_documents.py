"""The notes that are held: the latest ones, and all that are not saved."""

from reader.ui.notes.note_documents import KEPT, NoteDocuments
from reader.ui.widgets.theme import Look


def test_as_many_as_are_kept_are_kept_and_the_oldest_goes_first(look: Look) -> None:
    notes = NoteDocuments(look)
    for number in range(KEPT):
        notes.open(str(number), f"note {number}", None)
    assert [note.key for note in notes] == [str(number) for number in range(KEPT)]
    notes.open("0", "note 0", None)
    notes.open("one more", "", None)
    assert [note.key for note in notes] == [*[str(number) for number in range(2, KEPT)], "0", "one more"]
    assert notes.get("1") is None


def test_what_is_not_saved_is_never_dropped_and_wins(look: Look) -> None:
    notes = NoteDocuments(look)
    first = notes.open("first", "old", None)
    first.told = "written since"
    for number in range(KEPT + 3):
        notes.open(str(number), "", None)
    assert notes.get("first") is first
    assert len(list(notes)) == KEPT
    assert notes.open("first", "of another window", None).told == "written since"
    first.saved = first.told
    assert notes.open("first", "of another window", None).document.toPlainText() == "of another window"
