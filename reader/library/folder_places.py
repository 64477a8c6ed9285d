"""Which folder each source was when it was looked into last: an unmounted disk leaves an empty one in its place.

Kept in a small file of the cache; without it, a folder is what it is now.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from reader.base.files import read_whole, write_whole
from reader.library.folder_source import FolderSource
from reader.library.sources import Place
from reader.library.sync import SyncReport


def folder_sources(kept: Path, folders: Iterable[Path]) -> list[FolderSource]:
    """The folders as sources; `kept` is the file that `note_places` wrote."""
    known = _read(kept)
    return [FolderSource(folder, known.get(str(folder))) for folder in folders]


def note_places(kept: Path, folders: Iterable[Path], report: SyncReport) -> None:
    """Keep which folders the sources are; one that something is in the way of stays what it was. Raises OSError."""
    known = _read(kept)
    hidden = {Path(path) for path, remark in report.warnings if remark.code == "unreadable"}
    found = {folder: place for folder, place in report.folders.items() if folder not in hidden}
    places = {str(folder): found.get(folder, known.get(str(folder))) for folder in folders}
    if places != known:
        write_whole(kept, json.dumps({name: place for name, place in places.items() if place}), flush=False)


def _read(kept: Path) -> dict[str, Place]:
    try:
        values = json.loads(read_whole(kept))
        return {str(name): (int(device), int(inode)) for name, (device, inode) in values.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}  # none was kept yet, or another program wrote it
