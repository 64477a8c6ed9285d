"""CSL-JSON, what Zotero, Pandoc and every citeproc read: https://docs.citationstyles.org and its JSON schema."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from reader.arxiv.model import Name
from reader.export.citing import Reference, reference
from reader.export.model import ExportedPaper


def csl_json(papers: Iterable[ExportedPaper]) -> Iterator[str]:
    """One array with an item for each paper."""
    before = "[\n"
    for paper in papers:
        yield before + json.dumps(item(reference(paper)), ensure_ascii=False, indent=2)
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"


def item(of: Reference) -> dict[str, Any]:
    """One item; fields for which nothing is known are left out."""
    known: dict[str, Any] = {
        "id": of.id,
        "type": "article" if of.arxiv_id else "post-weblog" if of.is_page else "webpage",
        "title": of.title,
        "author": [_name(name) for name in of.authors],
        "issued": _parts(of.year, of.month, of.day),
        "genre": "preprint" if of.arxiv_id else None,
        "publisher": "arXiv" if of.arxiv_id else None,
        "number": f"arXiv:{of.arxiv_id}" if of.arxiv_id else None,
        "DOI": of.doi,
        "URL": of.url,
        "accessed": _parts(of.accessed.year, of.accessed.month, of.accessed.day) if of.accessed else None,
        "version": str(of.version) if of.version else None,
        "status": "withdrawn" if of.withdrawn else None,
        "references": of.journal,
        "abstract": of.abstract,
        "keyword": ", ".join(word.replace(",", " ") for word in of.keywords),
        "annote": of.note,
    }
    return {name: value for name, value in known.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: words for part, words in parts.items() if words}


def _parts(*numbers: int | None) -> dict[str, Any] | None:
    parts = [number for number in numbers if number]
    return {"date-parts": [parts]} if parts else None
