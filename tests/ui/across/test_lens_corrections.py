"""Corrections in the lens: made there, shown below their paragraph, and of the same highlight as on the single page."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.posts.model import PaperKey
from reader.ui.across.lens_view import LensView
from reader.ui.page.marking.correction_dialog import CorrectionDialog
from reader.ui.window.window import MainWindow
from tests.ui.across.test_lens import press

KEY = PaperKey("2501.00001")
LINE = "My correction: 짧은 글에서는 → 긴 글에서는"


def text_of(lens: LensView, row: int = 0) -> str:
    page = lens._rows.page(lens._rows.rows[row])
    assert page is not None
    return page.toPlainText()


def correct(window: MainWindow, lens: LensView, said: str) -> None:
    number = lens._rows.rows[0]
    page = lens._rows.page(number)
    assert page is not None
    found = page.find("짧은 글에서는")
    lens.gestures.select(number, found.selectionStart(), found.selectionEnd())
    window.actions_["correct"].trigger()
    (dialog,) = (each for each in window.findChildren(CorrectionDialog) if each.isVisible())
    dialog.line.setText(said)
    dialog.ok.click()
    QApplication.processEvents()


def test_words_are_corrected_in_place_and_the_row_grows(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "L")
    lens = window.across.lensing.view
    qtbot.waitUntil(lambda: lens.is_settled)
    before = lens._rows.height(0)
    correct(window, lens, "긴 글에서는")
    assert LINE in text_of(lens)
    assert lens._rows.height(0) > before
    (kept,) = window.session.marks.highlights_of(KEY)
    assert (kept.quotation, kept.correction) == ("짧은 글에서는", "긴 글에서는")
    press(window, "Esc")
    assert LINE in window.view._browser.toPlainText()
    assert window.view.marking.highlights.lost == set()


def test_taking_it_back_takes_the_line_away(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "L")
    lens = window.across.lensing.view
    qtbot.waitUntil(lambda: lens.is_settled)
    before = text_of(lens)
    correct(window, lens, "긴 글에서는")
    correct(window, lens, "")
    assert text_of(lens) == before
    window.actions_["undo"].trigger()
    assert LINE in text_of(lens)
