"""Doubts about summaries: what is known of a library's summaries, and what seems wrong with one of them."""

from functools import lru_cache

from reader.across.doubts import Doubt, Examiner, sections_of, told
from reader.across.kinship import Glossary, Kinship, concept_lines, glossary_lines
from reader.across.places import SectionManners
from reader.base.leave import FREE, Leave
from reader.base.paths import resources
from reader.library.listing import Listing
from reader.library.model import PaperRecord
from reader.search.concepts.shipped import shipped_lines

REFERENCE = 120  # summaries to learn from, spread evenly over the library


@lru_cache(maxsize=1)
def shipped_glossary(leave: Leave = FREE) -> Glossary:
    """Words of titles in Korean: from the glossary and the table of concepts."""
    lines = (resources() / "title_words.txt").read_text(encoding="utf-8").splitlines()
    concepts = ((*concept.names, *concept.asks) for concept in shipped_lines())
    return Glossary(leave.before([*glossary_lines(lines), *concept_lines(concepts)]))


def examiner_of(listing: Listing, leave: Leave = FREE) -> Examiner:
    """An examiner that has read some of the library. That takes tenths of a second: keep it for a generation."""
    known = [each for each in listing.appearances(listing.spread(REFERENCE)).values() if not each.is_page]
    kinship = Kinship(shipped_glossary(leave), map(told, known), leave)
    return Examiner(kinship, SectionManners(leave.before(map(sections_of, known))))


def doubts_of(record: PaperRecord, examiner: Examiner) -> dict[int, tuple[Doubt, ...]]:
    """Appearance id → what seems wrong with it, without the faultless ones; appearances of one paper are compared."""
    found = {each.id: examiner.doubts(each, record.appearances) for each in record.appearances}
    return {number: doubts for number, doubts in found.items() if doubts}
