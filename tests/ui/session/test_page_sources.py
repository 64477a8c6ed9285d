"""The rows of an answer while a sync writes on."""

from pathlib import Path

from reader.base.paths import ProfilePaths
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.services.refresh import refresh
from reader.services.search_result import FoundPaper, SearchResult
from reader.ui.session.page_sources import ResultSource
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
