"""`doctor`: an index that says what the library does not is found out, paper by paper, and mended."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.base.paths import ProfilePaths
from reader.library.catalogue import Catalogue
from reader.search.index import Index
from reader.search.model import Document
from reader.services.refresh import document_id, document_of
from tests.command_line import CommandLine


@pytest.fixture
def places(synced: CommandLine) -> ProfilePaths:
    return ProfilePaths.of(synced.profile)


def of_the_catalogue(places: ProfilePaths) -> list[Document]:
    """What the index ought to have: a catalogue marked as not yet indexed says it, and is closed unchanged."""
    catalogue = Catalogue(places.catalogue)
    try:
        catalogue.connection.execute("BEGIN")
        catalogue.connection.execute("UPDATE appearances SET indexed = 0")
        found = [document_of(catalogue.identity(), appearance) for appearance in catalogue.unindexed(100)]
        catalogue.connection.rollback()
        return found
    finally:
        catalogue.close()


def test_a_library_that_is_well_is_said_to_be(synced: CommandLine) -> None:
    said = synced("doctor", "--json").json
    assert said == {
        "checked": 7,
        "well": True,
        "missing": 0,
        "different": 0,
        "extra": 0,
        "not_whole": False,
        "rebuilt": False,
        "mended": [],
    }
    assert "says what the library says" in synced("doctor").out


def test_a_missing_paper_is_put_back(synced: CommandLine, places: ProfilePaths) -> None:
    gone = of_the_catalogue(places)[2]
    with Index(places.search_index) as index:
        index.apply(add=[], remove=[gone.id])
    said = synced("doctor", "--json").json
    assert (said["missing"], said["mended"], said["rebuilt"]) == (1, [gone.title], False)
    assert synced("doctor", "--json").json["well"]


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d._replace(title="Another Title"),
        lambda d: d._replace(sections=d.sections[:-1]),
        lambda d: d._replace(tags=()),
        lambda d: d._replace(day=None),
        lambda d: d._replace(arxiv_id="2001.00001"),
    ],
)
def test_a_paper_that_says_something_else_is_put_right(
    synced: CommandLine, places: ProfilePaths, change: Callable[[Document], Document]
) -> None:
    wrong = of_the_catalogue(places)[1]
    with Index(places.search_index) as index:
        index.apply(add=[change(wrong)])
    said = synced("doctor", "--json").json
    assert (said["different"], said["mended"]) == (1, [wrong.title])
    assert synced("doctor", "--json").json["well"]


def test_a_document_nobody_knows_is_removed(synced: CommandLine, places: ProfilePaths) -> None:
    known = of_the_catalogue(places)[0]
    stranger = known._replace(id=document_id(known.id.rpartition(":")[0], 999), title="Stranger")
    with Index(places.search_index) as index:
        index.apply(add=[stranger])
    assert synced("doctor", "--json").json["extra"] == 1
    assert synced("search", "Stranger", "--json").json["total"] == 0


@pytest.mark.parametrize("damage", ["zeroed", "gone"])
def test_a_damaged_index_is_made_anew(synced: CommandLine, places: ProfilePaths, damage: str) -> None:
    for path in places.search_index.rglob("*.pst"):
        if damage == "gone":
            path.unlink()
        else:
            path.write_bytes(bytes(path.stat().st_size))
    said = synced("doctor", "--json").json
    assert (said["not_whole"], said["rebuilt"], said["checked"]) == (True, True, 7)
    assert synced("search", "정확도", "--json").json["total"] == 5
    assert synced("doctor", "--json").json["well"]


def test_a_rebuild_can_be_asked_for(synced: CommandLine, places: ProfilePaths) -> None:
    before = Index(places.search_index).generation()
    said = synced("doctor", "--rebuild", "--json").json
    assert (said["rebuilt"], said["not_whole"], said["checked"]) == (True, False, 7)
    assert Index(places.search_index).generation() > before
    assert "made anew: 7" in synced("doctor", "--rebuild").out


def test_posts_a_sync_left_to_be_indexed_are_indexed(synced: CommandLine, places: ProfilePaths) -> None:
    catalogue = Catalogue(places.catalogue)
    catalogue.mark_unindexed()
    catalogue.close()
    assert synced("doctor", "--json").code == 0
    assert synced("doctor", "--json").json["checked"] == 7


def test_without_a_library_there_is_nothing_to_mend(command: CommandLine) -> None:
    assert command("doctor", "--json").json["checked"] == 0


def test_while_a_sync_runs_the_doctor_waits_and_then_says_so(
    synced: CommandLine, places: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    monkeypatch.setattr("reader.services.repair._LOCK_SECONDS", 0.1)
    with FileLock(places.cache / "sync.lock"):
        assert "A sync of this profile is running" in synced("doctor").complaint


@pytest.mark.parametrize("query", ["정확도 모듈", "paper number", "number -모듈", "한계:이득 OR 문장이다"])
def test_why_a_paper_stands_where_it_stands_is_said(synced: CommandLine, query: str) -> None:
    hits = synced("search", query, "--json").json["hits"]
    for place, hit in enumerate(hits, 1):
        why = synced("search", query, "--explain", hit["key"], "--json").json
        assert (why["place"], why["total"]) == (place, len(hits))
        assert sum(part["worth"] for part in why["parts"]) == pytest.approx(why["score"], abs=1e-4)
    assert f"1 of {len(hits)} papers" in synced("search", query, "--explain", hits[0]["key"]).out if hits else True


def test_a_paper_that_was_not_found_is_not_explained(synced: CommandLine, tmp_path: Path) -> None:
    assert "does not find" in synced("search", "없는말임", "--explain", "2501.00001").complaint
    (tmp_path / "q").write_text("정확도", encoding="utf-8")
    assert "one query" in synced("search", "--queries", tmp_path / "q", "--explain", "2501.00001").complaint


def test_words_in_notes_are_found(synced: CommandLine) -> None:
    synced("note", "2501.00002", "아이디어가 좋다. See Crane.")
    for query in ("note:아이디어", "note:아이디어를", "메모:crane", "note:좋다 정확도"):
        assert [hit["key"] for hit in synced("search", query, "--json").json["hits"]] == ["2501.00002"], query
    nobody = synced("search", "label:thesis", "--json").json
    assert nobody["total"] == 0 and "not_understood" not in nobody
