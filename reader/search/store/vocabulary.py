"""The words a library writes, as they are written, and in how many documents each is.

The index knows pairs of syllables and folded terms; which whole words those come from is kept here: a text beside each
segment, a word and its number on a line. Asked by looking through the text, which takes a millisecond at 10,000
papers, with no object for any word. Documents that are deleted still count until their segment is written anew: it is
a measure of what is usual, not of what is found.
"""

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from operator import add

from reader.search.analysis.fold import composed
from reader.search.analysis.sounds import Initials, Sounds, Spelling, spellings_of
from reader.search.analysis.tokenizer import CHUNK

SUFFIX = ".words"
_LEVEL = 6
_AT_ONCE = 1 << 15  # characters: some 2 ms
_TABLES = {"initials": Initials(), "spelling": Spelling(), "sounds": Sounds()}
_SPELLINGS = 16  # that are looked up one by one: writing all words anew takes as long as forty look-ups
LONGEST = 40  # letters of a word that is kept


def words_of(texts: Iterable[str]) -> set[str]:
    """The words of one document, case kept."""
    return {match[0] for text in texts for match in CHUNK.finditer(composed(text)) if len(match[0]) <= LONGEST}


def packed(counts: Counter[str]) -> bytes:
    """The words of a segment as they are written."""
    lines = "".join(f"\n{word}\t{count}" for word, count in sorted(counts.items()))
    return zlib.compress(f"{lines}\n".encode(), _LEVEL)


def unpacked(raw: bytes) -> str:
    """The text that `packed` made. Raises zlib.error and UnicodeDecodeError."""
    return zlib.decompress(raw).decode()


def counts_in(text: str) -> Counter[str]:
    """Every word of such a text."""
    return Counter({word: int(count) for word, count in (line.split("\t") for line in text.split("\n") if line)})


class Vocabulary:
    """The words of all segments."""

    def __init__(self, texts: Sequence[str], check: Callable[[], None] = lambda: None) -> None:
        """`check` is called between steps of what takes long, and may end it by an exception."""
        self._texts = texts
        self._check = check
        self._tables: dict[str, list[tuple[list[str], str]]] = {}
        self.count = lru_cache(maxsize=8192)(self._count)
        self.having = lru_cache(maxsize=512)(self._having)
        self.beginning = lru_cache(maxsize=4096)(self._beginning)

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Every two characters that stand side by side in a word."""
        found: set[str] = set()
        for text in self._texts:
            for at in range(0, len(text), _AT_ONCE):
                self._check()
                part = text[at : at + _AT_ONCE + 1]
                found.update(map(add, part, part[1:]))
        return frozenset(found)

    def _count(self, word: str) -> int:
        """In how many documents a word is written so."""
        wanted, found = f"\n{word}\t", 0
        for text in self._texts:
            at = text.find(wanted)
            if at >= 0:
                begin = at + len(wanted)
                found += int(text[begin : text.index("\n", begin)])
        return found

    def _having(self, part: str) -> Counter[str]:
        """The words that have this part somewhere, and in how many documents each is."""
        found: Counter[str] = Counter()
        for text in self._texts:
            at = text.find(part)
            while at >= 0:
                begin, end = text.rfind("\n", 0, at + 1), text.index("\n", at + 1)
                word, _, count = text[begin + 1 : end].partition("\t")
                found[word] += int(count)
                at = text.find(part, end)
        return found

    def _beginning(self, part: str) -> Counter[str]:
        """The words that begin so: they stand together."""
        found: Counter[str] = Counter()
        wanted = f"\n{part}"
        for text in self._texts:
            at = text.find(wanted) if part else -1
            while at >= 0 and text.startswith(wanted, at):
                end = text.index("\n", at + 1)
                word, _, count = text[at + 1 : end].partition("\t")
                found[word] += int(count)
                at = end
        return found

    def initialled(self, initials: str) -> Counter[str]:
        """The words that begin with syllables of these initial consonants, as they are written."""
        return self._written_otherwise("initials", f"\n{initials}")

    def spelled(self, word: str) -> Counter[str]:
        """The words that begin as this one is spelled, or as it might be: 스케줄, 스케쥴."""
        ways = spellings_of(word, _SPELLINGS)
        if ways is not None:
            return sum(map(self.beginning, ways), Counter())
        return self._written_otherwise("spelling", f"\n{word.translate(_TABLES['spelling'])}")

    def sounding(self, sounds: str) -> Counter[str]:
        """The words that begin so, by their sound."""
        return self._written_otherwise("sounds", f"\n{sounds}")

    def _written_otherwise(self, how: str, wanted: str) -> Counter[str]:
        found: Counter[str] = Counter()
        for lines, text in self._otherwise(how):
            at = text.find(wanted)
            if at >= 0:
                line = text.count("\n", 0, at)
                while at >= 0:
                    word, _, count = lines[line + 1].partition("\t")
                    found[word] += int(count)
                    after = text.find(wanted, at + 1)
                    line += text.count("\n", at, after) if after >= 0 else 0
                    at = after
        return found

    def _otherwise(self, how: str) -> list[tuple[list[str], str]]:
        """The words in lines, and the same lines written by a table of `sounds`; made when they are asked for."""
        if how not in self._tables:
            self._tables[how] = [(text.split("\n"), text.translate(_TABLES[how])) for text in self._texts]
        return self._tables[how]

    def lines(self) -> Iterator[tuple[str, int]]:
        """Every word with its number, once for each segment it is in."""
        for text in self._texts:
            for line in text.split("\n"):
                word, _, count = line.partition("\t")
                if count:
                    yield word, int(count)
