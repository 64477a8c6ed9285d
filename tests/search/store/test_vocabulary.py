"""The words a library writes are counted as one would count them in a plain list."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from reader.base.hangul import letters
from reader.search.analysis.sounds import Spelling, sounded
from reader.search.store.vocabulary import Vocabulary, counts_in, packed, unpacked, words_of

WORDS = st.sampled_from(
    ["이미지", "이미지를", "이미", "미지", "지도", "모델", "모델들", "스케줄", "스케쥴", "LLM", "LLMs", "llm", "model",
     "models", "Model", "3D", "이", "고이미지"]
)  # fmt: skip
SEGMENTS = st.lists(st.dictionaries(WORDS, st.integers(1, 12), max_size=10), min_size=1, max_size=3)
PARTS = ["이미", "이", "지", "LLM", "model", "스케", "s", "없음", "이미지를", "M"]


def opened(segments: list[dict[str, int]]) -> tuple[Vocabulary, Counter[str]]:
    """A vocabulary of segments as they are written and read, and the same in a plain list."""
    texts = [unpacked(packed(Counter(segment))) for segment in segments]
    assert [counts_in(text) for text in texts] == segments
    return Vocabulary(texts), sum((Counter(segment) for segment in segments), Counter())


@given(SEGMENTS)
def test_words_are_found_by_a_part_or_their_beginning_with_the_number_of_their_documents(
    segments: list[dict[str, int]],
) -> None:
    vocabulary, plain = opened(segments)
    for part in PARTS:
        assert vocabulary.count(part) == plain[part]
        assert vocabulary.having(part) == {word: count for word, count in plain.items() if part in word}
        assert vocabulary.beginning(part) == {w: count for w, count in plain.items() if w.startswith(part)}
    assert sum((Counter({word: count}) for word, count in vocabulary.lines()), Counter()) == plain
    pairs = {word[at : at + 2] for word in plain for at in range(len(word) - 1)}
    assert pairs <= vocabulary.pairs


@given(SEGMENTS)
def test_words_are_found_by_how_they_are_spelled_or_sound(segments: list[dict[str, int]]) -> None:
    vocabulary, plain = opened(segments)
    hangul = {word: count for word, count in plain.items() if word[0] >= "가"}

    def initials(word: str) -> str:
        return "".join(letters(syllable)[0] for syllable in word)

    for typed in ("ㅇㅁㅈ", "ㅇㅁ", "ㅁㄷ", "ㅅㅋㅈ", "ㅎ"):
        assert vocabulary.initialled(typed) == {w: n for w, n in hangul.items() if initials(w).startswith(typed)}
    for typed in ("스케쥴", "스캐줄", "이미지", "모델"):
        same = typed.translate(Spelling())
        wanted = {w: n for w, n in plain.items() if w.translate(Spelling()).startswith(same)}
        assert vocabulary.spelled(typed) == wanted
        wanted = {w: n for w, n in plain.items() if sounded(w).startswith(sounded(typed))}
        assert vocabulary.sounding(sounded(typed)) == wanted


def test_nothing_begins_as_nothing_does() -> None:
    assert opened([{"이미지": 1}])[0].beginning("") == {}


def test_the_words_of_a_document_are_each_there_once_and_not_too_long() -> None:
    texts = ["이미지와 LLM, 이미지와", "GPT-4o: " + "가" * 40 + " " + "나" * 41]
    assert words_of(texts) == {"이미지와", "LLM", "GPT", "4o", "가" * 40}
