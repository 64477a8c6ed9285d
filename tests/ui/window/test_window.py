"""The whole window on a real library, off-screen: what a person does in it, and what others do meanwhile."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.errors import ReaderError
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.actions.action_table import ACTIONS
from reader.ui.session.places import ALL, BOOKMARKED, UNREAD, Place
from reader.ui.window.window import MainWindow
from reader.ui.window.window_state import WindowState
from tests.factories import age, numbered, paper, post, write_post

GLACIER = paper(4, "A Paper on Glaciers", "https://arxiv.org/abs/2501.00004", {"Method": "빙하의 흐름을 계산한다."})


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    write_post(folder, "2025-01-02-daily.md", post([*numbered(3), GLACIER]))
    write_post(folder, "2025-02-03-daily.md", post(numbered(3, "2502"), date="2025-02-03 08:15:00"))
    return folder


@pytest.fixture
def synced(profile: Path, posts: Path) -> Path:
    assert run(["sync", "--profile", str(profile), str(posts)]) == 0
    return profile


Open = Callable[[Path], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def make(profile: Path) -> MainWindow:
        _, window = build(Profile(ProfilePaths.of(profile)), Shown(language="en", theme="light"))
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.waitUntil(lambda: window.is_ready)
        assert window.folders.welcome is not None or window.state.key is not None
        return window

    yield make
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: Open, synced: Path) -> MainWindow:
    return open_window(synced)


def test_every_action_has_something_to_do(window: MainWindow) -> None:
    assert {spec.name for spec in ACTIONS} <= set(window.handlers)


def press(qtbot: QtBot, window: MainWindow, *keys: Qt.Key) -> None:
    window.papers.table.setFocus()
    for key in keys:
        qtbot.keyClick(window.papers.table, key)  # type: ignore[no-untyped-call]  # pytest-qt has no types for it


def search(qtbot: QtBot, window: MainWindow, query: str) -> None:
    with qtbot.waitSignal(window.search_job.found):
        window.toolbar.search.field.setText(query)


def test_the_first_start_offers_a_folder_and_fills_as_posts_arrive(
    open_window: Open, profile: Path, posts: Path, qtbot: QtBot
) -> None:
    window = open_window(profile)
    assert window.folders.welcome is not None
    with qtbot.waitSignal(window.sync_job.finished, timeout=20_000):
        window.folders.welcome.folder_dropped.emit(str(posts))
    qtbot.waitUntil(lambda: window.papers.count() == 7)
    qtbot.waitUntil(lambda: window.state.key == "2502.00001")
    assert window.status.message() == "2 posts read"


class FirstPaint(QObject):
    """Notes what a window shows as it is first painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.seen: tuple[str, bool] | None = None
        self._window = window
        window.papers.table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Paint and self.seen is None:
            text = self._window.view.findChild(QTextBrowser).toPlainText()
            self.seen = (text, self._window.notes.isVisible())
        return False


def test_the_first_paint_shows_the_paper_and_its_notes_as_well(synced: Path, qtbot: QtBot) -> None:
    _, window = build(Profile(ProfilePaths.of(synced)), Shown(language="en", theme="light"))
    paint = FirstPaint(window)
    window.show()
    qtbot.waitUntil(lambda: window.is_ready)
    window.close()
    assert paint.seen is not None
    text, has_notes = paint.seen
    assert "Limitations" in text and has_notes


def test_j_and_k_go_through_the_list(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_J, Qt.Key.Key_J)
    assert window.state.key == "2502.00003"
    press(qtbot, window, Qt.Key.Key_K)
    assert window.state.key == "2502.00002"
    assert "Paper Number 2 of 2502" in window.windowTitle()


def test_a_search_lists_what_it_found_and_escape_leads_back(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_J)
    search(qtbot, window, "빙하")
    assert [row.row.title for row in window.browsing._source.rows(0, 9)] == ["A Paper on Glaciers"]  # type: ignore[union-attr]
    assert window.state.place == Place("search", "빙하")
    qtbot.keyClick(window.toolbar.search.field, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]
    assert window.state.place == ALL
    assert window.papers.current_key() == "2502.00002"
    assert window.toolbar.search.query() == ""


