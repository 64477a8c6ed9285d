"""The history of searches: what is kept, how much of it, and that nothing breaks it."""

import json
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.services.search_history import LONGEST, MOST, SearchHistory


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "searches.json"


def test_the_newest_search_comes_first_and_each_counts_once(path: Path) -> None:
    history = SearchHistory(path)
    for query in ("이미지 생성", "tag:nlp", "  이미지   생성 "):
        history.add(query)
    assert history.recent() == ["이미지 생성", "tag:nlp"]
    assert SearchHistory(path).recent() == ["이미지 생성", "tag:nlp"]


def test_searches_are_found_by_their_beginning_in_either_case(path: Path) -> None:
    history = SearchHistory(path)
    for query in ("Diffusion", "확산", "diff eq"):
        history.add(query)
    assert history.recent("DIFF") == ["diff eq", "Diffusion"]
    assert history.recent("", 1) == ["diff eq"]


def test_only_so_many_are_kept_and_nothing_very_long(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps([f"query {n}" for n in range(MOST + 50)]), encoding="utf-8")
    history = SearchHistory(path)
    history.add("x" * (LONGEST + 1))
    assert len(history.recent()) == MOST == 200
    history.add("one more")
    assert len(json.loads(path.read_text(encoding="utf-8"))) == MOST
    assert history.recent()[:2] == ["one more", "query 0"]


@pytest.mark.parametrize("text", ["", "{", '{"a": 1}', '[1, null, ""]', "\x00\x01", "[" * 100_000])
def test_a_broken_file_is_no_history_and_the_next_search_mends_it(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    history = SearchHistory(path)
    assert history.recent() == []
    history.add("확산")
    assert SearchHistory(path).recent() == ["확산"]


def test_clearing_leaves_no_trace(path: Path) -> None:
    history = SearchHistory(path)
    history.add("확산")
    history.clear()
    assert not path.exists()
    assert history.recent() == []
    history.clear()  # twice is no error


def test_one_search_can_be_forgotten(path: Path) -> None:
    history = SearchHistory(path)
    history.add("a")
    history.add("b")
    history.forget("a")
    assert SearchHistory(path).recent() == ["b"]


def test_two_windows_keep_each_others_searches(path: Path) -> None:
    one, other = SearchHistory(path), SearchHistory(path)
    one.add("a")
    other.add("b")
    one.add("c")
    assert SearchHistory(path).recent() == ["c", "b", "a"]


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    history = SearchHistory(tmp_path / "file" / "searches.json")
    with pytest.raises(ReaderError, match=r"^The search could not be remembered in .*searches\.json: .+\.$"):
        history.add("a")
    with pytest.raises(ReaderError, match=r"^The history of searches .* cannot be deleted: .+\.$"):
        history.clear()


def test_the_file_is_a_list_a_line_a_search_as_it_was_typed(path: Path) -> None:
    history = SearchHistory(path)
    history.add("확산")
    history.add("b")
    assert path.read_text(encoding="utf-8") == '[\n"b",\n"확산"\n]\n'
    assert history.recent() == ["b", "확산"]
    history.forget("b")
    assert history.recent() == ["확산"]
