"""Sources: where posts come from. A folder now; a Git repository later.

In: a folder. Out: the files in it that may be posts, what was passed over and why, and the parts of it that could not
be looked into. It reads no posts; of a site it reads the configuration.
"""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.posts.site import Site

MARKDOWN = (".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".mdown", ".mdx", ".qmd", ".rmd")
WITH_HEAD = (".html", ".htm", ".txt")
"""Files with these endings count as posts only if they have front matter."""
_NEVER = {"node_modules", "bower_components", "vendor", "_site", "__pycache__", "site-packages", "venv"}
_MOST_CONFIG = 64 * 1024  # bytes
_MOST_PASSED = 10_000  # names that are kept to be told


class PostFile(NamedTuple):
    """A file that may be a post."""

    name: str  # path within the source, NFC, "/" between folders; different for every file of a scan
    path: Path
    size: int  # bytes
    mtime_ns: int

    @property
    def needs_head(self) -> bool:
        """Whether it counts as a post only if it has front matter."""
        return self.path.suffix.lower() in WITH_HEAD


class Passed(NamedTuple):
    """A file or folder that is no post."""

    name: str  # path within the source; a folder's ends in "/"
    why: str  # a piece of an English sentence


@dataclass(slots=True)
class Scan:
    """What a look into a source found. What is below an `unreadable` folder may still be there."""

    files: list[PostFile] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)  # (name of file or folder, "" for all; why)
    passed: list[Passed] = field(default_factory=list)  # the first 10,000

    def may_hide(self, name: str) -> bool:
        """Whether a post that was not found may still be there, in a folder that could not be read."""
        return any(not folder or name.startswith(f"{folder}/") or name == folder for folder, _ in self.unreadable)

    def could_not_read(self, name: str, error: OSError) -> None:
        """Note a file or folder that could not be looked into; `name` as the disk has it."""
        self.unreadable.append((clean_name(name), error.strerror or str(error)))

    def pass_over(self, name: str, why: str) -> None:
        """Note what is no post; `name` as the disk has it."""
        if len(self.passed) < _MOST_PASSED:
            self.passed.append(Passed(clean_name(name), why))


_OF_THE_SYSTEM = ("/proc", "/sys", "/dev")
"""What is below these is no text of anybody's, never ends, or does something when it is read."""

_Place = tuple[int, int]  # device and inode of a folder


@dataclass(slots=True)
class _Folder:
    """A folder yet to be looked into."""

    path: Path
    name: str  # within the source, as the disk has it
    in_posts: bool
    site: "Site | None"


def scan_folder(root: Path, given: set[_Place] | None = None) -> Scan:
    """All posts below a folder, newest name first.

    Hidden folders and those of tools (node_modules, _site …) are passed over. Of a site, only its folders of posts
    count (posts/site.py says which). Links to folders are followed, each folder once, but never to a folder that the
    source itself lies in. `given` holds the folders whose posts another source gave already; those of this one are
    added.
    """
    scan = Scan()
    if not root.is_dir():
        scan.unreadable.append(("", "the folder is not there"))
        return scan
    given = set() if given is None else given
    seen = _places_above(root)
    waiting = [_Folder(root, "", root.name in ("_posts", "_drafts"), None)]
    while waiting:  # no recursion: folders may be nested deeper than Python's calls
        waiting += reversed(_look_into(waiting.pop(), scan, seen, given))
    scan.files = list(_told_apart(scan.files))
    scan.files.sort(key=lambda file: file.name.rsplit("/", 1)[-1], reverse=True)
    return scan


@lru_cache(maxsize=1)
def _system_devices() -> frozenset[int]:
    """The file systems that the kernel makes, by their device; none where such a folder is part of the disk."""
    devices = set()
    for folder in _OF_THE_SYSTEM:
        with suppress(OSError):
            if Path(folder).is_mount():
                devices.add(Path(folder).stat().st_dev)
    return frozenset(devices)


def _places_above(root: Path) -> set[_Place]:
    places = set()
    for parent in root.resolve().parents:
        with suppress(OSError):  # a folder that may not be looked at cannot be linked to either
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
        if status.st_dev in _system_devices():
            scan.unreadable.append((clean_name(folder.name), "it is a folder of the system"))
            return []
        with os.scandir(folder.path) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError as error:
        scan.could_not_read(folder.name, error)
        return []
    site = folder.site or _site(folder.path, {entry.name for entry in entries})
    here = _Folder(folder.path, folder.name, folder.in_posts, site)
    is_taken = (folder.in_posts or site is None) and place not in given
    if is_taken:
        given.add(place)
    inner: list[_Folder] = []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        name = f"{folder.name}/{entry.name}" if folder.name else entry.name
        try:
            if entry.is_dir():
                inner += _folder_in(here, entry, name, scan)
            elif entry.is_symlink() and not entry.is_file():
                entry.stat()  # says why what it links to cannot be reached: a disk that is away, a circle
            elif entry.is_file() and _is_post(here, name, scan) and is_taken:
                status = entry.stat()  # not a pipe or a device: reading one of those may never end
                scan.files.append(PostFile(clean_name(name), Path(entry.path), status.st_size, status.st_mtime_ns))
        except OSError as error:
            scan.could_not_read(name, error)
    return inner


def _folder_in(above: _Folder, entry: os.DirEntry[str], name: str, scan: Scan) -> list[_Folder]:
    if entry.name in _NEVER:
        scan.pass_over(f"{name}/", "a folder of tools")
        return []
    in_posts = above.in_posts or (above.site is not None and entry.name in above.site.folders)
    return [_Folder(Path(entry.path), name, in_posts, above.site)]


def _is_post(folder: _Folder, name: str, scan: Scan) -> bool:
    """Whether a file may be a post, by its name and place; if not, the reason is noted."""
    ending = os.path.splitext(name)[1].lower()  # noqa: PTH122  # of a name, not of a path on this disk
    if not name.lower().endswith((*MARKDOWN, *WITH_HEAD)):
        scan.pass_over(name, f"{ending} is not read" if ending else "a file without an ending is not read")
        return False
    if folder.site is not None and not folder.in_posts:
        scan.pass_over(name, folder.site.why_not)
        return False
    return True


def _site(folder: Path, names: set[str]) -> "Site | None":
    from reader.posts.site import site_of  # reads YAML, which is needed only to look into folders

    return site_of(names, lambda name: _text_of(folder / name))


def _text_of(path: Path) -> str:
    """A configuration's text; "" where it cannot be read: then the site has its usual folders."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return file.read(_MOST_CONFIG).decode("utf-8", "replace")
    except OSError:
        return ""


def _told_apart(files: Iterable[PostFile]) -> Iterator[PostFile]:
    """The files, each with a name of its own: two may have the same one in NFC, or differ in bytes that are no text."""
    taken: set[str] = set()
    for file in files:
        name, number = file.name, 1
        while name in taken:
            number += 1
            name = f"{file.name}~{number}"
        taken.add(name)
        yield file if name == file.name else file._replace(name=name)


def clean_name(name: str) -> str:
    """A file name as text that can be stored: in NFC, with � for bytes that are not UTF-8."""
    return unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
