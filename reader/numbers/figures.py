"""Tokens → figures: a number with its scale and unit, such as 47만 개, 2만 6천, 8.65억, 7B, 12 GPU 시간, 74.07%.

Comes in: the tokens and the place of a number. Goes out: the figure, and what of the word behind it is left, which is a
particle. A number that is no amount (2024년, 3단계, 1위, 10분의 1) is a code.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from reader.numbers.lexer import Token
from reader.numbers.units import COUNTERS, KOREAN_UNITS, LATIN_UNITS, LONELY_UNITS, SCALES, WORD_SCALES
from reader.numbers.words import is_particle

BOUNDS = {"이상": "≥", "이하": "≤", "초과": ">", "미만": "<", "이내": "≤"}
_ABOUT = ("가량", "정도", "내외", "남짓", "안팎", "수준", "대", "여", "급", "규모")
_SCALE = re.compile(r"(?P<small>[십백천]?)(?P<big>[만억조]?)(?P<more>여?)(?P<rest>.*)", re.DOTALL)
_BEING = frozenset({"일", "이면", "이고", "인데", "였던", "이었고", "이었으며", "였고"})
_LONGEST_WORD = 24
_MACHINES = frozenset({"GPU", "TPU", "A100", "H100", "V100", "H800", "A800", "CPU"})
_HOURS = re.compile(r"(?P<unit>시간|일)(?P<rest>.*)", re.DOTALL)


class Figure(NamedTuple):
    """An amount as it stands in the text."""

    value: Decimal
    unit: str
    start: int
    end: int
    decimals: int  # digits behind the point: 2 for 0.91
    scaled: bool = False  # with 만, 억, 조, K, M, B, T
    signed: bool = False  # with a + or − of its own
    bound: str = ""
    before: Decimal | None = None
    high: Decimal | None = None
    spread: Decimal | None = None
    versus: Decimal | None = None


class Read(NamedTuple):
    """A figure, or None for a number that is not one; the token behind it; the particle it carries."""

    figure: Figure | None
    behind: int
    particle: str
    bound: str = ""


def read_figure(tokens: list[Token], at: int) -> Read:
    """The figure that begins with the number at `at`."""
    amount = _Amount(tokens, at)
    amount.take()
    unit, rest = amount.unit, amount.rest
    if rest == "당":
        return Read(None, amount.behind, "")
    if amount.dead or (rest and not is_particle(rest)):
        bound, particle = bound_of(rest)
        if amount.dead or not bound:
            return Read(None, amount.behind, "")
        return Read(amount.figure(unit), amount.behind, particle, bound)
    return Read(amount.figure(unit), amount.behind, rest)


def bound_of(word: str) -> tuple[str, str]:
    """이상의 as (≥, 의); words that only say "about" as (~, particle); anything else as ("", "")."""
    for text, bound in (*BOUNDS.items(), *((about, "~") for about in _ABOUT)):
        if word.startswith(text):
            rest = word[len(text) :]
            if not rest or is_particle(rest) or rest in _BEING:
                return bound, rest
    return "", ""


def _split_unit(word: str, tight: bool) -> tuple[str, str] | None:
    """The unit with which a Korean word begins, and the rest of the word: 개의 as 개 and 의."""
    if len(word) > _LONGEST_WORD:
        return None
    for unit in KOREAN_UNITS:
        if word.startswith(unit) and (tight or unit not in LONELY_UNITS):
            rest = word[len(unit) :]
            about = "여" if rest.startswith("여") else ""
            rest = rest[len(about) :]
            if not rest or is_particle(rest) or bound_of(rest)[0]:
                return unit, rest
    return None


class _Amount:
    """The reading of one figure, token by token."""

    def __init__(self, tokens: list[Token], at: int) -> None:
        self.tokens, self.at, self.behind = tokens, at, at + 1
        self.start, self.end = tokens[at].start, tokens[at].end
        text = tokens[at].text
        self.decimals = len(text.partition(".")[2]) if "." in text else 0
        self.value = _decimal(text)
        self.unit, self.rest = "", ""
        self.scaled = self.dead = False

    def figure(self, unit: str) -> Figure:
        return Figure(self.value, unit, self.start, self.end, self.decimals, self.scaled)

    def peek(self) -> Token | None:
        return self.tokens[self.behind] if self.behind < len(self.tokens) else None

    def take(self) -> None:
        token = self.peek()
        if token is None:
            return
        if token.kind == "hangul" and token.tight and not self._is_only(token):
            self._korean_scale(token)
        elif token.kind == "name":
            self._latin_unit(token)
        elif token.text in {"%", "％", "×", "✕", "°", "℃", "‰"}:
            self._sign(token)
        elif token.kind == "hangul":
            self._counter(token)

    def _step(self, token: Token, rest: str = "") -> None:
        self.behind += 1
        self.end = token.end - len(rest)
        self.rest = rest

    def _korean_scale(self, token: Token) -> None:
        """만, 억, 조 and what of the amount follows: 8억 6500만, 2만 6천, 1천2백만."""
        total, group, number = Decimal(0), Decimal(0), self.value
        last_small, last_big = 10**4, 10**20
        while True:
            match = _SCALE.fullmatch(token.text[:_LONGEST_WORD])
            small, big = (match["small"], match["big"]) if match else ("", "")
            if match is None or not (small or big) or not self._scale_ends(match["rest"]):
                break
            scale = SCALES.get(small, 1)
            if scale >= last_small or SCALES.get(big, 1) >= last_big:
                break
            group, last_small = group + number * scale, scale
            if big:
                total, group, last_small, last_big = total + group * SCALES[big], Decimal(0), 10**4, SCALES[big]
            self.scaled, self.value = True, total + group
            self._step(token, match["rest"])
            more = self._next_part(Decimal(last_big if last_small == 10**4 else last_small))
            if more is None:
                return self._counter_behind_scale()
            number, token = more
        if not self.scaled:
            self._counter(token)
        return None

    def _is_only(self, token: Token) -> bool:
        """손실은 0.3만 증가: less than one, with nothing counted behind it, is no amount of ten thousands."""
        if token.text != "만" or self.value >= 1:
            return False
        behind = self.tokens[self.behind + 1 : self.behind + 2]
        return not behind or behind[0].kind != "hangul" or _split_unit(behind[0].text, tight=False) is None

    def _scale_ends(self, rest: str) -> bool:
        return not rest or is_particle(rest) or bound_of(rest)[0] != "" or _split_unit(rest, True) is not None

    def _next_part(self, last: Decimal) -> tuple[Decimal, Token] | None:
        """The number behind a scale, where it goes on: 6500 in 8억 6500만."""
        if self.rest or self.behind + 1 >= len(self.tokens):
            return None
        number, scale = self.tokens[self.behind], self.tokens[self.behind + 1]
        if number.kind != "number" or "." in number.text or scale.kind != "hangul" or not scale.tight:
            return None
        if _decimal(number.text) >= last:
            return None
        match = _SCALE.fullmatch(scale.text[:_LONGEST_WORD])
        if match is None or not self._scale_ends(match["rest"]) or not (match["small"] or match["big"]):
            return None
        self.behind += 1
        return _decimal(number.text), scale

    def _fraction(self) -> None:
        self.dead = True
        whole = self.peek()
        self.behind += whole is not None and whole.kind == "number"

    def _counter_behind_scale(self) -> None:
        if self.rest.startswith("분의"):  # 2만분의 1
            self._fraction()
        elif self.rest and not is_particle(self.rest) and not bound_of(self.rest)[0]:
            unit = _split_unit(self.rest, True)
            if unit is not None:
                self.end += len(self.rest) - len(unit[1])
                self.unit, self.rest = unit
        elif not self.rest:
            token = self.peek()
            if token is not None and token.kind == "hangul":
                self._counter(token)
            elif token is not None and token.text in _MACHINES:
                self._machine_hours()

    def _counter(self, token: Token) -> None:
        """A Korean unit: right behind the number, or behind a space where it can't be another word."""
        if token.text.startswith("분의"):  # 10분의 1, 1만 분의 1
            self.behind += 1
            self._fraction()
            return
        if token.text == "여" and token.tight:  # 200여 개
            self._step(token)
            behind = self.peek()
            if behind is not None and behind.kind == "hangul":
                self._counter(behind)
            return
        unit = _split_unit(token.text, token.tight)
        if unit is None:
            if token.tight and not is_particle(token.text) and not bound_of(token.text)[0]:
                self.dead = True  # 2024년, 1위, 3차, 17번째
            elif token.tight:
                self._step(token, token.text)
            return
        self._step(token, unit[1])
        self.unit = unit[0]

    def _latin_unit(self, token: Token) -> None:
        if token.text.casefold() in WORD_SCALES:
            self.scaled = True
        elif token.text in _MACHINES:
            self._machine_hours()
            return
        elif token.text not in LATIN_UNITS or (not token.tight and len(token.text) < 2):
            return
        self.scaled |= token.text in {"K", "k", "M", "B", "T"}
        self._step(token)
        self.unit = token.text
        self._particle_behind()

    def _machine_hours(self) -> None:
        """27 GPU-시간, 3,200 GPU 시간."""
        at = self.behind + 1
        if at < len(self.tokens) and self.tokens[at].text == "-":
            at += 1
        match = _HOURS.fullmatch(self.tokens[at].text[:_LONGEST_WORD]) if at < len(self.tokens) else None
        if match is None or (match["rest"] and not is_particle(match["rest"])):
            return
        name = self.tokens[self.behind].text
        self.behind = at
        self._step(self.tokens[at], match["rest"])
        self.unit = f"{name} {match['unit']}"

    def _sign(self, token: Token) -> None:
        self._step(token)
        self.unit = {"％": "%", "✕": "×"}.get(token.text, token.text)
        behind = self.peek()
        if behind is not None and behind.tight and self.unit == "%":
            if behind.text in {"p", "P", "pt", "pts"}:
                self._step(behind)
                self.unit = "%p"
            elif behind.text.startswith("포인트") and len(behind.text) <= _LONGEST_WORD:
                self._step(behind, behind.text[3:])
                self.unit = "%p"
                return
        self._particle_behind()

    def _particle_behind(self) -> None:
        token = self.peek()
        if token is None or token.kind != "hangul" or not token.tight:
            return
        if is_particle(token.text) or bound_of(token.text)[0]:
            self._step(token, token.text)
        elif self.unit in {"K", "k", "M", "B", "T"}:
            unit = _split_unit(token.text, True)
            if unit is not None and unit[0] in COUNTERS:
                self._step(token, unit[1])


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("−", "-"))
