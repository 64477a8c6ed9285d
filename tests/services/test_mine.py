"""Highlights and notes of all papers, five of them a day, and what was read when."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from reader.base.paths import ProfilePaths
from reader.export.gathered import html_gathered, markdown_gathered
from reader.posts.model import PaperKey
from reader.services.across import mine
from reader.services.profile import Profile

A, B = PaperKey("2512.17909"), PaperKey("https://example.org/<b>")
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def piece(day: int, key: PaperKey = A, text: str = "words", **more: object) -> mine.Piece:
    made = {"key": key, "title": f"Paper {key}", "text": text, "made": NOON + timedelta(days=day), "labels": ()}
    return mine.Piece(**{**made, "highlight": f"h{day}", "colour": "blue", **more})  # type: ignore[arg-type]  # by name


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    with Profile(ProfilePaths.of(tmp_path)) as made:
        yield made


def test_all_marks_of_all_papers_are_there_the_newest_first(profile: Profile) -> None:
    marks = profile.marks
    made = marks.add_highlight(A, "results", "14B", "", "", "yellow", "14억")
    marks.set_note(B, "# 메모")
    marks.set_note(A, "gone")
    marks.set_note(A, "")
    marks.set_label([A], "읽을 것", True)
    note, words = mine.pieces(profile)
    assert (note.key, note.text, note.highlight, note.title) == (B, "# 메모", "", B)
    assert (words.key, words.text, words.correction, words.colour) == (A, "14B", "14억", "yellow")
    assert (words.highlight, words.section, words.labels) == (made.id, "results", ("읽을 것",))


def test_words_are_looked_for_in_text_correction_title_and_labels() -> None:
    found = piece(0, text="Fold it", correction="unfold", labels=("읽을 것",))
    for words in ("fold", "UNFOLD it", "읽을", "paper 2512", ""):
        assert mine.with_words([found], words) == (found,)
    assert mine.with_words([found], "fold nowhere") == ()


def test_they_are_grouped_by_day_paper_colour_and_label() -> None:
    note = piece(1, B, highlight="", colour="")
    one, other = piece(2, labels=("x", "y")), piece(1, colour="pink")
    found = [one, other, note]
    assert mine.grouped(found, "paper") == [(f"Paper {A}", [one, other]), (f"Paper {B}", [note])]
    assert mine.grouped(found, "colour") == [("blue", [one]), ("pink", [other]), ("", [note])]
    assert mine.grouped(found, "label") == [("x", [one]), ("y", [one]), ("", [other, note])]
    assert [len(group) for _, group in mine.grouped(found, "date")] == [1, 2]


def test_labels_stand_in_the_order_of_the_sidebar() -> None:
    found = [piece(3, labels=("week 10",)), piece(2, labels=()), piece(1, labels=("Week 2", "a"))]
    assert [name for name, _ in mine.grouped(found, "label")] == ["a", "Week 2", "week 10", ""]


def test_five_older_ones_a_day_are_the_same_all_day_and_others_the_next() -> None:
    found = [piece(day) for day in range(-60, 1)]
    days = [mine.five_of(found, date(2026, 11, 3) + timedelta(days=n)) for n in range(5)]
    assert days[0] == mine.five_of(list(reversed(found)), date(2026, 11, 3))
    assert all(len(set(five)) == 5 for five in days)
    assert len(set(days)) == 5
    assert all(NOON - each.made >= timedelta(days=6) for each in days[0])
    assert mine.five_of([piece(0)], date(2026, 11, 3)) == ()


def test_what_was_read_is_listed_day_by_day_the_latest_first(profile: Profile) -> None:
    profile.marks.set_read([A], True)
    profile.marks.set_read([B], True)
    profile.marks.set_read([PaperKey("2512.00001")], True)
    profile.marks.set_read([PaperKey("2512.00001")], False)
    assert {each.key for each in mine.history(profile)} == {A, B}
    early, late = mine.Read(A, "one", NOON), mine.Read(B, "two", NOON + timedelta(days=2))
    assert [papers for _, papers in mine.by_day([late, early])] == [[late], [early]]


def test_what_is_exported_is_theirs_and_no_markup() -> None:
    found = [piece(0, text="a <i> b", correction="c <u>"), piece(0, B, text="**note**", highlight="")]
    groups = [("day", mine.gathered(found))]
    text = "".join(markdown_gathered("Mine", groups, "My correction"))
    assert "> a \\<i> b\n>\n> My correction: c \\<u>" in text
    assert "[Paper 2512.17909](<https://arxiv.org/abs/2512.17909>)" in text
    assert "\n**note**\n" in text
    page = "".join(html_gathered("Mine", groups, "My correction", "en"))
    assert "<blockquote>a &lt;i&gt; b</blockquote>" in page
    assert "<strong>note</strong>" in page
    assert "<i>" not in page
