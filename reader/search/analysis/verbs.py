# ruff: noqa: SIM905  # lists of words read better as text
"""Korean verbs and adjectives: from a form that was typed to the stems it may be of, and so to all forms of the word.

No dictionary: a form gives the stems it could have come from (어려운 → 어려우-, 어렵-), and each stem what its other
forms begin with (`conjugation`). A stem that does not exist has forms no text contains. Examples are tests in
tests/search/test_search_words.py.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reader.base.hangul import coda, letters, syllable, with_coda
from reader.search.analysis.conjugation import beginnings

# Endings that leave the stem as it is.
_PLAIN = """고 게 지 는 다 기 도록 지만 던 네 거나 는다 는데 는지 자 습니다 고자 기도 게도 고도 지는 지도 기는 기에 던데
    더라도 겠다 느냐 고서 기보다 기만""".split()
# Endings that put 으 behind a consonant.
_EU = "며 면 므로 니 려고 려는 면서 니까 시 러 나 려면 며서 라는".split()
_BEHIND_L = "며면므려러"  # those that begin so leave a ㄹ before them and take no 으
# Endings behind the connecting 아/어.
_AFTER_A = ("서", "야", "도")
# Endings with a coda for the stem and more: ㅂ니다, ㄴ다, ㄹ수록.
_AFTER_CODA = {"ㅂ": ("니다", "니까"), "ㄴ": ("다", "다는", "다고", "다면", "다며"), "ㄹ": ("수록", "지", "까")}
_AFTER_PAST = "다 고 으며 던 으나 지만 는데 을 음 으면 는지 습니다 기에 기 다는 으므로 고자".split()
_STATE = re.compile("(..+)있(?:는|다|고|던|을|음|으며|지만|었다|었던|습니다)")
# The vowel of a stem from that of its contraction with 아/어.
_UNDONE = {"ㅏ": "ㅏㅡ", "ㅓ": "ㅓㅡ", "ㅕ": "ㅣ", "ㅘ": "ㅗ", "ㅝ": "ㅜ", "ㅐ": "ㅐ", "ㅔ": "ㅔ", "ㅙ": "ㅚ"}

# 하다, 되다, 시키다 …: what makes a verb of a noun, in all the syllables its forms may begin with.
_LIGHT = """하 한 할 함 합 해 했 하여 하였 되 된 될 됨 됩 돼 됐 되어 되었 시키 시킨 시킬 시킴 시킵 시켜 시켰
    받 받은 받을 받아 받았 당하 당한 당할 당해 당했 히""".split()
# Auxiliaries that are often written together with the verb before them (한글 맞춤법 제47항): 지다, 주다, 내다.
_AUXILIARIES = "지 진 질 짐 집 져 졌 주 준 줄 줌 줍 줘 줬 내 낸 낼 냄 냅 냈".split()
# No stem ends so (표준국어대사전: there is no such verb or adjective).
_NO_STEM = frozenset("ㅇㅋ")
_LIGHT_TAILS = frozenset(
    """다 고 게 지 는 며 면 여 기 도록 지만 던 거나 는다 는데 는지 자 습니다 니다 고자 므로 니 려고 려는 면서 니까 여서
    였다 였고 였으며 였던 여야 서 야 도 진 져 졌 진다 졌다 지는 어 어서 었다 었고 었으며 었던 어야 은 을 음 아 았다 다는
    으며 으면 아서 아야 는가 으나 나 기에 기도 기는 지도 지는 지만 지는 다고 다면 여도 기까지 라 자는 을 습니다 겠다
    는데 을수록 수록 까 요 게끔 기위해 ㄴ""".split()
)


@lru_cache(maxsize=4096)
def nouns_of(word: str) -> tuple[str, ...]:
    """The nouns from which a word may be made by 하다, 되다, 시키다, 받다: 제안하였다 → 제안, 압축된 → 압축.

    Shortest first; nouns of one syllable are left out (위한, 통해: those are verbs of their own).
    """
    found = []
    for cut in range(2, len(word)):
        noun, rest = word[:cut], word[cut:]
        starts = [light for light in _LIGHT if rest.startswith(light)]
        if any(rest == light or _is_tail(rest[len(light) :]) for light in starts):
            found.append(noun)
    return tuple(found)


@lru_cache(maxsize=4096)
def forms(word: str) -> tuple[str, ...]:
    """The beginnings of all forms of the verbs a word may be a form of, sorted; () when it has no ending of a verb.

    어려운 → 어렵, 어려우, 어려운, 어려움, 어려워, 어려웠 … A beginning of one syllable (큰) is a whole word: with more
    it is given as such (크고, 커서).
    """
    found: set[str] = set()
    if (state := _STATE.fullmatch(word)) and coda(state[1][-1]) == "":
        found.add(state[1])  # 남아있는: 남아 있다 is two words, and often written as one (한글 맞춤법 제47항)
    for stem in stems(word):
        found.update(beginnings(stem))
    return tuple(sorted(found))


@lru_cache(maxsize=4096)
def stems(word: str) -> tuple[str, ...]:
    """The stems, without 다, of the verbs a word may be a form of: 어려운 → 어렵, 어려우; sorted."""
    return tuple(sorted({stem for stem in _stems(word) if coda(stem[-1]) not in _NO_STEM}))


@lru_cache(maxsize=4096)
def main_stems(word: str) -> tuple[str, ...]:
    """The stems of a verb behind which an auxiliary is written: 밝혀졌다 → 밝히; 만들어낸 → 만들; sorted.

    빨라졌다 is a form of 빨라지다, and a search for 빠르다 should find it as well. Left out are 주어진, whose 어 is not
    contracted, words with 하다 before the auxiliary, and 가진, whose verb is a single syllable in ㅏ.
    """
    found: set[str] = set()
    for cut in range(1, len(word)):
        body, rest = word[:cut], word[cut:]
        vowel = letters(body[-1])[1]
        if rest[0] not in _AUXILIARIES or not (len(rest) == 1 or _is_tail(rest[1:])) or coda(body[-1]):
            continue
        if (len(body) == 1 and vowel == "ㅏ") or (body[-1] in "아어" and len(body) == 2 and not coda(body[0])):
            continue
        found.update(stem for stem in _before_a(body) if stem != "하" and coda(stem[-1]) not in _NO_STEM)
    return tuple(sorted(found))


def is_bare(word: str) -> bool:
    """Whether a word may be a verb by its last syllable alone: 어려운, 줄여, but also 게임."""
    return not _by_ending(word)


def _is_tail(rest: str) -> bool:
    return rest in _LIGHT_TAILS


def _by_ending(word: str) -> list[str]:
    return [*_stems_before_endings(word), *_stems_before_a(word, _AFTER_A, _AFTER_PAST)]


def _stems(word: str) -> Iterator[str]:
    """The dictionary stems (without 다) a form may belong to: by its endings; without any, by a bare 아/어 or coda."""
    if by_ending := _by_ending(word):
        yield from by_ending
        return
    if coda(word[-1]) in ("ㄴ", "ㄹ", "ㅁ"):
        yield from _before_eu(with_coda(word, ""), word)
    yield from _stems_before_a(word, ("",), ("",))


def _stems_before_endings(word: str) -> Iterator[str]:
    for ending in _PLAIN:
        if word.endswith(ending) and len(word) > len(ending):
            yield from _before_plain(word[: -len(ending)], ending)
    for ending in _EU:
        if word.endswith(ending) and len(word) > len(ending):
            body = word[: -len(ending)]
            yield from _before_eu(body)
            if coda(body[-1]) == "ㄹ" and ending[0] in _BEHIND_L:
                yield body  # 만들면: 만들-
    for final, endings in _AFTER_CODA.items():
        for ending in endings:
            body = word.removesuffix(ending)
            if body and body != word and coda(body[-1]) == final:
                yield from _before_eu(with_coda(body, ""))


def _before_plain(stem: str, ending: str) -> Iterator[str]:
    last = coda(stem[-1])
    if ending.startswith(("는", "네", "느")) and last == "":
        yield from _open_stems(stem)
    elif last not in ("ㄴ", "ㅆ") or stem[-1] == "있":  # what else ends in ㅆ here is of the past
        yield stem


def _open_stems(stem: str) -> Iterator[str]:
    """A stem that ends in a vowel here: as it is, or one that has dropped its ㄹ (만드는: 만들-)."""
    yield stem
    yield with_coda(stem, "ㄹ")


def _before_eu(stem: str, whole: str = "") -> Iterator[str]:
    """Stems before an ending with 으: `stem` is the form without it, `whole` the form if the ending is a coda."""
    onset, vowel, last = letters(stem[-1])
    if last == "" and not (onset == "ㅇ" and vowel == "ㅡ"):
        yield from _open_stems(stem)
    if len(stem) > 1 and vowel == "ㅜ" and onset == "ㅇ" and last == "" and coda(stem[-2]) == "":
        yield with_coda(stem[:-1], "ㅂ")  # 어려우면: 어렵-
    if onset == "ㅇ" and vowel == "ㅡ" and last == "" and len(stem) > 1:
        yield from _before_vowel(stem[:-1])  # 높으면: 높-; 들으면: 듣-; 지으면: 짓-
    if last == "" and vowel in "ㅏㅓㅐㅔ" and whole and len(stem) > 1:
        yield with_coda(stem, "ㅎ")  # 빨간: 빨갛-


def _before_vowel(stem: str) -> Iterator[str]:
    """A consonant stem before 으 or 아/어: as it is, or with the ㄷ or ㅅ it has changed or lost."""
    last = coda(stem[-1])
    if last == "":
        yield with_coda(stem, "ㅅ")  # 지으면: 짓-
    else:
        yield stem
    if last == "ㄹ":
        yield with_coda(stem, "ㄷ")  # 들으면: 듣-


def _stems_before_a(word: str, tails: Iterable[str], past_tails: Iterable[str]) -> Iterator[str]:
    """Stems of forms with the connecting 아/어, or the past with ㅆ, and one of these tails: 보여서, 커졌다, 빨랐다."""
    for tail in tails:
        body = word.removesuffix(tail)
        if body and len(body) + len(tail) == len(word) and coda(body[-1]) == "":
            yield from _before_a(body)
    for tail in past_tails:
        body = word.removesuffix(tail)
        if body and len(body) + len(tail) == len(word) and coda(body[-1]) == "ㅆ":
            yield from _before_a(with_coda(body, ""))


def _before_a(body: str) -> Iterator[str]:
    """Undo the contraction of a stem with 아/어: body ends in an open syllable that has the 아/어 in it."""
    onset, vowel, _ = letters(body[-1])
    head = body[:-1]
    if onset == "ㅇ" and vowel in "ㅏㅓ" and head:
        yield from _before_vowel(head)  # 높아: 높-, 들어: 듣-, 지어: 짓-
        if coda(head[-1]) == "":
            yield head  # 되어: 되-
        return
    for original in _UNDONE.get(vowel, ""):
        yield head + syllable(onset, original)  # 보여: 보이-, 커: 크-, 봐: 보-
    if onset == "ㅇ" and vowel in "ㅘㅝ" and head and coda(head[-1]) == "":
        yield with_coda(head, "ㅂ")  # 어려워: 어렵-, 도와: 돕-
    if onset == "ㄹ" and vowel in "ㅏㅓ" and head and coda(head[-1]) == "ㄹ":
        yield with_coda(head, "") + "르"  # 빨라: 빠르-
    if vowel == "ㅐ" and onset == "ㅎ":
        yield head + "하"  # 강해: 강하-
    elif vowel == "ㅐ" and head:
        yield head + syllable(onset, "ㅏ", "ㅎ")  # 빨개: 빨갛-
        yield head + syllable(onset, "ㅓ", "ㅎ")  # 그래: 그렇-
