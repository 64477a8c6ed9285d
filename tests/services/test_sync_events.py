"""What a refresh tells while it runs, and what the doctor tells and mends."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from reader.base.errors import ReaderError
from reader.base.paths import ProfilePaths
from reader.posts.model import PaperKey
from reader.search.store import writer
from reader.services import query_text, repair
from reader.services import refresh as refreshing
from reader.services.concepts import known_concepts, likely_pairs, note_brackets, offered_names
from reader.services.profile import Profile
from reader.services.refresh import document_id, document_of, refresh
from reader.services.repair import examine
from tests.factories import age, numbered, post, write_post

FIRST = PaperKey("2501.00001")


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    write_post(tmp_path / "posts", "2025-01-02-a.md", post(numbered(3)))
    write_post(tmp_path / "posts", "2025-02-03-b.md", post(numbered(2, "2502"), date="2025-02-03 08:00:00"))
    return tmp_path / "posts"


@pytest.fixture
def opened(profile: Path, posts: Path) -> Iterator[Profile]:
    with Profile(ProfilePaths.of(profile)) as made:
        made.take_sources([posts])
        yield made


def told(profile: Profile) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = []
    refresh(profile, tell=said.append)
    return said


def test_posts_are_told_by_name_and_then_the_index_and_each_time_that_there_is_news(opened: Profile) -> None:
    said = told(opened)
    posts = [each for each in said if each.get("stage") == "posts"]
    assert posts[-1]["done"] == posts[-1]["total"] == 2
    assert all(each.keys() == {"event", "stage", "done", "total", "name"} for each in posts)
    assert {Path(each["name"]).name for each in posts if each["name"]} <= {"2025-01-02-a.md", "2025-02-03-b.md"}
    assert [each for each in said if each.get("stage") == "index"] == [
        {"event": "progress", "stage": "index", "done": 5, "total": 5, "name": ""}
    ]
    assert said[-1] == {"event": "changed"}


def test_a_post_is_told_of_when_it_is_listed_counted_and_found(opened: Profile, posts: Path) -> None:
    refresh(opened)
    write_post(posts, "2025-03-04-c.md", post(numbered(2, "2503"), date="2025-03-04 08:00:00"))
    states: list[tuple[int, int, int]] = []

    def look(event: dict[str, Any]) -> None:
        if event == {"event": "changed"}:
            opened.reopen_listing()
            states.append((opened.listing.generation(), opened.listing.totals().papers, opened.index.count()))

    refresh(opened, tell=look)
    assert states == [(states[0][0], 7, 7)] * len(states)  # one state: the window lists it once


def test_papers_that_the_index_takes_long_for_are_told_of_before(
    opened: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refreshing, "_SOON", 4)
    said = told(opened)
    indexed = next(number for number, each in enumerate(said) if each.get("stage") == "index")
    assert said[:indexed].count({"event": "changed"}) == 2


def test_a_post_is_told_of_before_the_index_merges_what_it_has(
    opened: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(writer, "is_worn", lambda *_: said.append("merging"))
    refresh(opened, tell=lambda event: said.append(event["event"]))
    assert said[said.index("merging") - 1] == "changed"


def test_a_refresh_says_what_there_is(opened: Profile) -> None:
    done = refresh(opened)
    assert (done.posts, done.papers, done.appearances) == (2, 5, 5)
    assert (done.backup_trouble, done.fetched, done.report.cancelled) == ("", (), False)
    assert done.seconds > 0


def test_nothing_new_is_indexed_again(opened: Profile) -> None:
    refresh(opened)
    assert not [each for each in told(opened) if each.get("stage") == "index"]


def test_a_sync_that_never_ends_is_waited_for_no_longer(opened: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.make_folders()
    monkeypatch.setattr(refreshing, "_LOCK_SECONDS", 0.0)
    monkeypatch.setattr(refreshing, "_ASK_SECONDS", 0.01)
    with FileLock(opened.places.cache / "sync.lock"):
        with pytest.raises(ReaderError) as raised:
            refresh(opened)
        assert str(raised.value) == "Another sync of this profile is still running. Wait for it, then try again."
        assert refresh(opened, cancelled=lambda: True).report.cancelled


def test_a_document_of_the_index_is_an_appearance_of_one_catalogue(opened: Profile) -> None:
    refresh(opened)
    record = opened.listing.record(FIRST)
    assert record is not None
    made = document_of("catalogue", record.appearances[0])
    assert made.id == document_id("catalogue", record.appearances[0].id) == f"catalogue:{record.appearances[0].id}"
    assert (made.key, made.arxiv_id, made.post, made.number) == (FIRST, FIRST, "2025-01-02-a.md", 1)
    assert (str(made.day), made.tags, made.title) == ("2025-01-02", ("papers", "llm"), "Paper Number 1 of 2501")
    assert [kind.value for kind, _ in made.sections] == [*query_text.SECTIONS]


def test_marked_papers_whose_post_is_gone_are_kept_and_come_back_by_their_last_text(
    opened: Profile, posts: Path
) -> None:
    refresh(opened)
    opened.marks.set_bookmark(FIRST, True)
    opened.remember([FIRST])
    write_post(posts, "2025-01-02-a.md", post(numbered(3)[1:]))
    age(posts / "2025-01-02-a.md", 60)
    refresh(opened)
    record = opened.listing.record(FIRST)
    assert record is not None
    assert (record.gone, record.title) == (True, "Paper Number 1 of 2501")


def test_rewritten_papers_are_unread_again_only_where_that_is_wanted(opened: Profile, posts: Path) -> None:
    for wanted in (False, True):
        opened.settings.set("unread_when_rewritten", wanted)
        refresh(opened)
        opened.marks.set_read([FIRST], True)
        text = f"다른 글 {wanted}. 토큰을 세 번 접는다."
        write_post(posts, "2025-01-02-a.md", post(numbered(3, sections={"Method": text})))
        age(posts / "2025-01-02-a.md", 60 * (1 + wanted))
        refresh(opened)
        assert (FIRST in opened.marks.keys("read")) == (not wanted)


def test_the_doctor_finds_nothing_in_an_index_that_is_well(opened: Profile) -> None:
    refresh(opened)
    found = examine(opened)
    assert found.is_well
    assert (found.checked, found.missing, found.different, found.extra, found.rebuilt) == (5, (), (), 0, False)


def test_the_doctor_names_what_is_missing_and_puts_it_back(opened: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh(opened)
    record = opened.listing.record(FIRST)
    assert record is not None
    number = record.appearances[0].id
    opened.index.apply(add=[], remove=[document_id(opened.listing.identity(), number), "nobody:1"])
    monkeypatch.setattr(repair, "_AT_ONCE", 2)
    said: list[dict[str, Any]] = []
    found = examine(opened, tell=said.append)
    assert (found.missing, found.titles, found.different) == ((number,), {number: "Paper Number 1 of 2501"}, ())
    assert not found.is_well
    assert said == [{"event": "progress", "stage": "index", "done": done, "total": 5, "name": ""} for done in (2, 4)]
    assert examine(opened).is_well


def test_the_doctor_makes_an_index_anew_that_is_asked_for_or_not_the_librarys(opened: Profile) -> None:
    refresh(opened)
    asked = examine(opened, rebuild=True)
    assert (asked.checked, asked.rebuilt, asked.not_whole, asked.is_well) == (5, True, False, True)
    (opened.places.cache / "index.owner").write_text("another")
    found = examine(opened)
    assert (found.rebuilt, found.not_whole, found.is_well) == (True, True, False)
    assert examine(opened).is_well


def test_the_doctor_does_not_wait_for_ever(opened: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh(opened)
    monkeypatch.setattr(repair, "_LOCK_SECONDS", 0.0)
    with (
        FileLock(opened.places.cache / "sync.lock"),
        pytest.raises(ReaderError, match=r"^A sync of this profile is running\. Wait for it to end, then try again\.$"),
    ):
        examine(opened)


def test_names_in_brackets_are_learnt_and_forgotten_with_their_texts(opened: Profile, posts: Path) -> None:
    text = {"Method": "주름망(wrinkle network)을 접는다. 주름망(wrinkle network)은 작다."}
    write_post(posts, "2025-03-01-c.md", post(numbered(3, "2503", sections=text), date="2025-03-01 08:00:00"))
    refresh(opened)
    learnt = {name for concept in known_concepts(opened.index).all for name in concept.names}
    likely = {name for pair in likely_pairs(opened.index) for name in pair[:2]}
    assert "wrinkle network" in {str(name).lower() for name in (*learnt, *likely)}
    path = opened.index.folder.with_name("brackets.json")
    assert "wrinkle network" in path.read_text(encoding="utf-8")
    (posts / "2025-03-01-c.md").unlink()
    refresh(opened)
    assert "wrinkle network" not in path.read_text(encoding="utf-8")
    assert "wrinkle network" not in path.with_name("learnt.json").read_text(encoding="utf-8")
    path.write_text("[", encoding="utf-8")
    note_brackets(opened.index, [], [])
    assert path.read_text(encoding="utf-8") == "{}\n"


def test_a_word_whose_other_names_are_known_is_offered_none_that_a_bracket_puts_beside_it(
    opened: Profile, posts: Path
) -> None:
    text = {"Method": "새 모델(Folder)을 만든다. 주름망(wrinkle)을 접는다."}
    write_post(posts, "2025-03-01-c.md", post(numbered(3, "2503", sections=text), date="2025-03-01 08:00:00"))
    refresh(opened)
    assert {pair.name for pair in likely_pairs(opened.index)} == {"주름망"}
    assert offered_names(opened.index, ["모델"]) == ()
    assert offered_names(opened.index, ["주름망"]) == (("주름망", "wrinkle"),)


@pytest.mark.parametrize(("papers", "is_offered"), [(10, True), (11, False)])
def test_an_ordinary_word_is_offered_no_name_that_one_paper_puts_beside_it(
    opened: Profile, posts: Path, papers: int, is_offered: bool
) -> None:
    texts = ["주름망(wrinkle)을 접는다.", *["주름망을 접는다."] * (papers - 1)]
    for n, text in enumerate(texts):
        write_post(posts, f"2025-03-{n + 1:02}-c.md", post(numbered(1, f"25{n:02}", sections={"Method": text})))
    refresh(opened)
    assert bool(offered_names(opened.index, ["주름망"])) is is_offered


def test_no_name_is_offered_where_the_index_can_not_tell_how_ordinary_a_word_is(opened: Profile, posts: Path) -> None:
    text = {"Method": "주름망(wrinkle)을 접는다."}
    write_post(posts, "2025-03-01-c.md", post(numbered(1, "2503", sections=text)))
    refresh(opened)
    (opened.index.folder / "manifest.json").write_bytes(b"{")
    opened.index.close()
    assert offered_names(opened.index, ["주름망"]) == ()


def test_what_brackets_say_together_is_weighed_with_a_share_of_a_large_library(
    opened: Profile, posts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def known() -> bool:
        return any("wrinkle" in str(name) for concept in known_concepts(opened.index).all for name in concept.names)

    learnt = opened.index.folder.with_name("learnt.json")
    refresh(opened)
    monkeypatch.setattr("reader.services.concepts._SMALL", 1)
    before = learnt.read_bytes()
    text = {"Method": "Wrinkle Net Folding(WNF)을 접는다."}
    write_post(posts, "2025-03-01-c.md", post(numbered(3, "2503", sections=text), date="2025-03-01 08:00:00"))
    monkeypatch.setattr("reader.services.concepts._SHARE", 0)
    refresh(opened)
    assert learnt.read_bytes() == before
    monkeypatch.setattr("reader.services.concepts._SHARE", 50)
    refresh(opened)
    assert b"Wrinkle Net Folding" in learnt.read_bytes()
    (posts / "2025-03-01-c.md").unlink()
    refresh(opened)
    assert opened.index.folder.with_name("brackets.json").read_bytes().endswith(b":[]}\n")
    assert b"Wrinkle Net Folding" not in learnt.read_bytes()
    assert not known()


@pytest.mark.parametrize("content", [b"", b"{", b'{"size":1,"time":1}\n[[1]]\n', b"null\n7\n", b"\xff\n\xff"])
def test_a_file_of_learnt_names_that_is_none_is_passed_over_and_made_anew(opened: Profile, content: bytes) -> None:
    refresh(opened)
    learnt = opened.index.folder.with_name("learnt.json")
    before = learnt.read_bytes()
    learnt.write_bytes(content)
    assert likely_pairs(opened.index) == []
    assert known_concepts(opened.index).all
    refresh(opened)
    assert learnt.read_bytes() == before
