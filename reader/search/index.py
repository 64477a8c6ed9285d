"""The index of a library: takes documents, answers queries.

In: `Document`s from the sync, which is another process; queries from the window's search thread. Out: `Results`.
Everything lies in one cache folder and can be made again at any time; whether it can be trusted is told by its
manifest. Errors of the disk are `ReaderError`s; `IndexUnusable` says that the index has to be built anew.
"""

import logging
import pickle
import struct
import threading
import time
import zlib
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from reader.base.errors import ReaderError, reason_of
from reader.posts.model import PaperKey
from reader.search.known import NOTHING_KNOWN, Known
from reader.search.match.completion import terms
from reader.search.match.full_scan import Scan, scan_source
from reader.search.match.indexed_lexicon import IndexedLexicon
from reader.search.match.matcher import Matcher
from reader.search.match.phrases import PhraseFinder
from reader.search.match.search_source import SearchSource
from reader.search.model import Document, Explanation, Neighbour, Results
from reader.search.query.nodes import Phrase
from reader.search.request import SearchRequest
from reader.search.searcher import answer, explained, neighbours
from reader.search.store import checksums, writer
from reader.search.store import manifest as manifests
from reader.search.store.generation import Generation
from reader.search.store.manifest import Manifest
from reader.search.store.phrases import NO_PHRASES, Phrases
from reader.search.store.segment import Unreadable

_T = TypeVar("_T")

log = logging.getLogger(__name__)

BATCH = 10_000  # documents in one commit, and so in a segment: each costs every search some lookups
_BROKEN = (Unreadable, zlib.error, struct.error, EOFError, pickle.UnpicklingError, UnicodeDecodeError)
_LOCK_SECONDS = 10.0
_TRIES = 3


class IndexUnusable(ReaderError):  # noqa: N818  # it says what is so, not what went wrong
    """There is no index, or none that can be trusted: clear it and add every document again."""


