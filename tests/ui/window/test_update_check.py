"""What is said when a person looks for updates."""

from collections.abc import Callable

import pytest
from PySide6.QtNetwork import QNetworkRequest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reader import __version__
from reader.services.installed.updates import Release
from reader.ui.window import update_check
from reader.ui.window.update_check import UpdateCheck, check_for_updates


@pytest.fixture
def answered(page: QWidget, monkeypatch: pytest.MonkeyPatch) -> Callable[[Release | str], QMessageBox]:
    """The window that is shown for an answer, or for why there is none."""

    def say(answer: Release | str) -> QMessageBox:
        def ask(check: UpdateCheck, _address: str) -> None:
            if isinstance(answer, str):
                check.failed.emit(answer)
            else:
                check.answered.emit(answer)

        monkeypatch.setattr(UpdateCheck, "ask", ask)
        check_for_updates("https://example.org", page)
        [box] = page.findChildren(QMessageBox)
        return box

    return say


def buttons(box: QMessageBox) -> list[str]:
    return [each.text() for each in box.buttons()]


def test_a_newer_version_is_told_with_its_page(
    answered: Callable[[Release | str], QMessageBox], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(update_check, "open_link", opened.append)
    box = answered(Release("99.0", "https://example.org/new"))
    assert box.isVisible()
    assert box.text() == f"Version 99.0 is there; this one is {__version__}."
    assert box.windowTitle() == "Daily Papers Reader"
    [page] = [each for each in box.buttons() if each.text() == "Open its page"]
    page.click()
    assert opened == ["https://example.org/new"]


def test_a_newer_version_without_a_page_has_no_button_for_it(
    answered: Callable[[Release | str], QMessageBox],
) -> None:
    assert "Open its page" not in buttons(answered(Release("99.0")))


@pytest.mark.parametrize("version", ["0.0.1", __version__])
def test_that_this_is_the_newest_is_told(answered: Callable[[Release | str], QMessageBox], version: str) -> None:
    box = answered(Release(version, "https://example.org"))
    assert box.text() == f"{__version__} is the newest version."
    assert len(buttons(box)) == 1


def test_why_there_is_no_answer_is_told_and_nothing_stays_behind(
    answered: Callable[[Release | str], QMessageBox], page: QWidget, qtbot: QtBot
) -> None:
    box = answered("It does not answer.")
    assert box.text() == "It does not answer."
    qtbot.waitUntil(lambda: not page.findChildren(UpdateCheck))
    box.close()
    qtbot.waitUntil(lambda: not page.findChildren(QMessageBox))


def test_the_question_is_gone_once_it_was_answered(
    answered: Callable[[Release | str], QMessageBox], page: QWidget, qtbot: QtBot
) -> None:
    answered(Release("0.1")).close()
    qtbot.waitUntil(lambda: not page.findChildren(UpdateCheck))


def test_one_question_is_asked_with_patience_and_without_cookies(
    page: QWidget, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[QNetworkRequest] = []

    class StopError(Exception):
        pass

    def get(request: QNetworkRequest) -> None:
        asked.append(QNetworkRequest(request))
        raise StopError

    check = UpdateCheck(page)
    monkeypatch.setattr(check._manager, "get", get)
    with pytest.raises(StopError):
        check.ask("https://example.org/latest")
    assert asked[0].url().toString() == "https://example.org/latest"
    assert asked[0].transferTimeout() == 15_000
    manual = QNetworkRequest.LoadControl.Manual
    for kept in ("CookieLoadControlAttribute", "CookieSaveControlAttribute"):
        assert asked[0].attribute(QNetworkRequest.Attribute[kept]) in (manual, manual.value)
    with qtbot.waitSignal(check.failed):
        check.ask("http://example.org/latest")
    assert len(asked) == 1
