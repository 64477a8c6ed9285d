"""The desktop itself: what a test types and clicks arrives, and what it sees is there."""

from pathlib import Path

import pytest
from desktop import Desktop, NeverHappenedError, Program, until

WINDOW = """
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

program = QApplication([])
window, field, button = QWidget(), QLineEdit(), QPushButton("open")
window.setWindowTitle("시험 창 one")
window.setStyleSheet("QWidget { background: #00ff00; }")
box = QVBoxLayout(window)
box.addWidget(field)
box.addWidget(button, 1)
button.setMinimumHeight(140)
field.returnPressed.connect(lambda: print("entered", field.text(), flush=True))
button.clicked.connect(lambda: print("opened", QDesktopServices.openUrl(QUrl("https://example.org/1")), flush=True))
QShortcut(QKeySequence("Ctrl+Q"), window).activated.connect(lambda: program.exit(7))
window.resize(400, 200)
window.show()
field.setFocus()
program.exec()
sys.exit(7)
"""


@pytest.fixture
def window(desktop: Desktop) -> Program:
    return desktop.start(["-c", WINDOW])


@pytest.mark.parametrize("text", ["plain words, 12", "초록을 검색 diffusion"])
def test_what_is_typed_arrives_whole(desktop: Desktop, window: Program, text: str):
    window.wait_for_window("시험 창")
    desktop.type(text)
    desktop.key("Return")
    until(lambda: f"entered {text}\n" in window.said(), f"{text!r} entered", 15)


def test_a_click_opens_a_link_and_a_key_ends_it(desktop: Desktop, window: Program):
    seen = window.wait_for_window()
    desktop.click(200, 150, window=seen)
    until(desktop.opened_links, "a link opened", 15)
    assert desktop.opened_links() == ["https://example.org/1"]
    desktop.key("ctrl+q")
    assert window.wait_for_end() == 7


def test_a_picture_shows_the_window(desktop: Desktop, window: Program, tmp_path: Path):
    window.wait_for_window()
    until(lambda: (0, 255, 0) in {colour for _, colour in desktop.picture().getcolors(1 << 24)}, "green", 15)
    assert desktop.screenshot(tmp_path / "shots" / "one.png").stat().st_size > 0


def test_a_window_that_never_comes_is_a_failure_in_words(desktop: Desktop):
    with pytest.raises(AssertionError, match="exit code 3 and showed no window:\nno luck"):
        desktop.start(["-c", "print('no luck'); raise SystemExit(3)"]).wait_for_window()
    with pytest.raises(NeverHappenedError, match=r"titled 'nowhere': not within 0.1 s"):
        desktop.wait_for_window("nowhere", seconds=0.1)
