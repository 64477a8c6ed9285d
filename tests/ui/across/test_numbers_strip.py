"""The numbers of Results below their heading, in the window, and the sign of numbers that are ten times apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.commands.cli import run
from reader.ui.window.window import MainWindow
from tests.factories import SECTIONS, paper, post, write_post


@pytest.fixture
def synced(profile: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    for day, size in (("2025-01-02", "14B 모델은"), ("2025-02-03", "14억 매개변수의 모델은")):
        results = f"{size} GenEval에서 71.27%에서 76.56%로 올랐다. 그 밖의 것은 모른다."
        text = paper(1, sections={**SECTIONS, "Results": results})
        write_post(folder, f"{day}-daily.md", post([text], date=f"{day} 08:15:00"))
    assert run(["sync", "--profile", str(profile), str(folder)]) == 0
    return profile


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> Iterator[str]:
    qtbot.waitUntil(lambda: bool(window.view._shown and window.view._shown.beneath))
    return window.view._browser.toPlainText()


def test_the_numbers_of_results_stand_below_its_heading(shown: str) -> None:
    lines = [line.replace("\xa0", " ") for line in shown.splitlines()]
    assert "GenEval 71.27 → 76.56 %" in lines[lines.index("Results") + 1]


def test_a_number_leads_to_its_sentence(window: MainWindow, shown: str) -> None:
    beneath = window.view._shown.beneath if window.view._shown else {}
    name = next(lead.name for line in beneath.values() for lead in line.figures if "GenEval" in lead.words)
    window.view.lead_followed.emit(name)
    selected = window.view._browser.textCursor().selectedText()
    assert selected == "14억 매개변수의 모델은 GenEval에서 71.27%에서 76.56%로 올랐다."


def test_numbers_ten_times_apart_are_said_with_both_of_them(shown: str) -> None:
    assert "14억" in shown
    [sign] = [line for line in shown.splitlines() if line.startswith("⚠")]
    assert "14B" in sign
    assert "2025-01-02" in sign


def test_they_are_no_words_of_the_summary(window: MainWindow, shown: str) -> None:
    window.view._browser.selectAll()
    said = " ".join(quoted.words for quoted in window.view.marking.highlights.selected())
    assert "→" not in said
    assert "⚠" not in said


def test_the_section_chosen_stays_chosen_when_the_numbers_come(window: MainWindow, shown: str) -> None:
    window.view.go_to_section(2)
    beneath = window.view._shown.beneath if window.view._shown else {}
    window.view.set_beneath({})
    window.view.set_beneath(beneath)
    assert window.view._scroll.section == 2
