"""A vault shared with Obsidian, other programs and sync: whose a file is, however its bytes were written again."""

from datetime import UTC, datetime
from pathlib import Path

import frontmatter
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reader.export.clean import clean_paper, clean_text
from reader.export.folder import FolderReport
from reader.export.seal import read_seal
from tests.export.exported import HARD_TITLES, exported, marked
from tests.export.test_vault import export, files, written

NAME = "2501.00001 Folding Long Texts.md"
WHOLE = Path(__file__).with_name("whole")


def by_python_frontmatter(text: str) -> str:
    return frontmatter.dumps(frontmatter.loads(text))


def by_gray_matter(text: str) -> str:
    """As js-yaml writes: single quotes, days as midnight in Greenwich, lists line by line."""
    post = frontmatter.loads(text)
    lines = []
    for name, value in post.metadata.items():
        if isinstance(value, list):
            lines += [f"{name}:", *(f"  - {one_value(each)}" for each in value)]
        else:
            lines.append(f"{name}: {one_value(value)}")
    return "\n".join(["---", *lines, "---", "", post.content, ""])


def one_value(value: object) -> str:
    if isinstance(value, str):
        quoted = value.replace("'", "''")
        return f"'{quoted}'"
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(f"{value}T00:00:00+00:00")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def by_obsidian(text: str) -> str:
    """As Obsidian writes properties: other order, quotation marks only where needed, no mark of their end."""
    head = yaml.safe_load(text.split("---\n")[1])
    moved = {name: head[name] for name in ("tags", *(name for name in head if name != "tags"))}
    return f"---\n{yaml.safe_dump(moved, allow_unicode=True, sort_keys=False)}---\n" + text.split("---\n", 2)[2]


@pytest.mark.parametrize("program", [by_python_frontmatter, by_gray_matter, by_obsidian])
@pytest.mark.parametrize("title", HARD_TITLES)
def test_a_head_written_again_is_still_ours_and_costs_no_byte(program: object, title: str, tmp_path: Path) -> None:
    paper = marked(title)
    export(tmp_path, paper)
    (path,) = tmp_path.iterdir()
    path.write_text(program(path.read_text("utf-8")), encoding="utf-8")  # type: ignore[operator]
    before = path.read_bytes()
    assert export(tmp_path, paper) == FolderReport(0, 1, ())
    assert path.read_bytes() == before
    assert export(tmp_path, paper._replace(note="다른 메모")) == FolderReport(1, 0, ())
    assert "다른 메모" in path.read_text("utf-8")


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_ours_after_python_frontmatter(title: str, note: str) -> None:
    text = written(clean_paper(marked(title)._replace(note=note)))
    seal = read_seal(by_python_frontmatter(text))
    assert seal is not None
    assert seal.untouched
    assert seal.text == text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("revisit: 2025-02-01", "revisit: 2025-02-02"),
        ('"llm"]', '"llm", "mine"]'),
        ("date: 2025-01-02", "date: 2025-01-02\nrating: 5"),
        ("bookmarked: 2025-01-03T09:30:00+00:00", "bookmarked: 2025-01-03"),
        ("# 생각", "# 내 생각"),
        ("date: 2025-01-02", "date: [[["),
        ('title: "Folding', "title: torn: 'Folding"),
    ],
)
def test_a_value_or_word_changed_makes_it_a_persons(old: str, new: str, tmp_path: Path) -> None:
    export(tmp_path, marked())
    (path,) = tmp_path.iterdir()
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    before = path.read_bytes()
    assert export(tmp_path, marked()._replace(note="새")) == FolderReport(0, 0, (Path(NAME),))
    assert path.read_bytes() == before


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\ufeff\n"])
def test_line_ends_and_a_mark_are_no_edit_and_cost_no_byte(ends: str, tmp_path: Path) -> None:
    export(tmp_path, marked())
    path = tmp_path / NAME
    mark, end = ("\ufeff", "\n") if ends[0] == "\ufeff" else ("", ends)
    path.write_bytes((mark + path.read_text("utf-8").replace("\n", end)).encode())
    before = path.read_bytes()
    assert export(tmp_path, marked()) == FolderReport(0, 1, ())
    assert path.read_bytes() == before
    assert export(tmp_path, marked()._replace(note="새")).written == 1


