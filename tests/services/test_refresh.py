"""One run joins folders, catalogue, index and marks; whatever was cut off or thrown away, the next makes whole."""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from reader.base.errors import ReaderError
from reader.base.paths import ProfilePaths
from reader.library.catalogue import Catalogue
from reader.library.scope import Scope
from reader.library.sync import sync as sync_catalogue
from reader.posts.model import PaperKey, SectionKind
from reader.search.request import SearchRequest
from reader.services.facets import count_facets
from reader.services.profile import Profile
from reader.services.refresh import Refreshed, document_id, refresh
from reader.services.search import find
from tests.command_line import CommandLine
from tests.factories import age, numbered, paper, post, write_post

FIVE = [
    SectionKind.INTRODUCTION,
    SectionKind.METHOD,
    SectionKind.RESULTS,
    SectionKind.LIMITATIONS,
    SectionKind.CONCLUSION,
]


@dataclass
class Reader:
    """A profile and a folder of posts."""

    profile: Profile
    folder: Path

    def sync(self, *folders: Path) -> Refreshed:
        self.profile.settings.add_sources(folders or [self.folder])
        return refresh(self.profile)

    def listed(self) -> list[PaperKey]:
        listing = self.profile.listing
        return [row.key for row in listing.rows(listing.ids(Scope()))]

    def found(self, query: str) -> set[PaperKey]:
        asked = SearchRequest(query, snippets=0, partial=False)
        return {hit.key for hit in find(self.profile.index, self.profile.listing, asked).papers}

    def note(self, key: str, text: str) -> None:
        self.profile.marks.set_note(PaperKey(key), text)
        self.profile.remember([PaperKey(key)])


@pytest.fixture
def reader(profile: Path, tmp_path: Path) -> Iterator[Reader]:
    with Profile(ProfilePaths.of(profile)) as opened:
        yield Reader(opened, tmp_path / "글")


@pytest.fixture
def filled(reader: Reader) -> Reader:
    write_post(reader.folder, "2025-01-02.md", post(numbered(3)))
    write_post(reader.folder, "2025-01-03.md", post(numbered(2, "2502"), date="2025-01-03"))
    reader.sync()
    return reader


def counts(refreshed: Refreshed) -> tuple[int, int, int, int]:
    report = refreshed.report
    return report.added, report.updated, report.removed, report.reformatted


# Real posts


def test_the_five_posts_give_28_whole_papers(reader: Reader, shared: Path) -> None:
    done = reader.sync(shared / "posts")
    assert (done.posts, done.papers, done.appearances, counts(done)) == (5, 28, 28, (5, 0, 0, 0))
    for key in reader.listed():
        record = reader.profile.listing.record(key)
        assert record is not None
        (appearance,) = record.appearances
        paper = appearance.paper
        assert [section.kind for section in paper.sections] == FIVE
        assert all(section.markdown.strip() for section in paper.sections)
        assert all((paper.points.goal, paper.points.motivation, paper.points.contribution))
        assert record.title and record.arxiv_id == key and record.day and appearance.tags and paper.link


