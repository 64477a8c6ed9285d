"""How far doubts can be trusted: summaries exchanged and numbers altered in real posts, and what is found of it.

    PYTHONPATH=. python -m tests.bench.trust [FOLDER] [--seeds N…]

Half of the summaries are learned from, the other half examined, and the other way round. Prints what share of
exchanged summaries, of 100 numbers made ten times as large or small, of exchanged sections and of cut texts is caught,
and how often something is said of what nobody altered. Exit status 1 where less is caught, or more said, than promised.
"""

import argparse
import random
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.across.doubts import DoubtKind, Examiner, sections_of, told
from reader.across.kinship import Kinship
from reader.across.places import SectionManners
from reader.across.tenfold import tenfolds
from reader.library.model import Appearance
from reader.posts.model import SectionKind
from reader.posts.parse import parse
from reader.posts.plain import plain_text
from reader.services.across.examining import shipped_glossary

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
LEAST_CAUGHT, MOST_FALSE = 0.9, 0.01
SAMPLED, ALTERED = 50, 100
_FIVE = [kind for kind in SectionKind if kind is not SectionKind.OTHER]


class Share(NamedTuple):
    """How many of how many."""

    some: int
    all: int

    def __str__(self) -> str:
        return f"{self.some} of {self.all} ({self.value:.1%})"

    @property
    def value(self) -> float:
        return self.some / self.all if self.all else 0.0


class Figures(NamedTuple):
    """What was measured."""

    exchanged: Share  # summaries of other papers that are caught
    false_exchanged: Share
    altered: Share  # numbers
    false_altered: Share  # of unaltered summaries with another of the same paper
    sections: Share  # pairs of sections in each other's place
    false_sections: Share
    cut: Share
    false_cut: Share  # of texts that end with a mark


def appearances(folder: Path) -> list[Appearance]:
    """Every summary of every post in a folder."""
    found: list[Appearance] = []
    for path in sorted(folder.rglob("*.md")):
        post = parse(path.read_bytes(), path.name)
        for paper in post.papers:
            texts = tuple(plain_text(section.markdown) for section in paper.sections)
            if sum(map(len, texts)) > 100:
                found.append(Appearance(len(found) + 1, path.name, "", "", post.day, None, (), paper, texts))
    return found


def measure(all_of_them: Sequence[Appearance], seed: int = 1) -> Figures:
    """Alter and look."""
    rng = random.Random(seed)
    halves = [
        [each for each in all_of_them if (sum(map(ord, each.paper.key)) % 2 == 0) is first] for first in (True, False)
    ]
    examiners = {id(half): _examiner(halves[1 - number]) for number, half in enumerate(halves)}

    def said(examined: Callable[[Appearance], Appearance], kind: DoubtKind, of: Iterable[Appearance]) -> Share:
        of = list(of)
        found = 0
        for each in of:
            half = halves[0] if each in halves[0] else halves[1]
            found += any(doubt.kind == kind for doubt in examiners[id(half)].doubts(examined(each)))
        return Share(found, len(of))

    def exchanged(each: Appearance) -> Appearance:
        other = rng.choice([one for one in all_of_them if one.paper.key != each.paper.key])
        return other._replace(paper=other.paper._replace(title=each.paper.title))

    whole = [each for each in all_of_them if all(text.rstrip().endswith(".") for text in each.texts if text)]
    full = [each for each in whole if set(_FIVE) <= set(sections_of(each))]
    return Figures(
        said(exchanged, "other-paper", all_of_them),
        said(lambda each: each, "other-paper", all_of_them),
        _altered(all_of_them, rng),
        _unaltered(all_of_them),
        said(lambda each: _with_exchanged_sections(each, rng), "exchanged", rng.sample(full, SAMPLED)),
        said(lambda each: each, "exchanged", all_of_them),
        said(lambda each: _cut(each, rng), "cut-off", rng.sample(whole, SAMPLED)),
        said(lambda each: each, "cut-off", whole),
    )


def _examiner(known: Sequence[Appearance]) -> Examiner:
    return Examiner(Kinship(shipped_glossary(), map(told, known[:120])), SectionManners(map(sections_of, known[:120])))


def _altered(all_of_them: Sequence[Appearance], rng: random.Random) -> Share:
    """Numbers of a second summary that says the same, but for one number ten times as large or small."""
    caught = 0
    places = [
        (each, number, found.span())
        for each in all_of_them
        for number, section in enumerate(each.paper.sections)
        if section.kind is SectionKind.RESULTS
        for found in re.finditer(r"(?<![\w.,+-])\d+(?:\.\d+)?(?=%|배|억|만|B\b|점|개)", each.texts[number])
    ]
    sample = rng.sample(places, ALTERED)
    for each, number, span in sample:
        text = each.texts[number]
        value = text[slice(*span)]
        wrong = _tenfold(value, rng)
        texts = list(each.texts)
        texts[number] = text[: span[0]] + wrong + text[span[1] :]
        again = each._replace(id=-each.id, texts=tuple(texts))
        caught += any(found.section == number for found in tenfolds(again, [each]))
    return Share(caught, len(sample))


def _tenfold(value: str, rng: random.Random) -> str:
    whole, dot, rest = value.partition(".")
    if rng.random() < 0.5:
        return f"{whole}{rest[0]}.{rest[1:]}".rstrip(".") if dot else f"{whole}0"
    return f"{whole[:-1] or '0'}.{whole[-1]}{rest}"


def _unaltered(all_of_them: Sequence[Appearance]) -> Share:
    """Real summaries of one paper beside one another."""
    by_key: dict[str, list[Appearance]] = {}
    for each in all_of_them:
        by_key.setdefault(each.paper.key, []).append(each)
    several = [each for each in all_of_them if len(by_key[each.paper.key]) > 1]
    false = [
        each
        for each in several
        if any(not _are_one_in_two_scales(*found[2:4]) for found in tenfolds(each, by_key[each.paper.key]))
    ]
    return Share(len(false), len(several))


def _are_one_in_two_scales(here: str, there: str) -> bool:
    """14B beside 14억: that is no false alarm, one of the two summaries is wrong."""
    digits = [re.sub(r"[^\d.]", "", text) for text in (here, there)]
    return digits[0] == digits[1] and ("억" in here) != ("억" in there)


def _with_exchanged_sections(each: Appearance, rng: random.Random) -> Appearance:
    one, other = rng.sample(_FIVE, 2)
    swap = {one: other, other: one}
    sections = tuple(section._replace(kind=swap.get(section.kind, section.kind)) for section in each.paper.sections)
    return each._replace(paper=each.paper._replace(sections=sections))


def _cut(each: Appearance, rng: random.Random) -> Appearance:
    """With one text cut at a place inside a word or behind one that ends no sentence."""
    number = rng.choice([n for n, text in enumerate(each.texts) if len(text) > 40])
    text = each.texts[number]
    end = rng.randrange(30, len(text) - 3)
    texts = (*each.texts[:number], text[:end].rstrip(" .\n"), *each.texts[number + 1 :])
    return each._replace(texts=texts)


def main() -> int:
    """Print each share of each seed; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--seeds", nargs="*", type=int, default=[1], metavar="N")
    given = parser.parse_args()
    bad = 0
    for seed in given.seeds:
        figures = measure(appearances(given.folder), seed)
        for name, share in figures._asdict().items():
            wrong = share.value > MOST_FALSE if name.startswith("false") else share.value < LEAST_CAUGHT
            bad += wrong
            print(f"seed {seed}  {name:16} {share}{'  ← not as promised' if wrong else ''}", flush=True)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
