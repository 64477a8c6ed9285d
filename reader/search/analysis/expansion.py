"""A word that was typed → every form that counts as it.

In: a word or quoted words, and a `Lexicon` that knows what the library writes. Out: `Piece`s, one behind the other,
each with the `Form`s of which one has to be found there. Whether 정확도 is a word or 정확 with the particle 도 is not
looked up in a dictionary: what the library uses as an object (정확도를) is a noun.
"""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from reader.base.hangul import coda, is_hangul, with_coda
from reader.search.analysis.composing import completions, unfinished
from reader.search.analysis.conjugation import beginnings, proofs
from reader.search.analysis.fold import fold
from reader.search.analysis.forms import Form, Kind, Lexicon, Piece
from reader.search.analysis.hangul_typos import Attempts
from reader.search.analysis.inside import barred
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
from reader.search.analysis.tokenizer import chunks, width, word_parts, word_whole
from reader.search.analysis.verbs import forms, is_bare, main_stems, nouns_of, stems

_COMPLETIONS = 200  # words a beginning with an asterisk may stand for
_BEGUN = 12  # beginnings of words by a syllable that are looked at, the commonest
# 하다, 되다 and the copula: in so many words that none of them is meant by one form.
_LIGHT = frozenset("하되이")
_TYPED = 50  # and one that is being typed: the commonest, since more letters follow


class Expansion(NamedTuple):
    """A word in its pieces."""

    pieces: tuple[Piece, ...]
    corrected: str | None = None  # the word as it was taken, where it is in no document as it was typed


def expand(
    text: str,
    lexicon: Lexicon,
    *,
    exact: bool = False,
    prefix: bool = False,
    typing: bool = False,
    attempts: Attempts | None = None,
) -> Expansion:
    """A typed word (or, `exact`, quoted words) in its pieces; () when there is nothing to look for in it.

    `prefix` takes the last piece as the beginning of a word, `typing` does too, and its last syllable as unfinished.
    `attempts` are what is left of the query's to correct slips in Korean words; without any, none is corrected.
    """
    if typing and (opened := unfinished(text, lexicon)):
        return Expansion(opened)
    parts = list(chunks(text))
    if not exact and len(parts) > 1 and parts[-1][0] in PARTICLES and not is_hangul(parts[-2][0][0]):
        parts.pop()  # LLM의, FID를
    if not exact and (together := _hyphened(parts, lexicon)):
        return Expansion(together)
    pieces: list[Piece] = []
    corrected = None
    end = 0
    for n, (chunk, position) in enumerate(parts):
        last = n == len(parts) - 1
        if not _is_latin(chunk):
            found = _run(chunk, lexicon, exact=exact, typing=typing and last, prefix=prefix and last)
            if not exact and not (prefix and last) and not any(map(lexicon.has, found)):
                found, instead = _otherwise(chunk, found, lexicon, attempts)
                corrected = (corrected or text).replace(chunk, instead) if instead else corrected
        else:
            most = _COMPLETIONS if prefix and last else _TYPED if typing and last else 0
            found, instead = _word(chunk, lexicon, most=most, correct=not exact)
            corrected = (corrected or text).replace(chunk, instead) if instead else corrected
        pieces.append(Piece(found, position - end if pieces else 0))
        end = position + width(chunk)
    return Expansion(tuple(pieces), corrected)


def expand_name(text: str, lexicon: Lexicon) -> tuple[Piece, ...]:
    """A name in its pieces, as it is written with or without spaces: its nouns, and no forms of verbs."""
    parts = list(chunks(text))
    if len(parts) > 1 and all(_is_latin(chunk) for chunk, _ in parts):
        terms = tuple(part for chunk, _ in parts for part in word_parts(chunk))
        one = joined(parts[0][0], parts[1][0], lexicon) if len(parts) == 2 else ()
        return (Piece((Form(Kind.PARTS, terms, (), len(terms)), *one)),)
    pieces: list[Piece] = []
    end = 0
    for chunk, position in parts:
        if _is_latin(chunk):
            found = _word(chunk, lexicon, most=0, correct=False)[0]
        else:
            found = (_noun(chunk, lexicon),) if len(chunk) > 1 else (_form(chunk),)
        pieces.append(Piece(found, position - end if pieces else 0))
        end = position + width(chunk)
    return tuple(_closed_up(pieces))