def test_a_syllable_being_composed_is_searched_for(window: MainWindow, qtbot: QtBot) -> None:
    window.toolbar.search.focus_query()
    with qtbot.waitSignal(window.search_job.found) as found:
        QApplication.sendEvent(window.toolbar.search.field, QInputMethodEvent("빙", []))
    assert [paper.key for paper in found.args[0].papers] == ["2501.00004"]


def test_only_the_newest_search_is_delivered(window: MainWindow, qtbot: QtBot) -> None:
    delivered: list[str] = []
    window.search_job.found.connect(lambda finding: delivered.append(finding.query))
    for query in ("정", "정확", "정확도", "빙하"):
        window.search_job.ask(query, "relevance")
    qtbot.waitUntil(lambda: "빙하" in delivered)
    assert delivered == ["빙하"]


def test_found_words_are_marked_in_the_open_paper(window: MainWindow, qtbot: QtBot) -> None:
    search(qtbot, window, "빙하")
    window.choose_paper(PaperKey("2501.00004"))
    assert window.view.mark_count == 1


def test_b_bookmarks_and_undo_takes_it_back(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_B)
    assert window.session.marks.keys("bookmarked") == {"2502.00001"}
    window.browsing.show_place(BOOKMARKED)
    assert window.papers.count() == 1
    window.actions_["undo"].trigger()
    assert window.session.marks.keys("bookmarked") == set()


def test_korean_keys_act_as_the_latin_ones_in_their_places(window: MainWindow) -> None:
    shortcuts = [key.toString() for key in window.actions_["next_paper"].shortcuts()]
    assert shortcuts == ["J", "ㅓ"]


def test_a_note_is_kept_when_another_paper_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["note"].trigger()
    window.notes.editor.insertPlainText("다시 볼 것")
    press(qtbot, window, Qt.Key.Key_J)
    assert window.session.marks.marks_of(PaperKey("2502.00001")).note == "다시 볼 것"
    assert window.notes.text() == ""
    press(qtbot, window, Qt.Key.Key_K)
    assert window.notes.text() == "다시 볼 것"


