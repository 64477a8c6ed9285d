"""The section lens in the real window, by its keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.posts.model import PaperKey
from reader.ui.across.lens_rows import FOLD
from reader.ui.across.lens_view import LensView
from reader.ui.session.across_job import AcrossJob, Answered, Question
from reader.ui.session.places import ALL, BOOKMARKED, UNREAD, WEEK, Place
from reader.ui.window.window import MainWindow


def press(window: MainWindow, *keys: str) -> None:
    for key in keys:
        for stroke in key.split(", "):
            combination = QKeySequence(stroke)[0]
            QTest.keyClick(window.windowHandle(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()


def key_of(number: int) -> PaperKey:
    return PaperKey(f"2501.{number:05d}")


def seen(lens: LensView) -> list[str]:
    """The papers of the page in their order; "fold" for the line of those that say nothing."""
    return ["fold" if n == FOLD else str(lens._rows.key(n))[-2:].lstrip("0") for n in lens._rows.rows]


@pytest.fixture
def lens(window: MainWindow, qtbot: QtBot) -> LensView:
    press(window, "L")
    view = window.across.lensing.view
    qtbot.waitUntil(lambda: view.is_settled)
    return view


def test_l_shows_one_section_of_all_papers_listed_and_l_leads_back(window: MainWindow, lens: LensView) -> None:
    assert window.across.lensing.is_on
    assert lens.isVisible()
    assert not window.view.isVisible()
    assert lens.section == "limitations"
    assert seen(lens) == ["1", "3", "4", "5", "6", "8", "9", "10", "11", "12", "fold"]
    press(window, "L")
    assert window.view.isVisible()
    assert window.state.key == key_of(1)


def test_escape_leads_back_to_the_paper_one_was_at(window: MainWindow, lens: LensView) -> None:
    press(window, "J", "J", "Esc")
    assert not window.across.lensing.is_on
    assert window.state.key == key_of(4)
    assert window.view._shown is not None
    assert window.view._shown.record.key == key_of(4)
    assert lens.isHidden()


def test_j_and_k_go_from_paper_to_paper_and_everybody_follows(window: MainWindow, lens: LensView) -> None:
    press(window, "J")
    assert lens.current_key == window.state.key == window.papers.current_key() == key_of(3)
    assert window.windowTitle().startswith("Paper Number 3")
    assert window.notes.key() == key_of(3)
    press(window, "K")
    assert lens.current_key == window.state.key == key_of(1)


def test_closing_while_the_next_papers_are_still_to_be_made_makes_them_no_more(
    window: MainWindow, lens: LensView, qtbot: QtBot
) -> None:
    made: list[None] = []
    lens.canvas.ahead.timeout.connect(lambda: made.append(None))
    lens.canvas.settle()
    qtbot.waitUntil(lambda: bool(made))
    made.clear()
    lens.canvas.settle()
    window.close()
    qtbot.wait(50)
    assert made == []


def test_j_below_the_last_opens_those_that_say_nothing(window: MainWindow, lens: LensView) -> None:
    press(window, *["J"] * 9)
    assert window.state.key == key_of(12)
    press(window, "J")
    assert seen(lens)[-3:] == ["fold", "2", "7"]
    assert window.state.key == key_of(2)
    press(window, "J", "J")
    assert window.state.key == key_of(7)


def test_a_number_changes_the_section_and_stays_at_the_paper(window: MainWindow, lens: LensView) -> None:
    press(window, "J", "J", "3")
    assert lens.section == "results"
    assert window.state.key == key_of(4)
    press(window, "1")
    assert lens.section == "introduction"
    press(window, "]")
    assert lens.section == "goal"
    assert window.state.key == key_of(4)


def test_where_the_paper_says_nothing_the_next_one_is_shown_until_it_does(window: MainWindow, lens: LensView) -> None:
    press(window, "3", "J")
    assert window.state.key == key_of(2)
    press(window, "4")
    assert window.state.key == key_of(3)
    press(window, "5")
    assert window.state.key == key_of(2)


def test_b_marks_the_paper_at_the_top(window: MainWindow, lens: LensView) -> None:
    press(window, "J", "B")
    assert window.session.marks.keys("bookmarked") == {key_of(3)}


def test_scrolling_opens_the_paper_that_comes_to_the_top(window: MainWindow, lens: LensView) -> None:
    bar = lens.canvas.verticalScrollBar()
    bar.setValue(lens.canvas.header.height() + lens.canvas.strip.top(2))
    assert lens.current_key == window.state.key == key_of(4)


def test_a_click_in_a_text_makes_its_paper_the_open_one(window: MainWindow, lens: LensView) -> None:
    number, room = lens.canvas.in_sight()[1]
    QTest.mouseClick(lens.canvas.viewport(), Qt.MouseButton.LeftButton, pos=room.topLeft() + QPoint(40, 40))
    assert window.state.key == lens._rows.key(number) == key_of(3)
    assert lens.canvas.strip.row == 0


def test_the_star_of_a_row_is_clicked(window: MainWindow, lens: LensView) -> None:
    _, room = lens.canvas.in_sight()[1]
    star = lens.canvas.painter.star_rect(room).center()
    QTest.mouseClick(lens.canvas.viewport(), Qt.MouseButton.LeftButton, pos=star)
    assert window.session.marks.keys("bookmarked") == {key_of(3)}


def test_a_click_on_the_line_opens_what_is_folded_away(window: MainWindow, lens: LensView) -> None:
    press(window, "End")
    room = next(room for number, room in lens.canvas.in_sight() if number == FOLD)
    QTest.mouseClick(lens.canvas.viewport(), Qt.MouseButton.LeftButton, pos=room.center())
    assert seen(lens)[-2:] == ["2", "7"]


def test_selected_words_are_highlighted_and_quoted_in_place(window: MainWindow, lens: LensView) -> None:
    number, room = lens.canvas.in_sight()[1]
    page = lens._rows.page(number)
    assert page is not None
    start = page.toPlainText().index("짧은")
    corner = room.topLeft() + QPoint(0, lens._rows.above)
    first, last = (page.rect_of(at).center() + corner for at in (start, start + 5))
    viewport = lens.canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(viewport, last)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=last)
    assert window.state.key == key_of(3)
    press(window, "H")
    [highlight] = window.session.marks.highlights_of(key_of(3))
    assert (highlight.section, highlight.quotation) == ("limitations", "짧은 글에")
    assert len(page.under) == 1


def test_words_of_the_title_are_no_part_of_the_summary(window: MainWindow, lens: LensView) -> None:
    number, _ = lens.canvas.in_sight()[0]
    page = lens._rows.page(number)
    assert page is not None
    assert page.quotations(page.cursor(0, 8)) == []
    assert [text.name for text in page.sections()] == ["limitations"]


def test_a_place_chosen_shows_its_papers(window: MainWindow, lens: LensView) -> None:
    window.browsing.show_place(Place("day", "2025-02-03"))
    assert seen(lens) == ["5", "6", "8", "fold"]
    assert window.state.key == lens.current_key == key_of(5)


def test_w_lists_this_week_which_is_empty_here(window: MainWindow, lens: LensView) -> None:
    press(window, "W")
    assert window.state.place == WEEK
    assert window.papers.count() == 0
    assert lens._pages.currentWidget() is lens._empty
    press(window, "G, 7")
    assert window.papers.count() == 12
    assert lens._pages.currentWidget() is lens.canvas


def test_a_row_of_the_list_is_gone_to(window: MainWindow, lens: LensView, qtbot: QtBot) -> None:
    window.papers.table.go_to(8)
    assert window.state.key == lens.current_key == key_of(9)
    window.papers.table.go_to(1)
    assert window.state.key == lens.current_key == key_of(2), "it says nothing, and is shown where those stand"
    assert seen(lens)[-2:] == ["2", "7"]


def test_papers_that_pass_count_as_read(window: MainWindow, lens: LensView, qtbot: QtBot) -> None:
    window.session.profile.settings.set("read_after", 0.0)
    press(window, "J", "J")
    qtbot.waitUntil(lambda: window.session.marks.keys("read") == {key_of(1), key_of(3)})
    press(window, "L")
    assert window.session.marks.keys("read") == {key_of(1), key_of(3), key_of(4)}


def test_what_only_flies_by_is_not_read(window: MainWindow, lens: LensView) -> None:
    press(window, *["J"] * 5, "L")
    assert window.session.marks.keys("read") == set()


def test_nothing_leaves_the_page_for_being_read(window: MainWindow, lens: LensView, qtbot: QtBot) -> None:
    window.browsing.show_place(UNREAD)
    window.session.profile.settings.set("read_after", 0.0)
    press(window, "J", "J", "J")
    qtbot.waitUntil(lambda: window.papers.count() < 12)
    assert seen(lens)[:4] == ["1", "3", "4", "5"]
    press(window, "K")
    assert window.state.key == lens.current_key == key_of(4)


def test_a_search_marks_its_words(window: MainWindow, lens: LensView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.asking.found):
        window.search("한계:이득")
    qtbot.waitUntil(lambda: lens.is_settled)
    page = lens._rows.page(lens.canvas.in_sight()[0][0])
    assert page is not None
    assert len(page.marks) == 8


def test_a_paper_that_is_gone_by_the_time_it_is_reached_is_not_the_current_one(
    window: MainWindow, lens: LensView, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.state.open(None)
    monkeypatch.setattr(window.session, "record", lambda key: None)
    press(window, "J")
    assert lens.current_key is window.state.key is None
    press(window, "B")
    assert not window.session.marks.keys("bookmarked")


def test_typing_a_query_turns_no_page(window: MainWindow, lens: LensView, qtbot: QtBot) -> None:
    press(window, "J")
    with qtbot.waitSignal(window.search_job.found):
        window.toolbar.search.field.setText('"number 12"')
    assert window.state.key == key_of(3)
    assert lens.current_key is None
    window.browsing.show_place(ALL)
    assert lens.current_key == window.state.key == key_of(3)


def test_the_lens_takes_theme_size_and_language(window: MainWindow, lens: LensView) -> None:
    before = lens.canvas.strip.height(0)
    window.actions_["larger"].trigger()
    assert lens.canvas.strip.height(0) > before
    window.actions_["theme"].trigger()
    QApplication.processEvents()
    assert lens._rows._sized is not None
    assert lens._rows._sized.theme.name == "dark"
    QApplication.sendEvent(lens, QEvent(QEvent.Type.LanguageChange))


def test_a_sync_leaves_one_where_one_is(window: MainWindow, lens: LensView, qtbot: QtBot) -> None:
    press(window, "J", "J", "J")
    window.browsing.refresh()
    assert lens.current_key == window.state.key == key_of(5)


def test_a_paper_that_came_to_the_list_meanwhile_is_shown(window: MainWindow, lens: LensView) -> None:
    window.session.set_bookmark([key_of(3)])
    window.browsing.show_place(BOOKMARKED)
    assert seen(lens) == ["3"]
    window.session.set_bookmark([key_of(8)])
    list(window.browsing.counting._counted())
    assert seen(lens) == ["3"], "nothing moves while one reads"
    window.papers.table.go_to(1)
    assert window.state.key == lens.current_key == key_of(8)


def test_words_are_found_in_papers_far_out_of_sight(window: MainWindow, lens: LensView, qtbot: QtBot) -> None:
    press(window, "Ctrl+Shift+F")
    lens._find_bar._field.setText("한계 12")
    qtbot.waitUntil(lambda: lens.mark_count == 8)
    press(window, "Return")
    assert lens.current_key == window.state.key == key_of(12)
    assert lens._find_bar._count.text() == "1 / 8"
    press(window, "Esc")
    assert lens._find_bar.isHidden()
    assert window.across.lensing.is_on
    assert lens.mark_count == 0


def test_found_words_are_gone_through_from_paper_to_paper(window: MainWindow, lens: LensView, qtbot: QtBot) -> None:
    press(window, "Ctrl+F")
    lens._find_bar._field.setText("number 1")
    qtbot.waitUntil(lambda: lens.mark_count == 4)
    seen_keys = []
    for _ in range(5):
        press(window, "F3")
        seen_keys.append(window.state.key)
    assert seen_keys == [key_of(n) for n in (1, 10, 11, 12, 1)]
    press(window, "Shift+F3")
    assert window.state.key == key_of(12)


def test_the_lens_is_written_as_markdown_and_as_a_page(
    window: MainWindow, lens: LensView, qtbot: QtBot, tmp_path: Path
) -> None:
    for form, beginning in (("md", "# Limitations · All papers"), ("html", "<!DOCTYPE html>")):
        out = tmp_path / f"lens.{form}"
        with qtbot.waitSignal(window.across.taking_out.told):
            window.across.taking_out.write(window.across.lensing._text(), form, out)
        text = out.read_text(encoding="utf-8")
        assert text.startswith(beginning)
        assert (
            text.index("Paper Number 3")
            < text.index("Paper Number 12")
            < text.index("Paper Number 2<" if form == "html" else "Paper Number 2]")
        )


def test_what_cannot_be_written_is_said(window: MainWindow, lens: LensView, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.across.job.failed) as told:
        window.across.taking_out.write(window.across.lensing._text(), "md", tmp_path)
    assert str(tmp_path) in told.args[0]


def rest_unknown(lens: LensView, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Hold back what the other thread finds; what is returned hands it over."""
    held: list[tuple[str, Question, Answered]] = []
    ask = lens._job.ask
    monkeypatch.setattr(lens._job, "ask", lambda *asked: held.append(asked) if asked[0] == "lens" else ask(*asked))
    return lambda: AcrossJob.ask(lens._job, *held.pop())


