"""The catalogue follows the folder: what came, changed, went or was only re-formatted is told apart."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.library.catalogue import Catalogue
from reader.library.listing import Listing, Totals
from reader.library.scope import Scope
from reader.library.sync import SyncReport, sync
from reader.posts.model import PaperKey
from tests.factories import age, numbered, paper, post, write_post


class Library:
    """A folder with its catalogue."""

    def __init__(self, tmp: Path) -> None:
        self.folder = tmp / "글 모음"
        self.folder.mkdir()
        self.path = tmp / "catalogue.sqlite"
        self.catalogue = Catalogue(self.path)
        self._listings: list[Listing] = []

    def write(self, name: str, text: str) -> Path:
        return write_post(self.folder, name, text)

    def sync(self, kept: set[str] | None = None) -> SyncReport:
        self.catalogue.keep({PaperKey(key) for key in kept or ()})
        return sync(self.catalogue, [self.folder])

    def listing(self) -> Listing:
        self._listings.append(Listing(self.path))
        return self._listings[-1]

    def close(self) -> None:
        for each in (*self._listings, self.catalogue):
            each.close()

    def titles(self, scope: Scope | None = None) -> list[str]:
        listing = self.listing()
        rows = listing.rows(listing.ids(scope or Scope()))
        listing.close()
        return [row.title for row in rows]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path)
    yield made
    made.close()


def counts(report: SyncReport) -> tuple[int, int, int, int]:
    return report.added, report.updated, report.removed, report.reformatted


def test_a_second_sync_finds_nothing_and_reads_nothing(library: Library) -> None:
    library.write("a.md", post(numbered(3)))
    assert counts(library.sync()) == (1, 0, 0, 0)
    again = library.sync()
    assert counts(again) == (0, 0, 0, 0)
    assert again.reread == 0
    before = library.listing().generation()
    library.sync()
    assert library.listing().generation() == before
    library.write("b.md", post(numbered(1, "2502")))
    library.sync()
    assert library.listing().generation() > before


def test_a_touched_file_is_read_again_and_is_no_change(library: Library) -> None:
    touched = library.write("a.md", post(numbered(3)))
    library.write("b.md", post(numbered(2, "2502")))
    library.sync()
    age(touched, 60)
    report = library.sync()
    assert (report.reread, counts(report), report.papers_changed) == (1, (0, 0, 0, 0), 0)


def test_a_rewritten_summary_is_an_update_of_that_paper_alone(library: Library) -> None:
    library.write("a.md", post(numbered(3)))
    library.sync()
    changed = [
        *numbered(2),
        paper(3, "Paper Number 3 of 2501", "https://arxiv.org/abs/2501.00003", {"Method": "다른 말"}),
    ]
    age(library.write("a.md", post(changed)), 60)
    report = library.sync()
    assert counts(report) == (0, 1, 0, 0)
    assert report.changed_keys == {"2501.00003"}


def test_re_formatting_changes_no_paper(library: Library) -> None:
    library.write("a.md", post([paper(sections={"Method": "V* 기법은\n빠르다.", "Results": "- 하나\n- 둘"})]))
    library.sync()
    ids = library.listing().ids(Scope())
    text = post([paper(sections={"Method": "\nV\\* 기법은  \n빠르다.  \n", "Results": "\n* 하나\n\n* 둘\n"})])
    age(library.write("a.md", text.replace("\n\n\n#", "\n#")), 60)
    report = library.sync()
    assert counts(report) == (0, 0, 0, 1)
    assert report.changed_keys == set()
    assert library.listing().ids(Scope()) == ids


def test_the_same_paper_in_two_posts_is_one_with_two_appearances(library: Library) -> None:
    library.write("2025-01-02-a.md", post([paper(sections={"Method": "처음"})]))
    later = paper(link="http://arxiv.org/abs/2501.00001v2", sections={"Method": "나중"})
    library.write("2025-01-03-b.md", post([later], date="2025-01-03 08:15:00"))
    library.sync()
    listing = library.listing()
    record = listing.record(PaperKey("2501.00001"))
    assert record is not None
    assert [a.post for a in record.appearances] == ["2025-01-03-b.md", "2025-01-02-a.md"]
    assert listing.totals() == Totals(posts=2, papers=1, pages=0, appearances=2)
    assert [row.day.day for row in listing.rows(listing.ids(Scope(day="2025-01-02"))) if row.day] == [2]


def test_a_deleted_post_takes_its_papers_along_but_not_those_with_marks(library: Library) -> None:
    library.write("a.md", post(numbered(3)))
    library.sync()
    (library.folder / "a.md").unlink()
    report = library.sync(kept={"2501.00002"})
    assert counts(report) == (0, 0, 1, 0)
    listing = library.listing()
    record = listing.record(PaperKey("2501.00002"))
    assert record is not None and record.gone
    assert record.appearances[0].paper.sections[1].markdown == "토큰을 두 번 나누어 접는다."
    assert library.titles() == ["Paper Number 2 of 2501"]
    assert listing.totals() == Totals(0, 0, 0, 0)
    assert counts(library.sync(kept={"2501.00002"})) == (0, 0, 0, 0)


def test_a_gone_paper_comes_back_with_its_post(library: Library) -> None:
    library.write("a.md", post(numbered(2)))
    library.sync()
    (library.folder / "a.md").unlink()
    library.sync(kept={"2501.00002"})
    library.write("a.md", post(numbered(2)))
    assert counts(library.sync(kept={"2501.00002"})) == (1, 0, 0, 0)
    record = library.listing().record(PaperKey("2501.00002"))
    assert record is not None and not record.gone
    assert len(record.appearances) == 1


def test_a_gone_paper_is_let_go_when_its_marks_are(library: Library) -> None:
    library.write("a.md", post(numbered(2)))
    library.sync()
    (library.folder / "a.md").unlink()
    library.sync(kept={"2501.00002"})
    library.sync(kept=set())
    assert library.titles() == []
    assert library.catalogue.connection.execute("SELECT COUNT(*) FROM posts").fetchone() == (0,)


def test_a_paper_taken_out_of_a_post_goes_unless_it_has_marks(library: Library) -> None:
    library.write("a.md", post(numbered(3)))
    library.sync()
    age(library.write("a.md", post(numbered(1))), 60)
    library.sync(kept={"2501.00003"})
    assert library.titles() == ["Paper Number 1 of 2501", "Paper Number 3 of 2501"]
    record = library.listing().record(PaperKey("2501.00003"))
    assert record is not None and record.gone


def test_a_renamed_file_keeps_its_papers(library: Library) -> None:
    old = library.write("a.md", post(numbered(2)))
    library.sync()
    shutil.copy2(old, library.folder / "b.md")
    library.sync()
    record = library.listing().record(PaperKey("2501.00001"))
    assert record is not None and len(record.appearances) == 2
    old.unlink()
    library.sync()
    record = library.listing().record(PaperKey("2501.00001"))
    assert record is not None and [a.post for a in record.appearances] == ["b.md"]
    assert not record.gone


def test_a_folder_that_is_not_there_loses_nothing(library: Library) -> None:
    library.write("a.md", post(numbered(2)))
    library.sync()
    away = library.folder.rename(library.folder.with_name("away"))
    report = library.sync()
    assert counts(report) == (0, 0, 0, 0)
    assert [remark.code for _, remark in report.warnings] == ["unreadable"]
    assert len(library.titles()) == 2
    away.rename(library.folder)


def test_a_folder_that_is_no_longer_a_source_is_taken_out(library: Library, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write_post(other, "b.md", post(numbered(1, "2502")))
    library.write("a.md", post(numbered(1)))
    sync(library.catalogue, [library.folder, other])
    assert len(library.titles()) == 2
    report = sync(library.catalogue, [library.folder])
    assert report.removed == 1
    assert library.titles() == ["Paper Number 1 of 2501"]


def test_a_paused_source_is_not_looked_at_and_keeps_its_papers(library: Library, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write_post(other, "b.md", post(numbered(1, "2502")))
    library.write("a.md", post(numbered(1)))
    sync(library.catalogue, [library.folder, other])
    (other / "b.md").unlink()
    report = sync(library.catalogue, [library.folder], paused=[str(other)])
    assert report.removed == 0
    assert len(library.titles()) == 2
    assert sync(library.catalogue, [library.folder, other]).removed == 1


def test_posts_and_remarks_are_counted_by_source_and_papers_that_only_one_has(library: Library, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write_post(other, "b.md", post(numbered(2, "2502"), head="date: no day"))
    library.write("a.md", post([*numbered(1), *numbered(1, "2502")]))
    library.write("c.md", post(numbered(1, "2503")))
    sync(library.catalogue, [library.folder, other])
    listing = library.listing()
    assert listing.origins.posts_of_sources() == {str(library.folder): (2, 0), str(other): (1, 1)}
    assert listing.origins.keys_only_in(str(other)) == {"2502.00002"}
    assert listing.origins.keys_only_in(str(library.folder)) == {"2501.00001", "2503.00001"}
    listing.close()


def test_jekyll_folders_give_their_posts_alone(library: Library) -> None:
    for name in (
        "blog/_posts/2025-01-01-a.md",
        "blog/_drafts/b.markdown",
        "blog/README.md",
        "blog/about/page.md",
        "blog/_site/2025/c.md",
        "plain/d.md",
        "plain/.hidden/e.md",
        "plain/node_modules/x/f.md",
        "plain/notes.txt",
    ):
        library.write(name, post(head=f"title: {name}"))
    library.sync()
    listing = library.listing()
    names = {names[0] for names in listing.origins.posts_of_papers().values()}
    assert names == {"blog/_posts/2025-01-01-a.md", "blog/_drafts/b.markdown", "plain/d.md", "plain/notes.txt"}


def test_html_is_a_post_only_with_front_matter(library: Library) -> None:
    library.write("index.html", "---\ntitle: 첫 화면\n---\n<p>글</p>")
    library.write("other.html", "<html><body>글</body></html>")
    library.sync()
    assert library.titles() == ["첫 화면"]


def test_posts_are_seen_with_their_counts(library: Library) -> None:
    seen: list[tuple[int, list[tuple[str, int]]]] = []

    def look(*_: object) -> None:
        listing = library.listing()
        seen.append((listing.totals().papers, listing.counts("day")))

    library.write("2025-01-02-a.md", post(numbered(3)))
    sync(library.catalogue, [library.folder], progress=look)
    library.write("2025-02-03-b.md", post(numbered(2, "2502"), date="2025-02-03 08:15:00"))
    sync(library.catalogue, [library.folder], progress=look)
    assert seen == [(3, [("2025-01-02", 3)]), (5, [("2025-01-02", 3), ("2025-02-03", 2)])]


def test_a_paper_of_two_days_counts_once_in_its_month(library: Library) -> None:
    for day in ("02", "03"):
        library.write(f"{day}.md", post(numbered(1), date=f"2025-01-{day}"))
    library.sync()
    assert library.listing().counts("day") == [("2025-01-02", 1), ("2025-01-03", 1)]
    assert library.listing().counts("month") == [("2025-01", 1)]
    (library.folder / "02.md").unlink()
    library.sync()
    assert library.listing().counts("day") == [("2025-01-03", 1)]


def test_links_in_a_circle_end(library: Library) -> None:
    library.write("a.md", post(numbered(1)))
    (library.folder / "again").symlink_to(library.folder, target_is_directory=True)
    library.sync()
    assert library.listing().totals().posts == 1


def test_a_file_changed_within_its_time_stamp_is_noticed(library: Library) -> None:
    path = library.folder / "a.md"
    text = post([paper(sections={"Method": "하나"})])
    path.write_text(text, encoding="utf-8")
    status = path.stat()
    library.sync()
    path.write_text(text.replace("하나", "두울"), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert counts(library.sync()) == (0, 1, 0, 0)


def test_a_cancelled_sync_keeps_what_it_has_and_removes_nothing(library: Library) -> None:
    gone = library.write("2020-01-01-old.md", post(numbered(1, "2001"), date="2020-01-01"))
    library.sync()
    gone.unlink()
    library.write("2025-01-02-new.md", post(numbered(1)))
    report = sync(library.catalogue, [library.folder], cancelled=lambda: True)
    assert report.cancelled
    assert library.titles() == ["Paper Number 1 of 2501", "Paper Number 1 of 2001"]
    library.sync()
    assert library.titles() == ["Paper Number 1 of 2501"]


def test_a_damaged_catalogue_is_made_anew(library: Library) -> None:
    library.write("a.md", post(numbered(2)))
    library.sync()
    library.catalogue.close()
    library.path.write_bytes(b"no database at all" * 1000)
    for suffix in ("-wal", "-shm"):
        library.path.with_name(library.path.name + suffix).unlink(missing_ok=True)
    assert library.titles() == []
    library.catalogue = Catalogue(library.path)
    assert counts(library.sync()) == (1, 0, 0, 0)
    assert len(library.titles()) == 2


def test_counts_of_days_and_tags_and_key_sets(library: Library) -> None:
    library.write("a.md", post(numbered(3)))
    library.write("b.md", post(numbered(2, "2502"), head="title: x\ndate: 2025-02-03\ntags: [Papers]"))
    library.write("c.md", post(["글"], head="title: y"))
    library.sync()
    listing = library.listing()
    listing.key_sets.lend("read", [PaperKey("2501.00001")])
    assert listing.counts("day") == [("", 1), ("2025-01-02", 3), ("2025-02-03", 2)]
    assert listing.counts("month") == [("", 1), ("2025-01", 3), ("2025-02", 2)]
    assert listing.counts("year") == [("", 1), ("2025", 5)]
    assert listing.counts("tag") == [("llm", 3), ("papers", 5)]
    assert listing.count(Scope(without=("read",))) == 5
    assert listing.count(Scope(tag="PAPERS", day="2025-01")) == 3
    listing.key_sets.change("read", [PaperKey("2501.00001")], False)
    assert listing.count(Scope(without=("read",))) == 6
    assert listing.count(Scope(day="none")) == 1
    assert [r.key for r in listing.rows(listing.ids(Scope(), "oldest"))][-1:] == ["c.md"]


EXPECTED_OF_HISTORIES = (
    ("added", "updated", "reformatted"),  # 2025-09-10
    ("added", "reformatted", "updated", "reformatted"),  # 2025-09-22
)


def test_the_real_histories_replay(library: Library, shared: Path) -> None:
    for number, folder in enumerate(sorted((shared / "corpus" / "history").iterdir())):
        for step, version in enumerate(sorted(folder.iterdir())):
            shutil.copy(version, library.folder / f"{folder.name}.md")
            age(library.folder / f"{folder.name}.md", 60 * step)
            report = library.sync()
            expected = {
                0: {0: "added", 1: "updated", 2: "reformatted"},
                1: {0: "added", 1: "reformatted", 2: "updated", 3: "reformatted"},
            }
            assert getattr(report, expected[number][step]) == 1, (folder.name, version.name)
            assert bool(report.changed_keys) == (expected[number][step] != "reformatted")


def test_a_newer_parser_reads_every_post_once_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_post(tmp_path / "posts", "2025-01-02-a.md", post(numbered(2)))
    with closing(Catalogue(tmp_path / "catalogue.sqlite")) as catalogue:
        assert sync(catalogue, [tmp_path / "posts"]).reread == 1
        assert sync(catalogue, [tmp_path / "posts"]).reread == 0
        monkeypatch.setattr("reader.library.rereading.PARSER", 99)
        again = sync(catalogue, [tmp_path / "posts"])
        assert (again.reread, again.reformatted, again.papers_changed) == (1, 1, 0)
        assert sync(catalogue, [tmp_path / "posts"]).reread == 0


def test_a_touched_file_is_read_once_and_not_at_every_sync(library: Library) -> None:
    touched = library.write("a.md", post(numbered(3)))
    library.sync()
    age(touched, 60)
    assert [library.sync().reread for _ in range(3)] == [1, 0, 0]


def test_of_all_sources_the_newest_posts_are_read_first_and_it_is_told_how_many(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.sync._BATCH_SECONDS", 0)
    library.write("a/deep/2025-01-03-a.md", post(numbered(1)))
    library.write("z/2025-01-01-b.md", post(numbered(1, "2502")))
    write_post(tmp_path / "other", "2025-01-02-c.md", post(numbered(1, "2503")))
    told: list[tuple[int, int, str]] = []
    sync(library.catalogue, [library.folder, tmp_path / "other"], progress=lambda *of: told.append(of))
    assert told == [(1, 3, "a/deep/2025-01-03-a.md"), (2, 3, "2025-01-02-c.md"), (3, 3, "z/2025-01-01-b.md")]


def test_what_a_post_was_remarked_upon_is_told_where_it_is(library: Library) -> None:
    path = library.write("a.md", "---\ntitle: [x\n---\n" + post(numbered(1)))
    report = library.sync()
    assert report.warnings
    assert {where for where, _ in report.warnings} == {str(path)}


def test_the_last_text_of_a_marked_paper_goes_with_its_post_when_it_comes_back_elsewhere(library: Library) -> None:
    library.write("a.md", post(numbered(1)))
    library.sync()
    (library.folder / "a.md").unlink()
    library.sync(kept={"2501.00001"})
    posts = "SELECT name, gone FROM posts"
    assert library.catalogue.connection.execute(posts).fetchall() == [("a.md", 1)]
    library.write("b.md", post(numbered(1)))
    library.sync(kept={"2501.00001"})
    assert library.catalogue.connection.execute(posts).fetchall() == [("b.md", 0)]


def test_a_page_without_front_matter_is_passed_over_with_the_reason(library: Library) -> None:
    path = library.write("a.html", "<p>글</p>")
    assert (str(path), "it has no front matter, without which a file of its kind is no post") in library.sync().passed
