"""The catalogue's file, opened: made where there is none, made anew where it is no good, trusted as left."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.library import paper_json, schema, soundness
from reader.library.catalogue import Catalogue
from reader.library.schema import VERSION, delete, open_for_reading, open_for_writing
from reader.library.soundness import distrust, is_as_left, note_left, read_through
from reader.library.sync import sync
from reader.library.texts import read_outlines, read_texts
from reader.library.troubles import explained
from reader.posts.parse import parse
from tests.factories import numbered, paper, post, write_post


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "catalogue.sqlite"


def fill(path: Path, papers: int = 3) -> None:
    """A catalogue with the papers of one post, and one without papers."""
    posts = path.parent.parent / "posts"
    write_post(posts, "2025-01-02-a.md", post(numbered(papers)))
    write_post(posts, "2025-01-03-b.md", post(["글"], head="title: A Page\ndate: 2025-01-03"))
    with closing(Catalogue(path)) as catalogue:
        sync(catalogue, [posts])


def beside(path: Path) -> set[str]:
    return {each.name.removeprefix(path.name) for each in path.parent.iterdir()}


def set_version(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


def test_a_new_one_is_of_this_version_and_keeps_a_log(path: Path) -> None:
    with closing(open_for_writing(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA synchronous").fetchone() == (1,)
        assert connection.execute("PRAGMA temp_store").fetchone() == (2,)
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_what_is_in_it_stays_when_it_is_opened_again(path: Path) -> None:
    fill(path)
    with closing(open_for_writing(path)) as connection:
        assert connection.execute("SELECT count(*) FROM papers").fetchone() == (4,)
    with closing(open_for_reading(path) or sqlite3.connect(":memory:")) as connection:
        assert connection.execute("SELECT count(*) FROM papers").fetchone() == (4,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM papers")


@pytest.mark.parametrize("version", [VERSION - 1, VERSION + 1, 0])
def test_one_of_another_version_is_not_read_and_is_made_anew(path: Path, version: int) -> None:
    fill(path)
    set_version(path, version)
    assert open_for_reading(path) is None
    assert open_for_reading(path, still=True) is None
    with closing(open_for_writing(path)) as connection:
        assert connection.execute("SELECT count(*) FROM papers").fetchone() == (0,)
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_none_is_read_where_there_is_none_or_no_database(path: Path) -> None:
    assert open_for_reading(path) is None
    path.parent.mkdir()
    path.write_bytes(b"no database at all" * 1000)
    assert open_for_reading(path) is None
    assert open_for_reading(path, still=True) is None


def test_the_log_of_a_deleted_one_is_not_read_into_the_next(path: Path) -> None:
    fill(path)
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(b"x" * 4096)
    path.unlink()
    open_for_writing(path).close()
    assert not log.exists() or log.stat().st_size < 4096


def test_reading_for_a_moment_leaves_nothing_beside_the_file(path: Path) -> None:
    fill(path)
    before = beside(path)
    with closing(open_for_reading(path, still=True) or sqlite3.connect(":memory:")) as connection:
        assert connection.execute("SELECT count(*) FROM papers").fetchone() == (4,)
        assert beside(path) == before == {"", ".left"}


def test_reading_for_a_moment_sees_what_somebody_is_just_writing(path: Path) -> None:
    fill(path)
    with closing(open_for_writing(path)) as writer:
        writer.execute("DELETE FROM papers WHERE key = '2501.00001'")
        assert path.with_name(f"{path.name}-wal").stat().st_size
        with closing(open_for_reading(path, still=True) or sqlite3.connect(":memory:")) as connection:
            assert connection.execute("SELECT count(*) FROM papers").fetchone() == (3,)


def test_a_folder_in_its_place_is_told_with_what_to_do(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(ReaderError, match=r"^The catalogue .* cannot be written: .*Check the folder's rights and spa"):
        open_for_writing(path)


def test_one_that_stays_damaged_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "_is_sound", lambda *_: False)
    with pytest.raises(ReaderError, match=r"^The catalogue .* is damaged and cannot be made anew\. Delete it"):
        open_for_writing(path)


def test_one_that_another_program_holds_is_not_taken_for_damaged(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(path)

    def held(*_: object) -> bool:
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error

    monkeypatch.setattr(schema, "_is_sound", held)
    with pytest.raises(ReaderError, match="cannot be written: database is locked"):
        open_for_writing(path)
    monkeypatch.undo()
    with closing(open_for_writing(path)) as connection:
        assert connection.execute("SELECT count(*) FROM papers").fetchone() == (4,)


# Whether it is as it was left


def test_it_is_as_it_was_left_until_somebody_else_writes_into_it(path: Path) -> None:
    assert not is_as_left(path)
    fill(path)
    assert is_as_left(path)
    assert not path.with_name(f"{path.name}-wal").exists()
    set_version(path, VERSION)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE papers SET title = 'Other'")
        connection.commit()
    assert not is_as_left(path)


def test_one_that_is_distrusted_is_read_through_by_the_next_who_writes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path)
    read: list[int] = []
    monkeypatch.setattr(schema, "read_through", lambda _: read.append(1))
    open_for_writing(path).close()
    assert read == []
    distrust(path)
    distrust(path)
    assert not is_as_left(path)
    open_for_writing(path).close()
    assert read == [1]
    with closing(open_for_writing(path)) as connection:
        note_left(connection, path)
    assert is_as_left(path)


def test_every_row_is_read_and_a_paper_without_its_text_is_damage(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soundness, "_AT_ONCE", 2)
    fill(path, papers=5)
    with closing(open_for_writing(path)) as connection:
        read_through(connection)
        for appearance in range(1, 7):
            connection.execute("BEGIN")
            connection.execute("DELETE FROM bodies WHERE appearance = ?", (appearance,))
            with pytest.raises(sqlite3.DatabaseError, match="no text"):
                read_through(connection)
            connection.execute("ROLLBACK")
        for table in ("sources", "posts", "tags", "counts", "removals", "generation"):
            connection.execute("BEGIN")
            connection.execute(f"DROP TABLE {table}")
            with pytest.raises(sqlite3.DatabaseError):
                read_through(connection)
            connection.execute("ROLLBACK")


def test_one_of_which_a_text_is_lost_is_made_anew(path: Path) -> None:
    fill(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM bodies WHERE appearance = 2")
        connection.commit()
    with closing(open_for_writing(path)) as connection:
        assert connection.execute("SELECT count(*) FROM papers").fetchone() == (0,)


# All words of the library


def test_outlines_are_those_of_papers_the_newest_first(path: Path) -> None:
    posts = path.parent.parent / "posts"
    write_post(posts, "2025-01-02-a.md", post(numbered(2), date="2025-01-02 08:00:00"))
    write_post(posts, "2025-01-05-b.md", post([paper(1, "Newest", "https://arxiv.org/abs/2505.1")], date="2025-01-05"))
    fill(path)
    with closing(open_for_reading(path) or sqlite3.connect(":memory:")) as connection:
        outlines = read_outlines(connection)
        assert [(each.title, each.day) for each in outlines][:1] == [("Newest", "2025-01-05")]
        assert "A Page" not in {each.title for each in outlines}
        texts = list(read_texts(connection))
    assert [text.id for text in texts] == sorted(text.id for text in texts)
    assert {text.title for text in texts} == {"Newest", "A Page", *(f"Paper Number {n} of 2501" for n in (1, 2, 3))}
    assert all(text.sections for text in texts if text.number)


def test_damage_that_a_reader_meets_lets_the_next_sync_read_every_row(path: Path) -> None:
    fill(path)
    error = sqlite3.DatabaseError("malformed")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    for damage in (error, UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")):
        with closing(open_for_writing(path)) as connection:
            note_left(connection, path)
        assert is_as_left(path)
        with pytest.raises(ReaderError, match="Sync: that makes it anew"), explained(path):
            raise damage
        assert not is_as_left(path)


def test_what_sqlite_keeps_beside_it_is_deleted_with_it(path: Path) -> None:
    path.parent.mkdir()
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).write_text("x")
    delete(path)
    delete(path)
    assert list(path.parent.iterdir()) == []


def test_a_paper_is_kept_in_its_own_letters() -> None:
    [first] = parse(post(numbered(1)).encode(), "a.md").papers
    kept = paper_json.paper_to_json(first._replace(title="두루미"))
    assert '"두루미"' in kept
    assert ", " not in kept.partition('"sections"')[0]
    assert paper_json.paper_from_json(kept).title == "두루미"
    with pytest.raises(ValueError, match=r"^no record of a paper: '\{\}'$"):
        paper_json.record_from_json("{}")


def test_one_that_can_not_be_made_is_told_after_it_was_tried_twice(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[sqlite3.Connection] = []

    def is_sound(connection: sqlite3.Connection, _path: Path) -> bool:
        opened.append(connection)
        return False

    monkeypatch.setattr(schema, "_is_sound", is_sound)
    with pytest.raises(ReaderError) as told:
        open_for_writing(path)
    assert str(told.value) == f"The catalogue {path} is damaged and cannot be made anew. Delete it and try again."
    assert len(opened) == 2
    for connection in opened:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")
    assert beside(path) == set()


def test_one_that_the_system_keeps_from_being_written_is_closed_and_left_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[sqlite3.Connection] = []

    def is_sound(connection: sqlite3.Connection, _path: Path) -> bool:
        opened.append(connection)
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error

    fill(path)
    before = path.read_bytes()
    monkeypatch.setattr(schema, "_is_sound", is_sound)
    with pytest.raises(ReaderError, match=r"cannot be written: database is locked\. Check the folder"):
        open_for_writing(path)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")
    assert path.read_bytes() == before


def test_the_counts_of_an_earlier_program_go_when_all_is_counted_for_the_first_time(path: Path) -> None:
    fill(path)
    with closing(Catalogue(path)) as catalogue:
        with catalogue.transaction():
            catalogue.connection.execute("DELETE FROM counts WHERE kind = 'noted'")
            catalogue.connection.execute("INSERT INTO counts VALUES ('day', '1999-01-01', 7)")
        catalogue.recount()
        days = catalogue.connection.execute("SELECT value, papers FROM counts WHERE kind = 'day'").fetchall()
    assert sorted(days) == [("2025-01-02", 3), ("2025-01-03", 1)]
