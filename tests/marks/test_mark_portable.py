"""The zip that carries marks to another computer: whole, described by its schema, and nothing to be harmed by."""

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.base.errors import ReaderError
from reader.base.paths import resources
from reader.marks import portable
from reader.marks.merging import Difference
from reader.marks.portable import MEMBER, read_zip, write_zip
from reader.marks.restoring import preview, restore
from reader.marks.tables import TABLES
from tests.marks.conftest import fill

A, B = "2512.17909", "title:가나다"
SCHEMA = json.loads((resources() / "marks.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def carried(store, tmp_path) -> Path:
    fill(store)
    store.watch_word("확산", "watch")
    store.judge_pair("종이 접기", "paper folding", "same")
    path = tmp_path / "내 논문.zip"
    write_zip(store, path)
    return path


def document(path):
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read(MEMBER))


def packed(path, content):
    """A zip with this text, or this document, in it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MEMBER, content if isinstance(content, str | bytes) else json.dumps(content))
    return path


def test_everything_in_a_store_comes_through_whole(store, carried):
    assert read_zip(carried) == store.portable()
    assert all(store.portable()[name] for name in TABLES)


def test_what_is_carried_to_an_empty_store_makes_it_alike(store, carried, tmp_path):
    from reader.marks.store import MarkStore

    with MarkStore(tmp_path / "other.sqlite", tmp_path / "backups") as other:
        other.merge(read_zip(carried))
        assert other.portable() == store.portable()
        assert other.marks_of(A) == store.marks_of(A)
        assert other.merge(read_zip(carried)).is_empty


def test_a_zip_is_as_its_schema_says(carried):
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(document(carried), SCHEMA)


def test_the_schema_describes_every_table_and_column():
    assert set(SCHEMA["properties"]) == {"format", "version", "made", *TABLES}
    for name, table in TABLES.items():
        rows = SCHEMA["properties"][name]["items"]
        assert set(rows["properties"]) == {column.name for column in (*table.identity, *table.rest)}
        assert set(rows["required"]) == set(rows["properties"])


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("bookmarks", "since", "yesterday"),
        ("bookmarks", "key", 5),
        ("bookmarks", "changed", None),
        ("revisits", "due", "2026-11"),
        ("revisits", "step", True),
        ("revisits", "step", -1),
        ("labels", "name", ""),
        ("labels", "colour", "ultraviolet"),
        ("highlights", "quotation", ["words"]),
        ("notes", "text", None),
        ("note_versions", "displaced", 2),
        ("snapshots", "snapshot", {}),
    ],
)
def test_a_value_that_is_wrong_is_named_and_no_schema_allows_it(carried, tmp_path, table, column, value):
    jsonschema = pytest.importorskip("jsonschema")
    wrong = document(carried)
    wrong[table][0][column] = value
    with pytest.raises(ReaderError, match=rf"{table}\[0\] is not as it should be"):
        read_zip(packed(tmp_path / "wrong.zip", wrong))
    if value != "yesterday":  # which a schema calls a remark, not an error
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, SCHEMA)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "no JSON text"),
        ("[" * 200_000, "no JSON text"),
        (b"\xff\xfe{}", "no JSON text"),
        ("[]", "holds no marks"),
        ("{}", "holds no marks"),
        ({"format": "daily-papers-marks"}, "does not say of which version"),
        ({"format": "daily-papers-marks", "version": "1"}, "does not say of which version"),
        ({"format": "daily-papers-marks", "version": True}, "does not say of which version"),
        ({"format": "daily-papers-marks", "version": 2}, "newer version"),
        ({"format": "daily-papers-marks", "version": 1, "notes": {}}, r"wrong\.zip: notes is no list"),
        ({"format": "daily-papers-marks", "version": 1, "notes": [7]}, r"notes\[0\].*no object"),
        (
            '{"format": "daily-papers-marks", "version": 1, "notes": [{"key": "\\ud83d", "text": "a",'
            ' "changed": "2026-11-03T00:00:00+00:00"}]}',
            "half a character",
        ),
        (
            {
                "format": "daily-papers-marks",
                "version": 1,
                "reads": [{"key": A, "since": None, "changed": "9999-12-31T23:59:59-23:00"}],
            },
            "no instant",
        ),
        ('{"format": "daily-papers-marks", "version": 1, "reads": [{"key": ' + "9" * 5000 + "}]}", "JSON|no text"),
    ],
)
def test_a_document_that_is_wrong_is_told(tmp_path, content, said):
    with pytest.raises(ReaderError, match=said):
        read_zip(packed(tmp_path / "wrong.zip", content))


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(MEMBER, "w") as member:
        for _ in range(64):
            member.write(b" " * 2**20)
    with pytest.raises(ReaderError, match="claims to hold 67,108,864 bytes"):
        read_zip(bomb)


def test_what_a_zip_claims_to_hold_is_two_hundred_times_its_size_or_less(tmp_path, monkeypatch):
    assert portable.LARGEST == 256 * 1024 * 1024
    head = '{"format": "daily-papers-marks", "version": 1}'
    small = packed(tmp_path / "small.zip", head + " " * (200 * 4096 - len(head)))
    assert read_zip(small)["notes"] == {}
    with pytest.raises(ReaderError) as told:
        read_zip(packed(small, head + " " * (200 * 4096 - len(head) + 1)))
    assert str(told.value) == f"{small} claims to hold 819,201 bytes of marks: no file of ours does."
    monkeypatch.setattr(portable, "LARGEST", 1000)
    assert read_zip(packed(small, head + " " * (1000 - len(head))))["notes"] == {}
    with pytest.raises(ReaderError, match="claims to hold 1,001 bytes"):
        read_zip(packed(small, head + " " * (1001 - len(head))))


def test_a_zip_of_others_and_an_encrypted_one_are_told(tmp_path):
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(ReaderError) as told:
        read_zip(other)
    assert str(told.value) == f"{other} is a zip, but not one of ours: there is no marks.json in it."
    locked = packed(tmp_path / "locked.zip", "{}")
    raw = bytearray(locked.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    locked.write_bytes(raw)
    with pytest.raises(ReaderError) as told:
        read_zip(locked)
    assert str(told.value) == f"{locked} is encrypted. Carry the file that the program made."


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("revisits", "step", 10_000, ""),
        ("revisits", "step", 10_001, "step is no number from 0 to 10000"),
        ("note_versions", "displaced", 2, "displaced is no number from 0 to 1"),
        ("notes", "text", "물" * 100, ""),
        ("notes", "text", "물" * 101, "text is longer than 100 characters"),
        ("bookmarks", "key", "k" * 4096, ""),
        ("bookmarks", "key", "k" * 4097, "key is no key"),
        ("bookmarks", "since", "2026-11-03T00:00:00", "since is no instant with a zone: '2026-11-03T00:00:00'"),
        ("bookmarks", "since", "9998-11-03T00:00:00+00:00", ""),
        ("bookmarks", "since", "9999-01-01T00:00:00+00:00",
         "since is no instant with a zone: '9999-01-01T00:00:00+00:00'"),
        ("bookmarks", "since", "1969-12-31T00:00:00+00:00",
         "since is no instant with a zone: '1969-12-31T00:00:00+00:00'"),
        ("revisits", "due", "x" * 50, f"due is no day: {'x' * 40!r}"),
    ],
)  # fmt: skip
def test_every_limit_of_a_value_holds_to_its_edge_and_is_told(
    carried, tmp_path, monkeypatch, table, column, value, said
):
    monkeypatch.setattr(portable, "_LONGEST_TEXT", 100 if table == "notes" else 8192)
    changed = document(carried)
    changed["note_versions"] = changed["note_versions"] if table == "note_versions" else []
    changed[table] = [{**changed[table][0], column: value}]
    path = packed(tmp_path / "changed.zip", changed)
    if said:
        with pytest.raises(ReaderError) as told:
            read_zip(path)
        assert str(told.value) == f"{path}: {table}[0] is not as it should be ({said})."
    else:
        assert len(read_zip(path)[table]) == 1


def test_a_zip_that_says_less_than_it_holds_is_not_believed(tmp_path):
    """The size in the directory is made small; the data behind it stays."""
    liar = packed(tmp_path / "liar.zip", '{"format": "daily-papers-marks", "version": 1}' + " " * 5000)
    raw = liar.read_bytes()
    size = (5046).to_bytes(4, "little")
    assert raw.count(size) == 2
    liar.write_bytes(raw.replace(size, (20).to_bytes(4, "little")))
    with pytest.raises(ReaderError):
        read_zip(liar)


def test_files_that_are_no_zip_of_ours_are_told(carried, tmp_path):
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("../../etc/passwd", "x")
    with pytest.raises(ReaderError, match="not one of ours"):
        read_zip(other)
    with pytest.raises(ReaderError, match="cannot be read"):
        read_zip(tmp_path / "missing.zip")
    with pytest.raises(ReaderError, match="cannot be read"):
        read_zip(tmp_path)
    other.write_bytes(b"")
    with pytest.raises(ReaderError, match="no zip of marks"):
        read_zip(other)
    assert sorted(path.name for path in tmp_path.glob("*/passwd")) == []


@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_damaged_anywhere_is_read_or_refused_but_never_breaks(carried, tmp_path, data):
    raw = bytearray(carried.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(raw[: data.draw(st.integers(0, len(raw)))] if data.draw(st.booleans()) else raw)
    try:
        assert read_zip(damaged) == read_zip(carried)
    except ReaderError as error:
        assert str(damaged) in str(error)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["key", "text", "since", "x"]), inner),
    max_leaves=6,
)


@given(tables=st.dictionaries(st.sampled_from([*TABLES, "unknown"]), json_values, max_size=3))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_is_read_or_refused_but_never_breaks(tmp_path, tables):
    path = packed(tmp_path / "any.zip", {"format": "daily-papers-marks", "version": 1, **tables})
    try:
        assert set(read_zip(path)) == set(TABLES)
    except ReaderError as error:
        assert str(path) in str(error)


def test_a_file_that_can_not_be_written_stays_as_it_was(store, tmp_path):
    folder = tmp_path / "folder.zip"
    folder.mkdir()
    with pytest.raises(ReaderError):
        write_zip(store, folder)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


def test_a_zip_is_restored_like_a_backup(store, carried, path, backups, clock):
    whole = store.portable()
    store.set_bookmark("2501.00001", True)
    store.remove_label("label")
    assert preview(carried, path).differences["bookmarked"] == Difference(removed=("2501.00001",))
    before = restore(carried, path, backups, clock=clock)
    assert store.portable() == whole
    assert "before-restore" in before.name
    restore(before, path, backups, clock=clock)
    assert store.labels() == ()
