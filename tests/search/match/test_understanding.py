"""Words that the library does not have: read as typed otherwise, mended where it is sure, else left as they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.search.concepts.table import Concepts, read
from reader.search.index import Index
from reader.search.known import Known
from reader.search.match.matcher import Cancelled
from reader.search.model import Results, Understood
from reader.search.request import SearchRequest
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
        "6": "프레임워크가 크다. 새 프레임워크를 고른다. a gpt",
    }
    with index_of(tmp_path / "index", *(document(name, "T", text) for name, text in texts.items())) as index:
        yield index


def _ask(index: Index, query: str) -> Results:
    return index.find(SearchRequest(query), Known(concepts=CONCEPTS))


def _ask_with(index: Index, query: str, known: Known) -> tuple[Understood, ...]:
    return index.find(SearchRequest(query), known).understood


def _tiers(found: Results) -> dict[str, str]:
    return {hit.document: hit.tier for hit in found.hits}


@pytest.mark.parametrize(
    ("typed", "how", "taken"),
    [
        ("dlalwl", "keyboard", "이미지"),
        ("ㅑㅡㅁㅎㄷ", "keyboard", "image"),
        ("헷", "keyboard", "gpt"),
        ("ㅇㅁㅈ", "initials", "이미지"),
        ("churon", "romanised", "추론"),
        ("ganghwahakseup", "romanised", "강화학습"),
        ("difusion", "slip", "diffusion"),
        ("엠베딩", "slip", "임베딩"),
        ("프레임웍", "slip", "프레임워크"),
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


def test_a_word_is_no_slip_for_what_only_begins_another(tmp_path: Path) -> None:
    texts = {"1": "오프라인 학습을 한다. 오프라인에서 배운다.", "2": "파라미터를 줄인다. 파라미터기반 조정"}
    with index_of(tmp_path / "index", *(document(name, "T", text) for name, text in texts.items())) as index:
        assert _ask(index, "오페라").total == 0
        assert _ask(index, "파라머터").correction == "파라미터"


def test_a_word_like_one_that_is_there_is_only_named(library: Index) -> None:
    found = _ask(library, "modal")
    assert (found.total, found.suggestion, found.missing) == (0, "model", ("modal",))


def test_two_syllables_are_like_no_other_word_and_are_said_to_be_missing(library: Index) -> None:
    found = _ask(library, "축구 모델")
    assert (found.total, found.suggestion, found.missing) == (0, None, ("축구",))
    assert _ask(library, "축구 OR 모델").missing == ()
    assert _ask(library, "모델 -축구").missing == ()
    assert _ask(library, "축구 OR 하키").missing == ()
    assert _ask(library, "축구 -하키").missing == ("축구",)


def test_names_of_concepts_that_nobody_wrote_are_missing_as_well(library: Index) -> None:
    known = Known(concepts=Concepts(read(["양자 컴퓨팅 | quantum computing", "모델 | model"])))
    assert library.find(SearchRequest("quantum"), known).missing == ("quantum",)
    assert library.find(SearchRequest("양자컴퓨팅"), known).missing == ("양자컴퓨팅",)


def test_a_longer_acronym_is_one_of_its_kind(tmp_path: Path) -> None:
    texts = {"1": "a VQGAN is trained", "2": "a GAN is trained", "3": "the organ"}
    with index_of(tmp_path / "gan", *(document(name, "T", text) for name, text in texts.items())) as index:
        assert _tiers(_ask(index, "GAN")) == {"2": "all", "1": "concept"}


@pytest.mark.parametrize(("acronym", "is_one"), [("AB", False), ("ABC", True), ("ABCDE", True), ("ABCDEF", False)])
def test_only_acronyms_of_three_to_five_letters_have_kinds(tmp_path: Path, acronym: str, is_one: bool) -> None:
    texts = {"1": f"a {acronym} is trained", "2": f"a VQ{acronym} and two VQ{acronym}s"}
    with index_of(tmp_path / "kinds", *(document(name, "T", text) for name, text in texts.items())) as index:
        found = index.find(SearchRequest(acronym, partial=False), Known(concepts=CONCEPTS))
        assert ("2" in {hit.document for hit in found.hits if hit.tier == "concept"}) is is_one


def test_a_syllable_within_a_name_stays_alone(tmp_path: Path) -> None:
    concepts = Concepts(read(["학습 후 양자화 | post-training quantization"]))
    texts = {"1": "학습 후 양자화를 한다.", "2": "post-training quantization", "3": "학습한 후에 양자화한다."}
    with index_of(tmp_path / "ptq", *(document(name, "T", text) for name, text in texts.items())) as index:
        found = index.find(SearchRequest("post-training quantization"), Known(concepts=concepts))
        assert _tiers(found) == {"2": "all", "1": "concept"}


def test_what_was_searched_as_well_is_said_where_it_found_something(library: Index) -> None:
    understood = _ask(library, "강화학습").understood
    assert [(one.how, one.typed, one.taken) for one in understood] == [
        ("concept", "강화학습", "reinforcement learning")
    ]
    assert _ask(library, "이미지").understood == ()


def test_initials_of_several_words_are_words_that_stand_together(library: Index) -> None:
    found = _ask(library, "ㅇㅇ ㅁㄷ")
    assert found.correction == "언어 모델"
    assert [(one.how, one.typed, one.taken) for one in found.understood] == [
        ("initials", "ㅇㅇ", "언어"),
        ("initials", "ㅁㄷ", "모델"),
    ]


def test_what_begins_a_verb_is_no_word_of_these_initials(tmp_path: Path) -> None:
    texts = {"1": "입증하는 방법. 이전되는 값. 입증하고 이전되고", "2": "이중화를 한다. 이진답을 쓴다."}
    with index_of(tmp_path / "index", *(document(name, "T", text) for name, text in texts.items())) as index:
        assert _ask(index, "ㅇㅈㅎ").correction == "이중화"
        assert _ask(index, "ㅇㅈㄷ").correction == "이진답"


SLIPS = "difusion halucination embeding segmentaton optimzation"
MEANT = ["diffusion", "hallucination", "embedding", "segmentation", "optimization"]


@pytest.mark.parametrize(("more", "mended"), [("", 4), (" a b", 2)])
def test_slips_are_looked_for_in_the_first_words_and_fewer_of_a_sentence(
    tmp_path: Path, more: str, mended: int
) -> None:
    with index_of(tmp_path / "index", document("1", "T", " ".join(MEANT))) as index:
        assert [one.taken for one in _ask(index, SLIPS + more).understood] == MEANT[:mended]


def test_the_first_two_names_that_found_something_are_said(tmp_path: Path) -> None:
    known = Known(concepts=Concepts(read(["두루미 | crane | 학 | grus | heron"])))
    texts = {"1": "두루미를 본다", "2": "a crane and a heron and a grus"}
    with index_of(tmp_path / "index", *(document(name, "T", text) for name, text in texts.items())) as index:
        found = index.find(SearchRequest("두루미"), known)
        assert [(one.how, one.typed, one.taken) for one in found.understood] == [("concept", "두루미", "crane, grus")]


def test_of_the_names_that_found_something_those_of_the_other_language_are_said_first(tmp_path: Path) -> None:
    known = Known(concepts=Concepts(read(["두루미 | 학새 | crane", "heron | egret | 왜가리"])))
    texts = {"1": "두루미와 heron", "2": "학새와 crane, egret과 왜가리"}
    with index_of(tmp_path / "index", *(document(name, "T", text) for name, text in texts.items())) as index:
        said = {one.typed: one.taken for word in ("두루미", "heron") for one in _ask_with(index, word, known)}
        assert said == {"두루미": "crane, 학새", "heron": "왜가리, egret"}


def test_papers_by_another_name_are_counted_where_there_is_no_room_for_them(library: Index) -> None:
    for limit, shown in ((1, 1), (2, 2), (9, 2)):
        found = library.find(SearchRequest("강화학습", limit=limit, partial=False), Known(concepts=CONCEPTS))
        assert (len(found.hits), found.total) == (shown, 2)


def test_every_word_comes_before_what_means_the_same_and_that_before_some_words(library: Index) -> None:
    assert _tiers(_ask(library, "강화학습")) == {"1": "all", "2": "concept"}
    some = _tiers(_ask(library, "강화학습 이미지 스케줄"))
    assert set(some.values()) == {"some"}
    assert next(iter(some)) == "1"


def test_another_spelling_of_a_loanword_means_the_same(library: Index) -> None:
    assert _tiers(_ask(library, "스케줄")) == {"3": "all", "4": "concept"}


def test_a_loanword_is_spelled_as_the_table_does_where_the_library_has_it_in_other_words(library: Index) -> None:
    known = Known(concepts=Concepts(read(["이미지 | 페이퍼백 | image", "매니폴드 | manifold"])))
    found = library.find(SearchRequest("페이퍼벡을", partial=False), known)
    assert (found.correction, _tiers(found)) == ("페이퍼백을", {"1": "concept", "2": "concept"})
    assert library.find(SearchRequest("메니폴드"), known).correction is None


def test_what_may_be_a_verb_or_two_syllables_with_a_particle_is_no_slip(tmp_path: Path) -> None:
    with index_of(tmp_path / "index", document("1", "T", "가치는 크다. 가치를 잰다.")) as index:
        assert _ask(index, "고치는").correction is None


def test_a_stop_at_the_end_of_a_loanword_is_written_either_way(tmp_path: Path) -> None:
    texts = {"1": "데이터셋을 만든다.", "2": "데이터세트를 쓴다.", "3": "데이터를 센다."}
    with index_of(tmp_path / "index", *(document(name, "T", text) for name, text in texts.items())) as index:
        assert _tiers(_ask(index, "데이터셋")) == {"1": "all", "2": "concept"}
        assert _tiers(_ask(index, "데이터세트")) == {"2": "all", "1": "concept"}


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("machinry", None),  # part of a name
        ("embeddng", "embedding"),
        ("embeddigs", "embedding"),
        ("lightning", None),  # the name has eight letters
        ("curriculm", None),  # the library has no name of it
        ("curricula", None),
    ],
)
def test_a_slip_is_mended_to_a_name_that_the_library_has_in_the_other_language(
    library: Index, typed: str, taken: str | None
) -> None:
    lines = ["임베딩 | embedding", "커리큘럼 | curriculum", "이미지 | picture machinery", "언어 | lighting"]
    known = Known(concepts=Concepts(read(lines)))
    found = library.find(SearchRequest(typed, partial=False), known)
    assert found.correction == taken
    assert [hit.document for hit in found.hits] == (["3"] if taken else [])


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


def test_related_papers_are_given_up_before_the_next_word_is_looked_for(library: Index) -> None:
    asked = document("1", "T1", "이미지를 접는다. 강화학습을 쓴다.")
    looks: list[int] = []

    def is_enough() -> bool:
        looks.append(len(looks))
        return len(looks) == 2

    with pytest.raises(Cancelled):
        library.related(asked, 5, Known(concepts=CONCEPTS, cancelled=is_enough))
    assert len(looks) == 2
