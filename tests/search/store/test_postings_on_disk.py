"""What is read from the index of a term is what its documents' texts say: however common it is, whatever was deleted.

Words of many frequencies are put into some hundred documents, in several batches, some of which are replaced, removed
and merged; what each text says by itself (`term_positions`) is the truth.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.posts.model import SectionKind
from reader.search.index import Index
from reader.search.model import Document
from reader.search.store import codec, schema, writer
from reader.search.store.generation import Generation
from reader.search.store.posting_block import ABSENT
from reader.search.store.postings import PLACE, PostingList
from tests.search.documents import document

FREQUENCIES = {"always": 1.0, "mostly": 0.7, "third": 0.34, "tenth": 0.1, "seldom": 0.03, "once": 0.005, "로봇": 0.4}
KINDS = tuple(SectionKind)
MANY = 330


class Truth(NamedTuple):
    """An index, and what the texts in it say: by term, then by document."""

    index: Index
    places: dict[str, dict[str, list[int]]]


def texts(seed: int) -> Iterator[Document]:
    """Documents with words of all frequencies in all sections, a few of them very often."""
    chance = random.Random(seed)
    for number in range(MANY):
        sections = []
        for kind in KINDS:
            said = [word for word, often in FREQUENCIES.items() for _ in range(3) if chance.random() < often / 2]
            if chance.random() < 0.02:
                said += ["always"] * 40
            chance.shuffle(said)
            if said:
                sections.append((kind, " ".join(said)))
        title = "always third" if chance.random() < 0.2 else "Plain"
        yield document(str(number), title)._replace(sections=tuple(sections))


@pytest.fixture(scope="module", params=["one batch", "small blocks", "batches", "changed", "merged"])
def truth(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Truth]:
    how = request.param
    with Index(tmp_path_factory.mktemp("index")) as index, pytest.MonkeyPatch.context() as patch:
        there = {text.id: text for text in texts(1)}
        if how == "small blocks":
            patch.setattr(codec, "_BLOCK", 16)
        if how in ("one batch", "small blocks"):
            index.apply(add=there.values())
        else:
            patch.setattr(writer, "_ALIKE", ())
            whole = list(there.values())
            for begin in range(0, MANY, 110):
                index.apply(add=whole[begin : begin + 110])
        if how in ("changed", "merged"):
            others = {text.id: text for text in texts(2) if int(text.id) % 4 == 0}
            gone = [str(n) for n in range(MANY) if n % 4 and (n < 90 or n % 5 == 0)]  # of the first batch most
            if how == "merged":
                index.apply(add=others.values(), remove=gone)
            else:
                patch.setattr(writer, "is_worn", lambda *_: False)
                index.apply(add=others.values(), remove=gone)
            there = {name: text for name, text in {**there, **others}.items() if name not in gone}
        places: dict[str, dict[str, list[int]]] = {}
        for name, text in there.items():
            for term, found in schema.term_positions(schema.row(text)["text"]).items():
                places.setdefault(term, {})[name] = found
        yield Truth(index, places)


def generation(index: Index) -> Generation:
    return index._current()[1]


def told(found: PostingList, opened: Generation) -> dict[str, tuple[int, int, int, list[int]]]:
    """Of each document by its id: how often, in which slots, where first, and every position."""
    counts, slots = opened.lanes.column(found.counts), opened.lanes.column(found.slots)
    firsts = opened.lanes.numbers(found.firsts)
    return {opened.name(doc): (counts[doc], slots[doc], firsts[doc], found.at(doc)) for doc in found}


def expected(places: list[int]) -> tuple[int, int, int, list[int]]:
    slots = sum({1 << min(place // schema.SLOT, schema.OTHER) for place in places})
    return min(len(places), 31), slots, places[0], places


def test_a_term_is_in_the_documents_and_at_the_places_that_the_texts_say(truth: Truth) -> None:
    opened = generation(truth.index)
    for term, places in truth.places.items():
        found = opened.docs(term)
        assert told(found, opened) == {name: expected(there) for name, there in places.items()}, term
        assert len(found) == opened.known(term) == len(places), term


def test_of_some_documents_the_same_is_read_as_of_all(truth: Truth) -> None:
    opened = generation(truth.index)
    chance = random.Random(3)
    for term, places in truth.places.items():
        found = opened.docs(term)
        for many in (1, 3, 20, 200):
            docs = sorted(chance.sample(range(opened.lanes.count), min(many, opened.lanes.count)))
            wanted = {(doc, at) for doc in docs for at in places.get(opened.name(doc), ()) if found.among([doc])}
            read = {(at >> 32, at & PLACE) for at in found.positions(docs)}
            assert {(doc, at) for doc, at in read if doc in docs and found.among([doc])} == wanted, term
        opened.release()


def test_a_document_without_a_term_has_no_place_of_it(truth: Truth) -> None:
    opened = generation(truth.index)
    for term in truth.places:
        found = opened.docs(term)
        without = opened.lanes.docs(opened.all() & ~found.docs)
        counts, firsts = opened.lanes.column(found.counts), opened.lanes.numbers(found.firsts)
        assert {(counts[doc], firsts[doc]) for doc in without} <= {(0, ABSENT)}
    assert len(opened.docs("nowhere")) == opened.known("nowhere") == 0


def test_the_terms_are_those_of_the_texts_in_order_and_the_commonest_first_where_that_is_asked(truth: Truth) -> None:
    opened = generation(truth.index)
    assert opened.words("") == sorted(truth.places)
    assert opened.words("t") == ["tenth", "third"]
    assert opened.commonest("t", 1) == ["third"]
    assert opened.commonest("t", 5) == ["third", "tenth"]
    assert opened.count() == truth.index.count() == len(truth.index.checksums()) == len(opened.lanes.docs(opened.all()))


def test_half_deleted_segments_are_merged_without_what_is_deleted(tmp_path: Path) -> None:
    with Index(tmp_path) as index:
        index.apply(add=[document(str(n), method=f"crane w{n}x") for n in range(20)])
        index.apply(add=[], remove=[str(n) for n in range(10)])
        assert [reader.doc_count_all() for _, reader in generation(index).segments()] == [20]  # half is not enough
        index.apply(add=[], remove=["10"])
        opened = generation(index)
        assert [reader.doc_count_all() for _, reader in opened.segments()] == [9]
        assert "w3x" not in opened.words("w")
        assert sorted(opened.name(doc) for doc in opened.docs("crane")) == sorted(str(n) for n in range(11, 20))
        assert {opened.vocabulary.count(f"w{n}x") for n in range(11, 20)} == {1}


def test_a_segment_of_which_nothing_is_left_is_gone(tmp_path: Path) -> None:
    with Index(tmp_path) as index:
        index.apply(add=[document("1", "One")])
        index.apply(add=[document("2", "Two")])
        index.apply(add=[], remove=["1"])
        assert len(generation(index).segments()) == 1
        index.apply(add=[], remove=["2"])
        assert (generation(index).segments(), index.count(), index.is_trusted()) == ([], 0, True)


def test_what_is_read_in_passing_is_not_kept(truth: Truth) -> None:
    truth.index.close()  # with what the tests before have read
    opened = generation(truth.index)
    kept = opened.docs("third")
    with opened.in_passing():
        passing = opened.docs("mostly")
        assert told(passing, opened) and opened.docs("mostly") is passing
        assert opened.docs("third") is kept
    assert opened.docs("third") is kept
    assert opened.docs("mostly") is not passing
