"""What tests of widgets stand on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.widgets.language import use_language
from reader.ui.widgets.theme import Look
from tests.ui.fitting import Pseudo
from tests.ui.walk.library import ChangingLibrary


@pytest.fixture(autouse=True)
def no_button_stays_down() -> Iterator[None]:
    """A test that leaves a button of the mouse down has later ones drag what they point at."""
    yield
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """The light look at its usual size."""
    return Look(qapp, "light")


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    """An active window of 700 by 600, with the mouse in a corner, for the widgets of a test."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    QTest.mouseMove(made, QPoint(699, 599))
    yield made


@pytest.fixture
def two_papers(tmp_path: Path) -> ChangingLibrary:
    """A library of two papers, synced, with its profile."""
    library = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    library.write("2025-02-03", [1, 2])
    library.sync()
    return library


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Changes the language: "ko", "en", or "pseudo", which is longer than any."""
    pseudo = Pseudo()

    def begin(language: str) -> None:
        use_language(qapp, "en" if language == "pseudo" else language)
        if language == "pseudo":
            qapp.installTranslator(pseudo)

    yield begin
    qapp.removeTranslator(pseudo)
    use_language(qapp, "en")
