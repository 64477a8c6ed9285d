# ruff: noqa: SIM905  # lists of words read better as text
"""Words that people put around what they look for: they say that papers are asked for, not which.

A closed class of each language: articles, prepositions, question words, forms of light verbs, and the words for a paper
itself. Only where not all words have to be there are they left out.
"""

from reader.search.analysis.fold import fold
from reader.search.analysis.particles import tails
from reader.search.analysis.tokenizer import word_whole

_ENGLISH = frozenset(
    """a an the of for with without and or in on at to from by as is are was be been do does did can could should
    will would may that this these those it its how what which who why when where whether there not no than then so
    into onto over under about via using use used based toward towards between among i we you me my our new novel
    recent latest paper papers article study studies research work works method methods approach approaches something
    any some one please find show tell get make makes making made let""".split()
)
_KOREAN = frozenset(
    """논문 논문들 연구 방법 방식 기법 최신 최근 새로운 관련 관련된 대한 대해 위한 위해 통한 통해 이용한 사용한
    활용한 쓰는 쓴 있는 있나 있을까 있다 없는 없이 하는 하기 하게 하면 해서 했나 한다 되는 되나 될까 된 될 것 거
    게 건 수 때 등 및 또는 그리고 왜 어떻게 무엇 무엇을 뭐 뭘 뭔가 어떤 어느 어디 누가 언제 얼마나 이유 이유는
    문제 경우 정도 더 덜 잘 못 안 좀 다 만 그 이 저 그런 이런 저런 알려줘 찾아줘 보여줘 궁금 설명 소개 정리 내용
    글 같은 처럼 따라 따른 의한 보다 까지 부터 않고 않는 않게 말고 아닌 인지 일까 나온 만든 만드는 개선한 제안한
    기반 기반의 스스로 여러 모든 각 한 두 하나 그냥 실제로""".split()
)


def is_filler(text: str) -> bool:
    """Whether a word only says that something is looked for."""
    word = fold(text)
    if not word:
        return True
    if word in _ENGLISH or word_whole(text) in _ENGLISH or word in _KOREAN:
        return True
    return any(word[:cut] in _KOREAN for cut in tails(word) if cut > 1)
