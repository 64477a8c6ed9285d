"""The entry in the desktop's menu, with icon and `daily-papers://` links, for an installation that came by pip or pipx.

Packages bring their own. In: how the program is started. Out: files below the person's data folder, or none of them.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from reader.base.errors import ReaderError, reason_of
from reader.base.paths import resources

_NAME = "daily-papers-reader"
_SCHEME = "x-scheme-handler/daily-papers"
_NEEDS_QUOTES = re.compile(r"[^\w@%+=:,./-]")


def install(starter: Sequence[str]) -> list[Path]:
    """Write the entry and the icon; the files. Raises ReaderError."""
    entry, icon = _files()
    text = (resources() / f"{_NAME}.desktop").read_text(encoding="utf-8")
    line = " ".join(map(_quoted, starter))
    text = re.sub(r"^TryExec=.*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^Exec=\S+", lambda _: f"Exec={line}", text, flags=re.MULTILINE)
    try:
        for file in (entry, icon):
            file.parent.mkdir(parents=True, exist_ok=True)
        entry.write_text(text, encoding="utf-8")
        shutil.copyfile(resources() / "icons" / "app.svg", icon)
    except OSError as error:
        raise ReaderError(f"The menu entry cannot be written: {error.filename}: {reason_of(error)}.") from error
    _tell(entry.parent)
    return [entry, icon]


def remove() -> list[Path]:
    """Take them away again; those that were there. Raises ReaderError."""
    there = [file for file in _files() if file.is_file()]
    try:
        for file in there:
            file.unlink()
    except OSError as error:
        raise ReaderError(f"The menu entry cannot be removed: {error.filename}: {reason_of(error)}.") from error
    if there:
        _tell(there[0].parent)
    return there


def _files() -> tuple[Path, Path]:
    if not sys.platform.startswith("linux"):
        raise ReaderError("A menu entry is made on Linux only; elsewhere the installer makes it.")
    given = os.environ.get("XDG_DATA_HOME", "")
    data = Path(given) if given.startswith("/") else Path.home() / ".local/share"
    return data / f"applications/{_NAME}.desktop", data / f"icons/hicolor/scalable/apps/{_NAME}.svg"


def _quoted(argument: str) -> str:
    """An argument as the Desktop Entry Specification wants it in Exec: quoted, and the quoting quoted once more."""
    argument = argument.replace("%", "%%")
    if not _NEEDS_QUOTES.search(argument):
        return argument
    return '"' + re.sub(r'(["`$\\])', lambda sign: "\\\\" + sign[1], argument) + '"'


def _tell(applications: Path) -> None:
    """Let desktops that keep a table of link handlers make it anew; those without the tool read the files."""
    if tool := shutil.which("update-desktop-database"):
        subprocess.run([tool, str(applications)], check=False, capture_output=True, timeout=30)
    if tool := shutil.which("xdg-mime"):
        subprocess.run([tool, "default", f"{_NAME}.desktop", _SCHEME], check=False, capture_output=True, timeout=30)
