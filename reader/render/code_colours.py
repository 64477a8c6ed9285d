"""Code in colour: its words by what they are to a programming language, as Pygments tells them apart.

The text stays what it is, letter by letter; only colours are put around it.
"""

from functools import lru_cache
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from reader.render.theme import Theme

if TYPE_CHECKING:
    from pygments.lexer import Lexer

MOST_CODE = 20_000  # characters; longer code has one colour, as it would take a fifth of a second and more
_ROLES = (
    ("Comment", "muted"),
    ("Keyword", "keyword"),
    ("Operator.Word", "keyword"),
    ("Literal", "literal"),
    ("Name.Function", "called"),
    ("Name.Class", "called"),
    ("Name.Tag", "called"),
    ("Name.Attribute", "called"),
    ("Name.Decorator", "called"),
    ("Name.Builtin", "called"),
    ("Generic.Inserted", "literal"),
    ("Generic.Deleted", "accent"),
)
"""The kind of a word, as Pygments calls it, and the colour of the theme that it has; of all others it is the text's."""


def coloured(text: str, language: str, theme: Theme) -> str:
    """Code as HTML for within <pre>; `language` is what stands behind the fence, "python" or "c++"."""
    lexer = _lexer(language.casefold()) if language and len(text) <= MOST_CODE else None
    if lexer is None:
        return escape(text)
    told = [(_role(str(kind)), words) for kind, words in lexer.get_tokens(text)]
    if told and not text.endswith("\n"):  # the lexer has put one there, without which a comment at the end is none
        told[-1] = (told[-1][0], told[-1][1][:-1])
    return "".join(
        _painted("".join(words for _, words in some), role, theme) for role, some in groupby(told, itemgetter(0))
    )


def _painted(words: str, role: str, theme: Theme) -> str:
    if not role or words.isspace():
        return escape(words)
    return f'<span style="color:{getattr(theme, role)}">{escape(words)}</span>'


@lru_cache(maxsize=256)
def _role(kind: str) -> str:
    kind = kind.removeprefix("Token.")
    return next((role for family, role in _ROLES if f"{kind}.".startswith(f"{family}.")), "")


@lru_cache(maxsize=32)
def _lexer(language: str) -> "Lexer | None":
    from pygments.lexers import get_lexer_by_name  # only for code that says what it is written in
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None