def _closed_up(pieces: list[Piece]) -> list[Piece]:
    """Runs of Hangul beside one another as one: 강화 학습 is written 강화학습 as well."""
    found: list[Piece] = []
    for piece in pieces:
        form = piece.forms[0]
        before = found[-1].forms[0] if found else None
        if before and not piece.gap and {form.kind, before.kind} <= {Kind.RUN, Kind.ALONE}:
            run = before.terms[0].strip("=") + form.terms[0].strip("=")
            found[-1] = Piece((Form(Kind.RUN, (run,), (), len(run)),), found[-1].gap)
        else:
            found.append(piece)
    return found


# Hangul


def _run(run: str, lexicon: Lexicon, *, exact: bool, typing: bool, prefix: bool) -> tuple[Form, ...]:
    if typing and (found := completions(run, lexicon)):
        return found
    if len(run) == 1:
        adnominal = () if exact or prefix or typing else _adnominal(run, lexicon)
        return (*_single(run, lexicon, prefix=prefix), *adnominal)
    if exact or prefix or not is_hangul(run[0]):
        return (_form(run),)
    if can_only_be_noun(run) or is_noun(run, lexicon):
        return (_noun(run, lexicon),)
    return _without_particle(run, lexicon) or _forms_of(run, lexicon)


def _otherwise(
    run: str, found: tuple[Form, ...], lexicon: Lexicon, attempts: Attempts | None
) -> tuple[tuple[Form, ...], str | None]:
    """A run that is nowhere in the forms found: in all forms of a verb, proved or not; else as it was meant.

    The second is the run that was taken, or None. A slip may be in the noun before a particle.
    """
    if len(run) < 2 or not is_hangul(run[0]):
        return found, None
    stems_before = (beginnings(stem) for stem in main_stems(run))
    verbs = _of_beginnings({*forms(run), *chain.from_iterable(stems_before)}, lexicon)
    if any(map(lexicon.has, verbs)):
        return (*found, *verbs), None
    if attempts is None:
        return found, None
    for cut in (len(run), *tails(run)):
        if cut > 1 and attempts.take() and (noun := lexicon.similar(run[:cut])):
            instead = noun + run[cut:]
            return _run(instead, lexicon, exact=False, typing=False, prefix=False), instead
    return found, None


def _without_particle(run: str, lexicon: Lexicon) -> tuple[Form, ...]:
    """The noun in a run; () when the library does not know it as one and it may be a verb."""
    if nouns := nouns_of(run):
        return (_noun(nouns[0], lexicon),)
    for cut in tails(run):
        if cut > 2 and run[cut - 1] == "적":  # 효율적인, 효율적으로: what ends in the suffix 적 is a noun
            return (_noun(run[:cut], lexicon),)
        if cut > 1 and (is_noun(run[:cut], lexicon) or not forms(run)):
            return (_noun(run[:cut], lexicon),)
        if cut == 1 and is_noun_of_one(run, lexicon):
            return (_form(run), *_single(run[0], lexicon, prefix=False))
    return ()


def _forms_of(run: str, lexicon: Lexicon) -> tuple[Form, ...]:
    """A run as it is, the nouns it may be and the verbs it may be a form of."""
    nouns = tuple(_noun(run[:cut], lexicon) for cut in tails(run) if cut > 1)
    found = _verbs(run, lexicon)
    begun = {form for stem in found for form in beginnings(stem)}
    if not found:
        unclear = is_bare(run) or run[-1] in NOUNS_TOO
        begun.update(form for form in forms(run) if len(form) > 2 or not unclear)
    return (_noun(run, lexicon), *nouns, *_of_beginnings({form for form in begun if _worth(form, run)}, lexicon))


def _verbs(run: str, lexicon: Lexicon) -> list[str]:
    """The stems a run may be a form of, if the library uses one as a verb; one of one syllable need not be proved.

    만든 is of 만들다, since the library writes 만들고 and no 만드고; 게임 is of no 게이다.
    """
    proved = {stem for stem in stems(run) if len(stem) == 1 or _is_verb(stem, lexicon)}
    rivals = {with_coda(stem, "" if coda(stem[-1]) == "ㄹ" else "ㄹ") for stem in proved}
    first = [stem for stem in stems(run) if stem in proved or (proved and stem not in rivals)]
    return [*first, *(stem for stem in main_stems(run) if stem not in first and _is_main_verb(stem, lexicon))]


def _is_verb(stem: str, lexicon: Lexicon) -> bool:
    return any(lexicon.is_solid(form, 1) for form in proofs(stem))


