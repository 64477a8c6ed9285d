"""New papers come quietly: a count says so, one key lists them, and nothing moves before that."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.library.catalogue import Catalogue
from reader.library.sync import sync as read_posts
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.session.page_sources import PlaceSource
from reader.ui.session.places import ALL, NEW, Place
from reader.ui.window.window import MainWindow
from tests.factories import SECTIONS, numbered, paper, post, write_post
from tests.ui.across.test_lens import press


@pytest.fixture
def window(profile: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    write_post(tmp_path / "posts", "2025-01-02-daily.md", post(numbered(40)))
    run(["sync", "--profile", str(profile), str(tmp_path / "posts")])
    _, window = build(Profile(ProfilePaths.of(profile)), Shown(language="en", theme="light"))
    window.session._timer.stop()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.is_ready)
    yield window
    window.close()
    window.deleteLater()


Sync = Callable[[], None]


@pytest.fixture
def sync(window: MainWindow, profile: Path, capsys: pytest.CaptureFixture[str]) -> Sync:
    """Look for what changed, as the child does, and tell the window."""

    def run_and_tell() -> None:
        capsys.readouterr()
        run(["sync", "--profile", str(profile), "--json"])
        window.session._calm.stop()
        window.sync_status.take_round(json.loads(capsys.readouterr().out))

    return run_and_tell


def test_what_comes_is_counted_and_moves_nothing(window: MainWindow, sync: Sync, tmp_path: Path, qtbot: QtBot) -> None:
    window.state.open(PaperKey("2501.00020"))
    window.papers.table.verticalScrollBar().setValue(400)
    window.toolbar.search.field.setFocus()
    qtbot.wait(1)
    row = window.papers.table.visualRect(window.papers.table.currentIndex()).top()
    assert window.status.new_words() == "" and row > 0
    write_post(tmp_path / "posts", "2025-02-03-daily.md", post(numbered(3, "2502"), date="2025-02-03 08:15:00"))
    sync()
    assert window.papers.count() == 43
    assert window.status.new_words() == "3 new papers"
    assert (window.state.place, window.state.key) == (ALL, "2501.00020")
    assert window.papers.current_key() == "2501.00020"
    assert window.papers.table.visualRect(window.papers.table.currentIndex()).top() == row
    assert window.focusWidget() is window.toolbar.search.field


def test_a_library_that_is_written_while_it_is_listed_moves_no_row(
    window: MainWindow, profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list asks first for the order, then for the rows; the child that syncs does not wait for that."""
    window.browsing.reveal(PaperKey("2501.00020"))
    table, source = window.papers.table, window.session.source
    top = table.visualRect(table.currentIndex()).top()
    assert top > 0
    rewritten = numbered(15, sections={"Method": "다시 쓴 글이다."})
    write_post(tmp_path / "posts", "2025-01-02-daily.md", post([*rewritten, *numbered(40)[15:]]))
    with closing(Catalogue(ProfilePaths.of(profile).catalogue)) as catalogue:

        def written_meanwhile(*asked: Any) -> PlaceSource:
            listed = source(*asked)
            assert len(read_posts(catalogue, [tmp_path / "posts"]).changed_keys) == 15
            return listed

        monkeypatch.setattr(window.session, "source", written_meanwhile)
        window.browsing.refresh()
    assert window.papers.current_key() == "2501.00020"
    assert table.visualRect(table.currentIndex()).top() == top


def test_what_comes_above_the_open_paper_in_an_answer_moves_nothing(
    window: MainWindow, sync: Sync, tmp_path: Path, qtbot: QtBot
) -> None:
    window.browsing.search_sort = "newest"
    window.browsing.show_place(Place("search", "정확도"))
    qtbot.waitUntil(lambda: window.state.place.kind == "search" and window.papers.count() == 40)
    window.state.open(PaperKey("2501.00003"))
    table = window.papers.table
    row = table.visualRect(table.currentIndex()).top()
    assert row > 0 and not window.papers.is_scrolled()
    write_post(tmp_path / "posts", "2025-02-03-daily.md", post(numbered(3, "2502"), date="2025-02-03 08:15:00"))
    sync()
    qtbot.waitUntil(lambda: window.papers.count() == 43)
    assert window.papers.current_key() == "2501.00003" and window.papers.is_scrolled()
    assert table.visualRect(table.currentIndex()).top() == row


