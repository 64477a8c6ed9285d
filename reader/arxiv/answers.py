"""arXiv's answers, Atom as https://info.arxiv.org/help/api/user-manual.html describes it → `Details`.

What comes is a stranger's: no entity is expanded, every text is cleaned and bounded, and only papers that were asked
for are taken.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date
from xml.etree import ElementTree

from reader.arxiv.model import Details
from reader.base.links import arxiv_id

_ATOM, _ARXIV = "{http://www.w3.org/2005/Atom}", "{http://arxiv.org/schemas/atom}"
_VERSION = re.compile(r"v(\d{1,3})$")
_NO_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+")
_DOI = re.compile(r"10\.\d{4,9}/[^\s{}\\%]+")
_CATEGORY = re.compile(r"[a-z-]+(?:\.[A-Za-z-]+)?")
_WITHDRAWN = re.compile(
    r"\b(?:paper|article|submission|manuscript|preprint|work|version|it)\s+(?:has been|was|is|is being)\s+"
    r"(?:temporarily\s+|now\s+)?(?:withdrawn|retracted)|^\W*(?:withdrawn|retracted)\b",
    re.IGNORECASE,
)
_LONGEST = {"name": 200, "abstract": 20_000, "line": 1_000}
_MOST_AUTHORS = 10_000
_MOST_CATEGORIES = 30


class NotAtomError(ValueError):
    """An answer that is none of arXiv's; its text says what it is, or what arXiv complains of."""


def papers(body: bytes, wanted: Collection[str]) -> dict[str, Details]:
    """The papers in an answer, by id, of those `wanted`. Raises NotAtomError."""
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        raise NotAtomError("it declares entities of its own")
    try:
        feed = ElementTree.fromstring(body)  # without declarations there is nothing to expand
    except ElementTree.ParseError as error:
        raise NotAtomError(f"it is no XML ({error})") from error
    if feed.tag != f"{_ATOM}feed":
        raise NotAtomError("it is no Atom feed")
    found: dict[str, Details] = {}
    for entry in feed.iter(f"{_ATOM}entry"):
        address = _text(entry, f"{_ATOM}id")
        if "/api/errors" in address:
            raise NotAtomError(_text(entry, f"{_ATOM}summary") or "an error without words")
        details = _details(entry, address)
        if details is not None and details.arxiv_id in wanted:
            found.setdefault(details.arxiv_id, details)
    return found


def _details(entry: ElementTree.Element, address: str) -> Details | None:
    identifier = arxiv_id(address)
    if identifier is None or not _text(entry, f"{_ATOM}title"):  # for an id it does not know arXiv may send neither
        return None
    version = _VERSION.search(address)
    abstract = _text(entry, f"{_ATOM}summary", _LONGEST["abstract"])
    comment = _text(entry, f"{_ARXIV}comment")
    doi = _DOI.match(_text(entry, f"{_ARXIV}doi"))
    names = (_text(author, f"{_ATOM}name", _LONGEST["name"]) for author in entry.findall(f"{_ATOM}author"))
    return Details(
        identifier.id,
        authors=tuple(name for name in names if name)[:_MOST_AUTHORS],
        published=_day(_text(entry, f"{_ATOM}published")),
        updated=_day(_text(entry, f"{_ATOM}updated")),
        version=int(version[1]) if version else 1,
        categories=tuple(dict.fromkeys(_categories(entry)))[:_MOST_CATEGORIES],
        abstract=abstract,
        doi=doi[0] if doi else "",
        journal=_text(entry, f"{_ARXIV}journal_ref"),
        comment=comment,
        withdrawn=bool(_WITHDRAWN.search(comment) or _WITHDRAWN.search(abstract[:200])),
    )


def _categories(entry: ElementTree.Element) -> Iterator[str]:
    for tag in (f"{_ARXIV}primary_category", f"{_ATOM}category"):
        terms = (each.get("term") or "" for each in entry.findall(tag))
        yield from (term for term in terms if _CATEGORY.fullmatch(term))  # others are classes of ACM or MSC


def _text(parent: ElementTree.Element, tag: str, longest: int = _LONGEST["line"]) -> str:
    found = parent.find(tag)
    words = "".join(found.itertext()) if found is not None else ""
    return " ".join(_NO_TEXT.sub(" ", words).split())[:longest].strip()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
