"""What places and sections of the sidebar are called, short and in full, and what is said of an empty one."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from reader.ui.session.dates import day_label, day_title, month_label, month_title, year_title
from reader.ui.session.place_words import empty_words, place_label, place_title, section_label
from reader.ui.session.places import ALL, Place

LOCALE = QLocale("en_US")


@pytest.mark.parametrize(
    ("name", "words"),
    [("library", "Library"), ("saved", "Saved searches"), ("labels", "Labels"), ("dates", "Dates"), ("tags", "Tags")],
)
def test_a_section_has_a_header(name: str, words: str) -> None:
    assert section_label(name) == words


@pytest.mark.parametrize(
    ("place", "label", "title"),
    [
        (ALL, "All papers", "All papers"),
        (Place("unread"), "Unread", "Unread"),
        (Place("bookmarked"), "Bookmarks", "Bookmarks"),
        (Place("revisit"), "Revisit", "Revisit"),
        (Place("noted"), "Notes", "Notes"),
        (Place("undated"), "Without a date", "Without a date"),
        (Place("range", "week"), "This week", "This week"),
        (Place("range", "month"), "This month", "This month"),
        (Place("range", "last:7"), "The last seven posts", "The last seven posts"),
        (Place("tag", "llm"), "# llm", "# llm"),
        (Place("label", "읽을 것"), "읽을 것", "읽을 것"),
        (Place("search", "이미지 생성"), "이미지 생성", "Search: 이미지 생성"),
        (Place("year", "2025"), "2025", year_title("2025", LOCALE)),
        (Place("month", "2025-12"), month_label("2025-12", LOCALE), month_title("2025-12", LOCALE)),
        (
            Place("day", "2025-12-22"),
            day_label(date(2025, 12, 22), LOCALE),
            day_title(date(2025, 12, 22), LOCALE),
        ),
    ],
    ids=str,
)
def test_a_place_is_a_line_of_the_sidebar_and_a_title(place: Place, label: str, title: str) -> None:
    assert place_label(place, LOCALE) == label
    assert place_title(place, LOCALE) == title


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("unread"), "Everything is read."),
        (Place("bookmarked"), "No bookmarks yet. B keeps a paper here."),
        (Place("revisit"), "Nothing to come back to. Z says when a paper returns."),
        (Place("noted"), "No notes yet. E begins one."),
        (Place("label", "x"), "No papers with this label. T puts labels on a paper."),
        (Place("range", "week"), "No papers yet. G 7 lists the last seven posts."),
        (Place("tag", "x"), "No papers here."),
    ],
    ids=str,
)
def test_an_empty_place_says_what_would_fill_it(place: Place, words: str) -> None:
    assert empty_words(place) == (words, "")


def test_an_empty_library_offers_a_folder() -> None:
    assert empty_words(ALL) == ("There are no posts in the folders of the library.", "Add a folder…")
