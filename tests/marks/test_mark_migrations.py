"""From older shapes of the store to the newest, and the refusal of newer ones."""

import hashlib
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.marks import migrations
from reader.marks.backup import backups_in
from reader.marks.connection import connect
from reader.marks.migrations import MIGRATIONS, version_of
from reader.marks.store import MarkStore
from reader.marks.troubles import ForeignFileError, NewerStoreError
from tests.marks.conftest import fill

A, B = "2512.17909", "2512.17910"
VERSION_1 = Path(__file__).with_name("version-1.sql")


def add_labels(db):
    db.execute("ALTER TABLE bookmarks ADD COLUMN label TEXT")
    db.execute("UPDATE bookmarks SET label = 'old'")


def fail_half_way(db):
    db.execute("CREATE TABLE half (way TEXT)")
    db.execute("DELETE FROM bookmarks")
    raise RuntimeError("a bug in a migration")


def lose_notes(db):
    db.execute("DELETE FROM notes")


NEXT = (*MIGRATIONS, add_labels)


@pytest.fixture
def version_1(path):
    """A store as the first version of the program left it."""
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as db:
        db.executescript(VERSION_1.read_text(encoding="utf-8"))
        db.execute("PRAGMA journal_mode = WAL")
    return path


def shape(path):
    with closing(sqlite3.connect(path)) as db:
        tables = {
            name: db.execute(f"PRAGMA table_xinfo({name})").fetchall()
            for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
        }
        indexes = db.execute("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name").fetchall()
        return tables, indexes, db.execute("PRAGMA user_version").fetchone()


def contents(folder):
    """Every file of a folder with its bytes, but for the empty ones SQLite makes to read a file in WAL mode."""
    return {
        file.relative_to(folder): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.endswith("-shm") and file.stat().st_size
    }


def test_the_marks_of_version_1_are_all_there(version_1, opened):
    store = opened()
    assert store.keys("bookmarked") == {A}
    assert store.keys("read") == {A, B}
    assert store.note(B).text == "# 메모\n\n두 번째 줄"
    assert [version.text for version in store.note_versions(B)] == ["처음"]
    assert store.snapshots() == {A: '{"title": "Paper"}'}


def test_a_store_of_version_1_ends_in_the_shape_of_a_new_one(version_1, opened, backups, tmp_path):
    opened().close()
    new = tmp_path / "new.sqlite"
    MarkStore(new, backups).close()
    assert shape(version_1) == shape(new)


@pytest.mark.parametrize("version", [2, 3, 4, 5])
def test_what_an_older_version_kept_is_what_this_program_makes(version, path, opened, backups, clock, tmp_path):
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as db:
        db.executescript(VERSION_1.with_name(f"version-{version}.sql").read_text(encoding="utf-8"))
    kept = opened().portable()
    new = tmp_path / "new.sqlite"
    with MarkStore(new, backups, clock=clock) as store:
        fill(store)
        if version > 3:
            store.watch_word("확산", "watch")
        made = store.portable()
    assert shape(path)[:2] == shape(new)[:2]
    assert kept == made


