"""Whether a run is a noun: told by how the library uses it, for want of a dictionary.

In: a run of syllables and a `Lexicon`. Only nouns are objects (정확도를). What ends like a noun with a particle, or as
a form of a verb does, is one where the library writes what neither of those has (표준국어대사전: 조사, 어미).
"""

from reader.base.hangul import coda
from reader.search.analysis.forms import Lexicon
from reader.search.analysis.particles import PARTICLES, agrees, object_form, tails
from reader.search.analysis.tokenizer import SUFFIXES
from reader.search.analysis.verbs import forms, is_bare, nouns_of


def can_only_be_noun(run: str) -> bool:
    """Whether a run can be nothing but a noun without a particle (비디오): then the library need not be asked."""
    return not tails(run) and not nouns_of(run) and not forms(run)


def is_noun(run: str, lexicon: Lexicon) -> bool:
    """Whether the library uses a run, or the noun it ends in, as an object: only nouns take 을 and 를.

    만을, 까지를, 부터를 are particles twice; -는지 and -기 make an object of anything.
    """
    if len(run) < 2 or run.endswith(("만", "까지", "부터", "에서", "으로")):
        return False
    if is_object(run, lexicon) or _is_followed_as_noun(run, lexicon):
        return True
    if run[-1] == "도" and _is_rather_a_word(run, lexicon):
        return True
    if not run.endswith(("지", "기")) and any(is_object(run[cut:], lexicon) for cut in range(1, len(run) - 1)):
        return True
    return len(run) == 2 and tails(run) == [1] and any(_is_used(run, run + light, lexicon) for light in "하한해했되된")


def _is_rather_a_word(run: str, lexicon: Lexicon) -> bool:
    """Whether a run in 도 is more common than what is before it as an object: 신뢰도, but not 모델도."""
    return tails(run) == [len(run) - 1] and lexicon.solid(run) > max(1, lexicon.solid(object_form(run[:-1])))


def is_object(noun: str, lexicon: Lexicon) -> bool:
    return _is_used(noun, object_form(noun), lexicon)


def _is_followed_as_noun(run: str, lexicon: Lexicon) -> bool:
    """Whether what may be a noun and a particle has another behind it that this particle can't have: 정확도의.

    Or what may be a verb, behind an ending: 사용자의, 사용자가.
    """
    ends = [run[cut:] for cut in tails(run)]
    if forms(run):
        return not ends and not is_bare(run) and run[-1] in NOUNS_TOO and _has_particle(run, lexicon)
    if not ends:
        return False
    clear = [
        more for more in ("의", "가") if agrees(run[-1], more) and not any(end + more in PARTICLES for end in ends)
    ]
    return any(_is_used(run, run + more, lexicon) for more in clear)


def is_word(pair: str, lexicon: Lexicon) -> bool:
    """Whether two syllables are a noun of their own: an object, with a particle, or in 하다, 되다 and 적."""
    others = [pair + behind for behind in ("의", "가", "하", "된", "적") if behind != "가" or not coda(pair[1])]
    return is_object(pair, lexicon) or any(_is_used(pair, other, lexicon) for other in others)


def _has_particle(run: str, lexicon: Lexicon) -> bool:
    return any(
        _is_used(run, run + particle, lexicon) for particle in ("의", "가", "와", "에게") if agrees(run[-1], particle)
    )


def _is_used(noun: str, form: str, lexicon: Lexicon) -> bool:
    """Whether a noun has this form in a fiftieth of its uses at least."""
    if lexicon.is_solid(form, max(1, -(-lexicon.most(noun) // 50))):
        return True
    if len(noun) == 2:
        return False  # what it has at most is what it has
    used = lexicon.solid(form)
    return used > 0 and used * 50 >= lexicon.solid(noun)


def is_noun_of_one(run: str, lexicon: Lexicon) -> bool:
    """Whether a run is a noun of one syllable and a particle: 값을, 눈에; but 얻은, 높을 are verbs.

    은, 을, 는, 이 and 가 may be endings of a verb; then only what the library uses with 의, 에, 과 or 와, or at the end
    of a compound (임계값), is a noun, if it is no verb (작고). 도, 로 and 과 may end a noun as well (시도, 경로): what
    is no object is none.
    """
    noun, particle = run[0], run[1:]
    if noun in PARTICLES or not lexicon.known("=" + noun):
        return False  # 와 stands alone behind Latin letters
    if particle in CLEAR:
        return True
    if particle in _NOUNS_END:
        used = [object_form(noun), *([noun + "에"] if particle == "의" else [])]
        return any(begins(pair, lexicon) for pair in used)
    if any(lexicon.is_solid(noun + ending, 1) for ending in "고게"):
        return False
    clear = (noun + "의", noun + "에", noun + ("과" if coda(noun) else "와"))
    return any(begins(pair, lexicon) for pair in clear) or (
        coda(noun) != "" and noun not in SUFFIXES and lexicon.known(noun + "$") > 0
    )


# Particles that are no endings of verbs as well.
CLEAR = frozenset(  # lists of words read better as text
    ["를", "에", "에서", "에는", "에도", "에서는", "까지", "부터", "으로", "와", "보다", "처럼", "만"]
)
# Those in which many nouns of two syllables end: 시도, 경로, 효과, 정의.
_NOUNS_END = frozenset(["도", "로", "과", "의"])
# Endings of verbs in which nouns end as well: 사용자, 생성기, 편집지.
NOUNS_TOO = frozenset("자기지고러도나")


def begins(pair: str, lexicon: Lexicon) -> bool:
    """Whether a word begins so."""
    return bool(lexicon.beginning_with(pair))
