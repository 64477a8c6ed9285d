"""What a person says instead of words of a summary: typed in the window, shown below, kept when it is rewritten."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.page.marking.correction_dialog import CorrectionDialog
from reader.ui.window.window import MainWindow
from tests.factories import SECTIONS, age, paper, post, write_post

KEY = PaperKey("2501.00001")
METHOD = "토큰을 두 번 나눈다. 매개변수는 14B이다.\n\n- 첫째는 `fold()`이다\n- 둘째는 접기다"
LINE = "My correction: 14B → 14억"


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    write_post(folder, "2025-01-02-daily.md", post([paper(sections=SECTIONS | {"Method": METHOD})]))
    return folder


@pytest.fixture
def window(qtbot: QtBot, profile: Path, posts: Path) -> Iterator[MainWindow]:
    assert run(["sync", "--profile", str(profile), str(posts)]) == 0
    _, window = build(Profile(ProfilePaths.of(profile)), Shown(language="en", theme="light"))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.is_ready)
    window.choose_paper(KEY)
    qtbot.waitUntil(lambda: window.view.is_settled)
    yield window
    window.close()
    window.deleteLater()


def blocks(window: MainWindow) -> list[str]:
    block, texts = window.view._browser.document().begin(), []
    while block.isValid():
        texts.append(block.text())
        block = block.next()
    return texts


def block_of(window: MainWindow, words: str) -> QTextBlock:
    cursor = window.view._browser.document().find(words)
    assert not cursor.isNull()
    return cursor.block()


def select(window: MainWindow, words: str) -> None:
    cursor = window.view._browser.document().find(words)
    assert not cursor.isNull()
    window.view._browser.setTextCursor(cursor)


def asked(window: MainWindow) -> CorrectionDialog:
    (dialog,) = (each for each in window.findChildren(CorrectionDialog) if each.isVisible())
    return dialog


def type_correction(window: MainWindow, said: str) -> None:
    dialog = asked(window)
    dialog.line.setText(said)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    QApplication.processEvents()


def correct(window: MainWindow, words: str = "14B", said: str = "14억") -> None:
    select(window, words)
    window.actions_["correct"].trigger()
    type_correction(window, said)


def kept(window: MainWindow) -> list[tuple[str, str]]:
    return [(each.quotation, each.correction) for each in window.session.marks.highlights_of(KEY)]


def test_selected_words_are_corrected_with_keys_alone_and_it_stands_below_their_paragraph(window: MainWindow) -> None:
    select(window, "14B")
    QTest.keyClick(window.view._browser, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    type_correction(window, "14억")
    assert kept(window) == [("14B", "14억")]
    texts = blocks(window)
    assert texts[texts.index("토큰을 두 번 나눈다. 매개변수는 14B이다.") + 1] == LINE
    assert window.status.message() == "Corrected"


def test_without_words_it_is_said_what_to_do(window: MainWindow) -> None:
    QTest.keyClick(window.view._browser, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert window.status.message() == "Select some words of the text first"


def test_a_correction_in_a_list_stands_below_its_entry_and_is_none(window: MainWindow) -> None:
    correct(window, "fold()", "unfold()")
    below = block_of(window, "첫째는").next()
    assert below.text() == "My correction: fold() → unfold()"
    assert below.textList() is None
    assert below.next().text().strip() == "둘째는 접기다"
    assert below.next().textList() is not None


def test_words_above_and_below_a_correction_are_highlighted_as_ever_and_never_the_line(window: MainWindow) -> None:
    correct(window)
    select(window, "첫째는")
    window.actions_["highlight"].trigger()
    assert kept(window) == [("14B", "14억"), ("첫째는", "")]
    start = block_of(window, "토큰을").position()
    cursor = QTextCursor(window.view._browser.document())
    cursor.setPosition(start)
    cursor.setPosition(block_of(window, "첫째는").position() + 2, QTextCursor.MoveMode.KeepAnchor)
    window.view._browser.setTextCursor(cursor)
    assert "correction" not in window.view.marking.quotations()[0].words
    assert window.view.marking.highlights.lost == set()


def test_another_theme_or_size_keeps_one_line(window: MainWindow) -> None:
    correct(window)
    window.actions_["theme"].trigger()
    window.actions_["larger"].trigger()
    assert blocks(window).count(LINE) == 1


def test_a_correction_is_changed_taken_back_and_brought_back(window: MainWindow) -> None:
    correct(window)
    correct(window, said="1.4B")
    assert blocks(window).count("My correction: 14B → 1.4B") == 1
    assert LINE not in blocks(window)
    correct(window, said="")
    assert not any("My correction" in text for text in blocks(window))
    assert kept(window) == [("14B", "")]
    window.actions_["undo"].trigger()
    assert "My correction: 14B → 1.4B" in blocks(window)
    assert window.status.message() == "Undid taking the correction back: Folding Long Texts"


def test_a_click_on_the_line_offers_to_correct_again(window: MainWindow) -> None:
    correct(window)
    browser, block = window.view._browser, block_of(window, LINE)
    cursor = QTextCursor(block)
    browser.reveal(cursor)
    QTest.mouseClick(
        browser.viewport(), Qt.MouseButton.LeftButton, pos=browser.cursorRect(cursor).center() + QPoint(30, 0)
    )
    QApplication.processEvents()
    bar = window.view.marking._bar
    assert bar is not None
    QTest.mouseClick(bar._correct, Qt.MouseButton.LeftButton)
    assert asked(window).line.text() == "14억"
    asked(window).reject()


def test_the_list_of_highlights_has_it_and_e_corrects(window: MainWindow) -> None:
    correct(window)
    window.notes.show_page("highlights")
    rows = window.notes.lists["highlights"]
    assert [row.text for row in rows._rows] == ["14B\u2028→ 14억"]
    rows.setCurrentRow(0)
    QTest.keyClick(rows, Qt.Key.Key_E)
    type_correction(window, "십사억")
    assert kept(window) == [("14B", "십사억")]


def test_a_rewritten_summary_keeps_it_where_its_words_still_stand(
    window: MainWindow, qtbot: QtBot, profile: Path, posts: Path
) -> None:
    correct(window)
    rewritten = "앞 문장이 새로 왔다.\n\n토큰을 두 번 나눈다. 매개변수는 14B이다. 뒤도 새롭다."
    write_post(posts, "2025-01-02-daily.md", post([paper(sections=SECTIONS | {"Method": rewritten})]))
    age(posts / "2025-01-02-daily.md", 60)
    assert run(["sync", "--profile", str(profile)]) == 0
    window.session.look_at_library()
    qtbot.waitUntil(lambda: "앞 문장이 새로 왔다." in blocks(window))
    assert block_of(window, "뒤도 새롭다.").next().text() == LINE


def test_nothing_is_kept_when_the_question_is_left_or_nothing_was_typed(window: MainWindow) -> None:
    select(window, "14B")
    window.actions_["correct"].trigger()
    assert not asked(window).ok.isEnabled()
    asked(window).reject()
    assert kept(window) == []
