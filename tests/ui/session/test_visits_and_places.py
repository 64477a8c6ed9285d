"""Back and forward through what was open, and the words of every place."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from reader.posts.model import PaperKey
from reader.ui.session.history import History, Visit
from reader.ui.session.place_words import empty_words, place_label, place_title, section_label
from reader.ui.session.places import ALL, Place

ENGLISH = QLocale("en_US")


def visit(key: str, kind: str = "all") -> Visit:
    return Visit(Place(kind), PaperKey(key))  # type: ignore[arg-type]  # kinds of places are literals


def walked(history: History, *steps: int, gone: str = "") -> list[str | None]:
    found = [history.go(step, lambda key: key not in gone.split()) for step in steps]
    return [one and one.key for one in found]


def opened(*keys: str) -> History:
    history = History()
    for key in keys:
        history.add(visit(key))
    return history


def test_back_and_forward_go_through_what_was_open_and_end_at_its_ends() -> None:
    assert walked(opened("a", "b", "c"), -1, -1, -1, 1, 1, 1) == ["b", "a", None, "b", "c", None]


def test_a_paper_opened_after_going_back_takes_the_place_of_those_ahead() -> None:
    history = opened("a", "b", "c")
    assert walked(history, -1) == ["b"]
    history.add(visit("d"))
    assert walked(history, 1, -1, -1, -1) == [None, "b", "a", None]


def test_the_open_paper_at_another_place_is_no_new_visit() -> None:
    history = opened("a", "b")
    history.add(visit("b", "unread"))
    assert walked(history, -1, -1) == ["a", None]


def test_papers_that_are_gone_are_passed_over() -> None:
    assert walked(opened("a", "b", "c"), -1, 1, gone="b") == ["a", "c"]
    assert walked(opened("a", "b"), -1, gone="a") == [None]


def test_two_hundred_visits_are_kept() -> None:
    history = opened(*map(str, range(250)))
    back = walked(history, *[-1] * 200)
    assert back[198:] == ["50", None]


@pytest.mark.parametrize(
    ("kind", "value", "label", "title"),
    [
        ("all", "", "All papers", "All papers"),
        ("unread", "", "Unread", "Unread"),
        ("bookmarked", "", "Bookmarks", "Bookmarks"),
        ("revisit", "", "Revisit", "Revisit"),
        ("noted", "", "Notes", "Notes"),
        ("undated", "", "Without a date", "Without a date"),
        ("year", "2025", "2025", "2025"),
        ("tag", "arxiv", "# arxiv", "# arxiv"),
        ("label", "thesis", "thesis", "thesis"),
        ("search", "image", "image", "Search: image"),
    ],
)
def test_every_place_has_a_label_and_a_title(qapp: QApplication, kind: str, value: str, label: str, title: str) -> None:
    place = Place(kind, value)  # type: ignore[arg-type]  # kinds of places are literals
    assert (place_label(place, ENGLISH), place_title(place, ENGLISH)) == (label, title)


def test_days_are_told_by_the_language(qapp: QApplication) -> None:
    day = Place("day", date(2025, 12, 22).isoformat())
    assert "2025" in place_title(day, ENGLISH)
    assert "Mon" in place_title(day, ENGLISH)
    assert "월요일" in place_title(day, QLocale("ko_KR"))


@pytest.mark.parametrize(
    ("place", "words", "help_"),
    [
        (ALL, "There are no posts in the folders of the library.", "Add a folder…"),
        (Place("unread"), "Everything is read.", ""),
        (Place("bookmarked"), "No bookmarks yet. B keeps a paper here.", ""),
        (Place("revisit"), "Nothing to come back to. Z says when a paper returns.", ""),
        (Place("noted"), "No notes yet. E begins one.", ""),
        (Place("label", "x"), "No papers with this label. T puts labels on a paper.", ""),
        (Place("tag", "x"), "No papers here.", ""),
    ],
)
def test_an_empty_place_says_what_would_fill_it(qapp: QApplication, place: Place, words: str, help_: str) -> None:
    assert empty_words(place) == (words, help_)


def test_every_section_of_the_tree_has_its_header(qapp: QApplication) -> None:
    names = ("library", "saved", "labels", "dates", "tags")
    assert [section_label(name) for name in names] == ["Library", "Saved searches", "Labels", "Dates", "Tags"]
