"""What the word being typed may become: words of the library, with the documents they are in.

In: the beginning of a word, its last syllable open. Out: words, the commonest first, particles aside; Latin ones in the
case the library mostly writes.
"""

from collections import Counter

from reader.base.hangul import is_hangul, keys_of
from reader.search.analysis.fold import fold
from reader.search.analysis.forms import Lexicon
from reader.search.analysis.particles import tails
from reader.search.match.matcher import composed_word

_LOOKED_AT = 24  # Latin terms of which the case is looked up
_SHORTEST = 2  # letters of a term


def terms(begun: str, lexicon: Lexicon, most: int) -> list[tuple[str, int]]:
    """Words that begin so, and in how many documents each is, about."""
    text = composed_word(begun)
    if not text:
        return []
    return (
        _hangul(text, lexicon, most) if is_hangul(text[0]) or "ㄱ" <= text[0] <= "ㅣ" else _latin(text, lexicon, most)
    )


def _hangul(begun: str, lexicon: Lexicon, most: int) -> list[tuple[str, int]]:
    keys, closed = keys_of(begun), begun[:-1]
    if not closed:
        return []
    found: Counter[str] = Counter()
    for word, count in lexicon.beginning_with(closed).items():
        if all(map(is_hangul, word)) and keys_of(word).startswith(keys):
            cut = next((cut for cut in tails(word) if cut >= max(len(begun), _SHORTEST)), len(word))
            found[word[:cut]] += count
    return [(word, lexicon.solid(word)) for word, _ in found.most_common(most)]


def _latin(begun: str, lexicon: Lexicon, most: int) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for term in lexicon.commonest(fold(begun), _LOOKED_AT):
        if len(term) >= _SHORTEST and not term.isdigit():
            written = {way: lexicon.beginning_with(way).get(way, 0) for way in (term, term.upper(), term.capitalize())}
            found.append((max(written, key=lambda way: written[way]), lexicon.known(term)))
    return sorted(found, key=lambda entry: (-entry[1], entry[0]))[:most]
