"""PySide6 6.12.0 loses a reference to None at many calls that return nothing, and ends the process after some
thousands of them; a whole test suite can pass before that. This makes enough of them to know.
"""

import subprocess
import sys

CALLS = """
import sys
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

program = QApplication([])
thing, timer, widget, image = QObject(), QTimer(), QWidget(), QImage(8, 8, QImage.Format.Format_ARGB32)
painter = QPainter(image)
image_calls = [lambda: painter.save(), lambda: painter.drawLine(0, 0, 7, 7), lambda: painter.restore()]
calls = [
    lambda: thing.setObjectName("name"), lambda: timer.stop(), lambda: timer.setInterval(5),
    lambda: widget.update(), lambda: widget.setWindowTitle("title"), lambda: widget.setEnabled(True),
    lambda: widget.hide(), lambda: program.processEvents(), *image_calls,
]
before = sys.getrefcount(None)
for _ in range(10_000):
    for call in calls:
        assert call() is None
painter.end()
print(before - sys.getrefcount(None))
"""


def test_calls_that_return_nothing_keep_nothing():
    run = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == 0, f"PySide6 ended the process: {run.stderr[-500:]}"
    if sys.version_info < (3, 12):  # from then on nobody counts references to None: PEP 683
        assert abs(int(run.stdout)) < 1_000, "references to None were lost or leaked"
