"""What people type → a tree of what is meant. Never an error: what is no operator is a word.

    확산 모델              both words            "확산 모델"           side by side, in this order
    확산 -비디오           without               확산 OR 디퓨전         either; AND is what is meant without it
    (a OR b) c            groups                제안*                 words beginning so
    한계:일반화 title:(a b)   within a section       section:results FID    the whole group within a section
    tag:nlp  tag:"generative AI"  date:2025-10  date:2025-10-01..2025-10-20  after:2025-10  before:2025-10-20
    newer:7d  newer:2주  date:오늘  date:2025년10월  date:none
    is:bookmarked  is:unread  has:note            by what the caller knows of each paper
    note:아이디어  label:thesis                     by what the caller finds for the word
    arxiv:2512.17909, 2512.17909, https://arxiv.org/abs/2512.17909v2

In: the text of the search field. Out: a `Node` and the spans that were not understood. Knows no index.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from reader.base.links import arxiv_id
from reader.posts.model import SectionKind
from reader.search.analysis.fold import fold
from reader.search.query.dated import dated
from reader.search.query.measured import measured
from reader.search.query.nodes import All, Any, Arxiv, Marked, Node, Not, Noted, Phrase, Tag, Within, Word
from reader.search.query.periods import days
from reader.search.query.spoken_dates import Calendar, SpokenDays

SECTIONS: Mapping[str, SectionKind | None] = MappingProxyType(
    {
        name: kind
        for kind, names in {
            SectionKind.INTRODUCTION: "introduction intro goal motivation contribution 서론 소개 목표 동기 기여 배경",
            SectionKind.METHOD: "method methods 방법 방법론 기법",
            SectionKind.RESULTS: "results result 결과 실험",
            SectionKind.LIMITATIONS: "limitations limitation 한계 제한",
            SectionKind.CONCLUSION: "conclusion conclusions 결론",
            SectionKind.OTHER: "other 기타",
            None: "title 제목",
        }.items()
        for name in names.split()
    }
)
_NAMES = MappingProxyType(
    {
        "섹션": "section",
        "태그": "tag",
        "날짜": "date",
        "이후": "after",
        "이전": "before",
        "부터": "after",
        "최근": "newer",
        "메모": "note",
        "라벨": "label",
        "저자": "author",
        "분류": "cat",
        "category": "tag",
    }
)
_STATES = MappingProxyType(
    {
        "북마크": "bookmarked",
        "읽음": "read",
        "안읽음": "unread",
        "메모": "note",
        "예정": "due",
        "다시보기": "revisit",
        "강조": "highlighted",
    }
)
_TOKEN = re.compile(
    r"""\s*(?:(?P<open>\()|(?P<close>\))|(?P<minus>-(?=[\w"(]))|"(?P<quoted>[^"]*)(?:"|$)|(?P<link>https?://\S+)
    |(?P<field>[^\W\d]{2,}):(?P<value>[^\s"()]*)|(?P<word>[^\s"()]+)|(?P<stray>["]))""",
    re.VERBOSE,
)
_DEPTH = 20
_MOST = 100  # words and operators; what is behind them is left out and said
_LONG = 1000  # characters, as well
# What no word is longer than: a link is, and is asked for its id.
_TOO_LONG = re.compile(r"https?://\S+|(?P<kept>\S{64})(?P<rest>\S+)")


class Parsed(NamedTuple):
    """A query, understood."""

    node: Node
    not_understood: tuple[tuple[int, int], ...]  # spans of the query
    dates: tuple[tuple[str, SpokenDays], ...] = ()  # words that say a date, and the days they were taken for
    numbers: tuple[str, ...] = ()  # words that ask for a number


def parse(query: str, calendar: Calendar | None = None, is_question: Callable[[str], bool] = lambda _: False) -> Parsed:
    """Read a query; an empty one is `All(())`. `calendar` tells today, and which days have papers.

    `is_question` tells words that ask for a number.
    """
    calendar = calendar or Calendar(datetime.now().astimezone().date())
    parser = _Parser(query, calendar)
    dates: list[tuple[str, SpokenDays]] = []
    numbers: list[str] = []
    node = measured(dated(parser.any(), calendar, dates), is_question, numbers)
    if node == All(()) and parser.signs:
        node = Any(())  # ∞ alone asks for something, if not for any word
    return Parsed(node, tuple(parser.strange), tuple(dates), tuple(numbers))


class _Parser:
    """One pass over the tokens: any = all (OR all)*, all = part+, part = [-] (group | phrase | field | word)."""

    def __init__(self, query: str, calendar: Calendar) -> None:
        self._calendar = calendar
        self.strange: list[tuple[int, int]] = []
        self._end = len(query)
        query = self._bounded(query)
        self._tokens = [m for m in _TOKEN.finditer(query) if m.end() > m.start()]
        if len(self._tokens) > _MOST:
            self.strange.append((self._tokens[_MOST].start(), self._end))
            del self._tokens[_MOST:]
        self.signs = False  # whether there was something that is no word at all
        self._at = 0
        self._depth = 0  # of groups
        self._nested = 0  # of groups, negations and sections

    def _bounded(self, query: str) -> str:
        """The query with blanks for what is too long to be searched, which is said."""
        if len(query) > _LONG:
            self.strange.append((_LONG, len(query)))
            query = query[:_LONG]
        self.strange += [match.span("rest") for match in _TOO_LONG.finditer(query) if match["rest"]]
        return _TOO_LONG.sub(lambda m: m["kept"] + " " * len(m["rest"]) if m["rest"] else m[0], query)

    def any(self) -> Node:
        choices = [self._all()]
        while self._is_word("OR", "또는", "|"):
            self._at += 1
            choices.append(self._all())
        choices = [c for c in choices if c != All(())]
        if len(choices) > 1:
            return Any(tuple(choices))
        return choices[0] if choices else All(())

    def _all(self) -> Node:
        parts: list[Node] = []
        narrowed: list[SectionKind | None] = []
        explicit = False
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if self._is_word("OR", "또는", "|") or (token["close"] and self._depth):
                break
            if self._is_word("AND", "그리고", "&"):
                self._at += 1
                explicit = True
                continue
            if token["field"] and self._name(token) == "section" and fold(token["value"]) in SECTIONS:
                narrowed.append(SECTIONS[fold(token["value"])])
                self._at += 1
                continue
            part = self._part()
            if part is not None:
                parts.append(part)
        if explicit:  # words joined by AND are no term, however often they stand side by side
            parts = [All((p,)) if isinstance(p, Word) else p for p in parts]
        node: Node = parts[0] if len(parts) == 1 else All(tuple(parts))
        for kind in narrowed:
            node = Within(kind, node)
        return node

    def _part(self) -> Node | None:
        self._nested += 1
        try:
            if self._nested <= _DEPTH:
                return self._read_part()
            self._at += 1  # nested deeper than anyone can mean it
            return None
        finally:
            self._nested -= 1

    def _read_part(self) -> Node | None:  # noqa: PLR0911  # one for each kind of token
        token = self._tokens[self._at]
        self._at += 1
        if token["minus"]:
            child = self._part() if self._at < len(self._tokens) else None
            return Not(child) if child is not None else None
        if token["open"]:
            return self._group()
        if token["close"] or token["stray"]:
            return None
        if token["quoted"] is not None:
            return Phrase(token["quoted"]) if token["quoted"].strip() else None
        if token["link"]:
            found = arxiv_id(token["link"])
            return Arxiv(found.id) if found else self._words(token["link"], token)
        if token["field"]:
            return self._field(token)
        return self._word(token["word"], token)

    def _group(self) -> Node | None:
        self._depth += 1
        node = self.any()
        if self._at < len(self._tokens) and self._tokens[self._at]["close"]:
            self._at += 1
        self._depth -= 1
        return node if node != All(()) else None

    def _field(self, token: re.Match[str]) -> Node | None:
        name, value = self._name(token), token["value"]
        if name in SECTIONS:
            return self._within(name, value, token)
        span = (token.start("field"), token.end())
        follows = self._tokens[self._at] if not value and self._at < len(self._tokens) else None
        if follows and follows["quoted"] is not None and follows.start("quoted") == token.end() + 1:
            value, span = follows["quoted"].strip(), (span[0], follows.end())  # tag:"generative AI"
            self._at += 1
        if value and (node := self._filter(name, value, span)) is not None:
            return node
        self.strange.append(span)
        return self._words(f"{token['field']} {value}", token)

    def _filter(self, name: str, value: str, span: tuple[int, int]) -> Node | None:
        if name == "tag":
            return Tag(value)
        if name in ("date", "after", "before", "newer"):
            return days(name, fold(value), self._calendar)
        if name in ("is", "has"):
            return Marked(f"{name}:{_STATES.get(fold(value), fold(value))}", span)
        if name in ("note", "label", "author", "cat"):
            return Noted(name, value, span)
        found = arxiv_id(value) if name == "arxiv" else None
        return Arxiv(found.id) if found else None

    def _within(self, name: str, value: str, token: re.Match[str]) -> Node | None:
        kind = SECTIONS[name]
        if value:
            return Within(kind, self._word(value, token) or All(()))
        follows = self._tokens[self._at] if self._at < len(self._tokens) else None
        if follows and not follows["close"] and not self._is_word("OR", "또는", "|"):
            part = self._part()
            return Within(kind, part) if part is not None else None
        return self._words(token["field"], token)

    def _word(self, text: str, token: re.Match[str]) -> Node | None:
        if found := arxiv_id(text):
            return Arxiv(found.id)
        prefix = len(text) > 1 and text.endswith("*")
        text = text.rstrip("*")
        if not any(c.isalnum() for c in text):
            if text.strip("-–—·.,:;!?*&/"):
                self.strange.append((token.start("word"), token.end()))
                self.signs = True
            return None
        return Word(text, prefix, token.end() == self._end, (token.start("word"), token.end()))

    def _words(self, text: str, token: re.Match[str]) -> Node:
        words = re.findall(r"[^\s:/?=&]{0,40}\w[^\s:/?=&]{0,20}", text)
        return All(tuple(Word(word, span=token.span()) for word in words))

    def _is_word(self, *names: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at]["word"] in names

    def _name(self, token: re.Match[str]) -> str:
        name = fold(token["field"])
        return _NAMES.get(name, name)
