"""Whether a text ends in the middle of a sentence: cut off when the post was made.

A text that ends with a full stop or the like is whole. One that does not is cut off if it ends with what never ends a
sentence, a comma or a Korean particle, or if all other sentences beside it end with marks.
"""

import re
from collections.abc import Iterable

from reader.across.sentences import sentences

_WHOLE = re.compile(r"[.!?。！？…:;][\"'”’)\]}*_`]*$|[)\]}”\"'>|`$]$|https?://\S+$")
_NEVER_LAST = re.compile(
    r"(?:[,·、/&(\[{–—-]|(?<=[가-힣])(?:을|를|의|와|과|에서|에게|으로|하고|하며|하여|하는|되어|되며|한|된|및|또는)"
    r"|\b(?:및|또는|그리고|위해|통해|the|a|of|and|or|to|with|for|in))$"
)
_PREDICATE = re.compile(r"(?:다|요|죠|까|함|음|임|됨|짐|림|김|없음|있음|필요|가능|부족|없다)$")
_LEAST_TEXT = 10


def is_cut_off(text: str, beside: Iterable[str] = ()) -> bool:
    """Whether a plain text ends in mid-sentence; `beside` are the other sections of the same summary."""
    text = text.rstrip()
    if len(text) < _LEAST_TEXT or _WHOLE.search(text):
        return False
    if _NEVER_LAST.search(text):
        return True
    if _PREDICATE.search(text):
        return False
    spans = sentences(text)
    others = [text[start:end] for start, end in spans[:-1]] + [each.rstrip() for each in beside if each.strip()]
    return bool(others) and all(_WHOLE.search(each) for each in others)
