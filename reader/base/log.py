"""The log: one logger a room (`reader.search` …), a small file in the cache folder and the one before it.

INFO is what a person did or would want to know; DEBUG has counts and milliseconds.
"""

import errno
import logging
from pathlib import Path

_MOST_BYTES = 1_000_000
_TAIL_BYTES = 20_000
_NAME, _OLD = "reader.log", "reader.old.log"
_FORMAT = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


class _Handler(logging.FileHandler):
    """Drops a line that cannot be written: on a full disk, it is what the person asked for that says so."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802  # logging's name
        return


def start(folder: Path, *, debug: bool = False) -> None:
    """Write the log of this process to `folder`/reader.log; where that is not allowed, go on without a log."""
    logger = logging.getLogger("reader")
    logger.setLevel(logging.DEBUG if debug else logging.INFO)
    for earlier in list(logger.handlers):
        if isinstance(earlier, _Handler | logging.NullHandler):
            logger.removeHandler(earlier)
            earlier.close()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / _NAME
        if path.is_fifo():
            raise OSError(errno.EINVAL, "it is no file", str(path))
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(folder / _OLD)
        handler = _Handler(path, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        logger.addHandler(logging.NullHandler())
        logger.warning("no log in %s: %s", folder, error)
        return
    handler.setFormatter(logging.Formatter(_FORMAT))
    logger.addHandler(handler)


def tail(folder: Path, lines: int = 100) -> str:
    """The last lines of the log in a folder, some kilobytes at most; also of the one before it, if it is that new."""
    text = "".join(_end_of(folder / name) for name in (_OLD, _NAME))
    return "\n".join(text.splitlines()[-lines:])


def _end_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _TAIL_BYTES))
            return file.read().decode(errors="replace")
    except FileNotFoundError:
        return ""
    except OSError as error:
        return f"the log {path} cannot be read: {error}\n"
