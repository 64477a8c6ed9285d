"""Markdown → HTML in the QTextBrowser subset: one way for summaries, one for pages written by hand.

A summary has no raw HTML: `<Parallel>` in it is a word and is shown. A page may have some, and formulas and Jekyll's own marks.
Either way no text of the source is lost, and nothing in it is executed.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from reader.render import pieces, rawhtml
from reader.render.kramdown import kramdown_plugin
from reader.render.sheet import Sheet

_ESCAPED_BY_KRAMDOWN = re.compile(r"\\([_*|])")
_TASK = re.compile(r"\[([ xX])\] ")
_Tokens = Sequence[Token]


def summary(markdown: str, sheet: Sheet) -> str:
    """Render a section of a summary."""
    return _rendered(_summaries(), markdown, sheet)


def summary_in_line(markdown: str, sheet: Sheet) -> str:
    """Render one line of a summary without a paragraph around it."""
    return cast(str, _summaries().renderInline(markdown, {"sheet": sheet}))


def longform(markdown: str, sheet: Sheet) -> str:
    """Render a page written by hand; gathers its headings and pictures in the sheet."""
    return _rendered(_pages(), markdown, sheet)


def _rendered(md: MarkdownIt, markdown: str, sheet: Sheet) -> str:
    rawhtml.enter(sheet)
    html = cast(str, md.render(markdown, {"sheet": sheet}))
    return html + rawhtml.leave(sheet)


@lru_cache(maxsize=1)
def _summaries() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Writer)
    return md.enable(["table", "strikethrough"])


@lru_cache(maxsize=1)
def _pages() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": True}, renderer_cls=_Writer)
    md.enable(["table", "strikethrough"])
    md.use(dollarmath_plugin, allow_labels=False, allow_digits=False, double_inline=True)
    md.use(amsmath_plugin).use(footnote_plugin).use(kramdown_plugin)
    for kind in ("math_inline", "math_inline_double", "math_block", "amsmath", "footnote_block_open"):
        md.add_render_rule(kind, getattr(_Writer, kind))  # the plugins' own write for a web page
    return md


class _Writer(RendererHTML):
    """markdown-it's writer with our pieces. A method's name is the kind of token it writes."""

    def renderInline(self, tokens: _Tokens, options: OptionsDict, env: EnvType) -> str:  # noqa: N802 overrides
        """Write one line of text, closing the raw HTML opened in it."""
        sheet = _sheet(env)
        rawhtml.enter(sheet)
        return super().renderInline(tokens, options, env) + rawhtml.leave(sheet)

    def text(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        if idx == 0 and (box := _TASK.match(tokens[idx].content)):
            mark = "☐" if box[1] == " " else "☑"
            return f"{mark} {escape(tokens[idx].content[box.end() :])}"
        return escape(tokens[idx].content, quote=False)

    def fence(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return pieces.code_block(tokens[idx].content)

    def code_block(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return pieces.code_block(tokens[idx].content)

    def code_inline(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return pieces.code(tokens[idx].content)

    def hr(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return pieces.RULE

    def blockquote_open(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        rawhtml.enter(_sheet(env))
        return pieces.QUOTE_OPEN

    def blockquote_close(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return rawhtml.leave(_sheet(env)) + pieces.QUOTE_CLOSE

    def list_item_open(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        rawhtml.enter(_sheet(env))
        return "<li>"

    def list_item_close(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return rawhtml.leave(_sheet(env)) + "</li>\n"

    def table_open(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return '<table class="grid" cellspacing="0">\n'

    def th_open(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return _cell(tokens[idx])

    td_open = th_open

    def heading_open(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        level = int(token.tag[1:])
        anchor = _sheet(env).add_heading(_plain(tokens[idx + 1]), level)
        return f'<{token.tag}><a name="{anchor}"></a>'

    def link_open(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        href = str(tokens[idx].attrs.get("href", ""))
        return f'<a href="{escape(href)}">' if pieces.followable(href) else "<u>"

    def link_close(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        opening = next(token for token in reversed(tokens[:idx]) if token.type == "link_open")
        return "</a>" if pieces.followable(str(opening.attrs.get("href", ""))) else "</u>"

    def image(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        return pieces.picture_in_line(_source(token), _alt(token), _width(token), _sheet(env))

    def figure(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        return pieces.figure(_source(token), _alt(token), _width(token), _sheet(env))

    def html_inline(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return rawhtml.cleaned(tokens[idx].content, _sheet(env))

    def html_block(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return rawhtml.cleaned(tokens[idx].content, _sheet(env))

    def liquid(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return pieces.aside(tokens[idx].content)

    def math_inline(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        # kramdown takes the backslash from \_ \* \| before MathJax sees a formula between single dollars.
        tex = _ESCAPED_BY_KRAMDOWN.sub(r"\1", tokens[idx].content)
        return pieces.formula(tex, _sheet(env), display=False)

    def math_inline_double(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return pieces.formula(tokens[idx].content, _sheet(env), display=False)

    def math_block(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return f'<p class="formula">{pieces.formula(tokens[idx].content, _sheet(env), display=True)}</p>\n'

    amsmath = math_block

    def footnote_block_open(self, tokens: _Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"{pieces.RULE}<ol>"


def _sheet(env: EnvType) -> Sheet:
    return cast(Sheet, env["sheet"])


def _cell(token: Token) -> str:
    style = str(token.attrs.get("style", ""))  # "text-align:center", set by the table rule alone
    side = style.removeprefix("text-align:")
    return f'<{token.tag} align="{side if side in ("center", "right") else "left"}">'


def _source(token: Token) -> str:
    return str(token.attrs.get("src", ""))


def _alt(token: Token) -> str:
    return "".join(child.content for child in token.children) if token.children else token.content


def _width(token: Token) -> int | None:
    return rawhtml.pixels(token.meta.get("width"))


def _plain(inline: Token) -> str:
    """The words of a heading, for its tab."""
    return "".join(
        " " if child.type == "softbreak" else child.content
        for child in inline.children or ()
        if child.type not in ("html_inline", "footnote_ref")
    ).strip()
