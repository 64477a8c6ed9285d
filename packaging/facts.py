"""What every recipe says about the program: its names, its version, where its files are in the source."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
DIST = ROOT / "dist"
WORK = ROOT / "build" / "installers"

NAME = "Daily Papers Reader"
COMMAND = "daily-papers"
PACKAGE = "daily-papers-reader"  # the name of the Debian package, the folder of marks and the .desktop file
APP_ID = "io.github.daily_papers_reader"
SCHEME = "daily-papers"
SUMMARY = "Read, search and annotate daily AI paper summaries"
MAINTAINER = "Daily Papers Reader contributors <daily-papers-reader@users.noreply.github.com>"


def version() -> str:
    """The one version. Raises SystemExit where the project, the program and the tag that is built differ."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    program = re.search(r'__version__ = "(.+)"', (ROOT / "reader" / "__init__.py").read_text(encoding="utf-8"))
    said = {"pyproject.toml": str(project["version"]), "reader/__init__.py": program[1] if program else "none"}
    if os.environ.get("GITHUB_REF_TYPE") == "tag":
        said["the tag"] = os.environ.get("GITHUB_REF_NAME", "").removeprefix("v")
    if len(set(said.values())) > 1:
        each = ", ".join(f"{number} in {where}" for where, number in said.items())
        raise SystemExit(f"There is more than one version: {each}")
    return said["pyproject.toml"]


_OLDEST_PYTHON = {11: 16, 12: 14, 13: 15, 14: 7}
"""The newest patch level of each 3.x in August 2026; what is shipped has no older one."""
WITH_INSTALLERS = (13, 14)
"""The 3.x whose newest patch level there is for Windows and macOS as well; older ones are mended in source alone."""


def refuse_old_python(
    version: tuple[int, int, int] = sys.version_info[:3], environ: Mapping[str, str] = os.environ
) -> None:
    """Raise SystemExit where the Python that would be shipped lacks known mends, unless it is only tried."""
    _, minor, patch = version
    if patch >= _OLDEST_PYTHON.get(minor, 0) or environ.get("DAILY_PAPERS_TRY"):
        return
    raise SystemExit(
        f"Python 3.{minor}.{patch} is outdated: what people are given has 3.{minor}.{_OLDEST_PYTHON[minor]} or newer. "
        "To build only for a try, set DAILY_PAPERS_TRY=1."
    )


def home(environ: Mapping[str, str] = os.environ) -> str:
    """The address of the project's page: DAILY_PAPERS_HOME, else that of the workflow's repository; "" without both."""
    if given := environ.get("DAILY_PAPERS_HOME"):
        return given.rstrip("/")
    server, repository = environ.get("GITHUB_SERVER_URL", ""), environ.get("GITHUB_REPOSITORY", "")
    return f"{server}/{repository}" if server and repository else ""


def build_time() -> int:
    """The time that everything built is dated with, in s since 1970: SOURCE_DATE_EPOCH, else that of the last commit.

    See https://reproducible-builds.org/specs/source-date-epoch/. Without Git it is the day the version was begun.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        said = ""
    return int(said) if said else 1_795_219_200  # 2026-11-21


def build_day(pattern: str = "%Y-%m-%d") -> str:
    """The day of `build_time`, in UTC."""
    return time.strftime(pattern, time.gmtime(build_time()))
