"""Long pages come from a child process, in pieces: whole in the end, and looking as if they had come at once."""

from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.library.model import PaperRecord
from reader.render import html_blocks, page
from reader.render.page import MOST_SHORT
from reader.render.sheet import FormulaPicture, Look, Page
from reader.render.style import style_sheet
from reader.render.theme import LIGHT
from reader.ui.page import page_writer
from reader.ui.page.long import long_pages
from reader.ui.page.page_browser import PageBrowser
from reader.ui.page.section_view import SectionView
from reader.ui.widgets.typography import Typography
from tests.ui.page.test_section_view import page_record

LONG = "".join(f"## Part {n}\n\n" + "A sentence of *some* words. " * 40 + "\n\n" for n in range(1, 41))
BLOCKS = {
    "paragraph": "<p>one <b>two</b></p>",
    "heading": '<p class="h2"><a name="heading-0"></a>head</p>',
    "code": html_blocks.code_block("x = 1\ny = 2"),
    "quotation": f"{html_blocks.QUOTE_OPEN}<p>said</p>{html_blocks.QUOTE_CLOSE}",
    "list": "<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
    "numbers": "<ol><li><p>a</p></li></ol>",
    "table": f"{html_blocks.GRID_OPEN}<tr><td>a</td><td>b</td></tr></table>",
    "loose": "<div>text</div>",
    "figure": '<p class="figure">picture</p>',
}


