"""What is offered while a search is typed: titles, words, concepts, tags and months of the library."""

from pathlib import Path

import pytest

from reader.search.index import Index
from reader.services.completions import (
    OF_A_KIND,
    Completion,
    completions,
    names_with_counts,
    other_names,
    term_at,
)
from reader.services.concepts import shipped_concepts
from reader.services.profile import Profile
from tests.services.conftest import GLACIER, HERD, SHEEP, TIDES


def offered(profile: Profile, typed: str, kind: str) -> list[Completion]:
    return [one for one in completions(profile.index, profile.listing, typed) if one.kind == kind]


@pytest.mark.parametrize("typed", ["", "  ", "sheep "])
def test_nothing_is_offered_where_no_word_is_being_typed(library: Profile, typed: str) -> None:
    assert completions(library.index, library.listing, typed) == ()


def test_titles_that_begin_so_come_before_those_that_have_the_words(library: Profile) -> None:
    assert {(one.text, one.key) for one in offered(library, "she", "title")} == {
        ("Herding Sheep with Diffusion Models", HERD),
        ("Counting Sheep", SHEEP),
        ("Old Sheep", "2401.00009"),
    }
    assert offered(library, "di", "title")[0].typed == "di"
    assert offered(library, "o", "title")[0].key == "2401.00009"
    assert [one.key for one in offered(library, "glacier dif", "title")] == [GLACIER]
    assert [one.key for one in offered(library, "study", "title")] == [TIDES]
    assert [one.key for one in offered(library, "st", "title")] == [TIDES]
    assert offered(library, "lacier", "title") == []
    assert offered(library, "sheep glacier", "title") == []


def test_words_of_the_library_say_how_many_papers_have_them(library: Profile) -> None:
    assert Completion("term", "Glacier", "gla", papers=2) in offered(library, "gla", "term")
    assert len(offered(library, "s", "term")) <= OF_A_KIND


def test_what_is_typed_whole_already_is_not_offered(library: Profile) -> None:
    assert "Sheep" in [one.text for one in offered(library, "shee", "term")]
    assert "Sheep" not in [one.text for one in offered(library, "sheep", "term")]


def test_a_concept_is_offered_with_its_name_in_the_other_language(library: Profile) -> None:
    one = offered(library, "glacier diffus", "concept")[0]
    assert one.typed == "diffus"
    assert one.papers > 0
    assert one.also and one.also.isascii() != one.text.isascii()
    assert not any(term.text in (one.text.lower(), one.also) for term in offered(library, "diffus", "term"))


def test_the_names_of_a_term_are_counted_in_both_languages(library: Profile) -> None:
    counted = dict(names_with_counts(library.index, "diffusion"))
    assert counted["diffusion"] == 3
    assert any(not name.isascii() for name in counted)
    assert names_with_counts(library.index, "sheep") == ()
    assert other_names(shipped_concepts(), "sheep") == ()
    assert not other_names(shipped_concepts(), "diffusion")[0].isascii()
    assert other_names(shipped_concepts(), "확산")[0].isascii()


def test_a_concept_that_no_paper_has_is_not_offered(library: Profile) -> None:
    assert any(name.startswith("reinforcement") for concept in shipped_concepts().all for name in concept.names)
    assert offered(library, "reinforcement", "concept") == []


def test_tags_are_offered_as_operators_with_their_papers(library: Profile) -> None:
    assert offered(library, "gen", "tag") == [Completion("tag", 'tag:"generative AI"', "gen", papers=3)]
    assert offered(library, "sheep ic", "tag") == [Completion("tag", "tag:ice", "ic", papers=2)]


@pytest.mark.parametrize(
    ("typed", "month"), [("2025-0", "2025-02"), ("2024", "2024-12"), ("12", "2024-12"), ("1월", "2025-01")]
)
def test_months_are_offered_by_their_number_or_name(library: Profile, typed: str, month: str) -> None:
    assert month in [one.text for one in offered(library, typed, "date")]


def test_no_month_is_offered_for_what_is_no_number(library: Profile) -> None:
    assert offered(library, "월", "date") == []
    assert offered(library, "13", "date") == []


@pytest.mark.parametrize(
    ("text", "at", "names"),
    [
        ("여기서 강화 학습으로 다듬는다.", 5, ("강화 학습", "reinforcement learning", "RL")),
        ("we use self-attention here", 10, ("self-attention", "셀프 어텐션")),
        ("그냥 하루를 보냈다", 3, ()),
        ("", 0, ()),
    ],
)
def test_the_term_at_a_place_of_a_text_is_named(tmp_path: Path, text: str, at: int, names: tuple[str, ...]) -> None:
    found = term_at(Index(tmp_path / "index"), text, at)
    assert found[: len(names)] == names
    assert bool(found) == bool(names)
