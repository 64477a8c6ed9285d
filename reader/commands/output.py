"""How commands print: JSON on one line, and a progress bar on a terminal."""

import json
import sys
from typing import Any

from reader.base.errors import ReaderError

_BAR = 30
_STAGES = {
    "posts": "reading",
    "index": "indexing",
    "export": "exporting",
    "fill": "asking arXiv",
    "zotero": "sending to Zotero",
}


def json_line(values: Any) -> str:
    """One JSON object on a line of its own."""
    return json.dumps(values, ensure_ascii=False) + "\n"


def print_json(values: Any) -> None:
    """Print one JSON object on a line of its own, at once."""
    print(json_line(values), end="", flush=True)


def standard_input() -> bytes:
    """All of standard input. Raises ReaderError where there is none."""
    if sys.stdin is None:  # not empty text, which would remove the note there is
        raise ReaderError("There is no standard input to read from.")
    return sys.stdin.buffer.read()


class ProgressBar:
    """A bar on stderr that is drawn over itself; draws nothing where stderr is no terminal."""

    def __init__(self) -> None:
        self._shown = False
        self._terminal = sys.stderr is not None and sys.stderr.isatty()

    def show(self, event: dict[str, Any]) -> None:
        """Take an event of `refresh`."""
        if not self._terminal or event["event"] != "progress":
            return
        stage, done, total = event["stage"], event["done"], event["total"]
        if stage == "fetch":
            self._draw(f"fetching {event['name']}: {done >> 10} KB")  # nobody knows how much there is
        elif total:
            filled = _BAR * done // total
            self._draw(f"{_STAGES[stage]} {'█' * filled}{'░' * (_BAR - filled)} {done}/{total}")

    def _draw(self, line: str) -> None:
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
        self._shown = True

    def end(self) -> None:
        """Wipe the bar."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
