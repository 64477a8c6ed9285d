"""What Qt, Python and this machine have that does not go into the built program, and why.

In: the entries PyInstaller collected, by their name in the folder and their place on this machine. Out: whether one
stays. Without it the folder is 180 MB, with it 110.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

from reader.ui.start.plugins import PLUGINS

MODULES = [
    # imported by some package just in case, used by nothing of ours
    "tkinter",
    "unittest",
    "pydoc",
    "doctest",
    "pdb",
    "test",
    "distutils",
    "setuptools",
    "pip",
    "xmlrpc",
    "ftplib",
    "lib2to3",
    "curses",
    "readline",
    "PIL",
    "pytest",
    "hypothesis",
    "mypy",
    # compression and hashes that only archives other than ours use
    "bz2",
    "lzma",
    "_bz2",
    "_lzma",
    "_hashlib",  # OpenSSL's; BLAKE2 and SHA-2 are Python's own
    # Whoosh's own search of the web for documents, and its tests
    "whoosh.lang.wordnet",
    "_statistics",  # linked with nothing, which Debian takes for a mistake; Python has the same module in Python
]

EXTRAS = ["mcp"]
"""Optional for people with pip, and there where one develops: it brings thirty packages along, 12 MB of a download."""

QT_LIBRARIES = (
    "Core",
    "DBus",
    "Gui",
    "Network",
    "PrintSupport",
    "Svg",
    "WaylandClient",
    "Widgets",
    "XcbQpa",
)

START_HOOKS = ["pyi_rth_inspect", "pyi_rth_multiprocessing"]
"""What PyInstaller would run at every start, even of `--version`: 20 ms for sources that a built program lacks, and for
processes that the watching of folders imports and never begins.
"""

if sys.platform == "linux":
    START_HOOKS.append("pyi_rth_pyside6")  # 80 ms to load Qt and tell it where it is, which PySide does by itself

BUNDLED_SYSTEM = (
    "libpython3",
    "libxcb-cursor",
    "libxcb-icccm",
    "libxcb-image",
    "libxcb-keysyms",
    "libxcb-render-util",
    "libxcb-util",
)
"""Only these of this machine's libraries go along: a desktop may lack them, they are small, and nothing else has to
match them. All others (C, C++, X, fontconfig, OpenGL, glib, SQLite …) are those of the person's system: newer, mended
by its updates, and matching its drivers. The .deb names them as its dependencies.
"""


_QT_LIBRARY = re.compile(r"(?:lib)?Qt6?(\w+?)(?:\.so\.6|\.dll)?")  # libQt6Gui.so.6, Qt6Gui.dll, macOS: QtGui
_SYSTEM_LIBRARY = re.compile(r"(/usr)?/lib(64)?(/[^/]+-linux-gnu)?/[^/]+")  # not what Python has in folders of its own
_NOT_NEEDED = ("opengl32sw.dll", "d3dcompiler_47.dll")  # OpenGL without a graphics card; widgets use none


def keeps(name: str, origin: str) -> bool:
    """Whether a collected file stays. `name`: its path in the folder; `origin`: where it was found."""
    path = PurePosixPath(name.replace("\\", "/"))
    if "plugins" in path.parts:
        return path.name.partition(".")[0].removeprefix("lib") in PLUGINS[sys.platform].get(path.parent.name, ())
    if "translations" in path.parts and path.name.startswith("qt"):
        return path.name == "qtbase_ko.qm"
    if library := _QT_LIBRARY.fullmatch(path.name):
        return library[1] in QT_LIBRARIES
    if path.parent.suffix == ".dist-info" and path.name in ("RECORD", "INSTALLER"):
        return False  # what pip wrote down: hashes of scripts that name the builder's folder
    if path.name in _NOT_NEEDED or (path.parts[0] == "resources" and path.suffix == ".ts"):  # the .qm is read
        return False
    of_this_machine = sys.platform == "linux" and _SYSTEM_LIBRARY.fullmatch(origin)
    return not of_this_machine or path.name.startswith(BUNDLED_SYSTEM)


def tidy_library(file: Path) -> None:
    """Take out debugging symbols (17 of libpython's 23 MB), and the folder of this machine that Python's libraries look
    into. On Linux only. Qt's libraries look into folders beside them, which is left as it is. Raises
    CalledProcessError.
    """
    subprocess.run(["strip", "--strip-unneeded", str(file)], check=True)
    if shutil.which("chrpath") is None:
        return
    listed = subprocess.run(["chrpath", "-l", str(file)], capture_output=True, text=True, check=False).stdout
    if "PATH=/" in listed:
        subprocess.run(["chrpath", "-d", str(file)], check=True, stdout=subprocess.DEVNULL)
