"""A file that gets another name, or is being written, while it is looked at costs no paper; one that is gone does."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.library.catalogue import Catalogue
from reader.library.folder_source import FolderSource
from reader.library.sources import Place, Scan
from reader.library.sync import SyncReport, sync
from tests.factories import age, numbered, post, write_post

TWO = post(numbered(2))


class Busy(FolderSource):
    """A folder in which something is done before a look at it, and behind one."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder
        self.before: deque[Callable[[], object]] = deque()
        self.behind: deque[Callable[[], object]] = deque()
        self.looks = 0

    def scan(self, given: set[Place]) -> Scan:
        self.looks += 1
        if self.before:
            self.before.popleft()()
        found = super().scan(given)
        if self.behind:
            self.behind.popleft()()
        return found

    def rename(self, old: str, new: str) -> Callable[[], object]:
        return lambda: (self.folder / old).rename(self.folder / new)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with closing(Catalogue(tmp_path / "catalogue.sqlite")) as made:
        yield made


@pytest.fixture
def busy(tmp_path: Path, catalogue: Catalogue) -> Busy:
    """With a post of two papers that is known and old, and nothing done to it yet."""
    age(write_post(tmp_path / "posts", "a.md", TWO))
    source = Busy(tmp_path / "posts")
    sync(catalogue, [source])
    source.looks = 0
    return source


def posts(catalogue: Catalogue, source: FolderSource) -> list[str]:
    return sorted(catalogue.known_posts(catalogue.source_id(source.name)))


def outcome(report: SyncReport) -> tuple[int, int, int, set[str]]:
    return report.added, report.updated, report.removed, {str(key) for key in report.new_keys}


def test_one_look_is_enough_where_nothing_is_missing(catalogue: Catalogue, busy: Busy) -> None:
    write_post(busy.folder, "b.md", post(numbered(1, "2502")))
    assert outcome(sync(catalogue, [busy])) == (1, 0, 0, {"2502.00001"})
    assert busy.looks == 1


def test_a_deleted_post_is_gone_after_one_sync_which_looked_twice(catalogue: Catalogue, busy: Busy) -> None:
    (busy.folder / "a.md").unlink()
    assert outcome(sync(catalogue, [busy])) == (0, 0, 1, set())
    assert (posts(catalogue, busy), busy.looks) == ([], 2)


def test_a_file_renamed_twice_while_one_looks_keeps_its_papers(catalogue: Catalogue, busy: Busy) -> None:
    """The look sees the second name, which is gone when it is to be read."""
    busy.before.append(busy.rename("a.md", "b.md"))
    busy.behind.append(busy.rename("b.md", "c.md"))
    report = sync(catalogue, [busy])
    assert outcome(report) == (1, 0, 1, set())
    assert posts(catalogue, busy) == ["c.md"]
    assert report.warnings == []


def test_so_does_one_that_is_renamed_with_every_look(catalogue: Catalogue, busy: Busy) -> None:
    """Nothing is dropped while there is no rest; the next sync, in calm, does it."""
    names = ["a.md", *(f"b{number}.md" for number in range(10))]
    busy.before += [busy.rename(old, new) for old, new in zip(names[0::2], names[1::2], strict=False)]
    busy.behind += [busy.rename(old, new) for old, new in zip(names[1::2], names[2::2], strict=False)]
    assert outcome(sync(catalogue, [busy])) == (0, 0, 0, set())
    assert (posts(catalogue, busy), busy.looks) == (["a.md"], 5)
    assert outcome(sync(catalogue, [busy])) == (1, 0, 1, set())
    assert posts(catalogue, busy) == ["b9.md"]


def test_a_file_that_is_deleted_to_be_written_anew_keeps_its_papers(catalogue: Catalogue, busy: Busy) -> None:
    whole = write_post(busy.folder, ".a.tmp", TWO.replace("Paper Number 2", "A Paper"))
    busy.before.append((busy.folder / "a.md").unlink)
    busy.behind.append(lambda: whole.rename(busy.folder / "a.md"))
    assert outcome(sync(catalogue, [busy])) == (0, 1, 0, set())


