"""The catalogue as the sync writes it: what stays whole when something goes wrong, and what follows a post."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reader.library import paper_json
from reader.library.bare import bare_record, is_bare
from reader.library.catalogue import Catalogue
from reader.library.listing import Listing
from reader.library.model import PaperRecord
from reader.library.scope import Scope
from reader.library.sync import SyncReport, sync
from reader.posts.model import PaperKey, Remark, Section, SectionKind
from tests.factories import age, numbered, paper, post, write_post

A, B, C = (PaperKey(f"2501.0000{n}") for n in (1, 2, 3))


class Library:
    def __init__(self, tmp: Path) -> None:
        self.folder = tmp / "posts"
        self.path = tmp / "catalogue.sqlite"
        self.catalogue = Catalogue(self.path)
        self._listing = Listing(self.path)

    def write(self, name: str, text: str, seconds: int = 0) -> Path:
        path = write_post(self.folder, name, text)
        age(path, seconds)
        return path

    def sync(self, *kept: PaperKey) -> SyncReport:
        self.catalogue.keep(kept)
        return sync(self.catalogue, [self.folder])

    def record(self, key: PaperKey) -> PaperRecord:
        found = self.listing.record(key)
        assert found is not None
        return found

    @property
    def listing(self) -> Listing:
        self._listing.close()
        self._listing = Listing(self.path)
        return self._listing

    def posts(self) -> list[tuple[str, int]]:
        return self.catalogue.connection.execute("SELECT name, gone FROM posts ORDER BY name").fetchall()

    def close(self) -> None:
        self._listing.close()
        self.catalogue.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path)
    yield made
    made.close()


def test_what_goes_wrong_within_a_transaction_leaves_nothing_of_it(library: Library) -> None:
    before = library.listing.generation()
    with pytest.raises(ZeroDivisionError), library.catalogue.transaction():
        library.catalogue.source_id("/a")
        _ = 1 // 0
    assert library.catalogue.source_ids() == {}
    with library.catalogue.transaction():
        library.catalogue.source_id("/b")
    assert list(library.catalogue.source_ids()) == ["/b"]
    assert library.listing.generation() == before + 1
    with library.catalogue.transaction():
        library.catalogue.source_id("/b")
    assert library.listing.generation() == before + 1, "nothing was written"


class TestRewriting:
    def test_papers_whose_words_are_others_are_rewritten_and_new_and_lost_ones_are_not(self, library: Library) -> None:
        library.write("a.md", post(numbered(3)))
        library.sync()
        assert library.catalogue.rewritten == set()
        changed = paper(2, "Paper Number 2 of 2501", "https://arxiv.org/abs/2501.00002", {"Method": "다른 말"})
        library.write("a.md", post([*numbered(1), changed, *numbered(1, "2502")]), 60)
        library.sync()
        assert library.catalogue.rewritten == {B}

    def test_a_paper_formatted_anew_is_shown_as_it_is_now(self, library: Library) -> None:
        library.write("a.md", post([paper(sections={"Method": "하나\n둘"})]))
        library.sync()
        ids = library.listing.ids_of(A)
        library.write("a.md", post([paper(sections={"Method": "**하나**\n둘"})]), 60)
        library.sync()
        assert library.record(A).appearances[0].paper.sections[0].markdown == "**하나**\n둘"
        assert library.listing.ids_of(A) == ids
        assert library.listing.waiting() == (1, 1)

    def test_a_post_with_another_day_moves_its_papers(self, library: Library) -> None:
        library.write("a.md", post(numbered(1)))
        library.write("b.md", post(numbered(1, "2502"), date="2025-01-05"))
        library.sync()
        library.write("a.md", post(numbered(1), date="2025-01-09"), 60)
        report = library.sync()
        assert (report.updated, report.reformatted, report.changed_keys) == (0, 1, set())
        listing = library.listing
        rows = listing.rows(listing.ids(Scope()))
        assert [(row.key, row.day) for row in rows] == [(A, date(2025, 1, 9)), ("2502.00001", date(2025, 1, 5))]
        assert library.record(A).day == date(2025, 1, 9)

    def test_a_paper_twice_in_a_post_is_twice_there(self, library: Library) -> None:
        twice = [paper(1, sections={"Method": "하나"}), paper(2, sections={"Method": "둘"})]
        library.write("a.md", post(twice))
        library.sync()
        assert [each.paper.number for each in library.record(A).appearances] == [2, 1]
        library.write("a.md", post(twice[:1]), 60)
        assert library.sync().changed_keys == {A}
        assert [each.paper.number for each in library.record(A).appearances] == [1]


class TestGone:
    def test_a_paper_that_comes_back_elsewhere_leaves_the_post_it_was_in_alone(self, library: Library) -> None:
        library.write("a.md", post(numbered(3)))
        library.sync()
        library.write("a.md", post(numbered(1)), 60)
        library.sync(C)
        assert library.record(C).gone
        library.write("b.md", post([paper(1, "Paper Number 3 of 2501", "https://arxiv.org/abs/2501.00003")]))
        library.sync(C)
        assert [each.post for each in library.record(C).appearances] == ["b.md"]
        assert not library.record(C).gone
        assert library.record(A).appearances[0].post == "a.md"
        assert library.posts() == [("a.md", 0), ("b.md", 0)]

    def test_a_post_that_only_keeps_the_last_text_of_a_marked_paper_is_gone(self, library: Library) -> None:
        path = library.write("a.md", post(numbered(2)))
        library.sync()
        path.unlink()
        report = library.sync(B)
        assert report.changed_keys == {A, B}
        assert library.posts() == [("a.md", 1)]
        assert library.listing.counts("tag") == []
        library.sync()
        assert library.posts() == []

    def test_a_marked_paper_keeps_no_text_of_a_post_that_lost_it_while_another_has_it(self, library: Library) -> None:
        library.write("a.md", post(numbered(1)))
        path = library.write("b.md", post(numbered(1), date="2025-01-05"))
        library.sync()
        path.unlink()
        library.sync(A)
        assert [each.post for each in library.record(A).appearances] == ["a.md"]
        assert library.posts() == [("a.md", 0)]

    def test_a_source_that_is_taken_out_is_forgotten_once_nothing_of_it_is_kept(
        self, library: Library, tmp_path: Path
    ) -> None:
        other = tmp_path / "other"
        write_post(other, "b.md", post(numbered(1, "2502")))
        library.catalogue.keep({"2502.00001"})
        sync(library.catalogue, [library.folder, other])
        sync(library.catalogue, [library.folder])
        assert set(library.catalogue.source_ids()) == {str(library.folder), str(other)}
        sync(library.catalogue, [library.folder])
        library.sync()
        assert library.listing.record(PaperKey("2502.00001")) is None
        write_post(other, "b.md", post(numbered(1, "2502")))
        sync(library.catalogue, [library.folder, other])
        sync(library.catalogue, [library.folder])
        assert set(library.catalogue.source_ids()) == {str(library.folder)}


class TestRestoring:
    def test_a_marked_paper_that_no_post_has_is_listed_by_its_last_text(self, library: Library) -> None:
        library.write("a.md", post(numbered(1), date="2025-01-02 08:15:00"))
        library.sync()
        kept = paper_json.record_from_json(paper_json.record_to_json(library.record(A)))
        (library.folder / "a.md").unlink()
        library.sync()
        assert library.listing.record(A) is None
        with library.catalogue.transaction():
            library.catalogue.restore(kept)
        restored = library.record(A)
        assert restored.gone
        assert restored.appearances[0].paper == kept.appearances[0].paper
        assert (restored.day, restored.appearances[0].post, restored.appearances[0].tags) == (
            date(2025, 1, 2),
            "a.md",
            ("papers", "llm"),
        )
        assert restored.appearances[0].published == kept.appearances[0].published
        assert library.posts() == [("a.md", 1)]

    def test_a_better_text_takes_the_place_of_a_bare_name(self, library: Library) -> None:
        with library.catalogue.transaction():
            library.catalogue.restore(bare_record(A, "A Name"))
        assert library.catalogue.bare_titles() == {A: "A Name"}
        assert library.record(A).title == "A Name"
        better = bare_record(A, "A Better Name")
        better = better._replace(appearances=(better.appearances[0]._replace(source="/blog", post="a.md"),))
        with library.catalogue.transaction():
            library.catalogue.restore(better)
        assert library.record(A).title == "A Better Name"
        assert library.catalogue.bare_titles() == {}
        assert library.posts() == [("a.md", 1)]
        assert library.catalogue.has(A)
        assert not library.catalogue.has(B)


class TestBare:
    @pytest.mark.parametrize(
        ("key", "title", "shown", "arxiv", "link"),
        [
            ("2501.00001", "", "", "2501.00001", None),
            ("2501.00001", "A Name", "A Name", "2501.00001", None),
            ("https://example.org/2501.00001", "", "", None, "https://example.org/2501.00001"),
            ("https://arxiv.org/abs/2501.00001", "", "", None, "https://arxiv.org/abs/2501.00001"),
            ("title:a name", "", "a name", None, None),
            ("title:a name", "A Name", "A Name", None, None),
            ("쪽글/a.md", "", "", None, None),
        ],
    )
    def test_it_is_known_by_what_its_key_says(
        self, key: str, title: str, shown: str, arxiv: str | None, link: str | None
    ) -> None:
        record = bare_record(PaperKey(key), title)
        (appearance,) = record.appearances
        assert (record.key, record.title, record.arxiv_id, appearance.paper.link) == (key, shown, arxiv, link)
        assert (appearance.paper.number, appearance.paper.raw_title, appearance.paper.title) == (1, title, shown)
        assert (appearance.day, appearance.tags, appearance.post, record.gone) == (None, (), "", True)
        assert is_bare(record)

    def test_a_paper_of_a_post_is_not(self, library: Library) -> None:
        library.write("a.md", post(numbered(1)))
        library.sync()
        assert not is_bare(library.record(A))


class TestIndexing:
    def test_an_index_begun_anew_has_nothing_and_nothing_to_remove(self, library: Library) -> None:
        path = library.write("a.md", post(numbered(2)))
        library.sync()
        catalogue = library.catalogue
        ids = [each.id for each in catalogue.unindexed(9)]
        assert [each.id for each in catalogue.unindexed(1)] == ids[:1]
        catalogue.mark_indexed(ids, [])
        assert (catalogue.indexed_count(), catalogue.unindexed_count(), catalogue.removals()) == (2, 0, [])
        path.unlink()
        library.sync()
        assert sorted(catalogue.removals()) == ids
        catalogue.mark_indexed([], ids[:1])
        assert catalogue.removals() == ids[1:]
        catalogue.mark_unindexed()
        assert catalogue.removals() == []


def test_a_paper_has_the_remarks_on_its_own_lines(library: Library) -> None:
    other = paper(2, "Other", "https://arxiv.org/abs/2501.00002", {"Method": "글이다."})
    library.write("a.md", post([paper(1, sections={"Introduction": "- Goal: 목표이다."}), other]))
    library.sync()
    remarks = [library.record(key).appearances[0].remarks for key in (A, B)]
    assert [[remark.message for remark in of] for of in remarks] == [
        ["Sections not found: method, results, limitations, conclusion."],
        ["Sections not found: introduction, results, limitations, conclusion."],
    ]


class TestPages:
    def test_a_post_without_papers_is_a_page_with_all_its_text(self, library: Library) -> None:
        library.write("쪽/글.md", post(["첫 줄\n\n둘째 줄"], "title: 어떤 글"))
        library.write("빈.md", "---\ntitle: 빈 글\n---\n")
        library.sync()
        page = library.record(PaperKey("쪽/글.md")).appearances[0]
        assert page.is_page
        assert (page.paper.title, page.paper.raw_title, page.post_title) == ("어떤 글", "어떤 글", "어떤 글")
        assert [(s.kind, s.heading, s.markdown.strip()) for s in page.paper.sections] == [
            (SectionKind.OTHER, "", "첫 줄\n\n둘째 줄")
        ]
        assert library.record(PaperKey("빈.md")).appearances[0].paper.sections == ()

    def test_text_before_the_first_paper_is_a_page_of_its_own(self, library: Library) -> None:
        library.write("a.md", post(["머리말이다.\n", *numbered(1)]))
        library.sync()
        page = library.record(PaperKey("a.md")).appearances[0]
        assert (page.is_page, page.paper.sections[0].markdown.strip()) == (True, "머리말이다.")
        assert library.record(A).appearances[0].paper.number == 1


@pytest.mark.parametrize(
    ("sections", "line"),
    [
        ({"Introduction": "- Goal: 목표이다.\n- Contribution: 기여이다."}, "기여이다."),
        ({"Introduction": "- Goal: 목표 **이다**."}, "목표 이다."),
        ({"Method": "방법\n이다.", "Results": "결과"}, "방법 이다."),
        ({"Method": "정보 부족", "Results": "결과이다."}, "결과이다."),
        ({"Method": "가" * 2000}, "가" * 400),
        ({}, ""),
    ],
)
def test_the_line_of_a_paper_is_what_it_contributes(library: Library, sections: dict[str, str], line: str) -> None:
    library.write("a.md", post([paper(sections=sections)]))
    library.sync()
    listing = library.listing
    [row] = listing.rows(listing.ids(Scope()))
    assert row.line == line


def test_a_record_in_json_is_such_as_other_versions_read() -> None:
    text = paper_json.record_to_json(bare_record(A, "이름"))
    assert text == (
        '{"version": 1, "key": "2501.00001", "appearances": [{"post": "", "source": "", "post_title": "", "day": null,'
        ' "published": null, "tags": [], "paper": {"key": "2501.00001", "number": 1, "title": "이름",'
        ' "raw_title": "이름", "link": null, "arxiv_id": "2501.00001", "arxiv_version": null,'
        ' "alphaxiv": null, "sections": [],'
        ' "points": ["", "", "", ""], "lines": [0, 0]}}]}'
    )


def test_a_record_comes_back_from_json_whole_and_other_text_is_refused() -> None:
    record = bare_record(A, "이름")
    section = Section(SectionKind.METHOD, "Method", "글", range(3, 9), nothing_known=True)
    whole = record.appearances[0]._replace(
        post="a.md",
        source="/blog",
        post_title="제목",
        day=date(2025, 1, 2),
        published=datetime(2025, 1, 2, 8, 15, tzinfo=UTC),
        tags=("a", "b"),
        paper=record.appearances[0].paper._replace(
            arxiv_version=3, alphaxiv="https://alphaxiv.org/x", sections=(section,), lines=range(2, 10)
        ),
    )
    record = record._replace(appearances=(whole,), day=whole.day)
    assert paper_json.record_from_json(paper_json.record_to_json(record)) == record
    assert paper_json.paper_from_json(paper_json.paper_to_json(whole.paper)) == whole.paper
    remarks = (Remark(3, "code", "글"),)
    assert paper_json.remarks_from_json(paper_json.remarks_to_json(remarks)) == remarks
    for text in ("", "{}", "[]", "null", '{"appearances": []}', '{"appearances": [{}]}', '{"appearances": [1]}'):
        with pytest.raises(ValueError):
            paper_json.record_from_json(text)
