"""Whole pages, to the letter: a summary, a page with all that Markdown, Jekyll and HTML have, and the style sheet.

Where one of them changes on purpose: look at it in the window, then put the new text in tests/render/whole.
"""

from pathlib import Path

import pytest

from reader.posts.model import Paper, PaperKey, Points, Section, SectionKind
from reader.render.formula import STAND_IN, Formula
from reader.render.page import page
from reader.render.sheet import Anchor, Beneath, FilePicture, FormulaPicture, Labels, Lead, Look, Page
from reader.render.style import style_sheet
from reader.render.theme import LIGHT

WHOLE = Path(__file__).parent / "whole"
LABELS = Labels(goal="목표", motivation="동기", contribution="기여")
SUMMARY = Paper(
    PaperKey("2501.00001"),
    1,
    "접기",
    "접기",
    sections=(
        Section(SectionKind.INTRODUCTION, "1. Introduction & *more*", "x"),
        Section(SectionKind.METHOD, "", "앞의 글\n\n1. 하나\n2. 둘\n   - 셋 <br> `a<b`"),
        Section(SectionKind.LIMITATIONS, "Limitations", "정보 *부족*", nothing_known=True),
    ),
    points=Points("**글**을 접는 것", "느려서", "모듈", rest="덧붙임"),
)


def shown(name: str) -> Page:
    section = Section(SectionKind.OTHER, "", (WHOLE / name).read_text("utf-8"))
    return page(
        Paper(PaperKey("a.md"), 0, "글", "글", sections=(section,)),
        Look(LIGHT),
        is_page=True,
        typeset=lambda tex, display: None if "no" in tex else Formula(f"<svg {STAND_IN}>", 20.0, 9.5, 3.0),
        find_picture=lambda source: Path("/blog") / source if source.startswith("here") else None,
    )


def body(of: Page) -> str:
    return of.html.partition("<body>\n")[2]


def test_a_summary() -> None:
    written = page(SUMMARY, Look(LIGHT), labels=LABELS)
    assert body(written) == (WHOLE / "summary.html").read_text("utf-8")
    assert written.html.startswith(f"<!DOCTYPE html>\n<html><head><style>{style_sheet(Look(LIGHT))}</style></head>\n")
    assert written.anchors == (
        Anchor(0, "section-0", "1. Introduction & *more*", SectionKind.INTRODUCTION),
        Anchor(2, "section-2", "Limitations", SectionKind.LIMITATIONS),
    )


def test_a_summary_with_marks_of_obsidian_and_jekyll() -> None:
    section = Section(SectionKind.METHOD, "", (WHOLE / "obsidian.md").read_text("utf-8"))
    written = page(Paper(PaperKey("2501.00001"), 1, "글", "글", sections=(section,)), Look(LIGHT))
    assert body(written) == (WHOLE / "obsidian.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["markdown", "jekyll", "html"])
def test_a_page_written_by_hand(name: str) -> None:
    assert body(shown(f"{name}.md")) == (WHOLE / f"{name}.html").read_text("utf-8")


def test_the_tabs_and_pictures_of_a_page() -> None:
    assert shown("markdown.md").anchors == (
        Anchor(1, "heading-1", "둘째 a+b 제목", SectionKind.OTHER),
        Anchor(2, "heading-2", "셋째 제목", SectionKind.OTHER),
    )
    pictures = shown("jekyll.md").pictures
    drawing = FormulaPicture(f"<svg {LIGHT.text}>".encode(), 20 * 1.1, 9.5 * 1.1, 3 * 1.1, "x_1")
    assert pictures["formula:0"] == drawing
    assert [picture for picture in pictures.values() if isinstance(picture, FilePicture)] == [
        FilePicture(Path("/blog/here/a.png"), 300, "그림"),
        FilePicture(Path("/blog/here/b.png"), None, "뜻"),
        FilePicture(Path("/blog/here/c.png"), None, ""),
        FilePicture(Path("/blog/here/a.png"), None, "가까이"),
    ]


def test_the_style_sheet() -> None:
    assert 'font-family:"monospace",' in style_sheet(Look(LIGHT))
    assert style_sheet(Look(LIGHT, mono="Some Mono")) == (WHOLE / "light.css").read_text("utf-8").rstrip("\n")


def test_lines_below_a_heading_are_links_and_no_words_of_the_post() -> None:
    paper = SUMMARY._replace(sections=(Section(SectionKind.RESULTS, "Results", "글 <b>"),))
    lines = {
        0: Beneath((Lead("rFID 0.6 → 0.2", "figure-0"),), (Lead("1 & 10", "doubt-0"),)),
        -1: Beneath((), (Lead("?", "d"),)),
    }
    html = page(paper, Look(LIGHT), beneath=lines).html
    body = html[html.index("<body>") :]
    assert body.index('href="#d"') < body.index(">Results<")
    assert '<p class="figures"><a name="label"></a>' in body
    assert '<a class="figures" href="#figure-0">rFID&nbsp;0.6&nbsp;→&nbsp;0.2</a>' in body
    assert '<a class="doubts" href="#doubt-0">1 &amp; 10</a>' in body
    assert body.index("doubt-0") < body.index("글 &lt;b&gt;")
