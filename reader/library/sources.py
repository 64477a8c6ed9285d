"""Sources: where posts come from. A folder now; a Git repository later.

In: a folder. Out: the files in it that are posts, and the parts of it that could not be looked into. Reads no post.
"""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MARKDOWN = (".md", ".markdown", ".mkd", ".mkdown", ".mdown")
HTML = (".html", ".htm")
_POST_FOLDERS = ("_posts", "_drafts")
_NEVER = {"node_modules", "bower_components", "vendor", "_site", "__pycache__", "site-packages", "venv"}


@dataclass(frozen=True, slots=True)
class PostFile:
    """A file that may be a post."""

    name: str  # path within the source, NFC, "/" between folders
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
    unreadable: list[tuple[str, str]] = field(default_factory=list)  # (name of the folder, "" for all; why)

    def may_hide(self, name: str) -> bool:
        """Whether a post that was not found may still be there, in a folder that could not be read."""
        return any(not folder or name.startswith(f"{folder}/") or name == folder for folder, _ in self.unreadable)


def scan_folder(root: Path) -> Scan:
    """All posts below a folder, newest name first.

    Hidden folders and those of tools (node_modules, _site …) are passed over. A folder that has `_posts`, `_drafts` or
    a `_config.yml` is a Jekyll site: of it only what is in `_posts` and `_drafts` is a post. Links to folders are
    followed, each folder once.
    """
    scan = Scan()
    if not root.is_dir():
        scan.unreadable.append(("", "the folder is not there"))
        return scan
    _walk(root, "", root.name in _POST_FOLDERS, False, scan, set())
    scan.files.sort(key=lambda file: file.name.rsplit("/", 1)[-1], reverse=True)
    return scan


def _walk(folder: Path, name: str, in_posts: bool, in_site: bool, scan: Scan, seen: set[tuple[int, int]]) -> None:
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        scan.unreadable.append((name, error.strerror or str(error)))
        return
    names = {entry.name for entry in entries}
    in_site = in_site or bool(names & {*_POST_FOLDERS, "_config.yml", "_config.yaml"})
    for entry in entries:
        inner = f"{name}/{entry.name}" if name else entry.name
        if entry.name.startswith(".") or entry.name in _NEVER:
            continue
        if _is_folder(entry):
            _walk(Path(entry.path), inner, in_posts or entry.name in _POST_FOLDERS, in_site, scan, seen)
        elif in_posts or not in_site:
            scan.files.extend(_post_file(entry, inner, scan))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _post_file(entry: os.DirEntry[str], name: str, scan: Scan) -> Iterator[PostFile]:
    if not entry.name.lower().endswith((*MARKDOWN, *HTML)):
        return
    try:
        if not entry.is_file():
            return
        status = entry.stat()
    except OSError as error:
        scan.unreadable.append((clean_name(name), error.strerror or str(error)))
        return
    yield PostFile(clean_name(name), Path(entry.path), status.st_size, status.st_mtime_ns)


def clean_name(name: str) -> str:
    """A file name as text that can be stored: NFC, bytes that are no UTF-8 as �."""
    return unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
