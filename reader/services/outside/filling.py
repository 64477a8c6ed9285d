"""Filling in what posts do not say, from arXiv: only when a person asks, only what is not known, batch by batch.

What came is kept at once, so that whoever was stopped, cut off or sent away goes on where it ended.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from filelock import FileLock, Timeout

from reader.arxiv.client import IDS_AT_ONCE, SERVER, Client, Clockwork
from reader.base.errors import ReaderError
from reader.base.links import arxiv_id
from reader.network.http import Stopped
from reader.posts.model import PaperKey
from reader.services.profile import Profile

Tell = Callable[[dict[str, Any]], None]


class Filled(NamedTuple):
    """What a fill did."""

    filled: tuple[PaperKey, ...] = ()  # that arXiv said something of, now
    known: tuple[PaperKey, ...] = ()  # of which it had said something before, or that it knows none
    absent: tuple[PaperKey, ...] = ()  # that arXiv does not know
    elsewhere: tuple[PaperKey, ...] = ()  # without an arXiv id
    cancelled: bool = False


class Asking(NamedTuple):
    """How arXiv is asked."""

    server: str = SERVER
    again: bool = False  # also what is known: newer versions, withdrawals
    tell: Tell = lambda _: None
    cancelled: Callable[[], bool] = lambda: False
    clockwork: Clockwork = Clockwork()


def fill(profile: Profile, keys: Sequence[PaperKey], asking: Asking) -> Filled:
    """Ask arXiv for papers. Raises ReaderError; what came before that is kept."""
    profile.make_folders()
    ids = {key: one for key in keys if (one := identifier_of(key))}
    known = {} if asking.again else profile.details.kept(ids.values())
    missing = [one for one in dict.fromkeys(ids.values()) if one not in known]
    try:
        with FileLock(profile.places.details.with_suffix(".lock"), timeout=0):
            came, cancelled = _asked(profile, missing, asking)
    except Timeout as error:
        raise ReaderError("arXiv is being asked already. Wait for that to end.") from error
    return Filled(
        filled=tuple(key for key, one in ids.items() if came.get(one)),
        known=tuple(key for key, one in ids.items() if one in known),
        absent=tuple(key for key, one in ids.items() if came.get(one) is False),
        elsewhere=tuple(key for key in keys if key not in ids),
        cancelled=cancelled,
    )


def identifier_of(key: PaperKey) -> str | None:
    """The arXiv id that a key is, if it is one."""
    identifier = arxiv_id(key)
    return identifier.id if identifier and identifier.id == key else None


def _asked(profile: Profile, missing: Sequence[str], asking: Asking) -> tuple[dict[str, bool], bool]:
    """Which ids arXiv knows of those it was asked for; and whether somebody stopped it."""
    store, came = profile.details, dict[str, bool]()
    client = Client(
        store.asked_at,
        store.note_asking,
        server=asking.server,
        clockwork=asking.clockwork,
        waiting=lambda seconds: asking.tell({"event": "waiting", "seconds": seconds}),
        stopped=asking.cancelled,
    )
    try:
        for some in _batches(missing):
            asking.tell({"event": "progress", "stage": "fill", "done": len(came), "total": len(missing)})
            found = client.ask(some)
            store.put(some, found, datetime.now(UTC))
            came.update({one: one in found for one in some})
    except Stopped:
        return came, True
    asking.tell({"event": "progress", "stage": "fill", "done": len(came), "total": len(missing)})
    return came, False


def _batches(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[start : start + IDS_AT_ONCE] for start in range(0, len(ids), IDS_AT_ONCE))
