"""A paper as a reference list wants it: what BibTeX, RIS and CSL-JSON say in their own ways.

Posts name no authors, so there are some only of papers that were filled in from arXiv. The year and month are those of
the arXiv id, or of the first version where arXiv told them. For a paper that is not on arXiv
the posts do not say when it was published, so it gets none. The post's day is the day when the paper was looked at.
"""

import hashlib
import re
import unicodedata
from datetime import date
from typing import NamedTuple

from reader.arxiv.model import Details, Name, parts_of
from reader.export.model import ExportedPaper
from reader.posts.model import PaperKey

_ID = re.compile(r"(?:[a-z-]+(?:\.[A-Z]{2})?/)?(\d{2})(\d{2})")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DIVIDED = frozenset({"astro-ph", "cond-mat", "cs", "math", "nlin", "physics", "q-bio"})  # archives with classes
_FIRST_YEAR = 91  # arXiv began in August 1991
_SLUG_CHARACTERS = 32
_DIGEST_CHARACTERS = 10


class Reference(NamedTuple):
    """One entry of a reference list."""

    id: str  # ASCII letters, digits, ".", "-"; the same at every export
    title: str  # one line
    year: int | None
    month: int | None
    day: int | None
    arxiv_id: str | None
    primary_class: str | None  # of arXiv, where the id says it
    doi: str | None
    url: str | None
    pdf: str | None
    accessed: date | None
    keywords: tuple[str, ...]
    note: str  # Markdown; lines end in "\n"
    is_page: bool
    authors: tuple[Name, ...] = ()
    abstract: str = ""
    journal: str = ""  # where it appeared, in the authors' words
    version: int | None = None
    withdrawn: bool = False


def reference(paper: ExportedPaper) -> Reference:
    """What a reference list says of a paper."""
    day = paper.day if paper.is_page else None
    details = paper.details
    first = day or (details.published if details else None)
    year, month = (first.year, first.month) if first else submitted(paper.arxiv_id)
    told = details or Details("")
    return Reference(
        id=reference_id(paper),
        title=one_line(paper.name) or reference_id(paper),
        year=year,
        month=month,
        day=day.day if day else None,
        arxiv_id=paper.arxiv_id,
        primary_class=told.categories[0] if told.categories else primary_class(paper.arxiv_id),
        # Every paper on arXiv has one: https://info.arxiv.org/help/doi.html
        doi=told.doi or (f"10.48550/arXiv.{paper.arxiv_id}" if paper.arxiv_id else None),
        url=paper.link,
        pdf=paper.links.pdf,
        accessed=paper.day,
        keywords=tuple(dict.fromkeys(one_line(word) for word in (*paper.tags, *paper.labels))),
        note=_lines(paper.note).strip(),
        is_page=paper.is_page,
        authors=tuple(parts_of(author) for author in told.authors),
        abstract=told.abstract,
        journal=told.journal,
        version=told.version if details else None,
        withdrawn=told.withdrawn,
    )


def reference_id(paper: ExportedPaper) -> str:
    """A citation key that any program accepts: `arxiv-2512.17909`, else words of the title and a digest of the key."""
    if paper.arxiv_id:
        return f"arxiv-{paper.arxiv_id.replace('/', '-')}"
    plain = unicodedata.normalize("NFKD", paper.title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:_SLUG_CHARACTERS].strip("-")
    return f"{slug or ('page' if paper.is_page else 'paper')}-{digest_of(paper.key)}"


def digest_of(key: PaperKey) -> str:
    """The end of the citation key of a paper that is not on arXiv."""
    return hashlib.sha256(key.encode()).hexdigest()[:_DIGEST_CHARACTERS]


def digest_in(reference: str) -> str:
    """The same in a citation key that an export wrote; "" where there is none."""
    found = re.search(rf"-([0-9a-f]{{{_DIGEST_CHARACTERS}}})$", reference)
    return found[1] if found else ""


def primary_class(arxiv_id: str | None) -> str | None:
    """The class that an id of before April 2007 begins with; none where that archive has classes below it.

    https://arxiv.org/category_taxonomy
    """
    archive, slash, _ = (arxiv_id or "").partition("/")
    return archive if slash and archive not in _DIVIDED else None


def submitted(arxiv_id: str | None) -> tuple[int | None, int | None]:
    """Year and month in which a paper came to arXiv, by its id; None, None without an id or for one that says neither.

    https://info.arxiv.org/help/arxiv_identifier.html
    """
    found = _ID.match(arxiv_id or "")
    if found is None:
        return None, None
    years, month = int(found[1]), int(found[2])
    if not 1 <= month <= 12:
        return None, None
    return (1900 if years >= _FIRST_YEAR else 2000) + years, month


def one_line(text: str) -> str:
    """Text on one line, without characters that control a terminal or a printer."""
    return " ".join((text if text.isprintable() else _CONTROLS.sub(" ", text)).split())


def _lines(text: str) -> str:
    """Text in lines that end in "\\n", without such characters."""
    return "\n".join(_CONTROLS.sub(" ", line).rstrip() for line in text.splitlines())
