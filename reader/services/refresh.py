"""Refresh: one run that brings catalogue and index up to date with the folders, and marks along.

This is what `daily-papers sync` does, in a process of its own. It joins the rooms: library.sync writes the catalogue,
search takes what is marked as not yet indexed, and the last text of papers with marks is kept beside the marks. Every
step may be cut off at any point; the next run does the rest.
"""

import logging
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from filelock import FileLock, Timeout

from reader.base.errors import ReaderError, reason_of
from reader.base.files import write_whole
from reader.library import paper_json
from reader.library.bare import bare_record, is_bare
from reader.library.catalogue import Catalogue
from reader.library.folder_places import folder_sources, note_places
from reader.library.model import Appearance, PaperRecord
from reader.library.schema import delete
from reader.library.sources import Source
from reader.library.sync import SyncReport, sync
from reader.library.troubles import explained, is_damage
from reader.posts.model import PaperKey
from reader.search.index import Index
from reader.search.model import Document
from reader.services.concepts import forget_brackets, note_brackets, shipped_phrases, weigh_brackets
from reader.services.fetching import Fetched, Fetching, fetch_all, repositories
from reader.services.pictures.bringing import prune
from reader.services.profile import Profile
from reader.services.sources import AnySource, note_look

if TYPE_CHECKING:
    from reader.library.git.source import GitSource

_log = logging.getLogger("reader.services.refresh")
_INDEX_BATCH = 4000
_SOON = 100
"""So many papers the index takes in a moment: they show when they can be found as well, and the window lists them once.
"""
_LOCK_SECONDS = 120
_ASK_SECONDS = 0.3  # between looks whether a sync that waits for another one was cancelled

Tell = Callable[[dict[str, Any]], None]


class BusyError(ReaderError):
    """Another process syncs the profile, and has done so for long."""


class Refreshed(NamedTuple):
    """The outcome of a refresh."""

    report: SyncReport
    posts: int
    papers: int  # with a heading of their own; pages are not counted
    appearances: int
    seconds: float
    backup_trouble: str = ""  # why today's backup of the marks was not made, in words to be shown
    fetched: tuple[Fetched, ...] = ()  # what came of each repository


def refresh(
    profile: Profile,
    *,
    tell: Tell | None = None,
    cancelled: Callable[[], bool] | None = None,
    fetching: Fetching = Fetching.NOW,
) -> Refreshed:
    """Bring everything up to date with the profile's sources.

    `tell` gets one value an event: {"event": "progress", "stage": "fetch" | "posts" | "index", "done", "total", "name"}
    and {"event": "changed"} whenever the catalogue has something new to show. Raises ReaderError.
    """
    begin = time.monotonic()
    profile.make_folders()
    say = tell or (lambda _: None)
    with _told(profile):
        if trouble := profile.back_up_daily():
            _log.warning("today's backup of the marks was not made: %s", trouble)
        profile.own_names.share()
        fetched = fetch_all(profile, fetching, say, cancelled or (lambda: False))
        report = _alone(profile, say, cancelled or (lambda: False))
        prune(profile)
        profile.reopen_listing()
        totals = profile.listing.totals()
    seconds = time.monotonic() - begin
    _log.info("sync: %s in %.2f s", totals, seconds)
    return Refreshed(report, totals.posts, totals.papers, totals.appearances, seconds, trouble, fetched)


@contextmanager
def _told(profile: Profile) -> Iterator[None]:
    """Say in a sentence what the disk does not let us do."""
    try:
        with explained(profile.places.catalogue):
            yield
    except BrokenPipeError:
        raise  # nobody listens to `tell` any more
    except OSError as error:
        where = error.filename or profile.places.cache
        reason = reason_of(error)
        raise ReaderError(
            f"{where} cannot be written: {reason}. Check rights and room on the disk, then sync again."
        ) from error


def _alone(profile: Profile, say: Tell, cancelled: Callable[[], bool]) -> SyncReport:
    """Sync as soon as no other process does; cancelled while waiting, nothing is done."""
    lock = FileLock(profile.places.cache / "sync.lock", timeout=_ASK_SECONDS)
    until = time.monotonic() + _LOCK_SECONDS
    while True:
        try:
            with lock:
                return _locked(profile, say, cancelled)
        except Timeout as error:
            if cancelled():
                return SyncReport(cancelled=True)
            if time.monotonic() > until:
                raise BusyError(
                    "Another sync of this profile is still running. Wait for it, then try again."
                ) from error


def _locked(profile: Profile, say: Tell, cancelled: Callable[[], bool]) -> SyncReport:
    try:
        return _bring_up_to_date(profile, say, cancelled)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        _log.warning("the catalogue is damaged (%s) and is made anew", error)
        profile.reopen_listing()
        delete(profile.places.catalogue)
        return _bring_up_to_date(profile, say, cancelled)


