"""The field below a long tree: what is typed leaves the labels and tags that have it in their names."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.base.hangul import keys_of, typed_in_latin
from reader.ui.session.places import TreeCounts
from reader.ui.widgets.composing_field import ComposingField
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.popup import KeyKeeper, open_standard_menu

MANY = 20  # tags and labels from which on the tree has such a field
_AROUND = 8  # px
_LEAVING = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})


@guarded
class PlaceFilter(ComposingField):
    """↓ and Enter go to the tree, Esc empties it and goes there too.

    Signals: those of its base · `left()` the keyboard is to go to the tree.
    """

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = KeyKeeper(self)
        self.setClearButtonEnabled(True)
        self.retranslate()

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_standard_menu(self, event, self._keeper)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_composing() or event.key() not in _LEAVING:
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
