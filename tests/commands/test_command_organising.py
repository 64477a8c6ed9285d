"""`revisit` and `label`: days to come back to a paper, and labels of one's own."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.commands.organising import day_of
from tests.command_line import CommandLine, tree_of
from tests.commands.test_command_shapes import holds

KEY = "2501.00002"
OTHER = "2501.00001"
TODAY = date(2026, 11, 21)


@pytest.fixture
def today() -> date:
    return date.today()  # noqa: DTZ011  # the command's own clock


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-24", "2026-12-24"),
        ("+3d", "2026-11-24"),
        ("+2W", "2026-12-05"),
        ("today", "2026-11-21"),
        ("Tomorrow", "2026-11-22"),
        ("next-week", "2026-11-28"),
        ("next-month", "2026-12-21"),
        ("3-days", "2026-11-24"),
        ("+999999w", "9999-12-31"),
    ],
)
def test_a_day_is_read_as_a_person_writes_it(text: str, day: str) -> None:
    assert day_of(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["", "soon", "2026-02-30", "+3", "-3d", "24.12.2026", "20261224", "2026-W01-1"])
def test_what_is_no_day_is_told(text: str) -> None:
    with pytest.raises(ReaderError, match="no day"):
        day_of(text, TODAY)


def test_a_paper_is_put_on_a_day_put_off_and_dropped(synced: CommandLine, today: date) -> None:
    tomorrow = (today + timedelta(days=1)).isoformat()
    assert synced("revisit", KEY, "tomorrow", "--json").json == {
        "key": KEY,
        "due": tomorrow,
        "step": 0,
        "is_due": False,
        "again": tomorrow,
    }
    for step, days in ((1, 1), (2, 3), (3, 7)):
        said = synced("revisit", KEY, "--again", "--json").json
        assert (said["step"], said["due"]) == (step, (today + timedelta(days=days)).isoformat())
    assert synced("revisit", KEY, "--drop").out == f"{KEY}: not to come back to\n"
    assert synced("show", KEY, "--json").json["revisit"] is None


def test_what_is_due_stands_first_in_the_list(synced: CommandLine, today: date) -> None:
    synced("revisit", KEY, "+3d")
    synced("revisit", OTHER, today.isoformat())
    said = synced("revisit", "--json").json
    assert (said["today"], said["due"]) == (today.isoformat(), 1)
    assert [(paper["key"], paper["is_due"]) for paper in said["papers"]] == [(OTHER, True), (KEY, False)]
    assert said["papers"][0]["title"] == "Paper Number 1 of 2501"
    first, second = synced("revisit").out.splitlines()
    assert first.startswith(f"* {today}  {OTHER}")
    assert second.startswith("  ")


def test_marks_stand_in_list_and_show(synced: CommandLine) -> None:
    synced("revisit", KEY, "2026-12-24")
    synced("label", KEY, "읽을 것")
    shown = synced("show", KEY, "--json").json
    assert shown["revisit"] == {"due": "2026-12-24", "step": 0}
    assert shown["labels"] == ["읽을 것"]
    assert shown["highlights"] == []
    (listed,) = [paper for paper in synced("list", "--json").json["papers"] if paper["key"] == KEY]
    assert (listed["revisit"], listed["labels"], listed["has_highlights"]) == ("2026-12-24", ["읽을 것"], False)


def test_labels_are_made_put_on_renamed_coloured_and_removed(synced: CommandLine) -> None:
    synced("label", "--add", "LLM", "--colour", "red")
    assert synced("label", KEY, "LLM", "--json").json == {"key": KEY, "labels": ["LLM"]}
    synced("label", OTHER, "LLM")
    assert synced("label", "--json").json == {"labels": [{"name": "LLM", "colour": "red", "count": 2}]}
    synced("label", "--rename", "LLM", "큰 모델")
    synced("label", "--recolour", "큰 모델", "--colour", "teal")
    assert synced("label", OTHER, "큰 모델", "--remove").out == f"{OTHER}: no labels\n"
    assert synced("label").out.split() == ["1", "teal", "큰", "모델"]
    assert synced("label", "--delete", "큰 모델", "--json").json == {"labels": []}
    assert synced("label", KEY).out == f"{KEY}: no labels\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("revisit", KEY, "soon"), "no day"),
        (("revisit", "--again"), "Name the paper"),
        (("revisit", "2999.99999", "tomorrow"), "no paper"),
        (("label", KEY, "--remove"), "Name the label"),
        (("label", "--remove"), "Name the paper"),
        (("label", "--add", " "), "is no name"),
        (("label", "--add", "new", "--colour", "ultraviolet"), "no colour"),
        (("label", "--rename", "none", "new"), "no label 'none'"),
        (("label", "--recolour", "none"), "Say which --colour"),
        (("label", "--delete", "none"), "no label 'none'"),
    ],
)
def test_what_can_not_be_done_is_told(synced: CommandLine, arguments: tuple[str, ...], said: str) -> None:
    assert said in synced(*arguments).complaint


def test_listing_writes_nothing(synced: CommandLine) -> None:
    def files() -> dict[str, bytes]:
        """But for the log, and what SQLite makes to read a file in WAL mode."""
        passing = ("-shm", "-wal", ".log")
        return {path: file for path, (_, file) in tree_of(synced.profile).items() if not path.endswith(passing)}

    before = files()
    for arguments in (("revisit",), ("label",), ("backup", "--list")):
        assert synced(*arguments).code == 0
    assert files() == before


def test_a_day_and_again_are_too_much(synced: CommandLine) -> None:
    assert synced("revisit", KEY, "tomorrow", "--again").code == 2


# Corrections, and watched and muted words


def test_words_of_a_summary_are_corrected_and_exported_as_the_persons(synced: CommandLine, tmp_path: Path) -> None:
    words = synced("show", KEY, "--json").json["appearances"][0]["sections"][1]["text"].split("\n")[0]
    said = synced("correct", KEY, words, "세 번 접는다", "--json").json
    holds("correct", said)
    assert [(each["quotation"], each["correction"]) for each in said["corrections"]] == [(words, "세 번 접는다")]
    synced("export", KEY, "--format", "html", "-o", str(tmp_path / "out.html"), "--lang", "ko")
    assert "내 정정: 세 번 접는다" in (tmp_path / "out.html").read_text("utf-8")
    assert synced("correct", KEY, words, "").out == ""
    assert synced("show", KEY, "--json").json["highlights"][0]["correction"] == ""


def test_words_that_are_not_there_or_not_corrected_are_told(synced: CommandLine) -> None:
    assert "do not stand in the text" in synced("correct", KEY, "이런 말은 없다", "그렇다").complaint
    assert "are not corrected" in synced("correct", KEY, "이런 말은 없다", "").complaint


def test_words_are_watched_muted_and_forgotten(synced: CommandLine) -> None:
    assert synced("words", "--json").json == {"words": []}
    synced("words", "--watch", "확산")
    assert synced("words", "--mute", "robot").out == "watch  확산\nmute   robot\n"
    assert synced("words", "--forget", "확산", "--json").json == {"words": [{"word": "robot", "kind": "mute"}]}
    assert "neither watched nor muted" in synced("words", "--forget", "확산").complaint
