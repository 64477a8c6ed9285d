"""`reset`: all that the program keeps goes, and nothing of a person's work or of others."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from filelock import FileLock

from reader.base.paths import ProfilePaths
from reader.services.installed.reset import LINK, STRANGE, reset, survey
from reader.services.profile import Profile
from tests.command_line import (
    ROOT,
    CommandLine,
    environment,
    needs_others_to_reach_the_program,
    ran,
    tree_of,
    without_rights,
)
from tests.factories import numbered, post, write_post

KEY = "2501.00002"


@pytest.fixture(scope="module")
def used_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile in which everything was done that leaves something behind, made once."""
    place = tmp_path_factory.mktemp("used")
    command = CommandLine(place / "profile")
    write_post(place / "posts", "2025-01-02-papers.md", post(numbered(3)))
    for words in (
        ("sync", place / "posts"),
        ("bookmark", KEY),
        ("note", KEY, "메모"),
        ("backup",),
        ("search", "정확도"),
        ("shot", place / "window.png", "--select", KEY),
    ):
        assert command.process(*words).code == 0
    assert ran([sys.executable, "-c", WINDOW, str(command.profile)], env={"PYTHONPATH": str(ROOT)}).code == 0
    cache, config = command.profile / "cache", command.profile / "config"
    (config / "settings.json").write_text("no JSON")
    assert command.process("sync", place / "posts").code == 0
    logs = ("crash-20261121-101500.txt", "window-77-1795000000000000000.trace", "reader.old.log")
    for name in (".page.json.77.tmp", *logs, "index/manifest.json.new"):
        (cache / name).write_text("left by a process that was killed, or a bug")
    (next((cache / "index").glob("store-*")) / "MAIN.tmp").mkdir()
    return command.profile


@pytest.fixture
def used(used_once: Path, command: CommandLine) -> CommandLine:
    shutil.copytree(used_once, command.profile)
    return command


WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.services.search_history import SearchHistory
profile = Profile(ProfilePaths.of(Path(sys.argv[1])))
SearchHistory(profile.places.searches).add("정확도")
app, window = build(profile, Shown(language="ko"))
window.show()
QTimer.singleShot(1500, window.close)
app.exec()
"""


def kept(command: CommandLine) -> dict[str, bytes]:
    """What stands beside the marks, but for what SQLite makes to open them."""
    files = tree_of(command.profile / "data")
    return {path: text for path, (_, text) in files.items() if not path.endswith(("-wal", "-shm", ".sqlite"))} | {
        path: Path(path).read_bytes() for path in files if "/backups/marks-" in path
    }


def marks(command: CommandLine) -> tuple[str, bool]:
    shown = command("show", KEY, "--json").json
    return shown["note"], shown["bookmarked"]


def test_nothing_but_marks_is_left(used: CommandLine) -> None:
    before = kept(used)
    (used.profile / "data" / "mine.txt").write_text("beside the marks")
    said = used("reset", "--yes", "--json").json
    assert {found["kind"] for found in said["removed"]} == {
        "settings",
        "search history",
        "window state",
        "catalogue",
        "search index",
        "cache",
        "log",
    }
    assert (said["left"], said["failed"], said["dry_run"]) == ([], [], False)
    assert [path.name for path in used.profile.iterdir()] == ["data"]
    assert kept(used).items() >= before.items()
    assert (used.profile / "data" / "mine.txt").exists()


def test_marks_hold_again_when_the_folder_is_added_again(used: CommandLine, folder: Path) -> None:
    used("reset", "--yes")
    assert used("sync", folder, "--json").json["posts"] == 3
    assert marks(used) == ("메모", True)


def test_a_dry_run_says_the_same_and_changes_nothing(used: CommandLine) -> None:
    before = tree_of(used.profile)
    would = used("reset", "--dry-run", "--json").json
    assert tree_of(used.profile) == before
    assert would["dry_run"]
    done = used("reset", "--yes", "--json").json
    assert {found["path"] for found in would["removed"]} >= {found["path"] for found in done["removed"]}
    assert would["marks"] == done["marks"] == str(used.profile / "data" / "marks.sqlite")


def test_what_was_removed_is_told_with_sizes_and_where_the_marks_are(used: CommandLine) -> None:
    said = used("reset", "--yes").out
    assert "Removed:" in said
    assert "KB  " in said
    assert f"Your marks stay: {used.profile / 'data' / 'marks.sqlite'}, with 2 backups" in said


def test_again_there_is_nothing_to_remove(used: CommandLine) -> None:
    used("reset", "--yes")
    before = kept(used)
    assert "nothing to remove" in used("reset", "--yes").out
    assert "nothing to remove" in used("reset").out
    assert used("reset", "--yes", "--json").json["removed"] == []
    assert kept(used) == before


def test_a_profile_nobody_used_is_not_made(command: CommandLine) -> None:
    assert "nothing to remove" in command("reset", "--yes").out
    assert not command.profile.exists()


def test_without_marks_nothing_is_left(synced: CommandLine) -> None:
    shutil.rmtree(synced.profile / "data")
    (synced.profile / "data" / "backups").mkdir(parents=True)
    synced("reset", "--yes")
    assert list(synced.profile.iterdir()) == []


@pytest.mark.parametrize("gone", ["cache/catalogue.sqlite", "cache/index/manifest.json", "config", "cache/sync.lock"])
def test_a_profile_that_is_half_removed_is_removed(used: CommandLine, gone: str) -> None:
    path = used.profile / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert used("reset", "--yes").code == 0
    assert [path.name for path in used.profile.iterdir()] == ["data"]


def test_what_others_put_there_stays_and_is_named(used: CommandLine) -> None:
    strange = [
        used.profile / name
        for name in ("cache/mine.txt", "cache/folder/a.txt", "config/settings.json.bak", "cache/index/mine.txt")
    ]
    for path in strange:
        path.parent.mkdir(exist_ok=True)
        path.write_text("of somebody else")
    named = {Path(left["path"]): left["why"] for left in used("reset", "--yes", "--json").json["left"]}
    assert named == {path.parent if path.parent.name == "folder" else path: STRANGE for path in strange}
    assert all(path.read_text() == "of somebody else" for path in strange)
    files = {path for name in ("cache", "config") for path in (used.profile / name).rglob("*") if path.is_file()}
    assert files == set(strange)


@pytest.mark.parametrize("name", ["cache", "config", "cache/index", "config/settings.json", "cache/catalogue.sqlite"])
def test_no_link_is_followed_or_removed(used: CommandLine, tmp_path: Path, name: str) -> None:
    place, elsewhere = used.profile / name, tmp_path / "elsewhere"
    place.rename(elsewhere)
    place.symlink_to(elsewhere)
    before = tree_of(elsewhere) or elsewhere.read_bytes()
    said = used("reset", "--yes", "--json").json
    assert said["left"] == [{"path": str(place), "why": LINK}]
    assert place.is_symlink()
    assert (tree_of(elsewhere) or elsewhere.read_bytes()) == before


def test_a_store_of_the_index_that_is_a_link_leads_nowhere(used: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "MAIN_1.toc").write_text("mine")
    (used.profile / "cache" / "index" / "store-99").symlink_to(tmp_path / "precious")
    assert "a link" in used("reset", "--yes").out
    assert (tmp_path / "precious" / "MAIN_1.toc").read_text() == "mine"


def test_a_cache_folder_on_another_disk_is_emptied(synced: CommandLine, tmp_path: Path) -> None:
    """~/.cache may be a link: it is the system's place, not the program's."""
    home, disk = tmp_path / "home", tmp_path / "disk"
    home.mkdir()
    disk.mkdir()
    (home / "cache").symlink_to(disk)
    (synced.profile / "cache").rename(disk / "daily-papers-reader")
    places = ProfilePaths.of(synced.profile)._replace(cache=home / "cache" / "daily-papers-reader")
    assert reset(places).left == ()
    assert list(disk.iterdir()) == []
    assert (home / "cache").is_symlink()


@pytest.mark.parametrize(
    ("cache", "config"),
    [("data/Cache", "data"), ("cache", "data"), ("data", "data"), ("config/cache", "config")],
    ids=["Windows", "macOS", "one folder for all", "one in the other"],
)
def test_where_systems_put_folders_into_one_another(used: CommandLine, cache: str, config: str) -> None:
    old = ProfilePaths.of(used.profile)
    places = old._replace(cache=used.profile / cache, config=used.profile / config)
    (used.profile / "data" / "mine.txt").write_text("beside the marks")
    before = kept(used)
    for source, target in ((old.config, places.config), (old.cache, places.cache)):
        target.mkdir(exist_ok=True, parents=True)
        for path in list(source.iterdir()):
            if target not in (source, path):
                path.rename(target / path.name)
    for left in (old.config, old.cache):
        if left.exists() and not any(left.iterdir()):
            left.rmdir()
    assert {found.kind for found in survey(places).found} >= {"settings", "catalogue", "search index", "log"}
    done = reset(places)
    assert (done.left, done.failed) == ((), ())
    assert [path.name for path in used.profile.iterdir()] == ["data"]
    assert kept(used) == before
    with Profile(places) as profile:
        assert profile.marks.keys("bookmarked") == {KEY}


class TestInUse:
    """Nothing is removed from under somebody, and nobody is kept waiting."""

    def refused(self, command: CommandLine, why: str) -> None:
        before = {path: text for path, (_, text) in tree_of(command.profile).items() if not path.endswith("-shm")}
        assert why in command("reset", "--yes").complaint
        after = {path: text for path, (_, text) in tree_of(command.profile).items() if not path.endswith("-shm")}
        assert after == before

    def test_by_a_window(self, synced: CommandLine) -> None:
        window = synced.start("open", start_new_session=True)
        shared = synced.profile / "data" / "marks.sqlite-shm"  # SQLite's, while somebody has the marks open
        try:
            until = time.monotonic() + 60
            while not shared.exists() and time.monotonic() < until:
                time.sleep(0.05)
            said = synced("reset", "--yes").complaint
        finally:
            os.killpg(window.pid, signal.SIGKILL)  # with the sync it has started
            window.wait()
        assert "Close its windows" in said or "A sync of this profile is running" in said
        assert survey(ProfilePaths.of(synced.profile)).found
        assert synced("reset", "--yes").code == 0
        assert [path.name for path in synced.profile.iterdir()] == ["data"]

    def test_by_what_a_window_has_open(self, synced: CommandLine) -> None:
        synced("bookmark", KEY)
        with Profile(ProfilePaths.of(synced.profile)) as profile:
            assert profile.marks.keys("bookmarked") == {KEY}
            self.refused(synced, "Close its windows")
        assert synced("reset", "--yes").code == 0

    def test_by_who_only_reads(self, synced: CommandLine) -> None:
        with Profile(ProfilePaths.of(synced.profile), read_only=True) as profile:
            assert profile.listing.totals().papers
            self.refused(synced, "Close its windows")

    def test_by_a_window_with_a_library_that_was_never_read(self, command: CommandLine) -> None:
        (command.profile / "cache").mkdir(parents=True)
        (command.profile / "cache" / "reader.log").write_text("…")
        with Profile(ProfilePaths.of(command.profile)) as profile:
            assert profile.marks.keys("bookmarked") == set()
            self.refused(command, "Close its windows")

    def test_by_a_sync(self, synced: CommandLine) -> None:
        with FileLock(synced.profile / "cache" / "sync.lock"):
            self.refused(synced, "A sync of this profile is running")

    def test_who_opens_it_meanwhile_waits_and_begins_anew(self, synced: CommandLine, folder: Path) -> None:
        for _ in range(5):
            resets = synced.start("reset", "--yes", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            syncs = synced.start("sync", folder, "--json", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            assert resets.wait(60) in (0, 1)
            assert syncs.wait(60) in (0, 1)
            assert synced("sync", folder, "--json").json["posts"] == 3
            assert synced("search", "정확도", "--json").json["total"] == 5

    def test_killed_at_any_moment_it_is_done_by_the_next(self, used: CommandLine) -> None:
        before = kept(used)
        delay = 0.05
        while (used.profile / "cache").exists() and delay < 2:
            killed = used.start("reset", "--yes", stdout=subprocess.DEVNULL)
            time.sleep(delay)
            killed.kill()
            killed.wait()
            assert kept(used) == before
            delay += 0.02
        assert used("reset", "--yes").code == 0
        assert [path.name for path in used.profile.iterdir()] == ["data"]
        assert marks(used) == ("메모", True)


@pytest.mark.parametrize("damage", [b"", b"damaged " * 600])
def test_damaged_marks_stay_as_they_are(used: CommandLine, damage: bytes) -> None:
    store = used.profile / "data" / "marks.sqlite"
    for end in ("-wal", "-shm"):
        store.with_name(store.name + end).unlink(missing_ok=True)
    store.write_bytes(damage)
    assert used("reset", "--yes").code == 0
    assert store.read_bytes() == damage
    assert [path.name for path in used.profile.iterdir()] == ["data"]


def test_marks_of_a_newer_version_stay_as_they_are(used: CommandLine) -> None:
    with closing(sqlite3.connect(used.profile / "data" / "marks.sqlite")) as db:
        db.execute("PRAGMA user_version = 99")
        db.commit()
    assert used("reset", "--yes").code == 0
    with closing(sqlite3.connect(used.profile / "data" / "marks.sqlite")) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (99,)
        assert db.execute("SELECT text FROM notes").fetchone() == ("메모",)


class TestAsking:
    def test_without_a_terminal_it_takes_a_yes(self, synced: CommandLine) -> None:
        before = tree_of(synced.profile)
        assert "reset --yes" in synced.process("reset").complaint
        assert "reset --yes" in synced.process("reset", stdin=b"y\n").complaint
        assert tree_of(synced.profile) == before

    @pytest.mark.parametrize(
        ("answer", "goes"), [("y", True), ("예", True), ("", False), ("no", False), ("\x04", False)]
    )
    def test_at_a_terminal_it_asks(self, synced: CommandLine, answer: str, goes: bool) -> None:
        ours, its = pytest.importorskip("pty").openpty()
        process = synced.start("reset", stdin=its, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        os.close(its)
        os.write(ours, answer.encode() + b"\n" if answer != "\x04" else b"\x04")
        out, err = process.communicate(timeout=60)
        os.close(ours)
        assert b"[y/N]" in out + err
        assert (process.returncode == 0) is goes
        assert (synced.profile / "cache").exists() is not goes


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can become somebody without rights")
class TestWithoutRights:
    @pytest.fixture
    def seen(self, used: CommandLine) -> Iterator[CommandLine]:
        needs_others_to_reach_the_program()
        for path in [*used.profile.parents, *used.profile.rglob("*"), used.profile]:
            if path.is_relative_to("/tmp") and path != Path("/tmp"):
                path.chmod(0o755 if path.is_dir() else 0o644)
        yield used
        (used.profile / "cache").chmod(0o755)

    def test_it_says_so_and_all_stays(self, seen: CommandLine) -> None:
        before = tree_of(seen.profile)
        assert "cannot be removed: Permission denied" in ran(without_rights(seen.words("reset", "--yes"))).complaint
        assert tree_of(seen.profile) == before

    def test_where_one_may_not_even_look(self, seen: CommandLine) -> None:
        (seen.profile / "cache").chmod(0o700)
        for path in [seen.profile / "config", *(seen.profile / "config").iterdir()]:
            os.chown(path, 65534, 65534)
        said = ran(without_rights(seen.words("reset", "--yes", "--json")))
        assert "cache cannot be removed: Permission denied" in said.err
        assert not any((seen.profile / "config").iterdir()), "what can be removed is"


def test_on_a_full_disk_it_makes_room(used: CommandLine, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    options = ["-t", "tmpfs", "-o", "size=24m", "none", str(disk)]
    if (
        os.name != "posix"
        or os.geteuid() != 0
        or subprocess.run(["mount", *options], check=False, capture_output=True).returncode
    ):
        pytest.skip("no right to mount a small disk")
    try:
        full = CommandLine(disk / "profile")
        shutil.copytree(used.profile, full.profile)
        with (disk / "filler").open("wb", buffering=0) as filler:
            while True:
                try:
                    filler.write(b"\0" * 4096)
                except OSError:
                    break
        code = subprocess.run(full.words("reset", "--yes"), env=environment({}), capture_output=True, check=False)
        assert (code.returncode, code.stderr) == (0, b"")
        assert [path.name for path in full.profile.iterdir()] == ["data"]
        with closing(sqlite3.connect(full.profile / "data" / "marks.sqlite")) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        subprocess.run(["umount", str(disk)], check=True)
