"""Which Korean word a slip of the keyboard was meant to be.

In: a run of syllables that is nowhere, and what tells which pairs of syllables the library writes. Out: the run as it
was meant. Slips are made key by key, so runs are compared by the keys of the two-set keyboard (KS X 5002): a key too
many, too few, another one, or two exchanged (Damerau 1964), besides two syllables exchanged and one too many. There is
no list of words: of all that is a slip away, what the library writes is a word.
"""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise

from reader.base.hangul import KEY_ROWS, ONSETS, PARTS, VOWELS, keys_of, syllables_of

_VOWEL_KEYS = "".join(vowel for vowel in VOWELS if vowel not in PARTS)
_ALIKE = (
    "ㄱㄲㅋ",
    "ㄷㄸㅌ",
    "ㅂㅃㅍ",
    "ㅅㅆ",
    "ㅈㅉㅊ",
    "ㅐㅔ",
    "ㅒㅖ",
    "ㅏㅓ",
    "ㅗㅜ",
    "ㅡㅜ",
)  # in sound, or by the shift key
_NEAR = frozenset(pair for row in KEY_ROWS for a, b in pairwise(row) for pair in (a + b, b + a)) | frozenset(
    a + b for group in _ALIKE for a in group for b in group
)
_LIKELY, _OTHER, _RARE = range(3)
_FEWEST = 5  # keys of a word that is corrected
_TWO_FROM = 8  # keys of one with two slips
_BEGUN = 4  # runs of one slip to which a second is tried
_SURE, _SURE_OF_TWO = 3, 5  # syllables of a word that is corrected without asking, and of one with two slips
_LONGEST = 12  # syllables of a word that is corrected
_TWO_TO = 8  # of one with two slips
_MENDED = 3  # pairs that one slip can make unknown


def meant(
    run: str, is_pair: Callable[[str], bool], uses: Callable[[str], int], *, sure: AbstractSet[str] | None = None
) -> str | None:
    """The run a slip away that is used most, None without one; of a longer run also two slips away.

    The first key is taken for right, or for one that sounds alike. A slip to a key beside it, or to a letter that
    sounds alike, comes before others.
    `sure` allows only what hardly anybody means otherwise: of three syllables a key too many or too few or another
    vowel, from four on a likely slip, or any to a word of the field, which it has; from five on two.
    `is_pair` tells whether two syllables stand side by side in a word, `uses` in how many documents a run is.
    """
    keys = keys_of(run)
    if len(keys) < _FEWEST or len(run) > _LONGEST or (sure is not None and len(run) < _SURE):
        return None
    known: dict[str, bool] = {}

    def unknown(some: str, most: int = 0) -> int:
        """How many pairs of a run the library does not write; one more than `most` for all that are more."""
        count = 0
        for one, other in pairwise(some):
            if (pair := one + other) not in known:
                known[pair] = is_pair(pair)
            count += not known[pair]
            if count > most:
                break
        return count

    near = _a_slip_away(run)
    if sure is not None:
        near = {other: how for other, how in near.items() if _is_sure(run, other, how, in_field=other in sure)}
    if best := _best({other: how for other, how in near.items() if not unknown(other)}, uses):
        return best
    if len(keys) < _TWO_FROM or len(run) > _TWO_TO or (sure is not None and len(run) < _SURE_OF_TWO):
        return None
    half = {other: missing for other in near if (missing := unknown(other, _MENDED)) <= _MENDED}
    begun = sorted(half, key=lambda other: (half[other], near[other], other))[:_BEGUN]
    further: dict[str, int] = {}
    for one in begun:
        for other, how in _a_slip_away(one).items():
            if other != run:
                further[other] = min(how, further.get(other, how))
    return _best({other: how for other, how in further.items() if how < _RARE and not unknown(other)}, uses)


def _is_sure(run: str, other: str, how: int, *, in_field: bool) -> bool:
    keys, meant_keys = keys_of(run), keys_of(other)
    wrong = "".join(a + b for a, b in zip(keys, meant_keys, strict=False) if a != b)
    is_vowel = len(keys) == len(meant_keys) and all(key in _VOWEL_KEYS for key in wrong)
    if how >= (_RARE if in_field or is_vowel else _OTHER) or len(other) < _SURE:
        return False
    return len(run) > _SURE or len(keys) != len(meant_keys) or is_vowel


@lru_cache(maxsize=32)
def _a_slip_away(run: str) -> Mapping[str, int]:
    """Each run of two syllables and more that is a slip away, and the likeliest slip that leads to it."""
    found: dict[str, int] = {}
    for other, how in _slips(run, keys_of(run)):
        if len(other) > 1 and other != run:
            found[other] = min(how, found.get(other, how))
    return found


def _best(runs: dict[str, int], uses: Callable[[str], int]) -> str | None:
    """The likeliest run that is used, then the commonest; not one that is mostly the beginning of another: 이미(지)."""
    counts = {run: count for run in runs if (count := uses(run))}
    ranked = sorted(counts, key=lambda run: (runs[run], -counts[run], run))
    if not ranked:
        return None
    best = ranked[0]
    longer = [run for run in ranked if run.startswith(best) and 2 * counts[run] >= counts[best]]
    return max(longer, key=len)


def _slips(run: str, keys: str) -> Iterator[tuple[str, int]]:
    """Every run a slip away, and how likely it is."""
    for i in range(len(run) - 1):
        yield run[:i] + run[i + 1] + run[i] + run[i + 2 :], _LIKELY
        yield run[: i + 1] + run[i + 2 :], _RARE
    for other, how in _key_slips(keys):
        if made := syllables_of(other):
            yield made, how


def _key_slips(keys: str) -> Iterator[tuple[str, int]]:
    yield from ((other + keys[1:], _LIKELY) for group in _ALIKE if keys[0] in group for other in group)
    for i in range(1, len(keys)):
        before, key, after = keys[:i], keys[i], keys[i + 1 :]
        yield before + after, _LIKELY
        if after:
            yield before + after[0] + key + after[1:], _LIKELY
        for other in _VOWEL_KEYS if key in _VOWEL_KEYS else ONSETS:
            if other != key:
                yield before + other + after, _LIKELY if key + other in _NEAR else _OTHER
    for i in range(1, len(keys) + 1):
        yield from ((keys[:i] + other + keys[i:], _OTHER) for other in (*ONSETS, *_VOWEL_KEYS))
