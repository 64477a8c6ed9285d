"""The table of ranges and the commands in docs/across.md are true."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from reader.across.ranges import parse_range
from reader.commands.arguments import build_parser

DOCS = Path(__file__).resolve().parents[2] / "docs" / "across.md"
COMMANDS = re.findall(r"^daily-papers (.+?)(?: +#.*)?$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
TODAY = date(2025, 12, 24)
ROWS = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| `([^`]+)` \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_table_is_there() -> None:
    assert len(ROWS) > 15


@pytest.mark.parametrize(("english", "korean", "meant"), ROWS)
def test_what_is_typed_means_what_the_table_says(english: str, korean: str, meant: str) -> None:
    assert str(parse_range(english, TODAY)) == meant
    assert str(parse_range(korean, TODAY)) == meant


def test_the_commands_are_there() -> None:
    assert len(COMMANDS) > 7


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_understood_as_it_is_written(command: str) -> None:
    assert build_parser().parse_args(shlex.split(command)).command == command.split(maxsplit=1)[0]
