# ruff: noqa: SIM905  # lists of words read better as text
"""Korean particles (josa) and forms of the copula: where a noun ends within a run of syllables.

A closed class, written without a space behind its noun (한글 맞춤법 제41항). Which there are, and which follows a
consonant and which a vowel: 국립국어원, 표준국어대사전, entries of the class 조사. Examples are tests in
tests/search/analysis/test_expansion.py.
"""

from functools import lru_cache

from reader.base.hangul import coda

_AFTER_CONSONANT = """이 을 은 과 으로 으로서 으로써 이나 이라도 이랑 이란 이라는 이라고
    이었다 이었던 이었으며 이야말로""".split()
_AFTER_VOWEL = "가 를 는 와 로 로서 로써 나 라도 랑 란 라는 라고 였다 였던 였으며 야말로".split()
_AFTER_ANY = """의 에 에서 에게 에게서 께서 한테 도 만 까지 부터 조차 마저 밖에 보다 처럼 같이 만큼 마다 씩 뿐 대로
    하고 에의 이다 이며 이고 인 일 임 이라 이지만 입니다 인지 이므로 이자 인데 이면 이면서 이기 이었 이던 이어서
    이거나""".split()
_STACKING = """에 에서 에게 에게서 으로 로 으로서 로서 으로써 로써 와 과 까지 부터 만 보다 처럼 만큼 뿐 하고 한테
    에서부터 으로부터 로부터""".split()
_STACKED = "은 는 도 만 의 이나 나 부터 까지 조차 마저 이다 이며 이고 인 아니라".split()

_CONSONANT_ONLY = frozenset(_AFTER_CONSONANT)
_VOWEL_ONLY = frozenset(_AFTER_VOWEL)
_ALL = (
    [*_AFTER_CONSONANT, *_AFTER_VOWEL, *_AFTER_ANY]
    + [first + second for first in _STACKING for second in _STACKED if first != second]
    + "에서부터 으로부터 로부터 만으로 만으로는 만으로도".split()  # not 만을 and 만이: 불만을 tells that 불만 is a noun
)
_AFTER_L = {p for p in _ALL if not p.startswith("으로") and (p not in _VOWEL_ONLY or p.startswith("로"))}
# 들 makes a plural (접미사), and whatever follows a consonant follows it: 모델들, 모델들은, 모델들로.
PARTICLES = frozenset([*_ALL, "들", *("들" + p for p in _AFTER_L)])
_LONGEST = max(map(len, PARTICLES))
# The first particle of each stack decides what may stand before it.
_FIRST_OF = {
    p: max((f for f in (*_CONSONANT_ONLY, *_VOWEL_ONLY) if p.startswith(f)), key=len, default="") for p in PARTICLES
}


@lru_cache(maxsize=1 << 13)
def tails(run: str) -> list[int]:
    """Where particles may begin in a run of syllables, the longest first: 모델에서는 → [2]; 정확도 → [2].

    Only the form is looked at: that 정확도 is a word of its own has to be known otherwise.
    """
    first = max(1, len(run) - _LONGEST)
    return [
        k
        for k in range(first, len(run))
        if run[k:] in PARTICLES and agrees(run[k - 1], run[k:]) and (k > 1 or run[1] != "들")  # 만들, 힘들: verbs
    ]


def agrees(before: str, particle: str) -> bool:
    """Whether a particle has the form that follows this syllable: 모델+을, 데이터+를, 실험+으로, 모델+로, 서울+로."""
    first = _FIRST_OF[particle]
    final = coda(before)
    if first in ("으로", "으로서", "으로써"):
        return final not in ("", "ㄹ")
    if first in ("로", "로서", "로써"):
        return final in ("", "ㄹ")
    if first in _CONSONANT_ONLY and particle not in _AFTER_ANY:
        return final != ""
    if first in _VOWEL_ONLY and particle not in _AFTER_ANY:
        return final == ""
    return True


def object_form(noun: str) -> str:
    """A noun as an object, 을 or 를: what follows it only if it is a noun."""
    return noun + ("을" if coda(noun[-1]) else "를")
