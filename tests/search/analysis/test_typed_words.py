"""What a word that was typed is looked for as: by what a library writes, and each way once."""

import pytest

from reader.search.analysis.composing import completions
from reader.search.analysis.expansion import expand, is_known
from reader.search.analysis.forms import Form, Kind
from reader.search.analysis.latin_words import latin_word
from reader.search.analysis.names import expand_name
from reader.search.match.full_scan import Scan, ScannedLexicon
from reader.search.snippets import Highlighter
from tests.search.documents import document


def library(*texts: str) -> ScannedLexicon:
    """A library of these texts, of which the title says nothing."""
    return ScannedLexicon(Scan([document(str(n), "T", text) for n, text in enumerate(texts)]))


def found(typed: str, lexicon: ScannedLexicon, text: str) -> list[str]:
    """What counts as a typed word in a text."""
    return [text[start:end] for start, end in Highlighter((expand(typed, lexicon),)).spans(text)]


# Verbs


@pytest.mark.parametrize(
    ("form", "stem"),
    [*[(f"크{ending}", "크") for ending in ("고", "게", "며", "는", "지만", "기")], ("먹은", "먹"), ("먹으며", "먹")],
)
def test_a_verb_of_one_syllable_is_told_by_two_of_its_forms(form: str, stem: str) -> None:
    """크네 may be a noun, as 동네 is: one form that the library writes is not enough."""
    both = library(f"매우 {form} {stem}다")
    assert found(f"{stem}네", both, f"{stem}다") == [f"{stem}다"]
    for alone in (form, f"{stem}다"):
        assert found(f"{stem}네", library(f"매우 {alone}"), f"{stem}다") == []


def test_a_verb_that_ends_like_an_auxiliary_is_no_form_of_another() -> None:
    written = library("열이 사라지고 있다. 열이 사라진다.")
    assert found("사라진", written, "사라지고 사라진다 사라는 사라고") == ["사라지", "사라진"]
    assert found("밝혀진", library("밝히고 밝혀진다"), "밝히는 밝혀진") == ["밝히", "밝혀진"]


def test_what_the_word_itself_finds_is_not_looked_for_twice() -> None:
    lexicon = library("만들어 만들고 만든다")
    forms = [form for piece in expand("만들", lexicon) for form in piece.forms]
    assert found("만들", lexicon, "만들어 만들고 만든다") == ["만들", "만들", "만든"]
    assert [form for form in forms if form.terms[0].startswith("만들")] == [Form(Kind.RUN, ("만들",), (), 2)]


def test_a_noun_of_two_syllables_is_found_behind_what_may_be_an_ending_of_a_verb() -> None:
    assert found("더미는", library("더미 데이터"), "더미 데이터, 더미를, 더미는") == ["더미", "더미", "더미는"]
    assert found("더미는", library("데이터더미와 데이터를"), "데이터더미") == ["더미"]
    assert found("나무니", library("나무 아래"), "나무 아래") == []


@pytest.mark.parametrize(
    ("typed", "gaps"),
    [("GPT-4o 모델", [0, 0, 0]), ("self, attention", [0, 1]), ("3D 재구성, 모델", [0, 0, 1]), ("모델", [0])],
)
def test_pieces_are_as_far_apart_as_they_were_typed(typed: str, gaps: list[int]) -> None:
    assert [piece.gap for piece in expand(typed, library("nothing"), exact=True)] == gaps


# Words the library has


def test_only_a_word_that_is_being_typed_is_known_by_what_it_may_become() -> None:
    lexicon = library("이미노산을 만든다. a diffusion model")
    assert is_known("이민", lexicon, typing=True)
    assert not is_known("이민", lexicon)
    assert is_known("diff", lexicon, typing=True)
    assert not is_known("diff", lexicon)
    assert is_known("diffusion", lexicon) and is_known("이미노산을", lexicon) and is_known("…", lexicon)