class Index:
    """One index folder. Opening costs nothing; each search looks whether there is a new generation."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()  # one reader of a generation at a time
        self._open: _Open | None = None
        self._scanned: tuple[Hashable, Scan] | None = None

    def __enter__(self) -> "Index":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # For those who write

    def apply(
        self,
        *,
        add: Iterable[Document],
        remove: Iterable[str] = (),
        phrases: Phrases = NO_PHRASES,
        progress: Callable[[int], None] | None = None,
    ) -> None:
        """Add documents, replacing those of the same id, and remove others by id; `progress` gets the number added.

        `phrases` are looked for now, so that a search finds them sooner.

        Written in batches, each whole or not at all. Raises `IndexUnusable` when what is there can't be trusted.
        """
        with self._writing() as manifest:
            now = manifest
            documents = iter(add)
            gone = list(remove)
            done = 0
            while True:
                batch = list({d.id: d for d in islice(documents, BATCH)}.values())
                if not batch and not gone:
                    break
                now = writer.commit(self.folder, now, batch, gone, wanted=phrases)
                gone = []
                done += len(batch)
                if progress is not None:
                    progress(done)
            if writer.is_worn(self.folder, now):  # a commit of its own: what is new is found before
                writer.commit(self.folder, now, [], [], merge=writer.merge_worn)

    def clear(self) -> None:
        """Begin anew with an empty index, whatever is there."""
        with _disk(self.folder), self._locked():
            old = manifests.read(self.folder)
            generation = max(time.time_ns() // 1_000_000, old.generation + 1 if old else 0)
            writer.sweep(self.folder, writer.begin(self.folder, generation))

    # For those who read

    def generation(self) -> int:
        """A number that grows with every change; 0 without an index."""
        manifest = manifests.read(self.folder)
        return manifest.generation if manifest else 0

    def count(self) -> int:
        """How many documents there are; 0 without an index."""
        manifest = manifests.read(self.folder)
        return manifest.documents if manifest else 0

    def is_trusted(self) -> bool:
        """Whether the index is there, of this version, and every file of it as it was written."""
        manifest = manifests.read(self.folder)
        return manifest is not None and manifests.whole(self.folder, manifest)

    def is_whole(self) -> bool:
        """As `is_trusted`, but by reading every byte, which takes its time."""
        manifest = manifests.read(self.folder)
        return manifest is not None and manifests.whole(self.folder, manifest, every_byte=True)

    def checksums(self) -> dict[str, int]:
        """The id of every document, and `checksums.checksum` of what the index says of it. Raises `IndexUnusable`."""
        return self._reading(lambda opened: checksums.checksums(opened[1]))

    def find(self, asked: SearchRequest, known: Known = NOTHING_KNOWN) -> Results:
        """The papers a query finds, best or newest first. No query is an error.

        Raises `IndexUnusable`, and `matcher.Cancelled` soon after `cancelled` says so.
        """
        found = self._reading(lambda opened: answer(asked, opened[2], known))
        self._scanned = None
        return found

    def scan(
        self,
        asked: SearchRequest,
        documents: Callable[[], Iterable[Document]],
        state: Hashable,
        known: Known = NOTHING_KNOWN,
    ) -> Results:
        """As `find`, without an index: every text of `documents` is read through, a second for ten thousand.

        The texts of a small library are kept until another `state` of it is given, or an index answers again.
        """
        with self._lock:
            if self._scanned is None or self._scanned[0] != state:
                self._scanned = None
                self._scanned = (state, Scan(documents(), known.cancelled))
            scan = self._scanned[1]
            try:
                return answer(asked, scan_source(scan), known)
            finally:
                if not scan.is_small:
                    self._scanned = None

    def explain(self, asked: SearchRequest, key: PaperKey, known: Known = NOTHING_KNOWN) -> Explanation | None:
        """Why a paper stands where it stands in the answer to a query; None when it is not in it."""
        return self._reading(lambda opened: explained(asked, opened[2], known, key))

    def related(self, document: Document, limit: int, known: Known = NOTHING_KNOWN) -> list[Neighbour]:
        """The papers nearest to one, which may be in the index or not. Raises `IndexUnusable`."""
        return self._reading(lambda opened: neighbours(document, opened[2], known, limit))

    def terms(self, begun: str, most: int) -> list[tuple[str, int]]:
        """The words of the library that begin so, with how many documents have each. Raises `IndexUnusable`."""
        return self._reading(lambda opened: terms(begun, opened[2].library, most))

    def counts(self, names: Sequence[str]) -> list[int]:
        """In how many documents each name stands, without any that means the same. Raises `IndexUnusable`."""
        return self._reading(
            lambda opened: [len(Matcher(opened[2]).match(Phrase(name)).leaves[0].found) for name in names]
        )

    def _reading(self, read: Callable[["_Open"], _T]) -> _T:
        """Read the newest generation, and again when a commit took its files away meanwhile."""
        with self._lock:
            for _ in range(_TRIES):
                try:
                    opened = self._current()
                    opened[1].cancelled = None
                    try:
                        return read(opened)
                    finally:
                        opened[1].release()
                except FileNotFoundError:
                    self._close()  # there were two commits since it was opened: its files are gone
                except (OSError, *_BROKEN) as error:
                    self._close()
                    raise IndexUnusable(_UNUSABLE) from error
        raise IndexUnusable(_UNUSABLE)

    def close(self) -> None:
        """Let go of the files; the next search opens them again."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._open is not None:
            self._open[1].close()
            self._open = None

    def _current(self) -> "_Open":
        """The newest generation, opened if it is not the one that is open."""
        manifest = manifests.read(self.folder)
        if manifest is None:
            raise IndexUnusable(_UNUSABLE)
        if self._open is None or self._open[0].generation != manifest.generation:
            self._close()
            if not manifests.whole(self.folder, manifest):
                if manifests.read(self.folder) != manifest:
                    raise FileNotFoundError(manifest.store)
                raise IndexUnusable(_UNUSABLE)
            generation = Generation(self.folder / manifest.store, manifest.contents)
            library = IndexedLexicon(generation)
            source = SearchSource(generation, library, PhraseFinder(generation, library), manifest.generation)
            self._open = (manifest, generation, source)
            log.debug("opened generation %d: %d documents", manifest.generation, manifest.documents)
        return self._open

    @contextmanager
    def _writing(self) -> Iterator[Manifest]:
        """The manifest, for a writer who is alone; an index where there is nothing yet."""
        with _disk(self.folder), self._locked():
            manifest = manifests.read(self.folder)
            if manifest is None and not any(self.folder.glob("store-*")):
                manifest = writer.begin(self.folder, time.time_ns() // 1_000_000)
            if manifest is None or not manifests.whole(self.folder, manifest):
                raise IndexUnusable(_UNUSABLE)
            yield manifest

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.folder / "write.lock", timeout=_LOCK_SECONDS):
                yield
        except Timeout as error:
            raise ReaderError(
                "Another sync is writing the search index. Wait for it to end, then sync again."
            ) from error


_Open = tuple[Manifest, Generation, SearchSource]


@contextmanager
def _disk(folder: Path) -> Iterator[None]:
    """Say in a sentence what the disk does not let us do."""
    try:
        yield
    except (*_BROKEN,) as error:
        raise IndexUnusable(_UNUSABLE) from error
    except OSError as error:
        reason = reason_of(error)
        text = f"The search index in {folder} can't be written: {reason}. Free the disk or choose another cache folder."
        raise ReaderError(text) from error


_UNUSABLE = "The search index is missing or damaged. Sync the library to build it anew."
