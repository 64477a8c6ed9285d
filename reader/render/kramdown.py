r"""What Jekyll adds to Markdown, as rules for markdown-it: Liquid tags, `{: width="700"}` and lone pictures.

- `{% raw %}` and `{% endraw %}` vanish; `{% include figure.html path="…" %}` is a picture; what stands between
  `{% highlight py %}` and `{% endhighlight %}` is a code block; other tags and `{{ … }}` become `liquid` tokens.
- `![alt](source){: width="700"}` gives the picture its width; other attribute lists are meant for web pages and vanish,
  and so do pandoc's (`{#id .class}` behind a picture, link or code, or at the end of a heading).
- `\\(…\\)` and `\\[…\\]` are formulas, as MathJax finds them in what kramdown leaves of `\\(`. So are `\(…\)` and
  `\[…\]` with TeX in them, which kramdown would take for brackets: language models write them so. A paragraph that is
  such a `\[…\]` is a formula of its own. `$$` alone on a line ends the paragraph above it where a formula follows.
- A paragraph of nothing but pictures becomes `figure` tokens, which may be shown as blocks.

Syntax: https://kramdown.gettalong.org/syntax.html#inline-attribute-lists, https://shopify.github.io/liquid/
"""

import itertools
import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from reader.render.scanning import next_end

_NAME = re.compile(r"-?\s*(\w*)")
_TAG_END = re.compile(r"%\}")
_VALUE_END = re.compile(r"\}\}")
_ATTRIBUTES = re.compile(r"\{:([^{}\n]*)\}")
_PANDOC = re.compile(r"\{([#.][\w-][^{}\n]{0,300})\}")
_PANDOC_BESIDE = re.compile(r"\{((?:[#.][\w-]|[\w-]{1,30}=)[^{}\n]{0,300})\}")
_PAIR = re.compile(r"""(?<![\w-])([\w-]{1,60})\s?=\s?(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"']\S*))""")
_HIGHLIGHT = re.compile(r"\{%-?\s*highlight\s+(\w+)[^%]*%\}\s*")
_END_HIGHLIGHT = re.compile(r"\s*\{%-?\s*endhighlight\s*-?%\}\s*")
_FORMULA = re.compile(r"\\{1,2}[(\[]")
_FORMULA_ENDS = {
    "\\\\(": re.compile(r"\\\\\)"),
    "\\\\[": re.compile(r"\\\\\]"),
    "\\(": re.compile(r"\\\)"),
    "\\[": re.compile(r"\\\]"),
}
_TEX = re.compile(r"\\[A-Za-z]|[\^_={}]|^\s*[A-Za-z]'?\s*$")
r"""A sign of TeX, or one letter alone: `\[1\]` is a note's number in brackets."""
_MOST_TEX = 2_000  # characters; else each of many `\(` would be read to the one end they have
_COMMENT_ENDS = {"<!--": re.compile("-->"), "<?": re.compile(r"\?>"), "<![CDATA[": re.compile(r"\]\]>")}
_HAS_ATTRIBUTES = ("image", "link_close", "code_inline")
_BESIDE_PICTURES = ("softbreak", "hardbreak")


def kramdown_plugin(md: MarkdownIt) -> None:
    """Teach a parser the rules of this module."""
    md.inline.ruler.before("escape", "liquid", _liquid)
    md.inline.ruler.before("escape", "double_backslash", _formula)
    md.inline.ruler.before("html_inline", "open_comment", _open_comment)
    md.inline.ruler.after("image", "attribute_list", _attribute_list)
    md.block.ruler.before("paragraph", "display_formula", _display)
    md.block.ruler.before("blockquote", "formula_below", _formula_below, {"alt": ["paragraph"]})
    md.block.ruler.before("fence", "highlight", _highlight, {"alt": ["paragraph", "blockquote", "list"]})
    md.core.ruler.after("inline", "figures", _figures)
    md.core.ruler.after("inline", "heading_ids", _heading_ids)


def _liquid(state: StateInline, silent: bool) -> bool:
    is_tag = state.src.startswith("{%", state.pos)
    if not is_tag and not state.src.startswith("{{", state.pos):
        return False
    end = next_end(state, _TAG_END if is_tag else _VALUE_END, state.pos + 2)
    if end < 0:
        return False
    if not silent:
        _push_liquid(state, state.src[state.pos : end + 2], is_tag)
    state.pos = end + 2
    return True


def _push_liquid(state: StateInline, source: str, is_tag: bool) -> None:
    begin = _NAME.match(source, 2) if is_tag else None
    name = begin[1] if begin else ""
    if name in ("raw", "endraw"):
        return
    given = _pairs(source[begin.end() : -2].removesuffix("-")) if begin else {}
    picture = given.get("path") or given.get("src") or given.get("url")
    if name.startswith("include") and picture:
        token = state.push("image", "img", 0)
        token.attrs = {"src": picture, "alt": ""}
        token.content = given.get("alt") or given.get("caption") or given.get("title") or ""
        token.meta = {"width": given.get("width")}
        return
    state.push("liquid", "", 0).content = source