def _is_main_verb(stem: str, lexicon: Lexicon) -> bool:
    """As `_is_verb`, where 지 may be the auxiliary: 사라지다 is of no 사라다."""
    return any(lexicon.is_solid(form, 1) for form in proofs(stem) if form[-1] != "지")


def _of_beginnings(begun: set[str], lexicon: Lexicon) -> tuple[Form, ...]:
    """Forms of verbs by how they begin.

    One known by two syllables (보이-) counts at the beginning of a word only, 정보이며 is none of 보이다, and not where
    it is a noun: 크기.
    """
    heads: dict[str, list[str]] = {}
    for form in sorted(begun):
        if len(form) == 2 and not (form[1] in "기지자거" and is_word(form, lexicon)):
            heads.setdefault(form[0], []).append(form)
    verbs = tuple(Form(Kind.HEAD, tuple(pairs), (), 2) for pairs in heads.values())
    return (*verbs, *(_form(form) for form in sorted(begun) if len(form) != 2))


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


def _noun(run: str, lexicon: Lexicon) -> Form:
    """A noun, but not where its syllables are in another word."""
    return _form(run)._replace(barred=barred(run, lexicon))


def _form(text: str) -> Form:
    if len(text) == 1:
        return Form(Kind.ALONE, ("=" + text,))
    return Form(Kind.RUN, (text,), (), len(text))


# Latin words and numbers


def joined(first: str, second: str, lexicon: Lexicon) -> tuple[Form, ...]:
    """Two Latin words as the one word some write: fine tuning, finetuning; U-Net, UNet; not ST-AR, which is no star."""
    whole = word_whole(first + second)
    if len(whole) < (4 if _is_letter(first) else 8) or not whole.isalpha() or not lexicon.known(whole):
        return ()
    return (Form(Kind.WORD, (whole,)),)


def _hyphened(parts: list[tuple[str, int]], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Two Latin words with a hyphen, where the library also writes them as one."""
    if len(parts) != 2 or parts[0][1] + width(parts[0][0]) != parts[1][1] or not all(_is_latin(c) for c, _ in parts):
        return ()
    one = joined(parts[0][0], parts[1][0], lexicon)
    terms = tuple(word_parts(parts[0][0]) + word_parts(parts[1][0]))
    return (Piece((Form(Kind.PARTS, terms, (), len(terms)), *one)),) if one else ()


def _word(word: str, lexicon: Lexicon, *, most: int, correct: bool) -> tuple[tuple[Form, ...], str | None]:
    """A Latin word: as it is, its parts side by side, or two words written as one; corrected if it is nowhere.

    `most` is how many words it may be the beginning of.
    """
    whole, parts = word_whole(word), tuple(word_parts(word))
    if whole.endswith("us") and not lexicon.known(whole) and lexicon.known(whole[:-1]):
        whole = whole[:-1]  # gpus: most words in us are no plurals
    found = [Form(Kind.WORD, (whole,))]
    if len(parts) > 1:
        found.append(Form(Kind.PARTS, parts, (), len(parts)))
    found.extend(Form(Kind.PARTS, halves, (), 2) for halves in _halves(whole, lexicon))
    if most:
        begun = [term for term in lexicon.commonest(fold(word), most) if term != whole]
        found.extend(Form(Kind.WORD, (term,)) for term in begun)
    if correct and len(found) == 1 and not lexicon.known(whole) and (instead := lexicon.similar(whole)):
        return tuple(Form(Kind.WORD, (term,)) for term in lexicon.beginning(instead)[:_COMPLETIONS]), instead
    return tuple(found), None


def _halves(whole: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Two words the library has side by side and the person wrote as one: flashattention, unet."""
    if not whole.isalpha() or len(whole) < 4:
        return
    for cut in (1, *range(3, len(whole) - 2)):
        first, second = whole[:cut], whole[cut:]
        if cut == 1 and not _is_letter(first):
            continue
        if lexicon.known(first) and lexicon.known(second) and lexicon.side_by_side(first, second):
            yield first, second


def _is_letter(word: str) -> bool:
    """Whether this is a letter and no word: a and I are words (Quirk et al.)."""
    return len(word) == 1 and word.casefold() not in "ai"


def _is_latin(chunk: str) -> bool:
    return not is_hangul(chunk[0]) and not "\u3005" <= chunk[0] <= "\u9fff"
