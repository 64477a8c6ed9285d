"""Which rows of a view are selected, and which is under the mouse, for the delegate that paints them.

The flags of the style option say it too, but to read them PySide makes all 560 constants of QStyle, which takes time at
the window's start and which nothing else here needs.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView

AnyIndex = QModelIndex | QPersistentModelIndex


class RowState:
    """The state of one view's rows. The view calls `leave` in its `leaveEvent`."""

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view
        self._under = QPersistentModelIndex()
        view.setMouseTracking(True)
        view.entered.connect(self._enter)
        view.viewportEntered.connect(self.leave)

    def is_selected(self, index: AnyIndex) -> bool:
        """Whether a row is selected."""
        return self._view.selectionModel().isSelected(index)

    def is_under_mouse(self, index: AnyIndex) -> bool:
        """Whether the mouse is over a row."""
        return self._under == index

    def leave(self) -> None:
        """The mouse has left the rows."""
        self._enter(QModelIndex())

    def _enter(self, index: QModelIndex) -> None:
        before, self._under = self._under, QPersistentModelIndex(index)
        for changed in (before, self._under):
            if changed.isValid():
                self._view.update(changed)
