"""A word that was typed → every form that counts as it.

In: a word or quoted words, and a `Lexicon` that knows what the library writes. Out: `Piece`s, one behind the other,
each with the `Form`s of which one has to be found there. Whether 정확도 is a word or 정확 with the particle 도 is not
looked up in a dictionary: what the library uses as an object (정확도를) is a noun.
"""

from itertools import chain

from reader.base.hangul import coda, is_hangul, with_coda
from reader.search.analysis.composing import completions, unfinished
from reader.search.analysis.conjugation import beginnings, proofs
from reader.search.analysis.forms import Form, Kind, Lexicon, Piece
from reader.search.analysis.inside import barred
from reader.search.analysis.latin_words import hyphened, is_latin, latin_word
from reader.search.analysis.nouns import (
    NOUNS_TOO,
    begins,
    can_only_be_noun,
    is_noun,
    is_noun_of_one,
    is_object,
    is_word,
)
from reader.search.analysis.particles import PARTICLES, tails
from reader.search.analysis.tokenizer import chunks, width, word_whole
from reader.search.analysis.verbs import forms, is_bare, main_stems, nouns_of, stems

_COMPLETIONS = 200  # words a beginning with an asterisk may stand for
_BEGUN = 12  # beginnings of words by a syllable that are looked at, the commonest
# 하다, 되다 and the copula: in so many words that none of them is meant by one form.
_LIGHT = frozenset("하되이")
_NOUN_ENDS = NOUNS_TOO | frozenset("니네어인임")  # syllables in which nouns end as well as forms of verbs
_VERB_ENDS = frozenset("운은한된할될")  # and those in which few nouns do
_PROVING = ("고", "게", "며", "는", "다", "지만", "으며", "은", "기")
_TYPED = 50  # and one that is being typed: the commonest, since more letters follow


def expand(
    text: str,
    lexicon: Lexicon,
    *,
    exact: bool = False,
    prefix: bool = False,
    typing: bool = False,
) -> tuple[Piece, ...]:
    """A typed word (or, `exact`, quoted words) in its pieces; () when there is nothing to look for in it.

    `prefix` takes the last piece as the beginning of a word, `typing` does too, and its last syllable as unfinished.
    """
    return lexicon.memory.once(
        ("expand", text, exact, prefix, typing),
        lambda: _expand(text, lexicon, exact=exact, prefix=prefix, typing=typing),
    )


def _expand(text: str, lexicon: Lexicon, *, exact: bool, prefix: bool, typing: bool) -> tuple[Piece, ...]:
    if typing and (opened := unfinished(text, lexicon)):
        return opened
    parts = list(chunks(text))
    if not exact and len(parts) > 1 and parts[-1][0] in PARTICLES and not is_hangul(parts[-2][0][0]):
        parts.pop()  # LLM의, FID를
    if not exact and (together := hyphened(parts, lexicon)):
        return together
    pieces: list[Piece] = []
    end = 0
    for n, (chunk, position) in enumerate(parts):
        last = n == len(parts) - 1
        if is_latin(chunk):
            most = _COMPLETIONS if prefix and last else _TYPED if typing and last else 0
            found = latin_word(chunk, lexicon, most)
        else:
            found = _run(chunk, lexicon, exact=exact, typing=typing and last, prefix=prefix and last)
            if not exact and not (prefix and last) and not any(map(lexicon.has, found)):
                found = _unproved(chunk, found, lexicon)
        pieces.append(Piece(found, position - end if pieces else 0))
        end = position + width(chunk)
    return tuple(pieces)


def is_known(text: str, lexicon: Lexicon, *, typing: bool = False) -> bool:
    """Whether the library has a word, in whatever form, or one that begins so; what is no word counts as known."""
    parts = list(chunks(text))
    if len(parts) == 1 and not typing and is_latin(parts[0][0]) and lexicon.known(word_whole(text)):
        return True
    if len(parts) == 1 and is_hangul(text[0]):
        nouns = (parts[0][0][:cut] for cut in (len(parts[0][0]), *tails(parts[0][0])) if cut > 1)
        if any(map(lexicon.beginning_with, nouns)):
            return True
    pieces = expand(text, lexicon, typing=typing)
    return all(any(map(lexicon.has, piece.forms)) for piece in pieces)


