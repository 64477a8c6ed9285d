"""Where a post's picture lies on the disk: below the post's own source folder, and nowhere else.

In: the address as a post has it ("/assets/img/a.png", "../img/a.png"). Out: an existing file, or None; none is opened.
"""

from pathlib import Path
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
    relative = Path(unquote(parts.path).lstrip("/"))
    if relative.suffix.lower() not in _SHOWN:
        return None
    site = (folder.parent if folder.name in ("_posts", "_drafts") else folder).resolve()
    beside = [] if parts.path.startswith("/") else [(folder / post).parent]
    return next((file for base in (*beside, folder, site) if (file := _inside(base / relative, site))), None)


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
