"""`related`: the papers near a paper, from the command line."""

import argparse
import time
from typing import Any

from reader.commands.output import print_json
from reader.library.model import Appearance
from reader.services.profile import Profile
from reader.services.related import RelatedPaper, related


def related_command(profile: Profile, given: argparse.Namespace) -> int:
    """Print a paper's neighbours and the terms they share with it, the nearest first."""
    key = profile.key_of(given.key)
    begin = time.perf_counter()
    found = related(profile.index, profile.listing, key, given.limit)
    seconds = time.perf_counter() - begin
    texts = profile.listing.appearances([paper.appearance for paper in found])
    shown = [(paper, texts[paper.appearance]) for paper in found if paper.appearance in texts]
    if given.json:
        hits = [_hit(paper, appearance) for paper, appearance in shown]
        print_json({"key": key, "total": len(hits), "seconds": round(seconds, 6), "hits": hits})
        return 0
    print(f"{len(shown)} papers")
    for paper, appearance in shown:
        print(f"{appearance.day or ''!s:10}  {paper.key:12}  {appearance.paper.title}")
        print(f"{'':26}{' · '.join(paper.shared)}")
    return 0


def _hit(found: RelatedPaper, appearance: Appearance) -> dict[str, Any]:
    paper = appearance.paper
    return {
        "key": found.key,
        "arxiv_id": paper.arxiv_id,
        "title": paper.title,
        "date": appearance.day.isoformat() if appearance.day else None,
        "number": paper.number,
        "post": appearance.post,
        "score": round(found.score, 3),
        "shared": list(found.shared),
    }
