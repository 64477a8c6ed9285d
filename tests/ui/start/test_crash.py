"""Bugs are logged, kept and told to the person, wherever they come from."""

import logging
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reader.base.paths import ProfilePaths
from reader.ui.start.crash import report_crashes
from reader.ui.start.traces import Trace, watched
from reader.ui.widgets.guarded import guarded


@pytest.fixture
def places(tmp_path: Path) -> ProfilePaths:
    places = ProfilePaths.of(tmp_path)
    places.make()
    return places


@pytest.fixture
def reporting(places: ProfilePaths, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> ProfilePaths:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    report_crashes(places, Trace())
    return places


def report(error: BaseException) -> None:
    """Let an error arrive where nobody caught it."""
    try:
        raise error
    except type(error) as raised:
        sys.excepthook(type(raised), raised, raised.__traceback__)


def boxes() -> list[QMessageBox]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox)]


def shown(qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: any(box.isVisible() for box in boxes()))
    [box] = [box for box in boxes() if box.isVisible()]
    return box


def test_a_bug_is_shown_with_its_report(reporting: ProfilePaths, qtbot: QtBot) -> None:
    report(ValueError("no such row"))
    box = shown(qtbot)
    [path] = reporting.cache.glob("crash-*.txt")
    assert str(path) in box.informativeText()
    assert "ValueError: no such row" in box.detailedText()
    assert "ValueError: no such row" in path.read_text(encoding="utf-8")
    assert path.read_text(encoding="utf-8").startswith("Daily Papers Reader ")
    box.close()


def test_an_error_while_qt_lays_out_is_shown_when_qt_is_done(reporting: ProfilePaths, qtbot: QtBot) -> None:
    @guarded
    class Broken(QWidget):
        def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
            return QSize(*[1, 2, 3][9:][0])

    widget = Broken()
    qtbot.addWidget(widget)
    assert widget.sizeHint() == QSize()
    assert boxes() == []
    box = shown(qtbot)
    assert "IndexError" in box.detailedText()
    box.close()


def test_a_bug_of_every_frame_is_told_once(
    reporting: ProfilePaths, qtbot: QtBot, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.ERROR, "reader"):
        for frame in range(150):
            report(ValueError(f"frame {frame}"))
    assert [record.getMessage().partition("\n")[0] for record in caplog.records] == [
        "a bug:",
        "a bug for the 10th time: ValueError: frame 9",
        "a bug for the 100th time: ValueError: frame 99",
    ]
    assert capsys.readouterr().err.count("Traceback") == 1
    shown(qtbot).close()
    assert len(list(reporting.cache.glob("crash-*.txt"))) == 1


def test_while_one_bug_is_shown_others_wait_in_the_log(
    reporting: ProfilePaths, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    report(ValueError("the first"))
    box = shown(qtbot)
    report(KeyError("the second"))
    qtbot.wait(20)
    assert shown(qtbot) is box
    assert "the second" in caplog.text
    box.close()
    report(TypeError("the third"))
    assert "the third" in shown(qtbot).detailedText()
    shown(qtbot).close()


def test_a_bug_in_a_thread_is_shown_by_the_window(reporting: ProfilePaths, qtbot: QtBot) -> None:
    thread = threading.Thread(target=report, args=(ValueError("far away"),))
    thread.start()
    thread.join()
    box = shown(qtbot)
    assert "far away" in box.detailedText()
    box.close()


class Closed:
    """Standard error of a terminal that is gone."""

    def write(self, text: str) -> None:
        raise OSError("no terminal")


@pytest.mark.parametrize("error_stream", [None, Closed()])
def test_a_program_without_standard_error_tells_as_well(
    reporting: ProfilePaths, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, error_stream: Closed | None
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", error_stream)
        report(ValueError("quietly"))
    shown(qtbot).close()


def test_a_bug_is_kept_for_the_next_start_until_the_window_is_closed(
    places: ProfilePaths, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    with watched(places.cache) as trace:
        report_crashes(places, trace)
        report(ValueError("kept"))
        [file] = places.cache.glob("window-*.trace")
        assert "ValueError: kept" in file.read_text(encoding="utf-8")
    assert not file.exists()
    shown(qtbot).close()
