"""The field below a long tree: what is typed leaves the labels and tags that have it in their names."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.base.hangul import keys_of, typed_in_latin
from reader.ui.session.places import TreeCounts
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.popup import KeyKeeper, open_standard_menu

MANY = 20  # tags and labels from which on the tree has such a field
_AROUND = 8  # px
_LEAVING = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})


@guarded
class PlaceFilter(QLineEdit):
    """Knows the syllable being composed; ↓ and Enter go to the tree, Esc empties it and goes there too.

    Signals: `edited(str)` what is seen is another text · `left()` the keyboard is to go to the tree.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._preedit = ""
        self._keeper = KeyKeeper(self)
        self.setClearButtonEnabled(True)
        self.textChanged.connect(lambda: self.edited.emit(self.whole_text()))
        self.retranslate()

    def whole_text(self) -> str:
        """The text as it is seen."""
        at = self.cursorPosition()
        return self.text()[:at] + self._preedit + self.text()[at:]

    def room(self) -> int:
        """How much of the tree's height it takes, px."""
        return 0 if self.isHidden() else self.sizeHint().height() + 2 * _AROUND

    def place(self, size: QSize) -> None:
        """Stand at the bottom of a tree of this size."""
        height = self.sizeHint().height()
        self.setGeometry(_AROUND, size.height() - height - _AROUND, size.width() - 2 * _AROUND, height)

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        self.setPlaceholderText(QCoreApplication.translate("Tree", "Find a tag or label"))
        self.setAccessibleName(self.placeholderText())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        self.edited.emit(self.whole_text())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_standard_menu(self, event, self._keeper)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._preedit or event.key() not in (
            Qt.Key.Key_Escape,
            Qt.Key.Key_Down,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        self.left.emit()


def narrowed(counts: TreeCounts, typed: str) -> TreeCounts:
    """The counts with the tags and labels alone that have what is typed."""
    if not typed.strip():
        return counts
    return counts._replace(
        tags=tuple(entry for entry in counts.tags if fits(entry[0], typed)),
        labels=tuple(label for label in counts.labels if fits(label.name, typed)),
    )


def fits(name: str, typed: str) -> bool:
    """Whether a name has what is typed in it, by its keys: a syllable may be unfinished, the keyboard the other one."""
    wanted, has = keys_of(typed.strip()), keys_of(name)
    return wanted in has or (len(wanted) > 1 and typed_in_latin(wanted) in typed_in_latin(has))
