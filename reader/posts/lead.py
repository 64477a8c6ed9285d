"""The lines between a heading and its first section that say which paper it is: `arXiv: …`, `> [Alphaxiv](…)`.

Such a line has a label, or nothing, and links; what cites another paper is a sentence. A table counts by rows that
begin with a label: in a table of papers the first cell is a title.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reader.base.links import identity, is_archive
from reader.posts.blocks import Block, Body
from reader.posts.folding import folded
from reader.posts.labels import begins_with_label, invites, is_label_of_paper
from reader.posts.pieces import Piece, pieces_of, shown_text
from reader.posts.titles import is_beside

_MOST_LINES = 60
_MOST_WORDS = 8
_MARKER = re.compile(r"^[\s>]*(?:[-*+]\s+|\d{1,3}[.)]\s+)?")
_FOOTNOTE = re.compile(r" {0,3}\[\^")
_CELL = re.compile(r"(?<!\\)\|")
_SENTENCE_END = (".", "!", "?", "。", "다", "요", "음", "함")
_KINDS = ("paragraph", "blockquote", "bullet_list", "ordered_list", "table")


def lead_links(body: Body, blocks: Sequence[Block], title: str) -> list[str]:
    """The links of labelled lines that lead to papers at archives, as written, in order."""
    found = (piece for pieces in _labelled(body, blocks, title) for piece in pieces)
    return [piece.href for piece in found if piece.href and is_archive(piece.href)]


def own_link(body: Body, blocks: Sequence[Block], title: str) -> str | None:
    """The one paper that labelled lines name; None where they name none, or more than one."""
    links = lead_links(body, blocks, title)
    return links[0] if links and len({identity(link) for link in links}) == 1 else None


def _labelled(body: Body, blocks: Sequence[Block], title: str) -> Iterator[list[Piece]]:
    for line, is_row in _lines(body, blocks):
        pieces = _row(line, body.references) if is_row else pieces_of(_MARKER.sub("", line, count=1), body.references)
        if any(piece.href for piece in pieces) and (is_row or _is_labelled(pieces, title)):
            yield pieces


def _lines(body: Body, blocks: Sequence[Block]) -> Iterator[tuple[str, bool]]:
    left = _MOST_LINES
    for block in blocks:
        if block.type in _KINDS:
            for line in body.lines[block.start : min(block.end, block.start + left)]:
                if not _FOOTNOTE.match(line):
                    yield line, block.type == "table"
            left -= block.end - block.start
        if left <= 0:
            return


def _row(line: str, references: Mapping[str, Any]) -> list[Piece]:
    """The links of a table's row whose first cell is a label."""
    cells = [cell for cell in _CELL.split(line) if cell.strip()]
    if len(cells) < 2 or not is_label_of_paper(shown_text(pieces_of(cells[0]))):
        return []
    return [piece for cell in cells[1:] for piece in pieces_of(cell, references)]


def _is_labelled(pieces: Sequence[Piece], title: str) -> bool:
    if all(invites(piece.text) for piece in pieces if piece.href):
        return True
    beside = " ".join(piece.text for piece in pieces if piece.href is None)
    words = [word for word in re.findall(r"[#\w]*[^\W\d_]\w*", beside) if not word.startswith("#")]
    if len(words) > _MOST_WORDS or (len(words) > 2 and beside.rstrip().endswith(_SENTENCE_END)):
        return False
    goes_on = any(
        before.href and after.href is None and re.match(r"[^\W\d_]", after.text)
        for before, after in itertools.pairwise(pieces)
    )
    return not goes_on and (begins_with_label(beside) or all(_names(p, title) for p in pieces if p.href))


def _names(piece: Piece, title: str) -> bool:
    """Whether a link's words say that it leads to the paper: a label, an address, an id, or the paper's own title."""
    return is_beside(piece) or folded(piece.text) in folded(title) or folded(title) in folded(piece.text)
