"""Markdown → plain text: what a reader sees of it, for search, lists and comparing words.

Uses markdown-it-py's tokens with raw HTML off, so that `<Parallel>` is text as it is on the page.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKUP = re.compile(r"[*_`\[\]\\&<|~]|\n[ \t]*(?:=+|-+)[ \t]*(?:\n|$)")
"""What may be markup inside a line, or underline one. Most sections have none of it, and need no parser."""
_BLOCK_MARKUP = re.compile(r"[ \t]*(?:[-+>#:]|\d{1,9}[.)]|[ \t]{4}|\t)")
"""What may begin a block other than a paragraph."""
_MOST_BRACKETS = 2_000
"""Text with more of them is taken as it is: the parser follows each to the end of the text, which takes minutes."""
_BREAK_AFTER = ("paragraph_close", "heading_close", "tr_close", "list_item_close", "blockquote_close")


@cache
def parser() -> MarkdownIt:
    """The one configuration of Markdown in which posts are understood: CommonMark, tables, strikethrough, no HTML."""
    return MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).enable(["table", "strikethrough"])


def plain_text(markdown: str) -> str:
    """The text of Markdown source without its markup; blocks and hard lines on lines of their own, no blank lines."""
    lines = [line.strip() for line in markdown.split("\n")]
    if markdown.count("[") > _MOST_BRACKETS:
        return "\n".join(line for line in lines if line)
    if _MARKUP.search(markdown) or any(_BLOCK_MARKUP.match(line) for line in markdown.split("\n")):
        lines = "".join(_pieces(parser().parse(markdown))).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def without_comments(markdown: str) -> str:
    """Markdown without what stands between `<!--` and `-->`, which is meant for programs."""
    kept = []
    position = 0
    while (begin := markdown.find("<!--", position)) >= 0 and (end := markdown.find("-->", begin)) >= 0:
        kept.append(markdown[position:begin])
        position = end + 3
    return "".join((*kept, markdown[position:]))


def plain_line(markdown: str) -> str:
    """The same on one line."""
    return " ".join(plain_text(markdown).split())


def _pieces(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield from _pieces(token.children or ())
        elif token.type == "image":
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif token.type == "list_item_open" and token.info:
            yield f"{token.info}{token.markup} "
        elif token.type in ("fence", "code_block"):
            yield token.content + "\n"
        elif token.type in ("td_close", "th_close"):
            yield " "
        elif token.type in _BREAK_AFTER:
            yield "\n"
        else:
            yield token.content