def test_a_key_behind_a_sync_is_taken_once_it_is_known_who_says_nothing(
    window: MainWindow, lens: LensView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(window, *["J"] * 9)
    go_on = rest_unknown(lens, monkeypatch)
    window.browsing.refresh()
    press(window, "J", "J")
    assert window.state.key == key_of(12)
    go_on()
    qtbot.waitUntil(lambda: window.state.key == key_of(7))
    assert lens.current_key == key_of(7)


def test_a_step_taken_meanwhile_is_not_taken_again(
    window: MainWindow, lens: LensView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(window, *["J"] * 9)
    go_on = rest_unknown(lens, monkeypatch)
    window.browsing.refresh()
    press(window, "J", "K")
    go_on()
    qtbot.waitUntil(lambda: lens.is_settled and "fold" in seen(lens))
    assert window.state.key == lens.current_key == key_of(11)


def test_keys_pass_papers_that_turn_out_to_say_nothing(
    window: MainWindow, lens: LensView, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(window, *["J"] * 9)
    rest_unknown(lens, monkeypatch)
    window.browsing.refresh()
    press(window, *["K"] * 5)
    assert window.state.key == lens.current_key == key_of(6)
    press(window, "K")
    assert window.state.key == lens.current_key == key_of(5)


def test_a_paper_that_says_nothing_and_was_chosen_gives_way_to_the_one_at_the_top(
    window: MainWindow, lens: LensView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(window, *["J"] * 9)
    go_on = rest_unknown(lens, monkeypatch)
    window.browsing.refresh()
    lens.canvas.verticalScrollBar().setValue(0)
    _, room = lens.canvas.in_sight()[1]
    QTest.mouseClick(lens.canvas.viewport(), Qt.MouseButton.LeftButton, pos=room.topLeft() + QPoint(40, 40))
    assert window.state.key == key_of(2)
    go_on()
    qtbot.waitUntil(lambda: "fold" in seen(lens))
    assert lens.current_key == window.state.key == key_of(1)


def test_a_sync_leaves_one_at_a_paper_that_says_nothing(window: MainWindow, lens: LensView, qtbot: QtBot) -> None:
    press(window, *["J"] * 10)
    window.browsing.refresh()
    qtbot.waitUntil(lambda: lens.is_settled and len(seen(lens)) == 13)
    assert lens.current_key == window.state.key == key_of(2)
    press(window, "J")
    assert window.state.key == key_of(7)


def test_a_sync_leaves_the_text_where_one_has_scrolled_to(window: MainWindow, lens: LensView, qtbot: QtBot) -> None:
    press(window, "J", "J")
    bar = lens.canvas.verticalScrollBar()
    bar.setValue(bar.value() + 60)
    before = window.state.key, [room.top() for _, room in lens.canvas.in_sight()]
    window.browsing.refresh()
    qtbot.waitUntil(lambda: lens.is_settled)
    assert (window.state.key, [room.top() for _, room in lens.canvas.in_sight()]) == before
