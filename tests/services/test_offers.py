"""What is offered where a query finds nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.services.offers import Offer, offers
from reader.services.profile import Profile
from tests.factories import paper, post, write_post


@pytest.fixture
def opened(profile: Path, tmp_path: Path) -> Iterator[Profile]:
    folder = tmp_path / "posts"
    papers = [
        paper(n, f"Glaciers {n}", f"https://arxiv.org/abs/2501.0000{n}", {"Method": "빙하의 흐름을 계산한다."})
        for n in (1, 2)
    ]
    write_post(folder, "2025-01-02-daily.md", post(papers))
    assert run(["sync", "--profile", str(profile), str(folder)]) == 0
    with Profile(ProfilePaths.of(profile)) as made:
        yield made


def offered(profile: Profile, query: str) -> tuple[Offer, ...]:
    return offers(profile.index, profile.listing, profile.marks, query)


def test_the_operator_that_leaves_nothing_is_left_out(opened: Profile) -> None:
    assert offered(opened, "빙하 is:bookmarked") == (Offer("빙하", "is:bookmarked", 2),)
    assert offered(opened, "date:2025-01 빙하 is:bookmarked") == (Offer("date:2025-01 빙하", "is:bookmarked", 2),)


def test_where_each_of_two_leaves_nothing_both_are_left_out(opened: Profile) -> None:
    assert offered(opened, "빙하 is:bookmarked tag:nowhere") == (Offer("빙하", "is:bookmarked tag:nowhere", 2),)


@pytest.mark.parametrize("query", ["없는낱말뿐이다", "is:bookmarked", "없는낱말뿐이다 is:bookmarked", "a is:read OR b"])
def test_where_nothing_helps_nothing_is_offered(opened: Profile, query: str) -> None:
    assert offered(opened, query) == ()
