"""A store in a folder of its own, with a clock the test sets."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
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


def fill(store: MarkStore) -> None:
    """Something of everything, some of it taken back."""
    paper, page = "2512.17909", "title:가나다"
    store.set_bookmarks([paper, page], True)
    store.set_bookmark(page, False)
    store.set_read([paper], True)
    store.set_note(paper, "first 메모 <think> & % _ ^")
    store.set_note(paper, "")
    store.set_note(paper, "# 두 번째\n\n- [ ] 🙂")
    store.set_revisit([paper], date(2026, 11, 22))
    store.set_revisit([page], date(2026, 11, 23))
    store.set_revisit([page], None)
    store.set_label([paper], "label", True)
    store.add_label("지운 것", "pink")
    store.remove_label("지운 것")
    store.add_highlight(paper, "method", "제안하는 방법", "before ", " after", "yellow")
    store.remove_highlight(store.add_highlight(paper, "method", "gone", "", "", "blue").id)
    store.save_search("캐시", "kv cache -is:read")
    store.set_snapshot(paper, '{"title": "Paper"}')
