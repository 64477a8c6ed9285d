"""What keeps Qt busy for seconds is taken out of a page, or the page is shown as it is: no budget of time ends Qt."""

import os
import subprocess
import sys
import textwrap

import pytest

from reader.posts.model import Paper, PaperKey, Section, SectionKind
from reader.render.page import MOST_ANCHORS, MOST_CELLS, page
from reader.render.sheet import Look, Page
from reader.render.theme import LIGHT


def written(text: str) -> Page:
    section = Section(SectionKind.OTHER, "", text)
    return page(Paper(PaperKey("a.md"), 0, "글", "글", sections=(section,)), Look(LIGHT), is_page=True)


def table(rows: int) -> str:
    return "|a|b|\n|-|-|\n" + "|c|d|\n" * (rows - 1)


def test_a_table_of_the_most_cells_is_one_and_a_larger_one_is_shown_as_text() -> None:
    rows = MOST_CELLS // 2
    assert written(table(rows)).html.count("<tr>") == rows
    html = written(table(rows + 1)).html
    assert "<th" not in html
    assert "|c|d|" in html


def test_cells_of_several_tables_and_of_html_count_together() -> None:
    rows = MOST_CELLS // 2 - 1
    assert "|c|d|" not in written(table(rows)).html
    assert "|c|d|" in written(f"{table(rows)}\n\n<table><tr><td>e</td><td>f</td><td>g</td></tr></table>").html


def test_the_first_thousand_headings_can_be_jumped_to_and_all_are_there() -> None:
    html = written("# a\n\n" * (MOST_ANCHORS + 5)).html
    assert html.count('<p class="h1">') == MOST_ANCHORS + 5
    assert html.count(' name="') == MOST_ANCHORS
    assert f'name="heading-{MOST_ANCHORS - 1}"' in html
    assert written("# a\n\n" * MOST_ANCHORS).html.count(' name="') == MOST_ANCHORS


def test_footnotes_beyond_that_keep_their_links_and_words_that_look_like_anchors_stay() -> None:
    html = written(
        '&lt;a name="b"\n\n' + "# a\n\n" * (MOST_ANCHORS - 3) + "[^a]" * 8 + '\n\n`<a id="c">`\n\n[^a]: word'
    ).html
    assert html.count(' id="fnref') == 3
    assert html.count('href="#fn1"') == 8
    assert '&lt;a name="b"' in html
    assert "&lt;a id=" in html


def test_what_marks_every_code_block_is_one_name_and_stays() -> None:
    text = "# a\n\n" * (MOST_ANCHORS - 1) + "```\ncode\n```\n\n" * 5 + "# a\n\n"
    html = written(text).html
    assert html.count('name="card"') == 5
    assert f'name="heading-{MOST_ANCHORS - 2}"' in html
    assert f'name="heading-{MOST_ANCHORS - 1}"' not in html


@pytest.mark.parametrize("text", ["# a\n" * 8_000, "[^a]" * 8_000 + "\n[^a]: b"])
def test_qt_takes_such_a_page_within_two_seconds(text: str) -> None:
    laid_out = textwrap.dedent("""
        import sys, time
        from PySide6.QtGui import QGuiApplication, QTextDocument
        application = QGuiApplication([])
        html, document = sys.stdin.read(), QTextDocument()
        document.setTextWidth(700)
        begun = time.process_time()
        document.setHtml(html)
        document.size()
        print(time.process_time() - begun)
    """)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", laid_out],
        input=written(text).html,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
        check=True,
        timeout=100,
    )
    assert float(done.stdout) < 2.0
