"""`show`, `bookmark`, `read` and `note`: a paper is found by what people paste, and marked."""

import io
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.factories import CONTRIBUTION, GOAL, MOTIVATION

KEY = "2501.00002"
PAGE = "쪽글/긴 글.md"
PASTED = [
    KEY,
    f"{KEY}v3",
    f" {KEY} ",
    f"arXiv:{KEY}",
    f"arxiv: {KEY}v12",
    f"https://arxiv.org/abs/{KEY}",
    f"http://www.arxiv.org/abs/{KEY}v2",
    f"https://arxiv.org/pdf/{KEY}",
    f"https://arxiv.org/pdf/{KEY}v1.pdf",
    f"https://arxiv.org/html/{KEY}v1#S3",
    f"arxiv.org/abs/{KEY}?context=cs",
    f"https://www.alphaxiv.org/ko/overview/{KEY}",
    f"https://alphaxiv.org/abs/{KEY}",
    f"https://huggingface.co/papers/{KEY}",
    f"<https://arxiv.org/abs/{KEY}>",
]
LINKS = {
    "arxiv": f"https://arxiv.org/abs/{KEY}",
    "pdf": f"https://arxiv.org/pdf/{KEY}",
    "html": f"https://arxiv.org/html/{KEY}",
    "alphaxiv": f"https://www.alphaxiv.org/ko/overview/{KEY}",
    "huggingface": f"https://huggingface.co/papers/{KEY}",
}


def test_an_arxiv_id_in_any_form_names_the_paper(synced: CommandLine) -> None:
    found = {pasted: synced("show", pasted, "--format", "json").json["key"] for pasted in PASTED}
    assert found == dict.fromkeys(PASTED, KEY)


def test_a_page_is_named_by_its_path_in_any_form(synced: CommandLine, folder: Path) -> None:
    paths = [PAGE, f"./{PAGE}", "긴 글.md", str(folder / PAGE), unicodedata.normalize("NFD", PAGE)]
    assert {synced("show", path, "--format", "json").json["key"] for path in paths} == {PAGE}


def test_json_has_what_is_promised(synced: CommandLine) -> None:
    shown = synced("show", KEY, "--format", "json").json
    assert {name: shown[name] for name in ("key", "arxiv_id", "title", "bookmarked", "read", "note")} == {
        "key": KEY,
        "arxiv_id": KEY,
        "title": "Paper Number 2 of 2501",
        "bookmarked": False,
        "read": False,
        "note": "",
    }
    assert {name: shown["links"][name] for name in LINKS} == LINKS
    (appearance,) = shown["appearances"]
    assert {name: appearance[name] for name in ("post", "date", "number", "title", "tags", "points", "warnings")} == {
        "post": "2025-01-02-papers.md",
        "date": "2025-01-02",
        "number": 2,
        "title": "Paper Number 2 of 2501",
        "tags": ["papers", "llm"],
        "points": {"goal": GOAL, "motivation": MOTIVATION, "contribution": CONTRIBUTION},
        "warnings": [],
    }
    assert [section["kind"] for section in appearance["sections"]] == [
        "introduction",
        "method",
        "results",
        "limitations",
        "conclusion",
    ]
    method = appearance["sections"][1]
    assert {name: method[name] for name in ("heading", "markdown", "text")} == {
        "heading": "Method",
        "markdown": "토큰을 두 번 나누어 접는다.",
        "text": "토큰을 두 번 나누어 접는다.",
    }
    assert synced("show", KEY, "--json").json == shown


def test_a_paper_of_two_posts_shows_both_latest_first(synced: CommandLine) -> None:
    appearances = synced("show", "2501.00001", "--json").json["appearances"]
    assert [a["post"] for a in appearances] == ["2025-02-03-papers.md", "2025-01-02-papers.md"]


