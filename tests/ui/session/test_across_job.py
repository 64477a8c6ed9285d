"""Questions about many papers: which of them is answered, and how long what was learned for them holds."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.base.leave import FREE, Leave
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.ui.session import across_job
from reader.ui.session.across_job import Knowing, _Worker
from tests.factories import numbered, post, write_post

Told = list[tuple[object, ...]]


@pytest.fixture
def places(profile: Path, tmp_path: Path) -> ProfilePaths:
    add(profile, tmp_path, "2502", 4)
    return ProfilePaths.of(profile)


def add(profile: Path, tmp_path: Path, month: str, papers: int) -> None:
    date = f"20{month[:2]}-{month[2:]}-03"
    write_post(tmp_path / "posts", f"{date}-daily.md", post(numbered(papers, month), date=f"{date} 08:15:00"))
    assert run(["sync", "--profile", str(profile), str(tmp_path / "posts")]) == 0


def asked(places: ProfilePaths, newest: list[int]) -> tuple[_Worker, Told]:
    """One who answers the question of number 3, and what was told; `newest` may change on the way."""
    answering, told = _Worker(places, FREE, lambda name, serial: name == "lens" and serial == newest[0]), Told()
    answering.told.connect(lambda *said: told.append(("told", *said)))
    answering.failed.connect(lambda said: told.append(("failed", said)))
    answering.ended.connect(lambda *said: told.append(("ended", *said)))
    return answering, told


def test_an_answer_comes_in_pieces(places: ProfilePaths) -> None:
    answering, told = asked(places, [3])
    answering.answer("lens", 3, lambda known: iter((known.profile.listing.totals().papers, "more")))
    assert told == [("told", "lens", 3, 4), ("told", "lens", 3, "more"), ("ended", "lens", 3)]
    answering.close()


def test_a_question_that_is_old_is_not_begun_and_one_that_becomes_old_stops(places: ProfilePaths) -> None:
    newest, begun = [3], list[str]()

    def question(_known: Knowing) -> Iterator[str]:
        begun.append("begun")
        yield "first"
        begun.append("went on")
        yield "second"

    answering, told = asked(places, newest)
    answering.answer("lens", 2, question)
    assert (begun, told) == ([], [("ended", "lens", 2)])
    told.clear()
    answering.told.connect(lambda *_: newest.__setitem__(0, 4))
    answering.answer("lens", 3, question)
    assert (begun, told) == (["begun"], [("told", "lens", 3, "first")])
    answering.close()


def test_a_trouble_is_told_of_the_newest_question_alone(places: ProfilePaths) -> None:
    newest = [3]

    def question(_known: Knowing) -> Iterator[object]:
        if newest[0] == 4:
            newest[0] = 5
        raise ReaderError("The disk is full.")
        yield

    answering, told = asked(places, newest)
    answering.answer("lens", 3, question)
    assert told == [("failed", "The disk is full."), ("ended", "lens", 3)]
    told.clear()
    newest[0] = 4
    answering.answer("lens", 4, question)
    assert told == [("ended", "lens", 4)]
    answering.close()


@pytest.mark.parametrize(("share", "holds"), [(1, True), (50, False)])
def test_what_was_learned_holds_until_much_came_to_a_large_library(
    places: ProfilePaths, profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share: int, holds: bool
) -> None:
    knowing = Knowing(places)
    outlines, examiner = knowing.outlines(), knowing.examiner()
    assert (knowing.outlines(), knowing.examiner()) == (outlines, examiner)
    add(profile, tmp_path, "2503", 1)
    monkeypatch.setattr(across_job, "_MANY", 5)
    monkeypatch.setattr(across_job, "_SHARE", share)
    assert (knowing.examiner() is examiner) is holds
    assert knowing.outlines() is not outlines
    knowing.profile.close()


def test_of_a_small_library_nothing_holds_that_was_learned_before(
    places: ProfilePaths, profile: Path, tmp_path: Path
) -> None:
    knowing = Knowing(places)
    examiner = knowing.examiner()
    add(profile, tmp_path, "2503", 1)
    assert knowing.examiner() is not examiner
    knowing.profile.close()


def test_who_learns_asks_for_leave_before_each_summary(places: ProfilePaths) -> None:
    asked: list[threading.Event] = []

    def give(given: threading.Event) -> None:
        asked.append(given)
        given.set()

    now = iter(range(100_000))
    knowing = Knowing(places, Leave(give, lambda: float(next(now))))
    knowing.examiner()
    assert len(asked) > 2 * knowing.profile.listing.totals().papers
    knowing.profile.close()
