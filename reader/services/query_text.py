"""The text of a query as its operators: which there are, and the text with one more, or one fewer.

For those who write queries for a person: the builder, the facets of a result, completion. What a query means is
`search.query.parser`'s; here only the outermost operators are told apart, those that hold for the whole query. No query
is an error, and what is not touched stays as it was typed.
"""

import re
from itertools import pairwise
from typing import NamedTuple

SECTIONS = ("introduction", "method", "results", "limitations", "conclusion")
"""The names by which `section:` narrows, in reading order."""

_WITHIN = {"title", "other", *SECTIONS}

_ALIASES = {
    alias: name
    for name, aliases in {
        "title": "제목",
        "section": "섹션",
        "introduction": "intro goal motivation contribution 서론 소개 목표 동기 기여 배경",
        "method": "methods 방법 방법론 기법",
        "results": "result 결과 실험",
        "limitations": "limitation 한계 제한",
        "conclusion": "conclusions 결론",
        "other": "기타",
        "tag": "태그 category",
        "label": "라벨",
        "author": "저자",
        "cat": "분류",
        "note": "메모",
        "date": "날짜",
        "after": "이후 부터",
        "before": "이전",
        "newer": "최근",
    }.items()
    for alias in aliases.split()
}
_KNOWN = {*_ALIASES.values(), "is", "has", "arxiv"}
_VALUES = {
    "북마크": "bookmarked",
    "읽음": "read",
    "안읽음": "unread",
    "메모": "note",
    "예정": "due",
    "강조": "highlighted",
}
_PIECE = re.compile(
    r"""(?P<minus>-(?=[\w"(]))?
    (?:(?P<link>https?://\S+)
      |(?P<name>[^\W\d]{2,}):(?P<value>"[^"]*"?|(?=\()|[^\s"()]*)
      |(?P<quoted>"[^"]*"?)|(?P<bracket>[()])|(?P<word>[^\s"()]+))""",
    re.VERBOSE,
)
_LETTERS = re.compile(r"(?:(?<=[\s(])|^)[ㄱ-ㅎㅏ-ㅣ]+$")
_OR = {"OR", "또는", "|"}
_JOINING = {*_OR, "AND", "그리고", "&"}


class QueryPiece(NamedTuple):
    """One word, phrase or operator that holds for the whole query. `start` and `end` are characters of the query."""

    start: int
    end: int
    name: str  # of an operator, in English; "" for words
    value: str  # of an operator, without quotation marks or brackets; of words, their text
    negated: bool = False


def name_of(alias: str) -> str:
    """The English name of an operator or section in any of its names: 태그 is "tag"; others as they are."""
    folded = alias.casefold()
    return _ALIASES.get(folded, folded)


def pieces(query: str) -> list[QueryPiece]:
    """The outermost pieces of a query in order. A group in brackets is one piece, of words or of its operator."""
    found: list[QueryPiece] = []
    at = 0
    while (match := _PIECE.search(query, at)) is not None:
        end = match.end()
        name, value = name_of(match["name"] or ""), match["value"] or match[0]
        if match["bracket"] == "(" or (match["name"] and query[end : end + 1] == "("):
            start = end - 1 if match["bracket"] else end
            end = _after_group(query, start)
            value = query[start + 1 : end].removesuffix(")") if name else query[match.start() : end]
        elif match["name"]:
            value = match["value"] if name in _WITHIN else match["value"].strip('"')
        if name in ("is", "has"):
            value = _VALUES.get(value.casefold(), value.casefold())
        elif name == "section":
            value = name_of(value)
        if found and found[-1].name in _WITHIN and not found[-1].value and not name and match["bracket"] != ")":
            found[-1] = found[-1]._replace(end=end, value=value)  # title: sheep
        elif match["bracket"] != ")":
            found.append(QueryPiece(match.start(), end, name, value, bool(match["minus"])))
        at = max(end, match.end())
    return found


