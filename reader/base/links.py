"""Links and ids that name papers: what people paste and what posts contain, read once and turned into one form.

In: text. Out: `ArxivId`, one address for all links to one paper, and the addresses of a paper's pages. Keeps away from
disk and network. Every form under which a paper is known stands here and in archives.py, and nowhere else.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from reader.base import archives
from reader.base.archives import ArxivId, web_address
from reader.base.outgoing import is_plain

__all__ = [
    "ArxivId",
    "PaperLinks",
    "arxiv_id",
    "identity",
    "is_archive",
    "local_path",
    "normalised",
    "paper_links",
    "paper_of_address",
]

SCHEME = "daily-papers"
_TRACKING = r"utm_\w+|fbclid|gclid|mc_[ce]id|ref|source"
_LONGEST_KEY = 2000  # characters, in an address of ours
_LONG = 300  # characters; what was read of longer texts is not kept
_DOI = r"(?:doi:\s?)?(10\.\d{4,9}/\S+)"


class PaperLinks(NamedTuple):
    """The pages of one paper, as absolute https addresses; None where a paper has no such page."""

    arxiv: str | None = None
    pdf: str | None = None
    html: str | None = None
    alphaxiv: str | None = None
    huggingface: str | None = None
    other: str | None = None  # the paper's own link where it is not on arXiv


def arxiv_id(text: str) -> ArxivId | None:
    """Read an arXiv id in any form a person pastes: bare, with `arXiv:` or a version, as a DOI, or inside a link.

    Links count only on hosts that name papers by arXiv id (archives.py has them): a number in some other address is
    not an id.
    """
    text = text.strip().strip("<>")
    return _arxiv_id(text) if len(text) < _LONG else _arxiv_id.__wrapped__(text)


@lru_cache(maxsize=1024)
def _arxiv_id(text: str) -> ArxivId | None:
    """A post has few links, and each of them is asked for several times."""
    if found := archives.bare_arxiv_id(text):
        return found
    if doi := re.fullmatch(_DOI, text, re.IGNORECASE):
        return archives.arxiv_id_of_doi(doi[1])
    parts = web_address(text)
    return archives.arxiv_id_in(parts) if parts else None


def identity(text: str) -> str | None:
    """What a link or an id names, as the key of a paper: "2512.17909", "https://openreview.net/forum?id=…".

    None for text that is neither an arXiv id, a DOI nor a web address.
    """
    if found := arxiv_id(text):
        return found.id
    text = text.strip().strip("<>")
    if doi := re.fullmatch(_DOI, text, re.IGNORECASE):
        return f"https://doi.org/{doi[1]}"
    return normalised(text) if web_address(text) else None


def is_archive(link: str) -> bool:
    """Whether a link is the page of one paper at an archive: arXiv, OpenReview, the ACL Anthology, bioRxiv, a DOI."""
    return arxiv_id(link) is not None or ((parts := web_address(link)) is not None and bool(archives.page(parts)))


def paper_of_address(address: str) -> str | None:
    """What an address of ours names: "2512.17909" for daily-papers://paper/2512.17909. None for any other text.

    A link in a note, a mail or a page opens the window by it; it can name a paper and do nothing else.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme != SCHEME or parts.netloc != "paper":
        return None
    named = unquote(parts.path).strip("/")
    return named if len(named) <= _LONGEST_KEY and is_plain(named) else None


def address_of_paper(key: str) -> str:
    """The address of ours that names a paper."""
    return f"{SCHEME}://paper/{quote(key, safe='')}"


def local_path(text: str) -> str:
    """A path as a file manager or a person gives it: a file:// address becomes the path it names."""
    if not text.startswith("file://"):
        return text
    path = unquote(urlsplit(text).path)
    return path[1:] if re.match(r"/[A-Za-z]:", path) else path  # file:///C:/posts


def normalised(link: str) -> str:
    """One form for links to one page: https, host in lower case without www., no fragment, tracking or last slash.

    Pages of archives get the address under which the archive itself knows the paper. Text that is no web address comes
    back stripped and otherwise as it was.
    """
    parts = web_address(link.strip())
    if parts is None:
        return link.strip()
    if inner := archives.archived(parts):
        return normalised(inner)
    if found := archives.arxiv_id_in(parts):
        return f"https://arxiv.org/abs/{found.id}"
    if page := archives.page(parts):
        return page
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query) if not re.fullmatch(_TRACKING, k, re.IGNORECASE)])
    return urlunsplit(("https", archives.host_of(parts), parts.path.rstrip("/"), query, ""))


def paper_links(arxiv: ArxivId | None, link: str | None = None, alphaxiv: str | None = None) -> PaperLinks:
    """The pages of a paper: from its id, with the post's own Alphaxiv link where it gives one."""
    if arxiv is None:
        return PaperLinks(alphaxiv=alphaxiv, other=link)
    return PaperLinks(
        arxiv=f"https://arxiv.org/abs/{arxiv.id}",
        pdf=f"https://arxiv.org/pdf/{arxiv.id}",
        html=f"https://arxiv.org/html/{arxiv.id}",
        alphaxiv=alphaxiv or f"https://www.alphaxiv.org/ko/overview/{arxiv.id}",
        huggingface=f"https://huggingface.co/papers/{arxiv.id}",
    )
