"""`backup`, `restore` and `import`: nothing that was made is lost, and what others made comes in."""

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from reader.marks.checksums import renew
from tests.command_line import CommandLine, tree_of
from tests.factories import paper, post, write_post

ELSEWHERE = "2311.00007"
KEY, OTHER, ABSENT = "2501.00002", "2501.00001", "2406.12345"

BIBTEX = r"""
% a remark
@string{arxiv = "arXiv"}
@article{one, title={{Folding} 50\% \& more}, eprint={2501.00001v2}, archivePrefix={arXiv}}
@misc{two, title = "두 번째", url = "https://www.alphaxiv.org/ko/overview/2501.00002"}
@article{three, title={Not here}, journal={arXiv preprint arXiv:2406.12345}, year=2024}
@inproceedings{four, title={By link}, url={\url{https://openreview.net/forum?id=a\_b}}}
@article{five, title={By DOI}, doi={10.48550/arXiv.2406.00001}}
@book{six, author={Somebody}}
@article{seven, title={cut off
"""


def bookmarked(command: CommandLine) -> set[str]:
    with closing(sqlite3.connect(command.profile / "data" / "marks.sqlite")) as db:
        return {key for (key,) in db.execute("SELECT key FROM bookmarks WHERE since IS NOT NULL")}


@pytest.fixture
def elsewhere(tmp_path: Path, capsys: pytest.CaptureFixture[str], folder: Path) -> CommandLine:
    """The same library on another computer."""
    other = CommandLine(tmp_path / "other profile", capsys)
    assert other("sync", folder).code == 0
    return other


@pytest.fixture
def other_laptop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """Another computer with posts of its own."""
    other, folder = CommandLine(tmp_path / "laptop", capsys), tmp_path / "posts of the laptop"
    write_post(
        folder,
        "2023-11-02-daily.md",
        post([paper(1, "A Paper of Elsewhere", f"https://arxiv.org/abs/{ELSEWHERE}")], date="2023-11-02"),
    )
    assert other("sync", folder).code == 0
    return other


def test_a_backup_is_made_listed_and_restored_by_name(synced: CommandLine) -> None:
    synced("bookmark", KEY)
    made = Path(synced("backup", "--json").json["path"])
    synced("bookmark", KEY, "--remove")
    synced("bookmark", OTHER)
    listed = synced("backup", "--list", "--json").json["backups"]
    assert [each["reason"] for each in listed] == ["", "daily"]
    assert listed[0]["name"] == made.name
    would = synced("restore", made.stem, "--dry-run", "--json").json
    assert would["changes"]["bookmarked"] == {"added": [KEY], "removed": [OTHER], "changed": []}
    assert bookmarked(synced) == {OTHER}
    done = synced("restore", made.name, "--json").json
    assert done["changes"] == would["changes"]
    assert bookmarked(synced) == {KEY}
    synced("restore", done["before"])
    assert bookmarked(synced) == {OTHER}


def test_the_latest_backup_has_a_name(synced: CommandLine) -> None:
    synced("bookmark", KEY)
    synced("backup")
    synced("bookmark", KEY, "--remove")
    assert "bookmarked      1 added" in synced("restore", "latest", "--dry-run").out
    assert "is kept in" in synced("restore", "latest").out
    assert bookmarked(synced) == {KEY}


def test_a_dry_run_changes_no_file(synced: CommandLine) -> None:
    synced("bookmark", KEY)
    made = synced("backup", "--json").json["path"]
    before = tree_of(synced.profile / "data")
    assert "nothing" in synced("restore", made, "--dry-run").out
    assert "nothing" in synced("restore", made, "--merge", "--dry-run").out
    after = tree_of(synced.profile / "data")
    assert {path: file for path, file in after.items() if not path.endswith(("-shm", "-wal"))} == {
        path: file for path, file in before.items() if not path.endswith(("-shm", "-wal"))
    }


