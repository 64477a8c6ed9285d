"""What a person searches for by marks, authors and numbers is found; what an answer is spread over."""

import pytest

from reader.base.errors import ReaderError
from reader.posts.model import PaperKey
from reader.search.match.matcher import Cancelled
from reader.search.request import SearchRequest
from reader.services.facets import Facets, count_facets
from reader.services.measured import condition_in
from reader.services.profile import Profile
from reader.services.related import related
from reader.services.search import find
from reader.services.search_result import SearchResult
from tests.services.conftest import GLACIER, HERD, OLD, SHEEP, TIDES


def answer(profile: Profile, query: str, **asked: int) -> SearchResult:
    request = SearchRequest(query, **asked)
    return find(profile.index, profile.listing, request, marks=profile.marks, details=profile.details)


def found(profile: Profile, query: str) -> set[PaperKey]:
    return {paper.key for paper in answer(profile, query, snippets=0).papers}


@pytest.mark.parametrize(
    ("query", "papers"),
    [
        ("is:bookmarked", {GLACIER, SHEEP}),
        ("is:read", {TIDES, SHEEP, OLD}),
        ("is:unread", {GLACIER, HERD}),
        ("is:noted", {TIDES}),
        ("has:note", {TIDES}),
        ("is:due", {HERD}),
        ("is:revisit", {HERD, OLD}),
        ("is:highlighted", {SHEEP}),
        ("label:ICE", {GLACIER}),
        ('label:"읽을 것"', {HERD, SHEEP}),
        ("label:nobody", set()),
        ("note:아이디어를", {TIDES}),
        ("note:조수", {TIDES}),
        ("note:빙하", set()),
    ],
)
def test_an_operator_finds_what_is_marked_so(library: Profile, query: str, papers: set[PaperKey]) -> None:
    assert found(library, query) == papers


@pytest.mark.parametrize(
    ("query", "papers"),
    [
        ("author:oord", {GLACIER, SHEEP}),
        ('author:"A. van den Oord"', {GLACIER}),
        ("author:nobody", set()),
        ("cat:cs", {GLACIER, SHEEP}),
        ("cat:CS.cl", {SHEEP}),
        ("cat:stat.*", {GLACIER}),
        ("cat:math", set()),
    ],
)
def test_authors_and_categories_are_those_of_arxiv(library: Profile, query: str, papers: set[PaperKey]) -> None:
    assert found(library, query) == papers


@pytest.mark.parametrize(
    ("query", "papers"),
    [
        ("FID<2", {SHEEP}),
        ("FID>2", set()),
        ("정확도 90% 이상", {GLACIER}),
        ("정확도 91.5% 이상", {GLACIER}),
        ("정확도 95% 이상", set()),
        ("정확도 70% 이하", {OLD}),
        ("7B 이하", {SHEEP}),
        ("3배 이상", {HERD}),
        ("3x 이상", {HERD}),
        ("4배 이상", set()),
        ("매개변수 1000개 이상", {SHEEP}),
    ],
)
def test_a_number_is_asked_for_with_its_side(library: Profile, query: str, papers: set[PaperKey]) -> None:
    assert found(library, query) == papers


@pytest.mark.parametrize("words", ["정확도 이상", "정확도 90%", "2024", "이상한 빙하"])
def test_words_without_both_a_number_and_a_side_ask_for_no_number(words: str) -> None:
    assert condition_in(words) is None


def test_only_as_many_papers_as_are_asked_for_come_with_a_sentence(library: Profile) -> None:
    first, second = answer(library, "sheep is:bookmarked OR sheep", snippets=1).papers[:2]
    assert first.snippet and first.title_spans
    assert (second.snippet, second.title_spans) == ("", ())


def test_a_paper_found_by_its_title_alone_shows_how_it_begins(library: Profile) -> None:
    (paper,) = answer(library, "tides").papers
    assert paper.snippet.startswith("확산 모델로")


def facets(profile: Profile, query: str) -> Facets:
    asked = SearchRequest(query, snippets=0)
    answered = find(profile.index, profile.listing, asked, marks=profile.marks)
    return count_facets(profile.index, profile.listing, profile.marks, answered)


def test_an_answer_is_counted_by_month_tag_label_section_and_state(library: Profile) -> None:
    counted = facets(library, "빙하")
    assert counted.query == "빙하"
    assert counted.months == (("2025-02", 1), ("2025-01", 2))
    assert dict(counted.tags) == {"papers": 2, "ice": 2, "generative AI": 1}
    assert counted.tags[0][1] == 2
    assert counted.labels == (("Ice", 1),)
    assert counted.sections == (("method", 1), ("limitations", 1))
    assert counted.states == (("unread", 1), ("read", 1), ("bookmarked", 1), ("noted", 1))


def test_the_label_with_most_papers_comes_first_and_unused_ones_are_left_out(library: Profile) -> None:
    assert facets(library, "sheep OR 빙하").labels == (("읽을 것", 2), ("Ice", 1))


def test_of_sections_only_the_chosen_one_is_counted_and_none_where_no_word_is_looked_for(library: Profile) -> None:
    assert facets(library, "section:method 빙하").sections == (("method", 1),)
    assert facets(library, "is:bookmarked").sections == ()


@pytest.mark.parametrize("steps", range(3))
def test_counting_stops_between_two_steps_when_nobody_wants_it_any_more(library: Profile, steps: int) -> None:
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > steps

    answered = answer(library, "빙하", snippets=0)
    with pytest.raises(Cancelled):
        count_facets(library.index, library.listing, library.marks, answered, cancelled=cancelled)
    assert len(asked) == steps + 1


def test_related_papers_share_words_and_name_the_appearance_to_show(library: Profile) -> None:
    near = related(library.index, library.listing, SHEEP)
    assert near
    shown = library.listing.appearances([each.appearance for each in near])
    for each in near:
        assert each.key != SHEEP
        assert each.shared
        assert shown[each.appearance].paper.key == each.key
    assert len(related(library.index, library.listing, SHEEP, 1)) == 1
    with pytest.raises(ReaderError, match=r"^No post has the paper 1, so nothing can be told of what is like it\.$"):
        related(library.index, library.listing, PaperKey("1"))
