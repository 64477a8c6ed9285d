"""Tables in tables are no deeper than Qt can lay them out, and their words are all there."""

import time

import pytest
from PySide6.QtGui import QTextDocument

from reader.posts.model import Paper, PaperKey, Section, SectionKind
from reader.render.nesting import MOST_DEEP, shallow
from reader.render.page import page
from reader.render.sheet import Look
from reader.render.theme import LIGHT

DEEP = {
    "quotations": lambda n: ">" * min(n, 18) + " inmost",  # of deeper ones the parser reads no more
    "tables": lambda n: "<table><tr><td>" * n + "inmost" + "</td></tr></table>" * n,
    "open tables": lambda n: "<table><tr><td>" * n + "inmost",
    "quotations in tables": lambda n: ("<table><tr><td>\n\n" + "> " * 9 + "a\n\n") * n + "inmost",
}


def table(inside: str) -> str:
    return f"<table><tr><td>{inside}</td></tr></table>"


@pytest.mark.parametrize("deep", [18, 300])
@pytest.mark.parametrize("kind", DEEP)
def test_what_is_nested_without_end_is_laid_out_in_no_time(qapp, kind, deep):
    """Twenty quotations took Qt eight seconds, and each more of them twice as long."""
    section = Section(SectionKind.OTHER, "", DEEP[kind](deep))
    html = page(Paper(PaperKey("a.md"), 0, "글", "글", sections=(section,)), Look(LIGHT), is_page=True).html
    begun = time.process_time()
    document = QTextDocument()
    document.setTextWidth(680)
    document.setHtml(html)
    document.size()
    assert time.process_time() - begun < 1
    assert "inmost" in document.toPlainText()


def test_as_many_as_there_may_be_stay_as_they_are():
    html = "inmost"
    for _ in range(MOST_DEEP):
        html = table(html)
    assert shallow(html + html) == html + html


def test_what_is_deeper_is_text_and_what_follows_is_whole():
    html = table("<b>inmost</b>") + "after"
    for _ in range(MOST_DEEP):
        html = table(html)
    found = shallow(html + table("next"))
    assert found.count("<table>") == found.count("</table>") == MOST_DEEP + 1
    assert "<td><b>inmost</b> <br>after</td>" in found
    assert found.endswith(table("next"))
