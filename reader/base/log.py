"""The log: one logger a room (`reader.search` …), a small file in the cache folder and the one before it.

INFO is what a person did or would want to know; DEBUG has counts and milliseconds.
"""

import logging
from pathlib import Path

_MOST_BYTES = 1_000_000
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
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "reader.log"
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(path.with_suffix(".old.log"))
        handler = _Handler(path, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        logger.addHandler(logging.NullHandler())
        logger.warning("no log in %s: %s", folder, error)
        return
    handler.setFormatter(logging.Formatter(_FORMAT))
    logger.addHandler(handler)
