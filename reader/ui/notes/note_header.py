"""The line above a note: its pages to turn to, whether it is saved, and the way to its earlier versions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.ui.notes.note_tabs import NoteTabs
from reader.ui.widgets.buttons import show_drawing
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words

PAGES = ("note", "highlights", "links")
_NARROW = 440  # px below which the first page's name says no more than is needed


@guarded
class NoteHeader(QWidget):
    """Tabs at the left, the state at the right.

    Signals: `page_chosen(str)` one of PAGES · `retried()` saving is to be tried again · `versions_requested()`.
    """

    page_chosen = Signal(str)
    retried = Signal()
    versions_requested = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._counts = {"highlights": 0, "links": 0}
        self._is_folded = False
        self._told = ""
        self._tabs = NoteTabs(look, PAGES, self)
        self._state = Words(look, -1, "muted", parent=self)
        self._retry = QToolButton(self)
        self._versions = QToolButton(self)
        for button in (self._retry, self._versions):
            button.setObjectName("flat")
        self._state.set_stretching()
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(10)
        for widget, stretch in ((self._tabs, 0), (self._state, 1), (self._retry, 0), (self._versions, 0)):
            self._row.addWidget(widget, stretch)
        self._tabs.chosen.connect(self.page_chosen)
        self._retry.clicked.connect(self.retried)
        self._versions.clicked.connect(self.versions_requested)
        self.retranslate()
        self.take_look()

    def set_page(self, name: str) -> None:
        """Show another page as the chosen one."""
        self._tabs.set_chosen(name)

    def set_count(self, name: str, count: int) -> None:
        """How many entries "highlights" or "links" has."""
        self._counts[name] = count
        self._name_tabs()

    def set_state(self, text: str, *, has_failed: bool) -> None:
        """Say how the note stands; what has failed can be tried again."""
        self._told = text
        self._show_words()
        self._state.set_colour("accent" if has_failed else "muted")
        self._retry.setVisible(has_failed)

    def set_folded(self, on: bool) -> None:
        """Whether this line is all there is of the note, which then says how one writes."""
        self._is_folded = on
        self.setCursor(Qt.CursorShape.IBeamCursor if on else Qt.CursorShape.ArrowCursor)
        self._versions.setHidden(on)
        self._show_words()

    def set_has_note(self, on: bool) -> None:
        """Whether there is a note that may have versions."""
        self._versions.setEnabled(on)
        self._show_words()

    def set_sides(self, left: int, right: int) -> None:
        """Where the column is, as distances from the widget's edges, px."""
        self._row.setContentsMargins(left, self._look.px(8), right, self._look.px(4))

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        self._name_tabs()
        self._show_words()
        self._retry.setText(self.tr("Try again"))
        self._versions.setToolTip(self.tr("Earlier versions of this note"))
        self._versions.setAccessibleName(self.tr("Earlier versions of this note"))

    def take_look(self) -> None:
        """Colours or fonts are others."""
        self._retry.setFont(self._look.font(-1, bold=True))
        show_drawing(self._versions, self._look, "history", 15)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A note that is one line opens wherever that is clicked."""
        if self._is_folded and event.button() == Qt.MouseButton.LeftButton:
            self.page_chosen.emit("note")
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        limit, before = self._look.px(_NARROW), event.oldSize().width()
        if (before < limit) != (self.width() < limit):
            self._name_tabs()

    def _show_words(self) -> None:
        hint = self.tr("E: write a note") if self._is_folded and self._versions.isEnabled() else ""
        self._state.set_words(self._told or hint)

    def _name_tabs(self) -> None:
        is_narrow = self.width() < self._look.px(_NARROW)
        self._tabs.set_words("note", self.tr("Note") if is_narrow else self.tr("Note · Markdown"))
        self._tabs.set_words("highlights", self.tr("Highlights"), self._counts["highlights"])
        self._tabs.set_words("links", self.tr("Links"), self._counts["links"])
