"""How soon the palette has its list, at 100,000 papers.

    dev.py bench palette [--papers 100000]

Titles are made of a few thousand invented words, as frequent as words are (Zipf), in English and Korean. Every
beginning of some fifty things to type is asked for, as a person's typing asks. Measured is the time of one question,
by the clock and of the processor. Goal: p95 under 30 ms.
"""

import argparse
import random
import statistics
import time
from collections.abc import Iterator
from itertools import accumulate

from reader.services.quick_open.finder import Entry, Finder

GOAL = 0.030
VOWELS, CONSONANTS = "aeiou", "bcdfghklmnprstvz"
SYLLABLES = "가각간갈감강개거건검게결경계고공과관구국그기나난날남내노누다단대도동두등라래로루리마만말매면모목무문미바반"
LINES = 60


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, default=100_000)
    given = parser.parse_args()
    chance = random.Random(1)
    words = [_word(chance) for _ in range(3000)] + [_hangul(chance) for _ in range(1000)]
    chance.shuffle(words)
    papers = list(_papers(chance, words, given.papers))
    begin = time.process_time()
    finder = Finder(papers)
    print(f"{given.papers} papers; built in {time.process_time() - begin:.1f} s of the processor, beside the window")
    clock, used = [], []
    for typed in _typed(chance, words):
        start, start_used = time.perf_counter(), time.process_time()
        finder.find(typed, most=LINES)
        clock.append(time.perf_counter() - start)
        used.append(time.process_time() - start_used)
    for name, times in (("by the clock", clock), ("of the processor", used)):
        print(f"{len(times)} questions {name}: {_told(times)}; goal p95 {GOAL * 1000:.0f} ms")


def _papers(chance: random.Random, words: list[str], papers: int) -> Iterator[Entry]:
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(words))))
    for number in range(papers):
        title = " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(5, 12))).capitalize()
        key = f"{20 + number // 20_000:02}{number // 2000 % 12 + 1:02}.{number % 2000:05}"
        yield Entry("paper", key, title, key)


def _typed(chance: random.Random, words: list[str]) -> Iterator[str]:
    """Every beginning of things to type: usual words, rare ones, two words, numbers, what nobody wrote."""
    whole = [*words[:15], *chance.sample(words, 15), *(f"{words[n]} {words[n + 20]}" for n in range(15))]
    whole += ["2105.00123", "xyzzyplugh", "ㄱㄴ"]
    for text in whole:
        yield from (text[:length] for length in range(1, len(text) + 1))


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.randint(2, 4)))


def _hangul(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))


def _told(times: list[float]) -> str:
    median, high = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
    return f"median {median * 1000:.1f}, p95 {high * 1000:.1f}, longest {max(times) * 1000:.1f} ms"


if __name__ == "__main__":
    main()
