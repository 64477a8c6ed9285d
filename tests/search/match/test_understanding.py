"""Words that the library does not have: read as typed otherwise, mended where it is sure, else left as they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.search.concepts.table import Concepts, read
from reader.search.index import Index
from reader.search.model import Results
from reader.search.request import Known, SearchRequest
from tests.search.documents import document, index_of

CONCEPTS = Concepts(read(["강화학습 | reinforcement learning | RL", "임베딩 | embedding", "확산 | diffusion"]))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Index]:
    texts = {
        "1": "이미지를 접는다. 이미지의 크기는 작다. 강화학습을 쓴다.",
        "2": "a diffusion model for image folding, by reinforcement learning",
        "3": "임베딩을 구한다. 언어 모델의 추론이 빠르다. 대규모 언어 모델을 쓴다. 스케줄을 짠다.",
        "4": "스케쥴을 바꾼다. 구축을 마쳤다. 프레임워크를 만든다.",
        "5": "프레임을 센다. 프레임이 많다.",
        "6": "프레임워크가 크다. 새 프레임워크를 고른다.",
    }
    with index_of(tmp_path / "index", *(document(name, "T", text) for name, text in texts.items())) as index:
        yield index


def _ask(index: Index, query: str) -> Results:
    return index.find(SearchRequest(query), Known(concepts=CONCEPTS))


def _tiers(found: Results) -> dict[str, str]:
    return {hit.document: hit.tier for hit in found.hits}


@pytest.mark.parametrize(
    ("typed", "how", "taken"),
    [
        ("dlalwl", "keyboard", "이미지"),
        ("ㅑㅡㅁㅎㄷ", "keyboard", "image"),
        ("ㅇㅁㅈ", "initials", "이미지"),
        ("churon", "romanised", "추론"),
        ("ganghwahakseup", "romanised", "강화학습"),
        ("difusion", "slip", "diffusion"),
        ("엠베딩", "slip", "임베딩"),
    ],
)
def test_a_word_nobody_wrote_is_read_as_it_may_have_been_typed(
    library: Index, typed: str, how: str, taken: str
) -> None:
    found = _ask(library, typed)
    assert [(one.how, one.typed, one.taken) for one in found.understood] == [(how, typed, taken)]
    assert found.correction == taken
    assert found.total > 0
    assert _ask(library, f'"{typed}"').understood == ()


@pytest.mark.parametrize("absent", ["축구", "poker", "mixtral", "구도자", "tennis"])
def test_a_well_formed_word_is_never_replaced(library: Index, absent: str) -> None:
    found = _ask(library, absent)
    assert (found.total, found.understood) == (0, ())


def test_a_word_like_one_that_is_there_is_only_named(library: Index) -> None:
    assert _ask(library, "축구").suggestion == "구축"


def test_initials_of_several_words_are_words_that_stand_together(library: Index) -> None:
    assert _ask(library, "ㅇㅇ ㅁㄷ").correction == "언어 모델"


def test_every_word_comes_before_what_means_the_same_and_that_before_some_words(library: Index) -> None:
    assert _tiers(_ask(library, "강화학습")) == {"1": "all", "2": "concept"}
    some = _tiers(_ask(library, "강화학습 이미지 스케줄"))
    assert set(some.values()) == {"some"}
    assert next(iter(some)) == "1"


def test_another_spelling_of_a_loanword_means_the_same(library: Index) -> None:
    assert _tiers(_ask(library, "스케줄")) == {"3": "all", "4": "concept"}


def test_a_word_is_not_found_inside_another(library: Index) -> None:
    assert [hit.document for hit in _ask(library, "프레임").hits if hit.tier != "some"] == ["5"]


def test_a_sign_that_is_no_word_finds_nothing_and_is_said(library: Index) -> None:
    found = _ask(library, "∞")
    assert (found.total, found.not_understood) == (0, ((0, 1),))


def test_related_papers_share_words_and_are_not_the_paper_itself(library: Index) -> None:
    asked = document("1", "T1", "이미지를 접는다. 강화학습을 쓴다.")
    found = library.related(asked, 5, Known(concepts=CONCEPTS))
    assert "2" in {one.document for one in found}
    assert "1" not in {one.document for one in found}
