"""Whatever lies in a folder of posts: a sync ends, says what it could not read, and loses nothing."""

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.catalogue import Catalogue
from reader.library.listing import Listing
from reader.library.scope import Scope
from reader.library.sources import MAX_BYTES
from reader.library.sync import SyncReport, sync
from reader.posts.model import PaperKey
from tests.factories import age, numbered, paper, post, write_post


class Library:
    """A folder with its catalogue, and a good post in it."""

    def __init__(self, tmp: Path) -> None:
        self.folder = tmp / "글"
        self.catalogue = Catalogue(tmp / "catalogue.sqlite")
        self.listing = Listing(tmp / "catalogue.sqlite")
        write_post(self.folder, "2025-01-02-good.md", post(numbered(2)))

    def sync(self, *more: Path) -> SyncReport:
        return sync(self.catalogue, [self.folder, *more])

    def names(self) -> set[str]:
        return {name for names in self.listing.origins.posts_of_papers().values() for name in names}

    def text_of(self, key: str) -> str:
        record = self.listing.record(PaperKey(key))
        assert record is not None
        return "\n".join(section.markdown for section in record.appearances[0].paper.sections)


GOOD = "2025-01-02-good.md"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path)
    yield made
    made.listing.close()
    made.catalogue.close()


def nothing_new(report: SyncReport) -> bool:
    return (report.added, report.updated, report.removed, report.reformatted) == (0, 0, 0, 0)


@pytest.mark.skipif(os.name != "posix", reason="these names and files are POSIX's")
class TestNamesAndKinds:
    def test_a_pipe_named_like_a_post_is_passed_over(self, library: Library) -> None:
        os.mkfifo(library.folder / "pipe.md")  # to read it would wait for ever
        library.sync()
        assert library.names() == {GOOD}

    def test_a_folder_named_like_a_post_is_a_folder(self, library: Library) -> None:
        write_post(library.folder, "dir.md/inner.md", post(numbered(1, "2502")))
        library.sync()
        assert library.names() == {GOOD, "dir.md/inner.md"}

    def test_links_in_circles_are_told_and_no_more(self, library: Library) -> None:
        for name in ("loop", "loop.md"):
            (library.folder / name).symlink_to(name)
        (library.folder / "again").symlink_to(library.folder)
        report = library.sync()
        assert library.names() == {GOOD}
        assert {Path(path).name for path, _ in report.warnings} == {"loop", "loop.md"}

    def test_a_link_out_to_what_the_folder_lies_in_is_not_followed(self, library: Library, tmp_path: Path) -> None:
        write_post(tmp_path / "other", "other.md", post(numbered(1, "2502")))
        write_post(tmp_path, "out.md", post(numbered(1, "2503")))
        (library.folder / "above").symlink_to("..")
        (library.folder / "beside").symlink_to("../other")
        library.sync()
        assert library.names() == {GOOD, "beside/other.md"}

    def test_a_link_to_what_is_away_keeps_its_posts(self, library: Library, tmp_path: Path) -> None:
        write_post(tmp_path / "disk", "inner.md", post(numbered(1, "2502")))
        (library.folder / "linked").symlink_to(tmp_path / "disk")
        library.sync()
        (tmp_path / "disk").rename(tmp_path / "away")
        report = library.sync()
        assert nothing_new(report) and [remark.code for _, remark in report.warnings] == ["unreadable"]
        assert library.names() == {GOOD, "linked/inner.md"}

    def test_two_names_that_are_one_text_are_two_posts(self, library: Library) -> None:
        for form, month in (("NFC", "2502"), ("NFD", "2503")):
            write_post(library.folder, unicodedata.normalize(form, "한글.md"), post(numbered(1, month)))
        for number in (0xFE, 0xFF):
            strange = os.fsdecode(os.fsencode(str(library.folder)) + b"/%c.md" % number)
            Path(strange).write_text(post(numbered(1, f"26{number % 4:02}")), encoding="utf-8")
            age(Path(strange))
        library.sync()
        assert library.names() == {GOOD, "한글.md", "한글.md~2", "�.md", "�.md~2"}
        again = library.sync()
        assert nothing_new(again) and again.reread == 0

    @pytest.mark.parametrize(
        "name", ["new\nline.md", "가" * 80 + ".md", " .md", "'\";--.md", "%s?#.md", "🙂.md", "..md.md"]
    )
    def test_a_strange_name_is_a_name(self, library: Library, name: str) -> None:
        write_post(library.folder, name, post(["글"], "title: 쪽"))
        library.sync()
        assert (name in library.names()) is not name.startswith(".")
        assert nothing_new(library.sync())

    def test_folders_deeper_in_one_another_than_calls_may_be(self, library: Library) -> None:
        made = [library.folder]
        while len(made) < 1100:
            made.append(made[-1] / "d")
            made[-1].mkdir()
        file = write_post(made[-1], "deep.md", post(numbered(1, "2502")))
        library.sync()
        assert len(library.names()) == 2
        file.unlink()
        for folder in reversed(made[1:]):  # pytest's own tidying calls itself for every folder
            folder.rmdir()

    def test_a_decomposed_folder_that_cannot_be_read_keeps_its_posts(
        self, library: Library, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        name = unicodedata.normalize("NFD", "한글")
        write_post(library.folder / name, "inner.md", post(numbered(1, "2502")))
        library.sync()
        real = os.scandir

        def refused(path: Path) -> object:
            if Path(path).name == name:
                raise PermissionError(13, "Permission denied")
            return real(path)

        monkeypatch.setattr("reader.library.sources.os.scandir", refused)
        assert nothing_new(library.sync())
        assert library.names() == {GOOD, "한글/inner.md"}


def test_a_folder_in_a_folder_counts_its_posts_once(library: Library) -> None:
    write_post(library.folder, "_posts/2025-02-01-a.md", post(numbered(1, "2502")))
    write_post(library.folder, "notes/b.md", post(numbered(1, "2503")))  # no post of the site
    library.sync(library.folder / "_posts", library.folder / "notes", library.folder)
    assert library.listing.totals().posts == library.listing.totals().appearances == 2
    again = library.sync(library.folder / "_posts", library.folder / "notes")
    assert nothing_new(again) and again.reread == 0


def test_a_page_that_loses_its_front_matter_is_no_post_any_more(library: Library) -> None:
    page = write_post(library.folder, "page.html", "---\ntitle: 쪽\n---\n<p>글</p>")
    library.sync()
    assert "page.html" in library.names()
    page.write_text("<html><p>글</p></html>")
    age(page, 60)
    assert library.sync().removed == 1
    assert library.names() == {GOOD}
    assert nothing_new(library.sync())
    page.write_text("---\ntitle: 쪽\n---\n<p>글</p>")
    age(page, 120)
    assert library.sync().added == 1


def test_saved_pages_are_not_read_through_at_every_sync(library: Library) -> None:
    write_post(library.folder, "saved.html", "<html>" + "글" * 100_000)
    library.sync()
    assert library.sync().reread == 0


@pytest.mark.parametrize(
    "date", ["0001-01-01", "9999-12-31 23:59:59 -0500", "2025-13-45", "-1", "0000-00-00", "2099-01-01", ".inf", "1e400"]
)
def test_a_date_at_the_end_of_time_ends_no_sync(library: Library, date: str) -> None:
    write_post(library.folder, "odd.md", post(["글"], f"title: 쪽\ndate: {date}"))
    assert library.sync().added == 2
    assert {"odd.md", GOOD} == library.names()
    ids = library.listing.ids(Scope())
    assert len(library.listing.rows(ids)) == 3


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"\0" * 1000,
        bytes(range(256)) * 500,
        b"\xff\xfe",
        b"---\n---",
        b"---\n" * 999,
        b"# 1. " * 999,
        b"> " * 5000,
    ],
)
def test_any_bytes_are_a_post(library: Library, source: bytes) -> None:
    path = library.folder / "odd.md"
    path.write_bytes(source)
    age(path)
    assert library.sync().added == 2
    assert nothing_new(library.sync())


