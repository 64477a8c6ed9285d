"""What the library is up to in a range: the outlines of its papers compared with those before them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from itertools import islice

from reader.across.newcomers import NewBenchmark, benchmark_introduced
from reader.across.ranges import Range, stretch_of
from reader.across.terms import Terms
from reader.across.trends import (
    MOST,
    Day,
    Repeated,
    RisingTerm,
    Trends,
    counts_of,
    new_terms,
    rising_terms,
    without_parts,
)
from reader.library.texts import Outline
from reader.posts.folding import folded
from reader.posts.model import PaperKey
from reader.services.across.ranges import ids_in, query_of
from reader.services.concepts import shipped_concepts
from reader.services.profile import Profile

DAYS_BEFORE = 183  # what a range of days is compared with: the half year before it


class LibraryOutlines:
    """A library's outlines and their terms. Make one for each generation, and ask it for any range."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._outlines = profile.listing.outlines()
        self._terms = Terms(_concept, _beginnings())
        self._known: dict[int, set[str]] = {}

    def trends(self, wanted: Range, among: Collection[int] | None = None) -> Trends:
        """What a range is about, or only these appearances of it. Raises ReaderError as `ids_in` does."""
        here = [each for each in self._of(wanted) if among is None or each.id in among]
        before, said = self._before(wanted, here) if here else ([], "")
        first_day = min((each.day for each in here if each.day), default="")
        last_day = max((each.day for each in here), default="")
        narrowing = query_of(wanted, (first_day, last_day) if first_day else None)
        counts_before = counts_of(self._terms_of(before))
        counts = counts_of(self._terms_of(here)) if before else counts_before  # without other papers nothing rises
        papers, papers_before = len(_papers(here)), len(_papers(before))
        z = dict(rising_terms(counts, papers, counts_before, papers_before))
        older = self._older_than(first_day)
        text = "\n".join(f"{each.title}\n{each.line}" for each in older).casefold()

        def terms(names: Iterable[str]) -> tuple[RisingTerm, ...]:
            return tuple(
                RisingTerm(
                    name, counts[name], counts_before[name], round(z.get(name, 0.0), 2), _asking(name, narrowing)
                )
                for name in names
            )

        return Trends(
            str(wanted),
            papers,
            papers_before,
            said,
            self._days(here),
            terms(without_parts([name for name in z if counts_before[name]], counts)[:MOST]),
            terms(_unseen(without_parts(new_terms(counts, counts_before), counts), text) if older else ()),
            self._repeated(here),
            _benchmarks(here, text),
        )

    def _of(self, wanted: Range) -> list[Outline]:
        """Every appearance of the range: by its days, or else of all its papers."""
        ids = set(ids_in(self._profile, wanted))
        if not wanted.days:
            return [each for each in self._outlines if each.id in ids]
        keys = {each.key for each in self._outlines if each.id in ids}
        first, last = (day.isoformat() for day in wanted.days)
        return [each for each in self._outlines if first <= each.day <= last and each.key in keys]

    def _before(self, wanted: Range, here: Sequence[Outline]) -> tuple[list[Outline], str]:
        """What it is compared with, and which days those are: the half year before, or else all other papers."""
        days = sorted(each.day for each in here if each.day)
        if not days or not (wanted.days or wanted.posts):
            mine = {each.key for each in here}
            return [each for each in self._outlines if each.key not in mine], ""
        end = date.fromisoformat(days[0]) - timedelta(days=1)
        begin = end - timedelta(days=DAYS_BEFORE - 1)
        first, last = begin.isoformat(), end.isoformat()
        return [each for each in self._outlines if first <= each.day <= last], str(stretch_of(begin, end))

    def _older_than(self, first_day: str) -> list[Outline]:
        """All that was posted before a day."""
        return [each for each in self._outlines if each.day < first_day]

    def _terms_of(self, outlines: Sequence[Outline]) -> list[set[str]]:
        """The terms of each paper; where it has several outlines, those of the latest."""
        return [self._terms_in(each) for each in _papers(outlines).values()]

    def _terms_in(self, outline: Outline) -> set[str]:
        found = self._known.get(outline.id)
        if found is None:
            found = self._known[outline.id] = self._terms.of(outline.title, outline.line)
        return found

    def _days(self, here: Sequence[Outline]) -> tuple[Day, ...]:
        read = self._profile.marks.keys("read")
        by_day: dict[str, set[PaperKey]] = {}
        for each in here:
            if each.day:
                by_day.setdefault(each.day, set()).add(each.key)
        return tuple(
            Day(day, len(keys), len(keys & read), query_of(Range(day, day))) for day, keys in sorted(by_day.items())
        )

    def _repeated(self, here: Sequence[Outline]) -> tuple[Repeated, ...]:
        mine = {each.key for each in here}
        by_key: dict[PaperKey, list[Outline]] = {}
        for each in self._outlines:
            if each.key in mine:
                by_key.setdefault(each.key, []).append(each)
        several = [
            Repeated(key, some[0].title, len(some), tuple(each.day for each in some), _naming(key, some[0].title))
            for key, some in by_key.items()
            if len(some) > 1
        ]
        return tuple(sorted(several, key=lambda each: -each.times)[:MOST])