def _formula(state: StateInline, silent: bool) -> bool:
    found = _FORMULA.match(state.src, state.pos)
    if found is None:
        return False
    begin = found[0]
    end = next_end(state, _FORMULA_ENDS[begin], found.end())
    content = state.src[found.end() : min(end, found.end() + _MOST_TEX)]
    if end < 0 or (len(begin) == 2 and (end > found.end() + _MOST_TEX or not _TEX.search(content))):
        return False
    if not silent:
        state.push("math_inline_double", "math", 0).content = state.src[found.end() : end].strip()
    state.pos = end + len(begin)
    return True


def _display(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A paragraph that is a formula from its first sign to its last. It interrupts no other."""
    found = _FORMULA.match(_line(state, start))
    if found is None or found[0][-1] != "[" or silent or state.is_code_block(start):
        return False
    lines = range(start, end)
    after = next((n for n in lines if state.isEmpty(n) or state.sCount[n] < state.blkIndent), end)
    text = "\n".join(_line(state, number) for number in range(start, after)).rstrip()
    close = f"{found[0][:-1]}]"
    content = text[found.end() : -len(close)]
    if not text.endswith(close) or close in content or not _TEX.search(content):
        return False
    token = state.push("math_block", "math", 0)
    token.content, token.map = content.strip(), [start, after]
    state.line = after
    return True


def _formula_below(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Whether a formula begins below a line of words: `$$` alone, and its end before the next blank line.

    Else a `\\begin` in it would end the paragraph, and the `$$` behind it begin a formula of what follows.
    """
    if not silent or _line(state, start).strip() != "$$":
        return False
    lines = itertools.takewhile(bool, (_line(state, number).strip() for number in range(start + 1, end)))
    return any(line.endswith("$$") for line in lines)


def _open_comment(state: StateInline, silent: bool) -> bool:
    """Take a `<!--` without an end for text, so that its end is not looked for once more at each other one."""
    begin = next((each for each in _COMMENT_ENDS if state.src.startswith(each, state.pos)), None)
    if begin is None or next_end(state, _COMMENT_ENDS[begin], state.pos) >= 0:
        return False
    if not silent:
        state.pending += begin
    state.pos += len(begin)
    return True


def comment(state: StateInline, silent: bool) -> bool:
    """A comment in a text whose other HTML is words: kept, as the tags of Liquid are."""
    begins = state.src.startswith("<!--", state.pos)
    end = next_end(state, _COMMENT_ENDS["<!--"], state.pos) if begins else -1
    if end < 0:
        return False
    if not silent:
        state.push("liquid", "", 0).content = state.src[state.pos : end + 3]
    state.pos = end + 3
    return True


def _attribute_list(state: StateInline, silent: bool) -> bool:
    found = _ATTRIBUTES.match(state.src, state.pos)
    before = state.tokens[-1] if state.tokens and not state.pending else None
    if found is None and before is not None and before.type in _HAS_ATTRIBUTES:
        found = _PANDOC_BESIDE.match(state.src, state.pos)
    if found is None:
        return False
    if not silent and before is not None and before.type == "image":
        before.meta["width"] = _pairs(found[1]).get("width")
    state.pos = found.end()
    return True


def _heading_ids(state: StateCore) -> None:
    """Take `{#id}` off the ends of headings."""
    for before, inline in itertools.pairwise(state.tokens):
        if before.type == "heading_open" and inline.children and inline.children[-1].type == "text":
            last = inline.children[-1]
            open_at = last.content.rfind("{")
            if open_at >= 0 and _PANDOC.fullmatch(last.content[open_at:].rstrip()):
                last.content = last.content[:open_at].rstrip()


def _pairs(text: str) -> dict[str, str]:
    return {name: double or single or bare for name, double, single, bare in _PAIR.findall(text)}


def _highlight(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    opening = _HIGHLIGHT.fullmatch(_line(state, start))
    if opening is None or state.is_code_block(start):
        return False
    last = next((n for n in _ends_of_highlights(state) if start < n < end), None)
    if last is None:
        return False
    if not silent:
        token = state.push("fence", "code", 0)
        token.info, token.map = opening[1], [start, last + 1]
        token.content = state.getLines(start + 1, last, state.blkIndent, True)
        state.line = last + 1
    return True


def _ends_of_highlights(state: StateBlock) -> list[int]:
    """The lines that end code. They are looked for once in a text, however often code begins."""
    if "ends_of_highlights" not in state.env:
        lines = range(state.lineMax)
        state.env["ends_of_highlights"] = [n for n in lines if _END_HIGHLIGHT.fullmatch(_line(state, n))]
    found: list[int] = state.env["ends_of_highlights"]
    return found


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