def on_screen(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()


@pytest.fixture
def view(qtbot: QtBot) -> SectionView:
    made = SectionView(LIGHT)
    on_screen(qtbot, made, 790, 500)
    return made


def shown(qtbot: QtBot, view: SectionView, record: PaperRecord) -> None:
    """Show a paper and wait until its page is whole."""
    view.show_paper(record)
    qtbot.waitUntil(lambda: view.is_settled, timeout=30_000)
    qtbot.waitUntil(lambda: not view._browser.pieces._turn.isActive(), timeout=30_000)


def text_of(view: SectionView) -> str:
    return view._browser.toPlainText()


def html_of(body: str) -> str:
    return f"<html><head><style>{style_sheet(Look(LIGHT))}</style></head>\n<body>\n{body}\n</body></html>"


def formats_of(document: QTextDocument) -> list[object]:
    """All that is to be seen of a document's blocks."""
    found: list[object] = []
    block = document.begin()
    while block.isValid():
        fragments, words = block.begin(), []
        while not fragments.atEnd():
            form = fragments.fragment().charFormat()
            words.append((fragments.fragment().text(), form.font().pixelSize(), form.font().bold(), form.anchorNames()))
            fragments += 1
        form, entries = block.blockFormat(), block.textList()
        place = (entries.format().style(), entries.itemNumber(block)) if entries is not None else None
        is_cell = QTextCursor(block).currentTable() is not None
        found.append((words, form.topMargin(), form.bottomMargin(), form.lineHeight(), place, is_cell))
        block = block.next()
    return found


def test_a_long_page_waits_for_a_child_and_then_is_whole(qtbot: QtBot, view: SectionView) -> None:
    assert len(LONG) > MOST_SHORT
    view.show_paper(page_record(LONG))
    assert text_of(view) == "…"
    assert not view.is_settled
    qtbot.waitUntil(lambda: "Part 40" in text_of(view), timeout=30_000)
    assert not view._browser.pieces.are_left
    at_once = QTextDocument()
    at_once.setHtml(page.page(page_record(LONG).appearances[0].paper, Look(LIGHT), is_page=True).html)
    assert text_of(view).rstrip() == at_once.toPlainText().rstrip()


def test_its_tabs_its_place_and_its_words_are_those_of_the_whole_page(qtbot: QtBot, view: SectionView) -> None:
    text = LONG.replace("## Part 40", "# Last").replace("## Part 1\n", "# First\n")
    view.show_paper(page_record(text))
    view.set_scroll_position(1.0)
    qtbot.waitUntil(lambda: "Last" in text_of(view), timeout=30_000)
    assert [name for _, name in view._page_anchors] == ["First", "Last"]
    qtbot.waitUntil(lambda: view.scroll_position() == 1.0, timeout=30_000)
    view.open_find()
    view._find_bar._field.setText("last")
    assert view.mark_count == 1


def test_another_paper_ends_the_child(qtbot: QtBot, view: SectionView) -> None:
    view.show_paper(page_record(LONG))
    view.show_paper(page_record("A short one."))
    assert view.is_settled
    assert text_of(view).strip() == "A short one."
    view.show_paper(page_record(LONG))
    view.show_empty("Nothing")
    assert view.is_settled


def test_its_formulas_are_typeset(qtbot: QtBot, view: SectionView) -> None:
    shown(qtbot, view, page_record(LONG + "It is $x^2$."))
    (picture,) = view._browser.pictures.values()
    assert isinstance(picture, FormulaPicture)
    assert picture.tex == "x^2"


def test_its_pictures_are_shown(qtbot: QtBot, view: SectionView, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", encoding="utf-8")
    shown(qtbot, view, page_record(LONG + "![seen](a.svg)", tmp_path))
    assert [picture.alt for picture in view._browser.pictures.values()] == ["seen"]


@pytest.mark.parametrize("command", [["/no such program"], ["/bin/false"], ["/bin/echo", "what is no page"]])
def test_what_a_child_does_not_write_is_shown_as_it_is(
    qtbot: QtBot, view: SectionView, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setattr(long_pages, "child_command", lambda: command)
    shown(qtbot, view, page_record(LONG))
    assert text_of(view).lstrip().startswith("## Part 1\n")
    assert view.is_settled


def test_a_child_that_takes_too_long_is_ended(qtbot: QtBot, view: SectionView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_pages, "_MOST_MS", 50)
    monkeypatch.setattr(long_pages, "child_command", lambda: ["/bin/sleep", "1000"])
    shown(qtbot, view, page_record(LONG))
    assert text_of(view).lstrip().startswith("## Part 1\n")


@pytest.mark.parametrize("below", BLOCKS)
@pytest.mark.parametrize("above", BLOCKS)
def test_a_piece_looks_as_if_it_had_come_with_the_page(qtbot: QtBot, above: str, below: str) -> None:
    whole, grown = PageBrowser(LIGHT), PageBrowser(LIGHT)
    for browser in (whole, grown):
        qtbot.addWidget(browser)
        browser.set_text_font(Typography().font(browser.font()))
    whole.set_page(Page(html_of(f"{BLOCKS[above]}\n{BLOCKS[below]}"), (), {}), 0, 0)
    grown.set_page(Page(html_of(BLOCKS[above]), (), {}, (html_of(BLOCKS[below]),)), 0, 0)
    with qtbot.waitSignal(grown.pieces.whole):
        pass
    assert formats_of(grown.document()) == formats_of(whole.document())
    assert grown._dressed.places.keys() == whole._dressed.places.keys()
    assert len(grown._dressed.cards) == len(whole._dressed.cards)


def as_it_is() -> PaperRecord:
    """A text of 4,000 lines with thousands of words in one paragraph."""
    return page_record("*a*b\n" * 4_000 + "needle")


def many(count: int, **changes: bool) -> Page:
    pieces = [html_of(f'<p class="h1"><a name="heading-{n}"></a>part {n}</p>' + "<p>a</p>" * 60) for n in range(count)]
    return Page(pieces[0], (), {}, tuple(pieces[1:]), **changes)


@pytest.fixture
def browser(qtbot: QtBot) -> PageBrowser:
    made = PageBrowser(LIGHT)
    on_screen(qtbot, made, 700, 400)
    return made


def test_a_page_grows_by_a_piece_a_turn(qtbot: QtBot, browser: PageBrowser) -> None:
    added: list[int] = []
    browser.pieces.added.connect(added.append)
    with qtbot.waitSignal(browser.pieces.whole):
        browser.set_page(many(4), 0, 0)
        assert browser.document().blockCount() == 61
    assert added == [61, 122, 183]
    assert browser.document().blockCount() == 244


def test_a_text_as_it_is_grows_no_further_than_one_reads(qtbot: QtBot, browser: PageBrowser) -> None:
    browser.set_page(many(3, as_it_is=True), 0, 0)
    QApplication.processEvents()
    assert browser.document().blockCount() == 61
    assert browser.pieces.are_left
    browser.pieces.add_next()
    QApplication.processEvents()
    assert browser.document().blockCount() == 122
    with qtbot.waitSignal(browser.pieces.whole):
        browser.pieces.add_all()


def test_the_rest_of_a_page_is_forgotten_with_it(qtbot: QtBot, browser: PageBrowser) -> None:
    browser.set_page(many(4), 0, 0)
    browser.set_page(many(1), 0, 0)
    QApplication.processEvents()
    assert browser.document().blockCount() == 61
    browser.set_page(many(4), 0, 0)
    browser.pieces.begin(None)
    QApplication.processEvents()
    assert browser.document().blockCount() == 61


def test_a_place_that_is_gone_to_comes_at_once(browser: PageBrowser) -> None:
    browser.set_page(many(4, as_it_is=True), 0, 0)
    browser.load_to("heading-2")
    assert browser.document().blockCount() == 183
    assert browser.anchor_tops(["heading-1", "heading-3"])[0] < 10_000 < browser.anchor_tops(["heading-3"])[0]


def test_where_one_read_is_loaded_before_one_comes_back(browser: PageBrowser) -> None:
    browser.set_page(many(4), 0, 0)
    browser.load_to("heading-3")
    browser.go_to_block(150)
    place = browser.reading_place()
    assert place.block > 122
    browser.set_page(many(4), 0, 0)
    browser.return_to(place)
    assert browser.reading_place().block == place.block


def test_the_end_of_a_text_as_it_is_loads_more_of_it(qtbot: QtBot, view: SectionView) -> None:
    shown(qtbot, view, as_it_is())
    before = view._browser.document().blockCount()
    assert view._browser.pieces.are_left
    told: list[bool] = []
    view.scrolled_to_end.connect(lambda: told.append(view._browser.pieces.are_left))
    for _ in range(200):
        view.set_scroll_position(1.0)
        QApplication.processEvents()
    assert view._browser.document().blockCount() > before
    assert not view._browser.pieces.are_left
    assert told == [False]


def test_looking_for_words_loads_all_of_it(qtbot: QtBot, view: SectionView) -> None:
    shown(qtbot, view, as_it_is())
    view.open_find()
    view._find_bar._field.setText("needle")
    assert view.mark_count == 0
    qtbot.waitUntil(lambda: view.mark_count == 1, timeout=30_000)
    assert not view._browser.pieces.are_left


def test_an_ordinary_page_needs_no_child(view: SectionView) -> None:
    view.show_paper(page_record("word " * 5_000))
    assert view._writer._long is None
    assert text_of(view).startswith("word word")
    assert page_writer._COMING not in text_of(view)
