"""Folders for a moment: they go with the program, and with the next one where it was killed."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from reader.base.passing import PassingFolder, remove_left

HOLD = """
import sys
from reader.base.passing import PassingFolder
folder = PassingFolder()
(folder.path / "notes").write_text("private")
print(folder.path.parent, flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "temporary"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    monkeypatch.setenv("TMPDIR", str(made))
    return made


def another_process() -> tuple[subprocess.Popen[str], Path]:
    """A process that holds a folder, made an hour ago."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdout
    folder = Path(process.stdout.readline().strip())
    made_long_ago(folder)
    return process, folder


def made_long_ago(folder: Path) -> None:
    hour_ago = time.time() - 3600
    os.utime(folder / "in-use.lock", (hour_ago, hour_ago))


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_a_folder_is_private_and_goes_with_all_that_is_in_it(temporary: Path) -> None:
    with PassingFolder() as folder:
        (folder.path / "deep").mkdir()
        (folder.path / "deep" / "file").write_text("a")
        assert folder.path.parent.stat().st_mode & 0o077 == 0 or os.name == "nt"
        assert list(folder.path.iterdir()) == [folder.path / "deep"]
    assert list(temporary.iterdir()) == []


def test_what_a_killed_process_left_goes_when_the_next_folder_is_made(temporary: Path) -> None:
    process, left = another_process()
    end(process)
    assert (left / "files" / "notes").exists()
    with PassingFolder() as folder:
        assert list(temporary.iterdir()) == [folder.path.parent]


def test_what_a_killed_process_left_goes_when_the_folders_are_watched(temporary: Path, tmp_path: Path) -> None:
    process, left = another_process()
    end(process)
    watch = [sys.executable, "-m", "reader", "watch", "--events", "--profile", str(tmp_path / "profile")]
    subprocess.run(watch, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=60, check=True)
    assert not left.exists()


def test_the_folder_of_a_process_that_lives_stays_however_old(temporary: Path) -> None:
    process, held = another_process()
    remove_left()
    assert (held / "files" / "notes").read_text() == "private"
    end(process)


def test_a_folder_that_is_just_being_made_stays(temporary: Path) -> None:
    young = temporary / "daily-papers-passing-young"
    young.mkdir()
    remove_left()
    (young / "in-use.lock").touch()
    remove_left()
    assert young.is_dir()


@pytest.mark.skipif(os.name == "nt", reason="links take rights there")
def test_what_only_looks_like_such_a_folder_stays(temporary: Path, tmp_path: Path) -> None:
    other = tmp_path / "mine"
    other.mkdir()
    (other / "in-use.lock").touch()
    made_long_ago(other)
    (temporary / "daily-papers-passing-link").symlink_to(other)
    odd = temporary / "daily-papers-passing-odd"
    odd.mkdir()
    (odd / "in-use.lock").symlink_to(other / "in-use.lock")
    (temporary / "daily-papers-passing-file").write_text("a file")
    remove_left()
    assert sorted(path.name[21:] for path in temporary.iterdir()) == ["file", "link", "odd"]
    assert (other / "in-use.lock").exists()


def test_another_persons_folder_stays(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    process, left = another_process()
    end(process)
    monkeypatch.setattr(os, "getuid", lambda: 4321, raising=False)
    remove_left()
    assert left.is_dir()


def test_without_a_place_for_it_nothing_is_left_half(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", no_room)
    with pytest.raises(OSError, match="No space"):
        PassingFolder()
    assert list(temporary.iterdir()) == []
