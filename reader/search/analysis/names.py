"""A name → its pieces: a noun, or several words that are one term, however they are spaced.

In: the name of a concept, and a `Lexicon`. Out: `Piece`s. A name is no verb, and nothing in it is corrected.
"""

from reader.search.analysis.expansion import noun_form, plain_form
from reader.search.analysis.forms import Form, Kind, Lexicon, Piece
from reader.search.analysis.latin_words import is_latin, joined, latin_word
from reader.search.analysis.tokenizer import chunks, width, word_parts, word_whole

_SHORTEST = 6  # letters of a word in -ing that is made of a verb


def expand_name(text: str, lexicon: Lexicon, *, anywhere: bool = False) -> tuple[Piece, ...]:
    """A name in its pieces, as it is written with or without spaces: its nouns, and no forms of verbs.

    `anywhere` takes its syllables for it within other words as well, which is quicker to tell.
    """
    return lexicon.memory.once(("name", text, anywhere), lambda: _expand_name(text, lexicon, anywhere=anywhere))


def _expand_name(text: str, lexicon: Lexicon, *, anywhere: bool) -> tuple[Piece, ...]:
    parts = list(chunks(text))
    if len(parts) > 1 and all(is_latin(chunk) for chunk, _ in parts):
        terms = tuple(part for chunk, _ in parts for part in word_parts(chunk))
        inflected = _inflected(terms[-1])
        lasts = (parts[1][0], *inflected) if len(parts) == 2 else ()
        one = [form for last in lasts for form in joined(parts[0][0], last, lexicon)]
        ways = (terms, *((*terms[:-1], last) for last in inflected if lexicon.known(last)))
        return (Piece((*(Form(Kind.PARTS, way, (), len(way)) for way in ways), *one)),)
    pieces: list[Piece] = []
    end = 0
    for chunk, position in parts:
        if is_latin(chunk):
            inflected = _inflected(word_whole(chunk)) if len(parts) == 1 else ()
            known = (Form(Kind.WORD, (other,)) for other in inflected if lexicon.known(other))
            found = (*latin_word(chunk, lexicon), *known)
        else:
            is_noun = len(chunk) > 1 and not anywhere
            found = (noun_form(chunk, lexicon) if is_noun else plain_form(chunk),)
        pieces.append(Piece(found, position - end if pieces else 0))
        end = position + width(chunk)
    return tuple(_closed_up(pieces))


def _inflected(term: str) -> tuple[str, ...]:
    """The participles of a name that is made of a verb: training, trained; quantization, quantized."""
    stem = next((term.removesuffix(end) for end in ("ization", "isation") if term.endswith(end)), "")
    others = [f"{stem}{end}" for end in ("ized", "ised")] if stem else []
    if term.endswith("ing") and len(term) > _SHORTEST:
        others = [f"{term[:-3]}ed"]
    return tuple(others)


def _closed_up(pieces: list[Piece]) -> list[Piece]:
    """Runs of Hangul beside one another as one: 강화 학습 is written 강화학습 as well.

    A syllable in the middle stays alone: 학습 후 양자화, 텍스트 투 이미지.
    """
    found: list[Piece] = []
    middle = range(1, len(pieces) - 1)
    for n, piece in enumerate(pieces):
        form = piece.forms[0]
        before = found[-1].forms[0] if found else None
        stays = any(at in middle and pieces[at].forms[0].kind is Kind.ALONE for at in (n - 1, n))
        if before and not (piece.gap or stays) and {form.kind, before.kind} <= {Kind.RUN, Kind.ALONE}:
            first, second = before.terms[0].strip("="), form.terms[0].strip("=")
            runs = (first + second, *((f"{first}의{second}",) if len(second) > 1 and not first.endswith("의") else ()))
            found[-1] = Piece(tuple(Form(Kind.RUN, (run,), (), len(run)) for run in runs), found[-1].gap)
        else:
            found.append(piece)
    return found
