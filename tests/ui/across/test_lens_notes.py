"""Note and highlights of the paper that one is at in the lens: written, read and gone on from in place."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.across.lens_view import LensView
from reader.ui.window.window import MainWindow
from tests.ui.across.test_lens import key_of, lens, press

__all__ = ["lens"]


def test_a_note_is_written_beside_the_lens_and_keys_go_back_to_it(
    window: MainWindow, lens: LensView, qtbot: QtBot
) -> None:
    press(window, "J", "E")
    assert window.across.lensing.is_on
    assert lens.isVisible()
    focus = QApplication.focusWidget()
    assert window.notes.isAncestorOf(focus)
    QTest.keyClicks(focus, "what of short texts?")
    press(window, "Esc")
    assert lens.isAncestorOf(QApplication.focusWidget())
    press(window, "J")
    assert window.state.key == lens.current_key == key_of(4), "the second paper says nothing here"
    window.notes.flush()
    assert window.session.note(key_of(3))[0] == "what of short texts?"
    assert window.notes.editor.toPlainText() == ""


def test_the_note_shown_is_that_of_the_paper_one_comes_to(window: MainWindow, lens: LensView, qtbot: QtBot) -> None:
    window.session.save_note(key_of(3), "# Later", "")
    press(window, "J")
    qtbot.waitUntil(lambda: window.notes.editor.toPlainText() == "# Later")
    press(window, "J")
    qtbot.waitUntil(lambda: window.notes.editor.toPlainText() == "")


def test_a_highlight_of_the_list_is_gone_to_in_the_lens_or_on_the_page_that_has_it(
    window: MainWindow, lens: LensView, qtbot: QtBot
) -> None:
    for section, words in (("limitations", "짧은 글에서는"), ("results", "GenEval")):
        window.session.edit_highlights(
            key_of(3), lambda marks, at=section, said=words: marks.add_highlight(key_of(3), at, said, "", "", "green")
        )
    press(window, "J")
    rows = window.notes.lists["highlights"]
    window.notes.show_page("highlights")
    known = {each.section: each.id for each in window.session.marks.highlights_of(key_of(3))}
    rows.activated_row.emit(known["limitations"])
    number = lens.canvas.current
    selected = lens.gestures.selected_in(number) if number is not None else None
    assert selected is not None
    assert selected.selectedText() == "짧은 글에서는"
    assert window.across.lensing.is_on
    rows.activated_row.emit(known["results"])
    assert not window.across.lensing.is_on
    assert window.view.isVisible()
    qtbot.waitUntil(lambda: window.view._browser.textCursor().selectedText() == "GenEval")


def test_enter_in_the_list_gives_the_keyboard_to_the_lens(window: MainWindow, lens: LensView) -> None:
    window.papers.table.setFocus()
    press(window, "Return")
    assert lens.isAncestorOf(QApplication.focusWidget())
    press(window, "4", "J")
    assert window.state.key == lens.current_key == key_of(3)


def test_a_highlight_and_a_value_come_to_the_page_when_the_lens_was_on(
    window: MainWindow, lens: LensView, qtbot: QtBot
) -> None:
    window.session.edit_highlights(
        key_of(3), lambda marks: marks.add_highlight(key_of(3), "results", "GenEval", "", "", "green")
    )
    press(window, "G, E")
    qtbot.waitUntil(lambda: window.across.mining.stage.is_on)
    press(window, "Return")
    assert window.view.isVisible()
    qtbot.waitUntil(lambda: window.view._browser.textCursor().selectedText() == "GenEval")
    press(window, "L")
    window.across.benchmarking.ask("GenEval")
    qtbot.waitUntil(lambda: window.across.benchmarking.stage.is_on)
    press(window, "J", "Return")
    assert window.view.isVisible()
    qtbot.waitUntil(lambda: "GenEval에서" in window.view._browser.textCursor().selectedText())
