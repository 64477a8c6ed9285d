"""RIS, the tagged format that EndNote, Mendeley and Zotero read. Lines end in CR LF, as the format's makers have it."""

import re
from collections.abc import Iterable, Iterator

from reader.export.citing import Reference, reference
from reader.export.model import ExportedPaper

_TAG = re.compile(r"\s*[A-Z][A-Z0-9]\s*-")
"""What some program takes for a tag: Zotero begins a field at one with one blank or two, others at any, and citation.js
even behind blanks. A word joiner, which nobody sees and nobody trims, keeps all of them from it."""

_ELEMENT = re.compile(r"<(?=[A-Za-z/!?])")
"""What Zotero takes for HTML and leaves out, up to the next ">", as in `<think>`. The joiner keeps it from that."""

_VERBATIM = frozenset({"AB", "UR", "L1", "DO"})


def ris(papers: Iterable[ExportedPaper]) -> Iterator[str]:
    """A record a paper."""
    return (record(reference(paper)) for paper in papers)


def record(of: Reference) -> str:
    """One record with an empty line behind it."""
    return "".join(f"{tag}  - {_kept(tag, value)}\r\n" for tag, value in _tagged(of)) + "\r\n"


def _kept(tag: str, value: str) -> str:
    """A value as it may stand: that of an abstract is text for everybody, and addresses have no such signs."""
    return value if tag in _VERBATIM else _ELEMENT.sub("<\u2060", value)


def _tagged(of: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "UNPB" if of.arxiv_id else "BLOG" if of.is_page else "ELEC"
    yield "ID", of.id
    for name in of.authors:
        yield "AU", ", ".join(filter(None, (name.family.replace(",", " "), name.given, name.suffix)))
    yield "TI", of.title
    if of.year:
        yield "PY", str(of.year)
        # Year, month, day and more, each of which may be empty.
        yield "DA", f"{of.year}/{of.month or 0:02d}/{f'{of.day:02d}' if of.day else ''}/"
    if of.arxiv_id:
        yield "PB", "arXiv"
        yield "AN", f"arXiv:{of.arxiv_id}"
    if of.doi:
        yield "DO", of.doi
    if of.url:
        yield "UR", of.url
    if of.pdf:
        yield "L1", of.pdf
    if of.accessed:
        yield "Y2", of.accessed.strftime("%Y/%m/%d/")
    if of.abstract:
        yield "AB", of.abstract
    if of.journal:
        yield "J2", of.journal
    if of.version:
        yield "ET", str(of.version)
    for word in of.keywords:
        yield "KW", word
    if of.note:
        yield "N1", _continued(of.note)
    yield "ER", ""


def _continued(note: str) -> str:
    """A note over several lines, none of which looks like a tag."""
    return "\r\n".join(f"\u2060{line}" if _TAG.match(line) else line for line in note.split("\n"))
