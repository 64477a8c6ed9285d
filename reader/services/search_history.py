"""The searches a person made, newest first: kept in the profile's config folder, on this computer only.

A query counts once; the oldest are forgotten. What cannot be read is no history, and is replaced by the next search.
"""

import json
import logging
from collections.abc import Callable
from pathlib import Path

from reader.base.errors import ReaderError, reason_of
from reader.base.files import one_at_a_time, read_whole, write_whole

_log = logging.getLogger("reader.services.search_history")

MOST = 200  # searches kept
LONGEST = 300  # characters of a query that is kept


class SearchHistory:
    """The history of one profile; every change is on the disk when it returns."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._queries: list[str] | None = None

    def recent(self, beginning: str = "", most: int = MOST) -> list[str]:
        """The newest searches that begin so, in either case."""
        wanted = beginning.casefold()
        return [query for query in self._known() if query.casefold().startswith(wanted)][:most]

    def add(self, query: str) -> None:
        """Remember a search as the newest. Raises ReaderError if it cannot be written."""
        query = " ".join(query.split())
        if not query or len(query) > LONGEST:
            return
        self._change(lambda known: [query, *(other for other in known if other != query)][:MOST])

    def forget(self, query: str) -> None:
        """Remember a search no longer. Raises ReaderError."""
        self._change(lambda known: [other for other in known if other != query])

    def clear(self) -> None:
        """Remember nothing: the file is deleted. Raises ReaderError."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise ReaderError(f"The history of searches {self._path} cannot be deleted: {reason_of(error)}.") from error
        self._queries = []

    def _known(self) -> list[str]:
        if self._queries is None:
            self._queries = self._read()
        return self._queries

    def _read(self) -> list[str]:
        try:
            kept = json.loads(read_whole(self._path))
        except FileNotFoundError:
            return []
        except (OSError, ValueError, RecursionError) as error:
            _log.warning("the history of searches cannot be read: %s", error)
            return []
        queries = kept if isinstance(kept, list) else []
        return [query for query in queries if isinstance(query, str) and query][:MOST]

    def _change(self, change: Callable[[list[str]], list[str]]) -> None:
        """Make of the history on the disk another, while nobody else does. Raises ReaderError."""
        try:
            with one_at_a_time(self._path):
                known = self._read()
                self._queries = change(known)
                if self._queries != known:
                    write_whole(self._path, json.dumps(self._queries, ensure_ascii=False, indent=0) + "\n")
        except OSError as error:
            raise ReaderError(f"The search could not be remembered in {self._path}: {reason_of(error)}.") from error
