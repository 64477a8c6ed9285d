"""What the window remembers between starts: its shape, and where one was. Losing it costs a little comfort, no more."""

import json
import logging
from pathlib import Path
from typing import NamedTuple

from reader.base.files import read_whole, write_whole

_log = logging.getLogger("reader.ui.window.window")


class WindowState(NamedTuple):
    """The state as it is saved. Texts of Qt's byte arrays are base64."""

    geometry: str = ""
    sizes: dict[str, list[int]] = {}  # of panes by the name of their arrangement, px
    sidebar: bool = True
    notes: bool = True
    place: str = "all"
    open_places: list[str] = []
    folded: list[str] = []  # sections of the tree
    sort: str = "newest"
    offset: list[int] = []  # of the open paper in the list, px below its top; none if out of sight
    key: str = ""
    tabs: list[list[str]] = []  # the paper and the place of each, where there are several
    front: int = 0  # which of the tabs
    columns: list[str] = []  # sections in the table of many papers; none: the usual ones
    widths: dict[str, int] = {}  # of the table's columns that a person changed, px
    positions: dict[str, list[float]] = {}  # of papers: which appearance, and how far it was read, 0–1

    @classmethod
    def read(cls, path: Path) -> "WindowState":
        """The state saved, or the usual one where there is none that can be read."""
        try:
            values = json.loads(read_whole(path))
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError, RecursionError) as error:
            _log.warning("the window's state cannot be read: %s", error)
            return cls()
        known = values if isinstance(values, dict) else {}
        usual = cls()._asdict()
        return cls(**{name: known[name] for name in usual if name in known and _is_like(known[name], usual[name])})

    def write(self, path: Path) -> None:
        """Save the state; a full disk costs the state and nothing else."""
        try:
            write_whole(path, json.dumps(self._asdict(), ensure_ascii=False, indent=1))
        except OSError as error:
            _log.warning("the window's state could not be saved: %s", error)


def _is_like(value: object, example: object) -> bool:
    return type(value) is type(example)
