"""`sync` and `list`: the library from the command line."""

import argparse
import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from reader.base.errors import ReaderError
from reader.base.passing import remove_left
from reader.commands.output import print_json
from reader.commands.running import CancelOnRequest, running, say_done
from reader.library.scope import Scope
from reader.marks.model import system_clock
from reader.marks.revisit import local_day
from reader.services.choosing import labelled
from reader.services.profile import Profile

if TYPE_CHECKING:
    from reader.services.fetching import Fetched
    from reader.services.refresh import Refreshed


_SHOWN = 5  # files that could not be read, by name


def sync_command(profile: Profile, given: argparse.Namespace) -> int:
    """Bring the library up to date."""
    from reader.services.fetching import Fetching
    from reader.services.refresh import refresh  # imports whoosh

    fetching = Fetching.NOT if given.offline else Fetching.DUE if given.due else Fetching.NOW
    with running(given) as (tell, is_cancelled):
        profile.take_sources(given.sources)
        done = refresh(profile, tell=tell, cancelled=is_cancelled, fetching=fetching)
    say_done(given, _as_json(done), lambda: _print(done))
    return 0


def watch_command(profile: Profile, given: argparse.Namespace) -> int:
    """Keep the library up to date until stopped."""
    from reader.services.watching import keep_up  # imports whoosh and watchfiles

    remove_left()  # here, as it follows every start of the window and keeps nobody waiting
    stop = CancelOnRequest(listen=given.events, ends_with_input=True)
    for done in keep_up(profile.places, stop, print_json if given.events else lambda _: None):
        if isinstance(done, ReaderError):
            if given.events:
                print_json({"event": "hindered", "message": str(done)})
            else:
                print(done, flush=True)
        elif given.events:
            print_json({"event": "looked", **_as_json(done)})
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
        "new_papers": sorted(report.new_keys),
        "cancelled": report.cancelled,
        "warnings": [
            {"post": path, "line": r.line, "code": r.code, "message": r.message} for path, r in report.warnings
        ],
        "passed_over": [{"path": path, "why": why} for path, why in report.passed],
        "seconds": round(done.seconds, 3),
        "backup_trouble": done.backup_trouble,
        "repositories": [
            {
                "address": str(each.address),
                "name": each.address.shown,
                "changed": each.changed,
                "trouble": each.trouble,
                "offline": each.is_offline,
                "fetched": each.last.isoformat() if each.last else None,
            }
            for each in done.fetched
        ],
    }


def _print(done: "Refreshed") -> None:
    report = done.report
    print(
        f"{done.posts} posts, {done.papers} papers: {report.added} added, {report.updated} updated,"
        f" {report.removed} removed, {report.reformatted} re-formatted; {len(report.warnings)} remarks;"
        f" {done.seconds:.1f} s"
    )
    unread = [(path, remark.message) for path, remark in report.warnings if remark.code == "unreadable"]
    for path, why in unread[:_SHOWN]:
        print(f"{path}: {why}")
    if len(unread) > _SHOWN:
        print(f"… and {len(unread) - _SHOWN} more that could not be read.")
    if not done.posts and report.passed:
        reasons = Counter(why for _, why in report.passed).most_common(5)
        print(f"Passed over: {'; '.join(f'{count} × {why}' for why, count in reasons)}. `check FOLDER` names them.")
    for each in done.fetched:
        if each.trouble:
            print(f"Not fetched: {each.trouble} {_last(each)}")
    if done.backup_trouble:
        print(f"Today's backup of the marks was not made. {done.backup_trouble}")


def _last(fetched: "Fetched") -> str:
    if fetched.last is None:
        return "It was never fetched."
    return f"Its posts are as of {fetched.last.astimezone():%Y-%m-%d %H:%M}."


def list_command(profile: Profile, given: argparse.Namespace) -> int:
    """List papers."""
    listing, marks = profile.listing, profile.marks
    listing.key_sets.lend("bookmarked", marks.keys("bookmarked"))
    listing.key_sets.lend("read", marks.keys("read"))
    within = ["bookmarked"] if given.bookmarked else []
    if given.label:
        listing.key_sets.lend("labelled", labelled(profile, given.label))
        within.append("labelled")
    if given.due:
        today = local_day(system_clock())
        listing.key_sets.lend("due", [each.key for each in marks.revisits() if each.due <= today])
        within.append("due")
    scope = Scope(
        day=given.date,
        tag=given.tag,
        within=tuple(within),
        without=("read",) if given.unread else (),
        in_posts=given.unread,
    )
    papers = _listed(profile, scope)
    if given.since:
        first = first_day(given.since, local_day(system_clock())).isoformat()
        papers = [paper for paper in papers if (paper["date"] or "") >= first]
    if given.json:
        print_json({"total": len(papers), "papers": papers})
        return 0
    for paper in papers:
        signs = ("★" if paper["bookmarked"] else " ") + ("·" if paper["read"] else "●")
        key, title = (" ".join(str(paper[name]).split()) for name in ("key", "title"))  # a file's name may have lines
        print(f"{paper['date'] or '':10}  {signs} {key:12}  {title}")
    return 0


def first_day(text: str, today: date) -> date:
    """The first day of a time: 2025, 2025-12, 2025-12-22, today, or 7d and 2w ago. Raises ReaderError."""
    if text == "today":
        return today
    if found := re.fullmatch(r"([0-9]{1,5})([dw])", text.lower()):
        days = int(found[1]) * (7 if found[2] == "w" else 1)
        return date.fromordinal(max(1, today.toordinal() - days))
    try:
        if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
            return date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError as error:
        raise ReaderError(f"There is no day {text} ({error}).") from error
    raise ReaderError(f"{text!r} is no time. Write 2025, 2025-12, 2025-12-22, today, 7d or 2w.")


def _listed(profile: Profile, scope: Scope) -> list[dict[str, Any]]:
    """The papers of a scope with what is marked on them."""
    listing, marks = profile.listing, profile.marks
    bookmarked, read, noted, highlighted = (marks.keys(kind) for kind in ("bookmarked", "read", "noted", "highlighted"))
    due = {each.key: each.due.isoformat() for each in marks.revisits()}
    labels = marks.labels_by_paper()
    posts = listing.origins.posts_of_papers()
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
