"""`search`: find papers from the command line."""

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reader.base.errors import ReaderError, reason_of
from reader.commands.output import print_json
from reader.library.model import Appearance
from reader.posts.model import PaperKey
from reader.search.model import Explanation
from reader.search.request import SearchRequest
from reader.services.profile import Profile
from reader.services.related import RelatedPaper, related
from reader.services.search import explain, find
from reader.services.search_result import FoundPaper, SearchResult

_HEADINGS = {"concept": "by words that mean the same:", "some": "with some of the words:"}
_TWO = 2
_CORRECTING = ("slip", "keyboard", "initials", "romanised")  # what a correction says already
_SCANNED = (
    "The search index is missing, damaged or being made: every text was read instead. `daily-papers sync` makes it."
)


def search_command(profile: Profile, given: argparse.Namespace) -> int:
    """Answer one query, or each line of a file; with `explain`, say why one paper stands where it stands."""
    if given.explain is not None:
        return _explain(profile, given)
    if profile.listing.is_empty and profile.settings.sources:
        _read_library(profile)
    told = False
    for query in [given.query] if given.queries is None else _lines(given.queries):
        finding, seconds = _found(profile, query, given)
        if finding.scanned and not told:
            print(_SCANNED, file=sys.stderr)
            told = True
        shown = profile.listing.appearances([paper.appearance for paper in finding.papers])
        if given.json or given.queries is not None:
            print_json({**result_json(finding, shown), "seconds": round(seconds, 6)})
        else:
            _print(finding, shown)
    return 0


def related_command(profile: Profile, given: argparse.Namespace) -> int:
    """List the papers nearest to one."""
    key = profile.key_of(given.key)
    found = related(profile.index, profile.listing, key, given.limit)
    said = neighbours_json(profile, key, found)
    if given.json:
        print_json(said)
        return 0
    for paper in said["papers"]:
        print(f"{paper['key']:12}  {paper['title']}")
        print(f"{'':14}{', '.join(paper['shared'])}")
    return 0


def names_command(profile: Profile, given: argparse.Namespace) -> int:
    """Say of two names whether they mean the same, or list what was said."""
    own = profile.own_names
    if len(given.names) != (0 if given.action == "list" else _TWO):
        raise ReaderError("Give two names: daily-papers names same 자기회귀 autoregressive")
    if given.action != "list":
        say = {"same": own.say_same, "other": own.say_other, "forget": own.forget}[given.action]
        say(*given.names)
    own.share()
    judged = own.judged()
    if given.json:
        print_json({"same": [list(pair) for pair in judged.same], "other": [list(pair) for pair in judged.other]})
        return 0
    for pairs, sign in ((judged.same, "="), (judged.other, "≠")):
        for name, other in pairs:
            print(f"{name} {sign} {other}")
    return 0


def neighbours_json(profile: Profile, key: PaperKey, found: Sequence[RelatedPaper]) -> dict[str, Any]:
    """The papers near to one."""
    shown = profile.listing.appearances([one.appearance for one in found])
    there = [(one, shown[one.appearance]) for one in found if one.appearance in shown]
    return {"key": key, "papers": [_neighbour(one, appearance) for one, appearance in there]}


def _neighbour(one: RelatedPaper, appearance: Appearance) -> dict[str, Any]:
    paper = appearance.paper
    score = round(one.score, 3)
    return {
        "key": one.key,
        "arxiv_id": paper.arxiv_id,
        "title": paper.title,
        "score": score,
        "shared": list(one.shared),
    }


def _read_library(profile: Profile) -> None:
    """Read the library again after its catalogue was deleted: without texts nothing that is found can be shown."""
    from reader.services.refresh import refresh  # this writes, which a search seldom needs

    with Profile(profile.places) as writable:
        refresh(writable)
    profile.reopen_listing()


def _explain(profile: Profile, given: argparse.Namespace) -> int:
    if given.query is None:
        raise ReaderError("--explain is about one query: give it instead of --queries.")
    key = profile.key_of(given.explain)
    why = explain(profile.index, profile.listing, given.query, key, profile.marks)
    if why is None:
        raise ReaderError(f"{given.query!r} does not find {key}.")
    if given.json:
        parts = [{"what": what, "worth": round(worth, 6)} for what, worth in why.parts]
        print_json({"query": given.query, "key": key, **_standing(why), "parts": parts})
    else:
        print(f"{why.place} of {why.total} papers, {why.score:.3f}")
        for what, worth in why.parts:
            print(f"{worth:8.3f}  {what}")
    return 0