def _bring_up_to_date(profile: Profile, say: Tell, cancelled: Callable[[], bool]) -> SyncReport:
    catalogue = Catalogue(profile.places.catalogue)
    try:
        kept = profile.marks.kept_keys()
        catalogue.keep(kept)

        def posts_progress(done: int, total: int, name: str) -> None:
            say({"event": "progress", "stage": "posts", "done": done, "total": total, "name": name})
            if done < total:
                say({"event": "changed"})

        if not profile.settings.knows("sources") and (names := catalogue.source_names()):
            profile.settings.take_back_sources(names)
            _log.warning("the settings are lost; their %d sources are taken from the catalogue", len(names))
        with repositories(profile) as copies:
            report = _read_sources(profile, catalogue, copies, posts_progress, cancelled)
        if catalogue.replaced:
            profile.versions.keep(catalogue.replaced, datetime.now(UTC))
        if profile.settings.get("unread_when_rewritten"):
            profile.marks.set_read(catalogue.rewritten, False, undoable=False)
        _restore_gone(profile, catalogue, kept)
        _remember_marked(profile, kept & (report.changed_keys | catalogue.unindexed_keys()))
        if catalogue.unindexed_count() > _SOON:
            say({"event": "changed"})
        update_index(catalogue, profile.index, profile.places.cache / "index.owner", say, cancelled)
        say({"event": "changed"})
        return report
    finally:
        catalogue.close()


def _read_sources(
    profile: Profile,
    catalogue: Catalogue,
    copies: "Sequence[GitSource]",
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> SyncReport:
    """Read the sources that are not paused, and note when that was and which folders they were."""
    settings, places = profile.settings, profile.places.cache / "places.json"
    every: list[AnySource] = [*settings.sources, *settings.repositories]
    paused = [str(source) for source in every if settings.is_paused(source)]
    folders = [folder for folder in settings.sources if str(folder) not in paused]
    read: list[Path | Source] = [*folder_sources(places, folders), *copies]
    report = sync(catalogue, read, progress=progress, cancelled=cancelled, paused=paused)
    note_places(places, settings.sources, report)
    if not report.cancelled:
        note_look(profile)
    return report


def _restore_gone(profile: Profile, catalogue: Catalogue, kept: set[PaperKey]) -> None:
    """List the papers with marks that no post has: by their last known text, else by what the marks name them."""
    bare = catalogue.bare_titles()
    lacking = sorted((key for key in kept if key in bare or not catalogue.has(key)), reverse=True)  # newest ids first
    texts = profile.marks.snapshots(lacking) if lacking else {}
    records = [_last_known(key, texts.get(key)) for key in lacking]
    news = [each for each in records if not (each.key in bare and is_bare(each) and each.title == bare[each.key])]
    if news:
        with catalogue.transaction():
            for record in news:
                catalogue.restore(record)


def _last_known(key: PaperKey, text: str | None) -> PaperRecord:
    if text is not None:
        try:
            return paper_json.record_from_json(text)
        except ValueError:
            _log.warning("the last text of %s is none this version can read", key)
    return bare_record(key)


def _remember_marked(profile: Profile, keys: set[PaperKey]) -> None:
    """Keep the last text of papers that changed, in this sync or in one that was cut off before it came here."""
    profile.reopen_listing()
    profile.remember(keys)


def update_index(catalogue: Catalogue, index: Index, owner: Path, say: Tell, cancelled: Callable[[], bool]) -> None:
    """Bring the index up to what the catalogue marks as not yet indexed.

    The index is begun anew where it cannot be trusted, has lost something, or was made from another catalogue, which
    the file `owner` tells. More than the catalogue knows of may be in it after a crash; that is replaced or removed.
    """
    owned = owner.is_file() and owner.read_bytes() == catalogue.identity().encode()
    if not owned or not index.is_trusted() or index.count() < catalogue.indexed_count():
        _log.info("the index is made anew")
        catalogue.mark_unindexed()
        index.clear()
        forget_brackets(index)
        write_whole(owner, catalogue.identity())
    total = catalogue.unindexed_count()
    done = 0
    while (batch := catalogue.unindexed(_INDEX_BATCH)) or catalogue.removals():
        if cancelled():
            return
        _index(catalogue, index, batch, say)
        done += len(batch)
        say({"event": "progress", "stage": "index", "done": done, "total": total, "name": ""})
    weigh_brackets(index)


def _index(catalogue: Catalogue, index: Index, batch: Sequence[Appearance], say: Tell) -> None:
    """Give the index a batch, and take from it what the catalogue no longer has."""
    removed = catalogue.removals()

    def note(_: int) -> None:
        note_brackets(index, batch, removed)
        catalogue.mark_indexed([appearance.id for appearance in batch], removed)
        say({"event": "changed"})

    index.apply(
        add=[document_of(catalogue.identity(), appearance) for appearance in batch],
        remove=[document_id(catalogue.identity(), number) for number in removed],
        phrases=shipped_phrases(),
        progress=note,  # before the index merges what it has, which may take seconds
    )


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
