"""Settings: declared once with type, default, unit and help; kept as JSON in the profile's config folder.

What this version does not know is kept as it is. A file that cannot be read is put aside, never overwritten.
"""

import json
import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from reader.base.errors import ReaderError, reason_of
from reader.base.files import one_at_a_time, read_whole, write_whole
from reader.base.git_address import PREFIX, GitAddress, read_address
from reader.base.paths import sample_library

_log = logging.getLogger("reader.base.settings")

SAMPLE = "sample:"
"""Stands for the sample library among the sources, because its path changes with an upgrade."""


class Setting(NamedTuple):
    """One setting."""

    name: str
    default: Any
    help: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None

    def fits(self, value: object) -> bool:
        """Whether a value is one this setting can have."""
        if self.choices:
            return value in self.choices
        if isinstance(self.default, bool):
            return isinstance(value, bool)
        if isinstance(self.default, float):
            number = isinstance(value, int | float) and not isinstance(value, bool)
            return number and (self.low or 0) <= float(str(value)) <= (self.high or float("inf"))
        if isinstance(self.default, list):
            return _are_texts(value)
        if isinstance(self.default, dict):
            return isinstance(value, dict) and all(_are_texts(entry) for entry in value.values())
        return isinstance(value, type(self.default))


SETTINGS = (
    Setting("sources", [], "Folders with posts, absolute paths; Git repositories, git+https://…"),
    Setting(
        "fetch_hours",
        6.0,
        "How often repositories are fetched while the window is open; 0: only when asked",
        unit="h",
        low=0.0,
        high=168.0,
    ),
    Setting("paused", [], "Those of the sources that are not looked at for now, written as among them"),
    Setting("web_pictures", [], "Those of the sources whose pictures on other computers are fetched and shown"),
    Setting("language", "system", "Language of the window", choices=("system", "ko", "en")),
    Setting("theme", "system", "Colours of the window", choices=("system", "light", "dark", "sepia", "contrast")),
    Setting("text_size", 16.0, "Size of the text in the section view", unit="px", low=11.0, high=30.0),
    Setting("typeface", "sans", "Typeface of the section view", choices=("sans", "serif", "system")),
    Setting("line_width", "medium", "Width of the text in the section view", choices=("narrow", "medium", "wide")),
    Setting("line_height", "normal", "Line spacing of the section view", choices=("close", "normal", "open")),
    Setting("density", "comfortable", "Room around the papers of a list", choices=("comfortable", "compact")),
    Setting("voice_speed", "normal", "How fast a paper is read aloud", choices=("slow", "normal", "fast", "fastest")),
    Setting("search_history", True, "Searches that were made are remembered, in the profile's folder alone"),
    Setting("search_concepts", True, "A search also finds words that mean the same"),
    Setting("bare_keys", True, "Single keys act in the tree, the list and the section view"),
    Setting("keys", {}, "Keys of a person's own: the name of an action and its keys, none to have none"),
    Setting(
        "read_after", 2.0, "How long a paper is in front before it can count as read", unit="s", low=0.0, high=600.0
    ),
    Setting("unread_when_rewritten", False, "A read paper is unread again when its summary was rewritten"),
    Setting("revisit_notice", False, "The system tells once a day that papers are due"),
    Setting("stay_ready", False, "The program stays ready when its window is closed, so that it opens at once"),
    Setting("updates_from", "", "An https address to look for updates at, when asked to"),
    Setting("notified_on", "", "The day on which that was told last, ISO; kept by the program"),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


class Settings:
    """The settings of one profile."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Any] = self._read()

    def get(self, name: str) -> Any:
        """A setting's value, its default where it has none that fits."""
        setting = _BY_NAME[name]
        value = self._values.get(name, setting.default)
        return value if setting.fits(value) else setting.default

    def set(self, name: str, value: object) -> None:
        """Keep a value. Raises ReaderError if it cannot be written, ValueError if it does not fit."""
        if not _BY_NAME[name].fits(value):
            raise ValueError(f"{value!r} is no value of {name}")
        self._change(name, lambda _: value)

    def _change(self, name: str, change: Callable[[Any], object]) -> None:
        """Make of a setting's value on the disk another, while nobody else does. Raises ReaderError."""
        try:
            with one_at_a_time(self._path):
                self._values = self._read()
                changed = {**self._values, name: change(self.get(name))}
                if changed == self._values:
                    return
                write_whole(self._path, json.dumps(changed, ensure_ascii=False, indent=2) + "\n")
                self._values = changed
        except OSError as error:
            raise ReaderError(f"The settings could not be saved in {self._path}: {reason_of(error)}.") from error

    def knows(self, name: str) -> bool:
        """Whether a setting has a value that fits, of the person's or the program's making."""
        return name in self._values and _BY_NAME[name].fits(self._values[name])

    @property
    def sources(self) -> list[Path]:
        """The folders with posts, in the order they were added; the sample library where it is now.

        Texts that no path can be, which only another program can have written, are passed over.
        """
        return [_folder_of(text) for text in self.get("sources") if _is_text(text) and _folder_of(text).is_absolute()]

    @property
    def repositories(self) -> list[GitAddress]:
        """The Git repositories with posts, in the order they were added."""
        return [address for text in self.get("sources") if text.startswith(PREFIX) and (address := read_address(text))]

    def add_repositories(self, addresses: Iterable[GitAddress]) -> None:
        """Add repositories that are not among the sources yet. Nothing is contacted."""
        given = [str(address) for address in addresses]
        if given:
            self._change("sources", lambda known: list(dict.fromkeys([*known, *given])))

    def remove_repository(self, address: GitAddress) -> None:
        """Take a repository from the sources."""
        self._change("sources", lambda known: [text for text in known if text != str(address)])
        self._forget_choices(address)

    def remove_source(self, folder: Path) -> None:
        """Take a folder from the sources. Its posts stay where they are."""
        self._change(
            "sources", lambda known: [text for text in known if text.startswith(PREFIX) or _folder_of(text) != folder]
        )
        self._forget_choices(folder)

    def add_sources(self, folders: Iterable[Path]) -> None:
        """Add folders that are not among the sources yet. Raises ReaderError for one that is not there."""
        given = list(dict.fromkeys(_there(Path(folder)) for folder in folders))

        def add(known: list[str]) -> list[str]:
            new = [folder for folder in given if folder not in map(_folder_of, known)]
            return [*known, *map(_kept_as, new)]

        if given:
            self._change("sources", add)

    def take_back_sources(self, names: Iterable[str]) -> None:
        """Keep these as the sources, whether they are there now or not: the settings that named them are lost."""
        own = str(sample_library())
        self._change("sources", lambda _: [SAMPLE if name == own else name for name in names])

    def is_paused(self, source: Path | GitAddress) -> bool:
        """Whether a source is not looked at for now."""
        return _kept_as(source) in self.get("paused")

    def pause(self, source: Path | GitAddress, on: bool) -> None:
        """Leave a source as it is for now, or look at it again."""
        self._list("paused", source, on)

    def shows_web_pictures(self, source: Path | GitAddress) -> bool:
        """Whether pictures on other computers that posts of a source name are fetched and shown."""
        return _kept_as(source) in self.get("web_pictures")

    def show_web_pictures(self, source: Path | GitAddress, on: bool) -> None:
        """Fetch and show such pictures of a source, or no longer."""
        self._list("web_pictures", source, on)

    def _list(self, setting: str, source: Path | GitAddress, on: bool) -> None:
        name = _kept_as(source)
        self._change(setting, lambda known: [*(text for text in known if text != name), *([name] if on else [])])

    def _forget_choices(self, source: Path | GitAddress) -> None:
        self.pause(source, False)
        self.show_web_pictures(source, False)

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(read_whole(self._path))
            if isinstance(values, dict):
                return values
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise ReaderError(f"The settings {self._path} cannot be read: {reason_of(error)}.") from error
        except (ValueError, RecursionError):  # no UTF-8, no JSON, or brackets without end
            pass
        self._put_aside()
        return {}

    def _put_aside(self) -> None:
        names = (self._path.with_suffix(f".broken{number}.json") for number in ("", *range(2, 1000)))
        aside = next((path for path in names if not path.exists()), self._path.with_suffix(".broken.json"))
        try:
            self._path.replace(aside)
        except OSError as error:
            text = f"The settings {self._path} are no JSON, and cannot be put aside: {reason_of(error)}."
            raise ReaderError(text) from error
        _log.warning("settings were unreadable; put aside as %s", aside)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)


def _kept_as(source: Path | GitAddress) -> str:
    """How a source is written among the sources."""
    return SAMPLE if source == sample_library() else str(source)


def _folder_of(text: str) -> Path:
    """The folder that a source stands for."""
    return sample_library() if text == SAMPLE else Path(text)


def _there(folder: Path) -> Path:
    """A folder by its absolute path. Raises ReaderError where there is none."""
    absolute = folder.resolve() if folder.exists() else _at_home(folder)
    if not absolute.is_dir():
        raise ReaderError(f"There is no folder {absolute}. Check the path, or choose another folder.")
    if not _is_text(str(absolute)):
        raise ReaderError(f"The path {absolute} has bytes that are no UTF-8. Rename the folder, then try again.")
    return absolute


def _at_home(folder: Path) -> Path:
    try:
        return folder.expanduser().resolve()
    except RuntimeError:  # "~name" of nobody, or links in a circle
        return folder.absolute()


def _is_text(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
