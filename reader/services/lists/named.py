"""What a list says of a paper, and the keys under which a paper of these fields may be known."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reader.base.archives import NEW, OLD
from reader.base.links import arxiv_id, identity, normalised, paper_of_address
from reader.posts.model import PaperKey

LONGEST_TITLE = 500  # characters
SHOWN = 60  # characters of what was not understood

_IN_WORDS = re.compile(rf"\barxiv[:\s]{{1,4}}({NEW}|{OLD})", re.IGNORECASE)
_VOLUME = re.compile(r"abs/(.{1,40})")  # of "CoRR" and "ArXiv", as dblp and Semantic Scholar have it
_ID_FIELDS = (
    "eprint",
    "arxivid",
    "arxiv_id",
    "arxiv",
    "number",
    "archiveid",
    "archive_location",
    "archive location",
    "doi",
    "url",
    "ee",
    "pdf",
    "link",
    "source",
    "howpublished",
    "journal",
    "container-title",
    "publication title",
    "extra",
    "note",
    "volume",
)
_LINK_FIELDS = ("url", "ee", "link", "source", "howpublished")


class Named(NamedTuple):
    """A paper as a list names it."""

    keys: tuple[PaperKey, ...] = ()  # that it may have here, likeliest first
    title: str = ""  # where the list has one
    own: str = ""  # its key, in a file that this program wrote
    reference: str = ""  # how a bibliography calls it
    is_sure: bool = True  # False: a paper only if the library knows it (a browser has other bookmarks as well)

    @property
    def called(self) -> str:
        """What to call it where it is not understood."""
        return (self.reference or self.title or self.own or next(iter(self.keys), ""))[:SHOWN]


class Listed(NamedTuple):
    """What a list says."""

    named: list[Named]
    not_understood: list[str]  # lines or entries that name nothing


def by_fields(fields: Mapping[str, str], *, own: str = "") -> Named:
    """A paper by the fields of a reference, named in lower case, as text."""
    return Named(
        keys=tuple(_keys_of(fields)),
        title=" ".join(fields.get("title", "").split())[:LONGEST_TITLE],
        own=own,
        reference=fields.get("id", ""),
    )


def _keys_of(fields: Mapping[str, str]) -> Iterator[PaperKey]:
    values = [fields[name] for name in _ID_FIELDS if fields.get(name)]
    in_words = [match[1] for value in values if (match := _IN_WORDS.search(value))]
    in_words += [match[1] for match in [_VOLUME.match(fields.get("volume", ""))] if match]
    found = (arxiv_id(value) for value in (*values, *in_words))
    if identifier := next((each for each in found if each), None):
        yield PaperKey(identifier.id)
    yield from (PaperKey(normalised(link)) for name in _LINK_FIELDS if is_link(link := fields.get(name, "").strip()))
    if doi := fields.get("doi", "").strip():
        yield PaperKey(normalised(doi if is_link(doi) else f"https://doi.org/{doi.removeprefix('doi:').strip()}"))


def key_named(text: str) -> PaperKey | None:
    """The key that a text is, whole: an id, a DOI, a web address, or an address of ours."""
    address = paper_of_address(text)
    found = identity(address or text) or address
    return PaperKey(found) if found else None


def is_link(value: str) -> bool:
    """Whether a text is one web address."""
    return value.startswith(("http://", "https://")) and not any(map(str.isspace, value))


def once(named: Iterable[Named]) -> list[Named]:
    """The papers without repetitions."""
    return list(dict.fromkeys(named))
