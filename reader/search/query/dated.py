"""Dates that stand among the words of a query, without an operator: 12월 비디오 생성 is video generation in December.

In: nodes, and a `Calendar`. Out: the same nodes with `Days` in place of words that say a date, and what was taken so.
"""

from reader.search.analysis.fold import fold
from reader.search.query.nodes import All, Any, Days, Node, Word, whole_words
from reader.search.query.spoken_dates import Calendar, SpokenDays, spoken

_MOST = 5  # words of a date


def dated(node: Node, calendar: Calendar, taken: list[tuple[str, SpokenDays]]) -> Node:
    """The node with its dates as days; each that was found is added to `taken` with the words it was said in."""
    match node:
        case Word():
            found = _date((node,), calendar, taken)
            return found or node
        case All(children):
            return All(tuple(_children(children, calendar, taken)))
        case Any(children):
            return Any(tuple(dated(child, calendar, taken) for child in children))
        case _:
            return node


def _children(children: tuple[Node, ...], calendar: Calendar, taken: list[tuple[str, SpokenDays]]) -> list[Node]:
    found: list[Node] = []
    at = 0
    while at < len(children):
        words = whole_words(children[at : at + _MOST])
        for many in range(len(words), 0, -1):
            days = _date(words[:many], calendar, taken)
            if days is not None:
                found.append(days)
                at += many
                break
        else:
            found.append(children[at] if isinstance(children[at], Word) else dated(children[at], calendar, taken))
            at += 1
    return found


def _date(words: tuple[Word, ...], calendar: Calendar, taken: list[tuple[str, SpokenDays]]) -> Days | None:
    text = " ".join(word.text for word in words)
    said = spoken(fold(text), calendar)
    if said is None:
        return None
    taken.append((text, said))
    return Days(said.first, said.last)
