"""Build what people download, on the system this runs on: `python3 packaging/dev.py build [WHAT…]`.

    program   the program's folder alone, into build/installers/program
    deb tar   Linux: a Debian package, an archive that runs from anywhere
    appimage  Linux: one file that is the program; DAILY_PAPERS_APPIMAGE_RUNTIME names the runtime it begins with
    nsis      Windows: the installer. On Linux it is compiled around the Linux program, to try the script
    dmg       macOS: an .app on a disk image
    stores    the files for Flatpak, winget and Homebrew, of what is in dist/ by now
    wheel     the wheel and the source archive, for pip

Without WHAT: all for this system. Everything goes into dist/, with a bill of materials and checksums beside it. Runs
in the project's .venv. Two builds of one commit give the same bytes: see facts.build_time.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import contents
import linux
import macos
import slim
import stores
import windows
from facts import COMMAND, DIST, NAME, PACKAGE, PACKAGING, ROOT, WORK, build_time, refuse_old_python, version
from icons import make_icons
from notices import notices
from sbom import sbom

ICONS = WORK / "icons"
PROGRAM = WORK / "program" / COMMAND
FILE_LIST = "files.sha256"  # in the built program; `selftest` reads it

_WITHOUT_PROGRAM = ("wheel", "stores")

Recipe = Callable[[], Path]


def main(arguments: Sequence[str]) -> int:
    """Build what is asked for; the exit code."""
    recipes = RECIPES
    wanted = list(arguments) or list(_of_this_system())
    if unknown := [name for name in wanted if name not in recipes]:
        print(f"make.py: cannot build {', '.join(unknown)}; there are {', '.join(recipes)}", file=sys.stderr)
        return 2
    version()  # refuses where there are several
    if set(wanted) - set(_WITHOUT_PROGRAM):
        refuse_old_python()
    DIST.mkdir(exist_ok=True)
    try:
        made = [recipes[name]() for name in _WITHOUT_PROGRAM if name in wanted]
        if set(wanted) - set(_WITHOUT_PROGRAM):
            _make_program()
            made += [recipes[name]() for name in wanted if name not in (*_WITHOUT_PROGRAM, "program")]
            made += _papers()
    except subprocess.CalledProcessError as error:
        print(f"make.py: {Path(error.cmd[0]).name} ended with exit code {error.returncode}, see above", file=sys.stderr)
        return 1
    for path in made:
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.relative_to(ROOT)}")
    return 0


def _of_this_system() -> tuple[str, ...]:
    if sys.platform == "win32":
        return ("nsis",)
    if sys.platform == "darwin":
        return ("dmg",)
    return ("deb", "tar") if shutil.which("dpkg-deb") and shutil.which("dpkg-shlibdeps") else ("tar",)


def _make_program() -> None:
    """The program's folder: icons, PyInstaller, licences, the list of its files, and its self-test."""
    begin = time.monotonic()
    shutil.rmtree(WORK, ignore_errors=True)
    make_icons(ICONS)
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),  # this tree, whatever other one is installed in the .venv
        "PYTHONHASHSEED": "1",  # the order of sets, and so of what PyInstaller packs
        "SOURCE_DATE_EPOCH": str(build_time()),
        "DAILY_PAPERS_ICONS": str(ICONS),
    }
    folders = ["--distpath", str(PROGRAM.parent), "--workpath", str(WORK / "pyinstaller")]
    options = ["--noconfirm", "--clean", "--log-level", "ERROR", *folders]
    command = [sys.executable, "-P", "-m", "PyInstaller", str(PACKAGING / "program.spec"), *options]
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    if sys.platform == "win32":
        for executable in PROGRAM.glob("*.exe"):
            windows.sign(executable)
    if sys.platform == "linux":
        for library in sorted(PROGRAM.rglob("*.so*")):
            if not library.is_symlink():
                slim.tidy_library(library)
    (PROGRAM / "LICENSES.txt").write_text(notices(contents.parts(PROGRAM)), encoding="utf-8", newline="\n")
    linux.settle(PROGRAM)
    (PROGRAM / "_internal" / FILE_LIST).write_text(_sums(PROGRAM), encoding="utf-8", newline="\n")
    linux.settle(PROGRAM)
    size = sum(path.stat().st_size for path in PROGRAM.rglob("*") if not path.is_symlink() and path.is_file())
    print(f"{size / 1e6:8.1f} MB  the program, in {time.monotonic() - begin:.0f} s; its test of itself:", flush=True)
    subprocess.run([str(PROGRAM / COMMAND), "selftest"], check=True)


def _sums(folder: Path) -> str:
    """A line for each file, as sha256sum prints it."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    return "".join(f"{_sum(path)}  {path.relative_to(folder).as_posix()}\n" for path in files)


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _papers() -> list[Path]:
    """The bill of materials and the licences beside the downloads, then the checksums of all files of this version."""
    system = f"{PACKAGE}-{version()}-{_system()}"
    bill, licences, sums = (DIST / f"{system}.{ending}" for ending in ("cdx.json", "licenses.txt", "sha256"))
    bill.write_text(sbom(contents.parts(PROGRAM), PROGRAM), encoding="utf-8", newline="\n")
    shutil.copyfile(PROGRAM / "LICENSES.txt", licences)
    made = [path for path in sorted(DIST.glob(f"{PACKAGE}[-_]{version()}[-_]*")) if path.suffix != ".sha256"]
    sums.write_text("".join(f"{_sum(path)}  {path.name}\n" for path in made), encoding="utf-8", newline="\n")
    return [bill, licences, sums]


def _system() -> str:
    name = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    return f"{name}-{platform.machine().lower()}"


def _wheel() -> Path:
    command = [sys.executable, "-P", "-m", "build", "--outdir", str(DIST), "."]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "SOURCE_DATE_EPOCH": str(build_time())})
    return next(DIST.glob(f"*-{version()}-*.whl"))


RECIPES: dict[str, Recipe] = {
    "program": lambda: PROGRAM,
    "deb": lambda: linux.make_deb(PROGRAM, ICONS, WORK, DIST),
    "appimage": lambda: linux.make_appimage(PROGRAM, ICONS, WORK, DIST),
    "tar": lambda: linux.make_tar(PROGRAM, ICONS, WORK, DIST),
    "dmg": lambda: macos.make_image(PROGRAM.with_name(f"{NAME}.app"), ICONS, DIST, _sums),
    "nsis": lambda: windows.make_installer(PROGRAM, ICONS, WORK, DIST),
    "stores": lambda: stores.make_stores(DIST),
    "wheel": _wheel,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