def test_a_damaged_store_is_restored_from_its_daily_backup(synced: CommandLine) -> None:
    store = synced.profile / "data" / "marks.sqlite"
    synced("bookmark", KEY)
    synced("backup")
    for end in ("-wal", "-shm"):
        store.with_name(store.name + end).unlink(missing_ok=True)
    store.write_bytes(b"damaged " * 1000)
    assert f"1 added: {KEY}" in synced("restore", "latest", "--dry-run").out
    assert synced("restore", "latest").code == 0
    assert bookmarked(synced) == {KEY}
    assert list(store.parent.glob("marks-damaged-*"))


def test_two_computers_exchange_their_marks(synced: CommandLine, elsewhere: CommandLine, tmp_path: Path) -> None:
    synced("bookmark", KEY)
    synced("note", KEY, "older")
    synced("label", KEY, "label")
    elsewhere("read", OTHER)
    elsewhere("note", KEY, "newer")
    first, second = tmp_path / "내 것.zip", tmp_path / "other.ZIP"
    assert Path(synced("backup", "-o", first).out.strip()) == first
    elsewhere("backup", "-o", second)
    assert zipfile.is_zipfile(second)
    would = elsewhere("restore", first, "--merge", "--dry-run", "--json").json
    said = elsewhere("import", first, "--json").json
    assert said["kind"] == "marks"
    assert said["changes"]["bookmarked"]["added"] == [KEY]
    assert said["note_conflicts"] == [KEY]
    assert {name: would[name] for name in ("changes", "note_conflicts")} == {
        name: said[name] for name in ("changes", "note_conflicts")
    }
    synced("restore", second, "--merge")
    for command in (synced, elsewhere):
        shown = command("show", KEY, "--json").json
        assert (shown["bookmarked"], shown["note"], shown["labels"]) == (True, "newer", ["label"])
    assert "nothing" in elsewhere("import", first).out