def test_a_post_of_many_megabytes_is_kept_whole(library: Library) -> None:
    words = "긴 글을 적은 메모리로 읽는 방법이다.\n\n" * 200_000
    write_post(library.folder, "big.md", post([words], "title: 큰 글"))
    library.sync()
    assert library.text_of("big.md") == words.strip()


def test_a_file_no_memory_has_room_for_is_told_and_not_read(library: Library) -> None:
    with (library.folder / "huge.md").open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # takes no room on the disk
    report = library.sync()
    ((_, remark),) = [(path, remark) for path, remark in report.warnings if path.endswith("huge.md")]
    assert (remark.code, remark.message) == ("unreadable", "Could not be read: it is larger than 64 MB.")
    assert library.names() == {GOOD}


def test_a_file_that_changes_while_it_is_read_is_read_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_post(library.folder, "a.md", post([paper(sections={"Method": "먼저"})]))
    from reader.posts.parse import parse

    def parsed(source: bytes, name: str) -> object:
        if name == "a.md" and "먼저".encode() in source:
            path.write_text(post([paper(sections={"Method": "나중"})]), encoding="utf-8")
            age(path, 1)
        return parse(source, name)

    monkeypatch.setattr("reader.library.sync.parse", parsed)
    library.sync()
    assert library.sync().updated == 1
    record = library.listing.record(PaperKey("2501.00001"))
    assert record is not None
    texts = {a.post: a.paper.sections[-1].markdown for a in record.appearances}
    assert texts["a.md"] == "나중"


def test_a_file_that_is_gone_before_it_is_read_is_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.sync()
    first, second = (write_post(library.folder, f"{n}.md", post(numbered(1, f"250{n}"))) for n in (8, 9))
    from reader.posts.parse import parse

    def parsed(source: bytes, name: str) -> object:
        first.unlink(missing_ok=True)
        return parse(source, name)

    monkeypatch.setattr("reader.library.sync.parse", parsed)
    report = library.sync()
    assert [remark.code for path, remark in report.warnings if path == str(first)] == ["unreadable"]
    assert library.names() == {GOOD, second.name}
    assert nothing_new(library.sync())


def test_times_in_the_future_are_not_trusted_and_change_nothing(library: Library) -> None:
    for name in (GOOD, "later.md"):
        path = write_post(library.folder, name, post(numbered(2)))
        os.utime(path, (4_000_000_000, 4_000_000_000))
    library.sync()
    again = library.sync()
    assert nothing_new(again) and again.reread == 2


@pytest.mark.slow
def test_ten_thousand_files_in_one_folder(library: Library) -> None:
    for number in range(10_000):
        (library.folder / f"{number}.md").write_bytes(b"")
        age(library.folder / f"{number}.md")
    report = library.sync()
    assert report.added == 10_001
    again = library.sync()
    assert nothing_new(again) and again.reread == 0
    assert library.listing.count(Scope()) == 10_002


@pytest.mark.skipif(not Path("/proc").is_mount(), reason="there is no such folder here")
def test_a_folder_of_the_system_is_not_looked_into(library: Library) -> None:
    (library.folder / "away").symlink_to("/proc")
    report = library.sync(Path("/proc"))
    assert library.names() == {GOOD}
    assert [remark.message for _, remark in report.warnings] == [
        "Could not be looked into: it is a folder of the system."
    ] * 2
