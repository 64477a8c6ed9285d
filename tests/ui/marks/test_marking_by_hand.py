"""Marks in the window: many papers at once, days to come back on a clock that is moved, labels, notices."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QTextBrowser
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.errors import ReaderError
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.marks.label_dialog import LabelDialog
from reader.ui.marks.notice import Notices
from reader.ui.marks.revisit_menu import DayDialog
from reader.ui.papers.paper_list import Signs
from reader.ui.session.paper_drag import carried, papers_in
from reader.ui.session.paper_titles import PaperTitles
from reader.ui.session.places import ALL, BOOKMARKED, REVISIT, UNREAD, Place
from reader.ui.window.window import MainWindow
from tests.factories import age, numbered, paper, post, write_post

NOON = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)  # 12:00 in Seoul
TODAY = date(2026, 11, 21)
FIRST, SECOND, THIRD, FOURTH = (PaperKey(f"2502.0000{n}") for n in (1, 2, 3, 4))

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")  # menus, offscreen


class FakeClock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture(autouse=True)
def in_seoul() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as place:
        place.setenv("TZ", "Asia/Seoul")
        yield
    time.tzset()  # the zone of this machine again, for the tests that follow


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    write_post(folder, "2025-02-03-daily.md", post(numbered(4, "2502"), date="2025-02-03 08:15:00"))
    return folder


@pytest.fixture
def window(qtbot: QtBot, profile: Path, posts: Path, clock: FakeClock) -> Iterator[MainWindow]:
    assert run(["sync", "--profile", str(profile), str(posts)]) == 0
    _, made = build(Profile(ProfilePaths.of(profile)), Shown(language="en", theme="light", remembers=False), clock)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.is_ready and made.state.key == FIRST)
    made.papers.table.setFocus()
    yield made
    made.close()
    made.deleteLater()


def press(qtbot: QtBot, window: MainWindow, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    for key in keys:
        qtbot.keyClick(window.papers.table, key, held or Qt.KeyboardModifier.NoModifier)


def menu_of(qtbot: QtBot, ask: Callable[[], object]) -> QMenu:
    ask()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entries(menu: QMenu) -> list[str]:
    return [action.text().replace("\t", "  ") for action in menu.actions() if action.text()]


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text().partition("\t")[0] == text).trigger()
    menu.close()


def due_of(window: MainWindow, key: PaperKey) -> date | None:
    revisit = window.session.revisit(key)
    return revisit.due if revisit else None


# Many at once


def test_marks_go_to_all_selected_papers_and_are_taken_back_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_J, Qt.Key.Key_J, held=Qt.KeyboardModifier.ShiftModifier)
    assert window.papers.selected_keys() == [FIRST, SECOND, THIRD]
    assert window.state.key == THIRD
    window.status.show_message("Something went wrong")
    assert (window.status._selected.text(), window.status._selected.isVisible()) == ("3 selected", True)
    marks = window.session.marks
    press(qtbot, window, Qt.Key.Key_B)
    assert marks.keys("bookmarked") == {FIRST, SECOND, THIRD}
    press(qtbot, window, Qt.Key.Key_R)
    assert marks.keys("read") == {FIRST, SECOND, THIRD}
    choose(menu_of(qtbot, window.handlers["revisit"]), "In 3 days")
    assert {due_of(window, key) for key in (FIRST, SECOND, THIRD)} == {TODAY + timedelta(days=3)}
    for kind in ("revisit", "read", "bookmarked"):
        window.session.undo()
        assert marks.keys(kind) == set(), kind  # type: ignore[arg-type]  # they are kinds
    press(qtbot, window, Qt.Key.Key_J)
    assert not window.status._selected.isVisible()


def test_undo_and_redo_say_what_they_took_back(window: MainWindow, qtbot: QtBot) -> None:
    said = window.status.message

    def step(name: str) -> str:
        window.actions_[name].trigger()
        return said()

    session, title = window.session, "Paper Number 1 of 2502"
    assert step("undo") == "There is nothing to undo."
    session.toggle_bookmark([FIRST])
    assert step("undo") == f"Undid the bookmark: {title}"
    assert step("redo") == f"Redid the bookmark: {title}"
    session.toggle_bookmark([FIRST])
    assert step("undo") == f"Undid removing the bookmark: {title}"
    session.set_read([FIRST, SECOND], True)
    assert step("undo") == "Undid marking as read: 2 papers"
    session.set_revisit([FIRST], TODAY)
    session.put_off([FIRST])
    assert step("undo") == f"Undid the revisit day: {title}"
    session.set_label([FIRST, SECOND], "읽을 것", True)
    assert step("undo") == "Undid the change of labels: “읽을 것”, 2 papers"
    session.save_note(FIRST, "메모", "")
    session.save_note(FIRST, "", "메모")
    assert step("undo") == f"Undid removing the note: {title}"
    session.marks.save_search("찾기", "캐시")
    assert step("undo") == "Undid the saved search: “찾기”"
    assert step("redo") == "Redid the saved search: “찾기”"
    assert step("redo") == "There is nothing to redo."


def test_an_undo_that_cannot_be_kept_says_so(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ReaderError("The disk is full.")

    monkeypatch.setattr(window.session.marks, "undo", fail)
    monkeypatch.setattr(window.session.marks, "redo", fail)
    for name in ("undo", "redo"):
        window.status.clear_message()
        window.actions_[name].trigger()
        assert window.status.message() == "The disk is full."


def test_a_mark_that_some_have_is_given_to_the_others_first(window: MainWindow, qtbot: QtBot) -> None:
    window.session.toggle_bookmark([SECOND])
    window.papers.select_all()
    press(qtbot, window, Qt.Key.Key_B)
    assert len(window.session.marks.keys("bookmarked")) == 4
    press(qtbot, window, Qt.Key.Key_B)
    assert window.session.marks.keys("bookmarked") == set()
    window.session.undo()
    window.session.undo()
    assert window.session.marks.keys("bookmarked") == {SECOND}


def test_papers_can_be_marked_when_none_is_open(window: MainWindow, qtbot: QtBot) -> None:
    window.browsing.show_place(BOOKMARKED)
    window.state.open(None)
    assert not window.actions_["bookmark"].isEnabled()
    window.browsing.show_place(ALL)
    press(qtbot, window, Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    press(qtbot, window, Qt.Key.Key_B)
    assert len(window.session.marks.keys("bookmarked")) == 4


def test_control_a_selects_the_list_from_the_list_and_the_text_from_the_text(window: MainWindow, qtbot: QtBot) -> None:
    browser = window.view.focusProxy()
    assert isinstance(browser, QTextBrowser)
    browser.setFocus()
    qtbot.keyClick(browser, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert window.papers.selected_count() == 1
    assert "Method" in browser.textCursor().selectedText()
    window.papers.table.setFocus()
    press(qtbot, window, Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    assert window.papers.selected_count() == 4


def test_what_is_marked_at_once_is_kept_for_the_day_its_post_is_gone(
    window: MainWindow, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.session.last_texts._AT_ONCE", 2)
    window.session.toggle_bookmark([FIRST, SECOND, THIRD, FOURTH])
    assert window.session.marks.snapshots() == {}  # that many are kept bit by bit
    window.close()
    with Profile(ProfilePaths.of(profile)) as opened:
        assert opened.marks.snapshots().keys() == {FIRST, SECOND, THIRD, FOURTH}


def test_a_paper_that_no_post_has_is_listed_where_its_marks_put_it_and_nowhere_else(
    window: MainWindow, profile: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "list.txt").write_text("2406.12345", encoding="utf-8")
    assert run(["import", "--profile", str(profile), str(tmp_path / "list.txt")]) == 0
    window.session.look_for_changes()
    window.browsing.show_place(BOOKMARKED)
    assert window.browsing.listed_keys() == ["2406.12345"]
    window.choose_paper(PaperKey("2406.12345"))
    qtbot.waitUntil(lambda: window.state.key == "2406.12345")
    shown = [label.text() for label in window.view.findChildren(QLabel) if label.isVisible()]
    assert "No post in the library has this paper. Only what you marked on it is known." in shown
    assert PaperTitles(window.session).find("2406", 5) == [("2406.12345", "2406.12345")]
    for place, count in ((ALL, 4), (UNREAD, 4), (BOOKMARKED, 1)):
        window.browsing.show_place(place)
        assert (len(window.browsing.listed_keys()), window.session.count(place)) == (count, count)


def test_what_another_program_marks_is_shown(window: MainWindow, profile: Path, qtbot: QtBot) -> None:
    assert run(["revisit", FIRST, TODAY.isoformat(), "--profile", str(profile)]) == 0
    assert run(["label", FIRST, "from outside", "--profile", str(profile)]) == 0
    window.session.look_for_changes()
    assert window.due.bar is not None
    assert window.due.bar.isVisible()
    assert window.session.signs(FIRST) == Signs(due=TODAY, labels=(("from outside", "blue"),))
    qtbot.waitUntil(lambda: window.tree._model.find(Place("label", "from outside")).isValid())
    assert run(["label", "--delete", "from outside", "--profile", str(profile)]) == 0
    window.session.look_for_changes()
    assert window.session.signs(FIRST).labels == ()


def test_what_cannot_be_kept_is_told_and_not_shown(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ReaderError("The disk is full.")

    window.session.set_label([FIRST], "label", True)
    for method in ("set_bookmarks", "set_read", "set_revisit", "set_label", "recolour_label", "remove_label"):
        monkeypatch.setattr(window.session.marks, method, refuse)
    changes: list[object] = []
    window.session.marks_changed.connect(changes.append)
    for do in (
        window.marking.toggle_bookmark,
        window.marking.toggle_read,
        lambda: window.session.set_revisit([FIRST], TODAY),
        lambda: window.session.set_label([FIRST], "other", True),
        lambda: window.labelling.recolour("label", "red"),
        lambda: window.labelling.remove("label"),
    ):
        window.status.clear_message()
        do()
        assert window.status.message() == "The disk is full."
    assert changes == []
    assert window.session.signs(FIRST).labels == (("label", "blue"),)


def test_a_list_of_bookmarks_lets_go_of_what_is_unmarked_when_another_paper_is_opened(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.session.toggle_bookmark([FIRST, SECOND, THIRD])
    window.browsing.show_place(BOOKMARKED)
    press(qtbot, window, Qt.Key.Key_Home)
    window.papers.star_clicked.emit(SECOND)
    qtbot.wait(300)  # longer than the list waits before it takes a newer state
    assert window.papers.count() == 3
    press(qtbot, window, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: window.papers.count() == 2)
    window.session.undo()
    qtbot.waitUntil(lambda: window.papers.count() == 3)


# Days to come back


def test_the_menu_tells_the_days_before_they_are_chosen(window: MainWindow, qtbot: QtBot) -> None:
    menu = menu_of(qtbot, window.handlers["revisit"])
    assert entries(menu) == [
        "Tomorrow  Sun, Nov 22",
        "In 3 days  Tue, Nov 24",
        "Next week  Sat, Nov 28",
        "Next month  Mon, Dec 21",
        "Another day…",
        "No longer revisit",
    ]
    active = menu.activeAction()
    assert active is not None
    assert active.text().startswith("Tomorrow")
    menu.close()


def test_a_paper_becomes_due_at_midnight_where_the_person_is(
    window: MainWindow, qtbot: QtBot, clock: FakeClock
) -> None:
    choose(menu_of(qtbot, window.handlers["revisit"]), "Tomorrow")
    clock.move(hours=11, minutes=59)
    window.session.look_for_changes()
    assert (window.session.due_count(), window.due.bar) == (0, None)
    clock.move(minutes=1)
    window.session.look_for_changes()
    assert window.session.due_count() == 1
    assert window.due.bar is not None
    assert window.due.bar.isVisible()
    assert window.due.bar.later.text() == "Again tomorrow · Mon, Nov 23"
    qtbot.waitUntil(lambda: _tree_line(window, REVISIT) == (1, 1))


def _tree_line(window: MainWindow, place: Place) -> tuple[int, int]:
    model = window.tree._model
    line = model.line(model.find(place))
    return line.papers, line.due


def test_a_journey_to_another_zone_and_a_clock_set_back_make_another_day(
    window: MainWindow, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    days: list[date] = []
    window.session.day_changed.connect(lambda: days.append(window.session.today()))
    window.session.set_revisit([FIRST], TODAY)
    monkeypatch.setenv("TZ", "Pacific/Honolulu")  # where it is still the day before
    window.session.look_for_changes()
    assert (days, window.session.due_count()) == ([date(2026, 11, 20)], 0)
    monkeypatch.setenv("TZ", "Asia/Seoul")
    window.session.look_for_changes()
    clock.move(days=-3)
    window.session.look_for_changes()
    clock.move(days=3)
    window.session.look_for_changes()
    window.session.look_for_changes()
    assert days == [date(2026, 11, 20), TODAY, date(2026, 11, 18), TODAY]
    assert window.session.due_count() == 1


def test_the_night_the_clocks_change_is_one_day(
    window: MainWindow, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    clock.now = datetime(2026, 10, 24, 21, 30, tzinfo=UTC)  # 23:30, and the next day has 25 hours
    window.session.look_for_changes()
    days: list[date] = []
    window.session.day_changed.connect(lambda: days.append(window.session.today()))
    for _ in range(54):
        clock.move(minutes=30)
        window.session.look_for_changes()
    assert days == [date(2026, 10, 25), date(2026, 10, 26)]


def test_each_time_a_paper_is_put_off_it_comes_back_later_and_it_can_be_finished(
    window: MainWindow, qtbot: QtBot, clock: FakeClock
) -> None:
    window.session.set_revisit([FIRST], TODAY)
    bar = window.due.bar
    assert bar is not None
    distances = []
    for _ in range(4):
        bar.later.click()
        due = due_of(window, FIRST)
        assert due is not None
        distances.append((due - window.session.today()).days)
        assert not bar.isVisible()
        clock.now = datetime(due.year, due.month, due.day, 3, tzinfo=UTC)
        window.session.look_for_changes()
        assert bar.isVisible()
    assert distances == [1, 3, 7, 16]
    assert bar.later.text().startswith("Again in 35 days")
    bar.done.click()
    assert due_of(window, FIRST) is None
    assert window.session.signs(FIRST).read
    window.session.undo()
    assert due_of(window, FIRST) == window.session.today()
    bar.drop.click()
    assert due_of(window, FIRST) is None


def test_what_is_due_is_offered_again_first_in_the_menu(window: MainWindow, qtbot: QtBot, clock: FakeClock) -> None:
    window.session.set_revisit([FIRST, SECOND], TODAY)
    window.session.put_off([SECOND])
    clock.move(days=2)
    window.session.look_for_changes()
    menu = menu_of(qtbot, window.handlers["revisit"])
    assert entries(menu)[:3] == ["Revisit on Sat, Nov 21", "Again tomorrow  Tue, Nov 24", "Done"]
    menu.close()
    press(qtbot, window, Qt.Key.Key_J, held=Qt.KeyboardModifier.ShiftModifier)
    choose(menu_of(qtbot, window.handlers["revisit"]), "Again later")
    assert [due_of(window, key) for key in (FIRST, SECOND)] == [date(2026, 11, 24), date(2026, 11, 26)]


def test_the_revisit_list_has_what_is_due_first_then_the_others_by_day(window: MainWindow) -> None:
    for key, days in ((FIRST, 5), (SECOND, -2), (FOURTH, 0)):
        window.session.set_revisit([key], TODAY + timedelta(days=days))
    window.browsing.show_place(REVISIT)
    window.papers.select_all()
    assert window.papers.selected_keys() == [SECOND, FOURTH, FIRST]


def test_a_day_is_chosen_from_a_calendar_that_begins_today(window: MainWindow, qtbot: QtBot) -> None:
    choose(menu_of(qtbot, window.handlers["revisit"]), "Another day…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DayDialog)
    assert dialog.day() == TODAY + timedelta(days=1)
    assert dialog.calendar.minimumDate().toPython() == TODAY
    dialog.calendar.setSelectedDate(dialog.calendar.selectedDate().addDays(29))
    dialog.accept()
    assert due_of(window, FIRST) == date(2026, 12, 21)


# Notices


def test_a_notice_is_sent_once_a_day_and_only_if_asked_for(window: MainWindow, clock: FakeClock) -> None:
    sent: list[str] = []
    notices = Notices(window.session, lambda _title, text: sent.append(text))
    window.session.set_revisit([FIRST], TODAY)
    notices.tell_if_due()
    assert sent == []
    window.settings.set("revisit_notice", True)
    notices.tell_if_due()
    notices.tell_if_due()
    Notices(window.session, lambda _title, text: sent.append(f"another window: {text}")).tell_if_due()
    assert sent == ["1 paper to revisit today"]
    clock.move(days=1)
    window.session.look_for_changes()
    assert sent[1:2] == ["1 paper to revisit today"]
    assert len(sent) == 2
    window.session.set_revisit([FIRST], None)
    clock.move(days=1)
    window.session.look_for_changes()
    assert len(sent) == 2


# Labels


def test_labels_are_made_ticked_for_many_and_shown(window: MainWindow, qtbot: QtBot) -> None:
    choose(menu_of(qtbot, window.handlers["labels"]), "New label…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LabelDialog)
    dialog.name.setText("  읽을   것 ")
    dialog._ok.click()
    assert window.session.labels_of(FIRST) == ("읽을 것",)
    assert [label.name for label in window.session.labels()] == ["읽을 것"]
    assert window.session.marks.snapshots().keys() == {FIRST}
    window.session.undo()
    assert (window.session.labels(), window.session.labels_of(FIRST)) == ((), ())
    window.actions_["redo"].trigger()
    assert window.session.labels_of(FIRST) == ("읽을 것",)

    window.papers.select_all()
    menu = menu_of(qtbot, window.handlers["labels"])
    assert entries(menu) == ["읽을 것  1/4", "New label…"]
    label = next(action for action in menu.actions() if action.text())
    assert not label.isChecked()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(label).center())
    assert menu.isVisible()
    assert window.session.labels()[0].count == 4
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(label).center())
    assert window.session.labels()[0].count == 0
    menu.close()
    window.session.undo()
    window.session.undo()
    assert window.session.labels_of(FIRST) == ("읽을 것",)
    assert window.session.signs(FIRST).labels == (("읽을 것", "blue"),)
    window.browsing.show_place(Place("label", "읽을 것"))
    assert window.papers.count() == 1


def test_a_name_that_is_taken_is_told_in_the_dialog_which_stays(window: MainWindow, qtbot: QtBot) -> None:
    window.session.edit_labels(lambda marks: marks.add_label("later", "red"))
    window.labelling.ask_for_label([FIRST])
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LabelDialog)
    assert not dialog._ok.isEnabled()
    dialog.name.setText("Later")
    dialog._ok.click()
    assert dialog.isVisible()
    assert "already" in dialog._trouble.text()
    dialog.reject()
    assert window.session.labels_of(FIRST) == ()


def test_a_label_is_renamed_recoloured_and_removed_from_its_menu_in_the_tree(window: MainWindow, qtbot: QtBot) -> None:
    window.session.set_label([FIRST, SECOND], "old", True)
    place = Place("label", "old")
    window.browsing.show_place(place)
    open_menu = lambda: window.marking.open_place_menu(window.state.place, QPoint(5, 5))  # noqa: E731
    choose(menu_of(qtbot, open_menu), "Rename…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LabelDialog)
    dialog.name.setText("new")
    dialog.colours.button(3).setChecked(True)
    dialog._ok.click()
    assert window.state.place == Place("label", "new")
    assert [tuple(label) for label in window.session.labels()] == [("new", "red", 2)]
    assert window.papers.count() == 2
    choose(menu_of(qtbot, open_menu), "Remove the label")
    assert (window.session.labels(), window.state.place) == ((), ALL)
    window.session.undo()
    assert [tuple(label) for label in window.session.labels()] == [("new", "red", 2)]
    window.session.undo()
    assert [tuple(label) for label in window.session.labels()] == [("old", "blue", 2)]


# The tree


def test_papers_are_dropped_on_bookmarks_labels_and_revisit_and_nowhere_else(window: MainWindow, qtbot: QtBot) -> None:
    window.session.set_label([FOURTH], "a label", True)
    qtbot.waitUntil(lambda: window.tree._model.find(Place("label", "a label")).isValid())
    data = carried([FIRST, SECOND])
    assert _drop(window, BOOKMARKED, data)
    assert window.session.marks.keys("bookmarked") == {FIRST, SECOND}
    assert _drop(window, Place("label", "a label"), data)
    assert window.session.labels()[0].count == 3
    assert not _drop(window, ALL, data)
    assert not _drop(window, BOOKMARKED, QMimeData())
    choose(menu_of(qtbot, lambda: _drop(window, REVISIT, data)), "Tomorrow")
    assert due_of(window, SECOND) == TODAY + timedelta(days=1)
    assert papers_in(window.papers._model.mimeData([window.papers._model.index(row, 0) for row in (0, 2)])) == [
        FIRST,
        THIRD,
    ]


def _drop(window: MainWindow, place: Place, data: QMimeData) -> bool:
    """Drag over a place and, where that is taken, drop; whether it was."""
    where = QPointF(window.tree.visualRect(window.tree._model.find(place)).center())
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    over = QDragMoveEvent(where.toPoint(), *held)
    window.tree.dragMoveEvent(over)
    if not over.isAccepted() or not data.formats():
        return False
    window.tree.dropEvent(QDropEvent(where, *held))
    return True


def test_a_place_is_marked_as_read_from_its_menu_with_one_undo(window: MainWindow, qtbot: QtBot) -> None:
    day = Place("day", "2025-02-03")
    menu = menu_of(qtbot, lambda: window.marking.open_place_menu(day, QPoint(5, 5)))
    choose(menu, "Mark 4 papers as read")
    assert window.session.count(UNREAD) == 0
    assert window.status.message() == "4 papers marked as read. Ctrl+Z takes it back."
    window.session.undo()
    assert window.session.count(UNREAD) == 4
    tip = window.tree._model.data(window.tree._model.find(day), Qt.ItemDataRole.ToolTipRole)
    assert tip == "Mon, Feb 3, 2025, 4 papers, 4 unread"


def test_a_rewritten_summary_is_unread_again_only_if_that_is_wanted(
    window: MainWindow, profile: Path, posts: Path
) -> None:
    window.session.set_read([FIRST, SECOND], True)

    def rewrite(text: str, seconds: int) -> None:
        changed = paper(1, "Paper Number 1 of 2502", f"https://arxiv.org/abs/{FIRST}", {"Method": text})
        papers = [changed, *numbered(4, "2502")[1:]]
        age(write_post(posts, "2025-02-03-daily.md", post(papers, date="2025-02-03 08:15:00")), seconds)
        assert run(["sync", "--profile", str(profile)]) == 0
        window.session.look_for_changes()

    rewrite("처음 고친 글", 60)
    assert window.session.marks.keys("read") == {FIRST, SECOND}
    window.settings.set("unread_when_rewritten", True)
    rewrite("다시 고친 글", 120)
    assert window.session.marks.keys("read") == {SECOND}
    write_post(posts, "2025-03-03-daily.md", post([numbered(2, "2502")[1]], date="2025-03-03 08:15:00"))
    assert run(["sync", "--profile", str(profile)]) == 0
    assert window.session.marks.keys("read") == {SECOND}  # seen in another post, it is known


def test_dialogs_of_marks_close_with_escape(window: MainWindow, qtbot: QtBot) -> None:
    window.labelling.ask_for_label([])
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert window.session.labels() == ()
