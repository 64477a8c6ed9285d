"""How the list asks for papers in tabs of their own: the middle button at a row, Ctrl+Enter for those selected."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from reader.ui.papers.paper_list import PaperList
from reader.ui.widgets.guarded import guarded

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@guarded
class TabGestures(QObject):
    """Watches a list.

    Signals: `tab_requested(str)` a paper is wanted in a tab behind the one that is read, by its key ·
    `another_requested()` what is selected is wanted in tabs.
    """

    tab_requested = Signal(str)
    another_requested = Signal()

    def __init__(self, papers: PaperList) -> None:
        super().__init__(papers)
        self._papers = papers
        self._table = papers.table
        self._table.installEventFilter(self)
        self._table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and watched is self._table.viewport():
            return self._is_middle(event)
        if isinstance(event, QKeyEvent) and watched is self._table and _is_control_enter(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # in the search field the same keys are another action
            elif event.type() == QEvent.Type.KeyPress:
                self.another_requested.emit()
            return True
        return False

    def _is_middle(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.MiddleButton:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            row = self._table.indexAt(event.position().toPoint()).row()
            if (key := self._papers.key_at(row)) is not None:
                self.tab_requested.emit(key)
        return True


def _is_control_enter(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier
