"""Fetching the library's Git repositories, and reading their copies. A server that is away is a state, not an error."""

import enum
import json
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from filelock import FileLock, Timeout

from reader.base.files import read_whole, write_whole
from reader.base.git_address import GitAddress
from reader.services.profile import Profile

if TYPE_CHECKING:
    from reader.library.git.source import GitSource

_log = logging.getLogger("reader.services.fetching")
_TELL_SECONDS = 0.2

Tell = Callable[[dict[str, Any]], None]


class Fetching(enum.Enum):
    """Which repositories a refresh fetches."""

    NOW = "all of them"
    DUE = "those not fetched for as long as the settings say"
    NOT = "none: nothing is contacted"


class Fetched(NamedTuple):
    """What came of one repository."""

    address: GitAddress
    changed: bool
    trouble: str = ""  # why it was not fetched, in words; "" if it was, or was not to be
    is_offline: bool = False  # its server was not reached, which may be no fault
    last: datetime | None = None  # the last success, UTC


def fetch_all(profile: Profile, fetching: Fetching, say: Tell, cancelled: Callable[[], bool]) -> tuple[Fetched, ...]:
    """Fetch what is to be fetched, one repository after the other; raises nothing for those that cannot be."""
    found = []
    for address in profile.settings.repositories:
        last = last_fetched(profile, address)
        wanted = fetching is Fetching.NOW or (fetching is Fetching.DUE and _is_due(profile, address, last))
        wanted = wanted and not profile.settings.is_paused(address)
        found.append(_fetched(profile, address, last, say, cancelled) if wanted else Fetched(address, False, last=last))
    return tuple(found)


def last_fetched(profile: Profile, address: GitAddress) -> datetime | None:
    """When a repository was fetched last; None for never."""
    try:
        return datetime.fromisoformat(json.loads(read_whole(_state(profile, address)))["fetched"])
    except (OSError, ValueError, KeyError, TypeError):
        return None  # not fetched yet, or not by this program


def copy_of(profile: Profile, address: GitAddress) -> Path:
    """The folder of a repository's copy."""
    return profile.places.repositories / f"{address.file_name}.git"


def pictures_file(profile: Profile, address: GitAddress) -> Path:
    """The file that says which pictures a repository has; `library.git.pictures` writes it."""
    return profile.places.repositories / f"{address.file_name}.pictures.json"


@contextmanager
def repositories(profile: Profile) -> "Iterator[list[GitSource]]":
    """The copies of the library's repositories as sources."""
    addresses = [address for address in profile.settings.repositories if not profile.settings.is_paused(address)]
    if not addresses:
        yield []
        return
    from reader.library.git.pictures import note_pictures
    from reader.library.git.source import GitSource  # imports dulwich
    from reader.render.pictures import SHOWN

    for address in addresses:
        note_pictures(copy_of(profile, address), pictures_file(profile, address), SHOWN)
    with ExitStack() as opened:
        sources = [GitSource(address, copy_of(profile, address)) for address in addresses]
        for source in sources:
            opened.callback(source.close)
        yield sources


def _fetched(
    profile: Profile, address: GitAddress, last: datetime | None, say: Tell, cancelled: Callable[[], bool]
) -> Fetched:
    from reader.library.git.fetch import fetch  # imports dulwich
    from reader.library.git.server import CancelledError, FetchError

    copy = copy_of(profile, address)
    copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with FileLock(f"{copy}.lock", timeout=0):
            changed = fetch(address, copy, progress=_told(address, say), cancelled=cancelled)
            now = datetime.now(UTC)
            write_whole(_state(profile, address), json.dumps({"fetched": now.isoformat()}))
        return Fetched(address, changed, last=now)
    except Timeout:
        return Fetched(address, False, last=last)  # another process is fetching it
    except CancelledError:
        return Fetched(address, False, last=last)
    except FetchError as error:
        _log.info("not fetched: %s", error)
        return Fetched(address, False, str(error), error.is_offline, last)


def _told(address: GitAddress, say: Tell) -> Callable[[int], None]:
    """Says how many bytes came, a few times a second."""
    told = 0.0

    def tell(done: int) -> None:
        nonlocal told
        if time.monotonic() - told > _TELL_SECONDS:
            told = time.monotonic()
            say({"event": "progress", "stage": "fetch", "done": done, "total": 0, "name": address.shown})

    return tell


def _is_due(profile: Profile, address: GitAddress, last: datetime | None) -> bool:
    from reader.library.git.objects import is_damaged  # imports dulwich

    hours = profile.settings.get("fetch_hours")
    is_old = last is None or datetime.now(UTC) - last > timedelta(hours=hours)
    return hours > 0 and (is_old or is_damaged(copy_of(profile, address)))


def _state(profile: Profile, address: GitAddress) -> Path:
    return profile.places.repositories / f"{address.file_name}.json"
