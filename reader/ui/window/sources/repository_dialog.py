"""The dialog that adds a Git repository to the library."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.base.errors import ReaderError
from reader.base.git_address import GitAddress, read_address
from reader.ui.widgets.theme import Look

Add = Callable[[GitAddress], None]
"""Adds a repository; raises ReaderError with what is to be told."""


class RepositoryDialog(QDialog):
    """An address, pasted in any form. What can't be is told in the dialog, which stays open."""

    def __init__(self, parent: QWidget | None, look: Look, add: Add) -> None:
        super().__init__(parent)
        self._add = add
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A Git repository with posts"))
        words = QLabel(self.tr("Its address, or its blog’s. A link to a folder or branch is understood too."))
        words.setWordWrap(True)
        self.address = QLineEdit(self)
        self.address.setPlaceholderText("github.com/owner/name")
        self.address.setAccessibleName(self.tr("Address of the repository"))
        self._note = QLabel(
            self.tr("It is fetched at the start, on F5 and every few hours. Nothing else is contacted.")
        )
        self._note.setObjectName("muted")
        self._note.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Add"))
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        self.address.textChanged.connect(self._address_changed)
        column = QVBoxLayout(self)
        column.setSpacing(look.px(10))
        for widget in (words, self.address, self._note, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(look.over(self.parentWidget(), 460).width())
        self._address_changed("")

    def _address_changed(self, text: str) -> None:
        """Say what is understood of the address, while it is typed."""
        self._ok.setEnabled(bool(text.strip()))
        address = _understood(text)
        if address is not None:
            self._note.setText(self.tr("Will be fetched: %1").replace("%1", address.shown))

    def _try(self) -> None:
        try:
            address = read_address(self.address.text())
            if address is None:
                raise ReaderError(self.tr("This is no address of a repository. Write https://host/owner/name."))
            self._add(address)
        except ReaderError as error:
            self._note.setText(str(error))
            self.address.setFocus()
            return
        self.accept()


def _understood(text: str) -> GitAddress | None:
    try:
        return read_address(text)
    except ReaderError:
        return None  # said when the person is done typing
