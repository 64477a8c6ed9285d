"""Backups of what a person made: which there are, what going back to one would change, and a file to carry away.

Everything that reads or writes a whole store is done on a thread of its own.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.marks.backup import Backup, backups_in
from reader.marks.merging import MergeReport
from reader.marks.portable import write_zip
from reader.marks.restoring import preview, restore
from reader.marks.store import MarkStore
from reader.services.importing import import_marks
from reader.services.profile import Profile
from reader.ui.marks.backup_words import reason_words, report_words
from reader.ui.session.errand import Errand
from reader.ui.session.session import Session
from reader.ui.widgets.flow_layout import FlowLayout
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_BACKUP = Qt.ItemDataRole.UserRole


@guarded
class BackupDialog(QDialog):
    """The list of backups on the left; on the right what restoring the chosen one would change.

    Signals: `marks_merged()` papers may be marked now that no post has: a sync lists them.
    """

    marks_merged = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._places = session.profile.places
        self._looks = 0  # how many backups were looked into; only the newest look is shown
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Backup and restore"))
        self.list = QListWidget(self)
        self.look = QPlainTextEdit(self, readOnly=True, tabChangesFocus=True)
        self.restore_button = QPushButton(self.tr("Restore this backup"), self)
        self.now_button = QPushButton(self.tr("Back up now"), self)
        self.write_button = QPushButton(self.tr("Save everything to a file…"), self)
        self.merge_button = QPushButton(self.tr("Merge a file…"), self)
        self._said = QLabel(self, wordWrap=True)
        self._arrange()
        self._connect()
        self._show_backups()

    def done(self, result: int) -> None:
        """Closed only when nothing is being written."""
        for errand in self.findChildren(Errand):
            errand.wait()
        super().done(result)

    def _arrange(self) -> None:
        intro = QLabel(
            self.tr("Bookmarks, notes, highlights, labels and days are backed up once a day when the program is used."),
            self,
            wordWrap=True,
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(self._look.px(10))
        column.addWidget(intro)
        column.addLayout(self._panes(), 1)
        column.addLayout(self._carrying())
        column.addWidget(self._said)
        column.addWidget(buttons)
        self.list.setAccessibleName(self.tr("Backups"))
        self.look.setAccessibleName(self.tr("What restoring it would change"))
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self._dress()

    def _panes(self) -> QHBoxLayout:
        panes, left, right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.now_button, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.look, 1)
        right.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignRight)
        panes.addLayout(left, 2)
        panes.addLayout(right, 3)
        return panes

    def _carrying(self) -> FlowLayout:
        carry = FlowLayout()
        carry.addWidget(QLabel(self.tr("To another computer:"), self))
        carry.addWidget(self.write_button)
        carry.addWidget(self.merge_button)
        return carry

    def _dress(self) -> None:
        look = self._look
        theme = look.theme
        self.list.setStyleSheet(
            f"QListWidget {{ border: 1px solid {theme.line}; border-radius: 5px; padding: 3px; outline: none;"
            f" background: {theme.field}; }}"
            "QListWidget::item { padding: 5px 7px; border-radius: 4px; }"
            f"QListWidget::item:selected {{ background: {theme.chosen}; color: {theme.text}; }}"
        )
        self.look.document().setDocumentMargin(look.px(8))
        self.look.setStyleSheet(f"QPlainTextEdit {{ border: 1px solid {theme.line}; border-radius: 5px; }}")
        self.resize(look.over(self.parentWidget(), 760, 500))

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(lambda *_: self._preview())
        self.restore_button.clicked.connect(self._restore)
        self.now_button.clicked.connect(self._back_up)
        self.write_button.clicked.connect(self._ask_where_to_write)
        self.merge_button.clicked.connect(self._ask_what_to_merge)

    def _show_backups(self) -> None:
        """List the backups anew, the newest chosen."""
        self.list.clear()
        for backup in backups_in(self._places.backups):
            item = QListWidgetItem(_name(backup, self.locale()))
            item.setData(_BACKUP, backup)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._preview()

    def _chosen(self) -> Backup | None:
        item = self.list.currentItem()
        return Backup(*item.data(_BACKUP)) if item else None

    def _preview(self) -> None:
        backup = self._chosen()
        self._looks += 1
        self.restore_button.setEnabled(False)
        if backup is None:
            self.look.setPlainText(self.tr("There is no backup yet."))
            return
        self.look.setPlainText(self.tr("Looking at what would change…"))
        work = partial(preview, backup.path, self._places.marks)
        look = self._looks
        Errand(work, partial(self._show_preview, look), partial(self._tell_in_look, look), self).start()

    def _tell_in_look(self, look: int, message: str) -> None:
        if look == self._looks:
            self.look.setPlainText(message)

    def _show_preview(self, look: int, report: object) -> None:
        if look != self._looks or not isinstance(report, MergeReport):
            return
        self.restore_button.setEnabled(not report.is_empty)
        if report.is_empty:
            self.look.setPlainText(self.tr("It holds the same as there is now."))
        else:
            words = report_words(report, self._session.title_of)
            caption = self.tr("Restoring it would change:")
            self.look.setPlainText(f"{caption}\n\n{words}")

    def _restore(self) -> None:
        backup = self._chosen()
        if backup is not None:
            work = partial(restore, backup.path, self._places.marks, self._places.backups)
            self._send(work, self._restored)

    def _restored(self, before: object) -> None:
        self._session.take_replaced_marks()
        self._take_newer_marks()
        words = self.tr("Restored. What was there before is kept as a backup: %1")
        self._said.setText(words.replace("%1", before.name if isinstance(before, Path) else "—"))

    def _back_up(self) -> None:
        def work() -> Path:
            with MarkStore(self._places.marks, self._places.backups) as store:
                return store.backup()

        self._send(work, lambda _: self._finish(self.tr("Backed up.")))

    def _ask_where_to_write(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"daily-papers-{self._session.today().isoformat()}.zip"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.write_button.text().removesuffix("…"), str(Path(folder) / name), "ZIP (*.zip)"
        )
        if not chosen:
            return
        path = Path(chosen)

        def work() -> None:
            with MarkStore(self._places.marks, self._places.backups) as store:
                write_zip(store, path)

        self._send(work, lambda _: self._finish(self.tr("Saved to %1").replace("%1", str(path))))

    def _ask_what_to_merge(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.merge_button.text().removesuffix("…"), "", "ZIP (*.zip)")
        if not chosen:
            return
        path = Path(chosen)

        def work() -> MergeReport:
            with Profile(self._places) as profile:
                return import_marks(profile, path)

        self._send(work, self._merged)

    def _merged(self, report: object) -> None:
        self._take_newer_marks()
        if not isinstance(report, MergeReport) or report.is_empty:
            self._said.setText(self.tr("There was nothing new in it."))
            return
        self._said.setText(self.tr("Merged. What was there before is kept as a backup."))
        caption = self.tr("Changed:")
        self.look.setPlainText(f"{caption}\n\n{report_words(report, self._session.title_of)}")

    def _take_newer_marks(self) -> None:
        self._busy(False)
        self._session.look_for_changes()
        self.marks_merged.emit()
        self._show_backups()

    def _finish(self, words: str) -> None:
        self._busy(False)
        self._show_backups()
        self._said.setText(words)

    def _fail(self, message: str) -> None:
        self._busy(False)
        self._preview()
        self._said.setText(message)

    def _busy(self, on: bool) -> None:
        """While something is written nothing else can be begun; what can be restored is up to the look at it."""
        self._said.setText(self.tr("One moment…") if on else "")
        for widget in (self.list, self.now_button, self.write_button, self.merge_button):
            widget.setEnabled(not on)
        if on:
            self.restore_button.setEnabled(False)

    def _send(self, work: Callable[[], object], then: Callable[[object], object]) -> None:
        self._busy(True)
        Errand(work, then, self._fail, self).start()


def _name(backup: Backup, locale: QLocale) -> str:
    """'11월 21일 (토) 15:02 · daily'."""
    at = QDateTime.fromSecsSinceEpoch(int(backup.at.timestamp()))
    korean = locale.language() == QLocale.Language.Korean
    day = locale.toString(at, "yyyy년 M월 d일 (ddd) HH:mm" if korean else "ddd, MMM d, yyyy HH:mm")
    return f"{day} · {reason_words(backup.reason)}"
