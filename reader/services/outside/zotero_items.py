"""A paper as Zotero's two ways in want it: fields of its preprint, web page or blog post, authors, tags and notes."""

import hashlib
from collections.abc import Mapping
from html import escape
from typing import Any

from reader.export.citing import Reference, reference
from reader.export.html import rendered
from reader.export.model import ExportedPaper, Quotation, Words

_KEY_SIGNS = "23456789ABCDEFGHIJKLMNPQRSTUVWXYZ"  # of Zotero's keys
_KEY_LENGTH = 8


def fields(paper: ExportedPaper) -> dict[str, Any]:
    """What both ways have in common."""
    of = reference(paper)
    known = {
        "itemType": "preprint" if of.arxiv_id else "blogPost" if of.is_page else "webpage",
        "title": of.title,
        "abstractNote": of.abstract,
        "date": "-".join(f"{part:02d}" for part in (of.year, of.month, of.day) if part),
        "url": of.url,
        "accessDate": of.accessed.isoformat() if of.accessed else None,
        "extra": "\n".join(_extra(of)),
    }
    if of.arxiv_id:
        known.update(repository="arXiv", archiveID=f"arXiv:{of.arxiv_id}", DOI=of.doi)
    return {name: value for name, value in known.items() if value}


def creators(paper: ExportedPaper, *, for_api: bool) -> list[dict[str, Any]]:
    """The authors; the connector writes a group's name in another way than the API."""
    made: list[dict[str, Any]] = []
    for name in reference(paper).authors:
        if name.given:
            given = f"{name.given}, {name.suffix}" if name.suffix else name.given
            made.append({"creatorType": "author", "firstName": given, "lastName": name.family})
        elif for_api:
            made.append({"creatorType": "author", "name": name.family})
        else:
            made.append({"creatorType": "author", "lastName": name.family, "fieldMode": 1})
    return made


def tags(paper: ExportedPaper) -> list[dict[str, str]]:
    """The person's labels: tags of posts are others' words."""
    return [{"tag": label} for label in paper.labels]


def notes(paper: ExportedPaper, words: Words) -> list[tuple[str, str]]:
    """Note and highlights, as (which, HTML)."""
    made = []
    if paper.note:
        made.append(("note", rendered(paper.note)))
    if paper.highlights:
        quoted = "".join(_quoted(each, words) for each in paper.highlights)
        made.append(("highlights", f"<h1>{escape(words.highlights)}</h1>\n{quoted}"))
    return made


def _quoted(quotation: Quotation, words: Words) -> str:
    said = quotation.correction
    corrected = f"<p>{escape(words.correction)}: {escape(said)}</p>" if said else ""
    return f"<blockquote><p>{escape(quotation.text)}</p>{corrected}</blockquote>\n"


def is_paper(paper: ExportedPaper, item: Mapping[str, Any]) -> bool:
    """Whether an item of Zotero's is this paper: by arXiv id, DOI or page, else by its whole title."""
    of = reference(paper)
    texts = [str(item.get(name) or "") for name in ("archiveID", "DOI", "url", "extra")]
    if of.arxiv_id:
        return any(of.arxiv_id in text for text in texts) or (bool(of.doi) and item.get("DOI") == of.doi)
    return item.get("url") == of.url if of.url else item.get("title") == of.title


def words_to_find(paper: ExportedPaper) -> str:
    """By which Zotero finds it, if it has it."""
    of = reference(paper)
    return of.arxiv_id or of.url or of.title


def key_of(paper: ExportedPaper, what: str) -> str:
    """The key of a paper's item, or of a note of it: always the same, so that nothing can be added twice."""
    number = int.from_bytes(hashlib.sha256(f"{what}\n{paper.key}".encode()).digest()[:8])
    signs = []
    for _ in range(_KEY_LENGTH):
        number, at = divmod(number, len(_KEY_SIGNS))
        signs.append(_KEY_SIGNS[at])
    return "".join(signs)


def _extra(of: Reference) -> list[str]:
    said = [f"Citation Key: {of.id}"]
    if of.version:
        said.append(f"Version: {of.version}")
    if of.primary_class:
        said.append(f"arXiv category: {of.primary_class}")
    if of.journal:
        said.append(f"Published in: {of.journal}")
    if of.withdrawn:
        said.append("Withdrawn")
    return said
