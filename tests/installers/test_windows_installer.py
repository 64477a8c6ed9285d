"""The Windows installer, compiled here and run under wine, with a small folder in the program's place."""

import importlib
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\DailyPapersReader"
SCHEME = r"HKCU\Software\Classes\daily-papers"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (shutil.which("makensis") and shutil.which("wine")), reason="no makensis or no wine here"),
]


class Windows:
    """A Windows of wine's, new and empty."""

    def __init__(self, prefix: Path) -> None:
        self.env = {**os.environ, "WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "DISPLAY": ""}
        self.run("wineboot", "-i")
        (person,) = (path for path in (prefix / "drive_c" / "users").iterdir() if path.name != "Public")
        self.local = person / "AppData" / "Local"
        self.program = self.local / "Programs" / "Daily Papers Reader"
        self.marks = self.local / "daily-papers-reader" / "marks.sqlite"
        self.shortcuts = person / "AppData" / "Roaming" / "Microsoft" / "Windows" / "Start Menu" / "Programs"

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["wine", *command], env=self.env, capture_output=True, timeout=180, check=False)

    def wait(self) -> None:
        """Until all that was started has ended: an uninstaller goes on in a copy of itself."""
        subprocess.run(["wineserver", "-w"], env=self.env, timeout=60, check=False)

    def has(self, key: str) -> bool:
        return self.run("reg", "query", key).returncode == 0

    def files(self) -> set[str]:
        return {
            path.relative_to(self.program).as_posix()
            for path in self.program.rglob("*")
            if path.is_file() and path.name != "uninstall.exe"
        }


@pytest.fixture(scope="module")
def packing() -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "packaging")
        importlib.import_module("icons").make_icons(Path(os.environ["HOME"]) / "icons")
        return importlib.import_module("windows")


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Windows:
    return Windows(tmp_path_factory.mktemp("wine") / "prefix")


def installer(packing: ModuleType, work: Path, files: Mapping[str, str | bytes]) -> Path:
    program = work / "program"
    for name, text in files.items():
        (program / name).parent.mkdir(parents=True, exist_ok=True)
        (program / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return packing.make_installer(program, Path(os.environ["HOME"]) / "icons", work, work)


def test_install_upgrade_and_remove(packing: ModuleType, windows: Windows, tmp_path: Path):
    old = {
        "daily-papers": "old",
        "_internal/gone.txt": "x",
        "_internal/deep/kept.txt": "old",
        "$odd/한글 이름.txt": "x",
    }
    new = {"daily-papers": "new", "_internal/deep/kept.txt": "new", "_internal/added.txt": "x"}
    windows.marks.parent.mkdir(parents=True)
    windows.marks.write_text("what a person made")

    assert windows.run(installer(packing, tmp_path / "old", old), "/S").returncode == 0
    assert windows.files() == set(old)
    assert windows.has(KEY) and windows.has(SCHEME)
    assert (windows.shortcuts / "Daily Papers Reader.lnk").exists()

    (windows.program / "mine.txt").write_text("somebody put this here")
    assert windows.run(installer(packing, tmp_path / "new", new), "/S").returncode == 0
    assert windows.files() == {*new, "mine.txt"}
    assert (windows.program / "_internal/deep/kept.txt").read_text() == "new"
    assert not (windows.program / "$odd").exists()

    windows.run(windows.program / "uninstall.exe", "/S")
    windows.wait()
    assert windows.files() == {"mine.txt"}
    assert windows.marks.read_text() == "what a person made"
    assert not windows.has(KEY) and not windows.has(SCHEME)
    assert not (windows.shortcuts / "Daily Papers Reader.lnk").exists()

    again = installer(packing, tmp_path / "again", new)
    assert windows.run(again, "/S").returncode == 3, "a folder of something else"
    assert windows.files() == {"mine.txt"}
    (windows.program / "mine.txt").unlink()
    assert windows.run(again, "/S").returncode == 0


STAND_IN = r"""
Unicode true
Target amd64-unicode
Name stand-in
OutFile "{out}"
RequestExecutionLevel user
SilentInstall silent
Section
  FileOpen $0 "$LOCALAPPDATA\called.txt" a
  FileSeek $0 0 END
  StrCpy $1 "in pieces"
  IfFileExists "$EXEDIR\_internal\there.txt" 0 +2
  StrCpy $1 "whole"
  FileWrite $0 "$1: $CMDLINE$\r$\n"
  FileClose $0
SectionEnd
"""


@pytest.fixture(scope="module")
def stand_in(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A program for Windows that writes down how it was called."""
    folder = tmp_path_factory.mktemp("stand-in")
    (folder / "stand-in.nsi").write_text(STAND_IN.format(out=folder / "stand-in.exe"), encoding="utf-8")
    subprocess.run(["makensis", "-V1", "stand-in.nsi"], cwd=folder, check=True)
    return (folder / "stand-in.exe").read_bytes()


def test_the_program_takes_away_what_it_kept_before_it_goes_but_not_for_a_newer_one(
    packing: ModuleType, windows: Windows, tmp_path: Path, stand_in: bytes
):
    called = windows.local / "called.txt"
    files = {"daily-papers": stand_in, "_internal/there.txt": "x"}
    setup = installer(packing, tmp_path / "one", files)
    assert windows.run(setup, "/S").returncode == 0
    assert windows.run(setup, "/S").returncode == 0, "in place of itself"
    assert windows.files() == set(files)
    assert not called.exists()
    windows.run(windows.program / "uninstall.exe", "/S")
    windows.wait()
    assert windows.files() == set()
    (line,) = called.read_text().splitlines()
    assert line.endswith('daily-papers" reset --yes')


def test_an_uninstaller_whose_program_does_not_run_goes_on(packing: ModuleType, windows: Windows, tmp_path: Path):
    assert windows.run(installer(packing, tmp_path / "one", {"daily-papers": "no program"}), "/S").returncode == 0
    assert windows.run(windows.program / "uninstall.exe", "/S").returncode == 0
    windows.wait()
    assert not windows.program.exists()
    assert not windows.has(KEY)
