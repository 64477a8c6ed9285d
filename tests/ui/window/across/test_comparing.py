"""What is said of papers that are shown side by side, and when they are compared anew."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from reader.across.compare import compare
from reader.app import Shown, build
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.window.window import MainWindow
from tests.ui.walk.library import ChangingLibrary, key_of

ONE, TWO = PaperKey("2501.00001"), PaperKey("2501.00002")


@pytest.fixture
def take(window: MainWindow) -> Callable[[PaperKey, PaperKey], list[str]]:
    said: list[str] = []
    window.across.comparing.told.connect(said.append)

    def shown(one: PaperKey, other: PaperKey) -> list[str]:
        records = [window.session.record(key) for key in (one, other)]
        window.across.comparing._take(compare([record.appearances[0] for record in records if record]))
        return said

    return shown


def test_which_keys_there_are_is_said_of_two_papers_and_of_two_texts(
    window: MainWindow, take: Callable[[PaperKey, PaperKey], list[str]]
) -> None:
    assert take(ONE, TWO) == ["J and K go from column to column, Esc goes back"]
    window.across.comparing.stage.leave()
    assert take(ONE, ONE)[1:] == ["D shows the differences in one text, Esc goes back"]


def test_another_library_has_what_is_shown_compared_anew(
    window: MainWindow, take: Callable[[PaperKey, PaperKey], list[str]], qtbot: QtBot
) -> None:
    comparing = window.across.comparing
    take(ONE, TWO)
    comparing._compared = [ONE, TWO]
    asked: list[object] = []
    comparing._ask_changes = asked.append  # type: ignore[method-assign]
    comparing._show = asked.append  # type: ignore[method-assign,assignment]
    comparing._library_changed()
    comparing._changes_of = ONE
    comparing._library_changed()
    comparing.stage.leave()
    comparing._library_changed()
    assert asked == [[ONE, TWO], ONE]


def test_the_paper_open_at_the_start_says_that_it_was_rewritten(tmp_path: Path, qtbot: QtBot) -> None:
    library = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    library.write("2025-02-03", [1])
    library.sync()
    library.profile.marks.set_bookmark(key_of(1), True)
    library.profile.remember([key_of(1)])
    library.write("2025-02-03", [1])
    library.sync()
    _, window = build(Profile(library.profile.places), Shown(language="en", theme="light", remembers=False))
    window.show()
    qtbot.waitUntil(lambda: window.is_ready, timeout=20_000)
    said = [button.text() for button in window.view.findChildren(QAbstractButton) if button.isVisible()]
    window.close()
    assert any("The summary was rewritten on" in words for words in said)
