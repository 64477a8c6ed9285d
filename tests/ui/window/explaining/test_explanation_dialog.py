"""What is said of how a file was read: each thing in words, the open paper bold, long lists counted."""

import copy
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from reader.ui.widgets.theme import Look
from reader.ui.window.explaining.explanation_dialog import ExplanationDialog

FILE, FOLDER = Path("/posts/notes/kettles.md"), Path("/posts")
UNDERSTOOD: dict[str, Any] = {
    "head": "yaml",
    "bad_lines": [],
    "title_from": "head",
    "date_from": "date",
    "papers_by": "numbered headings",
    "numbered_headings_are": "papers",
    "encoding": "utf-8",
    "encoding_is": "certain",
    "text_outside_papers": False,
    "papers": [{"known_by": "arXiv id"}, {"known_by": "title"}],
}
TOLD: dict[str, Any] = {
    "files": [
        {
            "title": "Kettles & <Pots>",
            "date": "2026-01-05",
            "papers": [
                {"key": "2601.00001", "number": 1, "title": "Slow Kettles"},
                {"key": "title:cold", "number": 2, "title": ""},
            ],
            "warnings": [],
            "understood": UNDERSTOOD,
        }
    ],
    "passed_over": [],
}


def said(page: QWidget, look: Look, passed: list[tuple[str, str]] | None = None, **understood: object) -> str:
    return shown(page, look, passed, **understood).text.toPlainText()


def shown(
    page: QWidget, look: Look, passed: list[tuple[str, str]] | None = None, **understood: object
) -> ExplanationDialog:
    told = copy.deepcopy(TOLD)
    told["files"][0]["understood"] |= understood
    told["passed_over"] = [{"path": path, "why": why} for path, why in passed or []]
    dialog = ExplanationDialog(look, told, FILE, FOLDER, "2601.00001", page)
    dialog.show()
    return dialog


def test_title_date_papers_and_how_each_is_known_are_said(page: QWidget, look: Look) -> None:
    text = said(page, look)
    assert [line for line in text.replace("\u2028", "\n").splitlines() if line.strip()][:8] == [
        "Head",
        "YAML between lines of three dashes.",
        "Title",
        "Kettles & <Pots>",
        "as the head has it",
        "Date",
        "2026-01-05",
        "from date in the head",
    ]
    for words in (
        "Numbered headings link to papers.",
        "Slow Kettles",
        "Known by its arXiv id.",
        "title:cold",
        "Known by its title.",
    ):
        assert words in text
    for words in ("Encoding", "The rest", "Remarks", "Passed over", "chapters", "line by line"):
        assert words not in text


@pytest.mark.parametrize(
    ("understood", "words"),
    [
        ({"head": "none"}, "None; the file is text from its first line on."),
        ({"head": "toml, line by line"}, "TOML between lines of three plus signs. It was read line by line."),
        ({"head": "json"}, "A JSON object."),
        ({"head": "pandoc"}, "pandoc’s title block."),
        ({"head": "multimarkdown"}, "MultiMarkdown’s metadata."),
        ({"head": "org"}, "Org’s keywords."),
        ({"bad_lines": [2, 5]}, "Not understood: line 2, 5."),
        ({"title_from": "first heading"}, "the first heading of level 1, since the head has none"),
        ({"title_from": "name"}, "the file’s name, since neither head nor headings have one"),
        ({"date_from": "none"}, "None that can be read."),
        ({"date_from": "name"}, "from the file’s name"),
        ({"date_from": "folders"}, "from the folders’ names"),
        ({"papers_by": "none, one page"}, "None: no heading names a paper, so the post is one page."),
        ({"papers_by": "linked headings"}, "Headings of one level link to papers."),
        ({"papers_by": "links below headings"}, "Lines below headings of one level link to papers."),
        ({"papers_by": "sections below headings"}, "Sections of a summary follow numbered headings."),
        ({"numbered_headings_are": "chapters"}, "Its numbered headings are chapters."),
        ({"papers": [{"known_by": "link"}, {"known_by": "place"}]}, "Known by its place in the post."),
        ({"papers": [{"known_by": "link"}, {"known_by": "place"}]}, "Known by its link."),
        ({"encoding": "cp949", "encoding_is": "a guess"}, "cp949\na guess"),
        ({"encoding": "utf-16"}, "utf-16"),
        ({"text_outside_papers": True}, "Text outside the papers is a page of its own."),
    ],
)
def test_whatever_was_taken_for_what_is_said(page: QWidget, look: Look, understood: dict[str, Any], words: str) -> None:
    text = said(page, look, **understood)
    assert words in text.replace("\u2028", "\n")
    assert ("a guess" in text) == (understood.get("encoding_is") == "a guess")


