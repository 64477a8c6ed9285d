"""`selftest`: what it says where all is well, and that each check can fail."""

import sys
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.commands import selftest
from tests.command_line import CommandLine


@pytest.mark.slow
def test_from_source_all_is_well(profile: Path):
    said = CommandLine(profile).process("selftest")
    assert said.code == 0, said.out + said.err
    lines = said.out.splitlines()
    assert [line[:2] for line in lines[1:-1]] == ["ok"] * len(selftest.CHECKS)
    assert lines[-1] == "All is well."
    assert not profile.exists(), "a profile was named, and is none of its business"


def test_a_failing_check_is_told_and_the_rest_still_run(
    profile: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    def fail(_):
        raise ReaderError("It is broken.")

    monkeypatch.setattr(selftest, "CHECKS", {"first": fail, "second": lambda _: "fine"})
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    said = CommandLine(profile, capsys)("selftest")
    assert said.code == 1
    assert "FAIL  first        It is broken." in said.out
    assert "ok    second       fine" in said.out
    assert "1 of 2 checks failed." in said.out


def test_a_part_of_the_program_that_does_not_load_is_named(monkeypatch: pytest.MonkeyPatch):
    def left_out(name: str) -> None:
        if name == "reader.library.watching":
            raise ModuleNotFoundError("No module named 'ssl'")

    monkeypatch.setattr(selftest.importlib, "import_module", left_out)
    with pytest.raises(ReaderError, match=r"reader\.library\.watching does not load: No module named 'ssl'"):
        selftest.CHECKS["modules"](None)


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built program's folder, with its list."""
    folder = tmp_path / "daily-papers"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "daily-papers"
    program.write_text("the program")
    digest = selftest._digest(program)
    (folder / "_internal" / "files.sha256").write_text(f"{digest}  daily-papers\n", encoding="utf-8")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    return folder


def test_a_built_program_knows_its_files(built: Path):
    assert selftest.CHECKS["files"](None) == "1 files are as they were built"


@pytest.mark.parametrize("harm", [lambda file: file.write_text("another"), Path.unlink], ids=["changed", "missing"])
def test_a_file_that_is_not_as_it_was_is_named(built: Path, harm):
    harm(built / "daily-papers")
    with pytest.raises(ReaderError, match="first daily-papers"):
        selftest.CHECKS["files"](None)


def test_a_built_program_without_its_list_is_told(built: Path):
    (built / "_internal" / "files.sha256").unlink()
    with pytest.raises(ReaderError, match="Install the program again"):
        selftest.CHECKS["files"](None)


def test_a_child_process_that_fails_says_why(profile: Path, capsys: pytest.CaptureFixture[str]):
    from reader.base.paths import ProfilePaths
    from reader.services.profile import Profile

    with (
        Profile(ProfilePaths.of(profile)) as opened,
        pytest.raises(ReaderError, match=r"exit code 1: .*There is no paper"),
    ):
        selftest._child(opened, "show", "2512.99999")
