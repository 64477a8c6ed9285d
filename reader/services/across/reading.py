"""What reads across papers, from the catalogue: one section of many, a table, papers side by side, numbers, benchmarks.

Ids are appearances of the catalogue, as `services.ranges.ids_in` gives them. A long range is read in pieces: the window
asks for the ids that come into sight.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reader.across.benchmarks import BenchmarkValue, values_of, words_for
from reader.across.compare import MOST, Comparison, compare
from reader.across.doubts import Doubt
from reader.across.figures import Figure, figures_of
from reader.across.lens import Lens, lens_of
from reader.across.passages import Lensed
from reader.across.table import Table, table_of
from reader.base.errors import ReaderError
from reader.library.listing import Listing
from reader.library.model import Appearance, PaperRecord
from reader.posts.model import PaperKey
from reader.services.across.examining import doubts_of, examiner_of
from reader.services.profile import Profile


class PaperNumbers(NamedTuple):
    """The figures of one appearance, and reasons to doubt it."""

    appearance: Appearance
    figures: tuple[Figure, ...]
    doubts: tuple[Doubt, ...]


def lens(listing: Listing, section: Lensed, ids: Sequence[int]) -> Lens:
    """A section of these papers, in their order; papers that say nothing there stand apart."""
    return lens_of(_in_order(listing, ids), section)


def table(listing: Listing, ids: Sequence[int], columns: Sequence[Lensed], sort: str = "") -> Table:
    """These papers as rows; `sort` is as in reader.across.table. Raises ReaderError."""
    return table_of(_in_order(listing, ids), columns, sort)


def compared(profile: Profile, keys: Sequence[PaperKey]) -> Comparison:
    """Two to four papers by their latest appearances; one paper alone by its two latest, or if its only post was
    rewritten, by what that said before. Raises ReaderError.
    """
    keys = list(dict.fromkeys(keys))
    if len(keys) > MOST:
        raise ReaderError(f"At most {MOST} papers are compared.")
    records = [_record(profile, key) for key in keys]
    if len(records) > 1:
        return compare([record.appearances[0] for record in records])
    if len(records[0].appearances) < 2:
        if profile.versions.changed(keys[0]):
            return changed(profile, keys[0])
        raise ReaderError(f"{records[0].key} is in one post only: name another paper to compare it with.")
    latest, before = records[0].appearances[:2]
    return compare([before, latest])


def changed(profile: Profile, key: PaperKey) -> Comparison:
    """What the newest rewriting of a paper's summary changed. Raises ReaderError where none is known."""
    record, versions = _record(profile, key), profile.versions.of(key)
    if not versions:
        raise ReaderError(f"No earlier version of the summary of {key} is kept: only papers with marks have them.")
    before = versions[0].appearance
    same = (each for each in record.appearances if (each.source, each.post) == (before.source, before.post))
    until = versions[0].replaced.astimezone().date()
    return compare([before, next(same, record.appearances[0])])._replace(until=until)


def numbers(profile: Profile, key: PaperKey) -> list[PaperNumbers]:
    """The figures in Results of each appearance of a paper, latest first, and its doubts. Raises ReaderError."""
    record = _record(profile, key)
    doubts = doubts_of(record, examiner_of(profile.listing))
    return [PaperNumbers(each, figures_of(each), doubts.get(each.id, ())) for each in record.appearances]


def benchmark(listing: Listing, name: str) -> list[BenchmarkValue]:
    """All values of a metric or benchmark in the library, newest first. Raises ReaderError for a name without words."""
    words = words_for(name)
    if not words:
        raise ReaderError("Name a metric or benchmark, such as FID or GenEval.")
    return values_of(name, _in_order(listing, listing.ids_saying(words)))


def _in_order(listing: Listing, ids: Sequence[int]) -> list[Appearance]:
    found = listing.appearances(ids)
    return [found[number] for number in ids if number in found]


def _record(profile: Profile, key: PaperKey) -> PaperRecord:
    record = profile.listing.record(key)
    if record is None:
        raise ReaderError(f"No post of the library has {key} any more.")
    return record