# Hangul


def _run(run: str, lexicon: Lexicon, *, exact: bool, typing: bool, prefix: bool) -> tuple[Form, ...]:
    if typing and (found := completions(run, lexicon)):
        return found
    if len(run) == 1:
        adnominal = () if exact or prefix or typing else _adnominal(run, lexicon)
        return (*_single(run, lexicon, prefix=prefix), *adnominal)
    if exact or prefix or not is_hangul(run[0]):
        return (plain_form(run),)
    if can_only_be_noun(run) or is_noun(run, lexicon):
        return (noun_form(run, lexicon),)
    return _without_particle(run, lexicon) or _forms_of(run, lexicon)


def _unproved(run: str, found: tuple[Form, ...], lexicon: Lexicon) -> tuple[Form, ...]:
    """A run that is nowhere in the forms found, in all forms of a verb, whether the library proves it one or not."""
    if len(run) < 2 or not is_hangul(run[0]) or _is_rather_a_noun(run, lexicon):
        return found
    stems_before = (beginnings(stem) for stem in main_stems(run))
    verbs = _of_beginnings({*forms(run), *chain.from_iterable(stems_before)}, lexicon)
    return (*found, *verbs) if any(map(lexicon.has, verbs)) else found


def _without_particle(run: str, lexicon: Lexicon) -> tuple[Form, ...]:
    """The noun in a run; () when the library does not know it as one and it may be a verb."""
    if nouns := nouns_of(run):
        return (noun_form(nouns[0], lexicon),)
    for cut in tails(run):
        if cut > 2 and run[cut - 1] == "적":  # 효율적인, 효율적으로: what ends in the suffix 적 is a noun
            return (noun_form(run[:cut], lexicon),)
        if cut > 1 and (is_noun(run[:cut], lexicon) or not forms(run)):
            return (noun_form(run[:cut], lexicon),)
        if cut == 1 and is_noun_of_one(run, lexicon):
            return (plain_form(run), *_single(run[0], lexicon, prefix=False))
    return ()


def _forms_of(run: str, lexicon: Lexicon) -> tuple[Form, ...]:
    """A run as it is, the nouns it may be and the verbs it may be a form of."""
    nouns = tuple(noun_form(run[:cut], lexicon) for cut in tails(run) if cut > 1)
    found = _verbs(run, lexicon)
    begun = {form for stem in found for form in beginnings(stem)}
    if not found and not _is_rather_a_noun(run, lexicon):
        unclear = is_bare(run) or run[-1] in NOUNS_TOO
        begun.update(form for form in forms(run) if len(form) > 2 or not unclear)
    return (noun_form(run, lexicon), *nouns, *_of_beginnings({form for form in begun if _worth(form, run)}, lexicon))


def _verbs(run: str, lexicon: Lexicon) -> list[str]:
    """The stems a run may be a form of, if the library uses one as a verb; one of one syllable need not be proved.

    만든 is of 만들다, since the library writes 만들고 and no 만드고; 게임 is of no 게이다.
    """
    is_doubtful = _is_rather_a_noun(run, lexicon)
    proved = {
        stem
        for stem in stems(run)
        if (_is_verb_of_one(stem, lexicon) or not is_doubtful if len(stem) == 1 else _is_verb(stem, lexicon))
    }
    rivals = {with_coda(stem, "" if coda(stem[-1]) == "ㄹ" else "ㄹ") for stem in proved}
    first = [stem for stem in stems(run) if stem in proved or (proved and stem not in rivals)]
    return [*first, *(stem for stem in main_stems(run) if stem not in first and _is_main_verb(stem, lexicon))]


def _is_rather_a_noun(run: str, lexicon: Lexicon) -> bool:
    """Whether a run that no word begins with ends as many nouns do: 점자, 드론 are no 점다, 드로다."""
    if not (is_bare(run) or run[-1] in _NOUN_ENDS) or run[-1] in _VERB_ENDS:
        return False
    return not (begins(run, lexicon) if len(run) == 2 else lexicon.is_solid(run, 1))


def _is_verb_of_one(stem: str, lexicon: Lexicon) -> bool:
    return sum(begins(stem + ending, lexicon) for ending in _PROVING) > 1


def _is_verb(stem: str, lexicon: Lexicon) -> bool:
    return any(lexicon.is_solid(form, 1) for form in proofs(stem))


