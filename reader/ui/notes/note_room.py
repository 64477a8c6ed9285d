"""The room a note takes: all of its pane, or one line while nothing is written and nobody writes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from reader.ui.notes.note_editor import NoteEditor
from reader.ui.notes.note_header import NoteHeader
from reader.ui.widgets.guarded import guarded

_PASSING = frozenset(
    {
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)
_UNLIMITED = 16_777_215  # px, Qt's own QWIDGETSIZE_MAX


@guarded
class NoteRoom(QObject):
    """Folds a notes pane to its header line. `is_bare` says whether there is nothing in it to be seen.

    Signals: `changed()` the pane wants another room than before.
    """

    changed = Signal()

    def __init__(
        self, pane: QWidget, header: NoteHeader, body: QWidget, editor: NoteEditor, is_bare: Callable[[], bool]
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._header = header
        self._body = body
        self._is_bare = is_bare
        self._asked = False  # somebody is about to write
        self._told = True
        self._folded = False
        editor.installEventFilter(self)

    def is_wanted(self) -> bool:
        """Whether the pane wants all of its room."""
        return self._asked or not self._is_bare()

    def is_folded(self) -> bool:
        """Whether it is one line now."""
        return self._folded

    def make(self) -> None:
        """Somebody is about to write."""
        self._asked = True
        self.look()

    def leave(self) -> None:
        """Another paper's note is shown, and nobody is writing yet."""
        self._asked = self._has_keyboard()
        self.look()

    def look(self) -> None:
        """Tell if the pane wants another room."""
        if self.is_wanted() != self._told:
            self._told = self.is_wanted()
            self.changed.emit()

    def set_folded(self, on: bool) -> None:
        """Be one line, or as large as there is room."""
        self._folded = on
        self._header.set_folded(on)
        self._body.setHidden(on)
        self.fit()

    def fit(self) -> None:
        """Be as high as the header, if folded; its fonts may be others."""
        self._pane.setMaximumHeight(self._header.sizeHint().height() + 4 if self._folded else _UNLIMITED)
        self._pane.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """The editor may have lost the keyboard: for a moment to a menu or another window, or for good."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _PASSING:
            QTimer.singleShot(0, self, self._look_who_writes)
        return False

    def _has_keyboard(self) -> bool:
        focus = self._pane.window().focusWidget()
        return focus is not None and self._pane.isAncestorOf(focus)

    def _look_who_writes(self) -> None:
        if self._asked and not self._has_keyboard():
            self._asked = False
            self.look()
