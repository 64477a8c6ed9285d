"""How soon a key's character stands in the search field, while searches run, at 10,000 papers.

    dev.py bench typing [--papers 10000] [--keep FOLDER] [--rates 8 15 30] [--desktop]

The real window is open. Words are typed into its field key by key, at the pace of a fast typist (8 keys a second) and
faster, in Latin letters by key events and in Hangul by the events of an input method. Measured is the time from a
key's arrival in the window's queue to the end of the first painting of the field that has its character: what waited
in the queue because the window did something else counts. Goal: p95 under 16 ms. With `--desktop` xdotool types on
a private X server, and the time is from the moment the server says the key was pressed.
"""

import argparse
import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.services.profile import Profile
from reader.services.search_result import SearchResult
from reader.ui.search.query_field import QueryField
from reader.ui.window.window import MainWindow
from tests.bench.libraries import make_profile
from tests.e2e.desktop import private_desktop, until

LATIN = ("diffusion transformer", "language model reasoning", "title:image tag:arxiv", "video generation results:fid")
HANGUL = ("이미지 생성", "강화학습 모델", "확산 모델의 한계", "대규모 언어 모델", "제안하였다")
GOAL = 0.016

Key = tuple[str, str]  # what is committed, and what is then being composed


class Painted:
    """Notes when the field has painted a text."""

    def __init__(self) -> None:
        self._waiting: list[tuple[str, float]] = []
        self.seconds: list[float] = []
        self.then: Callable[[], None] = lambda: None
        painting, painted = QueryField.paintEvent, self._note

        def paint(field: QueryField, event: QPaintEvent) -> None:
            painting(field, event)
            painted(field.whole_text())
            self.then()

        QueryField.paintEvent = paint  # type: ignore[method-assign]  # before the window is made

    def expect(self, text: str, began: float) -> None:
        """A key was pressed after which the field has to show this."""
        self._waiting.append((text, began))

    def take(self) -> list[float]:
        """The seconds from key to painting since the last time, of every key."""
        assert not self._waiting, f"never painted: {self._waiting}"
        taken, self.seconds = self.seconds, []
        return taken

    def _note(self, shown: str) -> None:
        now = time.perf_counter()
        done = next((n for n, (text, _) in enumerate(self._waiting, 1) if text == shown), 0)
        self.seconds += [now - began for _, began in self._waiting[:done]]  # two keys may be painted at once
        del self._waiting[:done]


def keys_of(text: str) -> Iterator[Key]:
    """What an input method sends for a Korean text: each syllable letter by letter, committed by the next one."""
    onsets, vowels = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", range(21)
    pending = ""
    for character in text:
        code = ord(character) - 0xAC00
        if not 0 <= code < 11172:
            yield pending + character, ""
            pending = ""
            continue
        onset, vowel, coda = code // 588, code % 588 // 28, code % 28
        yield pending, onsets[onset]
        assert vowel in vowels
        yield "", chr(0xAC00 + onset * 588 + vowel * 28)
        if coda:
            yield "", character
        pending = character
    yield pending, ""


class Typist(QObject):
    """Types texts one after the other, a key at each tick, and clears the field between them."""

    def __init__(self, window: MainWindow, painted: Painted, texts: list[tuple[str, bool]], rate: float) -> None:
        super().__init__(window)
        self._field = window.toolbar.search.field
        self._painted = painted
        self._keys = self._all_keys(texts)
        self._seen = ""
        self._timer = QTimer(self, interval=max(1, round(1000 / rate)))
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._press)
        self._timer.start()

    @staticmethod
    def _all_keys(texts: list[tuple[str, bool]]) -> Iterator[Key | None]:
        for text, composes in texts:
            yield from keys_of(text) if composes else ((letter, "") for letter in text)
            yield from [None] * 6  # time for the answer, then an empty field

    def _press(self) -> None:
        key = next(self._keys, "end")
        if key == "end":
            self._timer.stop()
            QTimer.singleShot(400, QApplication.exit)  # `quit` would close the window
        elif key is None:
            if self._seen:
                self._seen = ""
                self._field.clear()
        else:
            self._post(*key)

    def _post(self, commit: str, preedit: str) -> None:
        self._seen += commit
        began = time.perf_counter()
        if not preedit and len(commit) == 1 and commit.isascii():
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.postEvent(self._field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, commit))
        else:
            event = QInputMethodEvent(preedit, [])
            event.setCommitString(commit)
            QCoreApplication.postEvent(self._field, event)
        self._painted.expect(self._seen + preedit, began)