def test_bare_keys_are_letters_in_a_note(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["note"].trigger()
    for letter in "jb/":
        qtbot.keyClick(window.notes.editor, letter)  # type: ignore[no-untyped-call]
    assert window.notes.text() == "jb/"
    assert window.state.key == "2502.00001"
    assert window.session.marks.keys("bookmarked") == set()


def test_a_note_that_cannot_be_saved_stays_and_says_why(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ReaderError("The disk is full. Make room, then try again.")

    monkeypatch.setattr(window.session, "save_note", refuse)
    window.actions_["note"].trigger()
    window.notes.editor.insertPlainText("not lost")
    window.notes.flush()
    assert not window.notes.is_saved()
    press(qtbot, window, Qt.Key.Key_J, Qt.Key.Key_K)
    assert window.notes.text() == "not lost"
    monkeypatch.undo()
    window.notes.flush()
    assert window.session.marks.marks_of(PaperKey("2502.00001")).note == "not lost"


def test_a_window_with_a_note_that_cannot_be_saved_asks_before_it_closes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ReaderError("The disk is full. Make room, then try again.")

    asked: list[dict[str, str]] = []
    monkeypatch.setattr(window.session, "save_note", refuse)
    monkeypatch.setattr("reader.ui.window.unsaved.may_close", lambda _, notes: asked.append(notes))
    window.actions_["note"].trigger()
    window.notes.editor.insertPlainText("not lost")
    assert not window.close()
    assert asked == [{"2502.00001": "not lost"}]
    monkeypatch.undo()
    assert window.close()
    with Profile(window.session.profile.places) as opened:
        assert opened.marks.marks_of(PaperKey("2502.00001")).note == "not lost"


def test_what_another_program_marks_is_shown(window: MainWindow, synced: Path) -> None:
    assert run(["bookmark", "2501.00002", "--profile", str(synced)]) == 0
    assert run(["note", "2502.00001", "from outside", "--profile", str(synced)]) == 0
    window.session.look_for_changes()
    assert window.session.signs(PaperKey("2501.00002")).bookmarked
    assert window.notes.text() == "from outside"


def test_a_rewritten_post_is_shown_where_one_reads(window: MainWindow, synced: Path, posts: Path, qtbot: QtBot) -> None:
    changed = paper(1, "Paper Number 1 of 2502", "https://arxiv.org/abs/2502.00001", {"Method": "새로 쓴 글"})
    age(write_post(posts, "2025-02-03-daily.md", post([changed], date="2025-02-03 08:15:00")), 60)
    assert run(["sync", "--profile", str(synced)]) == 0
    window.session.look_at_library()
    qtbot.waitUntil(lambda: _texts(window) == ("새로 쓴 글",))
    assert window.papers.count() == 5


def _texts(window: MainWindow) -> tuple[str, ...]:
    assert window.state.record is not None
    return window.state.record.appearances[0].texts


def test_a_catalogue_that_is_deleted_and_made_again_comes_back(window: MainWindow, synced: Path, qtbot: QtBot) -> None:
    for file in (synced / "cache").glob("catalogue*"):
        file.unlink()
    assert run(["sync", "--profile", str(synced)]) == 0
    window.session._calm.stop()
    window.session.look_at_library()
    assert window.papers.count() == 7
    press(qtbot, window, Qt.Key.Key_J)
    assert window.state.key == "2502.00002"


def test_a_paper_counts_as_read_once_it_was_in_front_and_scrolled(
    open_window: Open, synced: Path, qtbot: QtBot
) -> None:
    with Profile(ProfilePaths.of(synced)) as opened:
        opened.settings.set("read_after", 0.2)
        opened.settings.set("text_size", 30.0)  # so that it is longer than the window
    window = open_window(synced)
    qtbot.wait(300)
    assert not window.session.signs(PaperKey("2502.00001")).read
    window.panes.show_page()  # which is behind the list: with such text there is no room for both
    qtbot.wait(300)
    assert not window.view.is_whole
    assert not window.session.signs(PaperKey("2502.00001")).read
    window.view.scroll_page()
    qtbot.waitUntil(lambda: window.session.signs(PaperKey("2502.00001")).read)
    window.panes.show_list()
    press(qtbot, window, Qt.Key.Key_R)
    assert not window.session.signs(PaperKey("2502.00001")).read


def test_a_paper_counts_as_read_when_one_moves_on_after_a_moment_and_not_before(
    open_window: Open, synced: Path, qtbot: QtBot
) -> None:
    with Profile(ProfilePaths.of(synced)) as opened:
        opened.settings.set("read_after", 0.3)
    window = open_window(synced)
    qtbot.wait(400)
    press(qtbot, window, Qt.Key.Key_J, Qt.Key.Key_J)
    assert window.session.marks.keys("read") == {"2502.00001"}


def test_the_unread_list_keeps_the_open_paper_until_another_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    window.browsing.show_place(UNREAD)
    press(qtbot, window, Qt.Key.Key_J, Qt.Key.Key_R)
    opened = window.state.key
    qtbot.waitUntil(lambda: window.session.count(UNREAD) == 6)
    qtbot.wait(300)  # longer than the list waits before it takes a newer state
    assert opened is not None
    assert (window.papers.count(), window.papers.current_key()) == (7, opened)
    press(qtbot, window, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: window.papers.count() == 6)
    assert not window.papers.choose(opened)


def test_next_unread_goes_on_with_the_day_before(window: MainWindow, qtbot: QtBot) -> None:
    window.browsing.show_place(Place("day", "2025-02-03"))
    window.session.set_read([PaperKey(f"2502.0000{n}") for n in (1, 2, 3)], True)
    press(qtbot, window, Qt.Key.Key_N)
    assert window.state.place == Place("day", "2025-01-02")
    assert window.state.key == "2501.00001"
    window.session.set_read([PaperKey("2502.00002")], False)
    press(qtbot, window, Qt.Key.Key_P)
    assert (window.state.place, window.state.key) == (Place("day", "2025-02-03"), "2502.00002")
    window.session.set_read(window.session.keys_of(ALL), True)
    press(qtbot, window, Qt.Key.Key_N)
    assert window.status.message() == "No other unread paper in this list"


def test_next_unread_of_a_list_with_the_oldest_first_goes_on_with_the_day_after(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.papers.sort_chosen.emit("oldest")
    window.browsing.show_place(Place("day", "2025-01-02"))
    window.session.set_read([PaperKey(f"2501.0000{n}") for n in (1, 2, 3, 4)], True)
    press(qtbot, window, Qt.Key.Key_N)
    assert (window.state.place, window.state.key) == (Place("day", "2025-02-03"), "2502.00001")
    window.session.set_read([PaperKey("2501.00004")], False)
    press(qtbot, window, Qt.Key.Key_P)
    assert (window.state.place, window.state.key) == (Place("day", "2025-01-02"), "2501.00004")


def test_mark_all_read_is_one_undo(window: MainWindow) -> None:
    window.actions_["mark_all_read"].trigger()
    assert len(window.session.marks.keys("read")) == 7
    window.actions_["undo"].trigger()
    assert window.session.marks.keys("read") == set()


def test_n_goes_to_the_next_unread_paper(window: MainWindow, qtbot: QtBot) -> None:
    window.session.set_read([PaperKey("2502.00002"), PaperKey("2502.00003")], True)
    press(qtbot, window, Qt.Key.Key_N)
    assert window.state.key == "2501.00001"
    press(qtbot, window, Qt.Key.Key_P)
    assert window.state.key == "2502.00001"


def test_it_opens_where_it_was_closed(open_window: Open, synced: Path, qtbot: QtBot) -> None:
    first = open_window(synced)
    first.resize(780, 520)  # the off-screen screen is no larger
    first.browsing.show_place(Place("day", "2025-01-02"))
    first.choose_paper(PaperKey("2501.00003"))
    first.view.set_scroll_position(0.5)
    scrolled = first.view.scroll_position()
    first.close()
    again = open_window(synced)
    assert again.state.place == Place("day", "2025-01-02")
    assert again.state.key == "2501.00003"
    assert again.papers.current_key() == "2501.00003"
    assert again.size() == first.size()
    qtbot.waitUntil(lambda: abs(again.view.scroll_position() - scrolled) < 0.05)


def test_an_unreadable_state_costs_nothing_but_the_place(open_window: Open, synced: Path) -> None:
    (synced / "config").mkdir(exist_ok=True)
    (synced / "config" / "window.json").write_text('{"widths": "wide", "scroll": null, "place": 7', encoding="utf-8")
    assert open_window(synced).papers.count() == 7


def test_where_one_was_is_saved_as_the_window_closes_though_a_slow_disk_still_writes(
    synced: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, written = threading.Event(), []
    write = WindowState.write

    def slowly(state: WindowState, path: Path) -> None:
        if not first.is_set():
            first.set()
            time.sleep(0.3)
        write(state, path)
        written.append(state.key)

    monkeypatch.setattr(WindowState, "write", slowly)
    _, made = build(Profile(ProfilePaths.of(synced)), Shown(language="en", theme="light"))
    made.show()
    qtbot.waitUntil(lambda: made.is_ready)
    begun = made.state.key
    made._memory.save()
    assert first.wait(5)
    made.papers.step(1)
    made._memory.save()
    assert written == [], "the window waits for nobody"
    at_last = made.state.key
    made.close()
    assert written == [begun, at_last]
    assert begun != at_last
    assert WindowState.read(synced / "config" / "window.json").key == at_last


def test_every_action_does_something_and_no_key_does_two_things(window: MainWindow) -> None:
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))
    for spec in ACTIONS:
        assert window.actions_[spec.name].text(), spec.name


def test_a_link_goes_to_the_browser(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("reader.ui.session.browser.open_link", lambda address: not opened.append(address))
    press(qtbot, window, Qt.Key.Key_O, Qt.Key.Key_A)
    press(qtbot, window, Qt.Key.Key_G, Qt.Key.Key_P)
    assert opened == [
        "https://arxiv.org/abs/2502.00001",
        "https://www.alphaxiv.org/ko/overview/2502.00001",
        "https://arxiv.org/pdf/2502.00001",
    ]
    window.reading.open("javascript:alert(1)")
    window.reading.open("file:///etc/passwd")


def test_nothing_but_web_addresses_is_handed_to_the_system() -> None:
    from reader.ui.session.browser import open_link

    assert not open_link("file:///etc/passwd")
    assert not open_link("javascript:alert(1)")


def test_settings_keys_and_about_open(window: MainWindow, qtbot: QtBot) -> None:
    for name in ("settings", "keys", "about"):
        window.actions_[name].trigger()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, name
        dialog.close()