def in_language(found: Trends, language: str) -> Trends:
    """The same with concepts by their names of a language, "ko" or "en", where they have one."""

    def named(terms: tuple[RisingTerm, ...]) -> tuple[RisingTerm, ...]:
        return tuple(each._replace(term=_name_in(each.term, language)) for each in terms)

    return found._replace(rising=named(found.rising), first_seen=named(found.first_seen))


def trends(profile: Profile, wanted: Range) -> Trends:
    """What a range is about: one question, worked out step by step."""
    return LibraryOutlines(profile).trends(wanted)


def _papers(outlines: Sequence[Outline]) -> dict[PaperKey, Outline]:
    """Paper → its latest outline."""
    found: dict[PaperKey, Outline] = {}
    for each in outlines:
        found.setdefault(each.key, each)
    return found


def _concept(words: str) -> str:
    """What a concept is called, folded; "" for other words."""
    concept = shipped_concepts().of(words)
    return folded(concept.names[0]) if concept and concept.names else ""


def _beginnings() -> set[str]:
    names = (folded(name).split() for concept in shipped_concepts().all for name in (*concept.names, *concept.asks))
    return {words[0] for words in names if len(words) > 1}


def _unseen(terms: Iterable[str], text: str) -> list[str]:
    """The first of some terms that a text has in none of its spellings.

    The text is read once for each term, so ask for a few only.
    """
    return [term for term in islice(terms, 2 * MOST) if not any(name in text for name in _names_of(term))][:MOST]


def _names_of(term: str) -> list[str]:
    concept = shipped_concepts().of(term)
    return [term, *map(folded, concept.names)] if concept else [term]


def _name_in(term: str, language: str) -> str:
    concept = shipped_concepts().of(term)
    names = concept.names if concept else ()
    return next((name for name in names if name.isascii() == (language != "ko")), term)


def _asking(term: str, narrowing: str) -> str:
    return " ".join(part for part in (f'"{term}"' if " " in term else term, narrowing) if part)


def _naming(key: PaperKey, title: str) -> str:
    """A query that finds one paper: its arXiv id, else its title as a phrase."""
    return key if key[:1].isdigit() else '"{}"'.format(title.replace('"', " "))


def _benchmarks(here: Sequence[Outline], text: str) -> tuple[NewBenchmark, ...]:
    """The benchmarks that papers of the range introduce and that no earlier text names."""
    named = ((benchmark_introduced(each.title), each) for each in _papers(here).values())
    return tuple(
        NewBenchmark(name, each.key, each.title, each.day, _asking(name, ""))
        for name, each in named
        if name and name.casefold() not in text
    )
