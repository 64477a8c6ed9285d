"""Watched and muted words: the person's own, as every mark is."""

import pytest

from reader.base.errors import ReaderError
from reader.marks.merging import compared, joined
from reader.marks.model import UndoneMark, WatchedWord
from reader.marks.store import MarkStore

DIFFUSION, ROBOT = WatchedWord("확산", "watch"), WatchedWord("robot", "mute")


def test_words_are_watched_or_muted_in_the_order_they_came(store, clock):
    store.watch_word(" 확산 ", "watch")
    clock.move(hours=1)
    store.watch_word("robot", "mute")
    assert store.watched_words() == (DIFFUSION, ROBOT)


def test_a_word_is_one_of_both_and_keeps_its_place(store, clock):
    store.watch_word("확산", "watch")
    clock.move(hours=1)
    store.watch_word("robot", "mute")
    store.watch_word("확산", "mute")
    assert store.watched_words() == (WatchedWord("확산", "mute"), ROBOT)


def test_a_removed_word_returns_by_undo(store):
    store.watch_word("확산", "watch")
    store.forget_word("확산")
    assert store.watched_words() == ()
    assert store.undo() == UndoneMark("watched", frozenset(), on=True, made=False, names=("확산",))
    assert store.watched_words() == (DIFFUSION,)


def test_what_is_no_word_is_told(store):
    with pytest.raises(ReaderError, match="neither watched nor muted"):
        store.forget_word("확산")
    with pytest.raises(ReaderError, match="no name"):
        store.watch_word("  ", "watch")
    with pytest.raises(ReaderError, match="watched or muted"):
        store.watch_word("확산", "love")


def test_words_of_two_computers_are_joined_and_the_newer_state_of_each_wins(store, tmp_path, clock):
    store.watch_word("확산", "watch")
    with MarkStore(tmp_path / "other.sqlite", tmp_path / "backups", clock=clock) as other:
        other.watch_word("robot", "mute")
        clock.move(hours=1)
        other.watch_word("확산", "mute")
        both = joined(store.portable(), other.portable())
    assert {word: row[0] for (word,), row in both["watched"].items()} == {"확산": "mute", "robot": "mute"}
    assert compared(store.portable(), both).differences["watched"].changed == ("확산",)
