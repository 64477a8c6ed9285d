"""Tasks across papers by real keys, as docs/across.md counts them: two keys and one a paper, and three keys."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from desktop import Desktop, until

from tests.factories import SECTIONS, paper, post, write_post

SILENT, MEASURED = 3, 4


def written(number: int, month: str) -> str:
    sections = {**SECTIONS, "Limitations": "정보 부족" if number == SILENT else SECTIONS["Limitations"]}
    if (number, month) == (MEASURED, "2501"):
        sections["Results"] = "FID 2.31을 기록하였다."
    return paper(number, f"Paper {number} of {month}", f"https://arxiv.org/abs/{month}.{number:05d}", sections)


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder, today = tmp_path / "posts", date.today()  # noqa: DTZ011  # this week is that of the person
    for day, month in ((today - timedelta(days=30), "2501"), (today, "2502")):
        text = post([written(n, month) for n in range(1, 6)], date=f"{day} 08:15:00")
        write_post(folder, f"{day}-daily.md", text)
    return folder


def test_this_weeks_limitations_are_two_keys_away_and_take_one_a_paper(
    desktop: Desktop, profile: Path, posts: Path
) -> None:
    program = desktop.run("open", str(posts), "--lang", "en", profile=profile)
    program.wait_for_window("Paper 1 of 2502")
    desktop.key("w", "l")
    for number in (2, 4, 5):  # the third says nothing of its limitations, so the lens passes it
        desktop.key("j")
        program.wait_for_window(f"Paper {number} of 2502")
    desktop.key("j")  # what says nothing stands below the others, and none of another week does
    program.wait_for_window("Paper 3 of 2502")


def test_two_bookmarked_papers_are_compared_by_three_keys(desktop: Desktop, profile: Path, posts: Path) -> None:
    desktop.run("sync", str(posts), profile=profile).wait_for_end()
    for key in ("2502.00002", "2501.00004"):
        desktop.ask("bookmark", key, profile=profile)
    program = desktop.run("open", "--lang", "en", profile=profile)
    program.wait_for_window("Paper 1 of 2502")
    desktop.key("ctrl+3", "ctrl+a", "c")
    program.wait_for_window("Paper [24] of 250[12]")
    for _ in range(2):  # the keys of a column: there and back
        desktop.key("Right")
        program.wait_for_window("Paper 4 of 2501")
        desktop.key("Left")
        program.wait_for_window("Paper 2 of 2502")


def test_a_metrics_value_leads_to_its_paper(desktop: Desktop, profile: Path, posts: Path) -> None:
    desktop.run("sync", str(posts), profile=profile).wait_for_end()
    program = desktop.run("open", "--lang", "en", profile=profile)
    program.wait_for_window("Paper 1 of 2502")
    desktop.key("g", "b")
    desktop.type("FID")
    desktop.key("Return")
    until(lambda: desktop.key("Return") or desktop.windows("Paper 4 of 2501"), "the paper with the value")


def test_ten_new_papers_are_sorted_by_twelve_keys(desktop: Desktop, profile: Path, posts: Path) -> None:
    desktop.run("sync", str(posts), profile=profile).wait_for_end()
    program = desktop.run("open", "--lang", "en", profile=profile)
    program.wait_for_window("Paper 1 of 2502")
    desktop.key("g", "s", *["x", "y", "x", "u", "x"] * 2)
    until(lambda: not desktop.ask("list", "--unread", profile=profile)["papers"], "nothing left to sort")
    kept = desktop.ask("list", "--bookmarked", profile=profile)["papers"]
    assert [each["key"] for each in kept] == ["2502.00002", "2501.00002"]
    desktop.key("ctrl+z")
    program.wait_for_window("Paper 5 of 2501")


def test_what_was_written_long_ago_is_two_keys_and_enter_away(desktop: Desktop, profile: Path, posts: Path) -> None:
    desktop.run("sync", str(posts), profile=profile).wait_for_end()
    desktop.ask("note", "2501.00004", "compare with the tables", profile=profile)
    program = desktop.run("open", "--lang", "en", profile=profile)
    program.wait_for_window("Paper 1 of 2502")
    desktop.key("g", "e", "Return")
    program.wait_for_window("Paper 4 of 2501")
