"""`check`: what is understood of files, and nothing is written."""

from pathlib import Path

import pytest

from tests.command_line import CommandLine, tree_of
from tests.factories import numbered, paper, post, write_post


def test_json_tells_papers_sections_and_warnings(command: CommandLine, folder: Path) -> None:
    (file,) = command("check", folder / "2025-01-02-papers.md", "--json").json["files"]
    assert (file["path"], file["date"], file["tags"]) == (
        str(folder / "2025-01-02-papers.md"),
        "2025-01-02",
        ["papers", "llm"],
    )
    assert [p["key"] for p in file["papers"]] == ["2501.00001", "2501.00002", "2501.00003"]
    assert file["papers"][0]["sections"] == ["introduction", "method", "results", "limitations", "conclusion"]
    assert file["warnings"] == []


def test_a_cut_off_paper_is_warned_of_with_its_line(command: CommandLine, tmp_path: Path) -> None:
    cut = paper(sections={"Introduction": "- 목표: 하나", "Method": "문장이 여기서 끊"})
    file = write_post(tmp_path, "2025-01-02-cut.md", post([cut]))
    (checked,) = command("check", file, "--json").json["files"]
    warnings = {warning["code"]: warning["line"] for warning in checked["warnings"]}
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[warnings["section-missing"] - 1].startswith("# 1.")
    assert "문장이 여기서 끊" in "\n".join(lines[warnings["text-cut"] - 2 : warnings["text-cut"]])
    assert "line" in command("check", file).out


def test_folders_give_their_posts_as_a_sync_would(command: CommandLine, folder: Path) -> None:
    write_post(folder, "saved.html", "<html><p>no post</p></html>")
    write_post(folder, "index.html", "---\ntitle: a post\n---\n<p>글</p>")
    checked = command("check", folder, "--json").json["files"]
    assert [Path(file["path"]).name for file in checked] == [
        "긴 글.md",
        "index.html",
        "2025-02-03-papers.md",
        "2025-01-02-papers.md",
    ]
    assert command("sync", folder, "--json").json["posts"] == len(checked)


@pytest.mark.parametrize("profile_is_there", [False, True])
def test_nothing_is_written_anywhere(
    command: CommandLine, folder: Path, tmp_path: Path, profile_is_there: bool
) -> None:
    if profile_is_there:
        command("sync", folder)
    home = tmp_path / "home"
    home.mkdir()
    before = tree_of(tmp_path)
    said = command.process("check", folder, "--json", env={"HOME": str(home)})
    assert len(said.json["files"]) == 3
    assert tree_of(tmp_path) == before


def test_what_cannot_be_read_is_said_behind_the_rest(command: CommandLine, folder: Path, tmp_path: Path) -> None:
    (folder / "away.md").symlink_to(tmp_path / "nowhere.md")
    said = command("check", folder, tmp_path / "none.md", "--json")
    assert "away.md" in said.complaint and "and 1 more" in said.complaint
    assert len(said.lines[0]["files"]) == 3


def test_wrong_usage_is_2(command: CommandLine) -> None:
    assert command("check").code == 2


def test_many_papers_are_told_in_a_second(command: CommandLine, tmp_path: Path) -> None:
    for number in range(40):
        write_post(tmp_path / "many", f"{number:02}.md", post(numbered(10, f"25{number:02}")))
    assert sum(len(file["papers"]) for file in command("check", tmp_path / "many", "--json").json["files"]) == 400
