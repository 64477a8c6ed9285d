"""The place of list and page, as one view takes it and gives it back."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.window.across.around import Around


class Stage(QObject):
    """Whether a view stands there, and the steps around it.

    Signals: `left()` the view no longer stands there.
    """

    left = Signal()

    def __init__(self, around: Around, name: str) -> None:
        """`name` is also that of the view's question."""
        super().__init__(around.panes)
        self._around = around
        self.name = name
        self.is_on = False

    def show(self, view: QWidget) -> bool:
        """Let a view stand there, with the keyboard; False if it does so already."""
        if self.is_on:
            return False
        self.is_on = True
        self._around.reading.set_covered(self.name, True)
        self._around.panes.show_wide(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def leave(self, *, to_list: bool = False) -> None:
        """Go back to list and page, with the keyboard in one of them."""
        self._around.job.forget(self.name)
        if not self.is_on:
            return
        self.is_on = False
        self.left.emit()
        panes = self._around.panes
        panes.show_usual()
        self._around.reading.set_covered(self.name, False)
        panes.focus_reading()
        if to_list:
            panes.show_list()
