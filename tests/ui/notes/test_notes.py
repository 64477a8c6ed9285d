"""The notes pane: nothing typed is lost, and undo survives."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader.ui.notes.note_documents import KEPT
from reader.ui.notes.notes_pane import NotesPane
from reader.ui.widgets.theme import Look

AT = datetime(2025, 12, 30, 14, 2)  # noqa: DTZ001  # local time, as it is shown


class Store:
    """Answers as a store of notes would; `broken` makes it fail."""

    def __init__(self, pane: NotesPane) -> None:
        self._pane = pane
        self.notes: dict[str, str] = {}
        self.told: list[tuple[str, str]] = []
        self.broken = ""
        pane.note_edited.connect(self._save)

    def show(self, key: str) -> None:
        self._pane.show_note(key, self.notes.get(key, ""), AT if key in self.notes else None)

    def _save(self, key: str, text: str) -> None:
        self.told.append((key, text))
        if self.broken:
            self._pane.set_failed(self.broken)
            return
        self.notes[key] = text
        self._pane.set_saved(AT)


@pytest.fixture
def pane(qapp: QApplication, qtbot: QtBot) -> Iterator[NotesPane]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = NotesPane(Look(qapp, "light"))
    column.addWidget(made)
    column.addWidget(QLineEdit())
    window.resize(816, 240)
    window.show()
    qtbot.waitExposed(window)
    yield made  # not returned: the window would go


@pytest.fixture
def store(pane: NotesPane) -> Store:
    made = Store(pane)
    made.show("a")
    pane.editor.setFocus()
    return made


def _compose(pane: NotesPane, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(pane.editor, event)


def _state(pane: NotesPane) -> str:
    return pane._header._state.text()


def test_what_is_typed_is_told_within_half_a_second(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.editor, "hello")
    assert _state(pane) == "Saving…"
    with qtbot.waitSignal(pane.note_edited, timeout=500) as told:
        pass
    assert told.args == ["a", "hello"]
    assert _state(pane) == "Saved 14:02"
    assert pane.is_saved()


def test_typing_without_a_pause_is_told_now_and_then(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    pane._longest.setInterval(200)
    for _ in range(12):
        qtbot.keyClick(pane.editor, Qt.Key.Key_X)
        qtbot.wait(50)  # a person's keys, each sooner than the pause
    assert store.told


def test_losing_the_keyboard_tells_at_once(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.editor, "x")
    pane.parentWidget().findChild(QLineEdit).setFocus()
    assert store.notes == {"a": "x"}


def test_hiding_tells_at_once(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.editor, "x")
    pane.hide()
    assert store.notes == {"a": "x"}


def test_another_paper_tells_the_first_ones_note_under_its_own_key(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.editor, "for a")
    store.show("b")
    qtbot.keyClicks(pane.editor, "for b")
    pane.show_nothing()
    assert store.told == [("a", "for a"), ("b", "for b")]
    assert pane.key() is None


def test_showing_notes_tells_nothing(pane: NotesPane, store: Store) -> None:
    store.notes = {"a": "one", "b": "두 번째"}
    for key in "abab":
        store.show(key)
    pane.flush()
    assert store.told == []


def test_undo_survives_going_to_another_paper_and_back(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.editor, "one")
    store.show("b")
    assert pane.text() == ""
    assert not pane.editor.document().isUndoAvailable()
    store.show("a")
    assert pane.text() == "one"
    pane.editor.undo()
    assert pane.text() == ""
    pane.flush()
    assert store.notes["a"] == ""


def test_the_cursor_is_where_it_was(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.editor, "one two")
    qtbot.keyClick(pane.editor, Qt.Key.Key_Left)
    store.show("b")
    store.show("a")
    assert pane.editor.textCursor().position() == 6


def test_a_syllable_being_composed_is_saved_too(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.editor, "ab")
    qtbot.keyClick(pane.editor, Qt.Key.Key_Left)
    _compose(pane, "한")
    assert pane.text() == "a한b"
    pane.flush()
    assert store.notes == {"a": "a한b"}
    _compose(pane, "", commit="한")
    pane.flush()
    assert store.told == [("a", "a한b")]


def test_a_syllable_left_behind_is_part_of_the_note_when_one_comes_back(pane: NotesPane, store: Store) -> None:
    _compose(pane, "한")
    store.show("b")
    store.show("a")
    layout = pane.editor.textCursor().block().layout()
    assert (pane.editor.toPlainText(), layout.preeditAreaText(), pane.text()) == ("한", "", "한")


def test_a_syllable_is_part_of_the_note_when_the_keyboard_goes(pane: NotesPane, store: Store) -> None:
    _compose(pane, "한")
    pane.editor.clearFocus()
    assert (pane.editor.toPlainText(), pane.text()) == ("한", "한")


def test_a_click_into_the_note_keeps_the_syllable(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    _compose(pane, "한")
    qtbot.mouseClick(pane.editor.viewport(), Qt.MouseButton.LeftButton)
    assert (pane.editor.toPlainText(), pane.text()) == ("한", "한")


def test_a_key_that_moves_the_cursor_keeps_the_syllable_where_it_was(
    pane: NotesPane, store: Store, qtbot: QtBot
) -> None:
    qtbot.keyClicks(pane.editor, "ab")
    qtbot.keyClick(pane.editor, Qt.Key.Key_Return)
    _compose(pane, "한")
    qtbot.keyClick(pane.editor, Qt.Key.Key_Shift)
    assert pane.editor.toPlainText() == "ab\n"  # Shift belongs to the syllable that follows
    qtbot.keyClick(pane.editor, Qt.Key.Key_Up)
    assert (pane.editor.toPlainText(), pane.text()) == ("ab\n한", "ab\n한")


def test_composing_alone_is_told_within_half_a_second(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.note_edited, timeout=500) as told:
        _compose(pane, "메")
    assert told.args == ["a", "메"]


def test_a_note_that_could_not_be_saved_is_kept_shown_and_tried_again(
    pane: NotesPane, store: Store, qtbot: QtBot
) -> None:
    store.broken = "the disk is full"
    qtbot.keyClicks(pane.editor, "x")
    pane.flush()
    retry = pane._header._retry
    assert _state(pane) == "Not saved: the disk is full"
    assert retry.isVisible()
    assert pane.text() == "x"
    assert not pane.is_saved()
    store.broken = ""
    qtbot.mouseClick(retry, Qt.MouseButton.LeftButton)
    assert store.notes == {"a": "x"}
    assert _state(pane) == "Saved 14:02"
    assert not retry.isVisible()


def test_text_that_could_not_be_saved_wins_over_the_stores(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    store.notes["a"] = "old"
    store.show("b")
    store.show("a")
    store.broken = "no"
    pane.editor.selectAll()
    qtbot.keyClicks(pane.editor, "new")
    store.show("b")
    store.show("a")
    assert pane.text() == "new"
    assert _state(pane) == "Not saved: no"
    store.show("b")
    store.broken = ""
    pane.flush()
    assert store.notes["a"] == "new"
    assert pane.is_saved()


def test_a_note_changed_elsewhere_is_shown_as_it_is_now(pane: NotesPane, store: Store) -> None:
    store.notes["a"] = "one"
    store.show("a")
    store.notes["a"] = "two"
    store.show("a")
    assert pane.text() == "two"
    assert pane.is_saved()


def test_text_undone_before_it_was_told_is_saved_as_it_is(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    store.notes["a"] = "one"
    store.show("a")
    qtbot.keyClicks(pane.editor, "x")
    pane.editor.undo()
    qtbot.waitUntil(lambda: _state(pane) == "Saved 14:02", timeout=1000)
    assert store.told == []


def test_many_papers_are_not_all_kept(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    store.broken = "no"
    qtbot.keyClicks(pane.editor, "precious")
    for i in range(3 * KEPT):
        store.show(f"paper {i}")
    assert len(list(pane._documents)) <= KEPT
    store.show("a")
    assert pane.text() == "precious"


def test_a_note_that_is_not_kept_gives_its_memory_back(pane: NotesPane, qtbot: QtBot) -> None:
    pane.show_note("first", "text", None)
    document = pane.editor.document()
    for number in range(KEPT - 1):
        pane.show_note(str(number), "text", None)
    assert isValid(document)
    with qtbot.waitSignal(document.destroyed):
        pane.show_note("one more", "text", None)


def test_escape_leaves_the_editor(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.left):
        qtbot.keyClick(pane.editor, Qt.Key.Key_Escape)


def test_without_a_paper_nothing_can_be_typed(pane: NotesPane, store: Store, qtbot: QtBot) -> None:
    pane.show_nothing()
    qtbot.keyClicks(pane.editor, "x")
    pane.flush()
    assert (pane.text(), store.told) == ("", [])


def test_the_text_stands_below_the_section_views(pane: NotesPane) -> None:
    pane.set_column(100, 500)
    assert pane.editor.viewport().mapTo(pane.editor, pane.editor.viewport().rect().topLeft()).x() == 96
    pane.set_column(None, 680)
    assert pane.editor.sides(pane.editor.width())[0] == (pane.editor.width() - 680) // 2


@pytest.mark.parametrize(
    ("line", "start", "is_bold"),
    [
        ("# 제목", 2, True),
        ("a **b** c", 4, True),
        ("a **b** c", 0, False),
        ("- [ ] **b**", 8, True),
        ("a*b*c", 2, False),
    ],
)
def test_markdown_looks_like_what_it_means(pane: NotesPane, store: Store, line: str, start: int, is_bold: bool) -> None:
    pane.editor.setPlainText(line)
    formats = pane.editor.document().firstBlock().layout().formats()
    bold = [f for f in formats if f.format.fontWeight() == 700 and f.start <= start < f.start + f.length]
    assert bool(bold) == is_bold


def test_what_is_typed_without_a_pause_is_told_when_the_longest_time_is_over(pane: NotesPane, store: Store) -> None:
    pane.editor.insertPlainText("x")
    assert store.told == []
    pane._longest.timeout.emit()
    assert store.told == [("a", "x")]


def test_every_page_of_the_pane_is_named(pane: NotesPane) -> None:
    pane.show_note("a", "", None)
    names = {name: rows.accessibleName() for name, rows in pane.lists.items()}
    assert names == {"highlights": "Highlights", "links": "Links"}
    assert (pane.editor.accessibleName(), pane.editor.placeholderText()) == (
        "Note on this paper",
        "A note on this paper",
    )


def test_without_a_paper_no_note_is_offered(pane: NotesPane) -> None:
    pane.show_nothing()
    assert pane.editor.placeholderText() == ""
    QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
    assert pane.editor.placeholderText() == ""
    pane.show_note("a", "", None)
    assert pane.editor.placeholderText() == "A note on this paper"
