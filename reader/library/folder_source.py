"""A folder as a source of posts."""

import os
from pathlib import Path

from reader.library.sources import Place, PostFile, Scan, read_post, scan_folder


class FolderSource:
    """A folder as a source."""

    is_fixed = False

    def __init__(self, folder: Path, was: Place | None = None) -> None:
        """`was`: which folder it was when it was looked into last."""
        self.name = str(folder)
        self._folder = folder
        self._was = was

    def scan(self, given: set[Place]) -> Scan:
        """All posts below the folder; see `scan_folder`. The empty folder that a disk leaves behind is not it."""
        scan = scan_folder(self._folder, given)
        if self._was is not None and scan.folders.get(self._folder, self._was) != self._was and _is_empty(self._folder):
            scan.unreadable.append(("", "an empty folder is in its place"))
        return scan

    def read(self, file: PostFile) -> bytes | None:
        """See `read_post`."""
        return read_post(file)

    def where(self, name: str) -> str:
        """A path."""
        return str(self._folder / name)

    def where_is(self, file: PostFile) -> str:
        """Its path as the disk has it."""
        return file.at


def _is_empty(folder: Path) -> bool:
    with os.scandir(folder) as listed:
        return next(listed, None) is None
