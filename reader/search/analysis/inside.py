"""Where a noun is only the same syllables inside another word: 로그 in 프로그래밍, 프레임 in 프레임워크.

In: a noun and the words the library writes with it. Out: pairs of syllables beside it that tell of another word. There
is no dictionary: what stands behind a noun is a particle, a suffix, a verb made of it, or a word the library writes by
itself (이미지생성); else it belongs to the noun, which is another then (한글 맞춤법 제2항: words are written apart).
"""

from collections.abc import Iterator

from reader.base.hangul import is_hangul
from reader.search.analysis.forms import Lexicon
from reader.search.analysis.particles import tails
from reader.search.analysis.verbs import nouns_of

Beside = tuple[tuple[str, int], ...]
"""Pairs of syllables, and where each begins, counted from the noun's first syllable."""

# Suffixes that make a word of a noun which still says the noun (표준국어대사전, 접미사).
_SUFFIXES = frozenset("적성화력률율형별용식법론기자가량도층학상하내외간당급점들님씩째여군망층값측계류용작어문")
# Those whose word is a thing of its own where it is written far more often than the noun: 양자화, and 양자.
_OTHER_THINGS = frozenset("화기자")
# Prefixes that leave a longer noun what it is: 고난이도, 초해상도 (접두사); not those that deny it: 비선형, 불확실.
_PREFIXES = frozenset("고저대소다초최신총준각본현키")
# Of a noun of two syllables it is one where the library has it with another as well: 고품질, 저품질; but not 대부분.
_DEGREES = frozenset("고저대소다")
_BOUND = frozenset("지데리채")  # nouns that stand behind verbs alone (의존 명사), so 메시지 is no 메시
_AGAIN = "재"  # 재정의, 재학습: it is done once more
_PARTICLES = ("", "을", "를", "이", "가", "의", "은", "는", "에", "와", "과", "으로", "로")
_MOSTLY = 4  # times as often another word
_LONG_BEFORE, _LONG_BEHIND = 3, 4  # syllables that are a word of their own, known or not
_MOST = 12  # pairs


def barred(noun: str, lexicon: Lexicon) -> Beside:
    """The pairs of syllables that make another word of this one where they stand, the commonest first."""
    if len(noun) < 2 or not is_hangul(noun[0]):
        return ()
    return lexicon.memory.once(("barred", noun), lambda: _barred(noun, lexicon))


def _barred(noun: str, lexicon: Lexicon) -> Beside:
    own: dict[tuple[str, int], int] = {}
    other: dict[tuple[str, int], int] = {}
    for word, count in lexicon.having(noun).items():
        for pair, is_own in _contexts(word, noun, lexicon):
            tally = own if is_own else other
            tally[pair] = tally.get(pair, 0) + count
    found = [pair for pair, count in other.items() if count > _MOSTLY * own.get(pair, 0) and (count > 1 or pair[1] < 0)]
    return tuple(sorted(found, key=lambda pair: (-other[pair], pair))[:_MOST])


def is_word(run: str, lexicon: Lexicon) -> bool:
    """Whether the library writes a run by itself or before a word: 오프라 is only the beginning of 오프라인."""
    written = lexicon.beginning_with(run)
    if any(run + particle in written for particle in _PARTICLES):
        return True
    rests = (word[len(run) :] for word in written)
    return any(_is_alone(rest, lexicon) for rest in rests if len(rest) > 1)


def _contexts(word: str, noun: str, lexicon: Lexicon) -> Iterator[tuple[tuple[str, int], bool]]:
    """The pairs before and behind the noun in a word, and whether it is the noun all the same."""
    at = word.find(noun)
    left, right = word[:at], word[at + len(noun) :]
    if left and is_hangul(left[-1]):
        is_own = _may_stand_before(left, lexicon) or _is_prefix(left, noun, lexicon)
        is_own = is_own and not _runs_into_particle(word, at, at + len(noun), lexicon)
        yield (left[-1] + noun[0], -1), is_own
    if right and is_hangul(right[0]):
        yield (noun[-1] + right[0], len(noun) - 1), _may_stand_behind(noun, right, lexicon)


def _is_prefix(left: str, noun: str, lexicon: Lexicon) -> bool:
    if len(noun) > 2 and left in _PREFIXES:
        return True
    others = (other for other in _DEGREES if other != left)
    return left == _AGAIN or (left in _DEGREES and any(lexicon.beginning_with(other + noun) for other in others))


def _may_stand_before(left: str, lexicon: Lexicon) -> bool:
    return len(left) >= _LONG_BEFORE or any(_is_alone(left[cut:], lexicon) for cut in range(len(left) - 1))


def _runs_into_particle(word: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a particle begins within these syllables of a word: 인과 in 파이프라인과, 치마 in 미니배치마다."""
    cuts = [cut for cut in tails(word) if start < cut < end]
    return any(_is_alone(word[at:cut], lexicon) for cut in cuts for at in range(start))


def _may_stand_behind(noun: str, right: str, lexicon: Lexicon) -> bool:
    word = noun + right
    if len(noun) in tails(word) or noun in nouns_of(word):
        return True
    if right[0] in _OTHER_THINGS and _is_a_thing(noun, right[0], lexicon):
        return False
    if right[0] in _SUFFIXES and (len(right) == 1 or len(noun) + 1 in tails(word) or noun + right[0] in nouns_of(word)):
        return True
    stems = [right, *(right[:cut] for cut in tails(right)), *nouns_of(right)]
    return min(map(len, stems)) >= _LONG_BEHIND or any(_is_alone(stem, lexicon) for stem in stems if stem not in _BOUND)


def _is_a_thing(noun: str, suffix: str, lexicon: Lexicon) -> bool:
    """Whether the library writes a noun with this suffix so much more often that it is another word."""
    return _often(noun + suffix, lexicon) > _MOSTLY * _often(noun, lexicon)


def _often(noun: str, lexicon: Lexicon) -> int:
    written = lexicon.beginning_with(noun)
    return sum(written.get(noun + particle, 0) for particle in _PARTICLES)


def _is_alone(stem: str, lexicon: Lexicon) -> bool:
    """Whether the library writes a word by itself, particles aside."""
    if len(stem) == 1:
        return lexicon.known("=" + stem) > 0
    written = lexicon.beginning_with(stem)
    return any(stem + particle in written for particle in _PARTICLES)
