"""The papers like the open one, below its text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.posts.model import PaperKey
from reader.render.theme import LIGHT
from reader.services.profile import Profile
from reader.ui.page.related_foot import RelatedFoot, RelatedLine
from reader.ui.window.window import MainWindow
from tests.factories import paper, post, write_post

FIRST, LIKE, OTHER = (PaperKey(f"2501.0000{n}") for n in (1, 2, 3))
LINES = [RelatedLine("a", "One", "확산, 토큰", "12-22"), RelatedLine("b", "Two", "로봇")]


@pytest.fixture
def foot(qtbot: QtBot) -> RelatedFoot:
    made = RelatedFoot(LIGHT)
    qtbot.addWidget(made)
    made.show_lines(LINES)
    made.place(600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_arrow_keys_go_through_the_lines_and_enter_asks_for_one(foot: RelatedFoot, qtbot: QtBot) -> None:
    foot.activateWindow()
    assert foot.focus_first()
    with qtbot.waitSignal(foot.paper_requested) as asked:
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
            qtbot.keyClick(QApplication.focusWidget() or foot._lines[0], key)
    assert asked.args == ["b"]
    with qtbot.waitSignal(foot.left):
        qtbot.keyClick(QApplication.focusWidget() or foot._lines[1], Qt.Key.Key_Escape)


def test_the_keyboard_stays_with_its_paper_as_the_lines_are_others(foot: RelatedFoot, qtbot: QtBot) -> None:
    foot.activateWindow()
    qtbot.waitUntil(foot.isActiveWindow)
    foot.focus_first()
    foot.show_lines([RelatedLine("z", "Another", ""), LINES[0]])
    assert QApplication.focusWidget() is foot._lines[1]
    with qtbot.waitSignal(foot.left, timeout=500):
        foot.show_lines([RelatedLine("z", "Another", "")])


def test_a_key_that_was_on_its_way_to_a_line_that_is_gone_does_nothing(foot: RelatedFoot, qtbot: QtBot) -> None:
    gone = foot._lines[0]
    foot.show_lines(())
    with qtbot.assertNotEmitted(foot.left):
        qtbot.keyClick(gone, Qt.Key.Key_Escape)


def test_without_lines_there_is_nothing_and_no_room_is_taken(foot: RelatedFoot) -> None:
    assert foot.place(600) > 0
    foot.show_lines(())
    assert foot.isHidden()
    assert foot.place(600) == 0
    assert not foot.focus_first()


def test_larger_text_takes_more_room(foot: RelatedFoot) -> None:
    before = foot.place(600)
    foot.set_scale(1.5)
    assert foot.place(600) > before


@pytest.fixture
def window(qtbot: QtBot, profile: Path, tmp_path: Path) -> Iterator[MainWindow]:
    texts = {
        1: "로봇의 손으로 종이를 접는 정책을 강화학습으로 다듬는다. 종이접기 로봇이다.",
        2: "종이접기 로봇의 손을 제어하는 정책을 배운다.",
        3: "바다의 소리를 듣는 마이크를 만든다.",
        4: "시계에서 문장을 읽는다.",
    }
    papers = [
        paper(n, f"Paper {n}", f"https://arxiv.org/abs/2501.{n:05d}", {"Method": text * 8}) for n, text in texts.items()
    ]
    write_post(tmp_path / "posts", "2025-01-02-daily.md", post(papers, date="2025-01-02 08:15:00"))
    assert run(["sync", "--profile", str(profile), str(tmp_path / "posts")]) == 0
    opened = Profile(ProfilePaths.of(profile))
    _, made = build(opened, Shown(language="en", theme="light", remembers=False))
    made.show()
    qtbot.waitUntil(lambda: made.is_ready, timeout=10_000)
    yield made
    made.close()


def test_a_paper_like_the_open_one_opens_and_back_leads_back(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.search_job.related_found, timeout=10_000) as found:
        window.choose_paper(FIRST)
    assert [(paper.key, row.key) for paper, row in found.args[1]][:1] == [(LIKE, LIKE)]
    window.activateWindow()
    window.handlers["related"]()
    line = window.view._foot._lines[0]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.state.key == LIKE
    assert window.papers.has(LIKE)
    window.handlers["back"]()
    assert window.state.key == FIRST


def test_the_room_below_the_text_is_no_part_of_what_is_read(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.search_job.related_found, timeout=10_000):
        window.choose_paper(FIRST)
    view, bar = window.view, window.view._browser.verticalScrollBar()
    assert view._browser.text_end < bar.maximum() or bar.maximum() == 0
    bar.setValue(view._browser.text_end)
    assert view.scroll_position() in (0.0, 1.0)
    assert not view.scroll_page(True)


def test_the_papers_below_a_text_move_with_it_as_a_correction_is_written_into_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.search_job.related_found, timeout=10_000):
        window.choose_paper(FIRST)
    browser, foot = window.view._browser, window.view._foot
    qtbot.waitUntil(lambda: not foot.isHidden())
    before = foot.y()
    window.session.edit_highlights(
        FIRST, lambda marks: marks.add_highlight(FIRST, "method", "로봇의 손으로", "", "", "yellow", "로봇의 발로")
    )
    qtbot.waitUntil(lambda: "로봇의 발로" in browser.toPlainText())
    document = browser.document()
    end = document.documentLayout().blockBoundingRect(document.lastBlock()).bottom()
    assert before < foot.y() == browser.foot
    assert end <= foot.y() + browser.verticalScrollBar().value()


def test_nobody_reads_beside_a_paper_that_is_about_to_be_read_and_drawn(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.choose_paper(FIRST)
    window.search_job.relate(FIRST)
    wanted: list[str] = []
    real = window.session.listing.record

    def record(key: PaperKey) -> object:
        wanted.append(window.search_job._near)
        return real(key)

    monkeypatch.setattr(window.session.listing, "record", record)
    window.choose_paper(OTHER)
    assert wanted[0] == ""
