"""What a person opens by quick open, how often and when: what is used is offered first. Kept in the profile alone.

What is not used any more counts less with every week, and is forgotten in the end. A file that cannot be read is none.
"""

import json
import logging
from datetime import date
from pathlib import Path

from reader.base.errors import ReaderError, reason_of
from reader.base.files import one_at_a_time, read_whole, write_whole

_log = logging.getLogger("reader.services.quick_open.uses")

MOST = 300  # things kept
_HALF_LIFE = 14.0  # days after which a use counts half


class Uses:
    """The uses of one profile, by the names of what was used."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._weights: dict[str, tuple[float, int]] = self._read()  # how much, as of which day (its ordinal)

    def weight(self, name: str, today: date) -> float:
        """How much something is used now: 1 for once today."""
        weight, day = self._weights.get(name, (0.0, 0))
        return weight * 0.5 ** (max(0, today.toordinal() - day) / _HALF_LIFE) if weight else 0.0

    def latest(self, today: date, most: int) -> list[str]:
        """What is used most, the first first."""
        return sorted(self._weights, key=lambda name: -self.weight(name, today))[:most]

    def add(self, name: str, today: date) -> None:
        """Note a use. Raises ReaderError if it cannot be written."""
        try:
            with one_at_a_time(self._path):
                self._weights = self._read()
                self._weights[name] = (self.weight(name, today) + 1, today.toordinal())
                kept = {each: self._weights[each] for each in self.latest(today, MOST)}
                self._weights = kept
                write_whole(self._path, json.dumps(kept, ensure_ascii=False, indent=0) + "\n")
        except OSError as error:
            raise ReaderError(
                f"What was opened could not be remembered in {self._path}: {reason_of(error)}."
            ) from error

    def _read(self) -> dict[str, tuple[float, int]]:
        try:
            kept = json.loads(read_whole(self._path))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            _log.warning("what was opened before cannot be read: %s", error)
            return {}
        found = {}
        for name, value in kept.items() if isinstance(kept, dict) else ():
            match value:
                case [int() | float() as weight, int(day)] if 0 < weight < 1e6 and 0 < day < 4_000_000:
                    found[name] = (float(weight), day)
        return found
