"""Opening a link: what is handed to the system, and in which environment."""

import stat
import sys
from pathlib import Path

import pytest

from reader.ui.session.browser import open_link

STAND_IN = """#!/bin/sh
env >"$HOME/seen.part"; echo "given $1" >>"$HOME/seen.part"; mv "$HOME/seen.part" "$HOME/seen"
"""


@pytest.fixture
def seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a stand-in for the browser writes what it was given, started by a built program."""
    tool = tmp_path / "xdg-open"
    tool.write_text(STAND_IN)
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    of_pyinstaller = ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "PYSIDE6_OPTION_PYTHON_ENUM", "_PYI_ARCHIVE_FILE")
    for name in (*of_pyinstaller, "APPIMAGE", "APPDIR", "ARGV0", "OWD"):
        monkeypatch.setenv(name, "/somewhere/_internal")
    return tmp_path / "seen"


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux a built program changes where libraries are found")
@pytest.mark.parametrize("before", [None, "/opt/of/the/person"])
def test_a_browser_sees_nothing_of_the_built_program(before, seen: Path, qtbot, monkeypatch: pytest.MonkeyPatch):
    if before:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)  # where PyInstaller keeps the person's own
    assert open_link("https://arxiv.org/abs/2512.17909")
    qtbot.waitUntil(seen.exists)
    lines = seen.read_text().splitlines()
    assert "given https://arxiv.org/abs/2512.17909" in lines
    assert not [line for line in lines if "_internal" in line]
    assert [line for line in lines if line.startswith("LD_LIBRARY_PATH=")] == (
        [f"LD_LIBRARY_PATH={before}"] if before else []
    )


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "daily-papers://paper/1", "-h"])
def test_nothing_but_web_addresses_is_handed_over(address: str, seen: Path):
    assert not open_link(address)
    assert not seen.exists()
