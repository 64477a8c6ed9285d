"""What a person is told when marks, a copy of them or a file that carries them is no good, word by word; and limits."""

import errno
import os
import sqlite3
import stat
import time
import zipfile
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest

from reader.base.errors import ReaderError
from reader.marks import backup, connection, portable, restoring, troubles
from reader.marks.backup import backup_path, backups_in
from reader.marks.checksums import columns_of, first_bad_row
from reader.marks.connection import connect_to_read, first_damage, look
from reader.marks.keys import key_now
from reader.marks.merging import Difference, compared
from reader.marks.migrations import MIGRATIONS, lacks, migrate
from reader.marks.model import HIGHLIGHT_COLOURS
from reader.marks.opening import open_store
from reader.marks.portable import MEMBER, read_zip, write_zip
from reader.marks.restoring import read_backup
from reader.marks.revisit import distance, later, quick_choices
from reader.marks.store import MarkStore
from reader.marks.tables import TABLES
from reader.marks.troubles import DamagedStoreError, FailedDiskError, explained
from tests.marks.conftest import fill
from tests.marks.test_mark_portable import document, packed

A, B, C = "2512.17909", "2512.17910", "title:가나다"
DOCUMENT = {"format": "daily-papers-marks", "version": 1}


def words(call, *given) -> str:
    with pytest.raises(ReaderError) as told:
        call(*given)
    return str(told.value)


# Highlights


def test_a_colour_that_there_is_not_is_told_with_those_there_are(store):
    said = "'ultraviolet' is no colour of a highlight. There are yellow, green, blue, pink."
    assert words(store.add_highlight, A, "method", "words", "", "", "ultraviolet") == said.replace(
        "yellow, green, blue, pink", ", ".join(HIGHLIGHT_COLOURS)
    )
    highlight = store.add_highlight(A, "method", "words", "", "", HIGHLIGHT_COLOURS[0])
    assert words(store.recolour_highlight, highlight.id, "ultraviolet").startswith("'ultraviolet' is no colour")
    assert store.highlights_of(A) == (highlight,)
    assert words(store.add_highlight, A, "method", " ", "", "", "blue") == (
        "There are no words to highlight. Select some first."
    )


def test_a_highlight_is_made_taken_back_and_undone(store):
    highlight = store.add_highlight(A, "method", "words", "b" * 60, "a" * 60, "blue")
    assert (highlight.before, highlight.after) == ("b" * 40, "a" * 40)
    store.recolour_highlight(highlight.id, "pink")
    assert [each.colour for each in store.highlights_of(A)] == ["pink"]
    store.remove_highlight(highlight.id)
    assert store.highlights_of(A) == ()
    assert words(store.remove_highlight, highlight.id) == "This highlight is no longer there."
    assert words(store.recolour_highlight, "none", "blue") == "This highlight is no longer there."
    assert store.undo() is not None
    assert [each.colour for each in store.highlights_of(A)] == ["pink"]


# Notes


@pytest.mark.parametrize(("length", "left", "kept"), [(200, 99, True), (200, 100, False), (199, 50, False)])
def test_a_long_note_that_loses_more_than_half_at_once_is_kept(store, length, left, kept):
    store.set_note(A, "x" * length)
    store.set_note(A, "y" * left)
    assert bool(store.note_versions(A)) is kept


@pytest.mark.parametrize(("pause", "kept"), [(timedelta(minutes=10), False), (timedelta(minutes=10, seconds=1), True)])
def test_a_session_ends_after_a_pause_of_more_than_ten_minutes(store, clock, pause, kept):
    store.set_note(A, "one")
    clock.move(seconds=pause.total_seconds())
    store.set_note(A, "two")
    assert bool(store.note_versions(A)) is kept


