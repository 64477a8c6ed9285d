"""Tokens → the items of a sentence: words with their particles, marks, and figures put together.

A range (2.7~3.8배), a change (41.2%에서 58.9%로, 0.6→0.2), a spread (82.3±0.4), a comparison (0.79 대 0.61) and a mark
out of so many (7.4/9) are one figure. Comes in: a text. Goes out: sentences, each a list of items in order.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reader.numbers.figures import Figure, bound_of, read_figure
from reader.numbers.lexer import Token, tokens
from reader.numbers.tables import in_order
from reader.numbers.terms import is_benchmark_name, is_model_name
from reader.numbers.units import TIMES
from reader.numbers.words import is_particle, word

RANGES = frozenset({"~", "∼", "〜", "～", "–", "—", "-", "˜"})
ARROWS = frozenset({"→", "->", "=>", "⇒", "➔", "➜", "⟶"})
_FROM = frozenset({"에서", "부터", "이던", "였던", "이었던"})
_TO = frozenset({"로", "으로", "까지", "로의", "으로의", "로도", "으로도", "로만", "으로만", "까지도"})
_BETWEEN = frozenset({"약", "최대", "최소", "단", "불과", "무려", "각각", "최종", "현재", "평균", "단지", "겨우"})
_ABBREVIATIONS = frozenset({"vs", "al", "e.g", "i.e", "etc"})
_SIGNS = {"<": "<", ">": ">", "≤": "≤", "≥": "≥", "<=": "≤", ">=": "≥", "≦": "≤", "≧": "≥"}
_COUNTED = in_order(
    """
    토큰 샘플 스텝 단계 에폭 장 개 쌍 건 문맥 컨텍스트 길이 반복 입력 시퀀스 예제 배치 step token sample
    """
)
_EDITIONS = frozenset(map(Decimal, range(1, 6)))
_LONGEST_WORD = 24
_PLUS = frozenset({"+", "＋"})
_MINUS = frozenset({"-", "−", "–"})


class Item(NamedTuple):
    """A word, mark or figure. `start` and `end` leave the particle out."""

    kind: str  # "figure", "mark", "name", "code", "ordinal" or a kind of word (words.Word)
    text: str
    start: int
    end: int
    particle: str
    tight: bool
    figure: Figure | None = None


def sentences(text: str) -> Iterator[list[Item]]:
    """The sentences of a text as items. A full stop before a small letter or in an abbreviation ends none."""
    items: list[Item] = []
    for item in _items(tokens(text)):
        if item.kind == "mark" and item.text in ".!?。\n;" and not _goes_on(items, item):
            yield _joined(items)
            items = []
        elif item.text != "." or not items or items[-1].text.casefold() not in _ABBREVIATIONS:
            items.append(item)
    yield _joined(items)


def _goes_on(items: list[Item], stop: Item) -> bool:
    return bool(items) and stop.text == "." and items[-1].text.casefold() in _ABBREVIATIONS


def _items(found: list[Token]) -> Iterator[Item]:
    at = 0
    while at < len(found):
        token = found[at]
        if token.kind == "number":
            read = read_figure(found, at)
            end, tail = found[read.behind - 1].end, read.particle
            if read.figure is None or _is_size(read.figure, found, read.behind) or _is_date(read.figure, found, at):
                yield Item("ordinal" if read.figure is None else "code", token.text, token.start, end, "", token.tight)
            else:
                yield Item(
                    "figure", token.text, token.start, read.figure.end, tail, token.tight,
                    read.figure._replace(bound=read.bound),
                )  # fmt: skip
            at = read.behind
            continue
        at += 1
        if token.kind == "hangul":
            shape = word(token.text)
            yield Item(shape.kind, shape.stem, token.start, token.start + len(shape.stem), shape.particle, token.tight)
            continue
        particle = ""
        if at < len(found) and found[at].tight and _carries(token) and is_particle(found[at].text):
            particle = found[at].text
            at += 1
        yield Item(token.kind, token.text, token.start, token.end, particle, token.tight)


def _is_size(figure: Figure, found: list[Token], behind: int) -> bool:
    """Whether 4K is the size of a picture and no count: 4K 이미지, but 4K 토큰."""
    if figure.unit not in {"K", "k"} or figure.value > 16:
        return False
    counted = found[behind].text[:_LONGEST_WORD] if behind < len(found) else ""
    return not counted.startswith(_COUNTED)


def _is_date(figure: Figure, found: list[Token], at: int) -> bool:
    """11월 3일."""
    return figure.unit == "일" and at > 0 and found[at - 1].text == "월"


def _is_version(item: Item, before: Item) -> bool:
    """Gemini 2.5, GPT 5, VBench 2.0: a bare number right behind a model's name, a round one behind a benchmark's."""
    figure = item.figure
    if figure is None or figure.unit or figure.scaled or before.kind != "name" or before.particle:
        return False
    edition = figure.decimals == 1 and figure.value in _EDITIONS and is_benchmark_name(before.text)
    return edition or (figure.decimals < 3 and is_model_name(before.text))


def _carries(token: Token) -> bool:
    return token.kind in {"name", "code"} or token.text in {")", "]", '"', "'", "’", "”", "」"}


def _joined(items: list[Item]) -> list[Item]:
    """The items with bounds and signs in their figures, and figures that are one measurement put together."""
    single: list[Item] = []
    for item in items:
        versioned = bool(single) and _is_version(item, single[-1])
        single.append(item._replace(kind="code", figure=None) if versioned else item)
        _bound(single)
        _signed(single)
        _compared(single)
    done: list[Item] = []
    for item in single:
        done.append(item)
        while item.figure is not None and _together(done):
            pass
    return done


def _bound(done: list[Item]) -> None:
    """이상, 이하, 가량 … behind a figure become part of it."""
    if len(done) < 2 or done[-2].figure is None or done[-2].particle:
        return
    last, figure = done[-1], done[-2].figure
    if last.kind not in {"noun", "modifier", "change", "verb"}:
        return
    bound, particle = bound_of(last.text + last.particle)
    if last.text in {"대", "여", "급", "규모"}:
        return
    if bound and not figure.bound.strip("~"):
        done[-2:] = [done[-2]._replace(particle=particle, figure=figure._replace(bound=bound))]


def _compared(done: list[Item]) -> None:
    """<0.03 bpp: a sign right before the figure is its bound."""
    figure = done[-1].figure
    if figure is not None and len(done) > 1 and done[-2].text in _SIGNS:
        done[-1] = done[-1]._replace(figure=figure._replace(bound=_SIGNS[done[-2].text]))


def _signed(done: list[Item]) -> None:
    """A sign of its own: +11.8점, (−3.1%p)."""
    if len(done) < 2 or done[-1].figure is None or not done[-1].tight:
        return
    sign = done[-2]
    alone = len(done) == 2 or not sign.tight or done[-3].text in {"(", "[", "/", ","} or done[-3].kind == "mark"
    if sign.kind == "mark" and sign.text in _PLUS | _MINUS and alone:
        figure = done[-1].figure._replace(signed=True, start=sign.start)
        done[-2:] = [done[-1]._replace(start=sign.start, figure=figure, tight=sign.tight)]


def _together(done: list[Item]) -> bool:
    """Put the last figure together with the one before it; whether that was done."""
    right, count = done[-1].figure, len(done)
    if right is None or count < 2:
        return False
    middle = count - 2
    while middle > 0 and count - middle < 5 and done[middle].text in _BETWEEN and not done[middle].particle:
        middle -= 1
    left = done[middle]
    if left.figure is not None:
        if left.particle in _FROM and _alike(left.figure, right):
            _moved(done, middle, left.figure)
    elif middle and done[middle - 1].figure is not None:
        _marked(done, middle)
    return len(done) < count


def _marked(done: list[Item], middle: int) -> None:
    """Two figures with a mark or 대 between them."""
    mark, first, last = done[middle], done[middle - 1], done[-1]
    left, right = first.figure, last.figure
    if left is None or right is None:
        return
    if mark.text in {"±", "+/-"}:
        _merged(done, middle - 1, spread=right.value)
    elif mark.text == "/" and mark.tight and last.tight and left.unit in {"", "점"}:
        _out_of(done, middle - 1)
    elif not _alike(left, right):
        return
    elif mark.text in RANGES and not first.particle:
        _merged(done, middle - 1, high=right.value)
    elif mark.text in ARROWS:
        _merged(done, middle - 1, before=left.value)
    elif mark.text in {"대", "vs", "VS"} and not mark.particle:
        _merged(done, middle - 1, versus=right.value)


def _alike(left: Figure, right: Figure) -> bool:
    """Whether two figures are of one unit, which the first may leave to the second."""
    return left.unit == right.unit or (left.unit == "" and left.high is None)


def _moved(done: list[Item], at: int, left: Figure) -> None:
    """A에서 B로 is from → to; A에서 B without a 로 behind it is a range."""
    right = done[-1].figure
    if done[-1].particle in _TO and left.unit not in TIMES:
        _merged(done, at, before=left.value)
    elif right is not None and right.unit and left.unit == right.unit:
        _merged(done, at, high=right.value)


def _merged(
    done: list[Item],
    at: int,
    *,
    before: Decimal | None = None,
    high: Decimal | None = None,
    spread: Decimal | None = None,
    versus: Decimal | None = None,
) -> None:
    """The figures at `at` and at the end as one, with the particle, the bound and the unit of the last."""
    left, right = done[at].figure, done[-1].figure
    if left is None or right is None:
        return
    keep = right.value if before is not None else left.value
    figure = right._replace(
        value=keep,
        unit=right.unit or left.unit,
        start=left.start,
        decimals=max(left.decimals, right.decimals),
        scaled=left.scaled or right.scaled,
        signed=left.signed,
        before=before,
        high=right.high if before is not None else high,
        spread=spread,
        versus=versus,
    )
    done[at:] = [done[at]._replace(end=figure.end, particle=done[-1].particle, figure=figure)]


def _out_of(done: list[Item], at: int) -> None:
    """7.4/9 is 7.4 out of 9; 1/8 is a fraction, and no figure."""
    left, right = done[at].figure, done[-1].figure
    if left is None or right is None:
        return
    if left.decimals and not right.decimals and left.value <= right.value:
        figure = left._replace(unit=f"/{right.value}{right.unit}", end=right.end)
        done[at:] = [done[at]._replace(end=right.end, particle=done[-1].particle, figure=figure)]
    elif not left.decimals:
        done[at:] = [done[at]._replace(kind="code", end=right.end, particle=done[-1].particle, figure=None)]
