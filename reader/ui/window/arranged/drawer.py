"""The tree where there is no room beside the list for it: a drawer that opens over the other panes.

It closes by itself as soon as it has served: when a place is clicked, at Esc or Enter, or when the keyboard goes
elsewhere.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from reader.ui.sidebar.tree import Tree
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_WIDTH = 272
_CLOSING = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})


@guarded
class Drawer(QWidget):
    """Covers the left of its parent while it is open.

    Signals: `closed(bool)` it was open; whether the keyboard is to go back to where a person reads.
    """

    closed = Signal(bool)

    def __init__(self, look: Look, tree: Tree, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._over = parent
        self._tree = tree
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 1, 0)
        self._row = row
        self.hide()
        parent.installEventFilter(self)

    def take_tree(self) -> None:
        """Hold the tree; closed at first."""
        self.hide()
        self._row.addWidget(self._tree)
        self._tree.show()
        self._tree.installEventFilter(self)
        self._tree.clicked.connect(self._clicked)

    def give_tree(self) -> Tree:
        """The tree is to stand elsewhere again."""
        self.hide()
        self._tree.removeEventFilter(self)
        self._tree.clicked.disconnect(self._clicked)
        return self._tree

    def open(self) -> None:
        """Open, with the keyboard."""
        self._place()
        self.show()
        self.raise_()
        self._tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved, Qt.ConnectionType.UniqueConnection)

    def close_drawer(self, *, give_back: bool = True) -> None:
        """Close; `give_back` the keyboard to who had it."""
        if not self.isHidden():
            self.hide()
            self.closed.emit(give_back)

    # What Qt calls.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        if (
            watched is self._tree
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _CLOSING
            and not (event.key() != Qt.Key.Key_Escape and self._tree.is_branch())
        ):
            self.close_drawer()
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("chrome"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.colour("line"))

    # Inside.

    def _place(self) -> None:
        over = self._over
        self.setGeometry(0, 0, min(self._look.px(_WIDTH), over.width() - 40), over.height())

    def _clicked(self) -> None:
        if not self._tree.is_branch():
            self.close_drawer()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self.isHidden() and now is not self._tree and not self.isAncestorOf(now):
            self.close_drawer(give_back=False)