def test_what_was_marked_of_posts_that_are_not_there_can_be_shown(
    synced: CommandLine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    synced("bookmark", KEY)
    synced("backup", "-o", tmp_path / "marks.zip")
    empty = CommandLine(tmp_path / "empty", capsys)
    assert empty("import", tmp_path / "marks.zip").code == 0
    assert empty("show", KEY, "--json").json["title"] == "Paper Number 2 of 2501"
    assert empty("sync").code == 0
    assert [paper["key"] for paper in empty("list", "--bookmarked", "--json").json["papers"]] == [KEY]


def test_a_last_known_text_made_to_harm_is_left_out(synced: CommandLine, tmp_path: Path) -> None:
    synced("bookmark", KEY)
    synced("backup", "-o", tmp_path / "marks.zip")
    with zipfile.ZipFile(tmp_path / "marks.zip") as archive:
        document = json.loads(archive.read("marks.json"))
    good = json.loads(document["snapshots"][0]["snapshot"])
    taken = "2026-11-03T00:00:00+00:00"
    wrong = [
        "[" * 100_000,
        "no JSON",
        json.dumps({**good, "key": "another"}),
        json.dumps({**good, "appearances": [{**good["appearances"][0], "post_title": 5}]}),
        json.dumps({**good, "appearances": [{**good["appearances"][0], "tags": [[]]}]}),
    ]
    document["snapshots"] = [
        {"key": f"2406.0000{number}", "snapshot": text, "taken": taken} for number, text in enumerate(wrong)
    ]
    document["bookmarks"] = [
        {"key": f"2406.0000{number}", "since": taken, "changed": taken} for number in range(len(wrong))
    ]
    with zipfile.ZipFile(tmp_path / "wrong.zip", "w") as archive:
        archive.writestr("marks.json", json.dumps(document))
    assert synced("import", tmp_path / "wrong.zip").code == 0
    with closing(sqlite3.connect(synced.profile / "data" / "marks.sqlite")) as db:
        assert db.execute("SELECT key FROM snapshots").fetchall() == [(KEY,)]
    assert synced("sync").code == 0


def test_a_store_made_to_harm_is_refused_or_its_values_are(synced: CommandLine, tmp_path: Path) -> None:
    synced("bookmark", KEY)
    good = synced("backup", "--json").json["path"]
    for statement, said in (
        ("CREATE TRIGGER t AFTER INSERT ON bookmarks BEGIN DELETE FROM notes; END", "other things than a store"),
        ("ALTER TABLE bookmarks ADD COLUMN more TEXT", "other things than a store"),
        ("DROP TABLE labels", "there is no table labels"),
        ("UPDATE bookmarks SET checksum = 1", "not as it was written"),
        ("UPDATE bookmarks SET changed = 'never'", r"bookmarks[0] is not as it should be"),
    ):
        wrong = tmp_path / "wrong.sqlite"
        wrong.write_bytes(Path(good).read_bytes())
        with closing(sqlite3.connect(wrong)) as db:
            db.execute(statement)
            if "never" in statement or "ADD COLUMN" in statement:  # by somebody who knows how
                renew(db)
            db.commit()
        assert said in synced("import", wrong).complaint
        if "things" in said:
            assert said in synced("restore", wrong).complaint
    assert bookmarked(synced) == {KEY}


def test_a_bibtex_file_makes_bookmarks(synced: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "목록.bib"
    file.write_text(BIBTEX, encoding="utf-8")
    synced("bookmark", KEY)
    said = synced("import", file, "--json").json
    assert said["kind"] == "list"
    assert said["known"] == [KEY]
    assert said["added"] == [OTHER, ABSENT, "https://openreview.net/forum?id=a_b", "2406.00001"]
    assert said["absent"] == said["added"][1:]
    assert said["not_understood"][0] == "six"
    assert said["not_understood"][1].startswith("@article{seven")
    assert bookmarked(synced) == {KEY, *said["added"]}


def test_a_list_of_ids_makes_bookmarks_by_key(synced: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    lines = [
        "# my list",
        "",
        OTHER,
        f"  - arXiv:{KEY}v3  # the best",
        f"https://arxiv.org/pdf/{ABSENT}",
        "hello",
        OTHER,
    ]
    file.write_text("\ufeff" + "\r\n".join(lines), encoding="utf-8")
    said = synced("import", file, "--json").json
    assert said["added"] == [OTHER, KEY, ABSENT]
    assert said["absent"] == [ABSENT]
    assert said["not_understood"] == ["hello"]
    assert synced("bookmark", ABSENT, "--remove").code == 0
    assert bookmarked(synced) == {KEY, OTHER}
    assert synced("import", file).out.startswith("bookmarked: 1; before: 2; of both in no post here: 1;")


def test_what_is_imported_and_in_no_post_is_listed_by_what_the_marks_know(
    synced: CommandLine, tmp_path: Path, other_laptop: CommandLine
) -> None:
    carried = tmp_path / "marks.zip"
    other_laptop("bookmark", ELSEWHERE)
    other_laptop("backup", "-o", carried)
    synced("import", carried)
    bibtex = tmp_path / "a.bib"
    bibtex.write_text(f"@article{{a, title={{A {{Named}} Paper}}, eprint={{{ABSENT}}}}}", encoding="utf-8")
    synced("import", bibtex)
    ids = tmp_path / "b.txt"
    ids.write_text("https://example.org/paper", encoding="utf-8")
    synced("import", ids)
    listed = {paper["key"]: paper for paper in synced("list", "--bookmarked", "--json").json["papers"]}
    assert {key: (paper["title"], paper["posts"], paper["gone"]) for key, paper in listed.items()} == {
        ELSEWHERE: ("A Paper of Elsewhere", [], True),
        ABSENT: ("A Named Paper", [], True),
        "https://example.org/paper": ("", [], True),
    }
    assert synced("show", ELSEWHERE, "--json").json["appearances"][0]["sections"][0]["text"]
    assert not listed.keys() & {paper["key"] for paper in synced("list", "--unread", "--json").json["papers"]}
    assert {each["key"] for each in synced("search", "Elsewhere", "--json").json["hits"]} == {ELSEWHERE}
    generation = synced("sync", "--json").json
    assert (generation["papers"], generation["papers_changed"]) == (5, 0)


def test_a_title_from_a_list_gives_way_to_a_text_and_a_post(
    synced: CommandLine, tmp_path: Path, other_laptop: CommandLine, folder: Path
) -> None:
    carried, bibtex = tmp_path / "marks.zip", tmp_path / "a.bib"
    other_laptop("bookmark", ELSEWHERE)
    other_laptop("backup", "-o", carried)
    bibtex.write_text(f"@article{{a, title={{Its Name}}, eprint={{{ELSEWHERE}}}}}", encoding="utf-8")
    synced("import", bibtex)
    assert synced("show", ELSEWHERE, "--json").json["title"] == "Its Name"
    synced("import", carried)
    assert synced("show", ELSEWHERE, "--json").json["title"] == "A Paper of Elsewhere"
    write_post(
        folder,
        "2025-05-05-new.md",
        post([paper(1, "As Posted Here", f"https://arxiv.org/abs/{ELSEWHERE}")], date="2025-05-05"),
    )
    synced("sync")
    shown = synced("show", ELSEWHERE, "--json").json
    assert (shown["title"], shown["gone"], len(shown["appearances"])) == ("As Posted Here", False, 1)


def test_an_unmarked_paper_in_no_post_is_let_go(synced: CommandLine, tmp_path: Path) -> None:
    ids = tmp_path / "b.txt"
    ids.write_text(ABSENT, encoding="utf-8")
    synced("import", ids)
    synced("bookmark", ABSENT, "--remove")
    synced("sync")
    assert ABSENT not in {each["key"] for each in synced("list", "--json").json["papers"]}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "names no paper"),
        (b"nothing\nto find", "'nothing' is none"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"@article{a, title={" + b"{" * 50_000, "names no paper"),
        (b"PK\x03\x04 cut off", "no zip of marks"),
        (b"SQLite format 3\x00" + b"x" * 5000, "damaged"),
    ],
)
def test_a_file_that_can_not_be_imported_is_told_and_changes_nothing(
    synced: CommandLine, tmp_path: Path, content: bytes, said: str
) -> None:
    synced("bookmark", KEY)
    file = tmp_path / "file"
    file.write_bytes(content)
    assert said in synced("import", file).complaint
    assert bookmarked(synced) == {KEY}


