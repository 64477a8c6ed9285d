"""What lists, pages and counts read of a library: in which order, and what of it is left out."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reader.library.catalogue import Catalogue
from reader.library.listing import Listing, Sort, Totals
from reader.library.model import PaperRow
from reader.library.scope import Scope, key_set
from reader.library.sync import sync
from reader.library.troubles import is_damage
from reader.posts.model import PaperKey, SectionKind
from tests.factories import numbered, paper, post, write_post

A, B, C = (PaperKey(f"2501.0000{n}") for n in (1, 2, 3))
D, E = (PaperKey(f"2502.0000{n}") for n in (1, 2))
PAGE, UNDATED, GONE = PaperKey("쪽글/긴 글.md"), PaperKey("2503.00001"), PaperKey("2401.00001")
ALL = [D, E, A, B, C, PAGE, GONE, UNDATED]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two days with papers, one paper in both; a page; a post without a date; one that will be gone."""
    folder = tmp_path / "posts"
    write_post(folder, "2025-01-02.md", post(numbered(3)))
    later = [*numbered(2, "2502"), paper(3, "a title that was changed", "https://arxiv.org/abs/2501.00001")]
    write_post(
        folder, "2025-02-03.md", post(later, "title: 둘째\ndate: 2025-02-03 08:15:00\ntags: [LLM, vision, 'ＬＬＭ']")
    )
    write_post(
        folder, "쪽글/긴 글.md", post(["긴 글의 **첫** 문장이다."], "title: 긴 글\ndate: 2024-12-06\ntags: [essay]")
    )
    write_post(folder, "undated.md", post(numbered(1, "2503"), "title: 언젠가\ntags: [vision]"))
    write_post(folder, "gone.md", post(numbered(1, "2401"), date="2024-01-02"))
    return folder


@pytest.fixture
def listing(folder: Path, tmp_path: Path) -> Iterator[Listing]:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    catalogue.keep({GONE})
    sync(catalogue, [folder])
    (folder / "gone.md").unlink()
    sync(catalogue, [folder])
    catalogue.close()
    made = Listing(tmp_path / "catalogue.sqlite")
    yield made
    made.close()


def listed(listing: Listing, scope: Scope, sort: str = "newest") -> list[PaperKey]:
    return listing.keys(listing.ids(scope, sort))  # type: ignore[arg-type]


class TestOrder:
    def test_newest_first_is_by_the_latest_post_then_by_number(self, listing: Listing) -> None:
        assert listed(listing, Scope()) == ALL

    def test_oldest_first_keeps_the_order_within_a_post(self, listing: Listing) -> None:
        assert listed(listing, Scope(), "oldest") == [GONE, PAGE, B, C, D, E, A, UNDATED]

    def test_titles_are_in_order_whatever_their_case(self, listing: Listing) -> None:
        assert listed(listing, Scope(), "title") == [A, GONE, D, UNDATED, B, E, C, PAGE]

    def test_titles_for_the_search_for_links_are_newest_first(self, listing: Listing) -> None:
        titles = listing.titles()
        assert [key for key, _ in titles] == [D, E, A, B, C, PAGE, GONE, UNDATED]
        assert titles[2] == (A, "a title that was changed")

    @pytest.mark.parametrize("sort", ["newest", "oldest", "title"])
    def test_all_unread_papers_are_listed_from_an_index_alone(self, listing: Listing, sort: Sort) -> None:
        listing.key_sets.lend("read", [A])
        asked: list[str] = []
        listing._connection.set_trace_callback(asked.append)
        listing.ids(Scope(without=("read",), in_posts=True), sort)
        listing._connection.set_trace_callback(None)
        steps = [row[3] for row in listing._connection.execute(f"EXPLAIN QUERY PLAN {asked[0]}")]
        assert any("SCAN papers USING COVERING INDEX" in step for step in steps)
        assert not [step for step in steps if "B-TREE" in step]  # nothing is put in order


