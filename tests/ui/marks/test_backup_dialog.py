"""Backups in the window: looking at what would change, restoring, a file to carry, and a start with damaged marks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.marks.backup import newest_good
from reader.marks.merging import Difference, MergeReport
from reader.marks.store import MarkStore
from reader.marks.troubles import DamagedStoreError
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.marks.backup_dialog import BackupDialog
from reader.ui.marks.backup_words import report_words
from reader.ui.start.recovery import may_go_on
from reader.ui.window.window import MainWindow
from tests.factories import numbered, post, write_post

FIRST, SECOND = PaperKey("2502.00001"), PaperKey("2502.00002")

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")


@pytest.fixture
def places(profile: Path, tmp_path: Path) -> ProfilePaths:
    folder = tmp_path / "posts"
    write_post(folder, "2025-02-03-daily.md", post(numbered(3, "2502"), date="2025-02-03 08:15:00"))
    assert run(["sync", "--profile", str(profile), str(folder)]) == 0
    made = ProfilePaths.of(profile)
    for daily in made.backups.glob("*"):
        daily.unlink()
    return made


@pytest.fixture
def window(qtbot: QtBot, places: ProfilePaths) -> Iterator[MainWindow]:
    _, made = build(Profile(places), Shown(language="en", theme="light", remembers=False))
    made.show()
    qtbot.waitUntil(lambda: made.is_ready and made.state.key == FIRST)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> BackupDialog:
    window.session.toggle_bookmark([FIRST])
    window.session.marks.backup()
    window.session.toggle_bookmark([FIRST, SECOND])
    window.session.set_label([SECOND], "later", True)
    made = BackupDialog(window.session, window.look, window)
    made.marks_merged.connect(window.start_sync)
    made.open()
    qtbot.waitUntil(made.restore_button.isEnabled)
    return made


def test_what_would_change_is_told_before_it_is_restored(
    dialog: BackupDialog, window: MainWindow, qtbot: QtBot
) -> None:
    assert dialog.look.toPlainText() == (
        "Restoring it would change:\n\n"
        "Bookmarks  −1\n  − Paper Number 2 of 2502\n\n"
        "Labels of papers  −1\n  − Paper Number 2 of 2502\n\n"
        "Labels  −1\n  − later"
    )
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: window.session.marks.keys("bookmarked") == {FIRST})
    qtbot.waitUntil(lambda: window.session.labels() == ())
    assert window.session.signs(FIRST).bookmarked
    assert window.session.undo() is None
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    rows = [dialog.list.item(row).text().partition(" · ")[2] for row in range(2)]
    assert sorted(rows) == ["before a restore", "by hand"]
    dialog.list.setCurrentRow(rows.index("before a restore"))
    qtbot.waitUntil(lambda: "+ later" in dialog.look.toPlainText())


def test_a_backup_of_now_changes_nothing_and_cannot_be_restored(
    dialog: BackupDialog, window: MainWindow, qtbot: QtBot
) -> None:
    dialog.now_button.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    qtbot.waitUntil(lambda: dialog.look.toPlainText() == "It holds the same as there is now.")
    assert not dialog.restore_button.isEnabled()


def test_a_damaged_backup_is_told_and_changes_nothing(dialog: BackupDialog, window: MainWindow, qtbot: QtBot) -> None:
    chosen = dialog._chosen()
    assert chosen is not None
    path = chosen.path
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 8192)
    dialog._preview()
    qtbot.waitUntil(lambda: "damaged" in dialog.look.toPlainText())
    assert not dialog.restore_button.isEnabled()
    assert len(window.session.marks.keys("bookmarked")) == 2


def test_everything_is_carried_to_another_computer_and_merged_there(
    dialog: BackupDialog, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "there.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(there), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(there), ""))
    dialog.write_button.click()
    qtbot.waitUntil(lambda: dialog._said.text() == f"Saved to {there}")
    window.session.set_label([FIRST], "only here", True)
    dialog.merge_button.click()
    qtbot.waitUntil(lambda: dialog._said.text() == "There was nothing new in it.")
    there.write_bytes(b"PK no zip at all")
    dialog.merge_button.click()
    qtbot.waitUntil(lambda: "no zip of marks" in dialog._said.text())
    assert dialog.merge_button.isEnabled()
    assert {label.name for label in window.session.labels()} == {"later", "only here"}


def test_long_reports_are_counted_not_listed() -> None:
    report = MergeReport({"noted": Difference(tuple(f"2512.{n:05}" for n in range(20)), ("x",), ())})
    words = report_words(report, lambda key: f"<{key}>")
    assert words.startswith("Notes  +20  −1\n  + <2512.00000>")
    assert words.endswith("… and 9 more")
    assert len(words.splitlines()) == 14


# A start with damaged marks


def damaged(places: ProfilePaths, *, with_backup: bool = True) -> DamagedStoreError:
    """Marks with one bookmark, a good and a broken backup; then a start that finds them damaged and sets them aside."""
    with MarkStore(places.marks, places.backups) as store:
        store.set_bookmark(FIRST, True)
        if with_backup:
            store.backup()
            broken = places.backups / "marks-2099-01-01T000000Z.sqlite"
            broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 9000)
    places.marks.write_bytes(b"\xff" * 20_000)
    with pytest.raises(DamagedStoreError) as caught:
        MarkStore(places.marks, places.backups)
    return caught.value


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> list[str]:
    """Press the button of this text in the next message box; returns what it said."""
    said: list[str] = []

    def press(box: QMessageBox) -> int:
        said.append(box.text())
        next(button for button in box.buttons() if button.text() == text).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return said


def test_the_newest_backup_that_can_be_read_is_restored(
    qapp: QApplication, places: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage = damaged(places)
    said = answer(monkeypatch, "Restore the backup")
    assert may_go_on(damage, places)
    assert said[0].startswith("The bookmarks and notes could not be read: their file is damaged. The newest good")
    with MarkStore(places.marks, places.backups) as store:
        assert store.keys("bookmarked") == {FIRST}
    assert damage.moved_to is not None
    assert damage.moved_to.read_bytes() == b"\xff" * 20_000


@pytest.mark.parametrize(("text", "goes_on"), [("Begin with empty marks", True), ("Quit", False)])
def test_nothing_is_restored_that_was_not_asked_for(
    qapp: QApplication, places: ProfilePaths, monkeypatch: pytest.MonkeyPatch, text: str, goes_on: bool
) -> None:
    damage = damaged(places)
    answer(monkeypatch, text)
    assert may_go_on(damage, places) is goes_on
    assert not places.marks.exists()


def test_without_a_good_backup_none_is_offered(
    qapp: QApplication, places: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage = damaged(places, with_backup=False)
    said = answer(monkeypatch, "Begin with empty marks")
    assert newest_good(places.backups) is None
    assert may_go_on(damage, places)
    assert said[0].endswith("There is no backup that can be read.")


def test_while_something_is_written_nothing_else_can_be_begun(dialog: BackupDialog) -> None:
    buttons = (dialog.now_button, dialog.write_button, dialog.merge_button)
    dialog.restore_button.setEnabled(True)
    dialog._busy(False)
    assert dialog.restore_button.isEnabled()
    dialog._busy(True)
    assert not any(button.isEnabled() for button in (*buttons, dialog.list, dialog.restore_button))
    dialog._busy(False)
    assert all(button.isEnabled() for button in (*buttons, dialog.list))
    assert not dialog.restore_button.isEnabled(), "that is up to the look at what it would change"


def test_a_file_to_merge_is_asked_for_where_files_were_chosen_last(
    dialog: BackupDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []

    def choose(*given: object) -> tuple[str, str]:
        asked.append(given)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    dialog._ask_what_to_merge()
    assert asked[0][2:] == ("", "ZIP (*.zip)")
