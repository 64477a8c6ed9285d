"""A folder of Markdown: what is in a file, what it is called, and whose it is when it is written again."""

import os
import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.escaping import escape_tags
from reader.export.folder import FolderReport, Titled, Vault
from reader.export.markdown import as_markdown, vault_file
from reader.export.model import ENGLISH, ExportedPaper
from reader.export.names import folded_name, free_name, safe_name
from reader.export.seal import read_seal
from reader.posts.model import PaperKey, Section, SectionKind
from reader.posts.plain import plain_text
from tests.export.exported import HARD_TITLES, exported, marked

ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=80)


def export(folder: Path, *papers: ExportedPaper) -> FolderReport:
    """One export of these papers into a folder."""
    with Vault(folder, [Titled(paper.key, paper.arxiv_id, paper.title) for paper in papers]) as vault:
        for paper in papers:
            vault.write(paper, ENGLISH)
    return vault.report()


def files(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))}


def properties(text: str) -> dict[str, Any]:
    head = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(head, dict)
    return head


def written(paper: ExportedPaper) -> str:
    return vault_file(paper, ENGLISH, lambda _: None)


@pytest.mark.parametrize("title", HARD_TITLES)
def test_front_matter_says_it_all_whatever_is_in_a_title(title: str) -> None:
    head = properties(written(marked(title)))
    assert head["title"] == title
    assert head["aliases"] == [title, "2501.00001"]
    assert head["arxiv"] == "2501.00001"
    assert head["url"] == "https://arxiv.org/abs/2501.00001"
    assert head["date"] == date(2025, 1, 2)
    assert head["tags"] == ["papers", "llm"]
    assert head["labels"] == ["읽을 것", "a, b"]
    assert head["revisit"] == date(2025, 2, 1)
    assert head["bookmarked"].isoformat() == "2025-01-03T09:30:00+00:00"


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_any_text_leaves_yaml_readable_and_the_seal_whole(title: str, label: str, note: str) -> None:
    text = written(exported(title, labels=(label,), note=note))
    head = properties(text)
    assert head["labels"] == [label]
    assert head["key"] == "2501.00001"
    seal = read_seal(text)
    assert seal is not None
    assert seal.key == "2501.00001"
    assert seal.untouched


@pytest.mark.parametrize("note", ["0\r\n0", "0\r0", "\r0"])
def test_a_note_with_line_ends_of_windows_leaves_the_seal_whole(tmp_path: Path, note: str) -> None:
    paper = exported(note=note)
    export(tmp_path, paper)
    (text,) = files(tmp_path).values()
    assert note.strip().replace("\r\n", "\n").replace("\r", "\n") in text
    assert "\r" not in text
    assert export(tmp_path, paper) == FolderReport(0, 1, ())


def test_a_file_has_links_note_highlights_and_sections_in_this_order() -> None:
    text = written(marked())
    places = [
        text.index(part)
        for part in (
            "# Folding Long Texts",
            "[PDF](<https://arxiv.org/pdf/2501.00001>)",
            "## Note",
            "- [ ] 다시 읽기",
            "## Highlights",
            "> 방법\n>\n> — Method · green",
            "## Introduction",
            "- **Goal**: 목표",
            "## Method",
        )
    ]
    assert places == sorted(places)


def test_words_in_pointed_brackets_are_no_html_and_code_is_left_alone() -> None:
    text = written(exported(HARD_TITLES[2]))
    body = text.split("---\n", 2)[2]
    tokens = MarkdownIt("commonmark", {"html": True}).parse(body)
    inline = [child.type for token in tokens for child in token.children or ()]
    assert "html_inline" not in inline
    assert not [token for token in tokens if token.type == "html_block"]
    assert r"# \<think>Reasoning\</think> in \<Parallel> Threads" in body
    assert "`<두 번>` 접는 \\<Parallel> 방법" in body


@pytest.mark.parametrize(
    "text",
    ["```\n<a>\n```\n<b>", "~~~ py\n<a>\n~~~\n<b>", "``<a> ` <a>`` <b>", "`한\n<a>` <b>", "<b>\n~~~\n<a>"],
)
def test_code_over_several_lines_is_left_alone(text: str) -> None:
    assert escape_tags(text) == text.replace("<b>", r"\<b>")


@given(st.text(st.sampled_from("a<b/>!` \n~-\\[]가")))
def test_escaping_changes_no_word(text: str) -> None:
    assert plain_text(escape_tags(text)) == plain_text(text)


