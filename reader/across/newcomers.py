"""Benchmarks that papers introduce: the name in front of a title's colon, where the title says that it is one."""

import re
from typing import NamedTuple

from reader.numbers.terms import is_benchmark_name
from reader.posts.model import PaperKey

_OWN_NAME = re.compile(r"^\s*([A-Za-z][\w.+-]*(?: [\w.+-]+){0,2})\s*[:：]")
_SAYS_SO = re.compile(r"benchmark|벤치마크|\b(?:arena|leaderboard|test suite)\b", re.IGNORECASE)


class NewBenchmark(NamedTuple):
    """A benchmark that is named for the first time."""

    name: str  # as the title writes it
    key: PaperKey
    title: str
    day: str  # ISO, "" without one
    query: str


def benchmark_introduced(title: str) -> str:
    """The benchmark that a paper of this title introduces; "" where it introduces none, or does not name it."""
    own = _OWN_NAME.match(title)
    if own is None:
        return ""
    name = own[1]
    return name if is_benchmark_name(name) or _SAYS_SO.search(title[own.end() :]) else ""
