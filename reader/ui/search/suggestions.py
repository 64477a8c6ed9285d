"""What the search field offers while a query is typed: operators, their values, and searches made before.

In: the query, the cursor, and what there is to offer. Out: `Suggestion`s, best first. No Qt; a few tens of microseconds
for each hundred tags, so that it may run with every key.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.base.hangul import keys_of
from reader.services.query_text import SECTIONS, name_of, operator

if TYPE_CHECKING:
    from reader.services.completions import Completion  # with whoosh: only the search thread imports it

MOST = 8  # offered at once

_TYPED = re.compile(r'(?P<minus>-?)(?:(?P<name>[^\W\d]{2,}):)?(?P<value>"[^"]*|[^\s()":]*)$')
_NAMES = (
    ("title", "제목"),
    ("section", "섹션"),
    ("results", "결과"),
    ("method", "방법"),
    ("limitations", "한계"),
    ("intro", "서론"),
    ("goal", "목표"),
    ("motivation", "동기"),
    ("contribution", "기여"),
    ("conclusion", "결론"),
    ("tag", "태그"),
    ("label", "라벨"),
    ("author", "저자"),
    ("cat", "분류"),
    ("date", "날짜"),
    ("after", "이후"),
    ("before", "이전"),
    ("newer", "최근"),
    ("is", ""),
    ("has", ""),
    ("note", "메모"),
    ("arxiv", ""),
)
_SECTIONS = tuple((name, {"introduction": "intro"}.get(name, name)) for name in SECTIONS)
_KOREAN = dict(_NAMES)
_STATES = (
    ("unread", "안읽음"),
    ("read", "읽음"),
    ("bookmarked", "북마크"),
    ("due", "예정"),
    ("noted", "메모"),
    ("highlighted", "강조"),
)
_DAYS = (("today", "오늘"), ("yesterday", "어제"))
_AGES = (("7d", "7일"), ("2w", "2주"), ("1m", "1개월"), ("3m", "3개월"), ("1y", "1년"))


class Suggestion(NamedTuple):
    """Something to put into the query in place of its characters from `start` to `end`."""

    start: int
    end: int
    text: str
    kind: str  # "operator", "tag", "label", "date", "value" or "recent"; of content "term", "concept" or "title"
    name: str  # of the operator, in English; "" for a whole query; of a concept its other name, of a title its key
    papers: int = -1  # how many it has, where that is known


class Known(NamedTuple):
    """What there is to offer, each best first."""

    tags: Sequence[tuple[str, int]] = ()  # tag, papers
    labels: Sequence[tuple[str, int]] = ()
    months: Sequence[tuple[str, int]] = ()  # "2025-12", papers; newest first
    recent: Sequence[str] = ()  # queries, newest first


def suggestions(query: str, cursor: int, known: Known) -> list[Suggestion]:
    """What to offer with the cursor behind that many characters; nothing inside a word."""
    if query[cursor : cursor + 1].strip(" )"):
        return []
    typed = _TYPED.search(query[:cursor])
    if typed is None:
        return []
    start = typed.end("minus")
    if typed["name"]:
        found = _values(typed["name"], typed["value"].removeprefix('"'), known)
        offered = [
            Suggestion(start, cursor, f"{_as_typed(typed['name'], value)} ", kind, name_of(typed["name"]), papers)
            for value, papers, kind in found
            if value != typed["value"].strip('"')
        ]
        return offered[:MOST]
    names = _names(typed["value"])
    offered = [Suggestion(start, cursor, f"{name}:", "operator", name_of(english)) for name, english in names]
    return [*offered[: MOST - 2], *_recent(query, cursor, known)][:MOST]


def content(query: str, found: "Iterable[Completion]") -> list[Suggestion]:
    """What the words at the end of a query may become, as something to put in their place."""
    end = len(query)
    return [
        Suggestion(
            end - len(one.typed) if query.endswith(one.typed) else 0,
            end,
            one.text if one.kind == "title" else f"{one.text} ",
            one.kind,
            one.key or one.also,
            one.papers,
        )
        for one in found
    ]


def recent(known: Known) -> list[Suggestion]:
    """The newest searches, for an empty field."""
    return [Suggestion(0, 0, query, "recent", "") for query in known.recent[:MOST]]


def _as_typed(name: str, value: str) -> str:
    """An operator by the name that was typed."""
    return (
        operator(name, value)
        if name_of(name) == name
        else f"{name}{operator(name_of(name), value)[len(name_of(name)) :]}"
    )


def _names(typed: str) -> Iterator[tuple[str, str]]:
    """(name, its English name) of the operators that begin so: with two Latin letters, or a syllable."""
    if len(typed) < 2 and not "가" <= typed <= "힣":
        return
    wanted = keys_of(typed)
    for english, korean in _NAMES:
        for name in (english, korean):
            if name and keys_of(name).startswith(wanted):
                yield name, english


def _recent(query: str, cursor: int, known: Known) -> Iterator[Suggestion]:
    if cursor < len(query) or not query.strip():
        return
    wanted = keys_of(query.lstrip())
    longer = (old for old in known.recent if keys_of(old).startswith(wanted) and old != query.strip())
    for _, old in zip(range(3), longer, strict=False):
        yield Suggestion(0, len(query), old, "recent", "")


def _values(name: str, typed: str, known: Known) -> Iterable[tuple[str, int, str]]:  # noqa: PLR0911  # one for each
    """(value, papers, kind) that an operator may have and that begin so, or for tags and labels have it inside."""
    match name_of(name):
        case "tag":
            return _having(typed, known.tags, "tag")
        case "label":
            return _having(typed, known.labels, "label")
        case "date" | "after" | "before":
            years = list(dict.fromkeys(month[:4] for month, _ in known.months))
            dates = [*known.months, *((year, -1) for year in years)]
            if not typed:
                dates = [*known.months[:4], *((year, -1) for year in years[:2])]
            days = [(value, -1, "date") for value in _words(name, typed, _DAYS)]
            return [*days, *((day, papers, "date") for day, papers in dates if day.startswith(typed))]
        case "newer":
            return [(value, -1, "date") for value in _words(name, typed, _AGES)]
        case "section":
            names = ((english, _KOREAN[short]) for english, short in _SECTIONS)
            return [(value, -1, "value") for value in _words(name, typed, names)]
        case "is":
            return [(value, -1, "value") for value in _both(typed, _STATES)]
        case "has":
            return [(value, -1, "value") for value in _both(typed, (("note", "메모"),))]
        case _:
            return ()


def _having(typed: str, values: Sequence[tuple[str, int]], kind: str) -> Iterator[tuple[str, int, str]]:
    wanted = keys_of(typed)
    inside = []
    for value, papers in values:
        keys = keys_of(value)
        if keys.startswith(wanted):
            yield value, papers, kind
        elif wanted in keys:
            inside.append((value, papers, kind))
    yield from inside


def _words(name: str, typed: str, values: Iterable[tuple[str, str]]) -> list[str]:
    """Those of the values that begin so, in the language of what was typed: the operator's name, where nothing else."""
    if typed:
        return _both(typed, values)
    return [english if name.isascii() else korean for english, korean in values]


def _both(typed: str, values: Iterable[tuple[str, str]]) -> list[str]:
    """The values that begin so, in whichever language that is; in English where nothing is typed."""
    wanted = keys_of(typed)
    pairs = list(values)
    if not typed:
        return [english for english, _ in pairs]
    return [value for pair in pairs for value in pair if keys_of(value).startswith(wanted)]
