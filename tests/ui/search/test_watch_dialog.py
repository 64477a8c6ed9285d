"""The dialog of watched and muted words: what it lists, and what its buttons do."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reader.base.errors import ReaderError
from reader.marks.model import WatchedWord
from reader.ui.search.nothing_here import NothingHere
from reader.ui.search.watch_dialog import WatchDialog
from reader.ui.session.session import Session
from reader.ui.widgets.theme import Look


class Known(QObject):
    """A session with these words."""

    marks_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.marks = self
        self.words = {"확산": "watch", "로봇": "mute"}
        self.broken = ""

    def watched_words(self) -> tuple[WatchedWord, ...]:
        return tuple(WatchedWord(word, kind) for word, kind in self.words.items())

    def watch_word(self, word: str, kind: str) -> None:
        if self.broken:
            raise ReaderError(self.broken)
        self.words[word.strip()] = kind

    def forget_word(self, word: str) -> None:
        del self.words[word]

    def edit_watched(self, edit: Callable[["Known"], None]) -> None:
        edit(self)
        self.marks_changed.emit()


@pytest.fixture
def known() -> Known:
    return Known()


@pytest.fixture
def dialog(known: Known, look: Look, page: QWidget) -> WatchDialog:
    made = WatchDialog(cast(Session, known), look, "", {"확산": 7, "로봇": 3}, page)
    made.show()
    return made


def rows(dialog: WatchDialog) -> list[list[str]]:
    table = dialog.words
    return [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]


def test_words_are_listed_with_their_kind_and_how_many_are_unread(dialog: WatchDialog) -> None:
    assert rows(dialog) == [["확산", "watched", "7"], ["로봇", "muted", ""]]
    table = dialog.words
    assert [table.horizontalHeaderItem(column).text() for column in range(3)] == ["Word", "Kind", "Unread"]
    assert table.accessibleName() == dialog.windowTitle() == "Watched and muted words"
    assert table.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    assert table.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
    assert table.selectionMode() is QAbstractItemView.SelectionMode.SingleSelection
    assert (table.showGrid(), table.tabKeyNavigation(), table.verticalHeader().isVisible()) == (False, False, False)


def test_a_word_is_turned_into_the_other_kind_and_back(dialog: WatchDialog, known: Known) -> None:
    assert (dialog.turn.isEnabled(), dialog.forget.isEnabled()) == (False, False)
    dialog.words.selectRow(0)
    assert (dialog.turn.text(), dialog.turn.isEnabled()) == ("Mute it", True)
    dialog.turn.click()
    assert known.words == {"확산": "mute", "로봇": "mute"}
    assert dialog.turn.text() == "Watch it"
    dialog.turn.click()
    assert known.words == {"확산": "watch", "로봇": "mute"}
    dialog.words.selectRow(1)
    dialog.forget.click()
    assert rows(dialog) == [["확산", "watched", "7"]]


def test_a_word_is_added_and_what_cannot_be_is_told(dialog: WatchDialog, known: Known) -> None:
    assert (dialog.watch.isEnabled(), dialog.mute.isEnabled()) == (False, False)
    dialog.field.setText("날씨")
    dialog.field.edited.emit("날씨")
    dialog.mute.click()
    assert known.words["날씨"] == "mute"
    assert dialog.field.text() == ""
    dialog.field.setText("그림")
    dialog.field.edited.emit("그림")
    known.broken = "No word."
    dialog.watch.click()
    assert (dialog._trouble.text(), dialog._trouble.isVisible()) == ("No word.", True)
    assert dialog.field.text() == "그림"
    dialog.field.edited.emit("그림자")
    assert dialog._trouble.isHidden()


def test_without_a_word_it_says_how_one_gets_there(dialog: WatchDialog, known: Known) -> None:
    line = dialog.words.findChild(NothingHere)
    assert not line.isVisible()
    known.words.clear()
    known.marks_changed.emit()
    assert line.isVisible()
    assert (
        dialog.words.accessibleDescription() == line.text() == "No words yet. Write one above, then watch or mute it."
    )
    known.words["확산"] = "watch"
    known.marks_changed.emit()
    assert not line.isVisible()
    assert dialog.words.accessibleDescription() == ""
