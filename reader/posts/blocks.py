"""A post's body as its top-level blocks: headings, paragraphs, lists …, with the lines they stand on.

From markdown-it-py's block tokens, with HTML comments as blocks of their own. A fence that is never closed and swallows
papers is read as text, so that one cut summary does not take those behind it along.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from reader.posts.plain import parser

NUMBERED_LINK = re.compile(r"^ {0,3}#{1,6}\s{1,9}\d{1,4}\s{0,3}[.)]\s{0,3}\[", re.MULTILINE)
_FENCE = re.compile(r"^( {0,3})(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*)$")
_INVISIBLE = "\u200b\u200c\u2060\ufeff"
_STRANGE_BLANKS = re.compile(rf"^[{_INVISIBLE}]* {{0,3}}#{{1,6}}[{_INVISIBLE}]*[ \u00a0\u3000\u2000-\u200a\u202f]")
_MOST_ROUNDS = 4


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
    references: Mapping[str, Any] = {}  # definitions of reference links, as markdown-it keeps them

    def text(self, start: int, end: int) -> str:
        """The source of some lines without the blank ones at both ends."""
        while start < end and not self.lines[start].strip():
            start += 1
        return "\n".join(self.lines[start:end]).rstrip()


def read_blocks(text: str) -> Body:
    """The blocks of a body in order. `text` has "\\n" line ends."""
    lines = text.split("\n")
    seen = [_with_usual_blanks(line) for line in lines]
    unclosed: list[int] = []
    tokens, references = _parsed(seen)
    for _ in range(_MOST_ROUNDS):
        line = _swallowing_fence(tokens, seen)
        if line is None:
            break
        for number in _unclosed_fences(seen, line):
            unclosed.append(number)
            seen[number] = _FENCE.sub(r"\1\\\2\3", seen[number])
        tokens, references = _parsed(seen)
    return Body(tuple(lines), tuple(_blocks(tokens)), tuple(unclosed), references)


def _with_usual_blanks(line: str) -> str:
    """A heading's line with the blank that Markdown asks for, where it has another, or characters without width."""
    if line.isascii() or not _STRANGE_BLANKS.match(line):
        return line
    signs = line.lstrip(_INVISIBLE)
    rest = signs.lstrip(" ").lstrip("#")
    return signs[: len(signs) - len(rest)] + " " + rest.lstrip(_INVISIBLE)[1:].lstrip(_INVISIBLE)


def _parsed(lines: list[str]) -> tuple[list[Token], dict[str, Any]]:
    env: dict[str, Any] = {}
    tokens = _parser().parse("\n".join(lines), env)
    references = env.get("references", {})
    return tokens, {label: each for label, each in references.items() if not label.startswith("^")}


@cache
def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", parser().options).enable("table")
    markdown.core.ruler.enableOnly(["normalize", "block"])
    beside: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
    markdown.block.ruler.before("html_block", "comment", _comment, beside)
    markdown.block.ruler.before("fence", "formula", _formula, beside)
    return markdown


def _comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`<!--` to `-->`: HTML of CommonMark's second kind (4.6), also where all other HTML is text."""
    first = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not state.src.startswith("<!--", first):
        return False
    closing = state.src.find("-->", first, state.eMarks[end - 1]) if _may_close(state, first) else -1
    if closing < 0:
        return False
    if not silent:
        line = start
        while state.eMarks[line] < closing:
            line += 1
        token = state.push("html_block", "", 0)
        token.map = [start, line + 1]
        state.line = line + 1
    return True


def _formula(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`$$` alone on a line to the next such line, without a blank one between (pandoc, tex_math_dollars)."""
    if state.is_code_block(start) or _line(state, start) != "$$":
        return False
    for line in range(start + 1, end):
        content = _line(state, line)
        if not content:
            return False
        if content.endswith("$$"):
            if not silent:
                state.push("math_block", "", 0).map = [start, line + 1]
                state.line = line + 1
            return True
    return False


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].strip()


def _may_close(state: StateBlock, position: int) -> bool:
    """Whether a comment that begins here has an end somewhere; asked of the text once, not at every beginning."""
    if "last_comment_end" not in state.env:
        state.env["last_comment_end"] = state.src.rfind("-->")
    return bool(state.env["last_comment_end"] > position)


def _swallowing_fence(tokens: list[Token], lines: list[str]) -> int | None:
    for token in tokens:
        if token.type != "fence" or token.level or not token.map:
            continue
        start, end = token.map
        closed = lines[end - 1].strip().startswith(token.markup)
        if not closed and NUMBERED_LINK.search(token.content):
            return start
    return None


def _unclosed_fences(lines: list[str], first: int) -> list[int]:
    """The fences from a line on that nothing closes and that papers follow. Goes over the lines twice, however many."""
    longest = {"`": [0] * (len(lines) + 1), "~": [0] * (len(lines) + 1)}  # closing fences from a line on
    paper = [False] * (len(lines) + 1)
    found = [_FENCE.match(line) for line in lines]
    for number in range(len(lines) - 1, first - 1, -1):
        fence = found[number]
        paper[number] = paper[number + 1] or NUMBERED_LINK.match(lines[number]) is not None
        for sign, lengths in longest.items():
            closes = fence is not None and fence[2][0] == sign and not fence[3]
            lengths[number] = max(lengths[number + 1], len(fence[2]) if fence and closes else 0)
    unclosed = []
    number = first
    while number < len(lines):
        fence = found[number]
        if fence is not None and longest[fence[2][0]][number + 1] >= len(fence[2]):
            number = _closing(found, number, fence[2])
        elif fence is not None and paper[number + 1]:
            unclosed.append(number)
        number += 1
    return unclosed


def _closing(found: list[re.Match[str] | None], opening: int, fence: str) -> int:
    number = opening + 1
    while not ((each := found[number]) and each[2].startswith(fence) and not each[3]):
        number += 1
    return number


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
