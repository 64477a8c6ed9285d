"""Windows: the NSIS installer. It is compiled on Linux as well, around the Linux program, to try the script.

In: a built program and its icon. Out: `…-setup.exe`, or a trial whose name says that it is not the real one.
"""

from __future__ import annotations

import os
import platform
import shlex
import shutil
import subprocess
import sys
from pathlib import Path, PureWindowsPath

from facts import COMMAND, NAME, PACKAGE, PACKAGING, build_time, version

_PUBLISHER = "Daily Papers Reader contributors"


def make_installer(program: Path, icons: Path, work: Path, dist: Path) -> Path:
    """The installer of a built program. Raises CalledProcessError, and FileNotFoundError without makensis."""
    folder = work / "nsis"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "files.nsh").write_text(file_macros(program), encoding="utf-8-sig")
    shutil.copyfile(PACKAGING / "windows" / "installer.nsi", folder / "installer.nsi")
    real = sys.platform == "win32"
    name = f"{PACKAGE}-{version()}-windows-{platform.machine().lower()}-setup.exe" if real else "trial-setup.exe"
    out = (dist if real else work) / name
    size = sum(path.stat().st_size for path in program.rglob("*") if path.is_file())
    defined = {
        "VERSION": version(),
        "NAME": NAME,
        "PUBLISHER": _PUBLISHER,
        "PROGRAM": f"{NAME}.exe" if real else COMMAND,
        "COMMAND": f"{COMMAND}.exe" if real else COMMAND,
        "OUT": str(out),
        "ICON": str(icons / "app.ico"),
        "LICENCES": str(PACKAGING.parent / "LICENSE"),
        "KB": str(size // 1024),
    }
    if not real:  # Debian's NSIS makes 64-bit installers too, which a wine without 32-bit libraries runs
        defined["TARGET"] = "amd64-unicode"
    options = [f"-D{key}={value}" for key, value in defined.items()]
    command = ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *options, "installer.nsi"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(build_time())}
    subprocess.run(command, check=True, cwd=folder, env=environment)
    sign(out)
    return out


def sign(program: Path) -> None:
    """Sign an executable by the command in DAILY_PAPERS_SIGN_WITH (signtool sign …), which gets it as last argument.

    Without that it stays unsigned, and Windows warns people who download it. Raises CalledProcessError.
    """
    if command := os.environ.get("DAILY_PAPERS_SIGN_WITH"):
        subprocess.run([*shlex.split(command), str(program)], check=True)


def file_macros(program: Path) -> str:
    """NSIS macros that install every file of a folder, and remove these files and no others."""
    files = [path for path in sorted(program.rglob("*")) if path.is_file()]
    folders = sorted({path.parent for path in files})
    install = ["!macro InstallFiles"]
    for folder in folders:
        install.append(f'  SetOutPath "{_at(folder, program)}"')
        install += [f'  File "{path}"' for path in files if path.parent == folder]
    remove = ["!macro RemoveFiles", *(f'  Delete "{_at(path, program)}"' for path in files)]
    below = {parent for folder in folders for parent in (folder, *folder.parents) if program in parent.parents}
    remove += [f'  RMDir "{_at(folder, program)}"' for folder in sorted(below, reverse=True)]
    return "\n".join([*install, "!macroend", "", *remove, "!macroend", ""])


def _at(path: Path, program: Path) -> str:
    """Where a file is installed, as NSIS writes it: a $ begins a variable at run time."""
    return str(PureWindowsPath("$INSTDIR", path.relative_to(program).as_posix().replace("$", "$$")))
