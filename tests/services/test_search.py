"""When a search goes through the index, and when it reads every text instead."""

from collections.abc import Iterator

import pytest

from reader.base.paths import ProfilePaths
from reader.library.catalogue import Catalogue
from reader.search.request import SearchRequest
from reader.services.profile import Profile
from reader.services.refresh import refresh
from reader.services.search import find
from tests.factories import numbered, post, write_post

COUNT = 200


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> ProfilePaths:
    folder = tmp_path_factory.mktemp("behind")
    write_post(folder / "posts", "2025-01-02.md", post(numbered(COUNT)))
    places = ProfilePaths.of(folder / "profile")
    with Profile(places) as profile:
        profile.settings.add_sources([folder / "posts"])
        refresh(profile)
    return places


@pytest.fixture
def profile(places: ProfilePaths) -> Iterator[Profile]:
    with Profile(places) as opened:
        yield opened


@pytest.mark.parametrize(("waiting", "scanned"), [(0, False), (2, False), (3, True), (COUNT, True)])
def test_an_index_that_lacks_more_than_a_hundredth_is_not_asked(profile: Profile, waiting: int, scanned: bool) -> None:
    catalogue = Catalogue(profile.places.catalogue)
    catalogue.connection.execute(
        "UPDATE appearances SET indexed = (id NOT IN (SELECT id FROM appearances LIMIT ?))", (waiting,)
    )
    catalogue.close()
    assert profile.listing.waiting() == (waiting, COUNT)
    result = find(profile.index, profile.listing, SearchRequest("Paper", snippets=0))
    assert (result.scanned, result.unusable) == (scanned, False)
    assert result.total == COUNT


def test_an_index_of_another_catalogue_is_not_believed(profile: Profile) -> None:
    catalogue = Catalogue(profile.places.catalogue)
    catalogue.connection.execute("UPDATE appearances SET indexed = 1")
    (identity,) = catalogue.connection.execute("SELECT identity FROM generation").fetchone()
    catalogue.connection.execute("UPDATE generation SET identity = 'another'")
    try:
        result = find(profile.index, profile.listing, SearchRequest("Paper", snippets=3))
        assert (result.scanned, result.unusable) == (True, True)
        assert result.total == COUNT
        assert [bool(paper.title_spans or paper.snippet) for paper in result.papers[:4]] == [True] * 3 + [False]
    finally:
        catalogue.connection.execute("UPDATE generation SET identity = ?", (identity,))
        catalogue.close()
