"""Reasons to doubt a summary, as values: the window puts them into words, in two languages."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from reader.across.endings import is_cut_off
from reader.across.kinship import Kinship
from reader.across.passages import texts_of
from reader.across.places import SectionManners, Sections
from reader.across.tenfold import tenfolds
from reader.library.model import Appearance
from reader.posts.model import SectionKind

DoubtKind = Literal["other-paper", "cut-off", "exchanged", "tenfold"]


class Doubt(NamedTuple):
    """Something that seems wrong with an appearance."""

    kind: DoubtKind
    section: int = -1  # which section, 0-based; -1 for the whole summary
    span: tuple[int, int] = (0, 0)  # in its plain text
    here: str = ""  # the number, the last words, or the section's kind
    there: str = ""  # the number it disagrees with, or the kind of the other section
    other: int = 0  # the appearance it disagrees with
    words: tuple[str, ...] = ()  # of the title, that the summary lacks

    @property
    def reason(self) -> str:
        """Why, in an English sentence."""
        match self.kind:
            case "other-paper":
                return f"The title speaks of {', '.join(self.words[:6])}, and the summary never does."
            case "cut-off":
                return f"The text ends in mid-sentence: … {self.here}"
            case "exchanged":
                return f"{self.here} reads like {self.there}, and {self.there} like {self.here}."
        return f"Another summary says {self.there} where this one says {self.here}: one is ten times the other."


class Examiner:
    """Examines summaries by what it has learned from those of the library."""

    def __init__(self, kinship: Kinship, places: SectionManners) -> None:
        self._kinship = kinship
        self._places = places

    def doubts(self, appearance: Appearance, others: Sequence[Appearance] = ()) -> tuple[Doubt, ...]:
        """What seems wrong with an appearance; `others` are appearances of the same paper."""
        if appearance.is_page:
            return ()
        texts = texts_of(appearance)
        found = [
            Doubt("tenfold", each.section, each.span, each.here, each.there, each.other)
            for each in tenfolds(appearance, others)
        ]
        for number, text in enumerate(texts):
            beside = [each for place, each in enumerate(texts) if place != number]
            if not appearance.paper.sections[number].nothing_known and is_cut_off(text, beside):
                words = text.rstrip()[-24:].split(None, 1)[-1]
                found.append(Doubt("cut-off", number, (len(text) - len(words), len(text)), words))
        if pair := self._places.exchanged(sections_of(appearance)):
            first = next(n for n, section in enumerate(appearance.paper.sections) if section.kind is pair[0])
            found.append(Doubt("exchanged", first, (0, len(texts[first])), pair[0].value, pair[1].value))
        verdict = self._kinship.weigh(appearance.paper.title, told(appearance))
        if verdict is not None and verdict.is_of_another:
            found.append(Doubt("other-paper", words=verdict.missing))
        return tuple(found)


def sections_of(appearance: Appearance) -> Sections:
    """The plain text of each kind of section, without those that say nothing."""
    found: dict[SectionKind, str] = {}
    for section, text in zip(appearance.paper.sections, texts_of(appearance), strict=True):
        if text and not section.nothing_known:
            found[section.kind] = f"{found[section.kind]}\n{text}" if section.kind in found else text
    return found


def told(appearance: Appearance) -> str:
    """All that a summary says."""
    return "\n".join(sections_of(appearance).values())
