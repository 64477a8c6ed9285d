"""`selftest`: whether the program is whole and works here, tried on the sample library in a throw-away profile.

For people who pack the program or have trouble with it. Each check says in a line what it did; what the window does in
a child process is done in one here too.
"""

import argparse
import hashlib
import importlib
import json
import os
import pkgutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import reader
from reader import __version__
from reader.base.errors import ReaderError
from reader.base.paths import resources, sample_library, this_program
from reader.services.profile import Profile

_WORD = "모델"
_NOTE = "# 메모\n\n새로 쓴 글"
_SECONDS = 120
_COLOURS = 100  # a window that is drawn has thousands, an empty one a handful

Check = Callable[[Profile], str]


def selftest_command(profile: Profile, given: argparse.Namespace) -> int:  # noqa: ARG001  # every command takes both
    """Run every check, also after one has failed; 1 if any has."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    built = "built program" if getattr(sys, "frozen", False) else "from source"
    print(f"Daily Papers Reader {__version__}, {built}, {sys.platform}, Python {sys.version.split()[0]}")
    failed = 0
    for name, check in CHECKS.items():
        begin = time.monotonic()
        try:
            said, sign = check(profile), "ok  "
        except ReaderError as error:
            said, sign = str(error), "FAIL"
            failed += 1
        print(f"{sign}  {name:12} {said}  ({time.monotonic() - begin:.1f} s)", flush=True)
    print("All is well." if not failed else f"{failed} of {len(CHECKS)} checks failed.")
    return min(failed, 1)


def _files(_: Profile) -> str:
    if not getattr(sys, "frozen", False):
        return "from source there is no list of files"
    root, listed = _list_of_files()
    wrong = [name for name, digest in listed.items() if _digest(root / name) != digest]
    if wrong:
        raise ReaderError(f"{len(wrong)} files are missing or changed, first {wrong[0]}. Install the program again.")
    return f"{len(listed)} files are as they were built"


def _modules(_: Profile) -> str:
    found = [module.name for module in pkgutil.walk_packages(reader.__path__, "reader.")]
    names = [name for name in found if not name.endswith(".__main__")]  # those run when they are loaded
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError as error:
            raise ReaderError(f"The module {name} does not load: {error}. Install the program again.") from error
    return f"{len(names)} modules load, with all they need"


def _sync(profile: Profile) -> str:
    done = json.loads(_child(profile, "sync", str(sample_library()), "--json"))
    if not done["papers"]:
        raise ReaderError(f"No papers were found in the sample library {sample_library()}.")
    profile.reopen_listing()
    return f"a child process read {done['papers']} papers from {done['posts']} posts"


def _search(profile: Profile) -> str:
    from reader.search.request import SearchRequest
    from reader.services.search import find  # imports whoosh

    found = find(profile.index, profile.listing, SearchRequest(_WORD))
    if not found.total:
        raise ReaderError(f"A search for {_WORD} finds nothing in the sample library.")
    return f"{_WORD} is in {found.total} papers"


def _note(profile: Profile) -> str:
    papers = json.loads(_child(profile, "list", "--json"))["papers"]
    if not papers:
        raise ReaderError("There is no paper to write a note on.")
    key = profile.key_of(papers[0]["key"])
    profile.marks.set_note(key, _NOTE)
    read = _child(profile, "note", key).rstrip("\n")
    if read != _NOTE:
        raise ReaderError(f"The note that was written reads {read!r} in another process.")
    return f"a note on {key} was written, and read by a child process"


def _formula(profile: Profile) -> str:
    from reader.render.typesetter import read_answer, request_of

    formula = read_answer(_child(profile, "typeset", told=request_of(r"\frac{1}{n}\sum_i x_i", display=True)))
    if formula is None:
        raise ReaderError("A formula could not be typeset.")
    return f"a formula was typeset in a child process, {formula.width:.0f} px wide"


def _window(profile: Profile) -> str:
    from reader.ui.start.plugins import colours  # Qt, from here on

    seen = set()
    for language, theme in (("ko", "light"), ("en", "light"), ("en", "dark")):
        picture = profile.places.cache / f"{language}-{theme}.png"
        _child(profile, "shot", str(picture), "--lang", language, "--theme", theme)
        if (found := colours(picture)) < _COLOURS:
            raise ReaderError(f"The window is empty: {found} colours in the picture ({language}, {theme}).")
        seen.add(picture.read_bytes())
    if len(seen) < 3:
        raise ReaderError("The window looks the same in two languages or themes.")
    return "drawn off-screen in Korean and English, light and dark"


def _plugins(_: Profile) -> str:
    from reader.ui.start.plugins import has_hangul, load_plugins

    count, faults, optional = load_plugins()
    if faults:
        raise ReaderError("; ".join(faults))
    font = "" if has_hangul() else "; but NO FONT HERE HAS HANGUL: install fonts-noto-cjk or fonts-nanum"
    wayland = f"; without Wayland ({optional[0]})" if optional else ""
    return f"{count - len(optional)} plug-ins of Qt load{wayland}{font}"


def _languages(_: Profile) -> str:
    from reader.ui.start.plugins import load_languages

    if faults := load_languages(resources() / "translations"):
        raise ReaderError("; ".join(faults))
    return "Korean and English load, and Qt's own Korean"


CHECKS: dict[str, Check] = {
    "files": _files,
    "modules": _modules,
    "sync": _sync,
    "search": _search,
    "note": _note,
    "formula": _formula,
    "window": _window,
    "plug-ins": _plugins,
    "languages": _languages,
}


def _child(profile: Profile, *arguments: str, told: str = "") -> str:
    """What this program prints when it is started once more, as the window starts it. Raises ReaderError."""
    command = [*this_program(), *arguments]
    if arguments[0] != "typeset":
        command += profile.places.arguments
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(
            command, input=told.encode(), capture_output=True, check=False, timeout=_SECONDS, env=environment
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ReaderError(f"`{arguments[0]}` in a child process: {error}") from error
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip()
        raise ReaderError(f"`{arguments[0]}` in a child process ended with exit code {done.returncode}: {why}")
    return done.stdout.decode("utf-8")


def _list_of_files() -> tuple[Path, dict[str, str]]:
    """The built program's folder, and its list: path in the folder → SHA-256. packaging/make.py writes it."""
    root = Path(sys.executable).resolve().parent
    place = root / "_internal"
    if root.name == "MacOS":  # in an .app, which keeps everything but code in Resources
        root = root.parent
        place = root / "Resources"
    try:
        lines = (place / "files.sha256").read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ReaderError(f"The list of files cannot be read: {error}. Install the program again.") from error
    return root, {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return "not there"
