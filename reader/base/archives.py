"""Where papers are kept: the hosts of arXiv's papers and of other archives, and how their addresses name a paper.

In: an address, split. Out: an `ArxivId`, or the address under which the archive itself knows the paper. Every check
reads an address once, piece by piece, so that no address takes long.

The form of an arXiv identifier: https://info.arxiv.org/help/arxiv_identifier.html, of its DOIs:
https://info.arxiv.org/help/doi.html, of the Anthology's: https://aclanthology.org/info/ids/
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

NEW = r"\d{4}\.\d{4,5}"
OLD = r"[a-z]{2,8}(?:-[a-z]{2,4})?(?:\.[a-z]{2,4}(?:-[a-z]{2,5})?)?/\d{7}"
_BARE = rf"(?:arxiv:\s{{0,3}})?({NEW}|{OLD})(?:v(\d{{1,3}}))?"
_NEW_SEGMENT = rf"(?:arxiv[:-])?({NEW})(?:v(\d{{1,3}}))?(?!\d)"  # compiled when first used, not at the start
_OLD_NAME = r"(?:arxiv:)?([a-z]{2,8}(?:-[a-z]{2,4})?)(?:\.[a-z]{2,4}(?:-[a-z]{2,5})?)?"
_OLD_NUMBER = r"(\d{7})(?:v(\d{1,3}))?(?!\d)"
_ARXIV_DOI = r"10\.48550/arxiv\.(.+)"
_NO_PAPER = {"list", "search", "a", "year", "find", "archive", "auth", "help", "corr", "new", "catchup"}

_ARXIV_HOSTS = ("arxiv.org", "ar5iv.org", "alphaxiv.org")  # and what lies below them: export., browse., cn. …
_ARXIV_PAGES = (
    "arxiv-vanity.com/papers/",
    "bytez.com/docs/arxiv/",
    "emergentmind.com/papers/",
    "hf.co/papers/",
    "huggingface.co/papers/",
    "papers.cool/arxiv/",
    "paperswithcode.com/paper/arxiv",
    "scirate.com/arxiv/",
    "semanticscholar.org/arxiv/",
    "xxx.lanl.gov/",
)
_DOI_HOSTS = ("doi.org", "dx.doi.org")
_PREPRINT_HOSTS = ("biorxiv.org", "medrxiv.org")
_OPENREVIEW_HOSTS = ("openreview.net", "api.openreview.net", "api2.openreview.net")
_ACL_HOSTS = ("aclanthology.org", "aclanthology.info", "aclweb.org")
_ACL_ID = r"([A-Z]\d{2}-\d{4}|\d{4}\.[\w-]+\.\d{1,4})(?:v\d+)?(?:\.(?:pdf|bib|html))?"
_PREPRINT_DOI = r"(10\.\d{4,9}/\d[\d.]*\d)"


class ArxivId(NamedTuple):
    """An arXiv identifier: `id` without version and class ("2512.17909", "math/0309136"), `version` 1… or None."""

    id: str
    version: int | None = None


def web_address(text: str) -> SplitResult | None:
    """A web address split into its parts, also one without https:// before a host with a dot. None for other text."""
    if "://" not in text:
        text = f"https://{text}" if re.match(r"[\w-]+(?:\.[\w-]+)+/", text) else ""
    try:
        parts = urlsplit(text)
        known = bool(parts.hostname)
        _ = parts.port  # raises ValueError for a port that is no number
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and known else None


def host_of(parts: SplitResult) -> str:
    """The host in lower case, without www. and the port that is usual; another port stays."""
    host = (parts.hostname or "").removeprefix("www.")
    return host if parts.port in (None, 80, 443) else f"{host}:{parts.port}"


def bare_arxiv_id(text: str) -> ArxivId | None:
    """The id in text that is nothing but one."""
    found = re.fullmatch(_BARE, text, re.IGNORECASE) if len(text) < 60 else None
    return _identifier(found[1], found[2]) if found else None


def arxiv_id_of_doi(doi: str) -> ArxivId | None:
    """The id of an arXiv paper's DOI."""
    found = re.fullmatch(_ARXIV_DOI, doi, re.IGNORECASE)
    return bare_arxiv_id(found[1].rstrip("/.")) if found else None


def arxiv_id_in(parts: SplitResult) -> ArxivId | None:
    """The id that an address names, on the hosts that name papers by arXiv id."""
    if inner := archived(parts):
        split = web_address(inner)
        return arxiv_id_in(split) if split else None
    host = host_of(parts).partition(":")[0]
    path = unquote(parts.path) if "%" in parts.path else parts.path
    if host in _DOI_HOSTS:
        return arxiv_id_of_doi(path.strip("/"))
    known = any(host == each or host.endswith(f".{each}") for each in _ARXIV_HOSTS)
    if not known and not f"{host}{path}".startswith(_ARXIV_PAGES):
        return None
    segments = [segment for segment in path.split("/") if segment]
    if known and segments and segments[0].lower() in _NO_PAPER:
        return None
    return next(_ids_in(segments), None)


def _ids_in(segments: list[str]) -> Iterator[ArxivId]:
    for before, segment in zip(["", *segments], segments, strict=False):
        if found := re.match(_NEW_SEGMENT, segment, re.IGNORECASE):
            yield ArxivId(found[1], _version(found[2]))
        number = re.match(_OLD_NUMBER, segment)
        name = re.fullmatch(_OLD_NAME, before, re.IGNORECASE) if number and len(before) < 40 else None
        if number and name:
            yield ArxivId(f"{name[1].lower()}/{number[1]}", _version(number[2]))


def archived(parts: SplitResult) -> str | None:
    """The address that a page of the Internet Archive is a copy of."""
    if host_of(parts) != "web.archive.org" or not parts.path.startswith("/web/"):
        return None
    _, _, inner = parts.path.removeprefix("/web/").partition("/")
    if ":/" not in inner[:8]:
        return None
    scheme, _, rest = inner.partition(":")
    query = f"?{parts.query}" if parts.query else ""
    return None if "web.archive.org/" in rest else f"{scheme}://{rest.lstrip('/')}{query}"


def page(parts: SplitResult) -> str | None:
    """The address under which an archive other than arXiv knows a paper; None for an address of no such archive."""
    host, path = host_of(parts), unquote(parts.path)
    if host in _DOI_HOSTS and re.match(r"/10\.\d{4,9}/\S", path):
        return f"https://doi.org{path.rstrip('/')}"
    if host in _PREPRINT_HOSTS and (doi := re.search(_PREPRINT_DOI, path)):
        return f"https://doi.org/{doi[1]}"
    if host in _OPENREVIEW_HOSTS and (ids := parse_qs(parts.query).get("id")) and not path.startswith("/group"):
        return f"https://openreview.net/forum?id={ids[0]}"
    if host in _ACL_HOSTS and not path.startswith(("/volumes/", "/events/", "/people/")):
        found = (re.fullmatch(_ACL_ID, segment) for segment in path.split("/"))
        return next((f"https://aclanthology.org/{each[1]}" for each in found if each), None)
    return None


def _identifier(written: str, version: str | None) -> ArxivId:
    name, slash, number = written.lower().partition("/")
    return ArxivId(f"{name.partition('.')[0]}/{number}" if slash else written, _version(version))


def _version(text: str | None) -> int | None:
    return int(text) if text else None
