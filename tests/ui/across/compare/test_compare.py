"""Papers side by side in the real window, by their keys."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.commands.cli import run
from reader.ui.across.compare.compare_view import CompareView
from reader.ui.session.places import BOOKMARKED, UNREAD
from reader.ui.window.window import MainWindow
from tests.factories import SECTIONS, paper, post, write_post
from tests.ui.across.test_lens import key_of, press

BEFORE, AFTER = "정확도가 69.8%로 올랐다.", "정확도가 96.8%로 크게 올랐다."


def compared(window: MainWindow, qtbot: QtBot) -> CompareView:
    qtbot.waitUntil(lambda: window.across.comparing.stage.is_on)
    return window.across.comparing.view


def test_c_at_one_paper_and_c_at_another_shows_both(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "C", "J", "C")
    view = compared(window, qtbot)
    assert view.isVisible()
    assert not window.papers.isVisible()
    assert view.keys == [key_of(1), key_of(2)]
    assert view.names == ["Introduction", "Method", "Results", "Limitations", "Conclusion"]
    assert "61.5%" in view.column_text(0)
    assert "62.5%" in view.column_text(1)


def test_two_bookmarked_papers_take_three_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.session.set_bookmark([key_of(3), key_of(8)])
    window.browsing.show_place(BOOKMARKED)
    press(window, "Home", "Ctrl+A", "C")
    assert compared(window, qtbot).keys == [key_of(3), key_of(8)]


def test_several_selected_papers_are_compared_at_once_up_to_four(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Shift+J", "Shift+J", "Shift+J", "Shift+J", "C")
    assert not window.across.comparing.stage.is_on
    assert "four" in window.status.message()
    press(window, "Shift+K", "C")
    assert compared(window, qtbot).keys == [key_of(n) for n in (1, 2, 3, 4)]


def test_sections_begin_at_one_height_and_scroll_together(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "C", "J", "C")
    view = compared(window, qtbot)
    assert len(view._tops) == 5
    window.resize(1000, 520)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(window, "Space")
    assert bar.value() > 0
    press(window, "1")
    assert bar.value() == 0
    press(window, "2")
    assert bar.value() > 0


def test_the_columns_are_gone_through_and_marked(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "C", "J", "C")
    view = compared(window, qtbot)
    assert window.state.key == view.keys[view.current] == key_of(2)
    press(window, "K", "B")
    assert window.state.key == view.keys[view.current] == key_of(1)
    assert window.session.marks.keys("bookmarked") == {key_of(1)}
    press(window, "Right")
    assert window.state.key == key_of(2)


def test_escape_leads_back_to_list_and_page(window: MainWindow, qtbot: QtBot) -> None:
    before = window.panes._columns.sizes()
    press(window, "C", "J", "C")
    compared(window, qtbot)
    press(window, "Esc")
    qtbot.waitUntil(lambda: not window.across.comparing.stage.is_on)  # the key may have been kept for the view
    assert window.papers.isVisible()
    assert window.view.isVisible()
    assert window.panes._columns.sizes() == before
    assert window.view._shown is not None
    assert window.view._shown.record.key == window.state.key


def test_a_place_chosen_leads_back_too(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "C", "J", "C")
    compared(window, qtbot)
    window.browsing.show_place(UNREAD)
    assert window.papers.isVisible()


def test_a_paper_of_one_post_has_nothing_to_be_compared_with(window: MainWindow) -> None:
    press(window, "C", "C")
    assert not window.across.comparing.stage.is_on
    assert "one post" in window.status.message()


def test_the_lens_comes_back_behind_it(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "L", "C", "J", "C")
    view = compared(window, qtbot)
    assert view.keys == [key_of(1), key_of(3)], "the next paper of the lens"
    press(window, "Esc")
    assert window.across.lensing.view.isVisible()
    assert window.across.lensing.view.current_key == window.state.key


class TestOfTwoPosts:
    @pytest.fixture
    def synced(self, profile: Path, tmp_path: Path) -> Path:
        for day, result in (
            ("2025-01-02", "정확도가 69.8%로 올랐다."),
            ("2025-02-03", "정확도가 96.8%로 크게 올랐다."),
        ):
            text = paper(1, sections={**SECTIONS, "Results": result})
            write_post(tmp_path / "posts", f"{day}-daily.md", post([text], date=f"{day} 08:15:00"))
        assert run(["sync", "--profile", str(profile), str(tmp_path / "posts")]) == 0
        return profile

    def test_c_twice_shows_what_its_posts_say_differently(self, window: MainWindow, qtbot: QtBot) -> None:
        press(window, "C", "C")
        view = compared(window, qtbot)
        results = view._rows[view.names.index("Results")]
        assert [cell.toPlainText() for cell in results.cells] == [
            "정확도가 69.8%로 올랐다.",
            "정확도가 96.8%로 크게 올랐다.",
        ]
        assert "line-through" in results.cells[0].toHtml()
        assert "line-through" not in results.cells[1].toHtml()
        assert "line-through" not in view._rows[0].cells[0].toHtml()


def test_a_rewritten_summary_says_so_and_shows_what_changed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.state.open(key_of(1))
    press(window, "B")
    rewritten = paper(1, "Paper Number 1", "https://arxiv.org/abs/2501.00001", {**SECTIONS, "Results": AFTER})
    write_post(tmp_path / "posts", "2025-02-04-daily.md", post([rewritten], date="2025-02-04 08:15:00"))
    run(["sync", "--profile", str(window.session.profile.places.profile)])
    window.session._calm.stop()
    window.session.look_at_library()
    assert window.session.signs(key_of(1)).updated
    qtbot.waitUntil(lambda: "rewritten" in window.view._header._changes.text())
    window.view._header._changes.click()
    view = compared(window, qtbot)
    assert "71.5%로" in view.column_text(0) and "69.8%" not in view.column_text(0)
    assert "96.8%" in view.column_text(1)
    press(window, "D")
    assert len(view._heads) == 1 and "71.5%로" in view.column_text(0) and "96.8%" in view.column_text(0)
    press(window, "Esc")
    window.state.open(key_of(5))
    assert not window.session.signs(key_of(1)).updated
