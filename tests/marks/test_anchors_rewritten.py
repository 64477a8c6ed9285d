"""Texts that are rewritten in a hundred ways: words that were marked are found again or lost, never somewhere else."""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.base.paths import sample_library
from reader.library.appearances import papers_of
from reader.marks.anchors import place_of
from reader.marks.model import CONTEXT_LENGTH
from reader.posts.parse import parse
from reader.posts.plain import plain_text
from tests.conftest import SHARED

WAYS = 100
_WORD = re.compile(r"[-−]?\w+(?:[.,]\w+)*")
"""A word or number as a reader sees it: 1.5 and -5 are one, and a bracket beside it is none of it."""

TEXTS = (
    "긴 글을 적은 메모리로 읽는 방법을 찾는 것이 목표이다. 지금까지의 방법은 글이 길어질수록 느려졌다."
    " 이 논문은 읽은 것을 접어 두는 작은 모듈을 제안하였다. 모듈은 토큰을 두 번 나누어 접는다."
    " 접은 토큰은 다시 펼 수 있다. 정확도가 69.8%에서 76.6%로 올랐다. 메모리는 3.2배 줄었다."
    " 짧은 글에서는 이득이 없다. 접어 읽기는 긴 글에서 쓸모가 있다.",
    "We fold what was read. Folding is lossless for short inputs, and lossy for long ones. Accuracy rises from"
    " 69.8% to 76.6%, memory falls by 3.2x. We fold twice. Folding twice is slower than folding once. Short inputs"
    " gain nothing.",
    "모델은 빠르다. 모델은 작다. 모델은 빠르고 작다. 그러나 모델은 불가능한 일을 하지 못한다."
    " 가능한 일은 모두 한다. 학습에는 5일이 걸린다. 추론에는 15초가 걸린다. 비용은 1.5배이다."
    " 이득은 0.5%이다. 손실은 -0.5%이다.",
)


class Word(NamedTuple):
    """One word of a text, known by a number wherever it goes; 0 is one that the text did not have."""

    number: int
    text: str


def words_of(text: str) -> list[Word]:
    return [Word(number, word) for number, word in enumerate(text.split(), 1)]


def rewritten(words: Sequence[Word], chance: random.Random) -> list[Word]:
    """The words as a rewriting leaves them: some sentences go, move or return, some words come or go."""
    sentences: list[list[Word]] = [[]]
    for word in words:
        sentences[-1].append(word)
        if word.text[-1] in ".。!?":
            sentences.append([])
    kept = [sentence for sentence in sentences if sentence and chance.random() > 0.25]
    if chance.random() < 0.3:
        chance.shuffle(kept)
    found: list[Word] = []
    for sentence in kept:
        if chance.random() < 0.15:  # somebody else's sentence with the same words in another order
            found += [Word(0, word.text) for word in chance.sample(sentence, len(sentence))]
        for word in sentence:
            roll = chance.random()
            if roll < 0.06:
                continue
            if roll < 0.12:
                found.append(Word(0, chance.choice(words).text))
            if roll < 0.18:
                found.append(Word(0, changed(word.text, chance)))
            else:
                found.append(word)
    return found


def changed(word: str, chance: random.Random) -> str:
    """Another word that has this one in it, or another number."""
    if not word[0].isalnum():
        return "새" + word[1:]
    ways = [f"불{word}", f"1{word}", f"{word[0]}{word}"]
    if word[0].isdigit():
        ways += [f"-{word}", f"1.{word}", f"2,{word}", f"9{word}"]
    if word[-1].isalnum():
        ways += [f"{word}들", f"{word}0", f"{word}s"]
    return chance.choice(ways)


class Laid(NamedTuple):
    """Words as a text, and where each of them begins and ends in it."""

    text: str
    spans: list[tuple[Word, int, int]]


def laid(words: Sequence[Word], chance: random.Random) -> Laid:
    text, spans = "", []
    for word in words:
        text += chance.choice((" ", " ", "\n", "  ")) if text else ""
        spans.append((word, len(text), len(text) + len(word.text)))
        text += word.text
    return Laid(text, spans)


def wrongly_placed(text: str, seed: int) -> Iterator[str]:
    """Marks some words of a text, rewrites it, and tells of words found that are not those that were marked."""
    chance = random.Random(seed)
    words = words_of(text)
    if len(words) < 4:
        return
    before = laid(words, chance)
    after = laid(rewritten(words, chance), chance)
    for _ in range(4):
        first = chance.randrange(len(words))
        last = min(len(words), first + chance.choice((1, 1, 2, 3, 6, 12)))
        begin, end = before.spans[first][1], before.spans[last - 1][2]
        quotation = before.text[begin:end]
        context = before.text[:begin][-CONTEXT_LENGTH:], before.text[end:][:CONTEXT_LENGTH]
        place = place_of(quotation, *context, after.text)
        if place is None:
            continue
        here = [each[0] for each in _WORD.finditer(after.text) if each.start() < place[1] and each.end() > place[0]]
        if here != _WORD.findall(quotation):
            yield f"{quotation!r} is placed on {after.text[slice(*place)]!r} in {here}"


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_rewritten_in_a_hundred_ways_has_no_mark_on_other_words(text: str) -> None:
    assert [wrong for seed in range(WAYS) for wrong in wrongly_placed(text, seed)] == []


def test_most_marks_are_found_in_a_text_that_is_only_wrapped_anew() -> None:
    """The other side of it: caution loses none where nothing was rewritten."""
    chance = random.Random(1)
    for text in TEXTS:
        words = words_of(text)
        before, after = laid(words, chance), laid(words, chance)
        for number, (_, begin, end) in enumerate(before.spans):
            around = before.text[:begin][-CONTEXT_LENGTH:], before.text[end:][:CONTEXT_LENGTH]
            assert place_of(before.text[begin:end], *around, after.text) == after.spans[number][1:]


def wrongly_placed_in(folder: Path, ways: int) -> list[str]:
    """The same of every section of every paper and page of the posts in a folder."""
    return [
        f"{path.name}: {wrong}"
        for path in sorted(folder.rglob("*.md"))
        for paper in papers_of(parse(path.read_bytes(), path.name))
        for section in paper.sections
        for seed in range(ways)
        for wrong in wrongly_placed(plain_text(section.markdown), seed)
    ]


def test_posts_rewritten_in_a_hundred_ways_have_none() -> None:
    assert wrongly_placed_in(sample_library(), WAYS) == []


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the shared corpus is not here")
def test_nor_has_any_post_of_the_shared_corpus() -> None:
    """A minute: half a million marks."""
    assert wrongly_placed_in(SHARED / "corpus", WAYS) == []
