"""This version on profiles that earlier ones left, and an earlier one on a profile of a newer.

tests/data/profiles has whole profiles as older versions wrote them: two posts read from /srv/daily-papers, which is not
there any more, a bookmark, a read paper and a note. One is added for each version of a store that is released.
"""

import hashlib
import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from reader.base.paths import sample_library
from reader.commands.cli import run
from reader.library import schema
from reader.marks.checksums import keep_checksums
from reader.marks.migrations import MIGRATIONS
from tests.command_line import CommandLine

FOLDER = Path(__file__).parents[1] / "data" / "profiles"
PROFILES = sorted(path.stem for path in FOLDER.glob("*.zip"))
BOOKMARKED, NOTED = "2203.02155", "2305.18290"
NOTE = "# 메모\n\n첫 줄"


@pytest.fixture(params=PROFILES)
def old(request: pytest.FixtureRequest, profile: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line on a profile of an earlier version."""
    with zipfile.ZipFile(FOLDER / f"{request.param}.zip") as packed:
        packed.extractall(profile)
    return CommandLine(profile, capsys)


def contents(profile: Path) -> dict[str, str]:
    """Every file and its hash, but for the log and what SQLite makes to read a file that others may write."""
    return {
        str(path.relative_to(profile)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in profile.rglob("*")
        if path.is_file() and not path.name.endswith((".log", "-shm")) and path.stat().st_size
    }


def test_there_is_a_profile_of_every_version_of_the_marks():
    versions = set()
    for name in PROFILES:
        with zipfile.ZipFile(FOLDER / f"{name}.zip") as packed:
            versions.add(int.from_bytes(packed.read("data/marks.sqlite")[60:64], "big"))  # where SQLite keeps it
    assert versions == set(range(1, len(MIGRATIONS) + 1))


def test_the_marks_of_an_earlier_version_are_all_there(old: CommandLine):
    papers = {paper["key"]: paper for paper in old("list", "--json").json["papers"]}
    assert {key for key, paper in papers.items() if paper["bookmarked"]} == {BOOKMARKED}
    assert {key for key, paper in papers.items() if paper["read"]} == {NOTED}
    assert old("note", NOTED, "--json").json["note"] == NOTE


def test_the_library_of_an_earlier_version_goes_on(old: CommandLine):
    """Its posts' folder is away, as a disk that is not plugged in: nothing of it is lost, and search works."""
    old("sync")
    assert {BOOKMARKED, NOTED} <= {paper["key"] for paper in old("list", "--json").json["papers"]}
    assert old("search", "모델", "--json").json["total"] > 0


def test_an_earlier_library_takes_new_posts(old: CommandLine):
    done = old("sync", sample_library(), "--json").json
    assert done["papers"] > 30
    assert old("search", "모델", "--json").json["total"] > 20
    assert old("doctor", "--json").json["well"]
    assert old("list", "--bookmarked", "--json").json["total"] == 1


def test_a_cache_of_a_newer_version_is_made_anew(old: CommandLine):
    with closing(sqlite3.connect(old.profile / "cache" / "catalogue.sqlite")) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
        db.execute("DROP TABLE papers")
    manifest = old.profile / "cache" / "index" / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "version": "99", "new": True}))
    assert old("sync", sample_library(), "--json").json["papers"] > 30
    assert old("search", "모델", "--json").json["total"] > 20
    assert old("note", NOTED, "--json").json["note"] == NOTE


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("show", NOTED),
        ("bookmark", NOTED),
        ("note", NOTED, "새 글"),
        ("sync",),
        ("sync", str(sample_library())),
        ("search", "is:bookmarked"),
        ("open",),
    ],
    ids=" ".join,
)
def test_marks_of_a_newer_version_are_refused_and_nothing_is_touched(
    arguments: tuple[str, ...], profile: Path, capsys: pytest.CaptureFixture[str]
):
    with zipfile.ZipFile(FOLDER / f"{PROFILES[-1]}.zip") as packed:
        packed.extractall(profile)
    with closing(sqlite3.connect(profile / "data" / "marks.sqlite")) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        db.execute("CREATE TABLE what_we_cannot_know (of TEXT)")
    before = contents(profile)
    assert run(["--profile", str(profile), *arguments]) == 1
    said = capsys.readouterr().err
    assert "newer version" in said
    assert contents(profile) == before


def test_a_profile_is_an_ordinary_folder_that_can_be_moved(old: CommandLine, tmp_path: Path):
    moved = tmp_path / "다른 곳"
    shutil.move(old.profile, moved)
    assert CommandLine(moved, old._capsys)("note", NOTED, "--json").json["note"] == NOTE


def test_a_paper_whose_key_is_written_otherwise_today_keeps_its_marks(
    profile: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    """A program of former times knew the paper by the link as it is typed: its catalogue and marks say so."""
    former, today = "https://openreview.net/pdf?id=Kettle1", "https://openreview.net/forum?id=Kettle1"
    (tmp_path / "posts").mkdir()
    post = tmp_path / "posts" / "2026-01-05-kettles.md"
    post.write_text(f"# 1. [Slow Kettles]({former})\n\n## Method\n\n물이 끓는다.\n", encoding="utf-8")
    command = CommandLine(profile, capsys)
    command("sync", tmp_path / "posts")
    command("bookmark", today)
    command("note", today, "메모")
    with closing(sqlite3.connect(profile / "data" / "marks.sqlite")) as db, db:
        keep_checksums(db)
        for table in ("bookmarks", "snapshots", "notes"):
            db.execute(f"UPDATE {table} SET key = ?", (former,))
    with closing(sqlite3.connect(profile / "cache" / "catalogue.sqlite")) as db, db:
        db.execute("UPDATE appearances SET key = ?", (former,))
        db.execute("UPDATE papers SET key = ?", (former,))
        db.execute("UPDATE parser SET version = 1")
    command("sync")
    (paper,) = command("list", "--json").json["papers"]
    assert (paper["key"], paper["bookmarked"], paper["gone"]) == (today, True, False)
    assert command("note", former, "--json").json["note"] == "메모"
    assert command("list", "--bookmarked", "--json").json["total"] == 1
    assert command("doctor", "--json").json["well"]
    post.unlink()
    command("sync")
    assert command("show", former, "--json").json["gone"]
