"""Refresh: one run that brings catalogue and index up to date with the folders, and marks along.

This is what `daily-papers sync` does, in a process of its own. It joins the rooms: library.sync writes the catalogue,
search takes what is marked as not yet indexed, and the last text of papers with marks is kept beside the marks. Every
step may be cut off at any point; the next run does the rest.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from reader.errors import ReaderError
from reader.files import write_whole
from reader.library import codec
from reader.library.catalogue import Catalogue
from reader.library.model import Appearance
from reader.library.sync import SyncReport, sync
from reader.posts.model import PaperKey
from reader.profile import Profile
from reader.search.index import Index
from reader.search.model import Document

_log = logging.getLogger("reader.refresh")
_INDEX_BATCH = 4000
_LOCK_SECONDS = 120

Tell = Callable[[dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The outcome of a refresh."""

    report: SyncReport
    posts: int
    papers: int  # with a heading of their own; pages are not counted
    appearances: int
    seconds: float


def refresh(profile: Profile, *, tell: Tell | None = None, cancelled: Callable[[], bool] | None = None) -> Refreshed:
    """Bring everything up to date with the profile's sources.

    `tell` gets one value an event: {"event": "progress", "stage": "posts" | "index", "done", "total", "name"} and
    {"event": "changed"} whenever the catalogue has something new to show. Raises ReaderError.
    """
    begin = time.monotonic()
    profile.make_folders()
    say = tell or (lambda _: None)
    lock = FileLock(profile.places.cache / "sync.lock", timeout=_LOCK_SECONDS)
    try:
        with lock:
            report = _locked(profile, say, cancelled or (lambda: False))
    except Timeout as error:
        raise ReaderError("Another sync of this profile is still running. Wait for it, then try again.") from error
    profile.reopen_listing()
    totals = profile.listing.totals()
    seconds = time.monotonic() - begin
    _log.info("sync: %s in %.2f s", totals, seconds)
    return Refreshed(report, totals.posts, totals.papers, totals.appearances, seconds)


def _locked(profile: Profile, say: Tell, cancelled: Callable[[], bool]) -> SyncReport:
    catalogue = Catalogue(profile.places.catalogue)
    try:
        kept = profile.marks.kept_keys()
        catalogue.keep(kept)

        def posts_progress(done: int, total: int, name: str) -> None:
            say({"event": "progress", "stage": "posts", "done": done, "total": total, "name": name})
            say({"event": "changed"})

        report = sync(catalogue, profile.settings.sources, progress=posts_progress, cancelled=cancelled)
        _restore_gone(profile, catalogue, kept)
        _remember_marked(profile, kept & report.changed_keys)
        say({"event": "changed"})
        update_index(catalogue, profile.index, profile.places.cache / "index.owner", say, cancelled)
        say({"event": "changed"})
        return report
    finally:
        catalogue.close()


def _restore_gone(profile: Profile, catalogue: Catalogue, kept: set[PaperKey]) -> None:
    """Papers with marks that a catalogue made anew does not know come back from their last known text."""
    missing = [key for key in kept if not catalogue.has(key)]
    if not missing:
        return
    with catalogue.transaction():
        for text in profile.marks.snapshots(missing).values():
            catalogue.restore(codec.record_from_json(text))


def _remember_marked(profile: Profile, keys: set[PaperKey]) -> None:
    profile.reopen_listing()
    profile.remember(keys)


def update_index(catalogue: Catalogue, index: Index, owner: Path, say: Tell, cancelled: Callable[[], bool]) -> None:
    """Bring the index up to what the catalogue marks as not yet indexed.

    The index is begun anew where it cannot be trusted, has lost something, or was made from another catalogue, which
    the file `owner` tells. More than the catalogue knows of may be in it after a crash; that is replaced or removed.
    """
    owned = owner.exists() and owner.read_text(encoding="utf-8") == catalogue.identity()
    if not owned or not index.is_trusted() or index.count() < catalogue.indexed_count():
        _log.info("the index is made anew")
        catalogue.mark_unindexed()
        index.clear()
        write_whole(owner, catalogue.identity())
    total = catalogue.unindexed_count()
    done = 0
    while (batch := catalogue.unindexed(_INDEX_BATCH)) or catalogue.removals():
        if cancelled():
            return
        removed = catalogue.removals()
        index.apply(
            add=[document_of(catalogue.identity(), appearance) for appearance in batch],
            remove=[document_id(catalogue.identity(), number) for number in removed],
        )
        catalogue.mark_indexed([appearance.id for appearance in batch], removed)
        done += len(batch)
        say({"event": "progress", "stage": "index", "done": done, "total": total, "name": ""})


def document_id(identity: str, appearance: int) -> str:
    """The index's name of an appearance: of one catalogue only, since another may use the same number again."""
    return f"{identity}:{appearance}"


def document_of(identity: str, appearance: Appearance) -> Document:
    """An appearance as the index takes it."""
    paper = appearance.paper
    return Document(
        id=document_id(identity, appearance.id),
        key=paper.key,
        arxiv_id=paper.arxiv_id,
        post=appearance.post,
        number=paper.number,
        day=appearance.day,
        tags=appearance.tags,
        title=paper.title,
        sections=tuple((s.kind, text) for s, text in zip(paper.sections, appearance.texts, strict=True)),
    )
