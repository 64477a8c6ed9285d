"""`sync`, `list` and `check`: the library from the command line."""

import argparse
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.base.errors import ReaderError
from reader.commands.cancelling import CancelOnRequest
from reader.commands.output import ProgressBar, print_json
from reader.library.scope import Scope
from reader.library.sources import PostFile, clean_name, scan_folder
from reader.library.sync import read_post
from reader.posts.model import Post
from reader.posts.parse import parse
from reader.services.profile import Profile

if TYPE_CHECKING:
    from reader.services.refresh import Refreshed


def sync_command(profile: Profile, given: argparse.Namespace) -> int:
    """Bring the library up to date."""
    from reader.services.refresh import refresh  # imports whoosh

    bar = ProgressBar()
    stop = CancelOnRequest(listen=given.events)
    try:
        profile.take_sources(given.folders)
        done = refresh(profile, tell=print_json if given.events else bar.show, cancelled=stop.is_set)
    except ReaderError as error:
        if given.events:
            print_json({"event": "failed", "message": str(error)})
        raise
    finally:
        bar.end()
    if given.events:
        print_json({"event": "done", **_as_json(done)})
    elif given.json:
        print_json(_as_json(done))
    else:
        _print(done)
    return 0


def _as_json(done: "Refreshed") -> dict[str, Any]:
    report = done.report
    return {
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
        "backup_trouble": done.backup_trouble,
    }


def _print(done: "Refreshed") -> None:
    report = done.report
    print(
        f"{done.posts} posts, {done.papers} papers: {report.added} added, {report.updated} updated,"
        f" {report.removed} removed, {report.reformatted} re-formatted; {len(report.warnings)} remarks;"
        f" {done.seconds:.1f} s"
    )
    if done.backup_trouble:
        print(f"Today's backup of the marks was not made. {done.backup_trouble}")


def list_command(profile: Profile, given: argparse.Namespace) -> int:
    """List papers."""
    listing, marks = profile.listing, profile.marks
    listing.lend("bookmarked", marks.keys("bookmarked"))
    listing.lend("read", marks.keys("read"))
    scope = Scope(
        day=given.date,
        tag=given.tag,
        within=("bookmarked",) if given.bookmarked else (),
        without=("read",) if given.unread else (),
        in_posts=given.unread,
    )
    papers = _listed(profile, scope)
    if given.json:
        print_json({"total": len(papers), "papers": papers})
        return 0
    for paper in papers:
        signs = ("★" if paper["bookmarked"] else " ") + ("·" if paper["read"] else "●")
        key, title = (" ".join(str(paper[name]).split()) for name in ("key", "title"))  # a file's name may have lines
        print(f"{paper['date'] or '':10}  {signs} {key:12}  {title}")
    return 0


def _listed(profile: Profile, scope: Scope) -> list[dict[str, Any]]:
    """The papers of a scope with what is marked on them."""
    listing, marks = profile.listing, profile.marks
    bookmarked, read, noted, highlighted = (marks.keys(kind) for kind in ("bookmarked", "read", "noted", "highlighted"))
    due = {each.key: each.due.isoformat() for each in marks.revisits()}
    labels = marks.labels_by_paper()
    posts = listing.posts_of_papers()
    ids = listing.ids(scope)
    return [
        {
            "key": row.key,
            "arxiv_id": row.arxiv_id,
            "title": row.title,
            "date": row.day.isoformat() if row.day else None,
            "posts": posts.get(row.key, []),
            "bookmarked": row.key in bookmarked,
            "read": row.key in read,
            "has_note": row.key in noted,
            "revisit": due.get(row.key),
            "labels": list(labels.get(row.key, ())),
            "has_highlights": row.key in highlighted,
            "gone": row.gone,
        }
        for start in range(0, len(ids), 500)
        for row in listing.rows(ids[start : start + 500])
    ]


def check_command(profile: Profile, given: argparse.Namespace) -> int:  # noqa: ARG001  # every command takes both
    """Say what is understood of files."""
    hidden: list[str] = []
    files = [file for path in given.paths for file in _files(path, hidden)]
    checked = [post for file in files if (post := _checked(file, given.paths, hidden))]
    if given.json:
        print_json({"files": checked})
    else:
        _print_checked(checked)
    if hidden:
        more = f", and {len(hidden) - 1} more" if len(hidden) > 1 else ""
        raise ReaderError(f"{hidden[0]}{more}. Check the path and its rights.")
    return 0


def _print_checked(checked: list[dict[str, Any]]) -> None:
    for file in checked:
        print(f"{file['path']}: {file['title']} ({file['date'] or 'no date'}), {len(file['papers'])} papers")
        for paper in file["papers"]:
            print(f"  {paper['number']:3} {paper['key']:14} {paper['title']}")
        for warning in file["warnings"]:
            print(f"  line {warning['line']}: {warning['message']}")


def _files(path: Path, hidden: list[str]) -> list[PostFile]:
    """The posts of a folder, or a file whatever it is; what cannot be looked into goes to `hidden`, with the reason."""
    if not path.is_dir():
        return [PostFile(clean_name(path.name), path, size=0, mtime_ns=0)]
    scan = scan_folder(path.resolve())
    hidden += [f"{path / name} cannot be looked into: {why}" for name, why in scan.unreadable]
    return scan.files


def _checked(file: PostFile, asked: Collection[Path], hidden: list[str]) -> dict[str, Any] | None:
    """What is understood of a file; None for one that cannot be read, or is no post and was not asked for by name."""
    try:
        source = file.path.read_bytes() if file.path in asked else read_post(file)
    except OSError as error:
        hidden.append(f"{file.path} cannot be read: {error.strerror}")
        return None
    return None if source is None else {"path": str(file.path), **_understood(parse(source, file.name))}


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
