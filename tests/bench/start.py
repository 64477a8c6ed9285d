"""How long from the start of the process to a window with content painted, beside an empty window of three panes.

    dev.py bench start [--papers 717] [--runs 10]

Both are measured in one run, taking turns, and the medians and their ratio are printed; also how long it takes to show
another paper, from the choice to its paint. Goals: ratio ≤ 2.0, a paper ≤ 20 ms.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.libraries import make_profile

EMPTY = """
import sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTableView, QTextBrowser, QTreeView
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is page.viewport():
            print(time.monotonic(), flush=True)
            page.viewport().removeEventFilter(self)
            app.quit()
        return False
app = QApplication(sys.argv)
window = QMainWindow()
panes = QSplitter()
page = QTextBrowser()
for pane in (QTreeView(), QTableView(), page):
    panes.addWidget(pane)
window.setCentralWidget(panes)
window.resize(1440, 900)
watch = Watch()
page.viewport().installEventFilter(watch)
window.show()
app.exec()
"""

READER = """
import sys, time
from PySide6.QtWidgets import QApplication
def watched_exec():
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QTextBrowser
    app = QApplication.instance()
    window = next(w for w in app.topLevelWidgets() if w.objectName() == "window" or hasattr(w, "reading"))
    browser = window.view.findChild(QTextBrowser)
    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint and browser.document().characterCount() > 100 and window.papers.count():
                print(time.monotonic(), flush=True)
                browser.viewport().removeEventFilter(self)
                app.quit()
            return False
    watch = Watch()
    browser.viewport().installEventFilter(watch)
    window.start_sync = lambda: None
    code = QApplication.exec()
    times = []
    for _ in range(30):
        begin = time.perf_counter()
        window.papers.step(1)
        window.view.repaint()
        app.processEvents()
        times.append(time.perf_counter() - begin)
    print(sorted(times)[len(times) // 2], max(times), flush=True)
    window.close()
    return code
QApplication_exec = QApplication.exec
import reader.app as application
def open_window(profile, folder, shown=None):
    app, window = application.build(profile, application.Shown())
    window.show()
    return watched_exec()
application.open_window = open_window
from reader.cli import run
sys.exit(run(sys.argv[1:]))
"""


def time_of(code: str, arguments: list[str], env: dict[str, str]) -> tuple[float, list[float]]:
    """Seconds from the start of a process to the moment it says, and the other numbers it prints."""
    begin = time.monotonic()
    run = subprocess.run([sys.executable, "-c", code, *arguments], env=env, capture_output=True, text=True, check=False)
    if run.returncode or not run.stdout:
        raise SystemExit(f"the measured process failed:\n{run.stderr}")
    first, *rest = run.stdout.split()
    return float(first) - begin, [float(number) for number in rest]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--papers", type=int, default=717)
    parser.add_argument("--runs", type=int, default=10)
    given = parser.parse_args()
    env = dict(os.environ)
    if not env.get("DISPLAY"):
        env["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        profile = make_profile(Path(folder), given.papers)
        floors, ours, shows, slowest = [], [], [], []
        for _ in range(given.runs + 1):
            floors.append(time_of(EMPTY, [], env)[0])
            seconds, (median, most) = time_of(READER, ["open", "--profile", str(profile)], env)
            ours.append(seconds)
            shows.append(median)
            slowest.append(most)
    floor, own = statistics.median(floors[1:]), statistics.median(ours[1:])
    print(f"{given.papers} papers, {given.runs} runs, {env.get('QT_QPA_PLATFORM', 'screen')}")
    print(f"empty window      {floor * 1000:7.1f} ms")
    print(f"reader's window   {own * 1000:7.1f} ms")
    print(f"ratio             {own / floor:7.2f}    (goal 2.0)")
    print(
        f"show a paper      {statistics.median(shows[1:]) * 1000:7.1f} ms (goal 20), slowest {max(slowest) * 1000:.1f}"
    )


if __name__ == "__main__":
    main()
