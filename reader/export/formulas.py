"""Formulas in a line of text: which `$…$` are ones that TeX typesets without a complaint.

In: a title, an abstract, a note. Out: the text cut into what is a formula and what is none. Posts are other people's
words: a formula has known commands only, and no half of anything. `$5 to $10`, `$\\input{x}$` and `$x^2^3$` are none.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_DOLLARS = re.compile(r"(?<![\\$])\$(?=\S)([^$]+)(?<=\S)\$(?![0-9$])")  # as Pandoc tells formulas from prices
_TOKEN = re.compile(r"\\[A-Za-z]+|\\[,;:! ]|[ {}^_A-Za-z0-9+\-=<>.,:;()\[\]/|!*]")
_SPACES = ",;:! "  # behind a backslash
_TAKES_ONE = re.compile(
    "math(?:bb|cal|frak|rm|bf|it|sf|tt)|text|operatorname|sqrt|boldsymbol"
    "|hat|tilde|bar|vec|dot|ddot|widehat|widetilde|overline|underline"
)
_SYMBOL = re.compile(
    "alpha|beta|[Gg]amma|[Dd]elta|(?:var)?epsilon|zeta|eta|(?:var)?theta|Theta|iota|kappa|[Ll]ambda|mu|nu|[Xx]i|[Pp]i|rho"
    "|[Ss]igma|tau|[Uu]psilon|(?:var)?phi|Phi|chi|[Pp]si|[Oo]mega|ell|infty|nabla|partial|emptyset|prime|forall|exists"
    "|times|cdot|pm|mp|sim|simeq|approx|equiv|neq?|leq?|geq?|ll|gg|in|notin|subset(?:eq)?|cup|cap|propto|perp|parallel|mid"
    "|to|(?:left|right|leftright|up|down)arrow|Rightarrow|mapsto|[lr]angle|[lc]?dots|star|ast|circ|bullet|dagger|oplus"
    "|otimes|sum|prod|int|log|ln|exp|min|max|arg|sup|inf|lim|sin|cos|tanh"
)


class Piece(NamedTuple):
    """Some of a text."""

    text: str
    is_formula: bool  # with its dollars


def pieces(text: str) -> Iterator[Piece]:
    """A text, cut."""
    end = 0
    for found in _DOLLARS.finditer(text):
        if found.start() >= end and is_formula(found[1]):
            yield Piece(text[end : found.start()], False)
            yield Piece(found[0], True)
            end = found.end()
    yield Piece(text[end:], False)


def is_formula(tex: str) -> bool:
    """Whether TeX typesets it: braces in pairs, arguments given, no two exponents on one thing."""
    scripts: list[set[str]] = [set()]  # that the last thing has already, in each group that is open
    wanted = [0]  # arguments that are still to come, in each
    begin = 0
    while found := _TOKEN.match(tex, begin):
        begin = found.end()
        token = found[0]
        if token == "{":
            scripts.append(set())
            wanted.append(0)
        elif token in "^_":
            if wanted[-1] or token in scripts[-1]:
                return False
            scripts[-1].add(token)
            wanted[-1] = 1
        elif token == "}":
            if len(wanted) == 1 or wanted.pop():
                return False
            scripts.pop()
            _came(scripts, wanted)
        elif token[0] == "\\" and token[1] in _SPACES:
            if wanted[-1]:
                return False
        elif token[0] == "\\" and (takes := _arguments_of(token[1:])) is None:
            return False
        elif token[0] == "\\":
            _came(scripts, wanted)
            wanted[-1] += takes or 0
        elif token != " ":
            _came(scripts, wanted)
    return begin == len(tex) and wanted == [0]


def _arguments_of(command: str) -> int | None:
    """How many things a command wants behind it; None of one that is not known."""
    if _TAKES_ONE.fullmatch(command):
        return 1
    if command == "frac":
        return 2
    return 0 if _SYMBOL.fullmatch(command) else None


def _came(scripts: list[set[str]], wanted: list[int]) -> None:
    """A thing has come: what was wanted, or one on which exponent and index may stand."""
    if wanted[-1]:
        wanted[-1] -= 1
    else:
        scripts[-1].clear()
