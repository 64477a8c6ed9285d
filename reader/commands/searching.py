"""`search`: find papers from the command line."""

import argparse
import time
from pathlib import Path
from typing import Any

from reader.commands.output import print_json
from reader.errors import ReaderError
from reader.find import find
from reader.finding import Finding, FoundPaper
from reader.library.model import Appearance
from reader.profile import Profile
from reader.search.index import IndexUnusable


def search_command(profile: Profile, given: argparse.Namespace) -> int:
    """Answer one query, or each line of a file."""
    for query in [given.query] if given.queries is None else _lines(given.queries):
        finding, seconds = _found(profile, query, given)
        shown = profile.listing.appearances([paper.appearance for paper in finding.papers])
        if given.json or given.queries is not None:
            print_json(_as_json(finding, shown, seconds))
        else:
            _print(finding, shown)
    return 0


def _found(profile: Profile, query: str, given: argparse.Namespace) -> tuple[Finding, float]:
    """The answer, and how many seconds it took inside this process; an index that cannot be used is made anew."""
    begin = time.perf_counter()
    snippets = 0 if given.queries is not None else 10_000
    try:
        finding = _ask(profile, query, given, snippets)
    except IndexUnusable:
        from reader.refresh import refresh  # noqa: PLC0415  # writes, which a search seldom has to

        with Profile(profile.places) as writable:
            refresh(writable)
        profile.reopen_listing()
        begin = time.perf_counter()
        finding = _ask(profile, query, given, snippets)
    return finding, time.perf_counter() - begin


def _ask(profile: Profile, query: str, given: argparse.Namespace, snippets: int) -> Finding:
    return find(
        profile.index,
        profile.listing,
        query,
        limit=given.limit,
        snippets=snippets,
        sort=given.sort,
        marks=profile.marks,
    )


def _lines(path: Path) -> list[str]:
    try:
        return [line for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    except OSError as error:
        raise ReaderError(f"The queries in {path} cannot be read: {error.strerror}. Check the path.") from error
    except UnicodeDecodeError as error:
        raise ReaderError(f"The queries in {path} are not UTF-8 text. Save them as UTF-8.") from error


def _as_json(finding: Finding, shown: dict[int, Appearance], seconds: float) -> dict[str, Any]:
    result: dict[str, Any] = {"query": finding.query, "total": finding.total, "seconds": round(seconds, 6)}
    if finding.correction:
        result["correction"] = finding.correction
    result["hits"] = [_hit(paper, shown[paper.appearance]) for paper in finding.papers if paper.appearance in shown]
    return result


def _hit(found: FoundPaper, appearance: Appearance) -> dict[str, Any]:
    paper = appearance.paper
    return {
        "key": found.key,
        "arxiv_id": paper.arxiv_id,
        "title": paper.title,
        "date": appearance.day.isoformat() if appearance.day else None,
        "number": paper.number,
        "post": appearance.post,
        "sections": [kind.value for kind in found.sections],
        "snippet": found.snippet,
        "spans": [list(span) for span in found.snippet_spans],
    }


def _print(finding: Finding, shown: dict[int, Appearance]) -> None:
    if finding.correction:
        print(f"searched for: {finding.correction}")
    print(f"{finding.total} papers")
    for found in finding.papers:
        if appearance := shown.get(found.appearance):
            print(f"{appearance.day or ''!s:10}  {found.key:12}  {appearance.paper.title}")
            if found.snippet:
                print(f"{'':26}{found.snippet}")
