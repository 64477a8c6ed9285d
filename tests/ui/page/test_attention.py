"""When a paper counts as read: the moment in front, scrolling, moving on, and the time when nobody looks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.page.attention import Attention


class Watched:
    """A view and what its attention told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.view = QWidget()
        qtbot.addWidget(self.view)
        self.view.show()
        self.is_whole = False
        self.attention = Attention(self.view, lambda: self.is_whole)
        self.given = 0
        self.attention.given.connect(self._count)

    def _count(self) -> None:
        self.given += 1


@pytest.fixture
def watched(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Watched:
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: Qt.ApplicationState.ApplicationActive)
    return Watched(qtbot)


def test_time_alone_is_not_enough(watched: Watched, qtbot: QtBot) -> None:
    watched.attention.begin(0.05)
    qtbot.wait(120)
    assert watched.given == 0
    assert watched.attention.was_enough()
    watched.attention.scrolled()
    watched.attention.scrolled()
    assert watched.given == 1


def test_scrolling_alone_is_not_enough_until_the_time_is_over(watched: Watched, qtbot: QtBot) -> None:
    watched.attention.begin(0.1)
    watched.attention.scrolled()
    assert (watched.given, watched.attention.was_enough()) == (0, False)
    qtbot.waitUntil(lambda: watched.given == 1)


def test_a_paper_that_is_seen_whole_needs_no_scrolling(watched: Watched, qtbot: QtBot) -> None:
    watched.is_whole = True
    watched.attention.begin(0.05)
    qtbot.waitUntil(lambda: watched.given == 1)


def test_time_in_the_background_does_not_count(watched: Watched, qtbot: QtBot) -> None:
    watched.attention.begin(0.5)
    watched.attention.scrolled()
    watched.attention._state_changed(Qt.ApplicationState.ApplicationInactive)
    qtbot.wait(600)
    assert (watched.given, watched.attention.was_enough()) == (0, False)
    watched.attention._state_changed(Qt.ApplicationState.ApplicationActive)
    assert watched.given == 0
    qtbot.waitUntil(lambda: watched.given == 1)


def test_a_paper_shown_in_the_background_has_its_time_when_the_person_comes(
    watched: Watched, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: Qt.ApplicationState.ApplicationInactive)
    watched.is_whole = True
    watched.attention.begin(0.05)
    qtbot.wait(120)
    assert (watched.given, watched.attention.was_enough()) == (0, False)
    watched.attention._state_changed(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: watched.given == 1)


def test_a_view_that_is_hidden_is_not_looked_at(watched: Watched, qtbot: QtBot) -> None:
    watched.attention.begin(0.05)
    watched.attention.scrolled()
    watched.view.hide()
    qtbot.wait(120)
    assert watched.given == 0


def test_another_paper_begins_anew(watched: Watched, qtbot: QtBot) -> None:
    watched.attention.begin(0.05)
    qtbot.wait(120)
    watched.attention.begin(60.0)
    watched.attention.scrolled()
    assert (watched.given, watched.attention.was_enough()) == (0, False)
    watched.attention.end()
    assert not watched.attention.was_enough()
