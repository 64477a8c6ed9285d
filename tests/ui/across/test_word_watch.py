"""Watched and muted words in the real window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.ui.palette.entries import entries_of
from reader.ui.search.watch_dialog import WatchDialog
from reader.ui.session.places import ALL, BOOKMARKED, Place, WatchedCount
from reader.ui.window.window import MainWindow
from tests.ui.across.test_lens import key_of, press


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.across.words._calm.isActive() and not window.across.job.is_waiting("watched"))


def watched(window: MainWindow, qtbot: QtBot, word: str, kind: str) -> None:
    window.session.edit_watched(lambda marks: marks.watch_word(word, kind))
    settled(window, qtbot)


def test_a_watched_word_is_counted_in_the_tree_and_leads_to_its_papers(window: MainWindow, qtbot: QtBot) -> None:
    watched(window, qtbot, "한계", "watch")
    assert window.browsing.counting.watched == (WatchedCount("한계", 10),)
    qtbot.waitUntil(lambda: window.tree.model().find(Place("watched", "한계")).isValid())
    window.browsing.show_place(Place("watched", "한계"))
    qtbot.waitUntil(lambda: window.state.place == Place("search", "한계"))
    qtbot.waitUntil(lambda: window.tree.chosen() == Place("watched", "한계"))


def test_several_words_have_a_line_together(window: MainWindow, qtbot: QtBot) -> None:
    watched(window, qtbot, "한계", "watch")
    watched(window, qtbot, "paper number 2", "watch")
    assert window.browsing.counting.watched[0] == WatchedCount("", 11)
    window.browsing.show_place(Place("watched", ""))
    qtbot.waitUntil(lambda: window.papers.count() == 11)


def test_it_is_lit_in_list_and_page(window: MainWindow, qtbot: QtBot) -> None:
    watched(window, qtbot, "number", "watch")
    row = window.papers._model.result(0)
    assert row is not None
    assert [row.row.title[a:b] for a, b in row.title_spans] == ["Number"]
    watched(window, qtbot, "한계", "watch")
    assert window.view._browser.marks._lit
    window.session.undo()
    window.session.undo()
    settled(window, qtbot)
    assert not window.view._browser.marks._lit


def test_a_muted_word_folds_papers_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    watched(window, qtbot, "number 2", "mute")
    assert window.papers.count() == 11
    bar = window.across.words._bar
    assert bar is not None
    assert bar.isVisible()
    assert bar.text.startswith("1 folded")
    assert bar.text.endswith(": number 2")
    press(window, "G", "O")
    assert window.papers.count() == 12
    assert bar.isVisible()
    press(window, "G", "O")
    assert window.papers.count() == 11


def test_what_one_marked_oneself_is_never_folded(window: MainWindow, qtbot: QtBot) -> None:
    window.session.toggle_bookmark([key_of(2)])
    watched(window, qtbot, "number 2", "mute")
    window.browsing.show_place(BOOKMARKED)
    assert window.papers.count() == 1
    window.browsing.show_place(ALL)
    assert window.papers.count() == 11
    window.session.undo()
    settled(window, qtbot)
    assert window.papers.count() == 12


@pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")
def test_words_are_added_turned_and_removed_in_the_dialog(window: MainWindow, qtbot: QtBot, synced: Path) -> None:
    assert synced.exists()
    press(window, "G", "W")
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, WatchDialog))
    dialog.field.setText("확산")
    dialog.watch.click()
    assert [(each.word, each.kind) for each in window.session.marks.watched_words()] == [("확산", "watch")]
    dialog.words.selectRow(0)
    dialog.turn.click()
    assert window.session.marks.watched_words()[0].kind == "mute"
    dialog.forget.click()
    assert window.session.marks.watched_words() == ()
    dialog.close()


def test_it_is_lit_in_the_lens_and_no_longer_when_it_is_forgotten(window: MainWindow, qtbot: QtBot) -> None:
    watched(window, qtbot, "이득", "watch")
    press(window, "L")
    lens = window.across.lensing.view
    qtbot.waitUntil(lambda: lens.is_settled)
    page = lens._rows.page(lens._rows.rows[0])
    assert page is not None
    assert {cursor.selectedText() for cursor in page.lit} == {"이득"}
    assert page.marks == []
    window.session.edit_watched(lambda marks: marks.forget_word("이득"))
    qtbot.waitUntil(lambda: page.lit == [])


def test_a_watched_word_is_in_the_palette(window: MainWindow, qtbot: QtBot) -> None:
    watched(window, qtbot, "한계", "watch")
    watched(window, qtbot, "number 2", "mute")
    offered = {each.target: each.text for each in entries_of(window.session, window.actions_, window.locale())}
    assert offered[str(Place("watched", "한계"))] == "한계"
    assert "number 2" not in offered.values()


def test_the_next_start_folds_at_once_what_was_folded_before(window: MainWindow, qtbot: QtBot, synced: Path) -> None:
    watched(window, qtbot, "number 2", "mute")
    assert window.papers.count() == 11
    _, again = build(Profile(ProfilePaths.of(synced)), Shown(language="en", theme="light", remembers=False))
    qtbot.addWidget(again)
    assert again.session.count_folded(ALL) == 1
    assert len(again.session.keys_of(ALL)) == 11
    window.session.edit_watched(lambda marks: marks.forget_word("number 2"))
    settled(window, qtbot)
    qtbot.waitUntil(lambda: window.papers.count() == 12)
    _, third = build(Profile(ProfilePaths.of(synced)), Shown(language="en", theme="light", remembers=False))
    qtbot.addWidget(third)
    assert third.session.count_folded(ALL) == 0


@pytest.mark.parametrize("text", ["", "[]", '{"words": 3, "keys": 4}', "\x00"])
def test_a_damaged_list_of_what_was_folded_folds_nothing(
    window: MainWindow, qtbot: QtBot, synced: Path, text: str
) -> None:
    watched(window, qtbot, "number 2", "mute")
    (ProfilePaths.of(synced).cache / "folded.json").write_text(text, encoding="utf-8")
    _, again = build(Profile(ProfilePaths.of(synced)), Shown(language="en", theme="light", remembers=False))
    qtbot.addWidget(again)
    assert again.session.count_folded(ALL) == 0
