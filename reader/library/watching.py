"""Watching folders: told by the system when something in them changes, without looking at them again and again.

In: folders. Out: whether something changed that a sync may see. It reads no file. Library:
https://watchfiles.helpmanual.io; the system's limits and its silence about network drives are why nobody may rely on it
alone.
"""

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from watchfiles import Change, watch

from reader.library.sources import MARKDOWN, WITH_HEAD, Place
from reader.posts.site import makes_a_site

_log = logging.getLogger("reader.library.watching")

_QUIET_MS = 100  # to 200 without a change: whoever writes a file or pulls a repository is done
_LONGEST_MS = 2_000  # of changes without such a pause
LOOK_MS = 2_000
"""Between looks at what no system tells of: folders that come and go."""


class Stop(Protocol):
    """Says when to end."""

    def is_set(self) -> bool:
        """Whether to end."""


def place_of(folder: Path) -> Place | None:
    """Which folder is at a path; None while there is none, or it cannot be asked."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino)


def changes(folders: Iterable[Path], stop: Stop) -> Iterator[bool]:
    """Yields True when something changed in one of the folders themselves, False from time to time, till `stop` is set.

    A folder that is not there is passed over. Where the system lets no more folders be watched, or one goes away as
    it is asked for, there is only the False.
    """
    watched = {str(folder) for folder in folders if folder.is_dir()}

    def matters(change: Change, path: str) -> bool:
        return may_matter(path, is_folder=path in watched or (change != Change.deleted and Path(path).is_dir()))

    try:
        for found in _told(watched, stop, matters):
            yield bool(found)
    except (OSError, RuntimeError) as error:  # what the library says of its own faults is a RuntimeError
        _log.warning("%d folders cannot be watched: %s", len(watched), error)
        for _ in _told(set(), stop, matters):
            yield False


def _told(watched: set[str], stop: Stop, matters: Callable[[Change, str], bool]) -> Iterator[set[tuple[Change, str]]]:
    yield from watch(
        *sorted(watched),
        watch_filter=matters,
        debounce=_LONGEST_MS,
        step=_QUIET_MS,
        rust_timeout=LOOK_MS,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=True,
        recursive=False,
        ignore_permission_denied=True,
    )


def may_matter(path: str, *, is_folder: bool) -> bool:
    """Whether a sync may see that this path changed: a post, a folder, or what makes a folder a site.

    Hidden files, editors' copies and half-loaded files end in something else, or begin with a dot.
    """
    name = os.path.basename(path)  # noqa: PTH119  # a storm of names
    if name.startswith("."):
        return False
    return is_folder or name.lower().endswith((*MARKDOWN, *WITH_HEAD)) or makes_a_site(name)
