"""Which slips are mended: those that are one or two away, and of these what hardly anybody means otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.analysis.hangul_typos import meant
from reader.search.analysis.latin_typos import closest, distance


class Library:
    """Words, each in as many documents as is said."""

    def __init__(self, *names: str, **counts: int) -> None:
        self.counts = counts
        self.names = names  # never written in small letters

    def words(self, prefix: str) -> list[str]:
        return [word for word in self.counts if word.startswith(prefix)]

    def docs(self, term: str) -> range:
        return range(self.counts[term])

    def is_ordinary(self, term: str) -> bool:
        return term in self.counts and term not in self.names

    def is_pair(self, pair: str) -> bool:
        return any(pair in word for word in self.counts)

    def uses(self, run: str) -> int:
        return sum(count for word, count in self.counts.items() if word.startswith(run))


def slips(one: str, other: str) -> int:
    """Optimal string alignment as it is defined: what is left of both after one slip at the end of either."""
    if not one or not other:
        return len(one) + len(other)
    ways = [
        slips(one[:-1], other) + 1,
        slips(one, other[:-1]) + 1,
        slips(one[:-1], other[:-1]) + (one[-1] != other[-1]),
    ]
    if one[-2:] == other[-2:][::-1] and len(one) > 1 < len(other):
        ways.append(slips(one[:-2], other[:-2]) + 1)
    return min(ways)


@given(st.text("abc", max_size=4), st.text("abc", max_size=4), st.integers(1, 4))
def test_slips_are_counted_as_they_are_defined(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == min(slips(one, other), most + 1) or slips(one, other) > most
    assert (distance(one, other, most) > most) == (slips(one, other) > most)


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("modal", "model"),  # five letters, one slip
        ("modl", None),  # four letters are left as they are
        ("mxdxl", None),  # two slips in a short word
        ("difusoin", "diffusion"),  # two slips from eight letters on
        ("difxsxxn", None),  # three never
        ("kodel", None),  # the first letter is taken for right
        ("model2", None),
        ("modél", None),
        ("mode3", None),
    ],
)
def test_a_slip_is_mended_in_words_of_letters_from_five_on(slip: str, word: str | None) -> None:
    assert closest(slip, Library(model=3, mode3=9, diffusion=2)) == word


@pytest.mark.parametrize(
    ("slip", "words", "word"),
    [
        ("sparks", {"sparkly": 9, "spurks": 1}, "spurks"),  # the nearer
        ("grades", {"graded": 9, "grapes": 1}, "grapes"),  # the same last letter
        ("sparce", {"sparse": 1, "spaxce": 9}, "sparse"),  # alike in sound
        ("sentense", {"sentence": 1, "sentenxe": 9}, "sentence"),
        ("kernel", {"kernil": 2, "kernol": 9}, "kernol"),  # the commonest
        ("kernel", {"kernol": 2, "kernil": 2}, "kernil"),  # the first by the alphabet
        ("tokenn", {"token": 1, "tokens": 9}, "token"),
    ],
)
def test_of_several_words_the_likeliest_is_meant(slip: str, words: dict[str, int], word: str) -> None:
    assert closest(slip, Library(**words)) == word


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("difusion", "diffusion"),  # a letter too few, in a long word
        ("diffusionn", "diffusion"),
        ("embeding", "embedding"),
        ("attnetion", "attention"),  # exchanged
        ("attemtion", "attention"),
        ("segmemtation", "segmentation"),  # the key beside it, in a long word
        ("segmebtation", "segmentation"),
        ("segmextation", None),
        ("recurcive", "recursive"),  # c and s: alike
        ("retriebal", "retrieval"),
        ("optimicer", None),
        ("gaussiam", None),  # the key beside it, in a word that is too short for that
        ("gaussien", "gaussian"),
        ("gaussia", "gaussian"),
        ("guassian", "gaussian"),
        ("embediings", None),  # two letters, in a word that is too short for that
        ("segmentashiun", None),
        ("sekmentatiom", None),  # two other letters, each beside the right one
        ("segnemtation", "segmentation"),  # but two that are exchanged, next to one another or not
        ("mixtral", None),  # of mistral, a name
        ("model", None),  # too short to be sure
    ],
)
def test_without_asking_only_what_is_sure_is_mended(slip: str, word: str | None) -> None:
    library = Library(
        "mistral", diffusion=5, embedding=4, attention=3, segmentation=2, recursive=2, retrieval=2, optimizer=3,
        mistral=4, modes=3, gaussian=4,
    )  # fmt: skip
    assert closest(slip, library, sure=frozenset()) == word


def test_a_word_of_the_field_may_be_a_name() -> None:
    library = Library("gaussian", "hallucination", gaussian=4, hallucination=2)
    assert closest("guassian", library, sure=frozenset()) is None
    assert closest("guassian", library, sure=frozenset(["gaussian"])) == "gaussian"
    assert closest("hallucinatoin", library, sure=frozenset()) is None
    assert closest("halucination", library, sure=frozenset()) == "hallucination"


# Hangul


def mended(slip: str, *field: str, sure: bool = False, **counts: int) -> str | None:
    library = Library(**counts)
    return meant(slip, library.is_pair, library.uses, sure=frozenset(field) if sure else None)


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("모뎔", "모델"),  # with the shift key
        ("토컨", "토큰"),
        ("모텔", "모델"),  # alike in sound
        ("옴델", None),  # another first letter
        ("모젤", "모델"),
        ("메모리리", "메모리"),  # a syllable twice
        ("메리모", "메모리"),  # two exchanged
        ("메몰이", "메모리"),
        ("메모림", "메모리"),
        ("메모릭", "메모리"),
        ("모", None),
    ],
)
def test_a_slip_of_the_keyboard_is_mended(slip: str, word: str | None) -> None:
    assert mended(slip, 모델=3, 토큰=4, 메모리=5) == word


def test_the_likelier_slip_comes_before_the_commoner_word() -> None:
    assert mended("모덴", 모델=1, 모던=9) == "모던"
    assert mended("도맨", 도멘=1, 도만=9) == "도멘"  # ㅐ for ㅔ, before another vowel


def test_a_word_is_no_beginning_of_another_that_is_half_as_common() -> None:
    assert mended("임지", 이미=8, 이미지=8) == "이미지"
    assert mended("임지", 이미=9, 이미지=8) == "이미"


def test_words_up_to_twelve_syllables_are_mended_and_up_to_eight_of_two_slips() -> None:
    long = "가나다라마바사아자차카타"
    assert mended(long[:-1] + "터", **{long: 3}) == long
    assert mended(long + "터", **{long + "타": 3}) is None
    eight = "가나다라마바사아"
    assert mended("가나더라마버사아", **{eight: 3}) == eight
    assert mended("가나더라마버사아자", **{eight + "자": 3}) is None


@pytest.mark.parametrize(
    ("slip", "word", "field"),
    [
        ("이밎지", "이미지", ""),  # a key too many, of three syllables
        ("엠베딩", "임베딩", ""),  # another vowel
        ("임페딩", None, ""),  # another consonant, of three syllables
        ("임페딩", None, "임베딩"),
        ("트랜스보머", "트랜스포머", ""),
        ("트렌스포머", "트랜스포머", ""),
        ("벤치다크", None, ""),  # no likely slip
        ("벤치다크", "벤치마크", "벤치마크"),  # but to a word of the field
        ("트렌스퍼머", "트랜스포머", ""),  # two, from five on
        ("토컨", None, ""),  # two syllables
        ("컨볼루션션", None, ""),  # a syllable twice is rare
    ],
)
def test_of_hangul_as_well_only_what_is_sure(slip: str, word: str | None, field: str) -> None:
    counts = {"이미지": 5, "임베딩": 4, "트랜스포머": 3, "토큰": 9, "컨볼루션": 2, "벤치마크": 2}
    assert mended(slip, field, sure=True, **counts) == word


@pytest.mark.parametrize("slip", ["이밎지", "엠베딩", "트렌스퍼머", "qq", "없는말이다"])
def test_only_what_may_be_a_word_is_counted(slip: str) -> None:
    library = Library(이미지=5, 임베딩=4, 트랜스포머=3)
    counted: list[str] = []
    meant(slip, library.is_pair, lambda run: counted.append(run) or library.uses(run))
    assert all(library.is_pair(run[at : at + 2]) for run in counted for at in range(len(run) - 1))
    assert len(counted) < 9
