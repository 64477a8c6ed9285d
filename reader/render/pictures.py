"""Where a post's picture lies on the disk: below the post's own source folder, and nowhere else.

In: the address as a post has it ("/assets/img/a.png", "../img/a.png"). Out: an existing file, or None; none is opened.
What leads out of the blog by its words alone is not even looked for: on Windows a look at a share contacts its host.
"""

import os.path
from pathlib import Path, PureWindowsPath
from urllib.parse import unquote, urlsplit

_SHOWN = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp"}


def find(source: str, folder: Path, post: str) -> Path | None:
    """The file of a picture in a post at `post` ("/" between folders) below `folder`.

    An address that begins with "/" is looked up in the folder and, where that is a blog's `_posts`, beside it; any
    other first beside the post. Addresses with a scheme or host are never files here; none may lead out of the blog.
    """
    parts = urlsplit(source) if _readable(source) else None
    if parts is None or parts.scheme or parts.netloc or not parts.path:
        return None
    relative = unquote(parts.path).lstrip("/")
    if Path(relative).suffix.lower() not in _SHOWN or "\\" in relative or PureWindowsPath(relative).drive:
        return None
    folder = Path(os.path.normpath(folder))
    blog = folder.parent if folder.name in ("_posts", "_drafts") else folder
    beside = [] if parts.path.startswith("/") else [(folder / post).parent]
    meant = [Path(os.path.normpath(base / relative)) for base in (*beside, folder, blog)]
    site = blog.resolve()
    return next((file for path in meant if path.is_relative_to(blog) and (file := _inside(path, site))), None)


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