def test_show_has_everything_of_each_of_the_28(profile: Path, shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = CommandLine(profile, capsys)
    command("sync", shared / "posts")
    papers = command("list", "--json").json["papers"]
    assert len(papers) == 28
    for listed in papers:
        shown = command("show", listed["key"], "--json").json
        (appearance,) = shown["appearances"]
        assert all(section["text"] for section in appearance["sections"])
        assert [section["kind"] for section in appearance["sections"]] == [kind.value for kind in FIVE]
        assert all(appearance["points"].values())
        assert all(shown["links"][site] for site in ("arxiv", "pdf", "html", "alphaxiv", "huggingface"))
        assert shown["title"] == listed["title"] != "" and appearance["date"] and appearance["tags"]


def test_the_blog_has_papers_of_two_posts_once(reader: Reader, shared: Path) -> None:
    done = reader.sync(shared / "corpus" / "blog")
    assert done.posts == 25
    twice = [key for key, posts in reader.profile.listing.origins.posts_of_papers().items() if len(posts) > 1]
    assert twice
    assert done.appearances - done.papers == sum(
        len(reader.profile.listing.origins.posts_of_papers()[key]) - 1 for key in twice
    )
    for key in twice:
        record = reader.profile.listing.record(key)
        assert record is not None
        days = [appearance.day for appearance in record.appearances if appearance.day]
        assert len(days) == len(record.appearances) > 1 and days == sorted(days, reverse=True)


def test_a_second_sync_of_the_blog_reads_no_file(reader: Reader, shared: Path, tmp_path: Path) -> None:
    blog = shutil.copytree(shared / "corpus" / "blog", tmp_path / "blog")
    for file in blog.rglob("*"):
        age(file)
    first = reader.sync(blog)
    again = reader.sync(blog)
    assert (counts(again), again.report.reread, again.report.papers_changed) == ((0, 0, 0, 0), 0, 0)
    assert again.seconds < first.seconds / 10
    assert (again.posts, again.papers, again.appearances) == (first.posts, first.papers, first.appearances)
    age(next(blog.rglob("*.md")), 60)
    touched = reader.sync(blog)
    assert (touched.report.reread, counts(touched)) == (1, (0, 0, 0, 0))


def test_the_real_histories_keep_bookmarks_and_notes_on_their_papers(reader: Reader, shared: Path) -> None:
    for folder in sorted((shared / "corpus" / "history").iterdir()):
        name = f"{folder.name}.md"
        first, *later = sorted(folder.iterdir())
        write_post(reader.folder, name, first.read_text(encoding="utf-8"))
        reader.sync()
        keys = [key for key, posts in reader.profile.listing.origins.posts_of_papers().items() if name in posts]
        for key in keys:
            reader.profile.marks.set_bookmark(key, True)
            reader.note(key, f"{key}의 메모")
        for step, version in enumerate(later, 1):
            path = write_post(reader.folder, name, version.read_text(encoding="utf-8"))
            age(path, 60 * step)
            done = reader.sync()
            assert bool(done.report.changed_keys) == (done.report.reformatted == 0)
            assert sum(counts(done)) == 1
        for key in keys:
            marks = reader.profile.marks.marks_of(key)
            assert marks.bookmarked and marks.note == f"{key}의 메모"
            assert reader.profile.listing.record(key) is not None


def test_every_facet_of_an_answer_is_counted_as_one_types(reader: Reader) -> None:
    """A word being typed has forms of several lengths: where those stand is asked of a section's papers alone."""
    words = "텍스트 이미지 생성을 다룬다. 이미지 생성은 어렵다."
    papers = [
        paper(n, f"Paper {n}", f"https://arxiv.org/abs/2501.{n:05d}", {name: words, "Results": "이미지 생성형 모델"})
        for n, name in enumerate(("Introduction", "Method", "Introduction", "Method", "Introduction"), 1)
    ]
    write_post(reader.folder, "2025-01-02.md", post(papers))
    reader.sync()
    index, listing, marks = (
        reader.profile.index,
        reader.profile.listing,
        reader.profile.marks,
    )
    finding = find(index, listing, SearchRequest("이미지 생성", snippets=0, as_you_type=True), marks=marks)
    counted = count_facets(index, listing, marks, finding, as_you_type=True)
    assert counted.sections == (("introduction", 3), ("method", 2), ("results", 5))


# What can be made again, made again


def test_a_deleted_catalogue_is_made_again_and_marks_stay(filled: Reader) -> None:
    before = filled.listed()
    filled.profile.marks.set_bookmark(PaperKey("2501.00002"), True)
    filled.note("2502.00001", "메모")
    filled.profile.close()
    filled.profile.places.catalogue.unlink()
    assert counts(filled.sync()) == (2, 0, 0, 0)
    assert filled.listed() == before
    assert filled.profile.marks.keys("bookmarked") == {"2501.00002"}
    assert filled.profile.marks.marks_of(PaperKey("2502.00001")).note == "메모"
    assert filled.found("접는다") == set(before)


def test_marked_papers_whose_post_is_gone_come_back_into_a_new_catalogue(filled: Reader) -> None:
    filled.profile.marks.set_bookmark(PaperKey("2501.00002"), True)
    filled.profile.remember([PaperKey("2501.00002")])
    filled.note("2501.00003", "메모")
    (filled.folder / "2025-01-02.md").unlink()
    shutil.rmtree(filled.profile.places.cache)
    filled.profile.close()
    filled.sync()
    assert filled.listed() == ["2502.00001", "2502.00002", "2501.00002", "2501.00003"]
    record = filled.profile.listing.record(PaperKey("2501.00003"))
    assert record is not None and record.gone
    assert [section.kind for section in record.appearances[0].paper.sections] == FIVE
    assert "2501.00003" in filled.found("접는다")


def test_a_last_text_of_a_version_to_come_hinders_no_sync(filled: Reader) -> None:
    for number, text in enumerate(("", "[]", '{"appearances": []}', '{"key": "x", "appearances": [{}]}')):
        key = PaperKey(f"title:{number}")
        filled.profile.marks.set_bookmark(key, True)
        filled.profile.marks.set_snapshot(key, text)
    assert filled.sync().posts == 2


def test_a_mark_made_in_the_middle_of_a_crash_gets_its_last_text_later(filled: Reader) -> None:
    key = PaperKey("2501.00001")
    filled.profile.marks.set_bookmark(key, True)  # and cut off before the text was kept
    changed = [paper(1, "Paper Number 1 of 2501", sections={"Method": "고친 글"})]
    age(write_post(filled.folder, "2025-01-02.md", post(changed)), 60)
    catalogue = Catalogue(filled.profile.places.catalogue)
    catalogue.keep({key})
    sync_catalogue(catalogue, [filled.folder])  # the first half of a refresh
    catalogue.close()
    filled.sync()
    assert "고친 글" in filled.profile.marks.snapshots([key])[key]


def zero(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def halve(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize("damage", [zero, halve, Path.unlink])
@pytest.mark.parametrize("which", ["every file", "postings", "manifest.json", "owner"])
def test_a_damaged_index_is_made_again_by_the_next_sync(
    filled: Reader, damage: Callable[[Path], None], which: str
) -> None:
    index = filled.profile.places.search_index
    everything = [path for path in index.rglob("*") if path.is_file() and path.name != "write.lock"]
    chosen = {
        "every file": everything,
        "postings": [max(everything, key=lambda path: path.stat().st_size)],
        "manifest.json": [index / "manifest.json"],
        "owner": [filled.profile.places.cache / "index.owner"],
    }[which]
    for path in chosen:
        damage(path)
    filled.sync()
    assert filled.found("접는다") == set(filled.listed())
    assert filled.found("2502") == {"2502.00001", "2502.00002"}


def test_what_the_index_lost_it_gets_again(filled: Reader) -> None:
    lost = filled.profile.listing.ids_of(PaperKey("2501.00001"))
    filled.profile.index.apply(
        add=[], remove=[document_id(filled.profile.listing.identity(), number) for number in lost]
    )
    assert "2501.00001" not in filled.found("접는다")
    filled.sync()
    assert filled.found("접는다") == set(filled.listed())


def test_rewritten_and_deleted_words_are_found_no_more(filled: Reader) -> None:
    rewritten = [paper(1, "Paper Number 1 of 2501", sections={"Method": "펼친다"}), *numbered(2)[1:]]
    age(write_post(filled.folder, "2025-01-02.md", post(rewritten)), 60)
    (filled.folder / "2025-01-03.md").unlink()
    filled.sync()
    assert (filled.found("펼친다"), filled.found("접는다")) == ({"2501.00001"}, {"2501.00002"})
    assert filled.profile.index.count() == 2


def test_the_index_takes_many_batches(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.services.refresh._INDEX_BATCH", 2)
    write_post(reader.folder, "2025-01-02.md", post(numbered(5)))
    events: list[dict[str, object]] = []
    reader.profile.settings.add_sources([reader.folder])
    refresh(reader.profile, tell=events.append)
    assert [event["done"] for event in events if event.get("stage") == "index"] == [2, 4, 5]
    assert reader.found("접는다") == set(reader.listed())


def test_a_sync_cancelled_before_the_index_leaves_the_rest_to_the_next(reader: Reader) -> None:
    write_post(reader.folder, "2025-01-02.md", post(numbered(5)))
    reader.profile.settings.add_sources([reader.folder])
    assert refresh(reader.profile, cancelled=lambda: True).report.cancelled
    assert len(reader.listed()) == 5
    finding = find(reader.profile.index, reader.profile.listing, SearchRequest("접는다"))
    assert finding.scanned  # without the index every text is read
    assert {paper.key for paper in finding.papers} == set(reader.listed())
    again = refresh(reader.profile)
    assert (again.report.added, again.report.reread) == (0, 0)
    assert not find(reader.profile.index, reader.profile.listing, SearchRequest("접는다")).scanned
    assert reader.found("접는다") == set(reader.listed())


def test_an_owner_that_is_no_text_is_one_of_another_index(filled: Reader) -> None:
    (filled.profile.places.cache / "index.owner").write_bytes(b"\xff\xfe")
    filled.sync()
    assert filled.found("접는다") == set(filled.listed())


@pytest.mark.parametrize("part", ["search_index", "cache"])
def test_a_deleted_folder_is_made_again(filled: Reader, part: str) -> None:
    keys = filled.listed()
    filled.profile.close()
    shutil.rmtree(getattr(filled.profile.places, part))
    filled.sync()
    assert filled.listed() == keys
    assert filled.found("접는다") == set(keys)


@pytest.mark.parametrize("at", [0, 100, 4096, 20_000])
def test_a_catalogue_damaged_anywhere_is_made_again(filled: Reader, at: int) -> None:
    keys = filled.listed()
    filled.profile.close()
    with filled.profile.places.catalogue.open("r+b") as file:
        file.seek(at)
        file.write(b"\xa5" * 4096)
    filled.sync()
    assert filled.listed() == keys
    assert filled.found("접는다") == set(keys)


def test_search_does_not_mistake_the_papers_of_another_catalogue(filled: Reader) -> None:
    """A sync that was cut off behind a new catalogue leaves the index of the old one, with other numbers."""
    filled.profile.close()
    filled.profile.places.catalogue.unlink()
    command = CommandLine(filled.profile.places.profile or Path())
    (filled.folder / "2025-01-02.md").unlink()
    catalogue = Catalogue(filled.profile.places.catalogue)
    sync_catalogue(catalogue, [filled.folder])  # the first half of a refresh
    catalogue.close()
    answer = command.process("search", "접는다", "--json").json
    assert {hit["key"] for hit in answer["hits"]} == {"2502.00001", "2502.00002"}
    assert answer["total"] == 2


def test_search_without_a_catalogue_makes_it_again(filled: Reader) -> None:
    filled.profile.close()
    filled.profile.places.catalogue.unlink()
    answer = CommandLine(filled.profile.places.profile or Path()).process("search", "접는다", "--json").json
    assert answer["total"] == len(answer["hits"]) == 5


# More than one, and a world that does not play along


def test_two_syncs_at_once_give_one_library(profile: Path, tmp_path: Path) -> None:
    for number in range(60):
        write_post(tmp_path / "글", f"{number:02}.md", post(numbered(3, f"25{number:02}")))
    command = CommandLine(profile)
    both = [
        command.start("sync", tmp_path / "글", "--json", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    said = [process.communicate(timeout=60) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    reports = [json.loads(out) for out, _ in said]
    assert sorted(report["added"] for report in reports) == [0, 60]
    assert [report["papers"] for report in reports] == [180, 180]


def test_who_has_the_library_open_reads_on_while_it_grows_and_when_it_is_made_again(filled: Reader) -> None:
    listing = filled.profile.listing
    before = listing.ids(Scope())
    write_post(filled.folder, "2025-01-04.md", post(numbered(2, "2503"), date="2025-01-04"))
    command = CommandLine(filled.profile.places.profile or Path())
    assert command.process("sync", "--json").json["added"] == 1
    assert listing.generation() > 0 and not listing.is_stale()
    assert len(listing.ids(Scope())) == len(before) + 2
    filled.profile.places.catalogue.unlink()
    assert command.process("sync", "--json").json["added"] == 3
    assert listing.is_stale()
    assert len(listing.ids(Scope())) == len(before) + 2
    filled.profile.reopen_listing()
    assert len(filled.listed()) == len(before) + 2


def test_a_sync_that_waits_for_another_can_be_cancelled(filled: Reader) -> None:
    with FileLock(filled.profile.places.cache / "sync.lock"):
        waits: list[Refreshed] = []
        asked = threading.Event()

        def cancelled() -> bool:
            asked.set()
            return True

        def wait() -> None:
            with Profile(filled.profile.places) as other:
                waits.append(refresh(other, cancelled=cancelled))

        thread = threading.Thread(target=wait)
        thread.start()
        thread.join(20)
        assert asked.is_set() and waits[0].report.cancelled


def test_a_source_folder_that_vanishes_keeps_its_papers(filled: Reader) -> None:
    keys = filled.listed()
    filled.folder.rename(filled.folder.with_name("away"))
    done = refresh(filled.profile)
    assert counts(done) == (0, 0, 0, 0)
    assert [(path, remark.code) for path, remark in done.report.warnings] == [(str(filled.folder), "unreadable")]
    assert filled.listed() == keys
    assert filled.found("접는다") == set(keys)


@pytest.mark.skipif(os.name != "posix", reason="a path that cannot be written, without rights to take away")
def test_a_cache_that_cannot_be_made_is_told(reader: Reader) -> None:
    profile = reader.profile.places.profile
    assert profile is not None
    profile.mkdir()
    (profile / "cache").write_text("a file")
    with pytest.raises(ReaderError, match="cannot be made"):
        refresh(reader.profile)


def test_a_lock_that_is_a_folder_is_told(filled: Reader) -> None:
    lock = filled.profile.places.cache / "sync.lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()
    with pytest.raises(ReaderError, match=r"sync\.lock"):
        filled.sync()


def test_a_bug_while_syncing_leaves_what_was_there(filled: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    write_post(filled.folder, "2025-01-04.md", post(numbered(1, "2503")))
    with monkeypatch.context() as patch:
        patch.setattr("reader.library.appearances.derive", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            filled.sync()
    assert len(filled.listed()) == 5
    assert filled.sync().report.added == 1


@pytest.mark.parametrize("lost", [b"{", b'{"sources": 5}', b"{}"])
def test_settings_that_are_lost_take_no_folder_with_them(filled: Reader, lost: bytes) -> None:
    places = filled.profile.places
    places.settings.write_bytes(lost)
    with Profile(places) as again:
        report = refresh(again).report
        assert (report.removed, report.added) == (0, 0)
        assert again.settings.sources == [filled.folder]
    assert len(filled.listed()) == 5


def test_a_folder_that_a_person_took_away_stays_away(filled: Reader) -> None:
    filled.profile.settings.remove_source(filled.folder)
    assert refresh(filled.profile).report.removed == 2
    with Profile(filled.profile.places) as again:
        assert refresh(again).posts == 0


def test_a_catalogue_with_a_changed_byte_is_made_anew(filled: Reader) -> None:
    filled.profile.close()
    path = filled.profile.places.catalogue
    raw = path.read_bytes()
    at = raw.rindex("접어 두는".encode())
    path.write_bytes(raw[:at] + b"\xff" + raw[at + 1 :])
    assert filled.sync().report.added == 2
    assert len(filled.listed()) == 5


def test_a_catalogue_as_it_was_left_is_not_read_through(filled: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_through(_connection: object) -> None:
        raise AssertionError("a second for every ten thousand papers")

    monkeypatch.setattr("reader.library.schema.read_through", read_through)
    assert counts(filled.sync()) == (0, 0, 0, 0)