def test_a_file_as_it_was_written_is_known_without_a_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Almost every file of a vault is, and YAML would take ten times as long."""
    text = written(marked())
    monkeypatch.setattr(frontmatter, "parse", lambda *_, **__: pytest.fail("YAML was read"))
    seal = read_seal(text)
    assert seal is not None
    assert seal[:3] == ("2501.00001", True, text)


@pytest.mark.parametrize("name", ["kept-before-citekey.md", "kept-before-note.md"])
def test_a_file_of_an_earlier_version_is_ours(name: str) -> None:
    seal = read_seal((WHOLE / name).read_text("utf-8"))
    assert seal is not None
    assert seal.untouched
    again = read_seal(by_python_frontmatter(seal.text))
    assert again is not None
    assert again.untouched


@pytest.mark.parametrize(
    "name",
    [
        "2501.00001 Folding Long Texts (conflicted copy 2026-01-02).md",
        "2501.00001 Folding Long Texts.sync-conflict-20260102-101010-ABCDEFG.md",
        "2501.00001 Folding Long Texts 2.md",
        "2501.00001 Folding Long Texts (1).md",
        "0 (A's conflicted copy).md",
    ],
)
def test_a_copy_that_sync_made_is_told_and_left_alone(name: str, tmp_path: Path) -> None:
    export(tmp_path, exported())
    copy = tmp_path / name
    copy.write_text((tmp_path / NAME).read_text("utf-8") + "from the other machine\n", encoding="utf-8")
    before = copy.read_bytes()
    assert export(tmp_path, exported(note="새")) == FolderReport(1, 0, (), (Path(name),))
    assert copy.read_bytes() == before
    assert "새" in (tmp_path / NAME).read_text("utf-8")
    (tmp_path / NAME).unlink()
    assert export(tmp_path, exported(note="더")) == FolderReport(0, 0, (Path(name),))


def test_a_file_that_was_deleted_is_written_anew(tmp_path: Path) -> None:
    export(tmp_path, exported())
    (tmp_path / NAME).unlink()
    assert export(tmp_path, exported()) == FolderReport(1, 0, ())


def test_files_of_one_name_in_two_folders_are_linked_by_their_paths(tmp_path: Path) -> None:
    two = exported("Second", "2501.00002")
    export(tmp_path, exported(), two)
    for folder, name in (("a", NAME), ("b", "2501.00002 Second.md")):
        (tmp_path / folder).mkdir()
        (tmp_path / name).rename(tmp_path / folder / "접기.md")
    export(tmp_path, exported(note="[[2501.00002]]"), two)
    assert "[[b/접기|2501.00002]]" in files(tmp_path)["a/접기.md"]


def test_a_file_changed_after_the_folder_was_looked_through_is_kept(tmp_path: Path) -> None:
    from reader.export.folder import Titled, Vault
    from reader.export.model import ENGLISH

    export(tmp_path, exported())
    paper = exported(note="새")
    with Vault(tmp_path, [Titled(paper.key, paper.arxiv_id, paper.title)]) as vault:
        path = tmp_path / NAME
        path.write_text(path.read_text("utf-8") + "just now\n", encoding="utf-8")
        vault.write(paper, ENGLISH)
    assert vault.report().kept == (Path(NAME),)


def test_texts_are_cleaned_once_and_no_word_goes() -> None:
    assert clean_text("\ufeff앞\r\n뒤\r끝\uffff말\ufdd0 a\x07b\tc\U0001fffe") == "앞\n뒤\n끝말 ab\tc"
    assert clean_text("XX 가") == "XX 가"
    paper = clean_paper(marked()._replace(note="a\r\nb\uffff", labels=("x\ufffe",)))
    assert (paper.note, paper.labels, paper.key) == ("a\nb", ("x",), "2501.00001")


def test_no_noncharacter_of_any_plane_is_kept() -> None:
    """https://www.unicode.org/faq/private_use.html#nonchar4"""
    last_two = [chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF)]
    assert clean_text("가" + "".join(last_two) + "\ufdd0\ufdef" + "나") == "가나"
    assert clean_text("\ufffd\U0001fffd\U00100000") == "\ufffd\U0001fffd\U00100000"