def test_one_key_lists_them_and_the_count_is_gone(window: MainWindow, sync: Sync, tmp_path: Path) -> None:
    write_post(tmp_path / "posts", "2025-02-03-daily.md", post(numbered(3, "2502"), date="2025-02-03 08:15:00"))
    sync()
    window.actions_["go_new"].trigger()
    assert (window.state.place, window.papers.listed_keys()) == (NEW, [f"2502.0000{n}" for n in (1, 2, 3)])
    assert window.status.new_words() == ""
    write_post(tmp_path / "posts", "2025-02-04-daily.md", post(numbered(2, "2503"), date="2025-02-04 08:15:00"))
    sync()
    assert window.papers.count() == 5 and window.status.new_words() == ""  # they are being looked at
    window.browsing.show_place(ALL)
    write_post(tmp_path / "posts", "2025-02-05-daily.md", post(numbered(1, "2504"), date="2025-02-05 08:15:00"))
    sync()
    assert window.status.new_words() == "1 new paper"
    window.status.new_requested.emit()
    assert window.papers.listed_keys() == ["2504.00001"]


def test_neither_a_rewritten_post_nor_a_renamed_one_nor_a_new_folder_is_new(
    window: MainWindow, sync: Sync, tmp_path: Path
) -> None:
    first = tmp_path / "posts" / "2025-01-02-daily.md"
    write_post(tmp_path / "posts", first.name, post(numbered(40, sections={"Method": "다시 쓴 글이다."})))
    sync()
    first.rename(first.with_name("2025-01-03-daily.md"))
    sync()
    write_post(tmp_path / "more", "2025-03-03-daily.md", post(numbered(3, "2503")))
    window.settings.add_sources([tmp_path / "more"])
    sync()
    assert window.papers.count() == 43 and window.status.new_words() == ""


def test_what_came_and_went_again_is_not_counted(window: MainWindow, sync: Sync, tmp_path: Path) -> None:
    new = write_post(tmp_path / "posts", "2025-02-03-daily.md", post(numbered(3, "2502")))
    sync()
    new.unlink()
    sync()
    assert window.status.new_words() == ""


def test_those_that_come_with_a_watched_word_are_counted_and_listed(
    window: MainWindow, sync: Sync, tmp_path: Path, qtbot: QtBot
) -> None:
    window.session.edit_watched(lambda marks: marks.watch_word("주전자", "watch"))
    qtbot.waitUntil(lambda: bool(window.browsing.counting.watched))
    assert window.status.watched_words() == ""
    told = [
        paper(number, f"Paper {number}", f"https://arxiv.org/abs/2502.{number:05d}", {**SECTIONS, "Method": said})
        for number, said in enumerate(("주전자로 끓인다.", "토큰을 접는다.", "주전자를 잰다."), 1)
    ]
    write_post(tmp_path / "posts", "2025-02-03-daily.md", post(told, date="2025-02-03 08:15:00"))
    sync()
    qtbot.waitUntil(lambda: window.status.watched_words() == "2 with watched words")
    assert window.status.new_words() == "3 new papers"
    window.status._watched.click()
    qtbot.waitUntil(lambda: window.papers.count() == 2)
    assert window.status.watched_words() == ""


def test_thirty_that_came_are_sorted_by_at_most_45_keys_and_one_undo_takes_one_back(
    window: MainWindow, sync: Sync, tmp_path: Path, qtbot: QtBot
) -> None:
    write_post(tmp_path / "posts", "2025-02-03-daily.md", post(numbered(30, "2502"), date="2025-02-03 08:15:00"))
    sync()
    window.papers.table.setFocus()
    keys = ["G", "S", *("XXYXXUXXXX" * 3)]
    assert len(keys) <= 45
    press(window, *keys)
    new = [PaperKey(f"2502.{number:05d}") for number in range(1, 31)]
    marks = window.session.marks
    assert marks.keys("read") == set(new)
    assert marks.keys("bookmarked") == {new[2], new[12], new[22]}
    assert marks.keys("revisit") == {new[5], new[15], new[25]}
    assert "Nothing is left to sort here" in window.status.message()
    press(window, "Ctrl+Z")
    assert marks.keys("read") == set(new[:-1])
    assert window.state.key == new[-1]
    press(window, *["Ctrl+Z"] * 5)
    assert marks.keys("read") == set(new[:24])
    assert marks.keys("revisit") == {new[5], new[15]}
    assert window.state.key == new[24]
