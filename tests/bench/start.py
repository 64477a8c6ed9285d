"""How long from the start of the process to a window with content painted, beside an empty window of three panes.

    dev.py bench start [--papers 717] [--runs 10]

Both are measured in one run, taking turns, and the medians and their ratio are printed; also how long it takes to show
another paper, from the choice to its paint. The first run leaves the picture that the others begin with. Goals: ratio
≤ 1.7 for the picture and 2.0 for the window itself, a paper ≤ 20 ms.
"""

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.libraries import make_profile

ROOT = Path(__file__).resolve().parents[2]

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
import reader.app as application
from reader.commands.cli import run
def watch(window, painted, exec_):
    from PySide6.QtWidgets import QApplication, QTextBrowser
    app = QApplication.instance()
    window.sync_status.look_by_itself = lambda: None
    code = exec_() if len(painted) < 2 else 0
    ready = time.monotonic() + 1.5  # nobody goes on sooner
    while time.monotonic() < ready:
        app.processEvents()
        time.sleep(0.005)
    browser = window.view.findChild(QTextBrowser)
    times = []
    for _ in range(30):
        begin = time.perf_counter()
        window.papers.step(1)
        browser.viewport().repaint()
        times.append(time.perf_counter() - begin)
    print(*pictures, painted["list"], painted["paper"], sorted(times)[len(times) // 2], max(times), flush=True)
    window.window().close()
    return code
pictures = []
framed, filled = application._framed, application._filled
def watched_frame(*given):
    frame = framed(*given)
    pictures.append(time.monotonic())  # off-screen it is painted by now
    return frame
def watched_window(app, *given, **more):
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication, QTextBrowser
    window, painted = filled(app, *given, **more), {}
    rows = window.papers.table.viewport()
    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                if watched is rows and window.papers.count():
                    painted.setdefault("list", time.monotonic())
                elif watched is not rows and watched.parent().document().characterCount() > 100:
                    painted.setdefault("paper", time.monotonic())
                if len(painted) == 2:
                    app.exit(0)
            return False
    eye = window.eye = Watch()
    rows.installEventFilter(eye)
    window.laid_out.connect(lambda: window.view.findChild(QTextBrowser).viewport().installEventFilter(eye))
    exec_ = app.exec
    QApplication.exec = lambda *_: watch(window, painted, exec_)
    return window
application._framed, application._filled = watched_frame, watched_window
sys.exit(run(sys.argv[1:]))
"""


def times_of(code: str, arguments: list[str], env: dict[str, str]) -> tuple[float, list[float]]:
    """When a process was started, and the numbers it prints; all moments are of the system's one monotonic clock."""
    begin = time.monotonic()
    run = subprocess.run([sys.executable, "-c", code, *arguments], env=env, capture_output=True, text=True, check=False)
    if run.returncode or not run.stdout:
        raise SystemExit(f"the measured process failed:\n{run.stderr}")
    return begin, [float(number) for number in run.stdout.split()]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--papers", type=int, default=717)
    parser.add_argument("--runs", type=int, default=10)
    given = parser.parse_args()
    env = dict(os.environ)
    if not env.get("DISPLAY"):
        env["QT_QPA_PLATFORM"] = "offscreen"
    compileall.compile_dir(ROOT / "reader", quiet=1)  # as an installation does
    with tempfile.TemporaryDirectory() as folder:
        profile = make_profile(Path(folder), given.papers)
        runs = [_one_run(profile, env) for _ in range(given.runs + 1)][1:]
    medians = [statistics.median(column) * 1000 for column in zip(*runs, strict=True)]
    floor, picture, rows, paper, show = medians[:5]
    print(f"{given.papers} papers, medians of {given.runs} runs, {env.get('QT_QPA_PLATFORM', 'on a screen')}")
    print(f"empty window of three panes     {floor:7.1f} ms")
    print(f"the picture that was left       {picture:7.1f} ms  ratio {picture / floor:.2f}  (goal 1.7)")
    print(f"tree and list painted           {rows:7.1f} ms  ratio {rows / floor:.2f}  (goal 2.0)")
    print(f"paper painted as well           {paper:7.1f} ms  ratio {paper / floor:.2f}  (goal 2.0)")
    print(f"another paper shown and painted {show:7.1f} ms  (goal 20)")
    print(f"the slowest of them             {max(run[5] for run in runs) * 1000:7.1f} ms")


def _one_run(profile: Path, env: dict[str, str]) -> tuple[float, float, float, float, float, float]:
    """Seconds: the floor, the picture, our list, our paper, showing another paper, the slowest of those."""
    begin, (empty,) = times_of(EMPTY, [], env)
    floor = empty - begin
    begin, (picture, rows, paper, show, slowest) = times_of(READER, ["open", "--profile", str(profile)], env)
    return floor, picture - begin, rows - begin, paper - begin, show, slowest


if __name__ == "__main__":
    main()