class Watch(QObject):
    """For keys of an X server: from its time stamp (ms of the monotonic clock) to the painting that follows the key."""

    def __init__(self, window: MainWindow, painted: Painted) -> None:
        super().__init__(window)
        self._pressed: list[int] = []
        self.seconds: list[float] = []
        painted.then = self._note
        window.toolbar.search.field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.text().isprintable():
            self._pressed.append(event.timestamp())
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        now = time.clock_gettime(time.CLOCK_MONOTONIC)
        self.seconds += [now - pressed / 1000 for pressed in self._pressed]
        self._pressed.clear()


def type_on_a_desktop(papers: int, keep: Path, *more: str) -> None:
    """Let xdotool type into the window on an X server of its own, and print what the window measured."""
    with tempfile.TemporaryDirectory() as home, private_desktop(Path(home)) as desktop:
        arguments = ["-m", "tests.bench.typing", "--watch", "--papers", str(papers), "--keep", str(keep), *more]
        program = desktop.start(arguments, {"PYTHONPATH": str(Path(__file__).resolve().parents[2])})
        program.wait_for_window(seconds=60)
        until(lambda: "ready" in program.said(), "the window's being ready")
        for text in (*LATIN, *HANGUL) * 2:
            desktop.xdotool("type", "--delay", "100" if text.isascii() else "150", "--", text)
            desktop.key("ctrl+a", "BackSpace")
        desktop.key("ctrl+q")
        program.wait_for_end()
        print(program.said().partition("ready")[2].strip())


def report(name: str, seconds: list[float]) -> None:
    """Print a line of figures."""
    ordered = [1000 * second for second in sorted(seconds)]
    p95, p99 = (ordered[int(len(ordered) * part)] for part in (0.95, 0.99))
    figures = f"median {statistics.median(ordered):5.1f}  p95 {p95:5.1f}  p99 {p99:5.1f}  most {ordered[-1]:5.1f}"
    print(f"{name:34} {len(ordered):5} keys  {figures}")


def measure(
    app: QApplication, window: MainWindow, painted: Painted, rate: float, rounds: int
) -> dict[str, list[float]]:
    """Seconds from key to painting: with an open paper and a list, Latin and Hangul apart."""
    found = {}
    bar = window.toolbar.search
    for name, texts, composes, searches in (
        ("Latin alone", LATIN, False, False),
        ("Hangul alone", HANGUL, True, False),
        ("Latin", LATIN, False, True),
        ("Hangul", HANGUL, True, True),
    ):
        bar.focus_query()
        bar.field.clear()
        bar.blockSignals(not searches)
        answers: list[SearchResult] = []
        window.search_job.found.connect(answers.append)
        typist = Typist(window, painted, [(text, composes) for text in texts] * rounds, rate)
        app.exec()
        window.search_job.found.disconnect(answers.append)
        typist.deleteLater()
        found[f"{name}, {_count(answers)} answers" if searches else name] = painted.take()
    return found


def _count(answers: list[SearchResult]) -> int:
    """How many questions were answered: the first papers and then all of them are one answer."""
    queries = [finding.query for finding in answers]
    return sum(one != other for one, other in pairwise(["", *queries]))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="a folder for the library, used again the next time")
    parser.add_argument("--rates", type=float, nargs="*", default=[8.0, 15.0, 30.0], help="keys a second")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--desktop", action="store_true", help="xdotool types, on a private X server")
    for option in ("--watch", "--alone"):
        parser.add_argument(option, action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        keep = given.keep or Path(temporary)
        profile = make_profile(keep, given.papers)
        if given.desktop:
            type_on_a_desktop(given.papers, keep, "--alone")
            type_on_a_desktop(given.papers, keep)
            return
        painted = Painted()
        app, window = build(Profile(ProfilePaths.of(profile)), Shown(remembers=False))
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        settled = time.perf_counter() + 3.0
        while time.perf_counter() < settled:
            app.processEvents()
        gc.freeze()  # as the program does when its window stands
        papers = window.session.listing.totals().papers
        if given.watch:
            watch = Watch(window, painted)
            window.toolbar.search.focus_query()
            window.toolbar.search.blockSignals(given.alone)
            print("ready", flush=True)
            app.exec()
            report(f"{papers} papers, xdotool{', alone' if given.alone else ''}", watch.seconds)
            return
        print(f"{papers} papers, {app.platformName()}; key to character shown, ms; goal: p95 < {GOAL * 1000:.0f}")
        for rate in given.rates:
            for name, seconds in measure(app, window, painted, rate, given.rounds).items():
                report(f"{rate:4.0f} keys/s  {name}", seconds)
        window.close()


if __name__ == "__main__":
    main()
