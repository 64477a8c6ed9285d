"""Sections of a summary: which heading is which kind, and what an Introduction's bullets say.

In: headings and Markdown source. Out: `SectionKind`, `Points`. The names are those that posts use, in English and in
Korean.
"""

import itertools
import re
from functools import lru_cache

from markdown_it.token import Token

from reader.posts.folding import folded
from reader.posts.model import Points, SectionKind
from reader.posts.plain import parser, plain_line
from reader.posts.prefixes import behind

_KINDS = {
    SectionKind.INTRODUCTION: (
        "introduction intro background overview motivation 서론 소개 도입 개요 배경 "
        "연구배경 연구동기 연구개요 문제정의 문제제기 들어가며 들어가는말 시작하며"
    ),
    SectionKind.METHOD: (
        "method methods methodology approach proposedmethod ourmethod 방법 방법론 제안방법 제안기법 접근법 "
        "접근방법 연구방법 제안하는방법 제안하는기법 제안방법론 제안모델 접근방식 "
        "핵심방법 핵심아이디어 주요아이디어 방법소개"
    ),
    SectionKind.RESULTS: (
        "result results experiment experiments evaluation experimentalresults mainresults findings "
        "결과 실험 실험결과 연구결과 주요결과 성능 평가 성능평가 실험분석 결과분석"
    ),
    SectionKind.LIMITATIONS: (
        "limitation limitations weaknesses 한계 한계점 제한점 제한사항 연구의한계 연구한계 아쉬운점 단점"
    ),
    SectionKind.CONCLUSION: (
        "conclusion conclusions concludingremarks summary takeaways 결론 맺음말 마무리 요약 마치며 맺으며 나가며 정리"
    ),
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split()}

_LABELS = {
    "goal": "goal|goals|objective|objectives|aim|purpose|목표|연구\\s*목표|목적|연구\\s*목적",
    "motivation": "motivation|motivations|background|동기|연구\\s*동기|배경|연구\\s*배경|필요성",
    "contribution": "contribution|contributions|기여|기여점|주요\\s*기여|연구\\s*기여|공헌|기여도",
}
_LABEL = {
    name: re.compile(rf"([*_`\[(【［〔<（]{{0,6}})\s*(?:{words})(?=\s*[*_`\])】］〕>）]{{0,6}}\s*[:：])", re.IGNORECASE)
    for name, words in _LABELS.items()
}
_COLON = re.compile(r"\s*[:：]")
_MARKER = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])(?:\s+|$)")
_NUMBERING = re.compile(r"^\W*(?:\d+(?:\.\d+)*|[ivx]+|[IVX]+)[.)]\s*")
_LONGEST_NOTHING = 60  # characters of source, emphasis and bullet included
_NOTHING_KNOWN = re.compile(
    r"(?:(?:관련|해당)\s*)?정보(?:가|는)?\s*(?:부족|없음|없다|없습니다)"
    r"(?:함|하다|합니다|이다|입니다|임|한 상태이?다?)?\s*[.。!]*"
)


@lru_cache(maxsize=512)
def section_kind(heading: str) -> SectionKind:
    """The kind of section a heading announces; of 'A and B' the first that is known. OTHER where none is."""
    text = folded(_NUMBERING.sub("", plain_line(heading)))
    for part in (text, *re.split(r"\s*(?:&|/|,|·|\band\b|및|와 |과 )\s*", text)):
        name = re.sub(r"[\W_]+", "", part)
        if name in _KIND_OF:
            return _KIND_OF[name]
    return SectionKind.OTHER


def nothing_known(markdown: str) -> bool:
    """Whether a section says no more than '정보 부족' ("not enough information"), in any of its spellings."""
    return len(markdown) <= _LONGEST_NOTHING and _NOTHING_KNOWN.fullmatch(plain_line(markdown)) is not None


def read_points(markdown: str) -> Points:
    """An Introduction's points: by label, in Korean or English; else by order when there are just three bullets.

    Everything beside the three points is kept, as `rest`.
    """
    statements = _statements(markdown)
    found: dict[str, str] = {}
    rest: list[str] = []
    for text, _ in statements:
        name, point = _labelled(text)
        if name and name not in found:
            found[name] = point
        else:
            rest.append(text)
    if not found:
        bullets = [text for text, bullet in statements if bullet]
        if len(bullets) != 3:
            return Points(rest=markdown)
        found = dict(zip(_LABELS, bullets, strict=True))
        rest = [text for text, bullet in statements if not bullet]
    return Points(**found, rest="\n\n".join(rest))


def _labelled(text: str) -> tuple[str, str]:
    """The point that a statement's label names, and what it says; ("", "") for a statement without such a label."""
    for name, label in _LABEL.items():
        if (words := label.match(text)) and (said := behind(words[1], text[words.end() :], _COLON)) is not None:
            return name, said
    return "", ""


def _statements(markdown: str) -> list[tuple[str, bool]]:
    """The Introduction cut where a point may begin: (Markdown, whether it was a bullet) in order, all text in one."""
    lines = markdown.split("\n")
    spans: list[tuple[int, int, bool]] = []
    depth = 0
    for token in parser().parse(markdown):
        depth += {"bullet_list_open": 1, "ordered_list_open": 1}.get(token.type, 0)
        depth -= {"bullet_list_close": 1, "ordered_list_close": 1}.get(token.type, 0)
        if token.map is None:
            continue
        if token.type == "list_item_open" and depth == 1:
            spans.append((*_bounds(token), True))
        elif token.level == 0 and token.nesting >= 0 and not depth and token.type != "inline":
            spans += _labelled_lines(lines, *_bounds(token))
    return [
        (_unmarked(lines[start:end]) if bullet else "\n".join(lines[start:end]).strip(), bullet)
        for start, end, bullet in spans
        if "".join(lines[start:end]).strip()
    ]


def _bounds(token: Token) -> tuple[int, int]:
    start, end = token.map or [0, 0]
    return start, end


def _labelled_lines(lines: list[str], start: int, end: int) -> list[tuple[int, int, bool]]:
    """A block that is no list, cut before each of its lines that begins with a label."""
    cuts = [
        start,
        *(n for n in range(start + 1, end) if any(p.match(lines[n]) for p in _LABEL.values())),
        end,
    ]
    return [(first, last, False) for first, last in itertools.pairwise(cuts)]


def _unmarked(lines: list[str]) -> str:
    """A list item's source without its marker and the indentation that the marker asks for."""
    marker = _MARKER.match(lines[0])
    width = marker.end() if marker else 0
    rest = [line[min(width, len(line) - len(line.lstrip())) :] for line in lines[1:]]
    return "\n".join([lines[0][width:], *rest]).strip()