def has_choice(query: str) -> bool:
    """Whether the whole query is a choice (확산 OR 로봇), so that no single piece holds for all of it."""
    return any(piece.value in _OR for piece in pieces(query) if not piece.name)


def values(query: str, name: str) -> list[str]:
    """What an operator of the whole query is set to, in order: values("tag:nlp 확산", "tag") is ["nlp"]."""
    if has_choice(query):
        return []
    return [piece.value for piece in pieces(query) if piece.name == name and piece.value and not piece.negated]


def operator(name: str, value: str) -> str:
    """An operator as it is typed, where the value has spaces: tag:"generative AI", title:(flash attention)."""
    if name in _WITHIN:
        value = closed(value.strip())
        return f"{name}:({value})" if re.search(r"[\s()]", re.sub(r'^"[^"]*"$', "", value)) else f"{name}:{value}"
    value = value.replace('"', " ").strip()
    return f'{name}:"{value}"' if re.search(r"[\s()]", value) else f"{name}:{value}"


def with_operator(query: str, name: str, value: str) -> str:
    """The query, narrowed by an operator. It goes in front, so that the word being typed stays the last one."""
    query = closed(query.strip())
    if has_choice(query):
        query = f"({query})"
    return f"{operator(name, value)} {query}".strip()


def without_operator(query: str, name: str, value: str | None = None) -> str:
    """The query without an operator; with `value` only where it is set to that."""
    if has_choice(query):
        return query
    kept, at = "", 0
    for piece in pieces(query):
        if piece.name == name and not piece.negated and value in (None, piece.value):
            kept, at = kept + query[at : piece.start].rstrip() + " ", piece.end
            kept, at = kept.lstrip(), at + len(query[at:]) - len(query[at:].lstrip())
    return _unwrapped((kept + query[at:]).strip())


def settled(query: str) -> str:
    """The query without what says nothing yet at its end: an operator without a value, a lone letter of Hangul.

    Who has typed `tag:` has not said which; ㅅ is the first key of a syllable, and no word.
    """
    query = _LETTERS.sub("", query)
    found = pieces(query)
    if found and found[-1].name in _KNOWN and not found[-1].value.strip('"') and query[found[-1].end :] in ("", '"'):
        return query[: found[-1].start].rstrip()
    return query


def closed(query: str) -> str:
    """The query with its open quotation and brackets closed, so that something can stand beside it.

    A bracket that closes nothing means nothing, and is left out.
    """
    if query.count('"') % 2:
        query += '"'
    kept, depth, inside = "", 0, False
    for character in query:
        inside ^= character == '"'
        if not inside and character == ")" and not depth:
            continue
        if not inside:
            depth += (character == "(") - (character == ")")
        kept += character
    return kept + ")" * depth


def quoted(query: str, word: str) -> str:
    """The query with a word in quotation marks wherever it stands alone, so that it is searched as it is."""
    return re.sub(rf'(?<![\w"]){re.escape(word)}(?![\w"])', lambda _: f'"{word}"', query)


def apart(query: str) -> str:
    """The query with an AND between its first two words that stand beside each other: they may be apart then."""
    found = pieces(query)
    for left, right in pairwise(found):
        plain = not (left.name or right.name or right.negated)
        if plain and not {left.value, right.value} & _JOINING:
            return f"{query[: left.end]} AND{query[left.end :]}"
    return query


def _after_group(query: str, start: int) -> int:
    """Where the group that opens at `start` ends: behind its bracket, or at the end of the query."""
    depth, at, inside = 0, start, False
    while at < len(query):
        character = query[at]
        inside ^= character == '"'
        if not inside:
            depth += (character == "(") - (character == ")")
        at += 1
        if not depth:
            break
    return at


def _unwrapped(query: str) -> str:
    """A query that is one group, without its brackets."""
    found = pieces(query)
    if len(found) == 1 and query.startswith("(") and query.endswith(")"):
        return query[1:-1].strip()
    return query