def test_text_markdown_and_html_have_title_and_words(synced: CommandLine) -> None:
    synced("note", KEY, "나의 *메모*")
    text, markdown, html = (synced("show", KEY, "--format", form).out for form in ("text", "md", "html"))
    assert text == synced("show", KEY).out
    for words in ("Paper Number 2 of 2501", "정확도가 69.8%로 올랐다."):
        assert words in text and words in markdown and words in html
    assert "나의 메모" in text and "나의 *메모*" in markdown
    assert "## Method" in markdown and "##" not in text
    assert LINKS["arxiv"] in markdown
    assert "<" in html and "<script" not in html


def test_a_page_is_shown_in_every_form(synced: CommandLine) -> None:
    for form in ("text", "md", "html", "json"):
        said = synced("show", PAGE, "--format", form)
        assert said.code == 0 and "문장이다" in said.out


def test_what_is_no_key_is_said_in_one_line(synced: CommandLine) -> None:
    for unknown in ("2599.99999", "no such thing", "", "/", "../x.md", "title:", "\udcff.md", "'; --"):
        for words in (["show"], ["bookmark"], ["read"], ["note"]):
            assert "There is no paper" in synced(*words, unknown).complaint


def test_marks_are_set_told_and_removed(synced: CommandLine) -> None:
    state = {"key": KEY, "bookmarked": False, "read": False, "note": ""}
    assert synced("bookmark", f"{KEY}v2", "--json").json == {**state, "bookmarked": True}
    assert synced("read", f"arXiv:{KEY}", "--json").json == {**state, "bookmarked": True, "read": True}
    assert synced("bookmark", KEY, "--json").json["bookmarked"]  # once more changes nothing
    assert synced("bookmark", KEY, "--remove", "--json").json == {**state, "read": True}
    assert synced("read", KEY, "--remove", "--json").json == state
    assert synced("read", KEY, "--remove").out == f"{KEY}: no marks\n"


def test_a_note_in_hangul_is_kept_printed_and_removed(synced: CommandLine) -> None:
    text = "첫 줄 **굵게**\n\n- 둘째 `코드` 🙂"
    assert synced("note", KEY, text, "--json").json["note"] == text
    assert synced("note", KEY).out == text + "\n"
    assert synced("show", KEY, "--json").json["note"] == text
    assert synced("note", KEY, "--remove", "--json").json["note"] == ""
    assert synced("note", KEY).out == "\n"


def test_a_note_comes_from_a_file_or_from_standard_input(
    synced: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "메모.md"
    file.write_bytes("\ufeff메모 한 줄\n둘째 줄".encode())
    assert synced("note", KEY, "--file", file, "--json").json["note"] == "메모 한 줄\n둘째 줄"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("입력에서".encode())))
    assert synced("note", KEY, "--file", "-", "--json").json["note"] == "입력에서"


def test_a_note_that_is_no_text_or_not_there_leaves_the_one_there_is(synced: CommandLine, tmp_path: Path) -> None:
    synced("note", KEY, "지키는 메모")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    assert "not UTF-8" in synced("note", KEY, "--file", tmp_path / "bytes").complaint
    assert "cannot be read" in synced("note", KEY, "--file", tmp_path / "none").complaint
    assert "cannot be read" in synced("note", KEY, "--file", tmp_path).complaint
    assert synced.process("note", KEY, "--file", "-", stdin=b"\xff\xfe").complaint
    assert synced.shell(f"$R note {KEY} --file - 0<&-").complaint
    assert synced("note", KEY, "\udcff").code == 2
    assert synced("note", KEY).out == "지키는 메모\n"


def test_marks_of_a_newer_version_are_refused_and_left_alone(synced: CommandLine) -> None:
    synced("bookmark", KEY)
    marks = synced.profile / "data" / "marks.sqlite"
    with closing(sqlite3.connect(marks)) as db:
        db.execute("PRAGMA user_version = 999")
    before = marks.read_bytes()
    for words in (["bookmark", KEY], ["list"], ["show", KEY], ["sync"], ["search", "메모"]):
        assert "newer" in synced(*words).complaint
    assert marks.read_bytes() == before


def test_wrong_usage_is_2(synced: CommandLine) -> None:
    for words in (
        ["show"],
        ["show", KEY, "--format", "pdf"],
        ["note", KEY, "text", "--remove"],
        ["bookmark"],
    ):
        assert synced(*words).code == 2
