"""A person's marks follow their paper to the key by which it is known today: all of them, once, safely."""

import json
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.base.errors import ReaderError
from reader.library.bare import bare_record
from reader.library.paper_json import record_from_json, record_to_json
from reader.marks import rekeying
from reader.marks.backup import backups_in
from reader.marks.checksums import keep_checksums
from reader.marks.connection import connect
from reader.marks.keys import has_former_keys, key_now
from reader.marks.portable import read_zip, write_zip
from reader.marks.restoring import preview, restore
from reader.marks.store import MarkStore

FORMER, TODAY = "https://openreview.net/pdf?id=Kettle1", "https://openreview.net/forum?id=Kettle1"
FORMS = {
    FORMER: TODAY,
    "https://dx.doi.org/10.9999/kettle.7": "https://doi.org/10.9999/kettle.7",
    "https://biorxiv.org/content/10.1101/2026.01.05.1v2": "https://doi.org/10.1101/2026.01.05.1",
    "https://aclanthology.org/2026.kettle-main.7.pdf": "https://aclanthology.org/2026.kettle-main.7",
    "https://arxiv-vanity.com/papers/2601.91011": "2601.91011",
    "https://papers.cool/arxiv/2601.91011": "2601.91011",
    "https://cn.arxiv.org/abs/2601.91011v2": "2601.91011",
    "math.GT/0309136": "math/0309136",
    "2601.91012v3": "2601.91012",
}
AS_THEY_WERE = (
    *("2601.91011", "math/0309136", "title:slow kettles v2/7", "_posts/2026-01-05-a.b.md", "https://kettle.example/a"),
    *(TODAY, "notes.of/me.md", "title:2601.91012v3 그리고"),
)


@pytest.fixture
def written(opened):
    """Marks as a program of former times left them under a key: it wrote what its rules said."""

    def write(key: str, note: str = "메모") -> None:
        with opened() as store:
            store.set_bookmark(key, True)
            store.set_read([key], True)
            store.set_note(key, "처음")
            store.set_note(key, "")
            store.set_note(key, note)
            store.set_revisit([key], date(2026, 11, 22))
            store.set_label([key], "주전자", True)
            store.add_highlight(key, "method", "물이 끓는다", "앞 ", " 뒤", "yellow")
            store.set_snapshot(key, record_to_json(bare_record(key, "Slow Kettles")))

    return write


@pytest.mark.parametrize(("former", "today"), FORMS.items())
def test_all_marks_of_a_paper_are_under_its_key_of_today(written, opened, former, today):
    written(former)
    store = opened()
    marks = store.marks_of(today)
    assert (marks.bookmarked and marks.read and True, marks.note, marks.highlights) == (True, "메모", 1)
    assert (marks.revisit.due, marks.labels) == (date(2026, 11, 22), ("주전자",))
    assert [version.text for version in store.note_versions(today)] == ["처음"]
    assert store.kept_keys() == store.keys("read") == {today}
    record = record_from_json(store.snapshots([today])[today])
    assert (record.key, record.appearances[0].paper.key, record.title) == (today, today, "Slow Kettles")
    assert store.snapshots([former]) == {} and store.note_versions(former) == ()


@pytest.mark.parametrize("key", AS_THEY_WERE)
def test_keys_of_today_and_pages_stay_as_they_are(written, opened, backups, key):
    written(key)
    assert opened().kept_keys() == {key}
    assert backups_in(backups) == []


def test_it_happens_once_and_after_a_backup_that_has_everything_as_it_was(written, opened, backups):
    written(FORMER)
    opened()
    (backup,) = backups_in(backups)
    assert backup.reason == "before-new-keys"
    with closing(connect(backup.path)) as db:
        assert db.execute("SELECT key FROM bookmarks").fetchall() == [(FORMER,)]
    changed = opened().data_version()
    opened()
    assert (opened().data_version(), len(backups_in(backups))) == (changed, 1)


def test_marks_under_both_keys_are_brought_together_as_those_of_two_computers(written, opened, clock):
    written(TODAY, "먼저 쓴 메모")
    clock.move(days=1)
    written(FORMER, "나중 메모")
    store = opened()
    assert store.marks_of(TODAY).note == "나중 메모"
    assert {version.text for version in store.note_versions(TODAY)} == {"처음", "먼저 쓴 메모"}
    assert (store.marks_of(TODAY).highlights, store.kept_keys()) == (1, {TODAY})


def test_what_was_taken_back_under_todays_key_later_stays_taken_back(written, opened, clock):
    with opened() as store:
        store.set_bookmark(TODAY, True)
    written(FORMER)
    clock.move(days=1)
    with opened() as store:
        store.set_bookmark(TODAY, False)
        store.set_bookmark(FORMER, True)
        clock.move(days=1)
        store.set_bookmark(FORMER, False)
    store = opened()
    assert store.marks_of(TODAY).bookmarked is None
    assert store.marks_of(TODAY).note == "메모"


def test_a_highlight_marked_again_after_the_move_is_the_same_highlight(written, opened):
    written(FORMER)
    store = opened()
    store.add_highlight(TODAY, "method", "물이 끓는다", "앞 ", " 뒤", "blue")
    assert [each.colour for each in store.highlights_of(TODAY)] == ["blue"]


