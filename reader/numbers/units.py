"""Units and counters: which there are, and how amounts in different ones compare.

`normalised` brings an amount to the base of its kind: 14억 and 1.4B are both 1.4e9, 850ms is 0.85 초.
"""

from decimal import Decimal
from typing import NamedTuple

from reader.numbers.tables import listed

SCALES = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12}

LATIN_SCALES = {"K": 10**3, "k": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}
WORD_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

TIMES = frozenset({"배", "×", "x", "X"})
PERCENT = frozenset({"%", "％", "퍼센트"})
POINTS = frozenset({"%p", "%P", "%pt", "pp", "%포인트", "퍼센트포인트", "퍼센트 포인트"})

_SECONDS = {
    "ns": "1e-9",
    "µs": "1e-6",
    "us": "1e-6",
    "ms": "0.001",
    "밀리초": "0.001",
    "s": "1",
    "sec": "1",
    "초": "1",
    "min": "60",
    "분": "60",
    "h": "3600",
    "hr": "3600",
    "시간": "3600",
    "일": "86400",
    "주": "604800",
    "주일": "604800",
    "개월": "2592000",
}
_BYTES = {"KB": 10**3, "kB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12, "PB": 10**15}
_BYTES |= {"KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40}

_COUNTED = listed("epoch epochs step steps token tokens frames samples images")
_MEASURES = listed(
    """
    FPS fps dB px cm mm m km µm nm Hz kHz MHz GHz kbps Mbps bpp bps W kW J mJ kWh FLOPs GFLOPs TFLOPs PFLOPs MACs
    GMACs GFLOPS TFLOPS tok/s tokens/s it/s pp x X Å
    """
)
_LATIN_CLOCKS = listed("ns µs us ms s sec min h hr")
LATIN_UNITS = _MEASURES | _COUNTED | _LATIN_CLOCKS | frozenset(LATIN_SCALES) | frozenset(_BYTES)
"""Units in Latin letters that may stand right behind a number; those of two letters and more also behind a space."""

_KOREAN_COUNTERS = listed(
    """
    개 명 인 장 편 쌍 건 종 가지 회 번 차례 층 대 곳 단계 스텝 에폭 에포크 토큰 파라미터 매개변수 프레임 샘플 문제
    문항 질문 비트 바이트 채널 단어 문장 턴 노드 레이어 홉 라운드 라벨 세트 페이지 줄 권 차원
    """
)
COUNTERS = _KOREAN_COUNTERS | _COUNTED
"""Units that make a number a count."""

CLOCKS = frozenset(_SECONDS)
_OTHERS = listed("배 점 포인트 퍼센트 달러 원 픽셀")
KOREAN_UNITS = tuple(sorted(_KOREAN_COUNTERS | _OTHERS | (CLOCKS - _LATIN_CLOCKS), key=len, reverse=True))
LONELY_UNITS = listed("인 일 분 주 대 번 회 층 곳 원 줄 권 종")
"""Units that mean a unit only right behind a number: with a space before it 일 is another word."""


class Amount(NamedTuple):
    """A number in the base of its kind."""

    value: Decimal
    base: str  # "" for counts and bare numbers, "%", "%p", "배", "초", "byte", or the unit itself


def normalised(value: Decimal, unit: str) -> Amount:
    """An amount in the base of its kind, to compare it with others."""
    scale = LATIN_SCALES.get(unit) or WORD_SCALES.get(unit.casefold())
    if scale is not None:
        return Amount(value * scale, "")
    if unit in _SECONDS:
        return Amount(value * Decimal(_SECONDS[unit]), "초")
    if unit in _BYTES:
        return Amount(value * _BYTES[unit], "byte")
    for names, base in ((TIMES, "배"), (PERCENT, "%"), (POINTS, "%p"), (COUNTERS, "")):
        if unit in names:
            return Amount(value, base)
    return Amount(value, unit)