def test_a_syllable_that_may_be_parted_yet_is_as_wide_as_what_it_becomes() -> None:
    lexicon = library("이미지를 본다")
    assert completions("이밎", lexicon) == (Form(Kind.RUN, ("이미?",), ("미지",), 3),)
    assert completions("이미", lexicon) == (Form(Kind.RUN, ("이미",), ("이미",), 2),)
    assert completions("이", lexicon) == (Form(Kind.START, ("^이",)),)


@pytest.mark.parametrize(("ends", "is_found"), [(6, True), (7, False)])
def test_a_noun_of_one_syllable_is_found_at_the_end_of_words_that_are_not_three_times_as_common(
    ends: int, is_found: bool
) -> None:
    """키 is in 사용자키; but most of what ends in 기 is no 기."""
    lexicon = library("키를 쓴다", "키의 값", *["사용자키를 쓴다"] * ends)
    assert found("키", lexicon, "사용자키") == (["키"] if is_found else [])
    assert found("키", lexicon, "키를") == ["키"]


# Latin words


def test_the_plural_of_an_acronym_in_u_is_that_acronym() -> None:
    assert latin_word("gpus", library("on a GPU")) == (Form(Kind.WORD, ("gpu",)),)
    assert latin_word("corpus", library("a corpu, a corpus")) == (Form(Kind.WORD, ("corpus",)),)
    assert latin_word("corpus", library("nothing")) == (Form(Kind.WORD, ("corpus",)),)


def test_a_word_that_is_begun_is_looked_for_once_as_it_is_and_once_as_each_it_may_become() -> None:
    lexicon = library("a model and modelling", "modelling")
    assert latin_word("model", lexicon, 5) == (Form(Kind.WORD, ("model",)), Form(Kind.WORD, ("modelling",)))
    assert latin_word("model", lexicon) == (Form(Kind.WORD, ("model",)),)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("quantization", ["quantization", "quantized", "quantised"]),
        ("quantisation", ["quantisation", "quantized", "quantised"]),
        ("training", ["training", "trained"]),
        ("model", ["model"]),
        ("string", ["string"]),  # too short to be made of a verb
    ],
)
def test_a_name_made_of_a_verb_is_found_by_its_participles_alone(name: str, words: list[str]) -> None:
    lexicon = library(
        "quantization quantisation quantized quantised training trained model modelized modelised string stred"
        " quantizationized quantizationised quantisationized quantisationised"
    )
    assert [form.terms for form in expand_name(name, lexicon)[0].forms] == [(word,) for word in words]
    assert [form.terms for form in expand_name(name, library("nothing"))[0].forms] == [(name,)]


@pytest.mark.parametrize(
    ("name", "text", "marks"),
    [
        ("fine tuning", "finetuning, fine-tuning, fine tuned, finetuned, tuningtuning", ["finetuning", "fine-tuning"]),
        ("강화 학습 모델", "강화학습모델 강화 학습 모델", ["강화학습모델", "강화 학습 모델"]),
        ("값 모델", "값모델 값 모델 값의 모델", ["값모델", "값 모델", "값의 모델"]),
        ("학습 후 양자화", "학습 후 양자화, 학습 후에 양자화", ["학습 후 양자화"]),
        (
            "학습 후 양자화 모델",
            "학습 후 양자화모델 학습 후 양자화 모델",
            ["학습 후 양자화모델", "학습 후 양자화 모델"],
        ),
        ("큰 모델 후 학습", "큰모델 후 학습 큰 모델 후학습", ["큰모델 후 학습"]),
    ],
)
def test_a_name_is_found_however_it_is_spaced_but_for_a_syllable_within(name: str, text: str, marks: list[str]) -> None:
    spans = Highlighter((expand_name(name, library("finetuning")),)).spans(text)
    assert [text[start:end] for start, end in spans] == marks


def test_a_name_of_two_words_is_looked_for_as_the_one_that_the_library_writes() -> None:
    forms = expand_name("fine tuning", library("finetuning, finetuned, tuningtuning"))[0].forms
    assert [form.terms for form in forms if form.kind is Kind.WORD] == [("finetuning",)]
    assert not [form for form in expand_name("fine tuning", library("x"))[0].forms if form.kind is Kind.WORD]
