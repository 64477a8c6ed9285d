"""Where the program keeps what it keeps: places, by kind of data.

`data` is what a person made and must never be lost; `cache` can be made again and may be deleted at any time; `config`
is settings and the window's state. With a profile all three are inside one folder.
"""

import os
import sys
from pathlib import Path
from typing import NamedTuple

_NAME = "daily-papers-reader"


class ProfilePaths(NamedTuple):
    """The folders of one profile. Nothing is made on disk until `make` is called."""

    data: Path
    cache: Path
    config: Path
    profile: Path | None = None  # the folder that has all three, where one was asked for

    @classmethod
    def of(cls, profile: Path | None = None) -> "ProfilePaths":
        """The places of the profile folder given, else the platform's own."""
        if profile is not None:
            profile = _at_home(profile).absolute()
            return cls(profile / "data", profile / "cache", profile / "config", profile)
        import platformdirs  # only where no profile is given

        dirs = platformdirs.PlatformDirs(_NAME, appauthor=False)
        return cls(dirs.user_data_path, dirs.user_cache_path, dirs.user_config_path)

    def make(self) -> None:
        """Make the folders, readable by their owner alone where the system knows that."""
        for folder in (self.data, self.cache, self.config):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and self.cache.stat().st_mode & 0o077 and self.cache.stat().st_uid == os.getuid():
            self.cache.chmod(0o700)  # versions of before made it for everybody, with the texts of all posts in it

    @property
    def arguments(self) -> list[str]:
        """What a command of this program is given so that it works on this profile."""
        return ["--profile", str(self.profile)] if self.profile is not None else []

    @property
    def catalogue(self) -> Path:
        return self.cache / "catalogue.sqlite"

    @property
    def search_index(self) -> Path:
        return self.cache / "index"

    @property
    def repositories(self) -> Path:
        """The folder of the copies of Git repositories."""
        return self.cache / "git"

    @property
    def pictures(self) -> Path:
        """The folder of pictures of posts that do not lie on this disk: of repositories, and of other computers."""
        return self.cache / "pictures"

    @property
    def marks(self) -> Path:
        return self.data / "marks.sqlite"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def details(self) -> Path:
        """What arXiv said of papers: asked for once, and not to be asked for again."""
        return self.data / "arxiv.sqlite"

    @property
    def former_names(self) -> Path:
        """Where an earlier version kept which names mean the same to the person; they are marks now."""
        return self.data / "names.txt"

    @property
    def names_copy(self) -> Path:
        """A copy of what the person says of names beside the index, for whoever searches."""
        return self.cache / "names.txt"

    @property
    def versions(self) -> Path:
        """What summaries said before they were rewritten: no post says it any more."""
        return self.data / "versions.sqlite"

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"

    @property
    def searches(self) -> Path:
        return self.config / "searches.json"

    @property
    def uses(self) -> Path:
        return self.config / "uses.json"

    @property
    def state(self) -> Path:
        return self.config / "window.json"


def _at_home(folder: Path) -> Path:
    try:
        return folder.expanduser()
    except RuntimeError:  # "~name" of nobody: a folder of that name
        return folder


def sample_library() -> Path:
    """The folder of posts that ships with the program."""
    return resources() / "sample"


def resources() -> Path:
    """The folder of icons, translations and the sample library: beside the package, in it, or in a built program."""
    package = Path(__file__).resolve().parents[1]
    bundled = getattr(sys, "_MEIPASS", None)
    candidates = [Path(bundled) / "resources"] if bundled else []
    candidates += [package / "resources", package.parent / "resources"]
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the program's resources are missing; looked in {', '.join(map(str, candidates))}")


def window_program() -> list[str]:
    """The command that opens a window of this program; arguments come after it.

    An AppImage is started anew: what it unpacked for this process goes when this process does.
    """
    if image := own_appimage():
        return [str(image)]
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "reader"]


def this_program() -> list[str]:
    """The command that starts this program once more, frozen or not, to talk with; arguments come after it.

    On Windows and macOS a built program is two executables: one opens a window; the other, `daily-papers`, has the
    standard input and output by which a child process talks.
    """
    if not getattr(sys, "frozen", False):
        return window_program()
    beside = Path(sys.executable).with_name("daily-papers.exe" if sys.platform == "win32" else "daily-papers")
    return [str(beside)]


def own_appimage() -> Path | None:
    """The AppImage that this program was started from; not one that started it, as a terminal may be in."""
    file, unpacked = os.environ.get("APPIMAGE"), os.environ.get("APPDIR")
    ours = file and unpacked and Path(sys.executable).resolve().is_relative_to(Path(unpacked).resolve())
    return Path(file) if file and ours else None