def test_a_backup_over_the_marks_themselves_is_refused(synced: CommandLine) -> None:
    synced("bookmark", KEY)
    store = synced.profile / "data" / "marks.sqlite"
    assert "the marks themselves" in synced("backup", "-o", store).complaint
    assert bookmarked(synced) == {KEY}


def test_what_is_not_there_is_told(synced: CommandLine, tmp_path: Path) -> None:
    assert "cannot be read" in synced("import", tmp_path / "none").complaint
    assert "names no paper" in synced("import", tmp_path).complaint
    assert "no backup" in synced("restore", "none").complaint
    assert "no backup" in synced("restore", tmp_path).complaint


def test_the_first_mark_of_a_day_and_the_first_sync_make_the_daily_backup(command: CommandLine, folder: Path) -> None:
    command("sync", folder)
    command("bookmark", KEY)
    command("sync")
    assert [each["reason"] for each in command("backup", "--list", "--json").json["backups"]] == ["daily"]


def test_a_backup_that_can_not_be_made_hinders_nothing_and_is_told(command: CommandLine, folder: Path) -> None:
    (command.profile / "data").mkdir(parents=True)
    (command.profile / "data" / "backups").write_text("in the way")
    assert str(command.profile) in command("sync", folder, "--json").json["backup_trouble"]
    assert "Today's backup of the marks was not made" in command("sync").out
    said = command("bookmark", KEY)
    assert (said.code, said.out) == (0, f"{KEY}: bookmarked\n")
    assert "was not made" in said.err
