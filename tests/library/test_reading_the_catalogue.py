"""A catalogue that is read: narrowed to the latest posts, looked through for words, never written to, told if not."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.library.catalogue import Catalogue
from reader.library.listing import Listing
from reader.library.scope import Scope
from reader.library.sources import scan_folder
from reader.library.sync import sync
from reader.library.troubles import explained
from reader.posts.model import PaperKey
from tests.factories import METHOD_ONLY, numbered, paper, post, write_post


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    for month in (1, 2, 3):
        write_post(folder, f"2025-0{month}-02.md", post(numbered(2, f"250{month}"), date=f"2025-0{month}-02 08:15:00"))
    said = {"Method": '"FID"와 \\역\\ 그리고 Ångström을 잰다.'}
    write_post(
        folder,
        "2025-04-02.md",
        post([paper(1, "Measured", "https://arxiv.org/abs/2504.00001", said)], date="2025-04-02 08:15:00"),
    )
    write_post(folder, "undated.md", post(numbered(1, "2509"), "title: 언젠가"))
    return folder


@pytest.fixture
def listing(posts: Path, tmp_path: Path) -> Iterator[Listing]:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    sync(catalogue, [posts])
    catalogue.close()
    made = Listing(tmp_path / "catalogue.sqlite")
    yield made
    made.close()


def listed(listing: Listing, scope: Scope) -> list[str]:
    return list(map(str, listing.keys(listing.ids(scope))))


def test_the_latest_posts_are_those_that_have_a_date(listing: Listing) -> None:
    assert listed(listing, Scope(posts=1)) == ["2504.00001"]
    assert listed(listing, Scope(posts=2)) == ["2504.00001", "2503.00001", "2503.00002"]
    assert "2509.00001" not in listed(listing, Scope(posts=9))


def test_a_stretch_of_days_has_its_last_day(listing: Listing) -> None:
    assert listed(listing, Scope(day="2025-02-02", until="2025-03-02")) == [
        *("2503.00001", "2503.00002", "2502.00001", "2502.00002")
    ]
    assert listed(listing, Scope(day="none")) == ["2509.00001"]


def test_appearances_that_say_a_word_are_found_newest_first_in_either_case(listing: Listing) -> None:
    def saying(*words: str) -> list[str]:
        return list(map(str, listing.keys(listing.ids_saying(words))))

    assert saying('"fid"') == ["2504.00001"]
    assert saying("\\역\\") == ["2504.00001"]
    assert saying("접는다")[:3] == ["2503.00001", "2503.00002", "2502.00001"]
    assert saying("접는다", "FID")[0] == "2504.00001"
    assert saying("없는말") == saying() == []


def test_a_catalogue_that_is_listed_cannot_be_written_to(listing: Listing) -> None:
    listing.key_sets.lend("unread", [PaperKey("2504.00001")])
    assert listed(listing, Scope(within=("unread",))) == ["2504.00001"]
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        listing._connection.execute("DELETE FROM appearances")


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        (sqlite3.SQLITE_FULL, "Make room on the disk, then sync again"),
        (sqlite3.SQLITE_IOERR_WRITE, "Check the disk and the room on it, then sync again"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "Allow writing to its folder, or use another --profile"),
        (sqlite3.SQLITE_CANTOPEN, "Allow writing to its folder, or use another --profile"),
        (sqlite3.SQLITE_PERM, "Allow writing to its folder, or use another --profile"),
        (sqlite3.SQLITE_BUSY, "Another program holds it; try again in a moment"),
        (sqlite3.SQLITE_LOCKED, "Another program holds it; try again in a moment"),
        (sqlite3.SQLITE_PROTOCOL, "Another program holds it; try again in a moment"),
    ],
)
def test_each_fault_of_the_world_comes_with_advice(code: int, advice: str) -> None:
    error = sqlite3.OperationalError("it went wrong")
    error.sqlite_errorcode = code
    with pytest.raises(ReaderError) as told, explained(Path("/a.sqlite")):
        raise error
    assert str(told.value) == f"The catalogue /a.sqlite cannot be used: it went wrong. {advice}."


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CORRUPT_INDEX, sqlite3.SQLITE_NOTADB])
def test_damage_is_told_and_that_a_sync_mends_it(code: int) -> None:
    error = sqlite3.DatabaseError("it went wrong")
    error.sqlite_errorcode = code
    with pytest.raises(ReaderError) as told, explained(Path("/a.sqlite")):
        raise error
    assert str(told.value) == "The catalogue /a.sqlite is damaged (it went wrong). Sync: that makes it anew."


def test_a_fault_of_the_programs_own_passes() -> None:
    error = sqlite3.OperationalError("no such table")
    error.sqlite_errorcode = sqlite3.SQLITE_ERROR
    with pytest.raises(sqlite3.OperationalError), explained(Path("/a.sqlite")):
        raise error


def test_what_is_no_post_by_its_name_is_passed_over_with_the_reason(tmp_path: Path) -> None:
    for name in ("a.md", "b.PDF", "Makefile"):
        (tmp_path / name).write_text("글", encoding="utf-8")
    scan = scan_folder(tmp_path)
    assert [file.name for file in scan.files] == ["a.md"]
    assert sorted(scan.passed) == [("Makefile", "a file without an ending is not read"), ("b.PDF", ".pdf is not read")]


def test_a_source_that_is_taken_away_counts_the_posts_that_were_there(posts: Path, tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    other = tmp_path / "other"
    write_post(other, "a.md", post([paper(1, sections=METHOD_ONLY)]))
    write_post(other, "b.md", post(numbered(1, "2506")))
    catalogue.keep({PaperKey("2506.00001")})  # gone, but listed: it has marks
    sync(catalogue, [posts, other])
    (other / "b.md").unlink()
    assert sync(catalogue, [posts, other]).removed == 1
    report = sync(catalogue, [posts])
    assert report.removed == 1
    assert {"2501.00001"} <= set(map(str, report.changed_keys))
    catalogue.close()
