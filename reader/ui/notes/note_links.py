"""The links of a note, read from its Markdown line by line: web pages, papers (`[[2512.17909]]`), places of a quote.

A quote is a block quotation whose last line names the place its words are from:

    > 표현 인코더의 특징을 압축한다.
    > — [Method](daily-papers:2512.17909#method)

The words stand in the quotation alone, so that a person may read and edit the note anywhere.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import parse_qs, unquote

from reader.base.links import arxiv_id, normalised

SCHEME = "daily-papers:"
_PAPER = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]*))?\]\]")
_NAMED = re.compile(rf"\[([^\[\]\n]+)\]\(<?((?:https?://|{SCHEME})[^()\s<>]*(?:\([^()\s<>]*\)[^()\s<>]*)*)>?\)")
_BARE = re.compile(r"https?://[^\s<>\]]+")
_BEFORE_CURSOR = re.compile(r"\[\[([^\[\]|\n]*)\Z")
_QUOTED = re.compile(r"\s*>\s?(.*)")
_MARKS = re.compile(r"^\s*(?:[>#]+\s*)*(?:[-*+]\s+(?:\[[ xX]\]\s+)?)?|\*\*|~~|`")
_BRACKETS = re.compile(r"[\[\]|]")
_HIDDEN = re.compile(r"%5B|%5D|%7C")
_UNSAFE = re.compile(r"[\s()<>%#?&=+\[\]\\]")


class QuoteSource(NamedTuple):
    """Where a quote is from."""

    paper: str  # its PaperKey
    section: str  # as a highlight's: a SectionKind or a heading, "" for a page without any
    before: str = ""  # the words in front of it, where it alone would not do


Quoted = tuple[QuoteSource, str]
"""A quote: where from, and its words."""


class NoteLink(NamedTuple):
    """A link in a line; places in characters, ends excluded. One of `address`, `paper` and `place` says where to."""

    start: int
    end: int
    label: tuple[int, int]  # what of it is read
    address: str = ""  # of a web page
    paper: str = ""  # as it is written: an arXiv id, a link, a key
    place: QuoteSource | None = None


def links_in(line: str) -> list[NoteLink]:
    """The links of a line in order."""
    found = [NoteLink(m.start(), m.end(), m.span(2 if m[2] else 1), paper=_key_in(m[1])) for m in _PAPER.finditer(line)]
    found += [_named(match) for match in _NAMED.finditer(line)]
    taken = [(link.start, link.end) for link in found]
    for match in _BARE.finditer(line):
        if not any(start <= match.start() < end for start, end in taken):
            address = _without_sentence_end(match[0])
            span = (match.start(), match.start() + len(address))
            found.append(NoteLink(*span, span, address=address))
    return sorted(found)


def link_at(line: str, position: int) -> NoteLink | None:
    """The link that a character belongs to."""
    return next((link for link in links_in(line) if link.start <= position < link.end), None)


def being_typed(before_cursor: str) -> str | None:
    """What follows an open `[[` in front of the cursor; None where none is open."""
    match = _BEFORE_CURSOR.search(before_cursor)
    return match[1] if match else None


def paper_link(key: str) -> str:
    """A link to a paper, as it is written into a note; what would end the link is in per cent."""
    return f"[[{_BRACKETS.sub(_in_per_cent, key)}]]"


def same_paper(written: str, key: str) -> bool:
    """Whether what stands in a `[[…]]` names a paper: its key, an arXiv id with a version, a link to it."""
    identifier = arxiv_id(written)
    return key in (written, identifier.id if identifier else normalised(written))


def mentions(text: str, key: str) -> list[str]:
    """The lines of a note that link to a paper, or to a place in it."""
    return [line for line in text.split("\n") if any(_leads_to(link, key) for link in links_in(line))]


def written_keys(key: str) -> tuple[str, ...]:
    """What stands in a note that mentions a paper: one of these, with more around it."""
    return tuple(dict.fromkeys((key, _safe(key), _BRACKETS.sub(_in_per_cent, key))))


def papers_in(text: str) -> list[str]:
    """The papers a note links to or quotes from, as they are written there, each once, in order."""
    links = (link for line in text.split("\n") for link in links_in(line))
    papers = (link.place.paper if link.place else link.paper for link in links)
    return list(dict.fromkeys(paper for paper in papers if paper))


def without_marks(line: str) -> str:
    """A line of a note as it is read in a list: links and short formulas by their words, without most Markdown."""
    from reader.posts.formula_words import with_formulas_as_words  # notes are there before any list of them

    for link in reversed(links_in(line)):
        line = line[: link.start] + line[slice(*link.label)] + line[link.end :]
    return with_formulas_as_words(_MARKS.sub("", line)).strip()


def quotation(words: str, label: str, place: QuoteSource) -> str:
    """A quote of a sentence, Markdown, to be put into a note."""
    lines = "\n".join(f"> {line}" for line in words.split("\n"))
    return f"{lines}\n> — [{label.translate(_NO_BRACKETS)}]({address_of(place)})"


def address_of(place: QuoteSource) -> str:
    """A place as an address in Markdown: letters stay readable, what would end the link is in per cent."""
    before = f"?before={_safe(place.before)}" if place.before else ""
    return f"{SCHEME}{_safe(place.paper)}{before}#{_safe(place.section)}"


def place_of_address(address: str) -> QuoteSource:
    """The place an address of `address_of` names."""
    rest, _, section = address.removeprefix(SCHEME).partition("#")
    paper, _, query = rest.partition("?")
    return QuoteSource(unquote(paper), unquote(section), parse_qs(query).get("before", [""])[0])


def quoted_words(lines: Sequence[str], number: int) -> str:
    """The words that a quote whose place stands in line `number` quotes, "" for a link that ends no quotation."""
    if not _QUOTED.match(lines[number]):
        return ""
    words: list[str] = []
    for line in reversed(lines[:number]):
        match = _QUOTED.match(line)
        if match is None or any(link.place for link in links_in(line)):
            break
        words.insert(0, match[1])
    return "\n".join(words).strip()


def places_in(text: str) -> Iterator[Quoted]:
    """The quotes of a note: where from, and the words."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if SCHEME in line:
            for link in links_in(line):
                if link.place and (words := quoted_words(lines, number)):
                    yield link.place, words


def _leads_to(link: NoteLink, key: str) -> bool:
    written = link.place.paper if link.place else link.paper
    return bool(written) and same_paper(written, key)


def _named(match: re.Match[str]) -> NoteLink:
    address = match[2]
    if address.startswith(SCHEME):
        return NoteLink(match.start(), match.end(), match.span(1), place=place_of_address(address))
    return NoteLink(match.start(), match.end(), match.span(1), address=address)


def _without_sentence_end(address: str) -> str:
    address = address.rstrip(".,;:!?'\"…」』’”")
    return address.rstrip(")") if "(" not in address else address


def _safe(text: str) -> str:
    return _UNSAFE.sub(_in_per_cent, text)


def _in_per_cent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def _key_in(written: str) -> str:
    """What stands in a `[[…]]`, with the brackets that `paper_link` hides."""
    return _HIDDEN.sub(lambda match: unquote(match[0]), written.strip())


_NO_BRACKETS = str.maketrans("[]", "()")
