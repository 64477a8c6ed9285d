"""`sync`, `list` and `check`: the library from the command line."""

import argparse
import os
import sys
import threading
from pathlib import Path
from typing import Any

from reader.commands.output import ProgressBar, print_json
from reader.errors import ReaderError
from reader.library.listing import Scope
from reader.library.sources import scan_folder
from reader.posts.model import Post
from reader.posts.parse import parse
from reader.profile import Profile


def sync_command(profile: Profile, given: argparse.Namespace) -> int:
    """Bring the library up to date."""
    from reader.refresh import Refreshed, refresh  # noqa: PLC0415  # imports whoosh

    profile.make_folders()
    profile.settings.add_sources(given.folders)
    bar = ProgressBar()
    stop = _CancelOnRequest(listen=given.events)
    try:
        done: Refreshed = refresh(profile, tell=print_json if given.events else bar.show, cancelled=stop.is_set)
    except ReaderError as error:
        if given.events:
            print_json({"event": "failed", "message": str(error)})
        raise
    finally:
        bar.end()
    report = done.report
    result = {
        "posts": done.posts,
        "papers": done.papers,
        "appearances": done.appearances,
        "added": report.added,
        "updated": report.updated,
        "removed": report.removed,
        "reformatted": report.reformatted,
        "reread": report.reread,
        "papers_changed": report.papers_changed,
        "cancelled": report.cancelled,
        "warnings": [
            {"post": path, "line": r.line, "code": r.code, "message": r.message} for path, r in report.warnings
        ],
        "seconds": round(done.seconds, 3),
    }
    if given.events:
        print_json({"event": "done", **result})
    elif given.json:
        print_json(result)
    else:
        print(
            f"{done.posts} posts, {done.papers} papers: {report.added} added, {report.updated} updated,"
            f" {report.removed} removed, {report.reformatted} re-formatted; {len(report.warnings)} remarks;"
            f" {done.seconds:.1f} s"
        )
    return 0


class _CancelOnRequest:
    """Set when the window writes `cancel` to our standard input. The end of the input is no request."""

    def __init__(self, *, listen: bool) -> None:
        self._event = threading.Event()
        if listen:
            threading.Thread(target=self._listen, daemon=True).start()

    def is_set(self) -> bool:
        return self._event.is_set()

    def _listen(self) -> None:
        for line in sys.stdin:
            if line.strip() == "cancel":
                self._event.set()
                return


def list_command(profile: Profile, given: argparse.Namespace) -> int:
    """List papers."""
    listing, marks = profile.listing, profile.marks
    bookmarked, read, noted = (marks.keys(kind) for kind in ("bookmarked", "read", "noted"))
    listing.lend("bookmarked", bookmarked)
    listing.lend("read", read)
    scope = Scope(
        day=given.date,
        tag=given.tag,
        within=("bookmarked",) if given.bookmarked else (),
        without=("read",) if given.unread else (),
    )
    ids = listing.ids(scope)
    posts = listing.posts_of_papers()
    papers = [
        {
            "key": row.key,
            "arxiv_id": row.arxiv_id,
            "title": row.title,
            "date": row.day.isoformat() if row.day else None,
            "posts": posts.get(row.key, []),
            "bookmarked": row.key in bookmarked,
            "read": row.key in read,
            "has_note": row.key in noted,
            "gone": row.gone,
        }
        for start in range(0, len(ids), 500)
        for row in listing.rows(ids[start : start + 500])
    ]
    if given.json:
        print_json({"total": len(papers), "papers": papers})
        return 0
    for paper in papers:
        signs = ("★" if paper["bookmarked"] else " ") + ("·" if paper["read"] else "●")
        print(f"{paper['date'] or '':10}  {signs} {paper['key']:12}  {paper['title']}")
    return 0


def check_command(profile: Profile, given: argparse.Namespace) -> int:  # noqa: ARG001  # every command takes both
    """Say what is understood of files."""
    files = [entry for path in given.paths for entry in _files(path)]
    checked = [_checked(path, name) for path, name in files]
    if given.json:
        print_json({"files": checked})
        return 0
    for file in checked:
        print(f"{file['path']}: {file['title']} ({file['date'] or 'no date'}), {len(file['papers'])} papers")
        for paper in file["papers"]:
            print(f"  {paper['number']:3} {paper['key']:14} {paper['title']}")
        for warning in file["warnings"]:
            print(f"  line {warning['line']}: {warning['message']}")
    return 0


def _files(path: Path) -> list[tuple[Path, str]]:
    if path.is_dir():
        return [(file.path, file.name) for file in scan_folder(path.resolve()).files]
    if not path.exists():
        raise ReaderError(f"There is no file or folder {path}. Check the path.")
    return [(path, path.name)]


def _checked(path: Path, name: str) -> dict[str, Any]:
    try:
        source = path.read_bytes()
    except OSError as error:
        raise ReaderError(f"{path} cannot be read: {error.strerror}. Check its rights.") from error
    return {"path": os.fsdecode(path), **_understood(parse(source, name))}


def _understood(post: Post) -> dict[str, Any]:
    return {
        "title": post.title,
        "date": post.day.isoformat() if post.day else None,
        "published": post.published.isoformat() if post.published else None,
        "tags": list(post.tags),
        "papers": [
            {
                "number": paper.number,
                "key": paper.key,
                "arxiv_id": paper.arxiv_id,
                "title": paper.title,
                "sections": [section.kind.value for section in paper.sections],
                "points": [name for name in ("goal", "motivation", "contribution") if getattr(paper.points, name)],
            }
            for paper in post.papers
        ],
        "warnings": [{"line": r.line, "code": r.code, "message": r.message} for r in post.remarks],
    }
