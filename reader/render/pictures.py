"""Where a post's picture lies: below the post's own source, and nowhere else.

In: the address as a post has it ("/assets/img/a.png", "../img/a.png"). Out: an existing file of a folder, or the places
in a repository where it may be; nothing is opened.
What leads out of the blog by its words alone is not even looked for: on Windows a look at a share contacts its host.
"""

import os.path
import posixpath
from pathlib import Path, PureWindowsPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

SHOWN = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp"})
"""The endings of pictures that can be shown."""
_POSTS = ("_posts", "_drafts")


class _Named(NamedTuple):
    path: str  # "/" between names, without the first one
    from_top: bool  # it began with "/"


def find(source: str, folder: Path, post: str) -> Path | None:
    """The file of a picture in a post at `post` ("/" between folders) below `folder`.

    An address that begins with "/" is looked up in the folder and, where that is a blog's `_posts`, beside it; any
    other first beside the post. Addresses with a scheme or host are never files here; none may lead out of the blog.
    """
    named = _named(source)
    if named is None:
        return None
    folder = Path(os.path.normpath(folder))
    blog = folder.parent if folder.name in _POSTS else folder
    beside = [] if named.from_top else [(folder / post).parent]
    meant = [Path(os.path.normpath(base / named.path)) for base in (*beside, folder, blog)]
    site = blog.resolve()
    return next((file for path in meant if path.is_relative_to(blog) and (file := _inside(path, site))), None)


def places_in_repository(source: str, folder: str, post: str) -> list[str]:
    """The same for a post of a repository, likeliest first, as paths from its top; `folder` is the source's in it."""
    named = _named(source)
    if named is None:
        return []
    blog = posixpath.dirname(folder) if posixpath.basename(folder) in _POSTS else folder
    beside = [] if named.from_top else [posixpath.dirname(posixpath.join(folder, post))]
    meant = [posixpath.normpath(posixpath.join(base, named.path)) for base in (*beside, folder, blog)]
    within = f"{blog}/" if blog else ""
    return [path for path in dict.fromkeys(meant) if path.startswith(within) and not path.startswith(("../", "/"))]


def _named(source: str) -> _Named | None:
    """The path that an address of a picture names; None where it is no path of one."""
    parts = urlsplit(source) if _readable(source) else None
    if parts is None or parts.scheme or parts.netloc or not parts.path:
        return None
    relative = unquote(parts.path).lstrip("/")
    if Path(relative).suffix.lower() not in SHOWN or "\\" in relative or PureWindowsPath(relative).drive:
        return None
    return _Named(relative, parts.path.startswith("/"))


def _readable(source: str) -> bool:
    try:
        urlsplit(source)
    except ValueError:
        return False
    return "\0" not in unquote(source)


def _inside(path: Path, site: Path) -> Path | None:
    try:
        file = path.resolve()
        return file if file.is_relative_to(site) and file.is_file() else None
    except OSError:
        return None
