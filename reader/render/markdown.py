"""Markdown → HTML in QTextBrowser's subset: one way for summaries, another for pages written by hand.

A summary has no raw HTML other than `<br>`: `<Parallel>` in it is a word, and is shown. A page may have raw HTML. Both
have formulas, footnotes, and the marks of Jekyll, Obsidian and pandoc. No text of the source is lost, and nothing
in it is executed.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from html import escape
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from reader.render import grids, html_blocks, rawhtml
from reader.render.code_colours import coloured
from reader.render.kramdown import comment, kramdown_plugin
from reader.render.nesting import shallow
from reader.render.obsidian import obsidian_plugin
from reader.render.pandoc import pandoc_plugin
from reader.render.sheet import Sheet

Write = Callable[[Token, Sheet], str]

_ESCAPED_BY_KRAMDOWN = re.compile(r"\\([_*|])")
_PICTURE = re.compile(r"<img[^>]*>|<a [^>]*>\s*<img[^>]*>\s*</a>")
_PRICE = re.compile(r"\$\d(?=[^$]*(?:[가-힣]|(?<![\\A-Za-z])[A-Za-z]{3}))[^$]*\s\$(?!\$)")
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_LANGUAGE = re.compile(r"\W*(?:language-)?([\w+#-]+)")  # ```python, ``` {.python .x}, ```language-python
_TASK = re.compile(r"^\[([ xX])\] ")


def summary(markdown: str, sheet: Sheet) -> str:
    """Render a section of a summary."""
    return _rendered(_summaries(), markdown, sheet)


def summary_in_line(markdown: str, sheet: Sheet) -> str:
    """Render one line of a summary, without a paragraph around it."""
    return cast(str, _summaries().renderInline(markdown, {"sheet": sheet}))


def longform(markdown: str, sheet: Sheet) -> str:
    """Render a page written by hand; its headings and pictures are gathered in the sheet."""
    return _rendered(_pages(), markdown, sheet)


def _rendered(md: MarkdownIt, markdown: str, sheet: Sheet) -> str:
    rawhtml.enter(sheet)
    html = cast(str, md.render(markdown, {"sheet": sheet}))
    return shallow(html + rawhtml.leave(sheet))


@lru_cache(maxsize=1)
def _summaries() -> MarkdownIt:
    md = _markdown(html=False)
    md.inline.ruler.before("autolink", "line_break", _line_break)
    md.inline.ruler.before("autolink", "comment", comment)
    return md


@lru_cache(maxsize=1)
def _pages() -> MarkdownIt:
    return _markdown(html=True)


def _markdown(*, html: bool) -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": html}, renderer_cls=_Renderer).enable(["table", "strikethrough"])
    # In a summary "$5 … $" is a price: a formula there has no blanks just inside its dollars, by pandoc's rule.
    md.use(dollarmath_plugin, allow_labels=False, allow_digits=False, allow_space=html, double_inline=True)
    md.use(amsmath_plugin).use(footnote_plugin).use(kramdown_plugin)
    md.use(obsidian_plugin).use(pandoc_plugin)
    md.inline.ruler.before("math_inline", "price", _price)
    md.core.ruler.push("prepare", _prepare)
    for kind, write in _WRITERS.items():
        md.add_render_rule(kind, _rule(write))
    return md


class _Renderer(RendererHTML):
    def renderInline(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:  # noqa: N802 Theirs.
        """Write one line of text, and close the raw HTML opened in it."""
        sheet = cast(Sheet, env["sheet"])
        rawhtml.enter(sheet)
        return super().renderInline(tokens, options, env) + rawhtml.leave(sheet)


def _rule(write: Write) -> Callable[[RendererHTML, Sequence[Token], int, OptionsDict, EnvType], str]:
    """A rule as markdown-it wants it."""

    def rule(_self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType) -> str:
        return write(tokens[index], cast(Sheet, env["sheet"]))

    return rule


def _line_break(state: StateInline, silent: bool) -> bool:
    found = _BREAK.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos = found.end()
    return True


def _price(state: StateInline, silent: bool) -> bool:
    """A dollar with a number behind it, and words up to a next dollar with a blank before it: "$5 or $10"."""
    found = _PRICE.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.pending += "$"
    state.pos += 1
    return True


def _prepare(state: StateCore) -> None:
    """Say how wide cells may become, give headings their words, and turn `[ ]` and `[x]` of list entries into boxes."""
    look = cast(Sheet, state.env["sheet"]).look
    grids.measure(state.tokens, look.column / look.text_size, may_scroll=look.scrolls)
    for before, token in zip(state.tokens, state.tokens[1:], strict=False):
        if before.type == "heading_open":
            before.content = _plain(token)
    for entry, paragraph, inline in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if (entry.type, paragraph.type) == ("list_item_open", "paragraph_open") and inline.children:
            first = inline.children[0]
            first.content = _TASK.sub(lambda box: "☐ " if box[1] == " " else "☑ ", first.content)


def _plain(inline: Token) -> str:
    """The words of a heading, for its tab."""
    words = (" " if child.type == "softbreak" else child.content for child in _readable(inline))
    return "".join(words).strip()


def _readable(inline: Token) -> list[Token]:
    return [child for child in inline.children or () if child.type not in ("html_inline", "footnote_ref")]


def _code_block(token: Token, sheet: Sheet) -> str:
    language = _LANGUAGE.match(token.info)
    return html_blocks.code_card(coloured(token.content.rstrip(), language[1] if language else "", sheet.look.theme))


def _heading(token: Token, sheet: Sheet) -> str:
    anchor = sheet.add_heading(token.content, int(token.tag[1:]))
    return f'<p class="{token.tag}"><a name="{anchor}"></a>'


def _link(token: Token, _sheet: Sheet) -> str:
    href = str(token.attrs.get("href", ""))
    return f'<a href="{escape(href)}">' if html_blocks.followable(href) else '<a class="dead">'


def _cell(token: Token, sheet: Sheet) -> str:
    style = str(token.attrs.get("style", ""))  # "text-align:center", set by the table rule alone
    side = style.removeprefix("text-align:")
    whole = ' class="whole"' if grids.WHOLE in token.meta else ""
    width = f' width="{token.meta[grids.WIDTH] * sheet.look.text_size:.0f}"' if grids.WIDTH in token.meta else ""
    return f'<{token.tag} align="{side if side in ("center", "right") else "left"}"{whole}{width}>'


def _entered(html: str) -> Write:
    """Open a container; raw HTML opened outside of it can't be closed in it."""

    def write(_token: Token, sheet: Sheet) -> str:
        rawhtml.enter(sheet)
        return html

    return write


