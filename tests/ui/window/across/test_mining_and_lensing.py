"""What is one's own, and the lens, lead to a paper and back."""

from pytestqt.qtbot import QtBot

from reader.posts.model import PaperKey
from reader.ui.window.window import MainWindow

TWO = PaperKey("2501.00002")


def test_a_paper_of_the_lens_is_opened_and_none_is_none(window: MainWindow, qtbot: QtBot) -> None:
    lensing = window.across.lensing
    lensing._open(TWO)
    assert window.state.key == TWO
    lensing._open("")
    assert window.state.key is None


def test_what_is_ones_own_is_shown_in_place_of_list_and_page(window: MainWindow, qtbot: QtBot) -> None:
    mining = window.across.mining
    mining.toggle()
    qtbot.waitUntil(lambda: mining.stage.is_on)
    assert mining.view.isVisible()
    mining.toggle()
    assert not mining.stage.is_on
