"""Sources: where posts come from. A folder now; a Git repository later.

In: a folder. Out: the files in it that are posts, and the parts of it that could not be looked into. Reads no post.
"""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

MARKDOWN = (".md", ".markdown", ".mkd", ".mkdown", ".mdown")
HTML = (".html", ".htm")
_POST_FOLDERS = ("_posts", "_drafts")
_SIGNS_OF_A_SITE = {*_POST_FOLDERS, "_config.yml", "_config.yaml"}
_NEVER = {"node_modules", "bower_components", "vendor", "_site", "__pycache__", "site-packages", "venv"}


class PostFile(NamedTuple):
    """A file that may be a post."""

    name: str  # path within the source, NFC, "/" between folders; another for every file of a scan
    path: Path
    size: int  # bytes
    mtime_ns: int

    @property
    def is_html(self) -> bool:
        """Whether it counts as a post only if it has front matter."""
        return self.path.suffix.lower() in HTML


@dataclass(slots=True)
class Scan:
    """What a look into a source found. Nothing below `unreadable` is known to be gone."""

    files: list[PostFile] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)  # (name of file or folder, "" for all; why)

    def may_hide(self, name: str) -> bool:
        """Whether a post that was not found may still be there, in a folder that could not be read."""
        return any(not folder or name.startswith(f"{folder}/") or name == folder for folder, _ in self.unreadable)

    def could_not_read(self, name: str, error: OSError) -> None:
        """Note a file or folder that could not be looked into; `name` as the disk has it."""
        self.unreadable.append((clean_name(name), error.strerror or str(error)))


_Place = tuple[int, int]  # device and inode of a folder


@dataclass(slots=True)
class _Folder:
    """A folder yet to be looked into."""

    path: Path
    name: str  # within the source, as the disk has it
    in_posts: bool
    in_site: bool


def scan_folder(root: Path, given: set[_Place] | None = None) -> Scan:
    """All posts below a folder, newest name first.

    Hidden folders and those of tools (node_modules, _site …) are passed over. A folder that has `_posts`, `_drafts` or
    a `_config.yml` is a Jekyll site: of it only what is in `_posts` and `_drafts` is a post. Links to folders are
    followed, each folder once, but not out to one that the source itself lies in. `given` has the folders whose posts
    another source gave already, and takes those of this one.
    """
    scan = Scan()
    if not root.is_dir():
        scan.unreadable.append(("", "the folder is not there"))
        return scan
    given = set() if given is None else given
    seen = _places_above(root)
    waiting = [_Folder(root, "", root.name in _POST_FOLDERS, False)]
    while waiting:  # no recursion: folders may lie deeper in one another than Python's calls
        waiting += reversed(_look_into(waiting.pop(), scan, seen, given))
    scan.files = list(_told_apart(scan.files))
    scan.files.sort(key=lambda file: file.name.rsplit("/", 1)[-1], reverse=True)
    return scan


def _places_above(root: Path) -> set[_Place]:
    places = set()
    for parent in root.resolve().parents:
        with suppress(OSError):  # one that may not be looked at cannot be linked to either
            status = parent.stat()
            places.add((status.st_dev, status.st_ino))
    return places


def _look_into(folder: _Folder, scan: Scan, seen: set[_Place], given: set[_Place]) -> list[_Folder]:
    """Take the posts of a folder; returns the folders in it."""
    try:
        status = folder.path.stat()
        place = (status.st_dev, status.st_ino)
        if place in seen:
            return []
        seen.add(place)
        with os.scandir(folder.path) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError as error:
        scan.could_not_read(folder.name, error)
        return []
    in_site = folder.in_site or any(entry.name in _SIGNS_OF_A_SITE for entry in entries)
    is_taken = (folder.in_posts or not in_site) and place not in given
    if is_taken:
        given.add(place)
    inner: list[_Folder] = []
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _NEVER:
            continue
        name = f"{folder.name}/{entry.name}" if folder.name else entry.name
        try:
            if entry.is_dir():
                in_posts = folder.in_posts or entry.name in _POST_FOLDERS
                inner.append(_Folder(Path(entry.path), name, in_posts, in_site))
            elif entry.is_symlink() and not entry.is_file():
                entry.stat()  # says why what it links to cannot be reached: a disk that is away, a circle
            elif is_taken and entry.name.lower().endswith((*MARKDOWN, *HTML)) and entry.is_file():
                status = entry.stat()  # not of a pipe or a device: to read one of those may never end
                scan.files.append(PostFile(clean_name(name), Path(entry.path), status.st_size, status.st_mtime_ns))
        except OSError as error:
            scan.could_not_read(name, error)
    return inner


def _told_apart(files: Iterable[PostFile]) -> Iterator[PostFile]:
    """The files with a name each: two may be the same text in NFC, or differ in bytes that are no text."""
    taken: set[str] = set()
    for file in files:
        name, number = file.name, 1
        while name in taken:
            number += 1
            name = f"{file.name}~{number}"
        taken.add(name)
        yield file if name == file.name else file._replace(name=name)


def clean_name(name: str) -> str:
    """A file name as text that can be stored: NFC, bytes that are no UTF-8 as �."""
    return unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
