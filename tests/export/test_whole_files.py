"""Every format written whole, to the letter, for a paper with every mark, one elsewhere, and a page."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from reader.base.links import ArxivId, PaperLinks, paper_links
from reader.export.atom import atom
from reader.export.bibtex import bibtex
from reader.export.csl import csl_json
from reader.export.html import html_page
from reader.export.markdown import as_markdown, vault_file
from reader.export.model import ENGLISH, ExportedPaper, Quotation
from reader.export.ris import ris
from reader.export.table import table
from reader.posts.model import PaperKey, Points, Section, SectionKind
from tests.export.exported import exported, marked

KEPT = marked("Folding & <Long> Texts")._replace(
    links=paper_links(ArxivId("2501.00001")),
    posts=("_posts/2025-01-02-papers.md", "_posts/2024-12-30-papers.md"),
    points=Points("접는 것", "느려서", "모듈\n두 줄", rest="덧붙임"),
    note="생각\n\n- [ ] 할 일",
    highlights=(Quotation("Method", "토큰을\n방법", "green"), Quotation("", "끝", "")),
)
ELSEWHERE = exported("An Open Review", None, "https://example.org/{a}\\b c", tags=("a, b",), day=None)._replace(
    sections=(Section(SectionKind.METHOD, "", "글 <b> 속"),), posts=(), points=Points()
)
PAGE = exported("긴 글", None, "https://example.org/page", is_page=True, tags=(), day=date(2025, 3, 4))._replace(
    sections=(Section(SectionKind.OTHER, "", "첫 <b>줄</b>"),), points=Points(goal="남의 것")
)
PAPERS = (KEPT, ELSEWHERE, PAGE)
WHOLE = Path(__file__).parent / "whole"


@pytest.mark.parametrize(
    ("name", "write"), [("papers.bib", bibtex), ("papers.ris", ris), ("papers.json", csl_json), ("papers.csv", table)]
)
def test_a_file_for_other_programs_has_every_field(
    name: str, write: Callable[[Iterable[ExportedPaper]], Iterator[str]]
) -> None:
    assert "".join(write(PAPERS)).encode() == (WHOLE / name).read_bytes()


def test_a_feed_has_every_paper_with_its_note_and_its_sections() -> None:
    elsewhere = ELSEWHERE._replace(
        key=PaperKey("https://a.org/?x=1&y=2"), links=paper_links(None, "https://a.org/?x=1&y=2")
    )
    assert "".join(atom((KEPT, elsewhere, PAGE), ENGLISH, "en")).encode() == (WHOLE / "papers.atom").read_bytes()


def test_a_page_has_contents_then_every_paper() -> None:
    head, _, body = "".join(html_page(PAPERS, ENGLISH, "en")).partition("</style>")
    assert body.encode() == (WHOLE / "papers.html").read_bytes()
    assert head.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>Papers</title>\n<style>\n:root {" in head
    assert head.endswith("}\n")
    assert "<nav>" in "".join(html_page(PAPERS[:2], ENGLISH, "en"))


def test_a_page_of_one_paper_is_called_as_the_paper_and_has_no_contents() -> None:
    text = "".join(html_page([KEPT], ENGLISH, "en"))
    assert "<title>Folding &amp; &lt;Long&gt; Texts</title>" in text
    assert "<main>\n<article" in text


@pytest.mark.parametrize(("paper", "name"), [(KEPT, "kept.md"), (ELSEWHERE, "elsewhere.md"), (PAGE, "page.md")])
def test_a_file_of_a_vault_has_properties_marks_and_sections(paper: ExportedPaper, name: str) -> None:
    assert vault_file(paper, ENGLISH, lambda _: None).encode() == (WHOLE / name).read_bytes()


def test_text_to_be_pasted_is_the_file_without_properties_and_marks() -> None:
    text = (WHOLE / "kept.md").read_text("utf-8")
    link = "# [Folding & \\<Long> Texts](https://arxiv.org/abs/2501.00001)\n\n"
    assert as_markdown(KEPT) == link + text[text.index("## Introduction") :]
    assert as_markdown(ELSEWHERE._replace(links=PaperLinks())) == "# An Open Review\n\n글 \\<b> 속\n"
