"""A Latin word or number that was typed → the forms that count as it: with or without a hyphen, as one word or as two.

In: a word, and a `Lexicon` that knows how the library writes it. Out: `Form`s.
"""

from collections.abc import Iterator

from reader.base.hangul import is_hangul
from reader.search.analysis.fold import fold
from reader.search.analysis.forms import Form, Kind, Lexicon, Piece
from reader.search.analysis.tokenizer import width, word_parts, word_whole


def joined(first: str, second: str, lexicon: Lexicon) -> tuple[Form, ...]:
    """Two Latin words as the one word some write: fine tuning, finetuning; U-Net, UNet; not ST-AR, which is no star."""
    whole = word_whole(first + second)
    if len(whole) < (4 if _is_letter(first) else 8) or not whole.isalpha() or not lexicon.known(whole):
        return ()
    return (Form(Kind.WORD, (whole,)),)


def hyphened(parts: list[tuple[str, int]], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Two Latin words with a hyphen, where the library also writes them as one."""
    if len(parts) != 2 or parts[0][1] + width(parts[0][0]) != parts[1][1] or not all(is_latin(c) for c, _ in parts):
        return ()
    one = joined(parts[0][0], parts[1][0], lexicon)
    terms = tuple(word_parts(parts[0][0]) + word_parts(parts[1][0]))
    return (Piece((Form(Kind.PARTS, terms, (), len(terms)), *one)),) if one else ()


def latin_word(word: str, lexicon: Lexicon, most: int = 0) -> tuple[Form, ...]:
    """A Latin word: as it is, its parts side by side, or two words written as one.

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
    return tuple(found)


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


def is_latin(chunk: str) -> bool:
    return not is_hangul(chunk[0]) and not "\u3005" <= chunk[0] <= "\u9fff"
