"""Plain lists in any form a person has them: ids, links and titles, a line a paper or several in one line."""

import re
from collections.abc import Iterator

from reader.base.links import is_archive
from reader.posts.model import PaperKey
from reader.posts.pieces import Piece, pieces_of
from reader.services.lists.named import LONGEST_TITLE, Listed, Named, key_named, once

_MARKER = re.compile(r"^\s*(?:(?:[-*+•]|\d{1,4}[.)]|\[\d{1,4}\]|\[[ xX]\])\s+)*")
_REMARK = re.compile(r"(^|\s)#.*")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(?=.*\]\()")
_RULE = re.compile(r"[\s|:+=-]*")
_BETWEEN = re.compile(r"[\s,;|、，·]+")
_LONGEST = 10_000  # characters; a longer line is a list of ids, or nothing
_BARE_SIGNS = "\"'`<>()[]"


def lines(text: str) -> Listed:
    """The papers of a list; what follows # is a remark, unless it is a heading with a link."""
    named: list[Named] = []
    for line in text.splitlines():
        heading = _HEADING.match(line)
        words = line[heading.end() :] if heading else _REMARK.sub("", line)
        words = _MARKER.sub("", words, count=1).strip().strip("-*,;").strip()
        if not _RULE.fullmatch(words):
            named += _in_line(words)
    return Listed(once(named), [])


def _in_line(words: str) -> list[Named]:
    tokens = [token.strip(_BARE_SIGNS) for token in _BETWEEN.split(words) if token.strip(_BARE_SIGNS)]
    keys = [key_named(token) for token in tokens] if tokens and key_named(tokens[0]) else []
    if keys and all(keys):
        return [Named((key,)) for key in keys if key]
    if len(words) < _LONGEST:
        pieces = pieces_of(words)
        linked = [(key, piece) for piece in pieces if (key := _key_of_piece(piece))]
        only_links = not any(_BETWEEN.sub("", piece.text).strip(_BARE_SIGNS) for piece in pieces if piece.href is None)
        archived = [(key, piece) for key, piece in linked if "://" not in key or is_archive(key)]
        if linked and only_links:
            return [Named((key,), _title_of(piece)) for key, piece in archived or linked]
        if linked:
            key, piece = (archived or linked)[0]
            return [Named((key,), _title_of(piece))]
        if cells := list(_keys_of_cells(words)):
            return [Named((cells[0],))]
    if keys and keys[0]:
        return [Named((keys[0],))]
    return [Named(title=words[:LONGEST_TITLE])]


def _key_of_piece(piece: Piece) -> PaperKey | None:
    if not piece.href:
        return None
    if piece.href.startswith("#"):  # an Obsidian link; our files are called by id and title
        words = piece.href[1:].split()
        return key_named(words[0]) if words else None
    return key_named(piece.href)


def _title_of(piece: Piece) -> str:
    """A link's words, if they are no address themselves."""
    return "" if piece.found or key_named(piece.text) else " ".join(piece.text.split())[:LONGEST_TITLE]


def _keys_of_cells(words: str) -> Iterator[PaperKey]:
    for cell in re.split(r"[|\t]", words):
        if key := key_named(cell.strip().strip(_BARE_SIGNS)):
            yield key
