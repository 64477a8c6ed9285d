"""Bringing pictures here: out of the pack of a repository, or from another computer where the person asked for that.

In a process of its own (`daily-papers bring`), never in the window's. What was brought is bounded, in number and in
bytes, and goes when nothing names it any more or nobody looked at it for longest.
"""

import json
import logging
import shutil
import socket
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Protocol, TextIO
from urllib.parse import urlsplit

from reader.base.files import write_whole
from reader.base.git_address import GitAddress
from reader.render.pictures import SHOWN
from reader.services.fetching import copy_of, pictures_file
from reader.services.pictures.finding import (
    WEB_NAMES,
    Absent,
    PictureFinder,
    address_of,
    noted_pictures,
    repository_folder,
    web_folder,
    web_name,
)
from reader.services.profile import Profile

_log = logging.getLogger("reader.services.pictures")

_MOST_FILES = 3_000
_MOST_BYTES = 500 << 20  # of all of them
_MOST_WEB_BYTES = 10 << 20  # of one from another computer
_SECONDS = 20.0  # for one of them
_AT_ONCE = 4
_MOST_FAILURES = 2  # of one host; then it is asked no more
_PHOTOS = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")


class FindAny(Protocol):
    """Finds the pictures of all posts."""

    def __call__(self, picture: str, source: str, post: str) -> Path | None:
        """The file of a picture by its address in a post of a source."""


def answer(profile: Profile, requests: Iterable[str], answers: TextIO) -> None:
    """Bring what each line of `requests` names, `[source, name]`; a line with true or false for each, in order."""
    wanted = [Absent(*json.loads(line)) for line in requests]
    hosts: Counter[str] = Counter()  # how often each could not be asked
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for brought in pool.map(partial(_brought, profile, hosts), wanted):
            print(json.dumps(brought), file=answers, flush=True)
    prune(profile)


def read_blob(profile: Profile, absent: Absent) -> bytes | None:
    """What is in a picture of a repository; None where it has none of the name."""
    from reader.library.git.pictures import read_picture  # imports dulwich

    address = address_of(absent.source)
    return None if address is None else read_picture(copy_of(profile, address), absent.name.partition(".")[0])


def unpacked(profile: Profile, folder: Path) -> FindAny:
    """Finds pictures for a process without a window: those of repositories are written into `folder`.

    The profile stays as it is, and no other computer is asked.
    """
    finder = PictureFinder(profile)

    def find(picture: str, source: str, post: str) -> Path | None:
        found = finder.find(picture, source, post)
        if not isinstance(found, Absent):
            return found
        content = None if found.is_web else read_blob(profile, found)
        if content is None:
            return None
        file = folder / found.name
        file.write_bytes(content)
        return file

    return find


def prune(profile: Profile) -> None:
    """Remove what nothing names any more, and of the rest what was not looked at for longest. Raises OSError.

    Other processes may bring and remove pictures meanwhile; files that are being written begin with a dot.
    """
    wanted = _folders(profile)
    files = []
    for folder in _entries(profile.places.pictures):
        if folder.name not in wanted:
            shutil.rmtree(folder, ignore_errors=True)
            continue
        address = wanted[folder.name]
        named = None if address is None else set(noted_pictures(pictures_file(profile, address)).values())
        for file in _entries(folder):
            if named is not None and file.stem not in named and not file.name.startswith("."):
                file.unlink(missing_ok=True)
                continue
            with suppress(FileNotFoundError):
                status = file.stat()
                files.append((status.st_atime_ns, status.st_size, file))
    files.sort(reverse=True)
    size = 0
    for number, (_, bytes_, file) in enumerate(files):
        size += bytes_
        if number >= _MOST_FILES or size > _MOST_BYTES:
            file.unlink(missing_ok=True)


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except FileNotFoundError:
        return []


def _folders(profile: Profile) -> dict[str, GitAddress | None]:
    """The folders that may be there, those of repositories with their address."""
    settings = profile.settings
    found: dict[str, GitAddress | None] = {repository_folder(profile, str(a)).name: a for a in settings.repositories}
    sources: list[Path | GitAddress] = [*settings.sources, *settings.repositories]
    return found | {web_folder(profile, str(s)).name: None for s in sources if settings.shows_web_pictures(s)}


def _brought(profile: Profile, hosts: Counter[str], absent: Absent) -> bool:
    try:
        return _fetched(profile, absent, hosts) if absent.is_web else _taken_out(profile, absent)
    except OSError as error:
        _log.info("a picture was not brought: %s", error)
        return False


def _taken_out(profile: Profile, absent: Absent) -> bool:
    blob, dot, ending = absent.name.partition(".")
    content = read_blob(profile, absent) if blob.isalnum() and f"{dot}{ending}" in SHOWN else None
    if content is None:
        return False
    _keep(repository_folder(profile, absent.source) / absent.name, content)
    return True


def _fetched(profile: Profile, absent: Absent, hosts: Counter[str]) -> bool:
    from reader.network.http import Request, UnreachableError, fetch  # few pictures are of other computers

    source = address_of(absent.source) or Path(absent.source)
    host = urlsplit(absent.name).hostname or ""
    if not profile.settings.shows_web_pictures(source) or hosts[host] >= _MOST_FAILURES or not is_public(host):
        return False
    try:
        request = Request(
            absent.name,
            headers={"Accept": "image/*"},
            seconds=_SECONDS,
            most_bytes=_MOST_WEB_BYTES,
            only_public=True,
        )
        said = fetch(request, lambda: False)
    except UnreachableError as error:
        _log.info("a picture was not fetched: %s", error)
        hosts[host] += 1
        return False
    ending = ending_of(said.body) if said.status == 200 else None
    if ending is None:
        return False
    _keep((web_folder(profile, absent.source) / web_name(absent.name)).with_suffix(ending), said.body)
    return True


def ending_of(content: bytes) -> str | None:
    """The ending a picture is kept with, by its bytes; None for what is none."""
    if content.startswith(_PHOTOS):
        return WEB_NAMES[0]
    return WEB_NAMES[1] if b"<svg" in content[:4000] else None


def is_public(host: str) -> bool:
    """Whether a name leads out of the home or the company: no post may ask the router or a printer for anything.

    A name that only a proxy knows is taken to.
    """
    from reader.network.http import is_public_address

    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        return True
    return all(map(is_public_address, found))


def _keep(file: Path, content: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(file, content, flush=False)
