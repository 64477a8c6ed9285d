"""The table of ranges in docs/across.md is true."""

import re
from datetime import date
from pathlib import Path

import pytest

from reader.across.ranges import parse_range

DOCS = Path(__file__).resolve().parents[2] / "docs" / "across.md"
TODAY = date(2025, 12, 24)
ROWS = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| `([^`]+)` \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_table_is_there() -> None:
    assert len(ROWS) > 15


@pytest.mark.parametrize(("english", "korean", "meant"), ROWS)
def test_what_is_typed_means_what_the_table_says(english: str, korean: str, meant: str) -> None:
    assert str(parse_range(english, TODAY)) == meant
    assert str(parse_range(korean, TODAY)) == meant
