"""Writing small files so that a crash leaves the old or the new text, never half of one."""

import os
from pathlib import Path


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file, text as UTF-8, by way of a temporary one beside it, flushed to the disk before it takes the name.

    Raises OSError; the file is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(text.encode() if isinstance(text, str) else text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
