"""Importing from the window: a file or folder of any kind, a look at what it would change, and then the change."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.marks.import_job import ImportJob
from reader.ui.marks.import_words import changes_something, import_words
from reader.ui.session.session import Session
from reader.ui.widgets.dropped import dropped_path
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_WIDTH, _HEIGHT = 620, 460


@guarded
class ImportDialog(QDialog):
    """Signals: `marks_merged()` papers may be marked now that no post has: a sync lists them."""

    marks_merged = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._looked_at: Path | None = None  # what `look` is about
        self._is_done = False
        self.job = ImportJob(session.profile.places, self)
        self.place = QLineEdit(self)
        self.file_button = QPushButton(self.tr("File…"), self)
        self.folder_button = QPushButton(self.tr("Folder…"), self)
        self.look = QPlainTextEdit(self, readOnly=True, tabChangesFocus=True)
        self._said = QLabel(self, wordWrap=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self.import_button = self._buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange()
        self._connect()
        self._take_place()

    def take(self, path: Path) -> None:
        """Look at a file or folder."""
        self.place.setText(str(path))
        self._look_at_it()

    def done(self, result: int) -> None:
        """Closed by the person: a look under way is given up, a change is waited for."""
        self.place.blockSignals(True)  # it loses the keyboard, and would be looked at once more
        self.job.stop(0 if not self._is_done else 5000)
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := dropped_path(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.take(path)

    def _arrange(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import"))
        self.setAcceptDrops(True)
        self.resize(self._look.over(self.parentWidget(), _WIDTH, _HEIGHT))
        intro = QLabel(
            self.tr(
                "A list of papers (BibTeX, RIS, CSL-JSON, CSV, links, bookmarks of a browser), a vault whose notes you"
                " changed, or the marks of another computer. Nothing is changed before you have seen what would be."
            ),
            self,
            wordWrap=True,
        )
        row = QHBoxLayout()
        for widget in (self.place, self.file_button, self.folder_button):
            row.addWidget(widget, int(widget is self.place))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(self._look.px(10))
        column.addWidget(intro)
        column.addLayout(row)
        column.addWidget(self._said)
        column.addWidget(self.look, 1)
        column.addWidget(self._buttons)
        self.place.setAccessibleName(self.tr("What to import"))
        self.place.setPlaceholderText(self.tr("Choose a file or folder, or drop it here"))
        self.look.setAccessibleName(self.tr("What importing it would change"))
        self.look.setPlaceholderText(self.tr("What it would change stands here."))
        theme = self._look.theme
        self.look.setStyleSheet(
            f"QPlainTextEdit {{ border: 1px solid {theme.line}; border-radius: 5px; padding: 6px;"
            f" background: {theme.field}; }}"
        )
        self._said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for button in (self.file_button, self.folder_button):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.place.textChanged.connect(self._take_place)
        self.place.editingFinished.connect(self._look_at_it)
        self.file_button.clicked.connect(self._choose_file)
        self.folder_button.clicked.connect(self._choose_folder)
        self._buttons.accepted.connect(self._import)
        self._buttons.rejected.connect(self.reject)
        self.job.finished.connect(self._show)
        self.job.failed.connect(self._fail)

    def _take_place(self) -> None:
        """What was looked at is no longer what is named."""
        if self._looked_at is not None and self.place.text().strip() != str(self._looked_at):
            self._looked_at = None
            self.look.clear()
        self.import_button.setEnabled(False)

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Import"), self.place.text())
        if chosen:
            self.take(Path(chosen))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Import"), self.place.text())
        if chosen:
            self.take(Path(chosen))

    def _look_at_it(self) -> None:
        text = self.place.text().strip()
        if not text or Path(text) == self._looked_at or self.job.is_running:
            return
        self._looked_at = Path(text)
        self._said.setText(self.tr("One moment…"))
        self.job.start(self._looked_at, dry_run=True)

    def _import(self) -> None:
        if self._looked_at is None or self.job.is_running:
            return
        self._is_done = True
        self._busy(True)
        self._said.setText(self.tr("One moment…"))
        self.job.start(self._looked_at, dry_run=False)

    def _show(self, said: dict[str, Any]) -> None:
        words = import_words(said, self._session.title_of)
        self.look.setPlainText(words)
        if said["dry_run"]:
            worth = changes_something(said)
            self._said.setText(self.tr("This would change:") if worth else self.tr("There is nothing new in it."))
            self.import_button.setEnabled(worth)
            if self._looked_at is not None and str(self._looked_at) != self.place.text().strip():
                self._look_at_it()  # another was named meanwhile
            return
        self._busy(False)
        self._is_done = False
        self._said.setText(self.tr("Imported. What was there before is kept as a backup where notes were merged."))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Close"))
        self.import_button.setEnabled(False)
        self._session.look_for_changes()
        self.marks_merged.emit()

    def _fail(self, message: str) -> None:
        self._busy(False)
        self._is_done = False
        self.look.clear()
        self._said.setText(message)
        self.import_button.setEnabled(False)

    def _busy(self, on: bool) -> None:
        for widget in (self.place, self.file_button, self.folder_button, self.import_button):
            widget.setEnabled(not on)
