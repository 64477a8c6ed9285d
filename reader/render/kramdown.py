r"""What Jekyll adds to Markdown, as rules for markdown-it: Liquid tags, `{: width="700"}` and lone pictures.

- `{% raw %}` and `{% endraw %}` vanish; `{% include figure.html path="…" %}` is a picture; what stands between
  `{% highlight py %}` and `{% endhighlight %}` is a code block; other tags and `{{ … }}` become `liquid` tokens.
- `![alt](source){: width="700"}` gives the picture its width; other attribute lists are for a web page and vanish.
- A paragraph of nothing but pictures becomes `figure` tokens, which may be shown as blocks.

Syntax: https://kramdown.gettalong.org/syntax.html#inline-attribute-lists, https://shopify.github.io/liquid/
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_TAG = re.compile(r"\{%-?\s*(\w*)(.*?)-?%\}|\{\{.*?\}\}", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:([^{}\n]*)\}")
_PAIR = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""")
_HIGHLIGHT = re.compile(r"\{%-?\s*highlight\s+(\w+)[^%]*%\}\s*")
_END_HIGHLIGHT = re.compile(r"\s*\{%-?\s*endhighlight\s*-?%\}\s*")
_BESIDE_PICTURES = ("softbreak", "hardbreak")


def kramdown_plugin(md: MarkdownIt) -> None:
    """Teach a parser the rules of this module."""
    md.inline.ruler.before("escape", "liquid", _liquid)
    md.inline.ruler.after("image", "attribute_list", _attribute_list)
    md.block.ruler.before("fence", "highlight", _highlight, {"alt": ["paragraph", "blockquote", "list"]})
    md.core.ruler.after("inline", "figures", _figures)


def _liquid(state: StateInline, silent: bool) -> bool:
    found = _TAG.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        _push_liquid(state, found)
    state.pos = found.end()
    return True


def _push_liquid(state: StateInline, found: re.Match[str]) -> None:
    name, rest = found[1] or "", found[2] or ""
    if name in ("raw", "endraw"):
        return
    given = _pairs(rest)
    source = given.get("path") or given.get("src") or given.get("url")
    if name.startswith("include") and source:
        token = state.push("image", "img", 0)
        token.attrs = {"src": source, "alt": ""}
        token.content = given.get("alt") or given.get("caption") or given.get("title") or ""
        token.meta = {"width": given.get("width")}
        return
    state.push("liquid", "", 0).content = found[0]


def _attribute_list(state: StateInline, silent: bool) -> bool:
    found = _ATTRIBUTES.match(state.src, state.pos)
    if found is None:
        return False
    if not silent and state.tokens and state.tokens[-1].type == "image" and not state.pending:
        state.tokens[-1].meta["width"] = _pairs(found[1]).get("width")
    state.pos = found.end()
    return True


def _pairs(text: str) -> dict[str, str]:
    return {name: double or single or bare for name, double, single, bare in _PAIR.findall(text)}


def _highlight(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    opening = _HIGHLIGHT.fullmatch(_line(state, start))
    if opening is None or state.is_code_block(start):
        return False
    last = next((n for n in range(start + 1, end) if _END_HIGHLIGHT.fullmatch(_line(state, n))), None)
    if last is None:
        return False
    if not silent:
        token = state.push("fence", "code", 0)
        token.info, token.map = opening[1], [start, last + 1]
        token.content = state.getLines(start + 1, last, state.blkIndent, True)
        state.line = last + 1
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _figures(state: StateCore) -> None:
    for before, inline, after in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if inline.type != "inline" or before.type != "paragraph_open" or not inline.children:
            continue
        content = [child for child in inline.children if not _blank(child)]
        if not content:
            before.hidden = after.hidden = True
        elif all(_is_picture(child) for child in content):
            before.hidden = after.hidden = True
            inline.children = content
            for child in content:
                child.type = "figure"


def _is_picture(token: Token) -> bool:
    return token.type == "image"


def _blank(token: Token) -> bool:
    return token.type in _BESIDE_PICTURES or (token.type == "text" and not token.content.strip())
