"""A post's body as its top-level blocks: headings, paragraphs, lists …, with the lines they stand on.

From markdown-it-py's block tokens. A fence that is never closed and swallows papers is read as text, so that one cut
summary does not take those behind it along.
"""

import re
from functools import cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.posts.plain import parser

NUMBERED_LINK = re.compile(r"^ {0,3}#{1,6}\s+\d+\s*[.)]\s*\[", re.MULTILINE)
_FENCE = re.compile(r"^( {0,3})([`~]{3,})")


class Block(NamedTuple):
    """A top-level block."""

    type: str  # markdown-it's name without "_open": "heading", "paragraph", "blockquote", "bullet_list", "fence" …
    start: int  # 0-based line of the body
    end: int  # line behind the last
    content: str = ""  # inline source of a heading or paragraph
    level: int = 0  # 1–6, of a heading
    setext: bool = False  # a heading by underlining


class Body(NamedTuple):
    """A body's lines and blocks. `unclosed` are the lines of fences that were read as text."""

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    unclosed: tuple[int, ...] = ()

    def text(self, start: int, end: int) -> str:
        """The source of some lines without the blank ones at both ends."""
        lines = list(self.lines[start:end])
        while lines and not lines[0].strip():
            lines.pop(0)
        return "\n".join(lines).rstrip()


def read_blocks(text: str) -> Body:
    """The blocks of a body in order. `text` has "\\n" line ends."""
    lines = text.split("\n")
    seen = list(lines)
    unclosed: list[int] = []
    tokens = _parser().parse(text)
    while (line := _swallowing_fence(tokens, seen)) is not None:
        unclosed.append(line)
        seen[line] = _FENCE.sub(r"\1\\\2", seen[line])
        tokens = _parser().parse("\n".join(seen))
    return Body(tuple(lines), tuple(_blocks(tokens)), tuple(unclosed))


@cache
def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", parser().options).enable("table")
    markdown.core.ruler.enableOnly(["normalize", "block"])
    return markdown


def _swallowing_fence(tokens: list[Token], lines: list[str]) -> int | None:
    for token in tokens:
        if token.type != "fence" or token.level or not token.map:
            continue
        start, end = token.map
        closed = end - start > 1 and lines[end - 1].strip().startswith(token.markup)
        if not closed and NUMBERED_LINK.search(token.content):
            return start
    return None


def _blocks(tokens: list[Token]) -> list[Block]:
    found = []
    for position, token in enumerate(tokens):
        if token.level or token.nesting < 0 or not token.map:
            continue
        kind = token.type.removesuffix("_open")
        inline = tokens[position + 1] if kind in ("heading", "paragraph") else None
        found.append(
            Block(
                type=kind,
                start=token.map[0],
                end=token.map[1],
                content=inline.content if inline else "",
                level=int(token.tag[1]) if kind == "heading" else 0,
                setext=kind == "heading" and token.markup in ("-", "="),
            )
        )
    return found
