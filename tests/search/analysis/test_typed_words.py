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
