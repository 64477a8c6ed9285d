"""The list of what a person says of names: which mean the same, and which do not. Pairs are added and taken back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.base.errors import ReaderError
from reader.services.own_names import LONGEST, NamePair, OwnNames
from reader.ui.search.nothing_here import NothingHere
from reader.ui.widgets.flow_layout import FlowLayout
from reader.ui.widgets.theme import Look

_PAIR = Qt.ItemDataRole.UserRole
Edit = Callable[[OwnNames], None]


class NamesDialog(QDialog):
    """The list, with two fields below it. What can't be is told in the dialog, which stays open."""

    def __init__(self, look: Look, own: OwnNames, edit: Callable[[Edit], None], parent: QWidget | None = None) -> None:
        """`edit` makes a change of the names and tells whoever shows what they find. Raises ReaderError."""
        super().__init__(parent)
        self._own = own
        self._edit = edit
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Names that mean the same"))
        self.pairs = QListWidget(self)
        self.pairs.setAccessibleName(self.windowTitle())
        self._nothing = NothingHere(
            self.pairs, self.tr("No pairs yet. Write two names below, and say whether they mean the same.")
        )
        self.name = self._field(self.tr("A name"))
        self.other = self._field(self.tr("Another name"))
        self.same = QPushButton(self.tr("They mean the same"), self)
        self.apart = QPushButton(self.tr("They do not"), self)
        self.take_back = QPushButton(self.tr("Take back"), self)
        self._trouble = QLabel(self)
        self._trouble.setWordWrap(True)
        self._connect()
        self._lay_out(look)
        self._read()

    def _field(self, words: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setMaxLength(LONGEST)
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        return field

    def _connect(self) -> None:
        self.same.setDefault(True)
        self.same.clicked.connect(lambda: self._say(OwnNames.say_same))
        self.apart.clicked.connect(lambda: self._say(OwnNames.say_other))
        self.take_back.clicked.connect(self._take_back)
        self.pairs.currentRowChanged.connect(lambda row: self.take_back.setEnabled(row >= 0))
        for field in (self.name, self.other):
            field.textChanged.connect(self._trouble.hide)
        delete = QAction(self.take_back.text(), self.pairs)
        delete.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(self._take_back)
        self.pairs.addAction(delete)

    def _lay_out(self, look: Look) -> None:
        about = QLabel(
            self.tr("A search for one finds the other as well, below the papers with the word you typed."), self
        )
        about.setWordWrap(True)
        names, buttons = QHBoxLayout(), FlowLayout()
        names.addWidget(self.name)
        names.addWidget(self.other)
        for button in (self.same, self.apart):
            buttons.addWidget(button)
        buttons.addWidget(self.take_back)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(look.px(10))
        column.addWidget(about)
        column.addWidget(self.pairs)
        column.addLayout(names)
        column.addWidget(self._trouble)
        column.addLayout(buttons)
        column.addWidget(close)
        self.setMinimumWidth(look.over(self.parentWidget(), 460).width())
        self.name.setFocus()

    def _read(self) -> None:
        """Show the pairs as they are on the disk."""
        self._trouble.hide()
        self._nothing.show_if(False)
        self.pairs.clear()
        try:
            judged = self._own.judged()
        except ReaderError as error:
            self._tell(error)
            return
        for pairs, sign in ((judged.same, "="), (judged.other, "≠")):
            for pair in pairs:
                row = QListWidgetItem(f" {sign} ".join(pair), self.pairs)
                row.setData(_PAIR, pair)
        self._nothing.show_if(self.pairs.count() == 0)
        self.take_back.setEnabled(self.pairs.currentRow() >= 0)

    def _say(self, say: Callable[[OwnNames, str, str], None]) -> None:
        if self._do(say, (self.name.text(), self.other.text())):
            self.name.clear()
            self.other.clear()
        self.name.setFocus()

    def _take_back(self) -> None:
        row = self.pairs.currentItem()
        if row is not None:
            self._do(OwnNames.forget, row.data(_PAIR))

    def _do(self, say: Callable[[OwnNames, str, str], None], pair: NamePair) -> bool:
        try:
            self._edit(lambda own: say(own, *pair))
        except ReaderError as error:
            self._tell(error)
            return False
        self._read()
        return True

    def _tell(self, error: ReaderError) -> None:
        self._trouble.setText(str(error))
        self._trouble.show()
