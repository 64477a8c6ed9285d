"""Doubts about summaries: another paper's text, texts cut off, sections exchanged, numbers ten times one another."""

from functools import cache
from pathlib import Path

import pytest

from reader.across.doubts import Doubt, Examiner, sections_of, told
from reader.across.endings import is_cut_off
from reader.across.kinship import BOUND, Kinship
from reader.across.loanwords import sound_of_english, sound_of_korean
from reader.across.places import SectionManners
from reader.across.tenfold import tenfolds
from reader.library.model import Appearance
from reader.posts.model import SectionKind
from reader.services.across.examining import shipped_glossary
from tests.across.summaries import SUBJECTS, appearance, summary_of
from tests.bench.trust import LEAST_CAUGHT, MOST_FALSE, Figures, appearances, measure


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    known = [summary_of(*subject, number=number) for number, subject in enumerate(SUBJECTS * 3)]
    return Examiner(Kinship(shipped_glossary(), map(told, known)), SectionManners(map(sections_of, known)))


def kinds(doubts: tuple[Doubt, ...]) -> list[str]:
    return [doubt.kind for doubt in doubts]


def test_a_summary_of_its_own_paper_raises_no_doubt(examiner: Examiner) -> None:
    for subject in SUBJECTS:
        assert examiner.doubts(summary_of(*subject)) == ()


def test_a_summary_of_another_paper_is_told_with_the_words_it_lacks(examiner: Examiner) -> None:
    (title, *_), (_, *others) = SUBJECTS[0], SUBJECTS[4]
    (doubt,) = examiner.doubts(summary_of(title, *others))
    assert doubt.kind == "other-paper"
    assert "grasping" in doubt.words
    assert "grasping" in doubt.reason


def test_of_a_few_words_nothing_is_said(examiner: Examiner) -> None:
    assert examiner.doubts(appearance("Folding Long Texts", {"Method": "토큰을 접는다."})) == ()


def test_sections_in_each_others_place_are_told(examiner: Examiner) -> None:
    right = summary_of(*SUBJECTS[1])
    swap = {SectionKind.METHOD: SectionKind.LIMITATIONS, SectionKind.LIMITATIONS: SectionKind.METHOD}
    sections = tuple(each._replace(kind=swap.get(each.kind, each.kind)) for each in right.paper.sections)
    wrong = right._replace(paper=right.paper._replace(sections=sections))
    (doubt,) = examiner.doubts(wrong)
    assert (doubt.kind, {doubt.here, doubt.there}) == ("exchanged", {"method", "limitations"})


@pytest.mark.parametrize(
    "text",
    [
        "토큰을 두 번 나누어 접는다. 또한 64개의 장치를 활용한 병렬 코드 실",
        "토큰을 두 번 나누어 접는다. 평가에는 도구 이름,",
        "토큰을 나누어 접는 방법을",
        "Tokens are folded twice. The module is trained with",
    ],
)
def test_a_text_that_ends_in_mid_sentence_is_told(text: str) -> None:
    assert is_cut_off(text, ["정확도가 올랐다."])


@pytest.mark.parametrize(
    "text",
    [
        "토큰을 두 번 나누어 접는다.",
        "토큰을 두 번 나누어 접는다",
        "메모리를 절반으로 줄임",
        "정확도 69.8%, 속도 2배 (표 3)",
        "코드는 https://example.org/code",
        "정보 부족",
        "",
    ],
)
def test_a_whole_text_is_left_alone(text: str) -> None:
    assert not is_cut_off(text, ["정확도가 올랐다."])


def test_texts_that_never_have_marks_are_not_cut_off_for_that() -> None:
    assert not is_cut_off("속도 두 배 향상\n메모리 절반 사용", ["짧은 글에서 이득 적음"])


def test_a_number_ten_times_that_of_the_other_summary_is_told_with_both() -> None:
    ours = appearance(
        "Kestrel", {"Method": "14억 파라미터 모델을 학습한다.", "Results": "정확도가 81.4%였다."}, number=1
    )
    theirs = appearance("Kestrel", {"Method": "14B 모델을 학습한다.", "Results": "정확도가 81.4%였다."}, number=2)
    (found,) = tenfolds(ours, [ours, theirs])
    assert (found.section, found.there, found.other) == (0, "14B", 2)
    assert ours.texts[0][slice(*found.span)] == found.here == "14억 파라미터"


def test_the_same_number_in_another_spelling_is_no_doubt() -> None:
    ours = appearance("Kestrel", {"Method": "140억 파라미터 모델을 학습한다."}, number=1)
    theirs = appearance("Kestrel", {"Method": "14B 모델을 학습한다."}, number=2)
    assert tenfolds(ours, [theirs]) == ()


@pytest.mark.parametrize(
    ("english", "korean"),
    [("transformer", "트랜스포머"), ("scaffolding", "스캐폴딩"), ("gaussian", "가우시안"), ("prompting", "프롬프팅")],
)
def test_a_loanword_sounds_like_its_english(english: str, korean: str) -> None:
    assert sound_of_korean(korean).startswith(sound_of_english(english)[:4])


def test_other_words_sound_otherwise() -> None:
    assert sound_of_english("transformer") != sound_of_korean("프레임워크")


def test_a_bound_is_a_weight_against() -> None:
    assert BOUND < 0


@cache
def figures(corpus: Path) -> Figures:
    return measure(appearances(corpus))


@pytest.mark.slow
@pytest.mark.parametrize("name", Figures._fields)
def test_real_posts_altered_are_caught_and_unaltered_ones_left_alone(shared: Path, name: str) -> None:
    share = getattr(figures(shared / "corpus"), name)
    if name.startswith("false"):
        assert share.value <= MOST_FALSE, share
    else:
        assert share.value >= LEAST_CAUGHT, share


def test_an_appearance_without_its_texts_is_read_from_its_markdown(examiner: Examiner) -> None:
    kept: Appearance = summary_of(*SUBJECTS[2])._replace(texts=())
    assert examiner.doubts(kept) == ()
