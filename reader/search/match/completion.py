"""What the word being typed may become: words of the library, with the documents they are in.

In: the beginning of a word, its last syllable open. Out: words, the commonest first, without particles, and the noun of
what 하다 or 되다 makes a verb of; Latin ones in the case the library mostly writes.
"""

from collections import Counter
from collections.abc import Container

from reader.base.hangul import is_hangul, keys_of
from reader.search.analysis.fold import fold
from reader.search.analysis.forms import Lexicon
from reader.search.analysis.nouns import CLEAR
from reader.search.analysis.particles import object_form, tails
from reader.search.analysis.verbs import nouns_of
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
    written = lexicon.beginning_with(closed)
    found: Counter[str] = Counter()
    for word, count in written.items():
        if all(map(is_hangul, word)) and keys_of(word).startswith(keys):
            found[_noun(word, max(len(begun), _SHORTEST), written)] += count
    return [(word, lexicon.solid(word)) for word, _ in found.most_common(most)]


def _noun(word: str, least: int, written: Container[str]) -> str:
    """The noun in a word, of so many syllables at least; the word itself where there is none.

    What stands before a particle is one where the library writes it by itself or as an object, or where verbs have no
    such ending: 모델링하 is not, in 모델링하는.
    """
    cuts = tails(word)
    bare = [word[:cut] for cut in cuts]
    known = (noun for noun in bare if noun in written or object_form(noun) in written)
    made = (noun for part in (word, *bare) for noun in nouns_of(part))
    clear = (word[:cut] for cut in cuts if word[cut:] in CLEAR)
    return next((noun for noun in (*known, *made, *clear) if len(noun) >= least), word)


def _latin(begun: str, lexicon: Lexicon, most: int) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for term in lexicon.commonest(fold(begun), _LOOKED_AT):
        if len(term) >= _SHORTEST and not term.isdigit():
            written = {way: lexicon.beginning_with(way).get(way, 0) for way in (term, term.upper(), term.capitalize())}
            found.append((max(written, key=lambda way: written[way]), lexicon.known(term)))
    return sorted(found, key=lambda entry: (-entry[1], entry[0]))[:most]
