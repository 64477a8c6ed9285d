"""No words of the settings are cut: at small and large text, in both languages and in a longer one made up for it."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.services.profile import Profile
from reader.ui.settings.key_field import KeyField
from reader.ui.settings.settings_dialog import SettingsDialog
from reader.ui.widgets.theme import window_size
from reader.ui.window.window import MainWindow
from tests.ui.fitting import SIZES, is_cut
from tests.ui.walk.library import ChangingLibrary


@pytest.fixture
def window(two_papers: ChangingLibrary, qtbot: QtBot) -> Iterator[MainWindow]:
    _, made = build(Profile(two_papers.profile.places), Shown(language="en", theme="light", remembers=False))
    made.resize(1280, 900)
    made.show()
    qtbot.waitUntil(lambda: made.is_ready)
    yield made
    made.close()
    made.deleteLater()


def opened(window: MainWindow, size: int) -> SettingsDialog:
    window.look.set_text_size(window_size(size))
    window.actions_["settings"].trigger()
    dialog = window.findChildren(SettingsDialog)[-1]
    dialog.field.setText(" ")
    for number in range(dialog.list.count()):
        dialog.show_page(number)
    return dialog


@pytest.mark.parametrize(
    ("language", "sizes"),
    [
        ("pseudo", (28,)),  # the longest words, the largest letters
        *(pytest.param(language, SIZES, marks=pytest.mark.slow) for language in ("ko", "en", "pseudo")),
    ],
)
def test_no_words_of_a_page_are_cut(
    window: MainWindow, speak: Callable[[str], None], language: str, sizes: Sequence[int]
) -> None:
    speak(language)
    cut = []
    for size in sizes:
        dialog = opened(window, size)
        for number in range(dialog.list.count()):
            dialog.show_page(number)
            QApplication.processEvents()
            cut += [
                (size, number, widget.text())
                for widget in dialog.findChildren(QWidget)
                if widget.isVisible() and isinstance(widget, QLabel | QAbstractButton) and is_cut(widget)
            ]
            if dialog.sheet.widget().width() > dialog.sheet.viewport().width():
                cut.append((size, number, "beyond the edge"))
        dialog.close()
    assert cut == []


def test_every_word_is_translated(window: MainWindow, speak: Callable[[str], None], qtbot: QtBot) -> None:
    speak("pseudo")
    qtbot.waitUntil(lambda: "⟦" in window.actions_["backup"].text())
    dialog = opened(window, 16)
    places = window.session.profile.places
    own = {str(places.data), str(places.backups), *map(str, window.settings.sources)}  # names, and no words
    said = {
        widget.text()
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget, KeyField)
    }
    assert {
        text
        for text in {text.replace("\u200b", "") for text in said} - own
        if text and "⟦" not in text and "Daily Papers" not in text
    } <= {"−", "+"}
