"""What Obsidian adds to Markdown, as rules for markdown-it: links between notes, embeds, highlights, callouts.

- `[[note#part|words]]` shows its words; where the note is a paper's id, it is a link to the paper.
- `![[picture.png|300]]` is a picture, `![[note]]` the name of a note.
- `==words==` are highlighted; `a == b` is a comparison.
- A quotation that begins with `[!note] Title` has that title in bold, `[!warning]` its kind.

Syntax: https://help.obsidian.md/obsidian-flavored-markdown, and for alerts https://docs.github.com/get-started/writing-on-github
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from reader.base.links import arxiv_id
from reader.render.scanning import next_end

_LINK = re.compile(r"!?\[\[([^\[\]|\n]{1,300}?)(?:\\?\|([^\[\]\n]{0,500}))?\]\]")
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|bmp|avif)$", re.IGNORECASE)
_SIZE = re.compile(r"(\d{1,4})(?:x\d{1,4})?")
_MARK_END = re.compile(r"(?<=[^\s=])==(?!=)")
_CALLOUT = re.compile(r"\[!([A-Za-z][\w-]{0,30})\][+-]?(?:[ \t]+|$)")


def obsidian_plugin(md: MarkdownIt) -> None:
    """Teach a parser the rules of this module."""
    md.inline.ruler.before("link", "wikilink", _wikilink)
    md.inline.ruler.before("emphasis", "highlight_mark", _highlight)
    md.core.ruler.after("inline", "callouts", _callouts)
    md.inline.add_terminator_char("=")


def _wikilink(state: StateInline, silent: bool) -> bool:
    found = _LINK.match(state.src, state.pos)
    if found is None or state.src.startswith("(", found.end()):  # [[words]](address) is a link of Markdown's own
        return False
    if not silent:
        target, words = found[1].strip(), (found[2] or "").strip()
        if found[0].startswith("!") and _PICTURE.search(target):
            _push_picture(state, target, words)
        else:
            _push_link(state, target, words)
    state.pos = found.end()
    return True


def _push_picture(state: StateInline, target: str, words: str) -> None:
    size = _SIZE.fullmatch(words)
    token = state.push("image", "img", 0)
    token.attrs = {"src": target, "alt": ""}
    token.content = "" if size else words
    token.meta = {"width": size[1]} if size else {}


def _push_link(state: StateInline, target: str, words: str) -> None:
    paper = arxiv_id(target)
    state.push("link_open", "a", 1).attrs = {"href": f"https://arxiv.org/abs/{paper.id}" if paper else ""}
    state.push("text", "", 0).content = words or target.replace("#", " › ").removeprefix(" › ")
    state.push("link_close", "a", -1)


def _highlight(state: StateInline, silent: bool) -> bool:
    start = state.pos + 2
    if not state.src.startswith("==", state.pos) or state.src[start : start + 1] in ("", " ", "\t", "\n", "="):
        return False
    if state.pos and state.src[state.pos - 1] == "=":
        return False
    end = next_end(state, _MARK_END, start + 1)
    if end < 0 or state.level >= state.md.options["maxNesting"]:
        return False
    if not silent:
        last = state.posMax
        state.pos, state.posMax = start, end
        state.push("mark_open", "span", 1).attrs = {"class": "mark"}
        state.md.inline.tokenize(state)
        state.push("mark_close", "span", -1)
        state.posMax = last
    state.pos = end + 2
    return True


def _callouts(state: StateCore) -> None:
    """Turn `[!kind] title` at the beginning of a quotation into a title."""
    for quote, paragraph, inline in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if (quote.type, paragraph.type) == ("blockquote_open", "paragraph_open") and inline.children:
            _entitle(inline)


def _entitle(inline: Token) -> None:
    children = inline.children or []
    first = children[0]
    found = _CALLOUT.match(first.content) if first.type == "text" else None
    if found is None:
        return
    first.content = first.content[found.end() :]
    end = next((n for n, child in enumerate(children) if child.type in ("softbreak", "hardbreak")), len(children))
    titled = bool(first.content.strip()) or end > 1
    title = children[:end] if titled else [_text(found[1].capitalize())]
    rest = children[end + 1 :]
    broken = [Token("hardbreak", "br", 0)] if rest else []
    inline.children = [Token("strong_open", "strong", 1), *title, Token("strong_close", "strong", -1), *broken, *rest]


def _text(content: str) -> Token:
    token = Token("text", "", 0)
    token.content = content
    return token
