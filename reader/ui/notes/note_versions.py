"""The earlier texts of a note, to be looked at and brought back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.marks.model import NoteVersion
from reader.ui.widgets.guarded import guarded

_BEGINNING = 60  # characters of a version shown in the list


@guarded
class VersionsDialog(QDialog):
    """A list of times, newest first, and the text of the chosen one beside it."""

    def __init__(
        self, versions: Sequence[NoteVersion], restore: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        """`restore` is called with the text a person wants back."""
        super().__init__(parent)
        self._versions = versions
        self._restore = restore
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Earlier versions of this note"))
        self._list = QListWidget()
        self._list.setObjectName("versions")
        self._list.setSpacing(4)
        self._text = QPlainTextEdit(readOnly=True)
        self._text.setAccessibleName(self.tr("Text of the version"))
        for version in versions:
            self._list.addItem(self._words(version))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._back = buttons.addButton(self.tr("Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._list.currentRowChanged.connect(self._show)
        self._list.itemDoubleClicked.connect(lambda _item: self.accept())
        self._show(-1)
        self._list.setCurrentRow(0)
        self.resize(680, 420)

    def accept(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._versions):
            self._restore(self._versions[row].text)
        super().accept()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        words = self.tr("What a note said is kept when it is changed after a pause, shortened by half or removed.")
        explained = QLabel(words)
        explained.setWordWrap(True)
        both = QHBoxLayout()
        both.addWidget(self._list, 2)
        both.addWidget(self._text, 3)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(explained)
        column.addLayout(both, 1)
        column.addWidget(buttons)

    def _show(self, row: int) -> None:
        there = 0 <= row < len(self._versions)
        self._back.setEnabled(there)
        self._text.setPlainText(self._versions[row].text if there else self.tr("There are no earlier versions yet."))

    def _words(self, version: NoteVersion) -> str:
        """When it was written, and how it begins."""
        lines = [line.strip() for line in version.text.split("\n") if line.strip()]
        written = f"{version.written.astimezone():%Y-%m-%d %H:%M}"
        if version.displaced:
            elsewhere = self.tr("from another window")
            written = f"{written} · {elsewhere}"
        return f"{written}\n{lines[0][:_BEGINNING] if lines else ''}"
