"""Sync: bring the catalogue up to what the sources have now.

In: the catalogue opened for writing, and sources. Out: `SyncReport`, and progress as it goes. A file is read when its
size or time changed, and parsed when its bytes did. Posts are written in small transactions, so that a window sees them
arrive and little is repeated after a crash. What cannot be read is taken to be still there, and what is not found is
looked for once more: its file may have been about to get another name.
"""

import hashlib
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from reader.base.errors import reason_of
from reader.library.catalogue import Catalogue, KnownPost, Outcome
from reader.library.folder_source import FolderSource
from reader.library.rereading import read_again_by_newer_parser
from reader.library.sources import Place, PostFile, Scan, Source
from reader.posts.model import PaperKey, Remark
from reader.posts.parse import parse

_BATCH_SECONDS = 0.3
_COUNT_SECONDS = 2.0  # between the counts for the tree, while posts are read
_FRESH_NS = 2_000_000_000
"""A file that changed this shortly before it was read may change again within the same time stamp: its stamp is not
trusted (the "racy" problem of https://git-scm.com/docs/racy-git)."""
_REST_SECONDS = 0.2
"""Between two looks. Whoever replaces a file, renames or writes it is done by then."""
_MOST_LOOKS = 5


@dataclass(slots=True)
class SyncReport:
    """What a sync found. Counts are of posts."""

    added: int = 0
    updated: int = 0
    removed: int = 0
    reformatted: int = 0  # other bytes, the same words: no paper changed
    reread: int = 0  # files whose bytes were read
    papers_changed: int = 0
    cancelled: bool = False
    passed: list[tuple[str, str]] = field(
        default_factory=list
    )  # (path, why) of these, and of folders; the first 10,000
    changed_keys: set[PaperKey] = field(default_factory=set)
    new_keys: set[PaperKey] = field(default_factory=set)  # papers no post had before, but for those of a new source
    warnings: list[tuple[str, Remark]] = field(default_factory=list)  # (path, remark), of posts read this time
    folders: dict[Path, Place] = field(default_factory=dict)  # that were looked into, where another look may find more


NO_HEAD = "it has no front matter, without which a file of its kind is no post"


class _Work(NamedTuple):
    number: int  # of the source in the catalogue
    source: Source
    scan: Scan
    known: dict[str, KnownPost]