def _standing(why: Explanation) -> dict[str, Any]:
    return {"place": why.place, "total": why.total, "score": round(why.score, 6)}


def _found(profile: Profile, query: str, given: argparse.Namespace) -> tuple[SearchResult, float]:
    """The answer, and how many seconds it took inside this process."""
    begin = time.perf_counter()
    finding = _ask(profile, query, given, snippets=0 if given.queries is not None else 10_000)
    return finding, time.perf_counter() - begin


def _ask(profile: Profile, query: str, given: argparse.Namespace, snippets: int) -> SearchResult:
    finding = find(
        profile.index,
        profile.listing,
        SearchRequest(query, given.limit, snippets, given.sort),
        marks=profile.marks,
        details=profile.details,
    )
    if given.also or not finding.total:
        return finding
    # Who reads a list by a program counts its lines: where papers have all words, others are only counted.
    return finding._replace(papers=tuple(paper for paper in finding.papers if paper.tier != "some"))


def _lines(path: Path) -> list[str]:
    try:
        return [line for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    except OSError as error:
        raise ReaderError(f"The queries in {path} cannot be read: {reason_of(error)}. Check the path.") from error
    except UnicodeDecodeError as error:
        raise ReaderError(f"The queries in {path} are not UTF-8 text. Save them as UTF-8.") from error


def result_json(finding: SearchResult, shown: Mapping[int, Appearance]) -> dict[str, Any]:
    """An answer; `shown` are its papers' appearances."""
    result: dict[str, Any] = {"query": finding.query, "total": finding.total, "also": finding.also}
    if finding.scanned:
        result["scanned"] = True
    if finding.correction:
        result["correction"] = finding.correction
    if finding.understood:
        result["understood"] = [one._asdict() for one in finding.understood]
    if finding.suggestion:
        result["suggestion"] = finding.suggestion
    if finding.missing:
        result["missing"] = list(finding.missing)
    if finding.not_understood:
        result["not_understood"] = [list(span) for span in finding.not_understood]
    if finding.offered:
        result["offered"] = [{"typed": typed, "other": other} for typed, other in finding.offered]
    result["hits"] = [_hit(paper, shown[paper.appearance]) for paper in finding.papers if paper.appearance in shown]
    return result


def _hit(found: FoundPaper, appearance: Appearance) -> dict[str, Any]:
    paper = appearance.paper
    return {
        "key": found.key,
        "tier": found.tier,
        "arxiv_id": paper.arxiv_id,
        "title": paper.title,
        "date": appearance.day.isoformat() if appearance.day else None,
        "number": paper.number,
        "post": appearance.post,
        "sections": [kind.value for kind in found.sections],
        "snippet": found.snippet,
        "spans": [list(span) for span in found.snippet_spans],
    }


def _print(finding: SearchResult, shown: dict[int, Appearance]) -> None:
    if finding.correction:
        print(f"searched for: {finding.correction}")
    for one in finding.understood:
        if one.how not in _CORRECTING:
            print(f"{one.typed}: {one.how}, {one.taken}")
    if finding.missing and not finding.total:
        print(f"not in the library: {', '.join(finding.missing)}")
    if finding.suggestion:
        print(f"did you mean: {finding.suggestion}")
    for typed, other in finding.offered:
        print(f"likely the same: {typed}, {other} (`daily-papers names same` searches for both)")
    for start, end in finding.not_understood:
        print(f"not understood, taken as words: {finding.query[start:end]}")
    print(f"{finding.total} papers" + (f", and {finding.also} with some of the words" if finding.also else ""))
    tier = "all"
    for found in finding.papers:
        if found.tier != tier:
            tier = found.tier
            print(_HEADINGS[tier])
        if appearance := shown.get(found.appearance):
            print(f"{appearance.day or ''!s:10}  {found.key:12}  {appearance.paper.title}")
            if found.snippet:
                print(f"{'':26}{found.snippet}")
