"""`open`, `shot` and `menu`: the window, on the screen, as a picture, and from the desktop's menu."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.base.errors import ReaderError
from reader.base.links import SCHEME, local_path, paper_of_address
from reader.base.paths import own_appimage, sample_library, this_program
from reader.services.profile import Profile

if TYPE_CHECKING:
    import argparse


def open_command(profile: Profile, given: "argparse.Namespace") -> int:
    """Open the window."""
    from reader.app import Shown, open_window

    paper = paper_of_address(given.what) if given.what else None
    if given.what and paper is None and given.what.lower().startswith(f"{SCHEME}:"):
        raise ReaderError(f"{given.what[:200]!r} is no address of a paper.")
    folder = Path(local_path(given.what)) if given.what and paper is None else None
    if given.demo:
        folder = sample_library()
    return open_window(profile, folder, shown=Shown(given.lang or "", is_another=given.new_window), paper=paper)


def shot_command(profile: Profile, given: "argparse.Namespace") -> int:
    """Draw the window into a picture."""
    if not given.out.absolute().parent.is_dir():
        raise ReaderError(f"There is no folder {given.out.absolute().parent}. Make it, or choose another.")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(given.scale)
    from reader.app import Shown, build  # Qt reads its environment when it is loaded

    key = profile.key_of(given.select) if given.select else None
    app, window = build(profile, Shown(given.lang, given.theme, remembers=False))
    from reader.ui.start.shot import draw

    try:
        draw(app, window, given.out, given.size, select=key, search=given.search)
    finally:
        window.close()
    print(given.out)
    return 0


def menu_command(profile: Profile, given: "argparse.Namespace") -> int:  # noqa: ARG001  # every command takes both
    """Make the menu entry for this installation, or take it away."""
    from reader.services.installed import menu_entry  # not at the window's start

    files = menu_entry.remove() if given.remove else menu_entry.install(_starter())
    for file in files:
        print(f"{'Removed' if given.remove else 'Written'}: {file}")
    if given.remove and not files:
        print("There was no menu entry.")
    return 0


def _starter() -> list[str]:
    """How this installation is started from anywhere: its AppImage, the script of pip or pipx, else this Python."""
    if image := own_appimage():
        return [str(image)]
    beside = Path(sys.argv[0]).absolute()
    if beside.name == "daily-papers" and beside.is_file():
        return [str(beside)]
    found = shutil.which("daily-papers", path=str(Path(sys.executable).parent))
    return [found] if found else this_program()
