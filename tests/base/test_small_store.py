"""A small file of the profile's that may not be there."""

from pathlib import Path

from reader.base.small_store import SmallStore

SCHEMA = "CREATE TABLE IF NOT EXISTS papers (id TEXT);"


def said(store: SmallStore) -> list[tuple[str]]:
    with store.reading() as db:
        return db.execute("SELECT id FROM papers").fetchall()


def test_without_a_file_there_is_nothing_and_none_is_made(tmp_path: Path) -> None:
    store = SmallStore(tmp_path / "small.sqlite", SCHEMA, "{path}: {error}")
    with store.reading() as first, store.reading() as second:
        assert first is second, "what is empty is made once, not with every paper that is opened"
    assert (said(store), store.path.exists()) == ([], False)
    store.close()
    assert said(store) == [], "it can be asked again"
    store.close()


def test_a_file_that_another_process_made_is_read(tmp_path: Path) -> None:
    store, other = (SmallStore(tmp_path / "small.sqlite", SCHEMA, "{path}: {error}") for _ in range(2))
    assert said(store) == []
    with other.writing() as db:
        db.execute("INSERT INTO papers VALUES ('2501.00001')")
    assert said(store) == [("2501.00001",)]
    for each in (store, other):
        each.close()
