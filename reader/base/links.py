"""arXiv ids and links: what people paste and what posts contain, read once and turned into one form.

In: text. Out: `ArxivId`, normalised links and the addresses of a paper's pages. Keeps away from disk and network.

The form of an arXiv identifier: https://info.arxiv.org/help/arxiv_identifier.html
"""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

SCHEME = "daily-papers"
_NEW = r"\d{4}\.\d{4,5}"
_OLD = r"[a-z-]+(?:\.[A-Z]{2})?/\d{7}"
_ID = rf"(?<![\d.])({_NEW}|{_OLD})(?:v(\d+))?(?![\d])"  # compiled when first used, not at the start
_BARE = rf"(?:arxiv:\s*)?({_NEW}|{_OLD})(?:v(\d+))?"
_ARXIV_HOSTS = ("arxiv.org", "export.arxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org", "alphaxiv.org")
_PAPER_PAGES = ("huggingface.co/papers/", "paperswithcode.com/paper/arxiv")
_TRACKING = r"utm_\w+|fbclid|gclid|ref|source"


class ArxivId(NamedTuple):
    """An arXiv identifier: `id` without the version ("2512.17909", "hep-th/9901001"), `version` 1… or None."""

    id: str
    version: int | None = None


class PaperLinks(NamedTuple):
    """The pages of one paper, as absolute https addresses; None where a paper has no such page."""

    arxiv: str | None = None
    pdf: str | None = None
    html: str | None = None
    alphaxiv: str | None = None
    huggingface: str | None = None
    other: str | None = None  # the paper's own link where it is not on arXiv


def arxiv_id(text: str) -> ArxivId | None:
    """Read an arXiv id in any form a person pastes: bare, with `arXiv:` or a version, or inside a link.

    Links count only on hosts that name papers by arXiv id (arxiv.org, alphaxiv.org, huggingface.co/papers …): a number
    in some other address is not an id.
    """
    text = text.strip().strip("<>")
    if bare := re.fullmatch(_BARE, text, re.IGNORECASE):
        return ArxivId(bare[1], int(bare[2]) if bare[2] else None)
    parts = _split(text)
    if parts is None:
        return None
    host = parts.netloc.lower().removeprefix("www.")
    page = f"{host}{parts.path}"
    if host not in _ARXIV_HOSTS and not page.startswith(_PAPER_PAGES):
        return None
    if found := re.search(_ID, unquote(parts.path).removesuffix(".pdf")):
        return ArxivId(found[1], int(found[2]) if found[2] else None)
    return None


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
    return unquote(parts.path).strip("/")


def local_path(text: str) -> str:
    """A path as a file manager or a person gives it: a file:// address becomes the path it names."""
    if not text.startswith("file://"):
        return text
    path = unquote(urlsplit(text).path)
    return path[1:] if re.match(r"/[A-Za-z]:", path) else path  # file:///C:/posts


def normalised(link: str) -> str:
    """One form for links to one page: https, host in lower case without www., no fragment, tracking or last slash.

    Text that is no web address comes back stripped and otherwise as it was.
    """
    parts = _split(link.strip())
    if parts is None:
        return link.strip()
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query) if not re.fullmatch(_TRACKING, k, re.IGNORECASE)])
    host = parts.netloc.lower().removeprefix("www.")
    return urlunsplit(("https", host, parts.path.rstrip("/"), query, ""))


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


def _split(text: str) -> SplitResult | None:
    if "://" not in text:
        text = f"https://{text}" if re.match(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+/", text) else ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.netloc else None