class TestScope:
    @pytest.mark.parametrize(
        ("scope", "keys"),
        [
            (Scope(day="2025-01-02"), [A, B, C]),
            (Scope(day="2025-01"), [A, B, C]),
            (Scope(day="2025"), [D, E, A, B, C]),
            (Scope(day="2024"), [PAGE]),
            (Scope(day="none"), [UNDATED]),
            (Scope(tag="llm"), [D, E, A, B, C]),
            (Scope(tag="VISION", day="2025"), [D, E, A]),
            (Scope(within=("some",)), [D, B, GONE]),
            (Scope(within=("some",), in_posts=True), [D, B]),
            (Scope(without=("some",), in_posts=True), [E, A, C, PAGE, UNDATED]),
            (Scope(within=("some",), without=("other",)), [D, GONE]),
            (Scope(within=("some",), without=("other",), also=(B, C)), [D, B, C, GONE]),
            (Scope(day="2025-01", within=("some",), also=(C,)), [B, C]),
            (Scope(also=(C,)), ALL),
        ],
    )
    def test_its_papers_are_listed_and_counted(self, listing: Listing, scope: Scope, keys: list[PaperKey]) -> None:
        listing.key_sets.lend("some", [B, D, GONE, PaperKey("of no paper")])
        listing.key_sets.lend("other", [B])
        assert sorted(listed(listing, scope)) == sorted(keys)
        assert listing.count(scope) == len(keys)

    def test_a_list_of_a_day_has_the_text_of_that_day(self, listing: Listing) -> None:
        [row] = [row for row in listing.rows(listing.ids(Scope(day="2025-01"))) if row.key == A]
        assert (row.title, row.day) == ("Paper Number 1 of 2501", date(2025, 1, 2))
        [row] = [row for row in listing.rows(listing.ids(Scope(day="2025"))) if row.key == A]
        assert (row.title, row.day) == ("a title that was changed", date(2025, 2, 3))

    def test_a_key_set_changes_key_by_key_and_as_a_whole(self, listing: Listing) -> None:
        listing.key_sets.lend("some", [A, A])
        listing.key_sets.change("some", [B, C, B], True)
        assert set(listed(listing, Scope(within=("some",)))) == {A, B, C}
        listing.key_sets.change("some", [A, B], False)
        assert listed(listing, Scope(within=("some",))) == [C]
        listing.key_sets.lend("some", [D])
        assert listed(listing, Scope(within=("some",))) == [D]

    def test_a_key_set_is_called_by_a_word(self) -> None:
        assert key_set("read") == "keys_read"
        with pytest.raises(ValueError, match="no name for a key set: 'read; DROP'"):
            key_set("read; DROP")


class TestRows:
    def test_a_row_has_what_a_list_shows(self, listing: Listing) -> None:
        [first, page, gone] = listing.rows([listing.ids_of(B)[0], listing.ids_of(PAGE)[0], listing.ids_of(GONE)[0]])
        assert first == PaperRow(
            key=B,
            title="Paper Number 2 of 2501",
            arxiv_id="2501.00002",
            day=date(2025, 1, 2),
            number=2,
            line="읽은 것을 접어 두는 작은 모듈을 제안하였다.",
            gone=False,
        )
        assert (page.title, page.line, page.number, page.arxiv_id) == ("긴 글", "긴 글의 첫 문장이다.", 0, None)
        assert gone.gone

    def test_what_is_no_longer_there_is_left_out(self, listing: Listing) -> None:
        ids = [999_999, *listing.ids_of(C), *listing.ids_of(B)]
        assert listing.keys(ids) == [C, B]
        assert listing.keys_by_id(ids) == {listing.ids_of(B)[0]: B, listing.ids_of(C)[0]: C}
        assert set(listing.appearances(ids)) == {*listing.ids_of(B), *listing.ids_of(C)}
        assert listing.appearances([]) == {}
        assert listing.rows([]) == []
        assert [row.key for row in listing.rows(ids)] == [C, B]

    def test_ids_beyond_what_one_question_takes(self, listing: Listing) -> None:
        ids = [*range(1000, 21_000), *listing.ids_of(B)]
        assert listing.keys(ids) == [B]
        assert list(listing.appearances(ids)) == listing.ids_of(B)

    def test_a_text_comes_as_it_was_written(self, listing: Listing, tmp_path: Path) -> None:
        text = 'a\0b "c" \\ 가 \U0001f642\n'
        other = sqlite3.connect(tmp_path / "catalogue.sqlite")
        other.execute("UPDATE appearances SET title = ? WHERE key = ?", (text, B))
        other.commit()
        assert [row.title for row in listing.rows(listing.ids_of(B))] == [text]
        other.execute("UPDATE appearances SET title = ? WHERE key = ?", (b"\x00", B))
        other.commit()
        other.close()
        with pytest.raises(sqlite3.DatabaseError, match="a row cannot be so") as raised:
            listing.rows(listing.ids_of(B))
        assert is_damage(raised.value)

    def test_a_paper_has_its_appearances_latest_first(self, listing: Listing) -> None:
        record = listing.record(A)
        assert record is not None
        assert [each.id for each in record.appearances] == listing.ids_of(A)
        assert [each.post for each in record.appearances] == ["2025-02-03.md", "2025-01-02.md"]
        assert (record.arxiv_id, record.title, record.day) == (
            "2501.00001",
            "a title that was changed",
            date(2025, 2, 3),
        )
        assert not record.gone
        latest = record.appearances[0]
        assert (latest.post_title, latest.tags, latest.is_page) == ("둘째", ("LLM", "vision", "ＬＬＭ"), False)
        assert latest.published is not None
        assert latest.published.astimezone(UTC) == datetime(
            2025, 2, 3, 8, 15, tzinfo=latest.published.tzinfo
        ).astimezone(UTC)
        assert listing.record(PaperKey("nobody")) is None
        gone = listing.record(GONE)
        assert gone is not None and gone.gone

    def test_the_posts_of_papers_are_latest_first_and_none_of_those_that_are_gone(self, listing: Listing) -> None:
        posts = listing.origins.posts_of_papers()
        assert posts[A] == ["2025-02-03.md", "2025-01-02.md"]
        assert set(posts) == set(ALL) - {GONE}

    def test_every_word_can_be_read_through(self, listing: Listing) -> None:
        texts = {(text.key, text.post): text for text in listing.texts()}
        assert len(texts) == 9
        text = texts[A, "2025-02-03.md"]
        assert (text.arxiv_id, text.number, text.day, text.title) == (
            "2501.00001",
            3,
            date(2025, 2, 3),
            "a title that was changed",
        )
        assert text.tags == ("LLM", "vision", "ＬＬＭ")
        assert text.sections[1] == (SectionKind.METHOD, "토큰을 두 번 나누어 접는다.")
        assert texts[UNDATED, "undated.md"].day is None
        assert text.id in listing.ids_of(A)