@pytest.mark.parametrize(("minutes", "kept"), [(30, False), (30.1, True)])
def test_and_half_an_hour_after_it_began(store, clock, minutes, kept):
    store.set_note(A, "one")
    for _ in range(3):
        clock.move(minutes=9)
        store.set_note(A, f"at {clock.now}")
    assert store.note_versions(A) == ()
    clock.move(minutes=minutes - 27)
    store.set_note(A, "two")
    assert bool(store.note_versions(A)) is kept


# Backups


def test_backups_of_one_second_have_names_of_their_own_in_order(store, backups, clock):
    made = [store.backup() for _ in range(3)]
    assert [path.name for path in made] == [
        "marks-2026-11-03T101500Z.sqlite",
        "marks-2026-11-03T101500Z.2.sqlite",
        "marks-2026-11-03T101500Z.3.sqlite",
    ]
    assert [each.path for each in backups_in(backups)] == made[::-1]
    assert backup_path(backups, datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "daily").name == (
        "marks-2026-01-02T030405Z-daily.sqlite"
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_the_folder_of_backups_is_its_owners_alone(store, backups):
    store.backup()
    assert stat.S_IMODE(backups.stat().st_mode) == 0o700
    assert stat.S_IMODE(backups.parent.stat().st_mode) == 0o700


def test_a_new_name_is_on_the_disk_and_no_folder_stays_open(store, monkeypatch):
    opened, synced, closed = [], [], []
    real_open, real_close = os.open, os.close
    monkeypatch.setattr(backup.os, "fsync", synced.append)
    monkeypatch.setattr(backup.os, "open", lambda *of: opened.append(real_open(*of)) or opened[-1])
    monkeypatch.setattr(backup.os, "close", lambda number: closed.append(number) or real_close(number))
    backup._sync_folder(store.path.parent)
    assert opened == synced == closed
    assert len(opened) == 1


def test_half_copies_of_killed_programs_are_swept_after_an_hour(store, backups):
    backups.mkdir(parents=True, exist_ok=True)
    old, new = (backups / f".marks-{n}.sqlite.{n}.half" for n in (1, 2))
    for half, age in ((old, 3700), (new, 3500)):
        half.write_text("half")
        os.utime(half, (time.time() - age,) * 2)
    store.backup()
    assert (old.exists(), new.exists()) == (False, True)


# Opening


def test_a_damaged_store_is_moved_and_told_with_the_way_back(path, backups, clock):
    with MarkStore(path, backups, clock=clock) as store:
        store.set_bookmark(A, True)
        kept = store.backup()
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(DamagedStoreError) as told:
        open_store(path, backups, MIGRATIONS, clock)
    aside = path.with_name("marks-damaged-2026-11-03T101500Z.sqlite")
    assert str(told.value).startswith(f"The marks in {path} are damaged (")
    assert str(told.value).endswith(
        f"They were moved to {aside}. To go back to the newest backup (2026-11-03 10:15 UTC), restore {kept}."
        " Started again, the program begins with empty marks."
    )
    assert (told.value.moved_to, told.value.backup) == (aside, kept)


def test_without_a_backup_that_is_said(path, backups, clock):
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(DamagedStoreError, match=r"\. There is no backup yet that can be read\. Started again,"):
        open_store(path, backups, MIGRATIONS, clock)


def test_a_log_without_its_store_is_told_and_kept(path, backups, clock):
    path.parent.mkdir(parents=True)
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(b"x" * 100)
    with pytest.raises(DamagedStoreError) as told:
        open_store(path, backups, MIGRATIONS, clock)
    assert str(told.value).startswith(f"The file {path} is missing, though its log is there. They were moved to")
    assert not log.exists()
    assert len(list(path.parent.glob("marks-damaged-*-wal"))) == 1


def test_a_store_that_cannot_be_opened_is_let_go_of(path, backups, clock, monkeypatch):
    closed = []

    class Watched(sqlite3.Connection):
        def close(self):
            closed.append(True)
            super().close()

    monkeypatch.setattr(connection, "_connect", lambda uri: sqlite3.connect(uri, uri=True, factory=Watched))
    monkeypatch.setattr("reader.marks.opening.keep_checksums", lambda _: 1 // 0)
    with MarkStore(path.with_name("other.sqlite"), backups, clock=clock, read_only=True):
        pass
    before = len(closed)
    with pytest.raises(ZeroDivisionError):
        open_store(path, backups, MIGRATIONS, clock)
    assert len(closed) > before


def test_a_store_in_a_folder_that_cannot_be_written_is_read_as_it_stands(store, path, monkeypatch):
    store.set_bookmark(A, True)
    store.close()
    asked = []

    def hindered(uri):
        asked.append(uri.rpartition("?")[2])
        db = sqlite3.connect(uri, uri=True, isolation_level=None)
        if "immutable" in uri:
            return db
        db.close()

        class Closed:
            def execute(self, _):
                error = sqlite3.OperationalError("unable to open database file")
                error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
                raise error

            def close(self):
                asked.append("closed")

        return Closed()

    monkeypatch.setattr(connection, "_connect", hindered)
    db = connect_to_read(path)
    assert db.execute("SELECT count(*) FROM bookmarks").fetchone() == (1,)
    db.close()
    assert asked == ["mode=ro", "closed", "mode=ro&immutable=1"]
    path.with_name(f"{path.name}-wal").write_bytes(b"somebody is writing")
    with pytest.raises(sqlite3.OperationalError):
        connect_to_read(path)


class Answering:
    """A connection whose checks say this."""

    def __init__(self, answer):
        self.answer = answer

    def execute(self, query):
        return self

    def fetchone(self):
        return (self.answer,)


def test_damage_is_told_by_the_last_line_of_what_sqlite_says(monkeypatch):
    assert first_damage(Answering("*** in database main ***\nPage 2 is never used"), "quick_check") == (
        "Page 2 is never used"
    )
    corrupt = f"unable to get the page. error code={sqlite3.SQLITE_CORRUPT | (1 << 8)}"
    assert first_damage(Answering(corrupt), "quick_check") == corrupt
    monkeypatch.setattr(connection, "file_of", lambda _: "/a/marks.sqlite")
    with pytest.raises(ReaderError, match="error 266"):
        first_damage(Answering("unable to get the page. error code=266"), "quick_check")


def test_what_is_no_file_is_told(tmp_path):
    assert words(look, tmp_path, MIGRATIONS) == f"{tmp_path} is no file. Move it away, then start again."


# What differs


def test_what_differs_is_said_by_kind_with_labels_that_are_gone_left_out(store, clock):
    store.add_label("주제", "green")
    store.set_label([A, B], "주제", True)
    store.add_highlight(A, "method", "words", "", "", "blue")
    store.set_revisit([A], date(2026, 11, 22))
    store.save_search("이름", "질의")
    before = store.portable()
    clock.move(hours=1)
    store.recolour_label("주제", "pink")
    store.set_label([B], "주제", False)
    store.set_label([C], "다른 것", True)
    store.add_highlight(A, "method", "more", "", "", "blue")
    store.add_highlight(B, "method", "words", "", "", "blue")
    store.set_revisit([A], date(2026, 11, 23))
    store.set_bookmark(B, True)
    store.set_read([B], True)
    store.set_note(B, "메모")
    store.save_search("이름", "다른 질의")
    report = compared(before, store.portable())
    assert not report.is_empty
    assert report.differences == {
        "bookmarked": Difference(added=(B,)),
        "read": Difference(added=(B,)),
        "noted": Difference(added=(B,)),
        "revisit": Difference(changed=(A,)),
        "labelled": Difference(added=(C,), removed=(B,)),
        "highlighted": Difference(added=(B,), changed=(A,)),
        "labels": Difference(added=("다른 것",), changed=("주제",)),
        "searches": Difference(changed=("이름",)),
        "watched": Difference(),
        "names": Difference(),
    }
    middle = store.portable()
    clock.move(hours=1)
    store.remove_label("주제")
    later = compared(middle, store.portable()).differences
    assert (later["labels"], later["labelled"]) == (Difference(removed=("주제",)), Difference(removed=(A,)))
    assert compared(before, before).is_empty


# The file that carries marks


def test_what_is_wrong_with_a_file_is_said_in_a_sentence(store, tmp_path):
    path = tmp_path / "marks.zip"
    missing = tmp_path / "none.zip"
    assert words(read_zip, missing) == f"{missing} cannot be read: No such file or directory."
    path.write_bytes(b"no zip")
    assert words(read_zip, path) == f"{path} is no zip of marks, or was cut off on its way (File is not a zip file)."
    packed(path, {**DOCUMENT, "version": 2})
    assert words(read_zip, path) == (
        f"{path} was written by a newer version of this program. Update this one, then try again."
    )
    packed(path, {**DOCUMENT, "version": 0})
    assert words(read_zip, path) == f"{MEMBER} in {path} does not say of which version it is."
    packed(path, {"format": "other"})
    assert words(read_zip, path) == f"{MEMBER} in {path} holds no marks of this program."
    row = {"key": A, "since": "2026-11-03T00:00:00", "changed": "2026-11-03T00:00:00+00:00"}
    packed(path, {**DOCUMENT, "reads": [row]})
    assert words(read_zip, path) == (
        f"{path}: reads[0] is not as it should be (since is no instant with a zone: '2026-11-03T00:00:00')."
    )


def test_a_file_may_be_as_large_as_it_says_and_no_larger(store, tmp_path, monkeypatch):
    path = tmp_path / "marks.zip"
    write_zip(store, path)
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo(MEMBER).file_size
    monkeypatch.setattr(portable, "LARGEST", size)
    assert read_zip(path)
    monkeypatch.setattr(portable, "LARGEST", size - 1)
    assert words(read_zip, path) == f"{path} claims to hold {size:,} bytes of marks: no file of ours does."


def test_a_text_may_be_long_but_not_without_end(store, tmp_path, monkeypatch):
    path = tmp_path / "marks.zip"
    store.set_note(A, "x" * 50)
    write_zip(store, path)
    monkeypatch.setattr(portable, "_LONGEST_TEXT", 50)
    assert read_zip(path)["notes"]
    monkeypatch.setattr(portable, "_LONGEST_TEXT", 49)
    assert "text is longer than 49 characters" in words(read_zip, path)


@pytest.mark.parametrize("colour", HIGHLIGHT_COLOURS)
def test_highlights_of_every_colour_are_carried_and_no_others(store, tmp_path, colour):
    path = tmp_path / "marks.zip"
    store.add_highlight(A, "method", "words", "", "", colour)
    write_zip(store, path)
    assert read_zip(path) == store.portable()
    changed = document(path)
    changed["highlights"][0]["colour"] = "ultraviolet"
    packed(path, changed)
    assert f"colour is none of {', '.join(HIGHLIGHT_COLOURS)}" in words(read_zip, path)


# Going back


def test_what_is_wrong_with_a_backup_is_said(store, path, backups, tmp_path, clock, monkeypatch):
    missing = tmp_path / "none.sqlite"
    assert words(read_backup, missing) == f"There is no backup {missing}."
    kept = store.backup()
    monkeypatch.setattr("reader.marks.restoring.first_damage", lambda *_: "a remark")
    assert words(read_backup, kept) == f"The backup {kept} is damaged (a remark). Choose another one."


def test_a_restore_waits_for_another_writer_and_no_longer(monkeypatch):
    monkeypatch.setattr(restoring, "_PATIENCE_SECONDS", 100)
    restoring._for_a_while()(0, 1, 1)
    monkeypatch.setattr(restoring, "_PATIENCE_SECONDS", -1)
    assert words(restoring._for_a_while(), 0, 1, 1) == (
        "Another program is writing the marks; they were not restored. Try again in a moment."
    )


@pytest.mark.parametrize(
    "query",
    [
        "CREATE TRIGGER theirs AFTER INSERT ON bookmarks BEGIN DELETE FROM notes; END",
        "CREATE INDEX theirs ON notes (text)",
        "CREATE VIEW theirs AS SELECT 1",
        "CREATE TABLE theirs (x)",
    ],
)
def test_a_backup_with_anything_else_in_it_is_left_alone(store, query):
    kept = store.backup()
    db = sqlite3.connect(kept)
    db.execute(query)
    db.commit()
    db.close()
    assert words(read_backup, kept) == f"{kept} holds other things than a store of marks does. It was left alone."


def test_what_is_put_in_the_place_of_a_damaged_store_leaves_that_aside(store, path, backups, clock):
    store.set_bookmark(A, True)
    kept = store.backup()
    store.close()
    path.write_bytes(b"no database" * 1000)
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    aside = restoring.restore(kept, path, backups, clock=clock)
    assert aside is not None
    assert aside.read_bytes().startswith(b"no database")
    with MarkStore(path, backups, clock=clock) as again:
        assert again.keys("bookmarked") == {A}
    assert not list(backups.glob("*before-restore*"))


# Days, searches, labels


def test_days_end_where_dates_do():
    assert later(date.max - timedelta(days=3), 3) == date.max
    assert later(date.max - timedelta(days=3), 4) == date.max
    assert later(date(2026, 11, 3), 7) == date(2026, 11, 10)
    assert quick_choices(date(2026, 1, 31)) == (
        ("tomorrow", date(2026, 2, 1)),
        ("3 days", date(2026, 2, 3)),
        ("next week", date(2026, 2, 7)),
        ("next month", date(2026, 2, 28)),
    )


def test_putting_off_grows_from_day_to_month(store):
    today = date(2026, 11, 3)
    days = []
    for _ in range(9):
        store.put_off([A], today)
        [revisit] = store.revisits()
        days.append((revisit.due - today).days)
    assert days == [1, 3, 7, 16, 35, 77, 169, 372, 819]
    assert distance(99) == 3650


def test_a_saved_search_is_renamed_to_a_free_name_alone(store, clock):
    store.save_search("하나", "one")
    clock.move(seconds=1)
    store.save_search("둘", "two")
    assert words(store.rename_search, "하나", "둘") == "There is already a saved search '둘'. Choose another name."
    assert words(store.rename_search, "셋", "넷") == "There is no saved search '셋'."
    assert words(store.remove_search, "셋") == "There is no saved search '셋'."
    store.rename_search("하나", "하나")
    store.rename_search("하나", "셋")
    assert [(each.name, each.query) for each in store.saved_searches()] == [("셋", "one"), ("둘", "two")]


def test_what_is_undone_is_one_kind_of_mark_and_of_its_papers(store):
    for kind, change in (
        ("bookmarked", lambda: store.set_bookmark(A, True)),
        ("read", lambda: store.set_read([A], True)),
        ("revisit", lambda: store.set_revisit([A], date(2026, 11, 22))),
        ("revisit", lambda: store.put_off([A], date(2026, 11, 3))),
        ("labelled", lambda: store.set_label([A], "주제", True)),
        ("highlighted", lambda: store.add_highlight(A, "method", "words", "", "", "blue")),
    ):
        change()
        assert store.keys(kind) == {A}
        undone = store.undo()
        assert undone is not None
        assert undone.kind == kind
    store.set_note(A, "메모")
    assert store.undo() is None
    store.set_note(A, "")
    undone = store.undo()
    assert undone is not None
    assert (undone.kind, store.note(A).text) == ("noted", "메모")


# Faults


def test_text_that_cannot_be_decoded_is_damage(path):
    error = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
    with pytest.raises(DamagedStoreError, match=r"^The marks in .* are damaged"), explained(path):
        raise error


def test_a_disk_that_fails_to_read_is_told_as_such(path):
    with pytest.raises(FailedDiskError, match="Input/output error"), explained(path):
        raise OSError(errno.EIO, "Input/output error")


@pytest.mark.parametrize(("free", "is_full"), [(0, True), (troubles._NEARLY_FULL, False)])
def test_a_disk_with_hardly_any_room_is_called_full(path, monkeypatch, free, is_full):
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    with pytest.raises(ReaderError) as told, explained(path):
        raise error
    assert str(told.value).startswith("The disk is full") is is_full


# Former versions and keys


def test_what_a_store_should_have_and_has_not_is_named():
    db = sqlite3.connect(":memory:", isolation_level=None)
    for migration in MIGRATIONS:
        migration(db)
    assert lacks(db, MIGRATIONS) == ""
    db.execute("ALTER TABLE searches DROP COLUMN made")
    assert lacks(db, MIGRATIONS) == "searches has no made"
    db.execute("DROP TABLE searches")
    assert lacks(db, MIGRATIONS) == "there is no table searches"
    db.close()


def test_a_migration_says_from_which_version_to_which_it_went():
    db = sqlite3.connect(":memory:", isolation_level=None)
    newest = len(MIGRATIONS)
    assert migrate(db, MIGRATIONS, lambda *_: None) == (0, newest)
    assert migrate(db, MIGRATIONS, lambda *_: None) == (newest, newest)
    assert {"note_versions_of_key"} <= {name for (name,) in db.execute("SELECT name FROM sqlite_schema")}
    db.close()


@pytest.mark.parametrize("table", ["bookmarks", "reads", "notes", "labelled", "snapshots", "highlights", "searches"])
def test_a_row_that_was_changed_behind_our_back_is_found(store, path, table):
    fill(store)
    assert first_bad_row(store._db) == ""
    other = sqlite3.connect(path)
    [column] = [name for name in columns_of(other)[table] if name in ("since", "text", "snapshot", "colour", "query")]
    other.execute(f"UPDATE {table} SET {column} = 'other'")
    other.commit()
    other.close()
    assert first_bad_row(store._db) == f"a row of {table} is not as it was written"


@pytest.mark.parametrize(
    ("key", "now"),
    [
        ("http://arxiv.org/abs/2501.00001v2", "2501.00001"),
        ("https://arxiv.org/abs/2501.00001", "2501.00001"),
        ("2501.00001v3", "2501.00001"),
        ("title:가나다", "title:가나다"),
        ("2501.00001", "2501.00001"),
    ],
)
def test_marks_follow_a_key_to_what_it_is_today(key, now):
    assert key_now(key) == now


def test_marks_under_a_former_key_are_those_of_the_paper_and_labels_and_searches_stay(path, backups, clock):
    with MarkStore(path, backups, clock=clock) as store:
        store.set_bookmark("2501.00001v3", True)
        store.set_note("http://arxiv.org/abs/2501.00001", "메모")
        store.set_label(["2501.00001v3"], "주제", True)
        store.save_search("이름", "질의")
    with MarkStore(path, backups, clock=clock) as store:
        assert store.keys("bookmarked") == store.keys("noted") == store.keys("labelled") == {"2501.00001"}
        assert [label.name for label in store.labels()] == ["주제"]
        assert [search.name for search in store.saved_searches()] == ["이름"]
    assert len(list(backups.glob("*before-new-keys*"))) == 1


def test_that_something_was_said_again_later_is_no_difference(store):
    fill(store)
    before = store.portable()
    later = {}
    for name, rows in before.items():
        later[name] = {}
        for identity, row in rows.items():
            values, end = list(row), len(TABLES[name].fixed)
            for group in TABLES[name].fields:
                end += len(group)
                values[end - 1] = "2027-01-01T00:00:00+00:00"
            later[name][identity] = tuple(values)
    assert compared(before, later).is_empty
    assert not compared(before, {**later, "searches": {}}).is_empty
