"""Words that the library does not have, read in the ways people come to type them.

In: nodes, and a `Lexicon`. Out: the same nodes with such words replaced, and what was taken for what. In this order:
with the keyboard set to the other script (dlalwl, ㅑㅡㅁㅎㄷ), by initial consonants (ㅇㅁㅈ), in Latin letters
(gangwha), and last a slip, where hardly anything else can have been meant. A word that is well formed and unknown stays
what it is: nothing is found, and a like one is only named.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from reader.base.hangul import is_hangul, typed_in_hangul, typed_in_latin
from reader.search.analysis.expansion import is_known
from reader.search.analysis.forms import Lexicon
from reader.search.analysis.latin_typos import closest
from reader.search.analysis.latin_words import is_latin
from reader.search.analysis.names import expand_name
from reader.search.analysis.particles import tails
from reader.search.analysis.sounds import is_initials, sounded, sounds_of, with_other_stops
from reader.search.analysis.tokenizer import chunks, word_whole
from reader.search.concepts.table import Concepts
from reader.search.model import Understood
from reader.search.query import nodes

_TRIED = 4  # words of a query in which slips are looked for
_SENTENCE, _TRIED_OF_SENTENCE = 6, 2  # words: of a question many are nowhere, and hardly one for a slip
_VERB = 2  # syllables, from which on what ends in 하 is the stem of a verb
_LIKELY = 12  # words that initials may stand for
_LOANWORD = 3  # syllables
_ACRONYM, _LONG_ACRONYM = 3, 5  # letters of one that longer ones may end in
_LIKENED = 3  # syllables of a word of which one that is like it is told: 축구 is no 구축
_KEYS = 2  # letters that are taken for another keyboard
_OF_TABLE = 9  # letters of a name that a slip is mended to where the library has it in the other language alone


class Reader:
    """Reads the words of one query."""

    def __init__(self, lexicon: Lexicon, concepts: Concepts, *, typing: bool = False) -> None:
        self._lexicon = lexicon
        self._concepts = concepts
        self._typing = typing
        self._left = _TRIED
        self.understood: list[Understood] = []
        self.suggestions: list[tuple[str, str]] = []  # a word that stays, and one that is like it
        self.missing: list[str] = []  # words that have to be there and that nobody wrote

    def read(self, node: nodes.Node) -> nodes.Node:
        """The node with its words as they are understood."""
        match node:
            case nodes.Word() if not node.prefix:
                return self._word(node)
            case nodes.All(children):
                if len(children) > _SENTENCE:
                    self._left = min(self._left, _TRIED_OF_SENTENCE)
                return nodes.All(tuple(self._children(children)))
            case nodes.Any(children):
                before = len(self.missing)
                read = nodes.Any(tuple(map(self.read, children)))
                del self.missing[before:]  # another one is enough
                return read
            case nodes.Within(kind, child):
                return nodes.Within(kind, self.read(child))
            case nodes.Not(child):
                before = len(self.missing)
                left_out = nodes.Not(self.read(child))
                del self.missing[before:]
                return left_out
            case _:
                return node

    def _children(self, children: tuple[nodes.Node, ...]) -> Iterator[nodes.Node]:
        at = 0
        while at < len(children):
            words = []
            for child in children[at:]:
                if not isinstance(child, nodes.Word) or child.prefix or not is_initials(child.text):
                    break
                words.append(child)
            taken = self._of_initials([word.text for word in words]) if len(words) > 1 else ()
            if taken:
                pairs = zip(words, taken, strict=True)
                self.understood += [Understood("initials", word.text, text) for word, text in pairs]
                yield nodes.Phrase(" ".join(taken))
            else:
                yield self.read(children[at])
            at += len(taken) or 1

    def _word(self, word: nodes.Word) -> nodes.Word:
        parts = list(chunks(word.text))
        if not parts or is_known(word.text, self._lexicon, typing=self._typing and word.last):
            return word
        if concept := self._concepts.of(word.text):
            if not any(map(self._is_written, concept.names)):
                self.missing.append(word.text)
            return word
        return self._otherwise(word, parts)

    def _is_written(self, name: str) -> bool:
        """Whether the library has a name, its words side by side."""
        pieces = expand_name(name, self._lexicon)
        return bool(pieces) and all(any(map(self._lexicon.has, piece.forms)) for piece in pieces)

    def _otherwise(self, word: nodes.Word, parts: list[tuple[str, int]]) -> nodes.Word:
        """A word that nobody wrote as it may have been meant; else it is missing."""
        mended = self._mended(word, [chunk for chunk, _ in parts])
        if mended != word or (len(parts) > 1 and word.text.isascii()):
            return mended
        ways = (("keyboard", self._keyboard), ("initials", self._initials), ("romanised", self._romanised))
        for how, way in ways:
            if text := way(word.text):
                self.suggestions = [(typed, like) for typed, like in self.suggestions if typed != word.text]
                return self._taken(how, word, text)
        self.missing.append(word.text)
        return word

    def _taken(self, how: str, word: nodes.Word, text: str) -> nodes.Word:
        self.understood.append(Understood(how, word.text, text))
        return word._replace(text=text, literal=how != "slip", last=False)

    # Other ways to type

    def _keyboard(self, text: str) -> str | None:
        """What the same keys would have been with the keyboard set to the other script."""
        if len(text) < _KEYS and not is_hangul(text):
            return None
        if is_latin(text[0]) and text.isascii():
            made = typed_in_hangul(text)
            return made if made and len(made) > 1 and is_known(made, self._lexicon) else None
        latin = typed_in_latin(text)
        known = latin.isascii() and latin.isalpha() and len(latin) > _KEYS and self._lexicon.known(word_whole(latin))
        return latin if known else None

    def _initials(self, text: str) -> str | None:
        return next(iter(self._of_initials([text])), None) if is_initials(text) else None

    def _of_initials(self, words: list[str]) -> tuple[str, ...]:
        """The commonest words with these initial consonants that stand side by side; () without any."""
        likely = [self._with_initials(initials) for initials in words]
        if len(words) == 1:
            likeliest = sorted(likely[0], key=lambda noun: (not self._concepts.is_name(noun), -likely[0][noun], noun))
            return tuple(likeliest[:1])
        found: list[tuple[int, tuple[str, ...]]] = [(count, (noun,)) for noun, count in likely[0].most_common(_LIKELY)]
        for nouns in likely[1:]:
            found = [
                (min(count, often), (*before, noun))
                for count, before in found
                for noun, often in nouns.most_common(_LIKELY)
                if self._lexicon.is_solid(before[-1] + noun, 1) or self._stand_together(before[-1], noun)
            ]
            found = sorted(found, key=lambda entry: (-self._together(entry[1]), -entry[0]))[:_LIKELY]
        return found[0][1] if found else ()

    def _together(self, words: tuple[str, ...]) -> int:
        return min(self._lexicon.side_by_side_in(one, other) for one, other in pairwise(words))

    def _stand_together(self, one: str, other: str) -> bool:
        return self._lexicon.side_by_side_in(one, other) > 0

    def _with_initials(self, initials: str) -> Counter[str]:
        """The nouns with these initials, particles aside; what begins a verb of three syllables is none: 입증하-."""
        found = _stems(self._lexicon.initialled(initials), len(initials))
        verbs = [noun for noun in found if len(noun) > _VERB and noun[-1] in "하되"]
        for verb in verbs:
            del found[verb]
        return found

    def _romanised(self, text: str) -> str | None:
        if not (text.isascii() and text.isalpha()):
            return None
        found: Counter[str] = Counter()
        for sounds in sounds_of(text):
            for word, count in self._lexicon.sounding(sounds).items():
                cut = next((cut for cut in (len(word), *tails(word)) if sounded(word[:cut]) == sounds), 0)
                found[word[:cut]] += count if cut else 0
        del found[""]
        return found.most_common(1)[0][0] if found else None

    # Slips

    def _mended(self, word: nodes.Word, parts: list[str]) -> nodes.Word:
        """A word with the slips in its parts mended, where that is sure; else what it is like is told."""
        text = word.text
        for part in parts:
            if (is_latin(part) and self._lexicon.known(word_whole(part))) or self._left <= 0:
                continue
            if instead := self._similar(part, sure=True):
                text = text.replace(part, instead)
            elif (not word.last or not self._typing) and (is_latin(part) or len(part) >= _LIKENED):
                like = self._similar(part, sure=False)
                if like is None:
                    continue
                self.suggestions.append((part, like))
        return self._taken("slip", word, text) if text != word.text else word

    def _similar(self, part: str, *, sure: bool) -> str | None:
        self._left -= 1
        if is_latin(part):
            word = word_whole(part)
            return self._lexicon.similar(word, sure=self._concepts.words if sure else None) or self._name_like(word)
        if not is_hangul(part[0]):
            return None
        cuts = tails(part)
        if sure and cuts and cuts[0] < _LOANWORD:
            return None  # of two syllables, or a form of a verb: 고치는 is no 가치는
        for cut in (len(part), *cuts):
            if cut > 1 and (noun := self._noun_like(part[:cut], sure=sure)):
                return noun + part[cut:]
        return None

    def _name_like(self, word: str) -> str | None:
        """The name of a concept that a slip was meant for, where the library has it by another name."""
        return self._if_written(closest(word, _Names(self._concepts), sure=self._concepts.words))

    def _if_written(self, name: str | None) -> str | None:
        """A name of a concept, where the library has any of its names."""
        concept = self._concepts.of(name) if name else None
        return name if concept and any(map(self._is_written, concept.names)) else None

    def _noun_like(self, noun: str, *, sure: bool) -> str | None:
        return self._spelled(noun) or self._lexicon.similar(noun, sure=self._concepts.words if sure else None)

    def _spelled(self, noun: str) -> str | None:
        """The commonest spelling of a loanword, or that of the table where the library has it in other words."""
        if len(noun) < _LOANWORD:
            return None
        found = _loanwords(noun, self._lexicon)
        commonest = next((other for other, _ in found.most_common() if other != noun), None)
        return commonest or self._if_written(self._concepts.spelled(noun))


class _Names:
    """The names of concepts that are one word, as `closest` asks for the words of a library."""

    def __init__(self, concepts: Concepts) -> None:
        self._concepts = concepts

    def words(self, prefix: str) -> list[str]:
        long = (word for word in self._concepts.words if word.startswith(prefix) and len(word) >= _OF_TABLE)
        return [word for word in long if self._concepts.is_name(word)]

    def docs(self, term: str) -> tuple[()]:  # noqa: ARG002  # none is commoner than another
        return ()

    def is_ordinary(self, term: str) -> bool:  # noqa: ARG002  # a name of a concept is no name of a thing
        return True


def respelled(node: nodes.Node, lexicon: Lexicon) -> nodes.Node:
    """The node with loanwords that the library spells in several ways as terms: 스케줄, 스케쥴."""
    match node:
        case nodes.Word(text) if not (node.prefix or node.literal):
            names = _written_otherwise(text, lexicon)
            return nodes.Term((node,), names) if names else node
        case nodes.Term(words, names):
            other = [spelling for name in names for spelling in _written_otherwise(name, lexicon)]
            own = _written_otherwise(words[0].text, lexicon) if len(words) == 1 else ()
            return nodes.Term(words, tuple(dict.fromkeys((*names, *other, *own))))
        case nodes.All(children):
            return nodes.All(tuple(respelled(child, lexicon) for child in children))
        case nodes.Within(kind, child):
            return nodes.Within(kind, respelled(child, lexicon))
        case _:
            return node


def _written_otherwise(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    return _longer(text, lexicon) if text.isascii() else _spellings(text, lexicon)


def _longer(acronym: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The longer acronyms that end in one, and are a kind of it: VQGAN is a GAN, and a StyleGAN is."""
    if not (_ACRONYM <= len(acronym) <= _LONG_ACRONYM and acronym.isalpha() and acronym.isupper()):
        return ()
    ends = (acronym, f"{acronym}s")
    longer = (word for word in lexicon.having(acronym) if word.endswith(ends) and not word.startswith(acronym))
    return tuple(word for word in longer if word.isalpha() and word.isascii() and len(word) <= 3 * len(acronym))


