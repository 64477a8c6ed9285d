"""A store in a folder of its own, with a clock the test sets."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reader.marks.store import MarkStore


class FakeClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 3, 10, 15, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **amount: float) -> datetime:
        self.now += timedelta(**amount)
        return self.now


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Spaces, Hangul and what means something in a URI: a profile may be anywhere."""
    return tmp_path / "내 논문 #1 50%?" / "marks.sqlite"


@pytest.fixture
def backups(path: Path) -> Path:
    return path.parent / "backups"


@pytest.fixture
def opened(path: Path, backups: Path, clock: FakeClock) -> Iterator[Callable[..., MarkStore]]:
    """Opens the store, as often as asked: each time as another window or process would."""
    stores: list[MarkStore] = []

    def open_again(**options: Any) -> MarkStore:
        stores.append(MarkStore(path, backups, clock=clock, **options))
        return stores[-1]

    yield open_again
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Callable[..., MarkStore]) -> MarkStore:
    return opened()