def test_a_migration_keeps_the_marks_and_first_the_old_file(version_1, opened, backups, clock):
    store = opened(migrations=NEXT)
    assert store.keys("bookmarked") == {A}
    assert store._db.execute("SELECT label FROM bookmarks WHERE since IS NOT NULL").fetchall() == [("old",)]
    (backup,) = backups_in(backups)
    assert (backup.reason, backup.at) == (f"before-v{len(NEXT)}", clock.now)
    assert shape(backup.path)[2] == (1,)
    with closing(sqlite3.connect(backup.path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT key FROM bookmarks WHERE since IS NOT NULL").fetchall() == [(A,)]


def test_opening_the_newest_version_makes_no_backup(opened, backups):
    opened().close()
    opened().close()
    assert backups_in(backups) == []


def test_a_migration_that_fails_half_way_leaves_the_old_version(version_1, opened, backups):
    before = shape(version_1)
    with pytest.raises(RuntimeError, match="bug in a migration"):
        opened(migrations=(*NEXT, fail_half_way))
    assert shape(version_1) == before
    assert [backup.reason for backup in backups_in(backups)] == [f"before-v{len(NEXT) + 1}"]
    assert opened().keys("bookmarked") == {A}


def test_a_migration_that_breaks_references_is_not_committed(version_1, opened):
    with pytest.raises(AssertionError, match="without what they refer to"):
        opened(migrations=(*MIGRATIONS, lose_notes))
    assert opened().keys("noted") == {B}


def test_a_migration_that_fails_at_every_start_does_not_fill_the_disk(version_1, opened, backups, clock):
    for _ in range(6):
        with pytest.raises(RuntimeError):
            opened(migrations=(*MIGRATIONS, fail_half_way))
        clock.move(minutes=1)
    assert len(backups_in(backups)) == 3


def test_without_a_backup_nothing_is_migrated(version_1, opened, backups):
    backups.write_text("a file where the folder should be")
    before = shape(version_1)
    with pytest.raises(ReaderError):
        opened(migrations=NEXT)
    assert shape(version_1) == before


def test_only_reading_an_older_store_leaves_it_as_it_is(version_1, opened):
    before = contents(version_1.parent)
    store = opened(migrations=NEXT, read_only=True)
    assert store._db.execute("SELECT label FROM bookmarks WHERE since IS NOT NULL").fetchall() == [("old",)]
    assert store.keys("bookmarked") == {A}
    assert contents(version_1.parent) == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_store_is_refused_and_not_touched(opened, path, read_only):
    opened(migrations=NEXT).close()
    before = contents(path.parent)
    with pytest.raises(NewerStoreError, match="newer version"):
        opened(read_only=read_only)
    assert contents(path.parent) == before


def test_a_newer_store_whose_program_was_killed_keeps_its_log(opened, path):
    newer = opened(migrations=NEXT)
    newer.set_bookmark(A, True)
    log = path.with_name(f"{path.name}-wal")
    left = path.parent.parent / "left"
    left.mkdir()
    for file in (path, log):
        (left / file.name).write_bytes(file.read_bytes())
    newer.close()
    for file in (path, log):
        file.write_bytes((left / file.name).read_bytes())
    before = contents(path.parent)
    assert Path(log.name) in before
    with pytest.raises(NewerStoreError):
        opened()
    assert contents(path.parent) == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_database_of_something_else_is_refused_and_not_touched(opened, path, read_only):
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE somebody_elses (data TEXT)")
    before = contents(path.parent)
    with pytest.raises(ForeignFileError, match="not a file of marks"):
        opened(read_only=read_only)
    assert contents(path.parent) == before


OPEN_AND_MARK = """
import sys
from pathlib import Path
from reader.marks.store import MarkStore
path, backups, go, key = map(Path, sys.argv[1:])
print("ready", flush=True)
while not go.exists():
    pass
with MarkStore(path, backups) as store:
    store.set_bookmark(key.name, True)
"""


def test_many_processes_may_make_the_store_at_the_same_moment(path, backups, opened, tmp_path):
    go = tmp_path / "go"
    children = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN_AND_MARK, path, backups, go, f"paper {number}"], stdout=subprocess.PIPE
        )
        for number in range(4)
    ]
    for child in children:
        assert child.stdout.readline() == b"ready\n"
    go.touch()
    for child in children:
        child.communicate(timeout=60)
    assert [child.returncode for child in children] == [0] * 4
    assert len(opened().keys("bookmarked")) == 4


class OvertakenConnection(sqlite3.Connection):
    """Lets another process make the store between two of its own questions."""

    other_process = staticmethod(lambda: None)

    def execute(self, statement, *values):
        if statement != "PRAGMA application_id":
            return super().execute(statement, *values)
        (row,) = super().execute(statement).fetchall()
        self.other_process()
        return super().execute("SELECT ?", row)


def test_a_store_made_at_this_moment_is_not_taken_for_somebody_elses(path, opened):
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path, isolation_level=None, factory=OvertakenConnection)) as db:
        db.execute("PRAGMA journal_mode = WAL").fetchone()
        db.other_process = opened
        assert version_of(db, len(MIGRATIONS)) == 0
        db.other_process = lambda: None
        assert version_of(db, len(MIGRATIONS)) == len(MIGRATIONS)


def test_a_store_migrated_by_another_process_in_between_is_not_migrated_twice(version_1, opened):
    """The other one is quicker between this one's look at the version and its turn to write."""

    def look_and_be_overtaken(db, newest):
        found = version_of(db, newest)
        patch.undo()
        assert opened(migrations=NEXT).keys("bookmarked") == {A}
        return found

    with closing(connect(version_1)) as db, pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrations, "version_of", look_and_be_overtaken)
        assert migrations.migrate(db, NEXT, lambda _old, _new: None) == (len(NEXT), len(NEXT))
