"""Work on a thread of its own, and who asked for it going away meanwhile."""

import threading

import shiboken6
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.base.errors import ReaderError
from reader.ui.session.errand import Errand


def test_what_the_work_returns_comes_back(qapp: QApplication, qtbot: QtBot) -> None:
    came: list[object] = []
    asker = QWidget()
    Errand(lambda: 6 * 7, came.append, came.append, asker).start()
    qtbot.waitUntil(lambda: came == [42])


def test_a_trouble_comes_back_in_its_words(qapp: QApplication, qtbot: QtBot) -> None:
    def fail() -> None:
        raise ReaderError("The disk is full.")

    came: list[object] = []
    asker = QWidget()
    Errand(fail, came.append, came.append, asker).start()
    qtbot.waitUntil(lambda: came == ["The disk is full."])


def test_who_goes_waits_for_the_work(qapp: QApplication) -> None:
    began, done = threading.Event(), []

    def work() -> None:
        began.set()
        threading.Event().wait(0.2)
        done.append(True)

    came: list[object] = []
    asker = QWidget()
    Errand(work, came.append, came.append, asker).start()
    began.wait(5)
    shiboken6.delete(asker)
    qapp.processEvents()
    assert (done, came) == ([True], [])
