"""Highlights: kept with what stands around them, and found again in a text that was written anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.base.errors import ReaderError
from reader.marks.anchors import place_of
from reader.marks.model import Highlight, UndoneMark

A, B = "2512.17909", "2512.17910"
TEXT = "제안하는 방법은 캐시를 줄인다. 실험에서 캐시를 줄인다. 결론도 같다."


def test_a_highlight_is_kept_with_its_surroundings(store, opened, clock):
    made = store.add_highlight(A, "method", "캐시를 줄인다", "앞" * 60, "뒤" * 60, "green")
    assert opened().highlights_of(A) == (made,)
    assert made == Highlight(made.id, A, "method", "캐시를 줄인다", "앞" * 40, "뒤" * 40, "green", clock.now)
    assert opened().marks_of(A).highlights == 1
    assert opened().keys("highlighted") == {A} == opened().kept_keys()


def test_the_same_words_in_the_same_place_change_their_colour(store):
    first = store.add_highlight(A, "method", "words", "a", "b", "green")
    again = store.add_highlight(A, "method", "words", "a", "b", "pink")
    elsewhere = store.add_highlight(A, "method", "words", "c", "d", "pink")
    assert store.highlights_of(A) == (first._replace(colour="pink"), elsewhere) or store.highlights_of(A) == (
        elsewhere,
        first._replace(colour="pink"),
    )
    assert again.id == first.id


def test_each_change_of_a_highlight_is_undone(store):
    made = store.add_highlight(A, "method", "words", "", "", "green")
    store.recolour_highlight(made.id, "blue")
    store.remove_highlight(made.id)
    assert store.highlights_of(A) == ()
    assert store.undo() == UndoneMark("highlighted", frozenset({A}), on=True, made=False)
    assert store.highlights_of(A) == (made._replace(colour="blue"),)
    store.undo()
    assert store.highlights_of(A) == (made,)
    assert store.undo() == UndoneMark("highlighted", frozenset({A}), on=False, made=True)
    assert store.keys("highlighted") == set()
    store.redo()
    assert store.highlights_of(A) == (made,)


def test_words_highlighted_again_are_new_and_no_second_highlight(store, clock):
    first = store.add_highlight(A, "method", "words", "", "", "green")
    store.remove_highlight(first.id)
    clock.move(days=1)
    again = store.add_highlight(A, "method", "words", "", "", "pink")
    assert (again.id, again.made) == (first.id, clock.now)
    assert store.highlights_of(A) == (again,)
    store.undo()
    assert store.highlights_of(A) == ()


def test_what_is_wrong_is_told_and_changes_nothing(store):
    made = store.add_highlight(A, "method", "words", "", "", "green")
    with pytest.raises(ReaderError, match="no words"):
        store.add_highlight(A, "method", " \n", "", "", "green")
    with pytest.raises(ReaderError, match="no colour of a highlight"):
        store.add_highlight(A, "method", "others", "", "", "red")
    store.remove_highlight(made.id)
    for attempt in (
        lambda: store.remove_highlight(made.id),
        lambda: store.recolour_highlight(made.id, "blue"),
        lambda: store.remove_highlight("never was"),
    ):
        with pytest.raises(ReaderError, match="no longer there"):
            attempt()
    assert store._db.execute("SELECT count(*) FROM highlights").fetchone() == (1,)


def test_half_a_character_does_not_keep_a_highlight_from_being_saved(store):
    store.add_highlight(A, "method", "words\ud83d", "\ude00before", "after\ud83d", "green")
    assert store.highlights_of(A)[0].quotation == "words�"


# Places


def test_of_two_places_the_one_with_the_same_surroundings_is_found():
    first = place_of("캐시를 줄인다", "방법은 ", ". 실험", TEXT)
    second = place_of("캐시를 줄인다", "실험에서 ", ". 결론", TEXT)
    assert TEXT[slice(*first)] == TEXT[slice(*second)] == "캐시를 줄인다"
    assert first < second


def test_of_places_that_look_alike_the_first_is_taken():
    assert place_of("같다", "", "", "같다. 같다. 같다.") == (0, 2)
    assert place_of("같다", "", ". 같다.", "같다. 같다. 같다.") == (0, 2)


def test_a_few_words_whose_surroundings_agree_nowhere_have_no_place():
    assert place_of("같다", "x", "y", "같다. 같다. 같다.") is None


def test_words_are_found_in_a_text_wrapped_anew_and_moved():
    rewritten = "새 머리말이 붙었다.\n\n제안한 방법은 언제나 캐시를\n  줄인다. 그 밖은 모두 바뀌었다."
    begin, end = place_of("캐시를 줄인다.", "제안한 방법은 언제나 ", " 실험에서", rewritten)
    assert rewritten[begin:end] == "캐시를\n  줄인다."


@pytest.mark.parametrize("quotation", ["캐시를 늘린다", "", " \n "])
def test_words_that_are_not_there_have_no_place(quotation):
    assert place_of(quotation, "", "", TEXT) is None


words = st.text("가나 ab\n", max_size=6)


@given(words, words.filter(str.strip), words)
def test_what_was_marked_is_found_where_it_was_or_where_it_looks_the_same(before, quotation, after):
    text = before + quotation + after
    begin, end = place_of(quotation, before, after, text)
    assert "".join(text[begin:end].split()) == "".join(quotation.split())
    assert not text[begin].isspace()
    assert "".join(text[:begin].split()) == "".join(before.split())
