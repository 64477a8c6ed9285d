"""The dialog of watched and muted words: a field, and the words that there are."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.base.errors import ReaderError
from reader.marks.store import MarkStore
from reader.ui.search.nothing_here import NothingHere
from reader.ui.session.session import Session
from reader.ui.widgets.composing_field import ComposingField
from reader.ui.widgets.theme import Look

Edit = Callable[[MarkStore], None]


class WatchDialog(QDialog):
    """Every change holds at once; what can't be is told in the dialog. Ctrl+Z outside takes changes back."""

    def __init__(self, session: Session, look: Look, word: str, unread: Mapping[str, int], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._unread = unread
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Watched and muted words"))
        self.field = ComposingField(self)
        self.field.setMaxLength(80)
        self.field.setPlaceholderText(self.tr("A word or concept, such as 확산 or world model"))
        self.field.setAccessibleName(self.tr("Word"))
        self.field.setText(word)
        self.watch = QPushButton(self.tr("Watch"), self)
        self.mute = QPushButton(self.tr("Mute"), self)
        self.words = QTableWidget(0, 3, self)
        self._nothing = NothingHere(self.words, self.tr("No words yet. Write one above, then watch or mute it."))
        self.turn = QPushButton(self)
        self.forget = QPushButton(self.tr("Remove"), self)
        self._trouble = QLabel(self)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._lay_out()
        self._connect()
        self._fill()

    # Inside

    def _lay_out(self) -> None:
        hint = QLabel(
            self.tr(
                "Watched words are lit in list and page and counted in the sidebar. Papers with a muted word in their"
                " title are folded away; the list says how many. What you marked yourself is never folded."
            ),
            self,
        )
        hint.setWordWrap(True)
        above = QHBoxLayout()
        above.addWidget(self.field, 1)
        above.addWidget(self.watch)
        above.addWidget(self.mute)
        self.watch.setDefault(True)
        below = QHBoxLayout()
        below.addWidget(self.turn)
        below.addWidget(self.forget)
        below.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        close.rejected.connect(self.reject)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setSpacing(self._look.px(10))
        column.addWidget(hint)
        column.addLayout(above)
        column.addWidget(self._trouble)
        column.addWidget(self.words, 1)
        column.addLayout(below)
        self._dress_table()
        self.resize(self._look.over(self.parentWidget(), 520, 420))
        self.field.setFocus()

    def _dress_table(self) -> None:
        table = self.words
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels([self.tr("Word"), self.tr("Kind"), self.tr("Unread")])
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)

    def _connect(self) -> None:
        self.field.edited.connect(self._typed)
        self.watch.clicked.connect(partial(self._add, "watch"))
        self.mute.clicked.connect(partial(self._add, "mute"))
        self.turn.clicked.connect(self._turn)
        self.forget.clicked.connect(self._forget)
        self.words.itemSelectionChanged.connect(self._chosen_changed)
        self._session.marks_changed.connect(self._fill)
        for button in (self.mute, self.turn, self.forget):
            button.setAutoDefault(False)
        self._typed(self.field.text())

    def _fill(self) -> None:
        kept, words = self._chosen(), self._session.marks.watched_words()
        kinds = {"watch": self.tr("watched"), "mute": self.tr("muted")}
        self._nothing.show_if(not words)
        self.words.setRowCount(len(words))
        for row, each in enumerate(words):
            count = str(self._unread.get(each.word, "")) if each.kind == "watch" else ""
            for column, text in enumerate((each.word, kinds[each.kind], count)):
                self.words.setItem(row, column, QTableWidgetItem(text))
            if each.word == kept:
                self.words.selectRow(row)
        self._chosen_changed()

    def _chosen(self) -> str:
        item = self.words.item(self.words.currentRow(), 0)
        return item.text() if item else ""

    def _kind(self) -> str:
        chosen = self._chosen()
        return next((each.kind for each in self._session.marks.watched_words() if each.word == chosen), "")

    def _chosen_changed(self) -> None:
        kind = self._kind()
        self.turn.setText(self.tr("Mute it") if kind == "watch" else self.tr("Watch it"))
        self.turn.setEnabled(bool(kind))
        self.forget.setEnabled(bool(kind))

    def _typed(self, text: str) -> None:
        for button in (self.watch, self.mute):
            button.setEnabled(bool(text.strip()))
        self._trouble.hide()

    def _add(self, kind: str, _checked: bool = False) -> None:
        word = self.field.text()
        if self._edit(lambda marks: marks.watch_word(word, kind)):
            self.field.clear()
            self.field.setFocus()

    def _turn(self) -> None:
        word, kind = self._chosen(), "mute" if self._kind() == "watch" else "watch"
        self._edit(lambda marks: marks.watch_word(word, kind))

    def _forget(self) -> None:
        word = self._chosen()
        self._edit(lambda marks: marks.forget_word(word))

    def _edit(self, edit: Edit) -> bool:
        try:
            self._session.edit_watched(edit)
        except ReaderError as error:
            self._trouble.setText(str(error))
            self._trouble.show()
            return False
        return True
