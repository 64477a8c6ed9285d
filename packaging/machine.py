"""What the machine must have and pip cannot bring: Qt's system libraries, a Korean font, an X server for tests.

In: the Python of the project's `.venv`. Out: a machine that is ready, installed by apt where it may be, or a
`NotReadyError` that names the line to type. It does not ask dpkg what is installed: what counts is whether Qt loads.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping, Sequence
from ctypes.util import find_library
from dataclasses import dataclass
from pathlib import Path

QT_PACKAGES = (
    "libegl1",
    "libgl1",
    "libglib2.0-0",
    "libfontconfig1",
    "libdbus-1-3",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
)
FONT_PACKAGE = "fonts-noto-cjk"
WINDOW_TEST_PACKAGES = ("xvfb", "xauth", "openbox", "xdotool", "at-spi2-core", "dbus-x11", "faketime")
BUILD_TOOLS = {"strip": "binutils", "chrpath": "chrpath", "dpkg-shlibdeps": "dpkg-dev"}
WAYLAND_PACKAGES = ("libwayland-cursor0", "libwayland-egl1")  # a built program is linked with them
WINDOW_TEST_TOOLS = ("Xvfb", "xauth", "openbox", "xdotool", "dbus-daemon")

# Runs in the .venv: loads what a window and a picture need, and prints a line for each thing that is not there.
_PROBE = """
import ctypes, os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
try:
    from pathlib import Path
    import PySide6
    from PySide6 import QtCore, QtGui, QtNetwork, QtPrintSupport, QtSvg, QtWidgets
    for name in sys.argv[1:]:
        ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt/plugins/platforms" / f"lib{name}.so"))
except (ImportError, OSError) as error:
    print("library", str(error).split(":")[0])
    sys.exit()
program = QtGui.QGuiApplication([])
if not QtGui.QFontDatabase.families(QtGui.QFontDatabase.WritingSystem.Korean):
    print("font", "Korean")
"""


class NotReadyError(Exception):
    """Something is missing that this script may not or cannot bring; the text is one line and says what to do."""

    def __init__(self, text: str, code: int = 1) -> None:
        super().__init__(text)
        self.code = code  # to exit with


@dataclass(frozen=True)
class Lack:
    """What Qt did not find on this machine; false if nothing is missing."""

    libraries: tuple[str, ...] = ()  # the first that failed to load, as the loader names it
    font: bool = False  # there is no font with Korean letters

    def __bool__(self) -> bool:
        return bool(self.libraries) or self.font


def say(text: str) -> None:
    """A line about what is going on, apart from results: on standard error."""
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def has_screen(system: str = sys.platform, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a window could be shown here. Only an X or Wayland desktop can be absent."""
    if not system.startswith("linux"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def ready_qt(python: Path, *, screen: bool) -> None:
    """Make sure that Qt loads (and, with `screen`, its X11 part); install what is missing, or say how to."""
    if not sys.platform.startswith("linux"):
        return
    plugins = ("qoffscreen", "qxcb") if screen else ("qoffscreen",)
    lack = qt_lack(python, plugins)
    if lack and install(packages_for(lack)):
        lack = qt_lack(python, plugins)
    if lack.libraries:
        raise NotReadyError(f"Qt cannot load {', '.join(lack.libraries)}. {advice(packages_for(lack))}")
    if lack.font:
        say(f"no font here has Korean letters; they will be boxes. {advice([FONT_PACKAGE])}")


def qt_lack(python: Path, plugins: Sequence[str]) -> Lack:
    """What the probe, run by `python`, did not find. A probe that dies counts as a missing library."""
    probe = subprocess.run([python, "-c", _PROBE, *plugins], capture_output=True, text=True, check=False, timeout=120)
    lines = [line.partition(" ") for line in probe.stdout.splitlines()]
    libraries = [name for kind, _, name in lines if kind == "library"]
    if probe.returncode != 0 and not libraries:
        libraries = [" ".join(probe.stderr.split()) or f"its platform plugin (exit {probe.returncode})"]
    return Lack(tuple(libraries), font=any(kind == "font" for kind, _, _ in lines))


def packages_for(lack: Lack) -> list[str]:
    """The Debian packages for what is missing. The loader names one library at a time, so all of Qt's come together."""
    if lack.libraries:
        return [*QT_PACKAGES, FONT_PACKAGE]
    return [FONT_PACKAGE] if lack.font else []


def ready_window_tests() -> None:
    """Install the X server and the tools by which window tests drive it; without them those tests skip."""
    if not sys.platform.startswith("linux") or not missing_tools():
        return
    if not install(WINDOW_TEST_PACKAGES):
        tools = ", ".join(missing_tools())
        say(f"tests in a real window need {tools} and will be skipped. {advice(WINDOW_TEST_PACKAGES)}")


def ready_building() -> None:
    """On Debian and its kin, install what making a package takes. Elsewhere only the archive is made."""
    if shutil.which("dpkg-query") is None:
        return
    known = ["dpkg-query", "-W", "-f", "${db:Status-Status}\n", *WAYLAND_PACKAGES]
    states = subprocess.run(known, capture_output=True, text=True, check=False).stdout.split()
    lacking = sorted({package for program, package in BUILD_TOOLS.items() if shutil.which(program) is None})
    library = (
        f"python{sys.version_info.major}.{sys.version_info.minor}"  # for Debian's own Python it is a package of its own
    )
    if not sysconfig.get_config_var("Py_ENABLE_SHARED") and find_library(library) is None:
        lacking.append(f"lib{library}")
    lacking += [] if states == ["installed"] * len(WAYLAND_PACKAGES) else WAYLAND_PACKAGES
    if lacking and not install(lacking):
        raise NotReadyError(f"building needs {', '.join(lacking)}. {advice(lacking)}")


def missing_tools() -> list[str]:
    """Those programs of the window tests that are not on the path."""
    return [tool for tool in WINDOW_TEST_TOOLS if shutil.which(tool) is None]


def install(packages: Iterable[str]) -> bool:
    """Install Debian packages if this machine has apt and this person may; whether that worked."""
    prefix = _apt_prefix()
    if prefix is None:
        return False
    packages = list(packages)
    say(f"installing {' '.join(packages)} …")
    # `env`, because sudo drops the environment it is started in.
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    subprocess.run([*apt, "update"], check=False, capture_output=True)
    command = [*apt, "install", "-y", "--no-install-recommends", *packages]
    done = subprocess.run(command, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        say(f"apt-get could not install them (exit {done.returncode}):\n{done.stdout.rstrip()}")
    return done.returncode == 0


def advice(packages: Iterable[str]) -> str:
    """What to type to get these packages by hand."""
    line = f"apt-get install --no-install-recommends {' '.join(packages)}"
    if shutil.which("apt-get"):
        return f"Run: sudo {line}"
    return f"Install it with this system's package manager; on Debian: {line}"


def _apt_prefix() -> list[str] | None:
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0
    ):
        return ["sudo", "-n"]
    return None
