"""A syllable that is being typed: what it may become.

In: a run of syllables as the keyboard has composed it so far. Out: forms that every completion of it has.
"""

from collections.abc import Iterator

from reader.base.hangul import CODAS, coda, is_hangul, letters, syllable, with_coda
from reader.search.analysis.forms import Form, Kind, Lexicon, Piece


def unfinished(text: str, lexicon: Lexicon) -> tuple[Piece, ...]:
    """A run with a lone consonant behind it, as in 이미ㅈ: every syllable that begins so may follow."""
    if len(text) < 2 or not is_hangul(text[-2]) or not "ㄱ" <= text[-1] <= "ㅎ":
        return ()
    run = text[:-1]
    if not all(map(is_hangul, run)):
        return ()
    ends = tuple(term for term in lexicon.beginning(run[-1]) if len(term) == 2 and _onset(term[1]) == text[-1])
    return (Piece((Form(Kind.RUN, (run + "?",), ends, len(run) + 1),)),) if ends else ()


def completions(run: str, lexicon: Lexicon) -> tuple[Form, ...]:
    """A run whose last syllable may grow: 이미지 (이미진 …), and 이밎, whose ㅈ may be the next syllable's (이미지).

    The two-set keyboard has no other way: 이미지 is typed as 이, 임, 이미, 이밎, 이미지 (KS X 5002).
    """
    if not all(map(is_hangul, run)):
        return ()
    if len(run) == 1:
        terms = [mark + grown for grown in _grown(run) for mark in "^="]
        found = [Form(Kind.START, (term,)) for term in terms if lexicon.known(term)]
    else:
        ends = tuple(run[-2] + grown for grown in _grown(run[-1]) if lexicon.known(run[-2] + grown))
        found = [Form(Kind.RUN, (run,), ends, len(run))] if ends else []
    if final := coda(run[-1]):
        rest, onset = _SPLIT.get(final, ("", final))
        open_run = with_coda(run, rest)
        nexts = tuple(t for t in lexicon.beginning(open_run[-1]) if len(t) == 2 and _onset(t[1]) == onset)
        if nexts:
            found.append(Form(Kind.RUN, (open_run + "?",), nexts, len(run) + 1))
    return tuple(found)


_SPLIT = {c: (r, o) for c, r, o in ("ㄳㄱㅅ", "ㄵㄴㅈ", "ㄶㄴㅎ", "ㄺㄹㄱ", "ㄻㄹㅁ", "ㄼㄹㅂ", "ㄽㄹㅅ", "ㅄㅂㅅ")}


def _grown(last: str) -> Iterator[str]:
    onset, vowel, final = letters(last)
    if final:
        yield last
        return
    for grown in CODAS:
        yield syllable(onset, vowel, grown)


def _onset(character: str) -> str:
    return letters(character)[0] if is_hangul(character) else ""
