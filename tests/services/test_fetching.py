"""Which repositories a refresh fetches, what is told of each, and what a server that is away leaves as it was."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from reader.base.git_address import GitAddress
from reader.base.paths import ProfilePaths
from reader.library.git import fetch as git_fetch
from reader.library.git.server import CancelledError, FetchError
from reader.services.fetching import Fetched, Fetching, fetch_all, last_fetched, repositories
from reader.services.profile import Profile

ADDRESS = GitAddress("https://git.example.org/ann/blog")


@pytest.fixture
def opened(profile: Path) -> Iterator[Profile]:
    with Profile(ProfilePaths.of(profile)) as opened:
        opened.take_sources([str(ADDRESS)])
        yield opened


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A server in whose place `fetch` notes where to; it has something new, and tells of bytes twice."""
    fetched: list[Path] = []

    def fetch(_address: object, copy: Path, *, progress: Callable[[int], None], **_: object) -> bool:
        fetched.append(copy)
        progress(1000)
        progress(2000)
        return True

    monkeypatch.setattr(git_fetch, "fetch", fetch)
    return fetched


def fetched(profile: Profile, fetching: Fetching, said: list[dict[str, Any]] | None = None) -> Fetched:
    tell = (said if said is not None else []).append
    (one,) = fetch_all(profile, fetching, tell, lambda: False)
    return one


def test_what_is_fetched_is_noted_with_its_time_and_told_by_name(opened: Profile, server: list[Path]) -> None:
    said: list[dict[str, Any]] = []
    before = datetime.now(UTC)
    one = fetched(opened, Fetching.NOW, said)
    assert (one.address, one.changed, one.trouble, one.is_offline) == (ADDRESS, True, "", False)
    assert one.last is not None and one.last >= before
    assert last_fetched(opened, ADDRESS) == one.last
    assert said == [{"event": "progress", "stage": "fetch", "done": 1000, "total": 0, "name": ADDRESS.shown}]
    assert [path.suffix for path in server] == [".git"]
    assert server[0].parent == opened.places.repositories


def test_nothing_is_fetched_where_nothing_is_to_be(opened: Profile, server: list[Path]) -> None:
    assert fetched(opened, Fetching.NOT) == Fetched(ADDRESS, False)
    assert server == []


@pytest.mark.parametrize(
    ("hours", "ago", "is_due"), [(6, None, True), (6, 7, True), (6, 5, False), (0, None, False), (0, 99, False)]
)
def test_what_is_due_is_fetched_after_as_many_hours_as_the_settings_say(
    opened: Profile, server: list[Path], hours: int, ago: int | None, is_due: bool
) -> None:
    opened.settings.set("fetch_hours", hours)
    fetched(opened, Fetching.NOW)
    (state,) = opened.places.repositories.glob("*.json")
    if ago is None:
        state.unlink()
    else:
        state.write_text(json.dumps({"fetched": (datetime.now(UTC) - timedelta(hours=ago)).isoformat()}))
    last = last_fetched(opened, ADDRESS)
    server.clear()
    one = fetched(opened, Fetching.DUE)
    assert (len(server), one.changed) == (int(is_due), is_due)
    assert is_due or one.last == last


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"fetched": 3}', '{"fetched": "soon"}'])
def test_a_time_nobody_can_read_is_none(opened: Profile, server: list[Path], text: str) -> None:
    fetched(opened, Fetching.NOW)
    (state,) = opened.places.repositories.glob("*.json")
    state.write_text(text)
    assert last_fetched(opened, ADDRESS) is None


@pytest.mark.parametrize("is_offline", [True, False])
def test_a_server_that_cannot_be_had_is_told_in_its_words(
    opened: Profile, server: list[Path], is_offline: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = fetched(opened, Fetching.NOW).last

    def away(*_: object, **__: object) -> bool:
        raise FetchError("It is away.", is_offline=is_offline)

    monkeypatch.setattr(git_fetch, "fetch", away)
    assert fetched(opened, Fetching.NOW) == Fetched(ADDRESS, False, "It is away.", is_offline, last)


def test_whoever_cancels_or_comes_second_changes_nothing(
    opened: Profile, server: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    last = fetched(opened, Fetching.NOW).last
    with FileLock(f"{server[0]}.lock"):
        assert fetched(opened, Fetching.NOW) == Fetched(ADDRESS, False, last=last)

    def cancelled(*_: object, **__: object) -> bool:
        raise CancelledError

    monkeypatch.setattr(git_fetch, "fetch", cancelled)
    assert fetched(opened, Fetching.NOW) == Fetched(ADDRESS, False, last=last)


def test_without_repositories_there_is_no_source(profile: Path) -> None:
    with Profile(ProfilePaths.of(profile)) as opened, repositories(opened) as sources:
        assert sources == []
        assert fetch_all(opened, Fetching.NOW, lambda _: None, lambda: False) == ()
