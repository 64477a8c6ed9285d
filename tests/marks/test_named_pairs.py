"""What a person says of names: marks as all others, so that they outlive what notes outlive."""

import pytest

from reader.base.errors import ReaderError
from reader.marks.merging import compared, joined
from reader.marks.model import JudgedPair, UndoneMark, clean_term
from reader.marks.store import MarkStore

FOLDING = JudgedPair("same", "종이 접기", "paper folding")
ATTENTION = JudgedPair("other", "주의", "attention")
KEY = "paper folding | 종이 접기"


def test_pairs_are_told_in_the_order_they_came(store, clock):
    store.judge_pair(" 종이  접기 ", "paper folding", "same")
    clock.move(hours=1)
    store.judge_pair("주의", "attention", "other")
    assert store.judged_pairs() == (FOLDING, ATTENTION)


def test_the_last_word_on_two_names_counts_whichever_comes_first(store, clock):
    store.judge_pair("종이 접기", "paper folding", "same")
    clock.move(hours=1)
    store.judge_pair("주의", "attention", "other")
    store.judge_pair("Paper Folding", "종이 접기", "other")
    assert store.judged_pairs() == (JudgedPair("other", "Paper Folding", "종이 접기"), ATTENTION)
    store.judge_pair("종이 접기", "PAPER FOLDING", None)
    assert store.judged_pairs() == (ATTENTION,)


def test_a_pair_that_was_taken_back_returns_by_undo(store):
    store.judge_pair("종이 접기", "paper folding", "same")
    store.judge_pair("종이 접기", "paper folding", None)
    assert store.undo() == UndoneMark("names", frozenset(), on=True, made=False, names=(KEY,))
    assert store.judged_pairs() == (FOLDING,)


def test_pairs_that_are_adopted_stand_behind_what_was_said_and_no_undo_takes_them(store):
    store.judge_pair("주의", "attention", "other")
    store.adopt_pairs([FOLDING, JudgedPair("same", "Attention", "주의")])
    assert set(store.judged_pairs()) == {FOLDING, ATTENTION}
    assert store.undo() == UndoneMark("names", frozenset(), on=False, made=True, names=("attention | 주의",))
    assert store.judged_pairs() == (FOLDING,)


@pytest.mark.parametrize(("name", "other"), [("", "a"), ("a | b", "c"), ("a", "A"), ("x" * 101, "y"), ("a\n#b", "≠")])
def test_what_is_no_name_is_refused(store, name, other):
    with pytest.raises(ReaderError, match="name"):
        store.judge_pair(name, other, "same")
    with pytest.raises(ReaderError, match="mean the same or not"):
        store.judge_pair("a", "b", "perhaps")
    assert store.judged_pairs() == ()


def test_pairs_of_two_computers_are_joined_and_the_newer_word_on_each_counts(store, tmp_path, clock):
    store.judge_pair("종이 접기", "paper folding", "same")
    with MarkStore(tmp_path / "other.sqlite", tmp_path / "backups", clock=clock) as other:
        other.judge_pair("주의", "attention", "other")
        clock.move(hours=1)
        other.judge_pair("Paper folding", "종이 접기", "other")
        both = joined(store.portable(), other.portable())
    assert {pair: row[0] for (pair,), row in both["names"].items()} == {KEY: "other", "attention | 주의": "other"}
    assert compared(store.portable(), both).differences["names"].changed == (KEY,)


@pytest.mark.parametrize("term", ["", " ", "종이\n접기", "종이\r접기", "종이\x00접기", "a|b", "a≠b", "#a", "물" * 101])
def test_what_can_be_no_name_is_refused_and_told(term):
    with pytest.raises(ReaderError) as told:
        clean_term(term)
    assert str(told.value) == f"{term!r} is no name: type one to 100 characters, without |, ≠ and #."


@pytest.mark.parametrize(
    ("term", "clean"), [(" 종이  접기 ", "종이 접기"), ("물" * 100, "물" * 100), ("Xa\td", "Xa d"), ("가", "가")]
)
def test_a_name_is_kept_with_single_blanks_in_one_form(term, clean):
    assert clean_term(term) == clean
