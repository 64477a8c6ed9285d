"""Texts whose Korean letters come in parts (NFD) or whose digits are full-width, as the grammar reads them.

Goes out: the text put together, and for each of its characters the place in the text that came in.
"""

import re
import unicodedata
from collections.abc import Sequence

_WIDE = {0xFF01 + offset: 0x21 + offset for offset in range(94)}
_JOINED = r"\u0300-\u036f\u1160-\u11ff"
_CLUSTER = re.compile(rf"[^{_JOINED}][{_JOINED}]*+|[{_JOINED}]", re.DOTALL)


def composed(text: str) -> tuple[str, Sequence[int]]:
    """The text with whole letters and plain digits, and its places: one more than characters."""
    text = text.translate(_WIDE)
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text) + 1)
    pieces: list[str] = []
    places: list[int] = []
    for match in _CLUSTER.finditer(text):
        piece = unicodedata.normalize("NFC", match.group())
        pieces.append(piece)
        places.extend([match.start()] * len(piece))
    places.append(len(text))
    return "".join(pieces), places
