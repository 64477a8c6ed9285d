"""What reads across papers: ranges as papers and as queries, files of lens, table and benchmark, trends of a range."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from reader.across.passages import LENSED, Passage
from reader.across.ranges import Range
from reader.base.errors import ReaderError
from reader.base.paths import ProfilePaths
from reader.marks.model import Highlight
from reader.posts.model import PaperKey
from reader.services.across import export
from reader.services.across.corrected import Corrections
from reader.services.across.examining import doubts_of, examiner_of
from reader.services.across.ranges import ids_in, query_of, range_named
from reader.services.across.reading import benchmark, compared, lens, numbers, table
from reader.services.across.trends import LibraryOutlines, trends
from reader.services.profile import Profile
from reader.services.refresh import refresh
from tests.factories import METHOD_ONLY, paper, post, write_post
from tests.services.conftest import GLACIER, HERD, OLD, SHEEP, TIDES

TODAY = date(2025, 2, 4)
NONE = Corrections()


def keys(profile: Profile, text: str) -> list[PaperKey]:
    ids = ids_in(profile, range_named(text, TODAY))
    shown = profile.listing.appearances(ids)
    return [shown[number].paper.key for number in ids]


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("2025-01", {GLACIER, TIDES}),
        ("2024-12-30..2025-01-02", {OLD, GLACIER, TIDES}),
        ("week", {SHEEP, HERD, GLACIER}),
        ("last:1", {SHEEP, HERD, GLACIER}),
        ("tag:ice", {GLACIER, TIDES}),
        ("label:ICE", {GLACIER}),
        ("bookmarked", {GLACIER, SHEEP}),
        ("unread", {GLACIER, HERD}),
        ("unread 2025-01", {GLACIER}),
        ("bookmarked tag:ice", {GLACIER}),
        ("search:sheep", {SHEEP, HERD, OLD}),
        ("2025-02 search:sheep", {SHEEP, HERD}),
        ("label:unused", set()),
        ("all", {GLACIER, TIDES, SHEEP, HERD, OLD}),
    ],
)
def test_a_range_means_papers_each_of_them_once(library: Profile, text: str, papers: set[PaperKey]) -> None:
    found = keys(library, text)
    assert set(found) == papers
    assert len(found) == len(papers)


def test_a_label_that_is_not_there_is_said_with_where_to_see_them(library: Profile) -> None:
    with pytest.raises(ReaderError, match=r"^There is no label 'x'\. `daily-papers label` lists them\.$"):
        keys(library, "label:x")


@pytest.mark.parametrize(
    ("wanted", "query"),
    [
        (Range(), ""),
        (Range("2025-01", "2025-01"), "date:2025-01"),
        (Range("2025-01", "2025-02"), "date:2025-01..2025-02"),
        (Range(tag="generative AI", bookmarked=True), 'tag:"generative AI" is:bookmarked'),
        (Range(label="Ice", unread=True, search="빙하 흐름"), "label:Ice is:unread 빙하 흐름"),
    ],
)
def test_a_range_is_a_query_that_means_the_same(wanted: Range, query: str) -> None:
    assert query_of(wanted) == query


def test_a_range_of_posts_is_a_query_of_their_days() -> None:
    assert query_of(Range(posts=2), ("2025-01-02", "2025-02-03")) == "date:2025-01-02..2025-02-03"
    assert query_of(Range(posts=2)) == ""
    assert query_of(Range("2024", "2024"), ("2025-01-02", "2025-02-03")) == "date:2024"


@pytest.mark.parametrize("words", [export.ENGLISH, export.KOREAN])
def test_every_section_has_a_name_of_its_own_in_each_language(words: export.AcrossWords) -> None:
    assert tuple(words.sections) == LENSED
    names = [*words.sections.values(), words.silent, words.title, words.day, words.number, words.everything]
    assert len(set(names)) == len(names)


def test_the_words_of_files_are_these() -> None:
    assert [*export.ENGLISH.sections.values()] == [name.capitalize() for name in LENSED]
    assert export.ENGLISH._replace(sections={}) == (
        "en",
        {},
        "Nothing known",
        "Title",
        "Date",
        "Number",
        "all papers",
        "My correction",
    )
    assert export.KOREAN._replace(sections={}) == (
        "ko",
        {},
        "정보 부족",
        "제목",
        "날짜",
        "수치",
        "모든 논문",
        "내 정정",
    )
    assert " ".join(export.KOREAN.sections.values()) == "서론 목표 동기 기여 방법 결과 한계 결론"


def ids(profile: Profile, text: str = "all") -> list[int]:
    return ids_in(profile, range_named(text, TODAY))


def test_a_lens_of_the_whole_library_says_so_in_its_head(library: Profile) -> None:
    seen = lens(library.listing, "limitations", ids(library))
    text = "".join(export.lens_pieces(seen, "all", "md", export.ENGLISH, NONE))
    assert text.startswith(
        "# Limitations · all papers\n\n## [A Study of Tides](<https://arxiv.org/abs/2501.00002>)\n\n"
    )
    assert "2025-01-02 · 2501.00002\n\n빙하는 다루지 않는다." in text
    assert "## Nothing known" in text
    page = "".join(export.lens_pieces(seen, "2025", "html", export.KOREAN, NONE))
    assert '<html lang="ko">' in page
    assert "한계 · 2025" in page


def test_a_table_with_a_number_has_its_column_behind_the_date(library: Profile) -> None:
    shown = table(library.listing, ids(library), ("results",), "number:정확도")
    lines = "".join(export.table_pieces(shown, "all", "md", export.ENGLISH, NONE)).splitlines()
    assert lines[0] == "| Title | Date | Number | Results |"
    numbered = {line.split(" | ")[0]: line.split(" | ")[1:] for line in lines[2:]}
    assert numbered["| [Old Sheep](<https://arxiv.org/abs/2401.00009>)"] == [
        "2024-12-30",
        "정확도 69.8 %",
        "정확도가 69.8%로 올랐다. |",
    ]
    sheep = numbered["| [Counting Sheep](<https://arxiv.org/abs/2502.00001>)"]
    assert sheep == ["2025-02-03", "", "매개변수 1,200개를 쓴다. |"]


def corrected(key: PaperKey, section: str, words: str, correction: str) -> Highlight:
    return Highlight("id", key, section, words, "", "", "green", datetime(2025, 2, 4, tzinfo=UTC), correction)


def test_a_correction_stands_below_the_passage_with_its_words_as_the_persons(library: Profile) -> None:
    own = Corrections(
        [
            corrected(TIDES, "limitations", "빙하는", "조수는 | <b>"),
            corrected(TIDES, "method", "빙하는", "not of this section"),
            corrected(TIDES, "limitations", "다루지 않는다", ""),
            corrected(TIDES, "limitations", "어디에도 없는 긴 문장이다", "lost"),
        ]
    )
    wanted = ids(library)
    seen = lens(library.listing, "limitations", wanted)
    shown = table(library.listing, wanted, ("goal", "limitations"))
    text = "".join(export.lens_pieces(seen, "all", "md", export.ENGLISH, own))
    assert "빙하는 다루지 않는다.\n\n> 빙하는\n>\n> My correction: 조수는 | \\<b>\n" in text
    assert text.count("My correction") == 1
    page = "".join(export.lens_pieces(seen, "all", "html", export.KOREAN, own))
    assert '<mark>빙하는</mark><p class="correction">내 정정: 조수는 | &lt;b&gt;</p></blockquote>' in page
    markdown = "".join(export.table_pieces(shown, "all", "md", export.KOREAN, own))
    assert "다루지 않는다. \\[내 정정: 빙하는 → 조수는 \\| \\<b>\\] |" in markdown
    csv = "".join(export.table_pieces(shown, "all", "csv", export.ENGLISH, own))
    assert "빙하는 다루지 않는다.\n[My correction: 빙하는 → 조수는 | <b>]" in csv


def test_a_correction_of_the_introduction_is_one_of_the_point_that_has_its_words() -> None:
    own = Corrections([corrected(SHEEP, "introduction", "양을 빠르게 세는 것이 목표이다", "느리게")])
    goal = Passage("", "", "양을 빠르게 세는 것이 목표이다.", nothing_known=False)
    assert own.of(SHEEP, "goal", goal) == (("양을 빠르게 세는 것이 목표이다", "느리게"),)
    assert own.of(SHEEP, "method", goal) == ()
    assert own.of(SHEEP, "motivation", goal._replace(text="지금까지는 느렸다.")) == ()
    assert own.of(HERD, "goal", goal) == own.of(SHEEP, "goal", None) == ()


def test_a_table_as_a_page_is_called_after_its_range(library: Profile) -> None:
    shown = table(library.listing, ids(library, "2025-01"), ("method",))
    assert "<title>모든 논문</title>" in "".join(export.table_pieces(shown, "all", "html", export.KOREAN, NONE))
    assert "<title>2025-01</title>" in "".join(export.table_pieces(shown, "2025-01", "html", export.KOREAN, NONE))
    csv = "".join(export.table_pieces(shown, "all", "csv", export.ENGLISH, NONE)).removeprefix("\ufeff").splitlines()
    assert csv[0] == "key,Title,Date,Method"
    assert csv[1].startswith("2501.0000")


def test_benchmark_values_are_rows_of_a_csv(library: Profile) -> None:
    values = benchmark(library.listing, "FID")
    head, row = "".join(export.benchmark_csv(values)).removeprefix("\ufeff").splitlines()
    assert head == "key,title,model,benchmark,metric,value,before,unit,date,sentence"
    assert row == f"{SHEEP},Counting Sheep,,,FID,1.8,,,2025-02-03,FID는 1.8이다."


def test_a_paper_without_arxiv_is_linked_where_its_post_links_it() -> None:
    assert export.link_of(None, "https://example.org/a") == "https://example.org/a"
    assert export.link_of("2501.00001", "https://example.org/a") == "https://arxiv.org/abs/2501.00001"
    assert export.link_of(None, None) == ""


def test_what_cannot_be_compared_or_asked_is_said(library: Profile) -> None:
    with pytest.raises(ReaderError, match=r"^At most 4 papers are compared\.$"):
        compared(library, [GLACIER, TIDES, SHEEP, HERD, OLD])
    with pytest.raises(
        ReaderError, match=r"^2501\.00002 is in one post only: name another paper to compare it with\.$"
    ):
        compared(library, [TIDES, TIDES])
    with pytest.raises(ReaderError, match=r"^No post of the library has 1 any more\.$"):
        numbers(library, PaperKey("1"))
    with pytest.raises(ReaderError, match=r"^Name a metric or benchmark, such as FID or GenEval\.$"):
        benchmark(library.listing, " ")


def test_papers_are_compared_by_their_latest_appearances_and_one_with_its_earlier_self(library: Profile) -> None:
    both = compared(library, [GLACIER, TIDES])
    assert [each.day for each in both.appearances] == [date(2025, 2, 3), date(2025, 1, 2)]
    alone = compared(library, [GLACIER])
    assert [each.day for each in alone.appearances] == [date(2025, 1, 2), date(2025, 2, 3)]


def test_numbers_of_a_paper_come_latest_first_and_a_faultless_one_has_no_doubts(library: Profile) -> None:
    latest, before = numbers(library, GLACIER)
    assert (latest.appearance.day, latest.figures) == (date(2025, 2, 3), ())
    assert [figure.label for figure in before.figures] == ["정확도 91.5 %"]
    record = library.listing.record(SHEEP)
    assert record is not None
    found = doubts_of(record, examiner_of(library.listing))
    assert all(found.values())


def test_a_month_is_compared_with_the_half_year_before_it(library: Profile) -> None:
    found = trends(library, Range("2025-02", "2025-02"))
    assert (found.range, found.papers, found.before) == ("2025-02", 3, 3)
    assert found.before_days == "2024-08-04..2025-02-02"
    assert [(day.day, day.papers, day.read, day.query) for day in found.days] == [
        ("2025-02-03", 3, 1, "date:2025-02-03")
    ]
    assert [(each.key, each.times, each.days, each.query) for each in found.repeated] == [
        (GLACIER, 2, ("2025-02-03", "2025-01-02"), GLACIER)
    ]
    for term in (*found.rising, *found.first_seen):
        assert term.query.endswith("date:2025-02")
        assert ('"' in term.query) == (" " in term.term)


def test_any_other_range_is_compared_with_all_other_papers(library: Profile) -> None:
    found = LibraryOutlines(library).trends(range_named("tag:ice", TODAY))
    assert (found.papers, found.before, found.before_days) == (2, 3, "")
    assert [day.day for day in found.days] == ["2025-01-02"]
    nothing = trends(library, range_named("label:unused", TODAY))
    assert (nothing.papers, nothing.days, nothing.rising, nothing.first_seen) == (0, (), (), ())


def test_posts_are_compared_with_the_half_year_before_them(library: Profile) -> None:
    found = trends(library, range_named("last:1", TODAY))
    assert found.before_days == "2024-08-04..2025-02-02"
    assert all(term.query.endswith("date:2025-02-03") for term in (*found.rising, *found.first_seen))


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Profile]:
    """A month of other things, and one in which four papers splat, two name diffusion and one brings a benchmark."""
    folder = tmp_path_factory.mktemp("field")
    before = [f"Slow Turtles {n} by Diffusion Models" for n in range(1, 7)]
    now = [
        *(f"Gaussian Splat Rendering of Turtles, Part {n}" for n in range(1, 5)),
        *("Diffusion Models at Night", "Diffusion Models by Day"),
        "TurtleBench: A Benchmark for Turtles",
    ]
    for month, titles in (("2501", before), ("2502", now)):
        papers = [
            paper(n, title, f"https://arxiv.org/abs/{month}.{n:05}", METHOD_ONLY) for n, title in enumerate(titles, 1)
        ]
        write_post(folder / "posts", f"20{month}.md", post(papers, date=f"20{month[:2]}-{month[2:]}-03 08:00:00"))
    untitled = [paper(1, 'Turtles "at" Sea', None, METHOD_ONLY)]
    for day in ("2025-02-04", "2025-02-05"):
        write_post(folder / "posts", f"{day}.md", post(untitled, date=f"{day} 08:00:00"))
    with Profile(ProfilePaths.of(folder / "profile")) as profile:
        profile.take_sources([folder / "posts"])
        refresh(profile)
        yield profile


def test_terms_of_several_words_are_asked_for_as_phrases_within_the_range(field: Profile) -> None:
    found = trends(field, Range("2025-02", "2025-02"))
    seen = {term.term: term for term in (*found.first_seen, *found.rising)}
    splat = next(term for name, term in seen.items() if name.startswith("gaussian"))
    assert (splat.papers, splat.before) == (4, 0)
    assert splat.query == (f'"{splat.term}" date:2025-02' if " " in splat.term else f"{splat.term} date:2025-02")
    assert any(" " in term and seen[term].query.startswith('"') for term in seen)
    assert all(term.z >= 0 and term.z == round(term.z, 2) for term in seen.values())


def test_what_older_papers_name_is_not_new_and_counts_for_both_sides(field: Profile) -> None:
    found = trends(field, Range("2025-02", "2025-02"))
    assert not any("diffusion" in term.term or "확산" in term.term for term in found.first_seen)
    alone = trends(field, Range("2025-01", "2025-01"))
    assert (alone.before, alone.rising, alone.first_seen) == (0, (), ())


def test_a_benchmark_that_is_introduced_is_named_with_what_finds_it(field: Profile) -> None:
    found = trends(field, Range("2025-02", "2025-02"))
    assert [(each.name, each.query) for each in found.benchmarks] == [("TurtleBench", "TurtleBench")]
    assert trends(field, Range("2025-01", "2025-01")).benchmarks == ()


def test_a_paper_without_an_id_is_found_again_by_its_title(field: Profile) -> None:
    [again] = trends(field, Range("2025-02", "2025-02")).repeated
    assert (again.times, again.days) == (2, ("2025-02-05", "2025-02-04"))
    assert again.query == '"Turtles  at  Sea"'
