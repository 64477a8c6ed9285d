"""The drawer as a process of its own: files of pictures in on standard input, pixels out.

In: `[path, width, column, ratio]`, a line each. Out, in the same order: a line with the size in pixels, `[0, 0]` for a
file without a picture, and the pixels. A picture that takes too much of the processor's time ends the process.
"""

import json
import os
import signal
import sys
from collections.abc import Iterable
from typing import BinaryIO

from PySide6.QtGui import QGuiApplication, QImage

from reader.ui.page.pictures.decoding import Wanted, decoded

_MOST_SECONDS = 1.5  # of the processor's time; usual pictures take a twentieth of it
_MOST_MEMORY = 400 << 20  # bytes besides what Qt takes


def main() -> int:
    """Draw what comes in; returns the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])
    _bound_memory()
    run(sys.stdin, sys.stdout.buffer)
    application.quit()
    return 0


def run(requests: Iterable[str], answers: BinaryIO) -> None:
    """Answer each line of `requests` with a line and the pixels it tells of."""
    for request in requests:
        _bound_time(_MOST_SECONDS)
        image = decoded(Wanted(*json.loads(request)))
        _bound_time(0)
        answers.write(answer_of(image))
        answers.flush()


def request_of(wanted: Wanted) -> str:
    """The line that asks for a picture."""
    return json.dumps(wanted) + "\n"


def answer_of(image: QImage | None) -> bytes:
    """The bytes that answer with a picture."""
    if image is None:
        return b"[0, 0]\n"
    plain = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return f"{json.dumps([plain.width(), plain.height()])}\n".encode() + bytes(plain.constBits())


def _bound_time(seconds: float) -> None:
    """End this process by the system's own hand, if it works so long from now on; 0 for no longer."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _bound_memory() -> None:
    """Let this process have so much more memory than it has now, where the system can hold it to that."""
    if not sys.platform.startswith("linux"):
        return
    import resource  # there is none on Windows

    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        most = int(file.read().split()[0]) * resource.getpagesize() + _MOST_MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    raise SystemExit(main())
