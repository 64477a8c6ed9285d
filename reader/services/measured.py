"""Papers by the numbers in them: FID<2, 정확도 90% 이상, 7B 이하.

Joins the catalogue, which has the texts, with the grammar of numbers. Only sentences with a number are read, and of
those only the ones in which the question's own words and a number that may answer it stand: the grammar takes its time.
Sentences are kept until the library changes.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reader.library.listing import Listing
from reader.numbers.answering import Condition
from reader.numbers.conditions import parse_condition
from reader.numbers.names import spellings
from reader.posts.model import PaperKey
from reader.search.analysis.fold import fold

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALED = re.compile("[천만억조백십분시kKmMgGbBtTs]")
_TIMES = ("배", "x", "×")
_PERCENT = ("%", "퍼센트", "0.")  # 0.86 is 86 % as well
_HUNDRED = 100
_ASKS = re.compile(r"[<>≤≥=≦≧]|이상|이하|초과|미만|넘|보다|최소|최대|under|over|below|above|least|most|than|이내|못")

Sentences = tuple[tuple[PaperKey, tuple[tuple[str, str], ...]], ...]


@lru_cache(maxsize=512)
def condition_in(text: str) -> Condition | None:
    """The question about a number that some words of a query are, as a whole."""
    if not any(map(str.isdigit, text)) or not _ASKS.search(text):
        return None
    return parse_condition(text)


def measured(listing: Listing, text: str) -> Iterator[PaperKey]:
    """The papers with a number that answers a question."""
    condition = condition_in(text)
    if condition is None:
        return
    words = [spelling for word in condition.metric.split() for spelling in spellings(fold(word))]
    for key, sentences in _sentences(listing, listing.identity(), listing.generation()):
        likely = (plain for plain, folded in sentences if _may_answer(condition, words, folded))
        if any(_holds(condition, plain) for plain in likely):
            yield key


@lru_cache(maxsize=1 << 14)
def _holds(condition: Condition, sentence: str) -> bool:
    return condition.holds_in(sentence)


def _may_answer(condition: Condition, words: Iterable[str], sentence: str) -> bool:
    """Whether a sentence has a word of the question, and a number that may be on the right side of its own."""
    if words and not condition.counts and not any(word in sentence for word in words):
        return False
    marks = next((marks for marks in (_PERCENT, _TIMES) if condition.unit in marks), ())
    if marks and not any(mark in sentence for mark in marks):
        return False
    of_another_scale = condition.unit and not marks and _SCALED.search(sentence)  # 3만 장, 80ms, 500MB
    if of_another_scale or condition.operator == "=":
        return True
    wanted = float(condition.value)
    numbers = [float(number[0].replace(",", "")) for number in _NUMBER.finditer(sentence)]
    if condition.operator in (">", "≥"):
        least = wanted / _HUNDRED if condition.unit in _PERCENT else wanted
        return any(number >= least for number in numbers)
    return any(number <= wanted or (wanted < 1 and number <= wanted * _HUNDRED) for number in numbers)


@lru_cache(maxsize=1)
def _sentences(listing: Listing, identity: str, generation: int) -> Sentences:  # noqa: ARG001  # what tells that it changed
    """Of each paper the sentences with a number, plain and folded."""
    found: dict[PaperKey, list[tuple[str, str]]] = {}
    for text in listing.texts():
        of_paper = found.setdefault(text.key, [])
        for part in (text.title, *(section for _, section in text.sections)):
            said = (one for one in _SENTENCE.split(part) if any(map(str.isdigit, one)) or "만" in one or "억" in one)
            of_paper += ((one, fold(one)) for one in said)
    return tuple((key, tuple(sentences)) for key, sentences in found.items() if sentences)
