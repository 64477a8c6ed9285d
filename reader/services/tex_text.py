"""TeX as bibliographies have it → the text it prints: what exporters escape, accents, braces that only hold together.

In: a field of BibTeX without what is around it. Out: text. What is no known command stays as it is written.
"""

import re
import unicodedata

_NAMES = {
    "textbackslash": "\\",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textendash": "–",
    "textemdash": "—",
    "lbrace": "{",
    "rbrace": "}",
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "ı",
}
_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "c": "\u0327",
    "k": "\u0328",
}
_TEX = re.compile(
    r"(?P<brace>\$\\[lr]brace\$)"
    r"|\\(?P<accent>[`'^~=.\"]|[urHvck](?=[ {]))[ ]?(?:\{\\?(?P<held>[A-Za-z])\}|\\?(?P<letter>[A-Za-z]))"
    r"|\\(?P<sign>[&%$#_{}\\ -])"
    r"|\\(?P<name>[A-Za-z]{1,20})(?![A-Za-z])(?:\{\}| )?"
    r"|(?P<held_together>[{}])"
)


def text_of_tex(tex: str) -> str:
    """The text that TeX prints."""
    return unicodedata.normalize("NFC", " ".join(_TEX.sub(_printed, tex).split()))


def _printed(found: re.Match[str]) -> str:
    if found["brace"]:
        return "{" if "l" in found["brace"][:3] else "}"
    if found["accent"]:
        letter = found["held"] or found["letter"]
        return letter + _ACCENTS[found["accent"]]
    if found["sign"]:
        return "" if found["sign"] == "-" else found["sign"]
    if found["name"]:
        return _NAMES.get(found["name"], found[0])
    return ""
