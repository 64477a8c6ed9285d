"""Keeping the library up to date while somebody reads in it: its folders are watched, and what changes is synced.

Runs in a process of its own until it is stopped. A round is a refresh that contacts nobody. Folders that went away or
came back, sources that were added and folders below them that are new are noticed as well.
"""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from reader.base.errors import ReaderError
from reader.base.paths import ProfilePaths
from reader.library.sources import Place
from reader.library.watching import Stop, changes, place_of
from reader.services.concepts import shipped_phrases
from reader.services.fetching import Fetching
from reader.services.profile import Profile
from reader.services.refresh import BusyError, Refreshed, refresh

_log = logging.getLogger("reader.services.watching")

Tell = Callable[[dict[str, Any]], None]


class _Seen(NamedTuple):
    """What a look at the sources from outside shows; another look is due when it is another."""

    sources: tuple[str, ...]
    paused: tuple[str, ...]
    there: tuple[Place | None, ...]  # of the folders among them


def keep_up(places: ProfilePaths, stop: Stop, tell: Tell) -> Iterator[Refreshed | ReaderError]:
    """What came of each round, until `stop` is set: one at the beginning, then one for every change.

    What hinders a round is given instead of it; the next change tries again. Raises nothing of the world's faults.
    """
    folders: dict[Path, Place] = {}
    told = changes(folders, stop)
    while not stop.is_set():
        seen = _seen(places)
        done = _round(places, stop, tell)
        if done is None:
            continue  # another process syncs, which may not have seen what we were told of
        shipped_phrases()  # read once, while nobody waits: else the first post that is saved shows 0.1 s later
        yield done
        is_new = isinstance(done, Refreshed) and done.report.folders != folders
        if isinstance(done, Refreshed) and is_new:
            folders = done.report.folders
            told = changes(folders, stop)
        for is_changed in told:
            if is_changed or is_new or _seen(places) != seen:  # what changed before it was watched, nobody told
                break


def _seen(places: ProfilePaths) -> _Seen:
    with Profile(places, read_only=True) as profile:
        settings = profile.settings
        there = tuple(place_of(folder) for folder in settings.sources)
        return _Seen(tuple(settings.get("sources")), tuple(settings.get("paused")), there)


def _round(places: ProfilePaths, stop: Stop, tell: Tell) -> Refreshed | ReaderError | None:
    try:
        with Profile(places) as profile:
            return refresh(profile, tell=tell, cancelled=stop.is_set, fetching=Fetching.NOT)
    except BusyError:
        return None
    except ReaderError as error:
        _log.warning("a round failed: %s", error)
        return error
