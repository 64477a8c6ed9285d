"""A folder of posts, and the command line on a profile of its own."""

from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.factories import numbered, post, write_post


@pytest.fixture
def command(profile: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(profile, capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two days with three papers each, one of them in both, and a page; spaces and Hangul in the path."""
    folder = tmp_path / "내 논문 posts"
    write_post(folder, "2025-01-02-papers.md", post(numbered(3)))
    later = [*numbered(2, "2502"), *numbered(1)]
    head = "title: Later\ndate: 2025-02-03 08:15:00\ntags: [LLM, vision]"
    write_post(folder, "2025-02-03-papers.md", post(later, head))
    write_post(
        folder, "쪽글/긴 글.md", post(["# 머리말\n\n긴 글의 **첫** 문장이다.\n"], "title: 긴 글\ndate: 2024-05-06")
    )
    return folder


@pytest.fixture
def synced(command: CommandLine, folder: Path) -> CommandLine:
    assert command("sync", folder).code == 0
    return command
