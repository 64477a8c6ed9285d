"""TeX → SVG with the sizes a line of text needs, by ziamath, which is imported at the first formula only.

In: a formula as the post has it. Out: a `Formula`, or None for one that can't be read: then its TeX is shown as code.
A formula is typeset once, at 16 px and in a stand-in colour; text size and theme are put in afterwards.
"""

import logging
import re
import warnings
from functools import lru_cache
from types import ModuleType

from reader.render.formula import BASE, STAND_IN, Formula

log = logging.getLogger("reader.render")

_MARGIN = 1.0  # px around a drawing, for the edges of its strokes
_NUMBERING = re.compile(r"\\(?:label|tag\*?)\s*\{[^}]*\}|\\(?:nonumber|notag)\b")
_EQUATION = re.compile(r"\\(begin|end)\{(?:equation|displaymath|math)\*?\}")
_ALIGNED = re.compile(r"\\(begin|end)\{(?:align|flalign|eqnarray)\*?\}")
_NOT_IN_FONT = re.compile(r"[ᄀ-ᇿ⺀-ꟿ가-퟿豈-﫿]")  # Hangul, Han, Kana: boxes in a mathematical font
_UNREAD_COMMAND = re.compile(r">\s*\\[A-Za-z]")
_BLACK = 'fill="black"'
"""Of a line over or under a formula: ziamath 0.13 does not give it the formula's colour."""
_NESTING = re.compile(r"\\left\b|\\right\b|\\[{}]|[{}]")
_MOST_EFFORT = 20_000  # about two seconds


@lru_cache(maxsize=4096)
def typeset(tex: str, display: bool = False) -> Formula | None:
    """Typeset a formula, in display style or for a line of text; None where ziamath can't read it.

    Takes some milliseconds the first time, and a third of a second more for the first formula of all.
    """
    tex = cleaned(tex)
    if not tex or _NOT_IN_FONT.search(tex) or _effort(tex) > _MOST_EFFORT:
        return None
    try:
        drawing = _ziamath().Latex(tex, size=BASE, color=STAND_IN, inline=not display, margin=_MARGIN)
        if _UNREAD_COMMAND.search(drawing.mathmlstr()):
            return None
        (width, height), bottom = drawing.getsize(), drawing.getyofst()
        svg = drawing.svg().replace(_BLACK, f'fill="{STAND_IN}"')
        return Formula(svg, width + 2 * _MARGIN, height + bottom + _MARGIN, _MARGIN - bottom)
    except Exception as why:  # noqa: BLE001 ziamath and latex2mathml raise whatever they stumble over
        log.debug("formula not read: %s: %s", tex, why)
        return None


def prepare() -> None:
    """Import what typesets, so that the first formula takes no longer than others."""
    _ziamath()


def cleaned(tex: str) -> str:
    r"""A formula without what only numbers it: `\label`, `\tag`, `\nonumber`, and `equation` around the whole.

    Nor are rows numbered: MathJax, as a blog has it, numbers none unless it is told to.
    """
    return _ALIGNED.sub(r"\\\1{align*}", _EQUATION.sub("", _NUMBERING.sub("", tex))).strip()


def _effort(tex: str) -> int:
    """How much work a formula is: ziamath 0.13 typesets the inside of a group twice, so every level doubles it."""
    effort, depth, last = 0, 0, 0
    for found in _NESTING.finditer(tex):
        effort += (found.start() - last) << min(depth, 20)
        depth += {"{": 1, "}": -1, r"\left": 1, r"\right": -1}.get(found[0], 0)
        depth, last = max(0, depth), found.start()
    return effort + ((len(tex) - last) << min(depth, 20))


@lru_cache(maxsize=1)
def _ziamath() -> ModuleType:
    with warnings.catch_warnings():
        # ziamath 0.13 reads its font by importlib.resources.path, deprecated from 3.11 to 3.12.
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath  # takes a third of a second, which only pages with formulas pay

    ziamath.config.svg2 = False  # type: ignore[attr-defined]  # re-exported without saying so; Qt draws no <symbol>
    for settings in ziamath.operators.operators.values():
        if settings.get("largeop"):
            # A sum is of one size (MathML Core has it so); ziamath 0.13 takes a stretched one for 2,000 px high.
            settings.pop("stretchy", None)
    return ziamath
