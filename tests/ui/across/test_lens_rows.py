"""The rows of a lens: their order, their heights, their documents, and the highlights in them."""

from datetime import UTC, datetime

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from reader.marks.model import Highlight
from reader.posts.model import PaperKey
from reader.render.theme import LIGHT
from reader.ui.across.entry_page import EntryPage, Sized
from reader.ui.across.highlights import corrections_of, highlight_at, painted_highlights, spans_of
from reader.ui.across.lens_rows import FOLD, LensRows, small_font
from reader.ui.across.passage_writer import PassageWriter
from reader.ui.widgets.highlight_colours import colour_of
from reader.ui.widgets.typography import Typography
from tests.ui.across.lenses import appearances, papers_of
from tests.ui.across.test_entry_page import gains

KEY = PaperKey("2501.00001")


def marked(words: str, correction: str = "", colour: str = "yellow", name: str = "1") -> Highlight:
    return Highlight(name, KEY, "limitations", words, "", "", colour, datetime(2025, 1, 2, tzinfo=UTC), correction)


def font_of(page: QWidget) -> QFont:
    return small_font(page.font(), 16)


def rows_of(page: QWidget, *limits: str, highlights: tuple[Highlight, ...] = ()) -> LensRows:
    made = LensRows(PassageWriter(page), lambda key: [each for each in highlights if each.key == key])
    made.set_look(Sized(LIGHT, font_of(page), 500, 1.0), Typography())
    papers = papers_of(appearances(*limits))
    papers.sift(papers.ids)
    made.begin(papers)
    return made


def page_of(rows: LensRows, number: int = 1) -> EntryPage:
    found = rows.page(number)
    assert found is not None
    return found


def test_silent_papers_stand_below_their_line_where_it_is_open(page: QWidget) -> None:
    rows = rows_of(page, "a.", "", "c.", "")
    assert rows.rows == [1, 3, FOLD]
    rows.is_open = True
    assert rows.arrange() == [0, 1, 2, None, None]
    assert rows.rows == [1, 3, FOLD, 2, 4]
    assert [rows.key(number) for number in (1, 4, FOLD)] == ["2501.00001", "2501.00004", None]
    assert rows.entry(FOLD) is None


def test_a_row_is_its_text_with_room_above_and_below(page: QWidget) -> None:
    rows = rows_of(page, "a.", "")
    assert rows.height(0) == 24 + page_of(rows).height + 20
    assert rows.height(1) == 60
    assert rows.above == 24
    rows.set_look(Sized(LIGHT, font_of(page), 500, 1.0), Typography(size=32))
    assert (rows.above, rows.height(1), rows.px(10)) == (48, 120, 20)


def test_the_same_look_makes_no_document_anew(page: QWidget) -> None:
    rows = rows_of(page, "a.")
    sized = Sized(LIGHT, font_of(page), 400, 1.0)
    first = page_of(rows)
    assert rows.set_look(sized, Typography())
    second = page_of(rows)
    assert second is not first
    assert not rows.set_look(sized, Typography())
    assert page_of(rows) is second


def test_a_document_says_title_number_day_and_text(page: QWidget) -> None:
    rows = rows_of(page, "느리다.", "")
    assert page_of(rows).toPlainText().replace("\u200b", "").split("\n") == [
        "Paper 1",
        "arXiv 2501.00001 · 2025-01-02 #1",
        "느리다.",
    ]
    assert "정보 부족" in page_of(rows, 2).toPlainText()


def test_highlights_are_found_painted_and_corrected(page: QWidget) -> None:
    kept, corrected = marked("짧은 글", colour="green"), marked("이득", "손해", name="2")
    rows = rows_of(page, "짧은 글에서는 이득이 없다.", highlights=(kept, corrected))
    made = page_of(rows)
    assert [cursor.selectedText() for cursor, _ in made.under] == ["짧은 글", "이득"]
    colour = colour_of("green", is_dark=False)
    form = made.under[0][1]
    assert form.background().color() == colour.ground
    assert form.foreground().color() == LIGHT.text
    assert form.underlineColor() == colour.line
    assert form.fontUnderline()
    assert [name for name, _ in made.corrected] == ["2"]
    assert "손해" in made.toPlainText()
    (first, last) = spans_of(made, kept)[0]
    assert highlight_at(made, (kept, corrected), first) is kept
    assert highlight_at(made, (kept, corrected), last) is None
    assert spans_of(made, kept._replace(section="method")) == []
    assert [each.id for each in corrections_of(made, (kept, corrected))] == ["2"]
    assert painted_highlights(made, [marked("nowhere")], LIGHT) == []


def test_other_highlights_are_painted_at_once_and_corrections_need_another_document(page: QWidget) -> None:
    known: list[Highlight] = []
    rows = LensRows(PassageWriter(page), lambda _key: known)
    rows.set_look(Sized(LIGHT, font_of(page), 500, 1.0), Typography())
    papers = papers_of(appearances("짧은 글에서는 이득이 없다."))
    papers.sift(papers.ids)
    rows.begin(papers)
    made = page_of(rows)
    known.append(marked("짧은 글"))
    assert not rows.highlights_changed(frozenset({PaperKey("another")}))
    assert made.under == []
    assert not rows.highlights_changed(frozenset({KEY}))
    assert [cursor.selectedText() for cursor, _ in made.under] == ["짧은 글"]
    known.append(marked("이득", "손해", name="2"))
    assert rows.highlights_changed(frozenset())


def test_words_that_are_gains_are_marked_in_every_document(page: QWidget) -> None:
    rows = rows_of(page, "짧은 글에서는 이득이 없다.", "짧다.")
    before = page_of(rows)
    rows.set_highlighter(gains)
    assert [cursor.selectedText() for cursor in before.marks] == ["이득"]
    rows.set_lit(gains)
    assert [cursor.selectedText() for cursor in before.lit] == ["이득"]
    rows.forget()
    assert ([c.selectedText() for c in page_of(rows).marks], len(page_of(rows).lit)) == (["이득"], 1)
    rows.set_highlighter(None)
    assert page_of(rows).marks == []


def test_words_beside_the_text_have_its_font_in_another_size(page: QWidget) -> None:
    font = small_font(page.font(), 14)
    assert (font.family(), font.pixelSize()) == (page.font().family(), 14)