def sync(
    catalogue: Catalogue,
    sources: Sequence[Path | Source],
    *,
    progress: Callable[[int, int, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    paused: Collection[str] = (),
) -> SyncReport:
    """Bring the catalogue up to date with the sources, newest file names first. A path is a folder.

    `progress(done, total, name)` is called as files are read; `cancelled()` is asked between files, and what was done
    by then stays. Sources of the catalogue that are not among `sources` are removed from it, but for those `paused`.
    """
    report = SyncReport()
    read_again_by_newer_parser(catalogue)
    there = [FolderSource(source) if isinstance(source, Path) else source for source in dict.fromkeys(sources)]
    gone = _look_till_at_rest(catalogue, there, report, progress, cancelled)
    if not report.cancelled:
        with catalogue.transaction():
            for post in sorted(gone):
                report.changed_keys |= catalogue.remove_post(post)
                report.removed += 1
            _remove_sources(catalogue, {*paused, *(source.name for source in there)}, report)
            catalogue.forget_unmarked()
    catalogue.recount()
    report.passed = list(dict.fromkeys(report.passed))
    report.papers_changed = len(report.changed_keys)
    return report


def _look_till_at_rest(
    catalogue: Catalogue,
    sources: Sequence[Source],
    report: SyncReport,
    progress: Callable[[int, int, str], None] | None,
    cancelled: Callable[[], bool] | None,
) -> set[int]:
    """Read what is new; returns the posts that are gone: those that two looks in a row did not find.

    A look is believed when nothing that it saw went away before it was read, since that may be one of those missing,
    and when no known post was written just now, since it may be there by half.
    """
    read: set[PostFile] = set()
    missing: set[int] = set()
    vanished: set[str] = set()
    for number in range(_MOST_LOOKS):
        if number:
            time.sleep(_REST_SECONDS)
            _forget_the_look_before(report)
        given: set[Place] = set()  # where one source lies inside another, each post counts once
        work = [_look(catalogue, source, report, given) for source in sources]
        due = [(w, file) for w in work for file in w.scan.files if _is_due(w.known.get(file.name), file, read)]
        is_last = number == _MOST_LOOKS - 1
        todo = [(w, file) for w, file in due if is_last or not _is_being_written(w.known.get(file.name), file)]
        todo.sort(key=lambda entry: entry[1].name.rsplit("/", 1)[-1], reverse=True)
        _read_all(catalogue, todo, read, report, progress, cancelled)
        if report.cancelled:
            break
        before, missing = missing, _missing(work)
        before |= _missing(entry for entry in work if entry.source.is_fixed)
        went = {entry.source.where(name) for entry in work for name in entry.scan.vanished} - vanished
        vanished |= went
        if len(todo) == len(due) and not (went and missing) and (number or missing <= before):
            return missing & before
    return set()


def _forget_the_look_before(report: SyncReport) -> None:
    report.folders.clear()
    report.warnings = [entry for entry in report.warnings if entry[1].code != "unreadable"]


def _look(catalogue: Catalogue, source: Source, report: SyncReport, given: set[Place]) -> _Work:
    scan = source.scan(given)
    for name, why in scan.unreadable:
        report.warnings.append((source.where(name), Remark(0, "unreadable", f"Could not be looked into: {why}.")))
    report.passed += [(source.where(name), why) for name, why in scan.passed]
    report.folders.update(scan.folders)
    with catalogue.transaction():
        number = catalogue.source_id(source.name)
    return _Work(number, source, scan, catalogue.known_posts(number))


def _is_due(known: KnownPost | None, file: PostFile, read: Collection[PostFile]) -> bool:
    is_new = known is None or known.gone or (known.size, known.mtime_ns) != (file.size, file.mtime_ns)
    return is_new and file not in read


def _is_being_written(known: KnownPost | None, file: PostFile) -> bool:
    return known is not None and 0 <= time.time_ns() - file.mtime_ns < _REST_SECONDS * 1e9


def _missing(work: Iterable[_Work]) -> set[int]:
    """The posts of which no file was found, and that are not where nobody could look."""
    missing = set()
    for entry in work:
        there = {file.name for file in entry.scan.files}
        for name, known in entry.known.items():
            if name not in there and not known.gone and not entry.scan.may_hide(name):
                missing.add(known.id)
    return missing


def _read_all(
    catalogue: Catalogue,
    todo: list[tuple[_Work, PostFile]],
    read: set[PostFile],
    report: SyncReport,
    progress: Callable[[int, int, str], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    position = 0
    counted = time.monotonic()
    while position < len(todo) and not report.cancelled:
        until = time.monotonic() + _BATCH_SECONDS
        with catalogue.transaction():
            while position < len(todo):
                work, file = todo[position]
                if _read_one(catalogue, work, file, report):
                    read.add(file)
                position += 1
                if time.monotonic() >= until:
                    break
            if position == len(todo):
                catalogue.count_along()
        if time.monotonic() - counted > _COUNT_SECONDS:
            catalogue.recount()
            counted = time.monotonic()
        if progress:
            progress(position, len(todo), todo[position - 1][1].name)
        report.cancelled = bool(cancelled and cancelled())


def _read_one(catalogue: Catalogue, work: _Work, file: PostFile, report: SyncReport) -> bool:
    """Take a file as it is now; whether it could be read."""
    where = work.source.where_is(file)
    try:
        text = work.source.read(file)
    except OSError as error:
        work.scan.could_not_read(file.name, error)
        report.warnings.append((where, Remark(0, "unreadable", f"Could not be read: {reason_of(error)}.")))
        return False
    known = work.known.get(file.name)
    if text is None:
        report.passed.append((where, NO_HEAD))
        if known and not known.gone:
            report.changed_keys |= catalogue.remove_post(known.id)
            report.removed += 1
        return True
    report.reread += 1
    digest = hashlib.blake2b(text, digest_size=16).digest()
    stamped = _stamped(file)
    if known and not known.gone and known.hash == digest:
        catalogue.restamp(known.id, stamped)
        return True
    post = parse(text, file.name)
    written = catalogue.write_post(work.number, stamped, digest, post)
    report.changed_keys |= written.keys
    new = catalogue.take_new()
    report.new_keys |= new if work.known else set()
    report.warnings += [(where, remark) for remark in post.remarks]
    match written.outcome:
        case Outcome.ADDED:
            report.added += 1
        case Outcome.UPDATED:
            report.updated += 1
        case Outcome.REFORMATTED:
            report.reformatted += 1
    return True


def _stamped(file: PostFile) -> PostFile:
    """The file with its time if that can be trusted, else with 0."""
    trusted = time.time_ns() - file.mtime_ns > _FRESH_NS
    return file if trusted else file._replace(mtime_ns=0)


def _remove_sources(catalogue: Catalogue, wanted: set[str], report: SyncReport) -> None:
    for name, source in catalogue.source_ids().items():
        if name not in wanted:
            known = [post for post in catalogue.known_posts(source).values() if not post.gone]
            report.changed_keys |= catalogue.remove_source(source)
            report.removed += len(known)
