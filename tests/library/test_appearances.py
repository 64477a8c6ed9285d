"""What is noted while appearances are written: papers that are new, counts that change, what lists show of a paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.appearances import derive
from reader.posts.parse import parse
from tests.factories import numbered, post
from tests.library.test_catalogue import A, B, Library

MORNING = "2025-01-06 09:00:00"


def one(number: int) -> list[str]:
    """One paper, with an id of its own."""
    return numbered(number)[-1:]


def tagged(papers: list[str], *tags: str) -> str:
    return post(papers, head=f"layout: post\ntitle: Papers\ndate: {MORNING}\ntags: [{', '.join(tags)}]")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path)
    yield made
    made.close()


def test_papers_that_no_post_had_before_are_new_once(library: Library) -> None:
    library.write("2025-01-06-a.md", post(numbered(1), date=MORNING))
    assert library.sync().new_keys == set(), "all papers of a source that is new itself are"
    library.write("2025-01-07-b.md", post(numbered(2), date="2025-01-07 09:00:00"))
    assert library.sync().new_keys == {B}
    assert library.sync().new_keys == set()


def test_a_marked_paper_that_was_gone_is_new_when_it_comes_back(library: Library) -> None:
    library.write("2025-01-06-a.md", post(one(2), date=MORNING))
    path = library.write("2025-01-07-b.md", post(numbered(1), date=MORNING))
    library.sync()
    path.unlink()
    assert library.sync(A).new_keys == set()
    library.write("2025-01-08-c.md", post(numbered(1), date=MORNING))
    assert library.sync(A).new_keys == {A}


def test_days_and_tags_are_counted_as_papers_come_and_go(library: Library) -> None:
    library.write("2025-01-06-a.md", tagged(one(1), "Paper"))
    library.sync()
    path = library.write("2025-01-06-b.md", tagged(one(2), "paper", "접기"))
    library.sync()
    assert library.listing.counts("day") == [("2025-01-06", 2)]
    assert dict(library.listing.counts("tag")) == {"Paper": 2, "접기": 1}
    path.unlink()
    library.sync()
    assert library.listing.counts("day") == [("2025-01-06", 1)]
    assert dict(library.listing.counts("tag")) == {"Paper": 1}


def test_two_papers_with_the_same_words_in_other_places_are_not_the_same() -> None:
    first, other = (
        parse(post(numbered(1, sections={"Method": method, "Results": results})).encode(), "2025-01-06-a.md")
        for method, results in (("접는다", "펴진다"), ("접는다\n펴진다", ""))
    )
    assert derive(first.papers[0], first).words != derive(other.papers[0], other).words


def test_a_line_of_a_paper_is_made_of_its_beginning(library: Library) -> None:
    words = "가나다라 " * 400
    library.write("2025-01-06-a.md", post(numbered(1, sections={"Method": words}), date=MORNING))
    library.sync()
    (line,) = library.catalogue.connection.execute("SELECT line FROM appearances").fetchone()
    assert line == words[:400]


def test_a_line_is_looked_for_in_the_first_1500_characters(library: Library) -> None:
    comment = f"<!--{'가' * 1483}-->"
    library.write(
        "2025-01-06-a.md", post(numbered(1, sections={"Method": f"{comment}가나다라마바사아자차카타파"}), date=MORNING)
    )
    library.sync()
    (line,) = library.catalogue.connection.execute("SELECT line FROM appearances").fetchone()
    assert line == "가나다라마바사아자차"


def test_a_digest_is_kept_in_sixteen_bytes(library: Library) -> None:
    library.write("2025-01-06-a.md", post(one(1), date=MORNING))
    library.sync()
    (words,) = library.catalogue.connection.execute("SELECT words FROM appearances").fetchone()
    assert len(words) == 16


def test_a_paper_that_is_gone_is_kept_for_its_marks_and_let_go_without_them(library: Library) -> None:
    path = library.write("2025-01-06-a.md", post(one(1), date=MORNING))
    library.sync(A)
    path.unlink()
    library.sync(A)
    assert library.catalogue.has(A)
    library.catalogue.keep(())
    with library.catalogue.transaction():
        library.catalogue.forget_unmarked()
    assert not library.catalogue.has(A)
    assert library.posts() == []
