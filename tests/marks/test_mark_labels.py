"""Labels of the person's own and saved searches: by name, on many papers, each change one step of undo."""

import pytest

from reader.base.errors import ReaderError
from reader.marks.model import LABEL_COLOURS, Label, SavedSearch, UndoneMark

A, B, C = "2512.17909", "2512.17910", "2512.17911"


def test_a_label_is_made_coloured_and_counted(store, opened):
    store.add_label("읽을 것", "green")
    store.set_label([A, B], "읽을 것", True)
    store.recolour_label("읽을 것", "red")
    assert opened().labels() == (Label("읽을 것", "red", 2),)
    assert opened().labelled("읽을 것") == {A, B} == opened().keys("labelled")


def test_labels_stand_by_name_on_a_paper_and_in_the_list(store):
    for name in ("zoo", "Apple", "가"):
        store.set_label([A], name, True)
    assert store.labels_of(A) == store.marks_of(A).labels == ("Apple", "zoo", "가")
    assert [label.name for label in store.labels()] == ["Apple", "zoo", "가"]
    assert store.labels_by_paper() == {A: ("Apple", "zoo", "가")}


def test_labels_with_numbers_stand_by_their_size(store):
    for name in ("10", "1", "11", "2"):
        store.set_label([A], name, True)
    assert store.labels_of(A) == ("1", "2", "10", "11")
    assert [label.name for label in store.labels()] == ["1", "2", "10", "11"]
    assert store.labels_by_paper() == {A: ("1", "2", "10", "11")}


def test_a_label_that_is_not_there_is_made_in_the_colour_least_used(store):
    for name in LABEL_COLOURS:
        store.set_label([A], name, True)
    assert {label.colour for label in store.labels()} == set(LABEL_COLOURS)


def test_taking_off_a_label_that_is_not_there_makes_none(store):
    store.set_label([A], "nothing", False)
    assert store.labels() == ()
    assert not store.can_undo


def test_many_papers_are_labelled_in_one_step_of_undo(store):
    store.set_label([A], "one", True)
    store.set_label([A, B, C], "one", True)
    assert store.undo() == UndoneMark("labelled", frozenset({B, C}), on=False, made=True, names=("one",))
    assert store.labelled("one") == {A}
    assert store.redo() == UndoneMark("labelled", frozenset({B, C}), on=True, made=True, names=("one",))
    assert store.labelled("one") == {A, B, C}


def test_undoing_the_first_use_of_a_label_unmakes_it(store):
    store.set_label([A], "typo", True)
    store.undo()
    assert store.labels() == ()
    assert store.labels_of(A) == ()


def test_renaming_a_label_keeps_papers_and_colour_and_is_undone_whole(store):
    store.add_label("old", "pink")
    store.set_label([A, B], "old", True)
    store.rename_label("old", "새 이름")
    assert store.labels() == (Label("새 이름", "pink", 2),)
    assert store.labels_of(A) == ("새 이름",)
    assert store.undo().keys == {A, B}
    assert store.labels() == (Label("old", "pink", 2),)
    store.redo()
    assert store.labelled("새 이름") == {A, B}


def test_another_name_and_colour_are_one_step_of_undo(store):
    store.add_label("old", "pink")
    store.rename_label("old", "new", "teal")
    assert store.labels() == (Label("new", "teal", 0),)
    assert store.undo().names == ("old", "new")
    assert store.labels() == (Label("old", "pink", 0),)
    assert store.redo().names == ("new", "old")
    store.rename_label("new", "new", "red")
    assert store.labels() == (Label("new", "red", 0),)
    assert store.undo().names == ("new",)
    with pytest.raises(ReaderError) as told:
        store.rename_label("new", "newer", "ultraviolet")
    colours = "blue, green, orange, red, purple, teal, pink, yellow, grey"
    assert str(told.value) == f"'ultraviolet' is no colour of a label. There are {colours}."
    assert store.labels() == (Label("new", "teal", 0),)


def test_a_label_may_change_its_case(store):
    store.add_label("llm", "blue")
    store.rename_label("llm", "LLM")
    assert [label.name for label in store.labels()] == ["LLM"]


def test_removing_a_label_takes_it_off_its_papers_and_undo_puts_it_back(store):
    store.set_label([A, B], "gone", True)
    store.remove_label("gone")
    assert store.labels() == ()
    assert store.kept_keys() == set()
    assert store.undo() == UndoneMark("labelled", frozenset({A, B}), on=True, made=False, names=("gone",))
    assert store.labelled("gone") == {A, B}


def test_a_label_made_again_has_no_papers_of_the_old_one(store):
    store.set_label([A], "again", True)
    store.remove_label("again")
    store.add_label("again", "blue")
    assert store.labelled("again") == set()


@pytest.mark.parametrize("name", ["", "  \n", "x" * 81, "a\x00b"])
def test_a_name_that_is_none_is_refused(store, name):
    with pytest.raises(ReaderError, match="is no name"):
        store.add_label(name, "blue")
    with pytest.raises(ReaderError, match="is no name"):
        store.save_search(name, "query")


def test_names_are_composed_and_trimmed(store):
    store.add_label("  두  단어 ", "blue")
    assert store.labels()[0].name == "두 단어"
    store.set_label([A], "두 단어\ud83d", True)
    assert store.labels_of(A) == ("두 단어�",)


def test_two_names_that_differ_in_case_are_one_too_many(store):
    store.add_label("LLM", "blue")
    store.add_label("vision", "blue")
    for attempt in (
        lambda: store.add_label("llm", "red"),
        lambda: store.set_label([A], "Llm", True),
        lambda: store.rename_label("vision", "llm"),
    ):
        with pytest.raises(ReaderError, match="already a label 'LLM'"):
            attempt()
    assert [label.name for label in store.labels()] == ["LLM", "vision"]


def test_what_is_not_there_can_not_be_changed(store):
    for attempt in (
        lambda: store.rename_label("none", "other"),
        lambda: store.recolour_label("none", "red"),
        lambda: store.remove_label("none"),
    ):
        with pytest.raises(ReaderError, match="no label 'none'"):
            attempt()
    with pytest.raises(ReaderError, match="no colour of a label"):
        store.add_label("new", "ultraviolet")
    assert store.labels() == ()


def test_searches_are_saved_in_order_written_over_and_renamed_in_place(store, clock):
    store.save_search("first", "kv cache")
    clock.move(seconds=1)
    store.save_search("second", "양자화")
    clock.move(seconds=1)
    store.save_search("first", "kv-cache tag:LLM")
    store.rename_search("first", "캐시")
    assert store.saved_searches() == (SavedSearch("캐시", "kv-cache tag:LLM"), SavedSearch("second", "양자화"))
    assert store.undo() == UndoneMark("searches", frozenset(), on=True, made=True, names=("first", "캐시"))
    assert store.saved_searches()[0].name == "first"
    store.undo()
    assert store.saved_searches()[0].query == "kv cache"


def test_a_removed_search_returns_by_undo(store):
    store.save_search("name", "query")
    store.remove_search("name")
    assert store.saved_searches() == ()
    store.undo()
    assert store.saved_searches() == (SavedSearch("name", "query"),)


def test_searches_that_are_not_there_or_taken_are_told(store):
    store.save_search("a", "1")
    store.save_search("b", "2")
    with pytest.raises(ReaderError, match="already a saved search 'b'"):
        store.rename_search("a", "b")
    with pytest.raises(ReaderError, match="no saved search 'c'"):
        store.remove_search("c")
