"""Sources: where posts come from, and which files of a folder count. `folder_source` and
`git.source` are a folder and a repository as sources.

In: a folder. Out: the files in it that may be posts, what was passed over and why, and the parts of it that could not
be looked into. It reads no posts; of a site it reads the configuration.
"""

import errno
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol

from reader.base.errors import reason_of

if TYPE_CHECKING:
    from reader.posts.site import Site

MARKDOWN = (".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".mdown", ".mdx", ".qmd", ".rmd")
WITH_HEAD = (".html", ".htm", ".txt")
"""Files with these endings count as posts only if they have front matter."""
_NEVER = {"node_modules", "bower_components", "vendor", "_site", "__pycache__", "site-packages", "venv"}
_MOST_CONFIG = 64 * 1024  # bytes
_MOST_PASSED = 10_000  # names that are kept to be told
_HEAD_BYTES = 64 * 1024

MAX_BYTES = 64 << 20
"""A larger file is not read: no post is so large, and its text would fill the memory several times over."""


Place = tuple[int, int]
"""Which folder it is that is at a path: device and inode."""


class PostFile(NamedTuple):
    """A file that may be a post. Size and time are its stamp: it is read again when they are others."""

    name: str  # path within the source, NFC, "/" between folders; different for every file of a scan
    at: str  # its path as the disk or the repository has it
    size: int  # bytes; 0 in a repository
    mtime_ns: int  # in a repository the beginning of its blob's name

    @property
    def path(self) -> Path:
        """Its path. Made for who asks: a scan of 10,000 files would take twice as long."""
        return Path(self.at)

    @property
    def needs_head(self) -> bool:
        """Whether it counts as a post only if it has front matter."""
        return self.at.lower().endswith(WITH_HEAD)


class Passed(NamedTuple):
    """A file or folder that is no post."""

    name: str  # path within the source; a folder's ends in "/"
    why: str  # a piece of an English sentence


@dataclass(slots=True)
class Scan:
    """What a look into a source found. What is below an `unreadable` folder may still be there."""

    files: list[PostFile] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)  # (name of file or folder, "" for all; why)
    vanished: list[str] = field(default_factory=list)  # those of `unreadable` that were listed and are not there
    passed: list[Passed] = field(default_factory=list)  # the first 10,000
    folders: dict[Path, Place] = field(default_factory=dict)  # that were looked into, each once

    def may_hide(self, name: str) -> bool:
        """Whether a post that was not found may still be there, in a folder that could not be read."""
        return any(not folder or name.startswith(f"{folder}/") or name == folder for folder, _ in self.unreadable)

    def could_not_read(self, name: str, error: OSError) -> None:
        """Note a file or folder that could not be looked into; `name` as the disk has it."""
        self.unreadable.append((clean_name(name), reason_of(error)))
        if isinstance(error, FileNotFoundError):
            self.vanished.append(clean_name(name))

    def pass_over(self, name: str, why: str) -> None:
        """Note what is no post; `name` as the disk has it."""
        if len(self.passed) < _MOST_PASSED:
            self.passed.append(Passed(clean_name(name), why))


_OF_THE_SYSTEM = ("/proc", "/sys", "/dev")
"""What is below these is no text of anybody's, never ends, or does something when it is read."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Which files and folders of one folder of a source count, by their names and by the site they belong to."""

    in_posts: bool  # a folder of a site's posts, or below one
    site: "Site | None" = None

    @classmethod
    def of_top(cls, name: str) -> "Rules":
        """The rules of a source's first folder."""
        return cls(name in ("_posts", "_drafts"))

    def within(self, names: set[str], text_of: Callable[[str], str]) -> "Rules":
        """With the site that the folder's files make it, if it is not in one already."""
        from reader.posts.site import site_of  # reads YAML, which is needed only to look into folders

        return self if self.site is not None else Rules(self.in_posts, site_of(names, text_of))

    def of_folder(self, name: str, path: str, scan: Scan) -> "Rules | None":
        """The rules of a folder in this one; None for one that is passed over, with the reason noted."""
        if name in _NEVER:
            scan.pass_over(f"{path}/", "a folder of tools")
            return None
        return Rules(self.in_posts or (self.site is not None and name in self.site.folders), self.site)

    def is_post(self, path: str, scan: Scan) -> bool:
        """Whether a file may be a post; if not, the reason is noted."""
        if not path.lower().endswith((*MARKDOWN, *WITH_HEAD)):
            ending = os.path.splitext(path)[1].lower()  # noqa: PTH122  # of a name, not of a path on this disk
            scan.pass_over(path, f"{ending} is not read" if ending else "a file without an ending is not read")
            return False
        if self.site is not None and not self.in_posts:
            scan.pass_over(path, self.site.why_not)
            return False
        return True


