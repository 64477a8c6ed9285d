"""Korean words as the grammar needs them: the noun without its particle, words of change, descriptions, verbs.

Rules of shape, no dictionary: endings that a noun can't have make a verb, 은/는/된/한 a description, particles are
taken off where the syllable before them allows it. Comes in: one word. Goes out: a `StemmedWord`.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from reader.numbers.tables import in_order, listed
from reader.numbers.terms import CHANGES, METRIC_ENDINGS, NOT_METRICS, PASSED_OVER


class StemmedWord(NamedTuple):
    """A word taken apart. `stem` is its beginning, so that its place in the text is known."""

    kind: str  # "noun", "change" (향상), "change of" (향상된, 빠른), "verb of change" (줄였다), "modifier" or "verb"
    stem: str
    particle: str = ""


_PARTICLES = in_order(
    """
    만으로도 만으로 만에 에서의 에서는 에서도 에서만 에서 에게 으로의 으로는 으로도 으로만 으로써 으로 로의 로는
    로도 로만 로써 로서 까지의 까지도 까지만 까지 로부터 으로부터 부터 마다 만큼의 만큼 처럼 밖에 조차 보다도
    보다는 보다 에는 에도 에만 에 의 이라는 라는 이며 이고 이나 이었으며 이지만 와의 과의 와는 과는 와 과 은 는 을
    를 이 가 도 만 나 로 이다 씩 인 이었다 였다 당 간 짜리 이었으나 였으며 였으나 으로서 만을 만이
    뿐 뿐인 뿐이다 뿐이었다 뿐이며 뿐이지만
    """
)
PARTICLES = tuple(sorted(_PARTICLES, key=len, reverse=True))
_IS_PARTICLE = frozenset(PARTICLES)
_AFTER_CONSONANT = frozenset({"은", "을", "이", "과"})
_AFTER_VOWEL = frozenset({"는", "를", "가", "와", "로", "나"})
_ONLY_BEHIND_METRICS = listed("도 인 당 간 나 씩")
_DOUBTFUL = listed("이 가 의 에 도 만 나 로 과 와 는 인 당 간 씩")
_SINGLE = listed("값 수 폭 층 턴 장 양 률 곳 점 것 때 중 급")
_WHOLE = listed("제로 세로 가로 별로 바로 서로 주의 미로 도로 회로 피로 사이 위로 크로 정의 유의 강의 토의")
_WHOLE_ENDINGS = in_order(
    """
    결과 효과 성과 초과 통과 길이 깊이 높이 넓이 경로 논의 회의 동의 이미지 차이 임의 전문가 전문의 임상의 전공의
    담당의
    """
)

_ANY_CHANGE = "|".join(sorted(CHANGES, key=len, reverse=True))
_CHANGE = re.compile(rf"(?P<noun>{_ANY_CHANGE})(?P<rest>.*)", re.DOTALL)
_COMPOUND = re.compile(rf"(?P<head>..{{1,12}}?)(?P<noun>{_ANY_CHANGE})(?P<rest>.{{0,6}})", re.DOTALL)
_CHANGE_OF = re.compile(r"(?:되었던|됐던|된|한|되는|하는|하던|시킨|시키는|될|할|적인|적)$")
_STEMS = re.compile(
    r"(?:높|낮|짧|작|적|많|좋|얕|깊)(?:은$|았|아|고$|다$|으[며나니]|게$|지만$|음)"
    r"|높(?=[였여인]|이[고며면는])|낮(?=[추춰췄춘출])|줄(?=[이였여인었어일])|늘(?=[리렸려린었어릴])"
    r"|빠른|빠르|빨라|빨랐|느린|느리|느려|커졌|커지|커[서]?$|큰$|크[고며다]$|길(?:고|다|어|었)|긴$|적었|많이$|나은$|나았|나아졌"
    r"|뛰어난|뛰어넘|우수(?=[한하했])|앞서|앞선|앞섰|앞질|앞지|능가|뒤처|뒤진|뒤졌|뒤떨|떨어|끌어올|올랐|올렸|올려|올리|올린"
    r"|오른|오르|내려|내렸|내린|내리|상회|하회|웃돌|웃도|밑돌|밑도|저렴|가벼|초과(?=[한하했])|나빠|좋아|좋은|벌어|벌렸"
    r"|넘어섰|넘어서"
)
_ATTRIBUTIVE = ("은", "른", "된", "한", "인", "는", "난", "선", "진", "큰", "춘", "린", "던", "킨", "긴")
_VERB_ENDINGS = in_order(
    """
    다 며 하고 되고 이고 였고 었고 았고 했고 졌고 키고 리고 추고 내고 면서 으나 지만 하여 되어 시켜 해서 하게 되게
    도록 했을 하지 되지 하자 될 할 면서도 으면 해도 아도 어도 더라도 수록 므로 는데 함을 됨을 음을 였음을 았음 었음 했음
    """
)
_FACES = in_order(
    """
    화면 표면 측면 장면 평면 단면 정면 전면 후면 반면 양면 곡면 내면 외면 벽면 도면 국면 서면 대면 라면 가면 노면
    이해 피해 재해 저해 방해 유해 무해 손해 오해 분해 견해 독해 침해 공해 항해 올해 당해 상해
    """
)
"""Nouns that end as verbs do in 두면 and 비교해."""
_MODIFIER_ENDINGS = in_order("하는 되는 시키는 한 된 시킨 적인 로운 있는 없는 던 적 스러운 히 다운")
_ADJECTIVES = listed("깊은 긴 넓은 좁은 같은 다른 새로운 젊은 얕은 얇은 비싼 값싼 어려운 쉬운 무거운 두꺼운 어린")
_RELATIVE = listed(
    """
    보인 보이는 얻은 받은 만든 거둔 나타낸 이룬 갖춘 지닌 가진 이어진 알려진 쓰인 밝힌 넘긴 바꾼 나온 쓰는 얻는
    받는
    """
)
_PAST = re.compile("[" + "".join(chr(at) for at in range(0xAC00 + 20, 0xD7A4, 28)) + "]")  # a syllable that ends in ㅆ
_LINKING = listed(
    """
    한 따라 통해 대해 위해 인해 비해 걸쳐 없이 관계없이 대하여 통하여 의해 관해 함께 더불어 오히려 다시 소폭
    """
)
_NOT_MODIFIERS = listed(
    """
    제한 상한 하한 권한 무한 극한 기한 목적 업적 면적 실적 표적 추적 축적 누적 체적 용적 흔적 최적 궤적 조건부적
    """
)
_LONGEST = 24


def ends_open(syllable: str) -> bool:
    """Whether a syllable has no final consonant."""
    return (ord(syllable) - 0xAC00) % 28 == 0


def is_particle(text: str) -> bool:
    """Whether the text is one particle, as behind a name or a unit."""
    return text in _IS_PARTICLE


def is_metric_noun(noun: str) -> bool:
    """Whether a noun has the shape of a quantity: 정확도, 성공률, 지연 시간."""
    return noun.endswith(METRIC_ENDINGS) and noun not in NOT_METRICS and len(noun) <= _LONGEST


@lru_cache(maxsize=8192)
def word(text: str) -> StemmedWord:
    """What kind of word it is, and its noun."""
    if len(text) > _LONGEST:
        return StemmedWord("noun", text)
    if text in PASSED_OVER:
        return StemmedWord("modifier", text)
    return _changing(text) or _ending(text) or _noun(text)


def _changing(text: str) -> StemmedWord | None:
    match = _CHANGE.match(text)
    if match is not None:
        noun, rest = match["noun"], match["rest"]
        if not rest or rest in _IS_PARTICLE:
            return StemmedWord("change", noun, rest)
        if rest in ("폭", "률", "율", "치", "량", "분"):
            return None
        return StemmedWord("change of" if _CHANGE_OF.fullmatch(rest) else "verb of change", text)
    if _STEMS.match(text):
        return StemmedWord("change of" if text.endswith(_ATTRIBUTIVE) else "verb of change", text)
    return None


def _ending(text: str) -> StemmedWord | None:
    if text in _NOT_MODIFIERS:
        return None
    if text in _ADJECTIVES or text in _LINKING or (len(text) > 1 and text.endswith(_MODIFIER_ENDINGS)):
        return StemmedWord("modifier", text)
    verbal = text.endswith(_VERB_ENDINGS) or (text.endswith(("면", "해")) and not text.endswith(_FACES))
    if text in _RELATIVE or (len(text) > 1 and verbal) or _PAST.search(text):
        return StemmedWord("verb", text)
    return None


def _noun(text: str) -> StemmedWord:
    if is_metric_noun(text) or text in _WHOLE or text.endswith(_WHOLE_ENDINGS):
        return StemmedWord("noun", text)
    for particle in PARTICLES:
        stem = text[: -len(particle)]
        if text.endswith(particle) and _may_carry(stem, particle):
            return StemmedWord("noun", stem, particle)
    return StemmedWord("noun", text)


def _may_carry(stem: str, particle: str) -> bool:
    if not stem or (len(stem) == 1 and stem not in _SINGLE and particle in _DOUBTFUL):
        return False
    if particle in _ONLY_BEHIND_METRICS:
        return is_metric_noun(stem)
    open_end = ends_open(stem[-1])
    if particle in _AFTER_CONSONANT:
        return not open_end
    if particle == "로":
        return open_end or (ord(stem[-1]) - 0xAC00) % 28 == 8  # 8: ㄹ
    return open_end if particle in _AFTER_VOWEL else True


def compound(noun: str) -> tuple[str, str] | None:
    """성능향상 as 성능 and 향상, for texts that leave the space out."""
    match = _COMPOUND.fullmatch(noun)
    if match is None or (match["rest"] and match["rest"] not in _IS_PARTICLE):
        return None
    return (match["head"], match["noun"]) if is_metric_noun(match["head"]) else None