def test_a_file_that_goes_from_one_source_to_another_keeps_its_papers(
    catalogue: Catalogue, busy: Busy, tmp_path: Path
) -> None:
    """The one it goes to is looked at before, the one it comes from behind."""
    other = Busy(tmp_path / "other")
    other.folder.mkdir()
    other.behind.append(lambda: (busy.folder / "a.md").rename(other.folder / "a.md"))
    assert outcome(sync(catalogue, [other, busy]))[2:] == (1, set())
    assert (posts(catalogue, other), posts(catalogue, busy)) == (["a.md"], [])


def test_a_file_written_in_its_place_is_read_when_it_is_whole(catalogue: Catalogue, busy: Busy) -> None:
    path = busy.folder / "a.md"
    busy.before.append(lambda: path.write_text(TWO[: len(TWO) // 2], encoding="utf-8"))
    busy.before.append(lambda: path.write_text(TWO.replace("Paper Number 1", "A Paper"), encoding="utf-8"))
    report = sync(catalogue, [busy])
    assert (outcome(report), report.changed_keys, report.reread) == ((0, 1, 0, set()), {"2501.00001"}, 1)


def test_one_that_somebody_never_stops_writing_is_read_as_it_is(
    catalogue: Catalogue, busy: Busy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.sync._REST_SECONDS", 60.0)
    monkeypatch.setattr("reader.library.sync.time.sleep", lambda _: None)
    (busy.folder / "a.md").write_text(TWO.replace("Paper Number 1", "A Paper"), encoding="utf-8")
    assert outcome(sync(catalogue, [busy])) == (0, 1, 0, set())
    assert busy.looks == 5


def test_what_goes_between_two_looks_goes_with_the_next_sync(catalogue: Catalogue, busy: Busy) -> None:
    age(write_post(busy.folder, "b.md", post(numbered(1, "2502"))))
    sync(catalogue, [busy])
    busy.before += [(busy.folder / "a.md").unlink, (busy.folder / "b.md").unlink]
    assert outcome(sync(catalogue, [busy])) == (0, 0, 1, set())
    assert posts(catalogue, busy) == ["b.md"]
    assert outcome(sync(catalogue, [busy])) == (0, 0, 1, set())


def test_a_link_to_nowhere_keeps_no_deleted_post(catalogue: Catalogue, busy: Busy) -> None:
    """It is listed and not there in every look, and nothing that is on its way."""
    (busy.folder / "lost.md").symlink_to("nowhere.md")
    (busy.folder / "a.md").unlink()
    report = sync(catalogue, [busy])
    assert (outcome(report), posts(catalogue, busy)) == ((0, 0, 1, set()), [])
    assert [Path(path).name for path, _ in report.warnings] == ["lost.md"]


def test_what_two_looks_pass_over_is_told_once(catalogue: Catalogue, busy: Busy) -> None:
    write_post(busy.folder, "b.html", "<p>글</p>")
    write_post(busy.folder, "c.png", "글")
    (busy.folder / "a.md").unlink()
    passed = sync(catalogue, [busy]).passed
    assert [Path(path).name for path, _ in passed] == ["c.png", "b.html"]


def test_a_sync_that_is_cancelled_in_its_second_look_drops_nothing(catalogue: Catalogue, busy: Busy) -> None:
    busy.before += [(busy.folder / "a.md").unlink, lambda: write_post(busy.folder, "b.md", TWO)]
    report = sync(catalogue, [busy], cancelled=lambda: busy.looks == 2)
    assert (report.cancelled, posts(catalogue, busy)) == (True, ["a.md", "b.md"])


def test_a_commit_is_looked_at_once(catalogue: Catalogue, busy: Busy) -> None:
    busy.is_fixed = True
    (busy.folder / "a.md").unlink()
    assert outcome(sync(catalogue, [busy])) == (0, 0, 1, set())
    assert busy.looks == 1


def test_a_new_file_is_read_at_once_and_a_rewritten_one_after_a_rest(
    catalogue: Catalogue, busy: Busy, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests: list[float] = []
    path = busy.folder / "a.md"
    monkeypatch.setattr("reader.library.sync._REST_SECONDS", 60.0)
    monkeypatch.setattr("reader.library.sync.time.sleep", lambda seconds: (rests.append(seconds), age(path)))
    (busy.folder / "b.md").write_text(post(numbered(1, "2502")), encoding="utf-8")
    assert (sync(catalogue, [busy]).added, rests) == (1, [])
    path.write_text(TWO.replace("Paper Number 1", "A Paper"), encoding="utf-8")
    assert sync(catalogue, [busy]).updated == 1
    assert rests[:1] == [60.0]