def test_three_forms_of_one_paper_become_one(opened, clock, path):
    opened().close()
    with closing(connect(path)) as db:
        keep_checksums(db)
        for number, mirror in enumerate(("arxiv-vanity.com/papers", "papers.cool/arxiv", "scirate.com/arxiv")):
            at = clock.move(days=1).isoformat(timespec="microseconds")
            note = (f"https://{mirror}/2601.91011", f"메모 {number}", at, at)
            db.execute("INSERT INTO notes (key, text, begun, changed) VALUES (?, ?, ?, ?)", note)
    store = opened()
    assert store.marks_of("2601.91011").note == "메모 2"
    assert {version.text for version in store.note_versions("2601.91011")} == {"메모 0", "메모 1"}


def test_who_only_reads_sees_todays_keys_and_changes_nothing(written, opened, path):
    written(FORMER)
    before = path.read_bytes()
    with opened(read_only=True) as store:
        assert store.kept_keys() == {TODAY}
    assert path.read_bytes() == before


def test_a_zip_and_a_backup_of_former_times_are_read_with_todays_keys(written, opened, path, backups, tmp_path):
    with opened() as store:
        store.set_bookmark(FORMER, True)
        write_zip(store, tmp_path / "marks.zip")
        store.backup(tmp_path / "copy.sqlite")
        store.set_bookmark(FORMER, False)
    store = opened()
    for former in (tmp_path / "marks.zip", tmp_path / "copy.sqlite"):
        assert preview(former, path).differences["bookmarked"].added == (TODAY,)
        restore(former, path, backups)
        assert store.kept_keys() == {TODAY}
        store.set_bookmark(TODAY, False)
    with MarkStore(tmp_path / "other.sqlite", backups) as other:
        other.merge(read_zip(tmp_path / "marks.zip"))
        assert other.kept_keys() == {TODAY}


def test_without_a_backup_nothing_moves(written, opened, backups, path):
    written(FORMER)
    backups.parent.mkdir(exist_ok=True)
    backups.write_text("a file where the folder should be")
    with pytest.raises(ReaderError):
        opened()
    with closing(connect(path)) as db:
        keep_checksums(db)
        assert db.execute("SELECT key FROM bookmarks").fetchall() == [(FORMER,)]


def test_a_fault_half_way_leaves_the_marks_as_they_were(written, opened, path, monkeypatch):
    written(FORMER)

    def fail(*_arguments):
        raise RuntimeError("half way")

    monkeypatch.setattr(rekeying, "write", fail)
    with pytest.raises(RuntimeError):
        opened()
    monkeypatch.undo()
    with closing(connect(path)) as db:
        keep_checksums(db)
        assert db.execute("SELECT key FROM notes").fetchall() == [(FORMER,)]
        assert has_former_keys(db)
    assert opened().marks_of(TODAY).note == "메모"


KILLED = """
import os, sys
from pathlib import Path
from reader.marks import rekeying
from reader.marks.store import MarkStore
real = getattr(rekeying, sys.argv[2])
def stop(*arguments):
    if sys.argv[2] == "write":
        real(*arguments)
    print("here", flush=True)
    sys.stdin.read()
setattr(rekeying, sys.argv[2], stop)
path = Path(sys.argv[1])
MarkStore(path, path.parent / "backups")
"""


@pytest.mark.parametrize("moment", ["news", "write"])
def test_a_program_killed_in_between_leaves_all_marks_for_the_next_start(written, opened, path, backups, moment):
    written(FORMER)
    program = subprocess.Popen(
        [sys.executable, "-c", KILLED, path, moment],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert program.stdout is not None and program.stdout.readline() == b"here\n"
    program.kill()
    program.communicate()
    store = opened()
    assert (store.kept_keys(), store.marks_of(TODAY).note) == ({TODAY}, "메모")
    assert [version.text for version in store.note_versions(TODAY)] == ["처음"]
    assert {backup.reason for backup in backups_in(backups)} == {"before-new-keys"}


ADDRESSES = st.one_of(
    st.sampled_from([*FORMS, *FORMS.values(), *AS_THEY_WERE]),
    st.builds(
        "https://{}/{}{}".format,
        st.sampled_from(
            ["arxiv.org", "www.openreview.net", "dx.doi.org", "web.archive.org/web/2026/https:/", "kettle.example:80"]
        ),
        st.sampled_from(["abs/2601.91011", "pdf?id=A&x=1", "10.9999/a(b)c", "arxiv.org/abs/math.GT/0309136", "a/b/"]),
        st.sampled_from(["", "v2", "#x", "?utm_source=y&a=%20b", "/", ".pdf"]),
    ),
    st.text(max_size=40),
)


@given(ADDRESSES)
def test_todays_key_stays_todays_key(key):
    assert key_now(key_now(key)) == key_now(key)


def test_ten_thousand_marked_papers_are_looked_through_in_no_time(opened, clock):
    with opened() as store:
        store.set_bookmarks([f"{2000 + n // 1000}.{n % 100000:05}" for n in range(10_000)], True)
        store.set_bookmarks([f"https://kettle.example/{n}" for n in range(1_000)], True)
    with closing(connect(store.path)) as db:
        begin = time.process_time()
        assert not has_former_keys(db)
        assert time.process_time() - begin < 0.5


def test_a_snapshot_is_renamed_where_it_names_the_paper_and_nowhere_else():
    paper = {"key": FORMER, "link": FORMER, "title": f'"key": "{FORMER}"'}
    text = json.dumps({"key": FORMER, "appearances": [{"paper": paper}]})
    renamed = json.loads(rekeying._renamed(text, FORMER, TODAY))
    assert renamed["key"] == renamed["appearances"][0]["paper"]["key"] == TODAY
    assert renamed["appearances"][0]["paper"]["link"] == FORMER
    assert renamed["appearances"][0]["paper"]["title"] == f'"key": "{FORMER}"'
