"""The real window, started, ended in one way or another, and started again: what it says of its last end."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]

WINDOW = """
import faulthandler, json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
import reader.app
from reader.base import log
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile

places, end, language = ProfilePaths.of(Path(sys.argv[1])), sys.argv[2], sys.argv[3]
real = reader.app._filled

def filled(*given, **named):
    window = real(*given, **named)
    QTimer.singleShot(1_500, window, lambda: act(window))
    return window

def act(window):
    if end == "crash":
        faulthandler._sigsegv()
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    said = [[box.text(), box.informativeText(), box.isModal()] for box in boxes]
    for box in boxes:
        box.buttons()[0].click() if end == "copy" else box.close()
    print(json.dumps({"said": said, "copied": QApplication.clipboard().text(), "status": window.status.message()}))
    window.window().close()

reader.app._filled = filled
log.start(places.cache)
with Profile(places) as profile:
    profile.make_folders()
    sys.exit(reader.app.open_window(profile, None, shown=reader.app.Shown(language=language)))
"""


def window(profile: Path, end: str, language: str = "en") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WINDOW, str(profile), end, language],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def told(profile: Path, end: str, language: str = "en") -> dict[str, Any]:
    run = window(profile, end, language)
    assert run.returncode == 0, run.stderr
    result: dict[str, Any] = json.loads(run.stdout)
    return result


@pytest.fixture
def crashed(profile: Path) -> Path:
    assert window(profile, "crash").returncode != 0
    return profile


def test_after_a_crash_the_next_start_offers_the_report_to_copy(crashed: Path) -> None:
    next_start = told(crashed, "copy")
    [[text, _, is_modal]] = next_start["said"]
    assert text == "The program ended unexpectedly the last time."
    assert not is_modal
    report = next_start["copied"]
    assert report.startswith("Daily Papers Reader ")
    assert "PySide 6." in report and "Segmentation fault" in report and "in act" in report
    assert "The end of the log:\n" in report and "reader" in report.partition("The end of the log:\n")[2]
    assert next_start["status"] == "The report was copied."
    assert "the program ended unexpectedly" in (crashed / "cache" / "reader.log").read_text(encoding="utf-8")


def test_it_is_said_once_and_nothing_is_copied_unasked(crashed: Path) -> None:
    first = told(crashed, "close", "ko")
    assert [text for text, *_ in first["said"]] == ["지난번에 프로그램이 예기치 않게 종료되었습니다."]
    assert first["copied"] == ""
    assert told(crashed, "close")["said"] == []