def test_a_page_written_by_hand_keeps_its_html() -> None:
    page = exported("글", None, sections=(Section(SectionKind.OTHER, "", "앞 <b>굵게</b> 뒤"),), is_page=True)
    assert "앞 <b>굵게</b> 뒤" in written(page)


def test_tags_are_such_as_obsidian_takes() -> None:
    head = properties(written(exported(tags=("nlp/한국어", "a b!", "-x-", "X-ray-X", "2024", "!!", "a b?"))))
    assert head["tags"] == ["nlp/한국어", "a-b", "x", "X-ray-X", "2024_", "tag"]


def test_links_of_notes_lead_to_files(tmp_path: Path) -> None:
    note = "[[2501.00002]] [[arXiv:2501.00002v3|저것]] [[2501.00002#Method]] [[9999.00001]] `[[2501.00002]]`"
    export(tmp_path, exported(note=note), exported("Other: Paper", "2501.00002"))
    text = files(tmp_path)["2501.00001 Folding Long Texts.md"]
    name = "2501.00002 Other Paper"
    assert (tmp_path / f"{name}.md").exists()
    assert f"[[{name}|2501.00002]] [[{name}|저것]] [[{name}#Method|2501.00002]] [[9999.00001]] `[[2501.00002]]`" in text


def test_exporting_again_writes_what_changed_and_nothing_else(tmp_path: Path) -> None:
    one, two = exported(), exported("Second", "2501.00002")
    assert export(tmp_path, one, two) == FolderReport(2, 0, ())
    times = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert export(tmp_path, one, two._replace(note="새 메모", title="Renamed")) == FolderReport(1, 1, ())
    assert {path for path in tmp_path.iterdir() if path.stat().st_mtime_ns != times[path]} == {
        tmp_path / "2501.00002 Second.md"
    }
    assert "새 메모" in files(tmp_path)["2501.00002 Second.md"]


def test_what_a_person_wrote_or_changed_is_never_touched(tmp_path: Path) -> None:
    export(tmp_path, exported(), exported("Second", "2501.00002"))
    edited = tmp_path / "2501.00001 Folding Long Texts.md"
    edited.write_text(edited.read_text("utf-8") + "\nmy own line\n", encoding="utf-8")
    own = tmp_path / "2501.00003 Third.md"
    own.write_text("my own file\n", encoding="utf-8")
    (tmp_path / "그림.md").write_bytes(b"\xff\xfe no UTF-8")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    report = export(tmp_path, exported(note="다른 메모"), exported("Third", "2501.00003"))
    assert report == FolderReport(1, 0, (Path(edited.name),))
    assert {path: path.read_bytes() for path in before} == before
    assert properties((tmp_path / "2501.00003 Third (2).md").read_text("utf-8"))["key"] == "2501.00003"


def test_a_file_that_was_moved_and_renamed_is_updated_where_it_is(tmp_path: Path) -> None:
    export(tmp_path, exported())
    home = tmp_path / "읽음" / "접기.md"
    home.parent.mkdir()
    (tmp_path / "2501.00001 Folding Long Texts.md").rename(home)
    assert export(tmp_path, exported(note="더")).written == 1
    assert list(files(tmp_path)) == ["읽음/접기.md"]
    assert "더" in home.read_text("utf-8")


def test_other_line_ends_are_no_edit(tmp_path: Path) -> None:
    export(tmp_path, exported())
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert export(tmp_path, exported()) == FolderReport(0, 1, ())
    assert export(tmp_path, exported(note="새")) == FolderReport(1, 0, ())


def test_what_obsidian_keeps_for_itself_is_not_looked_into(tmp_path: Path) -> None:
    export(tmp_path / ".trash", exported())
    assert export(tmp_path, exported()).written == 1
    assert (tmp_path / "2501.00001 Folding Long Texts.md").exists()


def test_a_folder_is_made_where_it_is_not_there(tmp_path: Path) -> None:
    export(tmp_path / "a" / "b", exported())
    assert len(files(tmp_path / "a" / "b")) == 1


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(PermissionError):
        export(tmp_path, exported())


def test_only_markdown_files_are_looked_at(tmp_path: Path) -> None:
    export(tmp_path, exported())
    (tmp_path / "2501.00001 Folding Long Texts.md").rename(tmp_path / "copy.txt")
    assert export(tmp_path, exported(note="더")).written == 1
    assert "더" not in (tmp_path / "copy.txt").read_text("utf-8")
    (tmp_path / "2501.00001 Folding Long Texts.md").rename(tmp_path / "COPY.MD")
    assert export(tmp_path, exported(note="더")) == FolderReport(0, 1, ())


