# ruff: noqa: SIM905  # lists of words read better as text
"""Korean verbs and adjectives: from a stem to what all of its forms begin with: 어렵- → 어렵, 어려우, 어려운, 어려워.

Source: 한글 맞춤법 (문화체육관광부 고시): 제16항 (아 or 어 by the vowel of the stem), 제18항 (irregular verbs: ㄹ ㅅ
ㅎ ㄷ ㅂ 여 러 르, and 으 dropped), 제34–36항 (contraction: 가+아 → 가, 보+아 → 봐, 보이+어 → 보여). `verbs` goes the
other way, by the same rules.
"""

from collections.abc import Iterator
from functools import lru_cache

from reader.base.hangul import coda, letters, syllable, with_coda

# What may follow a stem before it is another word: how forms of a stem of one syllable are told from other words.
_SECOND = "고 게 지 는 다 기 던 네 거 자 습 겠 느".split()
_CODA_FORMS = "ㄴㄹㅁㅂ"
_BRIGHT = frozenset("ㅏㅗㅑ")
# What follows a stem and hardly a noun: whether a stem is one is told by these.
_PROOFS = "고 게 지 다 며 던 도록 거나".split()


@lru_cache(maxsize=4096)
def proofs(stem: str) -> tuple[str, ...]:
    """Forms that only a verb has: 어렵고, 어렵게 …, those of the past, 줄였, 빨랐, and behind a consonant 만들어."""
    past = [form for form in beginnings(stem) if len(form) > 1 and coda(form[-1]) == "ㅆ"]
    return (*(stem + end for end in _PROOFS), *past, *(_contracted(stem) if coda(stem[-1]) else ()))


def beginnings(stem: str) -> Iterator[str]:
    """What the forms of a verb with this stem begin with."""
    if len(stem) > 1:
        yield stem
    else:
        yield from (stem + second for second in _SECOND)
    last = coda(stem[-1])
    if last == "":
        yield from _open_beginnings(stem)
    elif last == "ㄹ":
        yield from _l_beginnings(stem)
        yield from _with_a(stem)
        yield from (stem + second for second in ("며", "면", "려", "을")) if len(stem) == 1 else ()
    elif len(stem) == 1:
        yield from (stem + second for second in ("은", "을", "음", "으", "이"))  # 많이: the adverb
        yield from _with_a(stem)
    yield from _irregular(stem, last)


def _open_beginnings(stem: str) -> Iterator[str]:
    yield from (with_coda(stem, final) for final in _CODA_FORMS)
    if len(stem) == 1:
        yield from (stem + second for second in ("며", "면", "므", "니", "려"))
        yield with_coda(stem, "ㄴ") + "다"
    yield from _with_a(stem)


def _l_beginnings(stem: str) -> Iterator[str]:
    """A stem in ㄹ without it: 만드는, 만든, 만듭니다, 만듦."""
    bare = with_coda(stem, "")
    yield from (bare + second for second in ("는", "니", "네", "시"))
    yield from (with_coda(stem, final) for final in ("ㄴ", "ㅂ", "ㄻ"))


def _with_a(stem: str) -> Iterator[str]:
    """The stem with 아/어 and with 았/었, contracted where it contracts."""
    for body in _contracted(stem):
        if len(body) > 1:
            yield body
            yield with_coda(body, "ㅆ")
        else:
            yield from (body + second for second in ("서", "야", "도", "지", "진", "졌", "져", "질", "짐"))
            yield from (with_coda(body, "ㅆ") + second for second in ("다", "고", "으", "던", "지", "는", "을", "음"))


def _contracted(stem: str) -> Iterator[str]:
    onset, vowel, last = letters(stem[-1])
    head = stem[:-1]
    bright = vowel in _BRIGHT
    if last:
        yield stem + ("아" if bright else "어")
        return
    if onset == "ㅎ" and vowel == "ㅏ":
        yield head + "해"
        yield stem + "여"
        return
    short = {"ㅏ": "ㅏ", "ㅓ": "ㅓ", "ㅐ": "ㅐ", "ㅔ": "ㅔ", "ㅕ": "ㅕ", "ㅗ": "ㅘ", "ㅜ": "ㅝ", "ㅣ": "ㅕ", "ㅚ": "ㅙ"}
    if vowel in short:
        yield head + syllable(onset, short[vowel])
    if vowel in "ㅐㅔㅚㅟㅣㅗㅜㅢ":
        yield stem + ("아" if bright else "어")
    if vowel == "ㅡ":
        before = letters(head[-1])[1] if head else ""
        yield head + syllable(onset, "ㅏ" if before in _BRIGHT and before else "ㅓ")  # 나빠, 커


def _irregular(stem: str, last: str) -> Iterator[str]:
    """Forms in which the stem itself changes."""
    onset, vowel, _ = letters(stem[-1])
    bare = with_coda(stem, "")
    if last == "ㅂ":  # 어렵다: 어려우면, 어려운, 어려워; 돕다: 도와
        yield from (bare + second for second in ("우", "운", "울", "움", "웁", "워", "웠"))
        yield from (bare + second for second in ("와", "왔")) if stem in ("돕", "곱") else ()
    elif last == "ㄷ":  # 듣다: 들어, 들은
        changed = with_coda(stem, "ㄹ")
        yield from (changed + second for second in ("은", "을", "음", "으", "어", "아", "었", "았"))
    elif last == "ㅅ":  # 짓다: 지어, 지은
        yield from (bare + second for second in ("은", "을", "음", "으", "어", "아", "었", "았"))
    elif last == "ㅎ" and len(stem) > 1:  # 빨갛다: 빨간, 빨개
        yield from (with_coda(stem, final) for final in ("ㄴ", "ㄹ", "ㅁ"))
        yield stem[:-1] + syllable(onset, "ㅐ")
    elif onset == "ㄹ" and vowel == "ㅡ" and last == "" and len(stem) > 1 and coda(stem[-2]) == "":
        doubled = with_coda(stem[:-1], "ㄹ")  # 빠르다: 빨라, 빨랐다, and the adverb 빨리
        ending = ("라", "랐") if letters(stem[-2])[1] in _BRIGHT else ("러", "렀")
        yield from (doubled + second for second in (*ending, "리"))
        yield from (stem + second for second in ("러", "렀"))  # 이르다: 이르러