class TestTurns:
    @pytest.mark.parametrize("sort", ["newest", "oldest", "title"])
    @pytest.mark.parametrize("many", [1, 2, 3, 7, 8, 9])
    def test_a_list_read_in_turns_is_the_list(
        self, listing: Listing, monkeypatch: pytest.MonkeyPatch, sort: Sort, many: int
    ) -> None:
        monkeypatch.setattr("reader.library.listing._IN_A_TURN", many)
        listing.key_sets.lend("read", [B, D])
        for scope in (Scope(), Scope(in_posts=True), Scope(without=("read",)), Scope(day="2025")):
            work = listing.ids_in_turns(scope, sort)
            pauses = 0
            while True:
                try:
                    next(work)
                except StopIteration as end:
                    assert list(end.value) == listing.ids(scope, sort)
                    is_at_once = scope.day or len(end.value) < many
                    assert pauses == (0 if is_at_once else len(end.value) // many + 1)
                    break
                pauses += 1


class TestCounts:
    @pytest.mark.parametrize("read", [[], [A], [A, B, GONE], [PAGE, GONE, PaperKey("nobody")], ALL])
    @pytest.mark.parametrize("muted", [[], [A, E], [GONE, PAGE]])
    def test_what_is_left_out_is_counted_once(
        self, listing: Listing, read: list[PaperKey], muted: list[PaperKey]
    ) -> None:
        listing.key_sets.lend("read", read)
        listing.key_sets.lend("muted", muted)
        for without in ((), ("read",), ("muted", "read")):
            left_out = set(read if without else []) | set(muted if len(without) == 2 else [])
            scope = Scope(in_posts=True, without=without)
            assert listing.count(scope) == len(set(ALL) - {GONE} - left_out) == len(listing.ids(scope))

    def test_totals_leave_out_what_is_gone_and_count_pages_apart(self, listing: Listing) -> None:
        assert listing.totals() == Totals(posts=4, papers=6, pages=1, appearances=7)

    def test_of_periods_each_paper_once(self, listing: Listing) -> None:
        assert listing.counts("day") == [("", 1), ("2024-12-06", 1), ("2025-01-02", 3), ("2025-02-03", 3)]
        assert listing.counts("month") == [("", 1), ("2024-12", 1), ("2025-01", 3), ("2025-02", 3)]
        assert listing.counts("year") == [("", 1), ("2024", 1), ("2025", 5)]

    def test_of_tags_as_they_are_mostly_written(self, listing: Listing) -> None:
        assert listing.counts("tag") == [("LLM", 5), ("essay", 1), ("papers", 3), ("vision", 4)]

    def test_of_a_key_set_months_newest_first_and_tags_by_how_many(self, listing: Listing) -> None:
        listing.key_sets.lend("found", [A, B, D, PAGE, UNDATED, GONE])
        assert listing.tally("month", "found") == [("2025-02", 2), ("2025-01", 2), ("2024-12", 1), ("", 1)]
        assert listing.tally("tag", "found") == [("LLM", 3), ("vision", 3), ("papers", 2), ("essay", 1)]

    def test_of_the_texts_the_index_does_not_have_yet(self, listing: Listing, tmp_path: Path) -> None:
        assert listing.waiting() == (9, 9)
        catalogue = Catalogue(tmp_path / "catalogue.sqlite")
        catalogue.mark_indexed(listing.ids_of(A), [])
        assert (listing.waiting(), catalogue.indexed_count(), catalogue.unindexed_count()) == ((7, 9), 2, 7)
        assert catalogue.unindexed_keys() == set(ALL) - {A}
        assert len(catalogue.unindexed(3)) == 3
        catalogue.close()


class TestNextDay:
    @pytest.mark.parametrize(
        ("beside", "older", "day"),
        [
            ("2025-02-03", True, "2025-01-02"),
            ("2025-01-02", False, "2025-02-03"),
            ("2025-02", True, "2025-01-02"),
            ("2025-01", False, "2025-02-03"),
            ("2025", True, "2024-12-06"),
            ("2024", False, "2025-01-02"),
            ("2025-02-03", False, None),
            ("2024-12-06", True, None),
        ],
    )
    def test_it_is_the_nearest(self, listing: Listing, beside: str, older: bool, day: str | None) -> None:
        listing.key_sets.lend("read", [])
        assert listing.next_day(beside, "read", older=older) == day

    def test_one_with_nothing_left_to_read_is_passed_over(self, listing: Listing) -> None:
        listing.key_sets.lend("read", [A, B, C])
        assert listing.next_day("2025-02-03", "read", older=True) == "2024-12-06"


class TestFindPage:
    @pytest.mark.parametrize("path", ["쪽글/긴 글.md", "긴 글.md", "./긴 글.md", "posts/쪽글/긴 글.md"])
    def test_by_its_path_or_the_end_of_it(self, listing: Listing, path: str) -> None:
        assert listing.origins.find_page(path) == PAGE

    def test_by_a_name_that_begins_like_another(self, listing: Listing) -> None:
        assert listing.origins.find_page("X긴 글.md") is None

    def test_by_its_absolute_path(self, listing: Listing, folder: Path) -> None:
        assert listing.origins.find_page(str(folder / "쪽글" / "긴 글.md")) == PAGE

    @pytest.mark.parametrize("path", ["글.md", "2025-01-02.md", "쪽글", "/긴 글"])
    def test_a_part_of_a_name_is_none(self, listing: Listing, path: str) -> None:
        assert listing.origins.find_page(path) is None


def test_where_there_is_no_library_all_is_empty(tmp_path: Path) -> None:
    empty = Listing(tmp_path / "none.sqlite")
    assert empty.is_empty
    assert not empty.is_stale()
    empty.key_sets.lend("read", [A])
    empty.key_sets.change("read", [A], False)
    assert (empty.generation(), empty.identity(), empty.count(Scope()), empty.waiting()) == (0, "", 0, (0, 0))
    assert (empty.ids(Scope()), empty.ids_of(A), empty.rows([1]), empty.keys([1])) == ([], [], [], [])
    assert (empty.keys_by_id([1]), empty.record(A), empty.next_day("2025", "read", older=True)) == ({}, None, None)
    assert (empty.appearances([1]), list(empty.texts()), empty.titles()) == ({}, [], [])
    assert (empty.origins.find_page("a"), empty.origins.posts_of_papers()) == (None, {})
    assert (empty.all_keys(), empty.counts("day"), empty.tally("tag", "read")) == ([], [], [])
    assert empty.totals() == Totals(0, 0, 0, 0)
    assert not (tmp_path / "none.sqlite").exists()
    empty.close()
    with pytest.raises(sqlite3.ProgrammingError):
        empty.key_sets.lend("read", [A])


def test_a_catalogue_that_was_made_again_is_noticed(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    empty = Listing(path)
    Catalogue(path).close()
    assert empty.is_stale()
    empty.close()
    listing = Listing(path)
    assert not listing.is_stale()
    first = listing.identity()
    path.rename(tmp_path / "old.sqlite")
    Catalogue(path).close()
    assert listing.is_stale()
    again = Listing(path)
    assert again.identity() != first
    for each in (listing, again):
        each.close()


def test_some_spread_over_the_library_are_every_so_many_of_its_list(listing: Listing) -> None:
    ids = listing.ids(Scope(in_posts=True))
    assert len(ids) > 2
    assert listing.spread(1) == ids[:1]
    assert listing.spread(2) == ids[:: len(ids) // 2][:2]
    assert listing.spread(len(ids)) == listing.spread(99) == ids
    assert Listing(Path("nowhere")).spread(3) == []
