"""Which terms are kept, and which are let go."""

from collections.abc import Iterator

import pytest

from reader.search.store.lanes import Lanes
from reader.search.store.postings import PostingList, nothing
from reader.search.store.term_cache import TermCache

DOCUMENTS = 1_000_000  # of which a common term takes 14 MB, and all kept ones 160 MB
LANES = Lanes(8)


def _common() -> PostingList:
    return PostingList(LANES, lambda _: ())


def _never() -> PostingList:
    raise AssertionError("it is kept")


@pytest.fixture
def cache() -> Iterator[TermCache]:
    made = TermCache(DOCUMENTS)
    yield made
    made.clear()
    assert "a" not in made


def test_what_was_found_is_not_found_again(cache: TermCache) -> None:
    first = cache.get("a", _common)
    assert cache.get("a", _never) is first
    assert "a" in cache and "b" not in cache


def test_what_was_not_asked_for_the_longest_goes_when_it_is_too_much(cache: TermCache) -> None:
    names = [chr(ord("a") + n) for n in range(11)]
    for name in names:
        cache.get(name, _common)
    assert all(name in cache for name in names)
    cache.get("a", _never)
    cache.get("one too many", _common)
    assert "a" in cache and "b" not in cache and "c" in cache


def test_few_documents_weigh_little(cache: TermCache) -> None:
    for n in range(1000):
        cache.get(f"rare {n}", lambda: nothing(LANES))
    assert "rare 0" in cache


def test_what_is_found_in_passing_is_let_go_and_nothing_else(cache: TermCache) -> None:
    cache.get("a", _common)
    with cache.in_passing():
        cache.get("a", _never)
        cache.get("b", _common)
        cache.get("b", _never)
    assert "a" in cache and "b" not in cache
    for n in range(10):  # what was let go weighs nothing any more
        cache.get(f"later {n}", _common)
    assert "a" in cache


def test_it_is_let_go_after_an_error_too(cache: TermCache) -> None:
    with pytest.raises(ZeroDivisionError), cache.in_passing():
        cache.get("b", _common)
        raise ZeroDivisionError
    assert "b" not in cache


def test_a_crowd_in_passing_may_push_out_what_was_there(cache: TermCache) -> None:
    cache.get("a", _common)
    with cache.in_passing():
        for n in range(11):
            cache.get(f"b{n}", _common)
    assert "a" not in cache
    assert not any(f"b{n}" in cache for n in range(11))
