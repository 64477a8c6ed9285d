"""What pandoc, Quarto and Docusaurus add to Markdown, as rules for markdown-it: spans and fenced divs.

- `[words]{.class}` are the words.
- The lines of colons around a div vanish; a box that is told by them (`:::note Title`, `::: {.callout-tip}`) has its
  title in bold, or its kind.

Syntax: https://pandoc.org/MANUAL.html#divs-and-spans, https://docusaurus.io/docs/markdown-features/admonitions
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_SPAN = re.compile(r"\[([^\[\]\n]{1,300})\]\{[.#][\w-][^{}\n]{0,300}\}")
_FENCE = re.compile(
    r":{3,20}\s{0,9}(?:\{([^{}]{0,300})\}|([\w-]{1,60})(?:\[([^\[\]]{0,300})\]|[ \t]+([^{}:]{0,300}?))?)?\s{0,9}:{0,20}"
)
_TITLE = re.compile(r"title\s?=\s?\"([^\"]*)\"")
_BOXES = ("note", "tip", "info", "warning", "caution", "danger", "important")


def pandoc_plugin(md: MarkdownIt) -> None:
    """Teach a parser the rules of this module."""
    md.inline.ruler.before("link", "span", _span)
    md.block.ruler.before("fence", "div", _div, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _span(state: StateInline, silent: bool) -> bool:
    found = _SPAN.match(state.src, state.pos) if state.src[state.pos] == "[" else None
    if found is None or found.end() > state.posMax or state.level >= state.md.options["maxNesting"]:
        return False
    if not silent:
        last = state.posMax
        state.pos, state.posMax = found.span(1)
        state.md.inline.tokenize(state)
        state.posMax = last
    state.pos = found.end()
    return True


def _div(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].rstrip()
    found = _FENCE.fullmatch(line) if line.startswith(":::") and not state.is_code_block(start) else None
    if found is None:
        return False
    if not silent:
        if title := _title(found):
            _push_title(state, title, start)
        state.line = start + 1
    return True


def _title(fence: re.Match[str]) -> str:
    attributes, name, bracketed, words = (each or "" for each in fence.groups())
    if given := _TITLE.search(attributes):
        return given[1]
    kind = name or next((each[1:] for each in attributes.split() if each.startswith(".")), "")
    box = kind.removeprefix("callout-").lower()
    return bracketed or words or (box.capitalize() if box in _BOXES else "")


def _push_title(state: StateBlock, title: str, line: int) -> None:
    state.push("paragraph_open", "p", 1).map = [line, line + 1]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = f"**{title}**", [line, line + 1], []
    state.push("paragraph_close", "p", -1)
