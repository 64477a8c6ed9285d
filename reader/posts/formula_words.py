"""Short formulas as text, for a line in which nothing is typeset: `$\\beta$` is β, `$x^2 \\leq 10^{-3}$` is x² ≤ 10⁻³.

In: text with `$…$`. Out: the same with the formulas that letters and signs of Unicode can say; all others stay as they
are written, and so does what is no formula: `$5 to $10`.
"""

import re
import unicodedata

_DOLLARS = re.compile(r"(?<![\\$])\$(?=\S)([^$\n]{1,60})(?<=\S)\$(?![0-9$])")  # as Pandoc tells formulas from prices
_PART = re.compile(
    r"\\(?P<name>[A-Za-z]+)|(?P<script>[\^_])(?:\{(?P<group>[-+0-9a-z]{1,4})\}|(?P<one>[0-9a-z]))|\\(?P<gap>[,;:! ])"
    r"|(?P<sign>[A-Za-z0-9 +\-=<>.,:;()\[\]/|!*])"
)
_SIGNS = {
    "times": "×",
    "cdot": "·",
    "pm": "±",
    "leq": "≤",
    "le": "≤",
    "geq": "≥",
    "ge": "≥",
    "neq": "≠",
    "approx": "≈",
    "sim": "∼",
    "to": "→",
    "rightarrow": "→",
    "infty": "∞",
    "in": "∈",
    "ell": "ℓ",
    "nabla": "∇",
    "partial": "∂",
}
_GREEK = re.compile(
    "alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega"
)
_SCRIPTS = {
    "^": str.maketrans("0123456789+-ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ"),
    "_": str.maketrans("0123456789+-aeijkmnoprstux", "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑᵢⱼₖₘₙₒₚᵣₛₜᵤₓ"),
}


def with_formulas_as_words(text: str) -> str:
    """A text with its short formulas as letters and signs."""
    return _DOLLARS.sub(lambda found: _words(found[1]) or found[0], text)


def _words(tex: str) -> str:
    """A formula without TeX; "" for one that cannot be said so."""
    words, begin = "", 0
    while found := _PART.match(tex, begin):
        begin = found.end()
        said = _said(found)
        if said is None:
            return ""
        words += said
    return words if begin == len(tex) else ""


def _said(part: re.Match[str]) -> str | None:
    if name := part["name"]:
        if _GREEK.fullmatch(name[0].lower() + name[1:]):
            kind = "SMALL" if name.islower() else "CAPITAL"
            return unicodedata.lookup(f"GREEK {kind} LETTER {name.replace('ambda', 'amda')}")
        return _SIGNS.get(name)
    if script := part["script"]:
        raised = (part["group"] or part["one"]).translate(_SCRIPTS[script])
        return None if re.search("[a-z]", raised) else raised
    return " " if part["gap"] else part["sign"]
