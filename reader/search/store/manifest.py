"""Whether the index on disk is whole: which generation counts, and the size and hash of each of its files.

Whoosh has no checksums, and a zeroed block answers quietly with wrong hits. So beside the index lies `manifest.json`,
replaced in one step after each commit. What it does not name does not count: a writer that is killed leaves files
nobody reads, and the generation before stays the one that is searched.
"""

import json
import os
import sys
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from reader.search.store import schema

NAME = "manifest.json"
ANALYZER = 1  # raised with every change to what `tokenizer` makes of a text


class File(NamedTuple):
    """One file as it was when it was written."""

    size: int
    modified: int  # ns
    digest: str  # BLAKE2b
    changed: int = 0  # ns, st_ctime: no program can set it back as it can `modified`; on Windows that of its making


class Manifest(NamedTuple):
    """One generation of the index."""

    generation: int = 0  # counts up for ever, also over beginning anew
    contents: int = 0  # the number in the name of Whoosh's table of contents
    store: str = ""  # the folder beside the manifest that has the files, "" before there is one
    documents: int = 0
    files: Mapping[str, File] = MappingProxyType({})
    version: str = f"{schema.VERSION}.{ANALYZER}.{sys.byteorder}"


def read(folder: Path) -> Manifest | None:
    """The manifest of an index folder; None when there is none that this version can trust."""
    path = folder / NAME
    if not path.is_file():  # a pipe would keep us waiting
        return None
    try:
        raw = json.loads(path.read_bytes())
        raw["files"] = {name: File(**values) for name, values in raw["files"].items()}
        manifest = Manifest(**raw)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return manifest if manifest.version == Manifest().version and manifest.store else None


def write(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest in one step; raises OSError."""
    draft = folder / f"{NAME}.new"
    draft.unlink(missing_ok=True)  # of a writer that was killed; a pipe would keep us waiting
    with draft.open("w", encoding="utf-8") as file:
        json.dump(manifest._asdict() | {"files": {n: f._asdict() for n, f in manifest.files.items()}}, file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / NAME)


def with_files(manifest: Manifest, folder: Path, names: list[str]) -> Manifest:
    """The manifest with these files of its store, hashed where it does not know them yet."""
    files = {}
    for name in names:
        path = folder / manifest.store / name
        known = manifest.files.get(name)
        files[name] = known if known and _same(path, known) else _seen(path)
    return manifest._replace(files=files)


def whole(folder: Path, manifest: Manifest, *, every_byte: bool = False) -> bool:
    """Whether every file is as it was written: by size and times, and by its hash where a time is another.

    `every_byte` takes nothing on trust: a disk that forgets changes no time.
    """
    for name, file in manifest.files.items():
        path = folder / manifest.store / name
        try:
            if (every_byte or not _same(path, file)) and (
                path.stat().st_size != file.size or _digest(path) != file.digest
            ):
                return False
        except OSError:
            return False
    return True


def _same(path: Path, file: File) -> bool:
    status = path.stat()
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns) == (file.size, file.modified, file.changed)


def _seen(path: Path) -> File:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    status = path.stat()
    return File(status.st_size, status.st_mtime_ns, _digest(path), status.st_ctime_ns)


def _digest(path: Path) -> str:
    found = blake2b(digest_size=16)
    with path.open("rb") as file:
        while part := file.read(1 << 20):
            found.update(part)
    return found.hexdigest()
