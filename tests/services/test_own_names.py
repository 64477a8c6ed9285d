"""What a person says of names: kept in a readable file, known to every search, and above what the table says."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.marks.store import MarkStore
from reader.search.concepts.own import with_own
from reader.search.concepts.table import Concept, Concepts
from reader.search.request import SearchRequest
from reader.services.own_names import Judged, OwnNames, judged_in, written
from reader.services.profile import Profile
from reader.services.refresh import refresh
from reader.services.search import find
from tests.factories import paper, post, write_post

PAIR = ("종이 접기", "paper folding")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[OwnNames]:
    with MarkStore(tmp_path / "marks.sqlite", tmp_path / "backups") as marks:
        yield OwnNames(lambda: marks, tmp_path / "names.txt", tmp_path / "cache" / "names.txt")


def test_what_was_said_is_read_again_and_can_be_taken_back(own: OwnNames) -> None:
    assert own.judged() == Judged()
    own.say_same(*PAIR)
    own.say_other("주의", "attention")
    assert own.judged() == Judged((PAIR,), (("주의", "attention"),))
    own.forget("attention", "주의")
    assert own.judged() == Judged((PAIR,), ())


def test_the_last_word_on_two_names_counts(own: OwnNames) -> None:
    own.say_same(*PAIR)
    own.say_other("Paper Folding", "종이 접기")
    assert own.judged() == Judged((), (("Paper Folding", "종이 접기"),))


@pytest.mark.parametrize(("name", "other"), [("", "a"), ("a | b", "c"), ("a", "A"), ("x" * 101, "y"), ("a\n#b", "≠")])
def test_what_is_no_name_is_refused(own: OwnNames, name: str, other: str) -> None:
    with pytest.raises(ReaderError):
        own.say_same(name, other)
    assert own.judged() == Judged()


def test_the_file_of_an_earlier_version_becomes_marks_and_goes(own: OwnNames, tmp_path: Path) -> None:
    own.say_other(*PAIR)
    former = tmp_path / "names.txt"
    former.write_text(
        "# a note\n종이 접기 | Paper Folding\n무당벌레 | ladybird\n주의 ≠ attention\na | A\n", encoding="utf-8"
    )
    own.share()
    assert own.judged() == Judged((("무당벌레", "ladybird"),), (PAIR, ("주의", "attention")))
    assert judged_in((tmp_path / "cache" / "names.txt").read_text(encoding="utf-8")) == own.judged()
    assert not former.exists()


def test_the_copy_for_searches_is_read_as_it_was_written() -> None:
    said = Judged((PAIR,), (("주의", "attention"),))
    assert judged_in(written(said)) == said
    assert judged_in("# a | b\n종이 접기|paper folding\n\nno pair here\n주의 ≠ attention") == said


def test_a_pair_brings_what_either_name_means_already() -> None:
    known = with_own(Concepts([Concept(("확산", "diffusion"))]), [("퍼짐", "확산")], [])
    assert [set(concept.names) for name in ("퍼짐", "diffusion") if (concept := known.of(name))] == [
        {"퍼짐", "확산", "diffusion"}
    ] * 2


def test_names_taken_apart_find_each_other_no_more() -> None:
    known = Concepts([Concept(("어텐션", "attention", "주의"))], [("주의", "Attention")])
    names = {name: known.of(name) for name in ("주의를", "attention", "어텐션")}
    assert {name: concept.names for name, concept in names.items() if concept} == {
        "주의를": ("어텐션", "주의"),
        "attention": ("어텐션", "attention"),
        "어텐션": ("어텐션", "attention", "주의"),
    }


@pytest.fixture
def library(tmp_path: Path, profile: Path) -> Path:
    said = {"Method": "무당벌레를 접는다. 격자 정리(lattice cleaning)를 쓴다."}
    papers = [paper(1, "Cranes", "https://arxiv.org/abs/2501.00001", said)]
    papers.append(paper(2, "Ladybirds", "https://arxiv.org/abs/2501.00002", {"Method": "We fold a ladybird."}))
    write_post(tmp_path / "posts", "2025-01-02-daily.md", post(papers))
    assert run(["sync", "--profile", str(profile), str(tmp_path / "posts")]) == 0
    return profile


def _tiers(profile: Path, query: str) -> dict[str, str]:
    with Profile(ProfilePaths.of(profile)) as opened:
        found = find(opened.index, opened.listing, SearchRequest(query, partial=False))
        return {one.key: one.tier for one in found.papers}


def test_a_search_knows_the_persons_own_names(library: Path) -> None:
    assert _tiers(library, "무당벌레") == {"2501.00001": "all"}
    assert run(["names", "same", "무당벌레", "ladybird", "--profile", str(library)]) == 0
    assert _tiers(library, "무당벌레") == {"2501.00001": "all", "2501.00002": "concept"}
    assert run(["names", "forget", "ladybird", "무당벌레", "--profile", str(library)]) == 0
    assert _tiers(library, "무당벌레") == {"2501.00001": "all"}


def test_names_come_back_with_a_backup_and_are_merged_on_another_computer(library: Path, tmp_path: Path) -> None:
    assert run(["names", "same", "무당벌레", "ladybird", "--profile", str(library)]) == 0
    carried = tmp_path / "marks.zip"
    assert run(["backup", "-o", str(carried), "--profile", str(library)]) == 0
    assert run(["names", "forget", "무당벌레", "ladybird", "--profile", str(library)]) == 0
    assert run(["restore", str(carried), "--profile", str(library)]) == 0
    assert "2501.00002" in _tiers(library, "무당벌레")

    other = tmp_path / "other"
    assert run(["sync", "--profile", str(other), str(tmp_path / "posts")]) == 0
    assert "2501.00002" not in _tiers(other, "무당벌레")
    assert run(["import", str(carried), "--profile", str(other)]) == 0
    assert "2501.00002" in _tiers(other, "무당벌레")


def test_a_lost_cache_gets_its_copy_from_the_next_sync(library: Path) -> None:
    assert run(["names", "same", "무당벌레", "ladybird", "--profile", str(library)]) == 0
    with Profile(ProfilePaths.of(library)) as opened:
        opened.places.names_copy.unlink()
        refresh(opened)
    assert "2501.00002" in _tiers(library, "무당벌레")


def test_a_likely_name_is_offered_until_something_is_said_of_it(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def offered() -> list[dict[str, str]]:
        capsys.readouterr()
        assert run(["search", "격자 정리", "--json", "--profile", str(library)]) == 0
        said: list[dict[str, str]] = json.loads(capsys.readouterr().out).get("offered", [])
        return said

    assert offered() == [{"typed": "격자 정리", "other": "lattice cleaning"}]
    assert run(["names", "other", "격자 정리", "lattice cleaning", "--profile", str(library)]) == 0
    assert offered() == []
