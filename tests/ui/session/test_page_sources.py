"""What is listed while a sync writes on: the rows of an answer, and where a paper is in a list."""

from pathlib import Path

import pytest

from reader.base.paths import ProfilePaths
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.services.refresh import refresh
from reader.services.search_result import FoundPaper, SearchResult
from reader.ui.session.page_sources import PlaceSource, ResultSource
from tests.factories import numbered, post, write_post

KEYS = [PaperKey(f"2501.{number:05}") for number in range(1, 6)]


def test_papers_that_were_rewritten_or_have_gone_keep_their_place_in_an_answer(profile: Path, tmp_path: Path) -> None:
    write_post(tmp_path / "posts", "2025-01-02-a.md", post(numbered(5)))
    with Profile(ProfilePaths.of(profile)) as opened:
        opened.take_sources([tmp_path / "posts"])
        refresh(opened)
        found = tuple(FoundPaper(key, opened.listing.ids_of(key)[0]) for key in KEYS)
        rewritten = numbered(2, sections={"Method": "다시 쓴 글이다."})
        write_post(tmp_path / "posts", "2025-01-02-a.md", post([*rewritten, *numbered(5)[3:]]))
        refresh(opened)
        answer = ResultSource(opened.listing, SearchResult("", 5, found, lambda _: ()))
        rows = [result.row for result in answer.rows(0, 5)]
    assert [row.key for row in rows] == KEYS
    assert [row.gone for row in rows] == [False, False, True, False, False]
    assert rows[0].title == "Paper Number 1 of 2501"


@pytest.mark.parametrize("asked_before", [0, 9])  # then it is written down where every paper is
def test_where_a_paper_is_in_a_list_and_that_others_are_not(profile: Path, tmp_path: Path, asked_before: int) -> None:
    write_post(tmp_path / "posts", "2025-01-02-a.md", post(numbered(5)))
    with Profile(ProfilePaths.of(profile)) as opened:
        opened.take_sources([tmp_path / "posts"])
        refresh(opened)
        by_key = {key: opened.listing.ids_of(key)[0] for key in KEYS}
        write_post(tmp_path / "posts", "2025-01-03-b.md", post(numbered(1, "2502")))
        refresh(opened)
        listed = PlaceSource(opened.listing, [by_key[key] for key in (KEYS[3], KEYS[0], KEYS[2])])
        for _ in range(asked_before):
            listed.position(KEYS[0])
        places = [listed.position(key) for key in KEYS]
        later, unknown = listed.position(PaperKey("2502.00001")), listed.position(PaperKey("none"))
        nothing = PlaceSource(opened.listing, [])
        for _ in range(asked_before):
            assert nothing.position(KEYS[0]) is None
        is_there = bool(opened.listing.ids_of(PaperKey("2502.00001")))
    assert places == [1, None, 2, 0, None] and is_there
    assert (later, unknown) == (None, None)