@dataclass(slots=True)
class _Folder:
    """A folder yet to be looked into."""

    path: Path
    name: str  # within the source, as the disk has it
    rules: Rules


def scan_folder(root: Path, given: set[Place] | None = None) -> Scan:
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
    waiting = [_Folder(root, "", Rules.of_top(root.name))]
    while waiting:  # no recursion: folders may be nested deeper than Python's calls
        waiting += reversed(_look_into(waiting.pop(), scan, seen, given))
    scan.files = list(told_apart(scan.files))
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


def _places_above(root: Path) -> set[Place]:
    places = set()
    for parent in root.resolve().parents:
        with suppress(OSError):  # a folder that may not be looked at cannot be linked to either
            status = parent.stat()
            places.add((status.st_dev, status.st_ino))
    return places


def _look_into(folder: _Folder, scan: Scan, seen: set[Place], given: set[Place]) -> list[_Folder]:
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
    scan.folders[folder.path] = place
    rules = folder.rules.within({entry.name for entry in entries}, lambda name: _text_of(folder.path / name))
    is_taken = place not in given
    if is_taken and (rules.in_posts or rules.site is None):
        given.add(place)
    inner: list[_Folder] = []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        name = f"{folder.name}/{entry.name}" if folder.name else entry.name
        try:
            if entry.is_dir():
                if (below := rules.of_folder(entry.name, name, scan)) is not None:
                    inner.append(_Folder(Path(entry.path), name, below))
            elif entry.is_symlink() and not entry.is_file():
                entry.stat()  # says why what it links to cannot be reached: a disk that is away, a circle
            elif entry.is_file() and rules.is_post(name, scan) and is_taken:
                status = entry.stat()  # not a pipe or a device: reading one of those may never end
                scan.files.append(PostFile(clean_name(name), entry.path, status.st_size, status.st_mtime_ns))
        except OSError as error:
            scan.could_not_read(name, error)
    return inner


def _text_of(path: Path) -> str:
    """A configuration's text; "" where it cannot be read: then the site has its usual folders."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return file.read(_MOST_CONFIG).decode("utf-8", "replace")
    except OSError:
        return ""


def told_apart(files: Iterable[PostFile]) -> Iterator[PostFile]:
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
    if name.isascii():
        return name
    return unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


class Source(Protocol):
    """Where posts come from."""

    name: str
    """As the catalogue knows it."""
    is_fixed: bool
    """Whether its files stay as they are while they are looked into, as those of a commit do."""

    def scan(self, given: set[Place]) -> Scan:
        """Which files there are."""

    def read(self, file: PostFile) -> bytes | None:
        """What is in one; None if it is a post only with front matter and has none. Raises OSError."""

    def where(self, name: str) -> str:
        """A name within it, or with "" all of it, as it is told to a person."""

    def where_is(self, file: PostFile) -> str:
        """A file of it as it is told to a person."""


def read_post(file: PostFile) -> bytes | None:
    """What is in a file; None if it is a post only with front matter and has none. Raises OSError."""
    with file.path.open("rb") as opened:
        return read_opened(opened, file)


def read_opened(opened: BinaryIO, file: PostFile) -> bytes | None:
    """The same of a file that is open, on a disk or in a repository."""
    head = opened.read(_HEAD_BYTES)
    if file.needs_head and not _has_head(head, file):
        return None
    source = head + opened.read(MAX_BYTES + 1 - len(head))
    if len(source) > MAX_BYTES:
        raise OSError(errno.EFBIG, f"it is larger than {MAX_BYTES >> 20} MB")
    return source


def _has_head(text: bytes, file: PostFile) -> bool:
    from reader.posts.parse import has_head  # not needed where every file is Markdown

    return has_head(text, is_html=not file.at.lower().endswith(".txt"))
