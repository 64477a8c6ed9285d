"""Which papers are meant: a key in every form, several keys, keys on standard input; lists narrowed by marks."""

import json
from datetime import date
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.commands.library import first_day
from tests.command_line import CommandLine

FIRST, SECOND = "2501.00001", "2502.00002"


def keys(command: CommandLine, *which: str) -> list[str]:
    return [each["key"] for each in command("list", *which, "--json").json["papers"]]


@pytest.mark.parametrize(
    "form",
    [
        "2501.00001",
        "arXiv:2501.00001v3",
        "10.48550/arXiv.2501.00001",
        "doi:10.48550/arXiv.2501.00001",
        "https://doi.org/10.48550/arXiv.2501.00001",
        "https://arxiv.org/pdf/2501.00001v2.pdf",
        "http://export.arxiv.org/abs/2501.00001",
        "https://www.alphaxiv.org/ko/overview/2501.00001",
        "https://huggingface.co/papers/2501.00001",
        "daily-papers://paper/2501.00001",
        "daily-papers://paper/2501.00001/",
    ],
)
def test_a_key_may_have_any_form_everywhere(synced: CommandLine, form: str, tmp_path: Path) -> None:
    assert synced("show", form, "--json").json["key"] == FIRST
    assert synced("bookmark", form, "--json").json["bookmarked"]
    assert synced("read", form, "--json").json["read"]
    assert synced("note", form, "메모", "--json").json["note"] == "메모"
    assert synced("label", form, "a", "--json").json["labels"] == ["a"]
    assert synced("revisit", form, "today", "--json").json["is_due"]
    assert [item["id"] for item in synced("export", "--format", "csl-json", "-o", "-", form).json] == [f"arxiv-{FIRST}"]


def test_an_address_of_ours_may_name_a_page(synced: CommandLine) -> None:
    page = next(key for key in keys(synced) if key.endswith(".md"))
    assert synced("show", f"daily-papers://paper/{page}", "--json").json["key"] == page


def test_several_papers_are_marked_at_once_or_none(synced: CommandLine) -> None:
    assert [each["key"] for each in synced("bookmark", FIRST, SECOND, FIRST, "--json").lines] == [FIRST, SECOND]
    assert synced("read", FIRST, "9999.00001").code == 1
    assert not any(each["read"] for each in synced("list", "--json").json["papers"])
    assert [each["key"] for each in synced("show", SECOND, FIRST, "--json").lines] == [SECOND, FIRST]
    assert "Paper Number 1 of 2501" in synced("show", SECOND, FIRST).out


def test_keys_come_by_standard_input(synced: CommandLine) -> None:
    lines = f"\ufeff{FIRST}\r\n\r\n{json.dumps(SECOND)}\r\n".encode()
    assert synced.process("bookmark", "-", stdin=lines).code == 0
    assert set(keys(synced, "--bookmarked")) == {FIRST, SECOND}
    assert synced.process("label", "-", "함께", stdin=lines).code == 0
    assert set(keys(synced, "--label", "함께")) == {FIRST, SECOND}
    said = synced.process("export", "--format", "csl-json", "-o", "-", "-", stdin=lines)
    assert [item["id"] for item in said.json] == [f"arxiv-{FIRST}", f"arxiv-{SECOND}"]
    assert "no keys" in synced.process("read", "-", stdin=b"\n").complaint
    assert "UTF-8" in synced.process("read", "-", stdin=b"\xff").complaint


def test_a_list_is_narrowed_by_label_day_and_what_is_due(synced: CommandLine) -> None:
    synced("label", FIRST, "읽을 것")
    synced("revisit", SECOND, "today")
    synced("revisit", FIRST, "+3d")
    assert keys(synced, "--label", "읽을 것") == [FIRST]
    assert keys(synced, "--due") == [SECOND]
    assert keys(synced, "--due", "--label", "읽을 것") == []
    assert set(keys(synced, "--since", "2025-02")) >= {SECOND}
    assert "2501.00003" not in keys(synced, "--since", "2025-02")
    assert keys(synced, "--since", "9d") == []
    assert "no label" in synced("list", "--label", "없음").complaint


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025", "2025-01-01"),
        ("2025-12", "2025-12-01"),
        ("2025-12-22", "2025-12-22"),
        ("today", "2026-03-10"),
        ("7d", "2026-03-03"),
        ("2w", "2026-02-24"),
    ],
)
def test_a_time_begins_on_a_day(text: str, day: str) -> None:
    assert first_day(text, date(2026, 3, 10)).isoformat() == day


@pytest.mark.parametrize("text", ["2025-13", "soon", "7", "-7d", "2025-1"])
def test_what_is_no_time_is_told(text: str) -> None:
    with pytest.raises(ReaderError):
        first_day(text, date(2026, 3, 10))
