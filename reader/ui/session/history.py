"""What was open before, and after: back and forward as in a browser."""

from collections.abc import Callable
from typing import NamedTuple

from reader.posts.model import PaperKey
from reader.ui.session.places import Place

_MOST = 200


class Visit(NamedTuple):
    """A paper that was open, and the place it was opened at."""

    place: Place
    key: PaperKey


class History:
    """The visits of one window. A new visit forgets those that one had gone back from."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._here = -1

    @property
    def here(self) -> Visit | None:
        """Where one is; None before the first visit."""
        return self._visits[self._here] if self._here >= 0 else None

    def add(self, visit: Visit) -> None:
        """Another paper was opened; the one that is open already is no new visit, wherever it is listed now."""
        if self.here is not None and self.here.key == visit.key:
            return
        self._visits = [*self._visits[: self._here + 1], visit][-_MOST:]
        self._here = len(self._visits) - 1

    def go(self, by: int, is_there: Callable[[PaperKey], bool]) -> Visit | None:
        """The visit before (-1) or after (1) this one whose paper is still there; from now on one is at it."""
        at = self._here + by
        while 0 <= at < len(self._visits):
            if is_there(self._visits[at].key):
                self._here = at
                return self._visits[at]
            at += by
        return None
