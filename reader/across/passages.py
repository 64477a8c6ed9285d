"""One section of one paper: the five sections, and an Introduction's three points as if they were sections."""

from typing import Literal, NamedTuple

from reader.base.errors import ReaderError
from reader.library.model import Appearance
from reader.posts.folding import folded
from reader.posts.model import NO_POINTS, Points, Section, SectionKind
from reader.posts.plain import plain_text

Lensed = Literal["goal", "motivation", "contribution", "introduction", "method", "results", "limitations", "conclusion"]
"""What can be read of every paper of a range, in reading order."""
LENSED: tuple[Lensed, ...] = (
    "introduction",
    "goal",
    "motivation",
    "contribution",
    "method",
    "results",
    "limitations",
    "conclusion",
)
POINTS: tuple[Lensed, ...] = ("goal", "motivation", "contribution")

_ALIASES: dict[Lensed, str] = {
    "introduction": "introduction intro 서론 소개",
    "goal": "goal goals objective 목표 목적",
    "motivation": "motivation motivations 동기 배경",
    "contribution": "contribution contributions 기여 기여점",
    "method": "method methods approach 방법 방법론 기법",
    "results": "results result experiments 결과 실험",
    "limitations": "limitations limitation limits 한계 한계점 제한점",
    "conclusion": "conclusion conclusions 결론 맺음말",
}
_NAMES: dict[str, Lensed] = {alias: name for name, aliases in _ALIASES.items() for alias in aliases.split()}


class Passage(NamedTuple):
    """What a paper says in one of its sections."""

    heading: str  # as the post has it; "" for a point
    markdown: str
    text: str  # plain
    nothing_known: bool  # the post says only 정보 부족 ("not enough information")
    points: Points = NO_POINTS  # of an Introduction that is one section


def section_named(text: str) -> Lensed:
    """The section that a person names in Korean or English; the beginning of an English name is enough.

    Raises ReaderError.
    """
    low = folded(text)
    if low in _NAMES:
        return _NAMES[low]
    begun = [name for name in LENSED if len(low) > 2 and name.startswith(low)]
    if len(begun) == 1:
        return begun[0]
    raise ReaderError(f"There is no section {text!r}. There is {', '.join(LENSED)}.")


def passage_of(appearance: Appearance, section: Lensed) -> Passage | None:
    """What an appearance says there: all its sections of that kind, one below the other; None where it has none."""
    if section in POINTS:
        markdown = str(getattr(appearance.paper.points, section))
        return Passage("", markdown, plain_text(markdown), nothing_known=False) if markdown else None
    kind = SectionKind(section)
    found = [
        (each, text)
        for each, text in zip(appearance.paper.sections, texts_of(appearance), strict=True)
        if each.kind is kind and (text or each.nothing_known)
    ]
    telling = [pair for pair in found if not pair[0].nothing_known] or found[:1]
    if not telling:
        return None
    return Passage(
        telling[0][0].heading,
        "\n\n".join(each.markdown for each, _ in telling),
        "\n".join(text for _, text in telling),
        telling[0][0].nothing_known,
        points_of(appearance, telling[0][0]) if len(telling) == 1 else NO_POINTS,
    )


def points_of(appearance: Appearance, section: Section) -> Points:
    """The points of a section; a paper has them of its first Introduction."""
    first = next((each for each in appearance.paper.sections if each.kind is SectionKind.INTRODUCTION), None)
    return appearance.paper.points if section is first else NO_POINTS


def texts_of(appearance: Appearance) -> tuple[str, ...]:
    """The plain text of each section; made now for an appearance that was stored without it."""
    sections = appearance.paper.sections
    if len(appearance.texts) == len(sections):
        return appearance.texts
    return tuple(plain_text(section.markdown) for section in sections)