def _is_main_verb(stem: str, lexicon: Lexicon) -> bool:
    """As `_is_verb`, where 지 may be the auxiliary: 사라지다 is of no 사라다."""
    return any(lexicon.is_solid(form, 1) for form in proofs(stem) if form[-1] != "지")


def _of_beginnings(begun: set[str], lexicon: Lexicon) -> tuple[Form, ...]:
    """Forms of verbs by how they begin.

    One that begins with two syllables (보이-) counts only where a word begins, since 정보이며 is no form of 보이다, and
    not where it is a noun: 크기.
    """
    heads: dict[str, list[str]] = {}
    for form in sorted(begun):
        if len(form) == 2 and not (form[1] in "기지자거" and is_word(form, lexicon)):
            heads.setdefault(form[0], []).append(form)
    verbs = tuple(Form(Kind.HEAD, tuple(pairs), (), 2) for pairs in heads.values())
    return (*verbs, *(plain_form(form) for form in sorted(begun) if len(form) != 2))


def _adnominal(syllable: str, lexicon: Lexicon) -> tuple[Form, ...]:
    """The verb that has a form of one syllable, which no noun is: 큰, 긴, but not 눈을."""
    if coda(syllable) != "ㄴ" or any(begins(syllable + particle, lexicon) for particle in "을이의에은"):
        return ()
    begun = {
        form
        for stem in stems(syllable)
        if stem not in _LIGHT and any(begins(stem + ending, lexicon) for ending in "게며")
        for form in beginnings(stem)
    }
    return _of_beginnings(begun, lexicon)


def _worth(form: str, run: str) -> bool:
    """Whether a form finds more than the word itself does."""
    return form != run and not (len(run) > 1 and form.startswith(run))


def _single(noun: str, lexicon: Lexicon, *, prefix: bool) -> tuple[Form, ...]:
    """A noun of one syllable: alone; at the end of a compound (임계값); at the beginning of one (웹사이트).

    Where it begins or ends words more than three times as often as it is alone, most of those are other words. Then
    those beginnings do not count which are nouns themselves (차이를, 차원을), and ends only where the noun has a coda.
    Nor do beginnings that are half as common as it is alone, and words (점수). The end of a word of two (관점)
    counts where the noun is mostly alone.
    """
    terms = ("=" + noun, "^" + noun, noun + "$", noun + "%")
    alone, starts, ends, halves = map(lexicon.known, terms)
    nouns = _with_particle_nouns(noun, lexicon) if alone else ()
    if nouns:
        alone = max(1, alone - sum(map(lexicon.known, nouns)))
    found = [Form(Kind.START, (terms[0],), nouns) if nouns else Form(Kind.ALONE, (terms[0],))]
    if ends and (ends <= 3 * alone or coda(noun)):
        found.append(Form(Kind.END, (terms[2],)))
    if halves and 3 * halves <= alone:
        found.append(Form(Kind.END, (terms[3],)))
    others: tuple[str, ...] = ()
    if starts and alone and not prefix:
        begun = lexicon.commonest(noun, _BEGUN)
        pairs = [term for term in begun if len(term) == 2 and is_hangul(term[1]) and not tails(term)]
        common = [pair for pair in pairs if 2 * lexicon.known(pair) > alone]
        others = (*nouns, *(pair for pair in common if is_word(pair, lexicon)))
        if starts > 3 * alone:
            others += tuple(pair for pair in pairs if pair not in others and is_object(pair, lexicon))
    found.append(Form(Kind.START, (terms[1],), others))
    return tuple(found)


def _with_particle_nouns(noun: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The nouns of two syllables that look like this one with a particle: 길이, 정의."""
    pairs = (noun + particle for particle in "이가도로과와의")
    return tuple(pair for pair in pairs if lexicon.known(pair) and tails(pair) and is_object(pair, lexicon))


def noun_form(run: str, lexicon: Lexicon) -> Form:
    """A noun, but not where its syllables are in another word."""
    return plain_form(run)._replace(barred=barred(run, lexicon))


def plain_form(text: str) -> Form:
    if len(text) == 1:
        return Form(Kind.ALONE, ("=" + text,))
    return Form(Kind.RUN, (text,), (), len(text))
