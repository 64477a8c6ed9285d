"""One line of Markdown as pieces of text and links, the way Markdown itself reads it, with what people write besides.

Read besides: bare addresses, `arXiv:ID` and ids in brackets, Obsidian's `[[target|words]]`, full-width brackets,
kramdown's attributes, invisible characters. Addresses are given as written.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.base.archives import NEW, OLD
from reader.base.links import arxiv_id
from reader.posts.plain import parser

_LONGEST = 4_000
_MOST_BRACKETS = 200
"""A longer line is taken as text: Markdown's rules for links go over what follows a bracket again and again."""

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff\u00ad"))
_FULL_WIDTH = re.compile(r"[［【\[]([^［【\[\]］】]{1,500})[\]］】]\s?（(https?://[^\s()（）]{1,1000})）")
_WIKILINK = re.compile(r"!?\[\[([^\[\]|\n]{1,300}?)(?:\\?\|([^\[\]\n]{1,500}))?\]\](?!\()")
_ATTRIBUTES = re.compile(r"\{(?::|[#.][\w-])[^{}\n]{0,300}\}|(?<=\))\{[\w-]{1,30}=[^{}\n]{1,300}\}")
_ANCHOR = re.compile(
    r"<a\s[^<>]{0,300}?href\s?=\s?[\"']?(https?://[^\s\"'<>]{1,1000})[\"']?[^<>]{0,300}>(.{1,500}?)</a>", re.IGNORECASE
)
_SPAN = re.compile(r"\[([^\[\]\n]{1,500})\](?=\{[.#][\w-][^{}\n]{0,300}\})")
_ADDRESS = re.compile(r"https?://[^\s<>（）［］【】「」]{2,2000}")
_MONTH = r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}"
_ID = re.compile(
    rf"[\[(（【［]?\s?(?<![\w.])arxiv\s?[:：]\s{{0,3}}(?P<stamp>{NEW}|{OLD})(?P<version>v\d{{1,3}})?"
    rf"(?:\s?\[[a-z-]{{2,9}}(?:\.[a-z]{{2}})?\])?\s?[\])）】］]?"
    rf"|[\[(（【［]\s?(?P<bare>{_MONTH}|{OLD})(?:v\d{{1,3}})?\s?[\])）】］]"
    rf"|(?<![\w./])(?P<last>{_MONTH})(?:v\d{{1,3}})?\s*$",
    re.IGNORECASE,
)
_CLOSING = {")": "(", "]": "[", "}": "{"}


class Piece(NamedTuple):
    """A piece of a line."""

    text: str  # as shown
    href: str | None = None  # of a link, as written; "" for one that leads nowhere
    picture: bool = False  # a link of pictures alone
    found: bool = False  # an address or id that Markdown itself does not see as a link


def pieces_of(line: str, references: Mapping[str, Any] | None = None) -> list[Piece]:
    """The pieces of a line or of a heading's text, in order."""
    line = cleaned(line)
    if len(line) > _LONGEST or line.count("[") > _MOST_BRACKETS:
        return [Piece(" ".join(line.split()))]
    env = {"references": references} if references else {}
    tokens = _parser().parseInline(line, env)[0].children or []
    return [piece for each in _by_links(tokens) for piece in _with_found(each)]


def cleaned(line: str) -> str:
    """A line without what is not shown, and with what others write for Markdown's links as those."""
    line = line.translate(_INVISIBLE)
    line = _ANCHOR.sub(r"[\2](<\1>)", line) if "</a>" in line else line
    line = _FULL_WIDTH.sub(r"[\1](<\2>)", line) if "（http" in line else line
    line = _WIKILINK.sub(_as_link, line) if "[[" in line else line
    return _ATTRIBUTES.sub("", _SPAN.sub(r"\1", line)) if "{" in line else line


def _as_link(found: re.Match[str]) -> str:
    target = found[1].strip()
    identifier = arxiv_id(target)
    words = (found[2] or target.split("#")[0].rsplit("/", 1)[-1] or target).strip()
    if identifier is None:
        return f"[{words}](<#{target.replace('>', '')}>)"
    version = f"v{identifier.version}" if identifier.version else ""
    return f"[{words}](<https://arxiv.org/abs/{identifier.id}{version}>)"


@cache
def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", parser().options).enable("strikethrough")
    markdown.normalizeLink = _as_written  # type: ignore[method-assign]  # where markdown-it looks for it
    markdown.normalizeLinkText = _as_written  # type: ignore[method-assign,assignment]  # only its names differ
    return markdown


def _as_written(url: str) -> str:
    return url


def _by_links(tokens: Sequence[Token]) -> list[Piece]:
    found: list[Piece] = []
    text, href, shown, pictured = "", None, "", False
    for token in tokens:
        if token.type == "link_open":
            found += [Piece(text)] if text else []
            text, href, shown, pictured = "", str(token.attrs.get("href", "")), "", False
        elif token.type == "link_close":
            found.append(Piece(shown, href, picture=pictured and not shown.strip()))
            href = None
        else:
            words = " " if token.type in ("softbreak", "hardbreak") else token.content
            if href is None:
                text += words
            elif token.type == "image":
                pictured = True
            else:
                shown += words
    return found + ([Piece(text)] if text else [])


def _with_found(piece: Piece) -> list[Piece]:
    """A text cut where it has an address or an id; a link stays as it is."""
    if piece.href is not None:
        return [piece]
    found: list[Piece] = []
    end = 0
    for address in _ADDRESS.finditer(piece.text):
        href = trimmed_address(address[0])
        found += [*_with_ids(piece.text[end : address.start()]), Piece(href, href, found=True)]
        end = address.start() + len(href)
    return found + _with_ids(piece.text[end:])


def _with_ids(text: str) -> list[Piece]:
    found: list[Piece] = []
    end = 0
    for each in _ID.finditer(text):
        found += [Piece(text[end : each.start()])] if each.start() > end else []
        written = f"{each['stamp'] or each['bare'] or each['last']}"
        found.append(Piece(each[0], f"https://arxiv.org/abs/{written}{each['version'] or ''}", found=True))
        end = each.end()
    return found + ([Piece(text[end:])] if end < len(text) else [])


def trimmed_address(address: str) -> str:
    """A bare address without what belongs to the sentence around it (GFM, 6.9: extended autolinks)."""
    while address:
        last = address[-1]
        unpaired = last in _CLOSING and address.count(last) > address.count(_CLOSING[last])
        if not unpaired and last not in "?!.,:;*_~'\"`|。，、":
            break
        address = address[:-1]
    return address


def shown_text(pieces: Sequence[Piece]) -> str:
    """What a reader sees of pieces, on one line."""
    return " ".join("".join(piece.text for piece in pieces).split())
