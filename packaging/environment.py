"""The project's own Python environment, `.venv` in its root: made, repaired and kept in step with pyproject.toml.

In: the project's root. Out: an `Environment` whose Python has the project and its tools. Needs no network when nothing
changed: a stamp in `.venv` says what it was installed from.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from machine import NotReadyError, advice, install, say

_VERSION = "import importlib.util, sys; importlib.util.find_spec('pip') or sys.exit(1); print(sys.version)"


@dataclass(frozen=True)
class Environment:
    """The `.venv` of one project, whether it is there or not."""

    root: Path  # of the project, absolute

    @property
    def folder(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        return self.folder / "installed-from"

    def version(self) -> str | None:
        """What its Python says about itself; None if it does not run or has no pip."""
        try:
            answer = subprocess.run(
                [self.python, "-c", _VERSION], capture_output=True, text=True, check=False, env=variables()
            )
        except OSError:
            return None
        return answer.stdout.strip() if answer.returncode == 0 else None


def variables() -> dict[str, str]:
    """The environment variables of every child: UTF-8 whatever the locale, and nobody else's Python paths."""
    strange = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")
    return {name: value for name, value in os.environ.items() if name not in strange} | {"PYTHONUTF8": "1"}


def ready_environment(root: Path) -> Environment:
    """The project's environment, made or brought up to date if it has to be."""
    environment = Environment(root)
    version = environment.version()
    if version is None:
        make(environment)
        version = environment.version()
    if version is None:
        raise NotReadyError(f"the Python in {environment.folder} does not run; delete that folder and try again")
    wanted = fingerprint(root, version)
    if not environment.stamp.is_file() or environment.stamp.read_text(encoding="utf-8") != wanted:
        install_project(environment)
        environment.stamp.write_text(wanted, encoding="utf-8")
    return environment


def fingerprint(root: Path, version: str) -> str:
    """What an installation depends on: what pyproject.toml asks for, this Python, and where the project stands."""
    parts = [(root / "pyproject.toml").read_bytes(), version.encode(), os.fsencode(root)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest() + "\n"


def make(environment: Environment) -> None:
    """Make `.venv` anew, in place of one that does not work."""
    ready_venv_module()
    if environment.folder.is_symlink():
        environment.folder.unlink()
    elif environment.folder.exists():
        say(f"{environment.folder} does not work; making it anew")
        shutil.rmtree(environment.folder)
    say(f"making {environment.folder} …")
    made = subprocess.run(
        [sys.executable, "-m", "venv", environment.folder], check=False, env=variables(), stdout=subprocess.DEVNULL
    )
    if made.returncode != 0:
        raise NotReadyError(f"Python could not make {environment.folder} (exit {made.returncode}, see above)")


def ready_venv_module() -> None:
    """Debian leaves `ensurepip` out of its Python; without it there is no pip in a new environment."""
    if _can_make_venv():
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not install([package]) or not _can_make_venv():
        raise NotReadyError(f"this Python cannot make virtual environments. {advice([package])}")


def install_project(environment: Environment) -> None:
    """Install the project, editable, with its tools."""
    say("installing the program and its tools into .venv (some 250 MB when new) …")
    command = [
        str(environment.python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "-e",
        ".[dev]",
    ]
    done = subprocess.run(command, cwd=environment.root, check=False, env=variables())
    if done.returncode != 0:
        raise NotReadyError(f"pip could not install the project (exit {done.returncode}, see above)")
    spell_paths_in_ascii(environment)


def spell_paths_in_ascii(environment: Environment) -> None:
    """Rewrite the .pth files that name a folder with Hangul in it, so that any locale can read them.

    Before 3.12.4 Python decodes them by the locale, even in UTF-8 mode, and does not start at all where it cannot:
    https://github.com/python/cpython/issues/77102. Can go when 3.13 is the oldest Python we run on.
    """
    for pattern in ("lib/python*/site-packages/*.pth", "Lib/site-packages/*.pth"):
        for file in environment.folder.glob(pattern):
            text = file.read_text(encoding="utf-8")
            if not text.isascii():
                file.write_text("".join(map(_pth_line, text.splitlines())), encoding="ascii")


def _pth_line(line: str) -> str:
    """A line of a .pth file; a folder's becomes one that Python runs, with the name spelt in escapes."""
    return f"{line}\n" if line.isascii() else f"import sys; sys.path.append({line!a})\n"


def _can_make_venv() -> bool:
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))