def test_a_date_without_a_source_is_said_once(page: QWidget, look: Look) -> None:
    assert "2026-01-05" not in said(page, look, date_from="none")


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("a folder of tools", "a folder of tools"),
        ("a file without an ending is not read", "a file without an ending is not read"),
        (".png is not read", "files ending in .png are not read"),
        ("a Hugo site has its posts in content", "a Hugo site has its posts in content"),
        ("something new", "something new"),
    ],
)
def test_why_files_were_passed_over_is_said_with_their_names(page: QWidget, look: Look, why: str, words: str) -> None:
    text = said(page, look, [("/posts/a/b", why), ("/elsewhere/c", why)])
    assert "Passed over in this folder" in text
    assert str(Path("a/b")) + ", /elsewhere/c" in text
    assert words in text


@pytest.mark.parametrize(("count", "more"), [(6, ""), (7, "and 1 more"), (9, "and 3 more")])
def test_of_many_names_some_are_said_and_the_rest_counted(page: QWidget, look: Look, count: int, more: str) -> None:
    text = said(page, look, [(f"/posts/{n}.png", ".png is not read") for n in range(count)])
    assert f"\n{count}\n" in text
    assert ("more" in text) == bool(more)
    assert more in text
    assert "5.png" in text and "6.png" not in text


@pytest.mark.parametrize(("count", "more"), [(40, ""), (41, "and 1 more")])
def test_of_many_papers_forty_are_said(page: QWidget, look: Look, count: int, more: str) -> None:
    told = copy.deepcopy(TOLD)
    papers = [{"key": f"k{n}", "number": n, "title": f"Paper {n}."} for n in range(1, count + 1)]
    told["files"][0]["papers"] = papers
    told["files"][0]["understood"]["papers"] = [{"known_by": "title"}] * count
    text = ExplanationDialog(look, told, FILE, FOLDER, "k1", page).text.toPlainText()
    assert "Paper 40." in text and "Paper 41." not in text
    assert (more in text) and (bool(more) == ("more" in text))


def test_the_open_paper_is_bold(page: QWidget, look: Look) -> None:
    document = shown(page, look).text.document()
    found: QTextCursor = document.find("Slow Kettles")
    assert found.charFormat().font().bold()
    other: QTextCursor = document.find("title:cold")
    assert not other.charFormat().font().bold()


def test_remarks_are_said_with_their_lines(page: QWidget, look: Look) -> None:
    told = copy.deepcopy(TOLD)
    told["files"][0]["warnings"] = [{"line": 3, "code": "front-matter", "message": "m"}]
    text = ExplanationDialog(look, told, FILE, FOLDER, "", page).text.toPlainText()
    assert "Remarks" in text
    assert "Line 3" in text


def test_the_file_stands_above_its_folder_and_both_can_be_copied(page: QWidget, look: Look) -> None:
    dialog = shown(page, look)
    name, place = [each for each in dialog.findChildren(QLabel) if each.text()]
    assert (name.text(), place.text()) == ("kettles.md", str(Path("/posts/notes")))
    assert name.font().bold()
    assert name.font().pixelSize() == 16
    buttons = dialog.findChild(QDialogButtonBox)

    def top(widget: QWidget) -> QRect:
        return QRect(widget.mapTo(dialog, widget.rect().topLeft()), widget.size())

    assert top(name).bottom() < top(place).top()
    assert top(place).bottom() + 10 < top(dialog.text).top()
    assert top(dialog.text).bottom() + 8 < top(buttons).top()
    assert top(name).left() == 20
    for label in (name, place):
        assert label.textInteractionFlags()
    assert dialog.windowTitle() == dialog.text.accessibleName() == "How this post was read"
    assert (dialog.width(), dialog.height()) == (620, 560)


def test_each_table_stands_below_its_title(page: QWidget, look: Look) -> None:
    words = said(page, look, [("drafts", "not a post")])
    titles = [line for line in words.splitlines() if line in ("Papers", "Remarks", "Passed over in this folder")]
    assert titles[-1] == "Passed over in this folder"
    assert "Passed over in this folder" not in said(page, look)
