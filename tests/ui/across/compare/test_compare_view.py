"""Papers side by side without a window: columns, stars, the bar below the chosen one, keys."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.across.compare import compare
from reader.posts.model import PaperKey
from reader.ui.across.compare.compare_frame import CompareFrame
from reader.ui.across.compare.compare_view import CompareView
from reader.ui.session.rows import Signs
from reader.ui.widgets.theme import Look
from reader.ui.widgets.typography import Typography
from tests.across.summaries import appearance
from tests.ui.mouse import double_click
from tests.ui.pictures import box, picture

ONE, TWO = PaperKey("2501.00001"), PaperKey("2501.00002")
_SAID = {name: f"{name}은 이렇다. " * 40 for name in ("Method", "Results", "Limitations")}
PAPERS = [
    appearance("Folding", _SAID),
    appearance("Weaving", _SAID, number=2, link="https://arxiv.org/abs/2501.00002"),
]


@pytest.fixture
def marked() -> set[PaperKey]:
    return set()


@pytest.fixture
def view(look: Look, page: QWidget, marked: set[PaperKey]) -> CompareView:
    made = CompareView(look, lambda key: Signs(bookmarked=key in marked), Typography())
    host = QVBoxLayout(page)
    host.setContentsMargins(0, 0, 0, 0)
    host.addWidget(made)
    page.resize(800, 500)
    QApplication.processEvents()
    made.show_comparison(compare(PAPERS), TWO)
    return made


def seen_at(view: CompareView, room: QRect, colour: str) -> QRect:
    return box(picture(view.viewport()), room, view._look.colour(colour), by=2)


def test_two_columns_stand_beside_one_another_with_a_line_between(view: CompareView) -> None:
    room = view.viewport().width()
    assert view._columns.width == (room - 2 * 28 - 36) // 2
    assert [view._columns.left(column) for column in range(2)] == [28, 28 + view._columns.width + 36]
    line = seen_at(view, QRect(view._columns.left(1) - 36, view._head_height, 35, 500), "line")
    assert (line.left(), line.width(), line.bottom()) == (view._columns.left(1) - 18, 1, 499)
    below = seen_at(view, QRect(0, 0, room, view._head_height + 5), "line")
    assert (below.width(), below.bottom()) == (room, view._head_height + 4)
    assert view.accessibleName() == "Papers side by side"
    assert view.accessibleDescription() == "Folding, Weaving"


def test_the_chosen_column_has_a_bar_and_a_star_to_click(view: CompareView) -> None:
    assert view.current == 1
    where = view._star_rect(1)
    assert where == QRect(view._columns.left(1) + view._columns.width - 18, 22 + 1, 18, 18)
    assert not seen_at(view, where, "muted").isEmpty()
    assert seen_at(view, view._star_rect(0), "muted").isEmpty()
    bar = seen_at(view, QRect(0, view._head_height - 4, 800, 4), "accent")
    assert bar == QRect(view._columns.left(1), view._head_height - 3, view._columns.width, 2)


def test_a_bookmarked_paper_has_a_star_in_its_colour(view: CompareView, marked: set[PaperKey]) -> None:
    marked.add(ONE)
    view.marks_changed()
    assert seen_at(view, view._star_rect(0), "accent").width() > 8


def test_a_click_chooses_a_column_and_its_star_marks_it(view: CompareView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.star_clicked) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view._star_rect(0).center())
    assert clicked.args == [ONE]
    assert view.current == 0
    with qtbot.assertNotEmitted(view.star_clicked):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(view._columns.left(1) + 5, 200))
    assert view.current == 1
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=QPoint(view._columns.left(0) + 5, 200))
    assert view.current == 1
    with qtbot.waitSignal(view.opened) as opened:
        double_click(view.viewport(), QPoint(view._columns.left(0) + 5, 200))
    assert opened.args == [ONE]


def test_keys_go_from_column_to_column_open_and_lead_back(view: CompareView, qtbot: QtBot) -> None:
    chosen: list[str] = []
    view.paper_chosen.connect(chosen.append)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert chosen == [ONE, TWO]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(view.opened) as opened:
            QTest.keyClick(view, key)
        assert opened.args == [TWO]
    with qtbot.waitSignal(view.left):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_sections_are_gone_to_and_pages_turned(view: CompareView) -> None:
    bar = view.verticalScrollBar()
    assert view.names == ["Method", "Results", "Limitations"]
    assert (view._tops[0], bar.singleStep(), view.frameShape()) == (13, 48, QFrame.Shape.NoFrame)
    view.go_to_section(2)
    assert bar.value() == view._tops[1] - 13
    view.next_section()
    assert bar.value() == min(bar.maximum(), view._tops[2] - 13)
    view.previous_section()
    view.previous_section()
    assert bar.value() == 0
    view.go_to_section(0)
    view.go_to_section(9)
    assert bar.value() == 0
    assert view.scroll_page()
    assert bar.value() == view.viewport().height() - view._head_height - 48 == bar.pageStep()
    assert view.scroll_page(down=False)
    assert not view.scroll_page(down=False)


def test_it_follows_the_open_paper(view: CompareView) -> None:
    assert view.follow(ONE)
    assert view.current == 0
    assert not view.follow(PaperKey("2501.99999"))
    assert view.current == 0
    assert not view.toggle_in_one(), "two papers are no two texts of one"


def test_where_the_columns_do_not_fill_the_view_they_stand_in_its_middle(view: CompareView, page: QWidget) -> None:
    page.resize(2000, 500)
    QApplication.processEvents()
    right = view._columns.left(1) + view._columns.width
    assert view._columns.width == 640
    assert abs(view._columns.left(0) - (view.viewport().width() - right)) <= 1
    assert view._columns.left(0) > 100


def test_heads_stay_in_sight_while_they_leave_the_text_two_thirds_of_the_view(view: CompareView, page: QWidget) -> None:
    assert view._covered == view._head_height
    for height, covered in ((3 * view._head_height + 1, view._head_height), (3 * view._head_height - 1, 0)):
        page.resize(800, height)
        QApplication.processEvents()
        assert view._covered == covered


def test_columns_too_narrow_for_words_are_scrolled_sideways(view: CompareView, page: QWidget, qtbot: QtBot) -> None:
    page.resize(420, 500)
    QApplication.processEvents()
    bar = view.horizontalScrollBar()
    assert (view._columns.width, bar.value()) == (190, 0)
    assert bar.maximum() == 2 * 28 + 2 * 190 + 36 - view.viewport().width()
    view.follow(ONE)
    view.step(1)
    assert view._left(1) + 190 + 28 == view.viewport().width(), "all of the column gone to is in sight"
    with qtbot.waitSignal(view.star_clicked) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view._star_rect(1).center())
    assert clicked.args == [TWO]
    view.step(-1)
    assert (bar.value(), view._left(0)) == (0, 28)


class TestTheFrame:
    @pytest.fixture
    def frame(self, look: Look, page: QWidget, view: CompareView) -> CompareFrame:
        made = CompareFrame(look, view)
        layout = page.layout()
        assert layout is not None
        layout.addWidget(made)
        QApplication.processEvents()
        return made

    def test_the_band_says_how_many_papers_there_are_and_leads_back(
        self, frame: CompareFrame, view: CompareView, qtbot: QtBot
    ) -> None:
        view.show_comparison(compare(PAPERS), None)
        assert (frame._band.title, frame._band._detail.text().replace("(s)", "s")) == ("Side by side", "2 papers")
        assert frame._in_one.isHidden()
        assert (frame._band.geometry().bottom() + 1, frame._band.height()) == (view.y(), 42)
        with qtbot.waitSignal(view.left):
            frame._band._back.click()
        with qtbot.waitSignal(view.left):
            QTest.keyClick(frame._band, Qt.Key.Key_Escape)

    def test_two_texts_of_one_paper_are_shown_in_one_by_a_button_that_says_what_it_does(
        self, frame: CompareFrame, view: CompareView
    ) -> None:
        later = appearance("Folding", {"Method": "잘 접는다."}, number=2, day=date(2025, 2, 3))
        view.show_comparison(compare([appearance("Folding", {"Method": "접는다."}), later]), None)
        assert frame._band.title == "What the summaries say differently"
        assert (frame._in_one.isVisible(), frame._in_one.text()) == (True, "In one text")
        frame._in_one.click()
        assert (view.is_in_one, frame._in_one.text()) == (True, "Side by side")
        view.toggle_in_one()
        assert frame._in_one.text() == "In one text"


def test_titles_that_would_fill_the_view_scroll_along_and_the_text_is_read(view: CompareView) -> None:
    long = [
        appearance("Folding and weaving " * 40, _SAID),
        appearance("Weaving", _SAID, number=2, link="https://arxiv.org/abs/2501.00002"),
    ]
    view.show_comparison(compare(long), TWO)
    height = view.viewport().height()
    assert view._head_height > height
    star = view._star_rect(1)
    view.next_section()
    assert view.verticalScrollBar().value() == view._head_height + view._tops[1] - 26 // 2
    assert view._star_rect(1).top() == star.top() - view.verticalScrollBar().value(), "it went with its title"
    whole = QRect(0, 0, view.viewport().width(), 40)
    assert not seen_at(view, whole, "accent").isEmpty(), "the section's name is at the top"
    view.previous_section()
    assert view.verticalScrollBar().value() == 0
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    last = view._head_height + view._tops[-1] + view._rows[-1].height - view.verticalScrollBar().value()
    assert 0 < last < height, "the end of the text is in sight"