def test_an_old_identifier_is_no_folder(tmp_path: Path) -> None:
    export(tmp_path, exported("Strings", "hep-th/9901001"))
    assert list(files(tmp_path)) == ["hep-th-9901001 Strings.md"]


def test_a_file_that_could_not_be_written_is_told_at_the_end(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    with (
        pytest.raises(OSError, match="moved away"),
        Vault(folder, [Titled(PaperKey("a"), None, "moved away")]) as vault,
    ):
        (folder / "moved away.md").mkdir()
        vault.write(exported("moved away")._replace(key=PaperKey("a")), ENGLISH)


def test_an_empty_file_left_by_a_lost_machine_is_written_again(tmp_path: Path) -> None:
    (tmp_path / "2501.00001 Folding Long Texts.md").touch()
    export(tmp_path, exported())
    assert list(files(tmp_path)) == ["2501.00001 Folding Long Texts.md"]


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    """A link to nowhere, a folder, a pipe that nobody writes to."""
    (tmp_path / "2501.00001 Folding Long Texts.md").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    export(tmp_path, exported())
    assert (tmp_path / "2501.00001 Folding Long Texts (2).md").exists()
    assert (tmp_path / "2501.00001 Folding Long Texts.md").is_symlink()


def test_titles_that_differ_in_case_or_composition_have_files_of_their_own(tmp_path: Path) -> None:
    titles = ("Straße", "STRASSE", "한글", unicodedata.normalize("NFD", "한글"))
    papers = [exported(title, None, f"https://a.org/{n}") for n, title in enumerate(titles)]
    export(tmp_path, *papers)
    names = {path.stem for path in tmp_path.iterdir()}
    assert names == {"Straße", "STRASSE (2)", "한글", "한글 (2)"}
    assert len({folded_name(name) for name in names}) == 4


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('a<b>c:d"e/f\\g|h?i*j', "a b c d e f g h i j"),
        ("[x]^2 #1", "x 2 1"),
        ("ends in dots...", "ends in dots"),
        ("...hidden", "hidden"),
        ("CON", "_CON"),
        ("prn", "_prn"),
        ("CONIN$", "_CONIN$"),
        ("conout$.txt", "_conout$.txt"),
        ("com0", "_com0"),
        ("comx", "comx"),
        ("line\u2028and\u2029line", "line and line"),
        ("unassigned\u0378, private\ue000", "unassigned, private"),
        ("aux.x", "_aux.x"),
        *((f"{port}{number}", f"_{port}{number}") for port in ("com", "LPT") for number in "0123456789¹²³"),
        (". .Xylophones", "Xylophones"),
        ("a. .", "a"),
        ("com¹", "_com¹"),
        ("nul ", "_nul"),
        ("console", "console"),
        ("???", "paper"),
        ("right\u202eto left\x00", "rightto left"),
    ],
)
def test_names_are_safe(title: str, name: str) -> None:
    assert safe_name(title) == name


@given(ANY_TEXT, st.sets(st.sampled_from(["paper", "con", "a"])))
def test_any_title_makes_a_name_that_windows_takes(title: str, taken: set[str]) -> None:
    name = free_name(safe_name(title * 5), taken)
    assert name
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f#^\[\]]', name)
    assert not name.startswith((".", " "))
    assert not name.endswith((".", " "))
    assert len(name.encode()) <= 200
    assert folded_name(name) not in taken
    assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)", name.partition(".")[0])


@given(st.text("한글ㅎㅏ😀é", min_size=40, max_size=300))
def test_long_names_are_cut_between_characters(title: str) -> None:
    name = safe_name(title)
    assert len(name) <= 96
    assert len(name.encode()) <= 180
    assert "\ufffd" not in name


def test_a_long_name_has_96_letters_or_as_many_as_fit_into_180_bytes() -> None:
    assert safe_name("a" * 300) == "a" * 96
    assert safe_name("가" * 300) == "가" * 60


def test_a_paper_to_be_pasted_has_its_text_and_no_marks() -> None:
    text = as_markdown(marked())
    assert text.startswith("# [Folding Long Texts](https://arxiv.org/abs/2501.00001)\n\n## Introduction\n")
    assert "생각" not in text
    assert "읽을 것" not in text


def test_a_paper_of_which_only_the_key_is_known_is_exported(tmp_path: Path) -> None:
    export(tmp_path, ExportedPaper(PaperKey("2501.00009"), "", arxiv_id="2501.00009"))
    (text,) = files(tmp_path).values()
    assert "# arXiv:2501.00009" in text
