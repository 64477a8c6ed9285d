"""What was exported comes back as the same papers, in every format that names them, whatever is in titles and notes."""

from pathlib import Path

import pytest

from reader.export.clean import clean_text
from tests.command_line import CommandLine
from tests.factories import METHOD_ONLY, paper, post, write_post

TITLES = (
    "x^2 & 50% of V_1: {Set} and #1",
    "역슬래시 \\alpha 와 한국어 ~ $5$",
    "<think>Reasoning</think> in <Parallel> Threads",
    "Emoji 😀👩‍🔬 and “quotes” ``ticks'' -- dashes --- ?`",
    "Unpaired } brace { here",
    '50% off_{n} @misc{x, = "y"}',
    "ㅎㅏㄴ decomposed 한글, 漢字, naïve Zürich",
    "--- a, b; (d) *e* `g`",
    "D$^3$QE",
    "=SUM(A1)",
    "2048",
    "TY  - a tag",
)
LINKS = (
    "https://arxiv.org/abs/{month}.{n:05d}",
    "https://openreview.net/forum?id=Paper{n}",
    "https://doi.org/10.1234/abc_{n}",
    "https://example.org/{n}/a_b%20c",
    None,
)
NOTES = (
    "TY - 라고 적었다\nER  -\nTI  - another",
    "@misc{no, title={x}, eprint={2501.99999}}",
    "[[2501.00002]] arXiv:2501.99998 https://arxiv.org/abs/2501.99997",
    "첫 줄\r\n둘째 줄\r\n\uffff\ufeff끝",
    '"a", "b"\n,;\t\n=1+1',
    "---\nkey: x\n---\n```\nopen",
    "<!-- hidden <article data-key='x'>",
    "} \\ { % ~ ^ $",
)


@pytest.fixture
def command(profile: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """A library of 60 papers, each title under each kind of link, every one with a note made to harm."""
    command = CommandLine(profile, capsys)
    for month, link in enumerate(LINKS, 1):
        papers = [
            paper(n, title, link.format(n=n + 100 * month, month=f"25{month:02d}") if link else None, METHOD_ONLY)
            for n, title in enumerate(TITLES, 1)
        ]
        write_post(tmp_path / "posts", f"2025-{month:02d}-01.md", post(papers, date=f"2025-{month:02d}-01"))
    write_post(tmp_path / "posts", "page.md", post(["글이다."]))
    command("sync", tmp_path / "posts")
    for number, key in enumerate(keys(command)):
        command("note", key, NOTES[number % len(NOTES)])
    return command


def keys(command: CommandLine, *which: str) -> list[str]:
    return [each["key"] for each in command("list", *which, "--json").json["papers"]]


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json", "csv", "html"])
def test_what_was_exported_is_the_same_papers_again(command: CommandLine, form: str, tmp_path: Path) -> None:
    before = set(keys(command))
    assert len(before) == 61
    out = tmp_path / "out"
    assert command("export", "--format", form, "-o", out).code == 0
    look = command("import", out, "--json", "--dry-run").json
    assert keys(command, "--bookmarked") == []
    said = command("import", out, "--json").json
    assert (said["absent"], said["not_understood"]) == ([], [])
    assert {**said, "dry_run": True} == look
    assert set(keys(command, "--bookmarked")) == before
    assert set(keys(command)) == before


def test_a_vault_is_the_same_papers_and_notes_again(
    command: CommandLine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command("bookmark", *keys(command))
    command("export", "--format", "md", "-o", tmp_path / "out")
    elsewhere = CommandLine(tmp_path / "elsewhere", capsys)
    elsewhere("sync", tmp_path / "posts")
    elsewhere("import", tmp_path / "out")
    assert keys(elsewhere, "--bookmarked") == keys(command, "--bookmarked") == keys(command)
    for key in keys(command):
        was, came = (line("note", key, "--json").json["note"] for line in (command, elsewhere))
        assert clean_text(was).strip() == came


def test_a_plain_list_of_ids_names_again_what_has_one(command: CommandLine, tmp_path: Path) -> None:
    command("export", "--format", "ids", "-o", tmp_path / "ids.txt")
    command("import", tmp_path / "ids.txt")
    linked = {key for key in keys(command) if not key.startswith("title:") and not key.endswith(".md")}
    assert len(linked) == 48
    assert set(keys(command, "--bookmarked")) >= linked
    assert set(keys(command, "--bookmarked")) <= set(keys(command))