def _left(html: str) -> Write:
    return lambda _token, sheet: rawhtml.leave(sheet) + html


def _picture(token: Token, sheet: Sheet) -> str:
    return html_blocks.picture_in_line(_source(token), _alt(token), _width(token), sheet)


def _figure(token: Token, sheet: Sheet) -> str:
    return html_blocks.figure(_source(token), _alt(token), _width(token), sheet)


def _source(token: Token) -> str:
    return str(token.attrs.get("src", ""))


def _alt(token: Token) -> str:
    return "".join(child.content for child in token.children) if token.children else token.content


def _width(token: Token) -> int | None:
    return rawhtml.pixels(token.meta.get("width"))


def _raw_html(token: Token, sheet: Sheet) -> str:
    return rawhtml.cleaned(token.content, sheet)


def _html_block(token: Token, sheet: Sheet) -> str:
    """Raw HTML that begins a block; a picture alone is one, which Qt would set behind the paragraph before it."""
    html = rawhtml.cleaned(token.content, sheet)
    return f'<p class="figure">{html.strip()}</p>\n' if _PICTURE.fullmatch(html.strip()) else html


def _formula(token: Token, sheet: Sheet) -> str:
    # kramdown takes the backslash from \_ \* \| before MathJax sees a formula between single dollars.
    return html_blocks.formula(_ESCAPED_BY_KRAMDOWN.sub(r"\1", token.content), sheet, display=False)


def _kramdown_formula(token: Token, sheet: Sheet) -> str:
    return html_blocks.formula(token.content, sheet, display=False)


def _formula_block(token: Token, sheet: Sheet) -> str:
    return f'<p class="formula">{html_blocks.formula(token.content, sheet, display=True)}</p>\n'


_WRITERS: dict[str, Write] = {
    "text": lambda token, _: escape(token.content, quote=False),
    "code_inline": lambda token, _: html_blocks.code(token.content),
    "code_block": _code_block,
    "fence": _code_block,
    "hr": lambda _token, _sheet: html_blocks.RULE,
    "heading_open": _heading,  # paragraphs: Qt adds to the size of h1 to h6 whatever the style sheet says
    "heading_close": lambda _token, _sheet: "</p>\n",
    "blockquote_open": _entered(html_blocks.QUOTE_OPEN),
    "blockquote_close": _left(html_blocks.QUOTE_CLOSE),
    "list_item_open": _entered("<li>"),
    "list_item_close": _left("</li>\n"),
    "table_open": _entered(html_blocks.GRID_OPEN),
    "table_close": _left("</table>\n"),
    "th_open": _cell,
    "td_open": _cell,
    "link_open": _link,
    "image": _picture,
    "figure": _figure,
    "html_inline": _raw_html,
    "html_block": _html_block,
    "liquid": lambda token, _: html_blocks.aside(token.content),
    "math_inline": _formula,
    "math_inline_double": _kramdown_formula,
    "math_block": _formula_block,
    "amsmath": _formula_block,
    "footnote_block_open": _entered(f"{html_blocks.RULE}<ol>"),
    "footnote_block_close": _left("</ol>"),
}
"""How kinds of tokens are written for which markdown-it or a plugin has a way that only browsers understand."""
