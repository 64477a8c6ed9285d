"""Notes that were changed in a vault come back, merged as those of another computer are, and none is lost."""

import os
import time
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import CommandLine
from tests.export.test_vault_shared import by_gray_matter, by_obsidian, by_python_frontmatter
from tests.factories import numbered, post, write_post

NOTE = "첫 생각\n\n## Introduction\n남의 제목\n\n- [[2501.00002]]와 비교"
KEY = "2501.00001"
HOSTILE = (
    "```\nopen",
    "<!-- open",
    "| a | b |\n| - | - |\n| [[2501.00002]] | [[2501.00003|셋째]] |",
    "## Note\n\n## Highlights\n\n> quoted\n\n## Method\nmine",
    "---\nkey: x\n---\n# x",
    "$$\nx",
    "[[2501.00002#Method]] and `[[2501.00003]]`",
    "# 제목\n\n## 메모\n다시",
    "%% open",
    "끝에 빈칸  \n\n\n다음",
)


@pytest.fixture
def command(profile: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    command = CommandLine(profile, capsys)
    write_post(tmp_path / "posts", "2025-01-02.md", post(numbered(3)))
    command("sync", tmp_path / "posts")
    command("note", KEY, NOTE)
    return command


@pytest.fixture
def vault(command: CommandLine, tmp_path: Path) -> Path:
    vault = tmp_path / "vault"
    command("export", "--format", "md", "-o", vault)
    return vault


def file_of(vault: Path, key: str = KEY) -> Path:
    (path,) = (path for path in vault.rglob(f"{key}*.md") if "conflict" not in path.name)
    return path


def edit(path: Path, old: str, new: str, seconds: float = 60) -> None:
    """Change words in a file, as if `seconds` from now (before now where it is negative)."""
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    moment = time.time() + seconds
    os.utime(path, (moment, moment))


def note(command: CommandLine, key: str = KEY) -> str:
    return str(command("note", key, "--json").json["note"])


def changes(said: dict[str, Any]) -> dict[str, list[str]]:
    kinds = {kind: [key for keys in lists.values() for key in keys] for kind, lists in said["changes"].items()}
    return {kind: sorted(keys) for kind, keys in kinds.items() if keys}


def test_a_note_changed_in_the_vault_comes_back_after_a_look(command: CommandLine, vault: Path) -> None:
    edit(file_of(vault), "첫 생각", "둘째 생각")
    look = command("import", vault, "--dry-run", "--json").json
    assert (look["kind"], look["files"], changes(look)) == ("vault", 3, {"noted": [KEY]})
    assert note(command) == NOTE
    assert {**command("import", vault, "--json").json, "dry_run": True} == look
    assert note(command) == NOTE.replace("첫", "둘째")
    assert changes(command("import", vault, "--json").json) == {}


def test_what_nobody_changed_brings_nothing_and_bookmarks_nothing(command: CommandLine, vault: Path) -> None:
    command("note", KEY, "program")
    assert changes(command("import", vault, "--json").json) == {}
    assert note(command) == "program"
    assert command("list", "--bookmarked", "--json").json["total"] == 0


@pytest.mark.parametrize("rewritten", [by_obsidian, by_gray_matter, by_python_frontmatter])
def test_who_wrote_the_head_again_does_not_matter(command: CommandLine, vault: Path, rewritten: Any) -> None:
    path = file_of(vault)
    path.write_text(rewritten(path.read_text("utf-8")).replace("첫 생각", "둘째"), encoding="utf-8")
    command("import", vault)
    assert note(command) == NOTE.replace("첫 생각", "둘째")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_any_note_comes_back_as_it_was_with_the_change(command: CommandLine, hostile: str, tmp_path: Path) -> None:
    command("note", KEY, f"{hostile}\n\nlast")
    command("note", "2501.00002", hostile)
    command("export", "--format", "md", "-o", tmp_path / "vault")
    path = file_of(tmp_path / "vault")
    edit(path, "last", "changed")
    command("import", tmp_path / "vault")
    assert note(command) == f"{hostile}\n\nchanged"
    assert note(command, "2501.00002") == hostile


def test_an_edit_elsewhere_in_a_file_does_not_bring_an_old_note_back(command: CommandLine, vault: Path) -> None:
    command("note", KEY, "newer")
    edit(file_of(vault), "토큰을", "낱말을", seconds=0)
    assert changes(command("import", vault, "--json").json) == {}
    assert note(command) == "newer"


def test_of_two_changes_the_newer_wins_and_the_other_is_a_version(command: CommandLine, vault: Path) -> None:
    from reader.base.paths import ProfilePaths
    from reader.services.profile import Profile

    command("note", KEY, "mine")
    edit(file_of(vault), "첫 생각", "theirs", seconds=-3600)
    said = command("import", vault, "--json").json
    assert said["note_conflicts"] == [KEY]
    assert note(command) == "mine"
    with Profile(ProfilePaths.of(command.profile)) as profile:
        texts = [version.text for version in profile.marks.note_versions(KEY)]  # type: ignore[arg-type]
    assert NOTE.replace("첫 생각", "theirs") in texts


def test_a_vault_that_alone_was_changed_wins_whatever_its_clock_says(command: CommandLine, vault: Path) -> None:
    edit(file_of(vault), "첫 생각", "theirs", seconds=-86400)
    command("import", vault)
    assert note(command) == NOTE.replace("첫 생각", "theirs")


def test_a_note_removed_or_begun_in_the_vault_is_so_here(command: CommandLine, vault: Path) -> None:
    path = file_of(vault)
    text = path.read_text("utf-8")
    begin, end = text.index("## Note"), text.rindex("## Introduction")
    path.write_text(text[:begin] + text[end:], encoding="utf-8")
    edit(file_of(vault, "2501.00002"), "## Introduction", "## 메모\n\nnew here\n\n## Introduction")
    command("import", vault)
    assert (note(command), note(command, "2501.00002")) == ("", "new here")


def test_a_file_that_was_cut_off_removes_no_note(command: CommandLine, vault: Path) -> None:
    path = file_of(vault)
    path.write_text(path.read_text("utf-8").split("## Note")[0], encoding="utf-8")
    assert changes(command("import", vault, "--json").json) == {}


def test_a_copy_with_another_note_loses_to_nobody_unseen(command: CommandLine, vault: Path) -> None:
    path = file_of(vault)
    copy = path.with_name(f"{path.stem}.sync-conflict-20260101-101010-ABC.md")
    copy.write_bytes(path.read_bytes())
    edit(path, "첫 생각", "laptop", seconds=-50)
    edit(copy, "첫 생각", "phone", seconds=-10)
    command("import", vault)
    assert note(command).startswith("phone")


def test_what_was_taken_over_is_ours_again(command: CommandLine, vault: Path) -> None:
    edit(file_of(vault), "첫 생각", "둘째 [[2501.00003]]")
    assert len(command("export", "--format", "md", "-o", vault, "--json").json["kept"]) == 1
    command("import", vault)
    assert command("export", "--format", "md", "-o", vault, "--json").json["kept"] == []
    command("note", KEY, "third")
    assert command("export", "--format", "md", "-o", vault, "--json").json["written"] == 1
    assert "third" in file_of(vault).read_text("utf-8")


def test_the_marks_of_a_lost_profile_come_back_from_its_vault(
    command: CommandLine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command("bookmark", KEY)
    command("label", KEY, "읽을 것")
    command("revisit", "2501.00002", "2026-12-24")
    vault = tmp_path / "vault"
    command("export", "--format", "md", "-o", vault)
    fresh = CommandLine(tmp_path / "fresh", capsys)
    said = fresh("import", vault, "--json").json
    assert changes(said)["noted"] == changes(said)["bookmarked"] == changes(said)["labelled"] == [KEY]
    assert changes(said)["revisit"] == ["2501.00002"]
    assert note(fresh) == NOTE
    fresh("label", KEY, "읽을 것", "--remove")
    fresh("bookmark", KEY, "--remove")
    assert changes(fresh("import", vault, "--json").json) == {}


@pytest.mark.parametrize(
    "torn",
    [lambda text: text.replace('title: "', "title: ["), lambda text: text.replace("\nkey:", "\nlabels: {\nkey:")],
)
def test_a_torn_head_does_not_keep_the_note_from_coming(command: CommandLine, vault: Path, torn: Any) -> None:
    path = file_of(vault)
    path.write_text(torn(path.read_text("utf-8")), encoding="utf-8")
    edit(path, "첫 생각", "둘째")
    command("import", vault)
    assert note(command) == NOTE.replace("첫 생각", "둘째")


def test_importing_writes_nothing_into_the_vault(command: CommandLine, vault: Path) -> None:
    edit(file_of(vault), "첫 생각", "둘째")
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in vault.rglob("*") if path.is_file()}
    command("import", vault)
    assert before == {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in vault.rglob("*") if path.is_file()}