def _spellings(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The other spellings of a loanword, particles aside."""
    if len(text) < _LOANWORD or not all(map(is_hangul, text)):
        return ()
    found: dict[str, int] = {}
    for cut in (len(text), *tails(text)):
        if cut >= _LOANWORD:
            found |= {noun: 1 for noun in _loanwords(text[:cut], lexicon) if noun != text[:cut]}
    return tuple(found)


def _loanwords(noun: str, lexicon: Lexicon) -> Counter[str]:
    """A loanword in all spellings of the library, with how often it has each."""
    found = _stems(lexicon.spelled(noun), len(noun))
    for other in with_other_stops(noun):
        found += _stems(lexicon.beginning_with(other), len(other))
    return found


def _stems(words: Mapping[str, int], length: int) -> Counter[str]:
    """Words by their first syllables, as many as are given, where nothing or a particle is behind those."""
    found: Counter[str] = Counter()
    for word, count in words.items():
        if all(map(is_hangul, word)) and (len(word) == length or length in tails(word)):
            found[word[:length]] += count
    return found


def corrected(query: str, understood: Iterable[Understood]) -> str | None:
    """The query as it was searched; None where it is as it was typed."""
    instead = query
    for one in understood:
        instead = instead.replace(one.typed, one.taken)
    return instead if instead != query else None
