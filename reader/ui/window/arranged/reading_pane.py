"""Where one reads: the section view, and the notes below it or, where there is room, beside it.

An empty note takes one line below the text until somebody writes. Sizes below and beside are remembered apart.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.splitter import Splitter
from reader.ui.widgets.theme import DEFAULT_TEXT_SIZE, Look
from reader.ui.window.arranged.arrangement import notes_stand_beside

if TYPE_CHECKING:
    from reader.ui.across.lens_view import LensView
    from reader.ui.notes.notes_pane import NotesPane
    from reader.ui.page.section_view import SectionView

_USUAL = {"below": [176], "beside": [380]}
"""The size of the notes, px: their height below the text, their width beside it. The text has the rest."""
_SHARE = 4  # the usual height is at most one part of so many of what text and notes have
_LEAST = 300  # px of width
_FOLDED = 38  # px: what an empty note takes
_ALL = 100_000  # px: as wide as there is room


@guarded
class ReadingPane(QWidget):
    """The section view with the notes; both come later, by `add_view` and `add_notes`."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._view: SectionView | None = None
        self._shown: SectionView | LensView | None = None  # what is in front
        self._notes: NotesPane | None = None
        self._room: _RoomForNotes | None = _RoomForNotes(look)  # stands where the notes come, until they do
        self._sizes = _USUAL | {}
        self._with_notes = True
        self._is_beside = False
        self._is_alone = False  # in the window, without tree and list
        self.front = QStackedWidget()  # the section view, and what may take its place
        self._split = Splitter(look, Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.splitterMoved.connect(self._keep_size)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._split, 1)
        self.setMinimumWidth(_LEAST)
        look.changed.connect(lambda: QTimer.singleShot(0, self, self._look_changed))  # when all have their new fonts

    def add_view(self, view: "SectionView", *, noted: bool) -> None:
        """Put the section view into its place, and leave the notes theirs."""
        self._view = self._shown = view
        room = self._room or _RoomForNotes(self._look)
        self.front.addWidget(view)
        self.front.setFocusProxy(view)
        self._split.addWidget(self.front)
        self._split.addWidget(room)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        room.fold = not noted
        room.setVisible(self._with_notes)
        self._turn(notes_stand_beside(self.width(), self._scale))
        view.column_changed.connect(self._align)

    def add_notes(self, notes: "NotesPane") -> None:
        """Put the notes into their place."""
        self._notes = notes
        self._split.replaceWidget(1, notes)
        if self._room is not None:
            self._room.deleteLater()
            self._room = None
        self._show_pane()
        notes.room.changed.connect(self._fold)
        self._fold()
        self._share_out()
        self._align()

    def show_in_front(self, view: "SectionView | LensView") -> None:
        """Show the section view, or the lens in its place; the notes stand below the text of that one."""
        if self.front.indexOf(view) < 0:
            self.front.addWidget(view)
            view.column_changed.connect(self._align)
        self._shown = view
        self.front.setFocusProxy(view)
        self.front.setCurrentWidget(view)
        self._align()

    def add_tabs(self, tabs: QWidget) -> None:
        """Put the line of tabs above text and notes."""
        self._whole.insertWidget(0, tabs)

    def sizes(self) -> dict[str, list[int]]:
        """The size of the notes "below" the text and "beside" it, px."""
        return self._sizes

    def set_sizes(self, sizes: dict[str, list[int]]) -> None:
        """Take these sizes; the usual ones for those that do not fit."""
        for name, usual in _USUAL.items():
            kept = sizes.get(name, [])
            self._sizes[name] = list(kept if len(kept) == 1 and all(kept) else usual)

    def show_notes(self, on: bool) -> None:
        """Show or hide the notes."""
        self._with_notes = on
        self._show_pane()
        self._share_out()

    def set_alone(self, on: bool) -> None:
        """Whether it has the whole window: an empty note then takes nothing of it until somebody writes."""
        self._is_alone = on
        self._show_pane()
        self._share_out()

    def has_notes(self) -> bool:
        """Whether the notes are shown."""
        return self._with_notes

    def make_room_for(self, pane: QWidget) -> None:
        """The keyboard is about to go to the notes: they have the room to write in."""
        if self._notes is not None and pane is self._notes:
            self._notes.room.make()

    # What Qt calls.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = notes_stand_beside(event.size().width(), self._scale)
        if self._view is not None and beside != self._is_beside:
            self._turn(beside)
        else:
            self._share_out()

    # Inside.

    @property
    def _name(self) -> str:
        return "beside" if self._is_beside else "below"

    @property
    def _scale(self) -> float:
        return self._look.text_size / DEFAULT_TEXT_SIZE

    def _keep_size(self) -> None:
        """A person moved the line: note down what it leaves to the notes."""
        size = self._split.sizes()[-1]
        if size and self._notes is not None and not self._notes.room.is_folded():
            self._sizes[self._name] = [size]

    def _look_changed(self) -> None:
        if self._notes is not None:
            self._notes.room.fit()
        self._share_out()

    def _show_pane(self) -> None:
        if self._view is not None and (pane := self._notes or self._room) is not None:
            is_empty = self._notes is not None and not self._notes.room.is_wanted()
            pane.setVisible(self._with_notes and not (self._is_alone and is_empty))

    def _share_out(self) -> None:
        """Give the notes their size, a folded note its line, and all the rest to the text."""
        pane = self._notes or self._room
        if self._split.count() == 0 or pane is None:
            return
        whole = self.width() if self._is_beside else self.height()
        size = min(self._wanted(), pane.maximumWidth() if self._is_beside else pane.maximumHeight())
        self._split.setSizes([max(1, whole - size), size])

    def _wanted(self) -> int:
        """The size of the notes, px: what a person gave them, or the usual one, less of it in a low window."""
        size = self._sizes[self._name][0]
        is_usual = not self._is_beside and [size] == _USUAL["below"]
        return min(size, self.height() // _SHARE) if is_usual else size

    def _turn(self, beside: bool) -> None:
        self._is_beside = beside
        self._split.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        if self._room is not None:
            self._room.stand_beside(beside)
        self._fold()
        self._share_out()
        self._align()

    def _fold(self) -> None:
        """Below the text an empty note is one line; beside it the text never moves, so the note keeps its room."""
        notes = self._notes
        if notes is None:
            return
        self._show_pane()
        folded = not self._is_beside and not notes.room.is_wanted()
        if folded != notes.room.is_folded():
            notes.room.set_folded(folded)
            self._share_out()

    def _align(self) -> None:
        """Below the text the notes stand in the same column; beside it they fill their own."""
        if self._notes is None or self._shown is None:
            return
        left, width = self._shown.column
        if self._is_beside or width < _LEAST // 2:  # where no paper was shown yet, the text has no width
            self._notes.set_column(None, _ALL)
        else:
            self._notes.set_column(left, width)


@guarded
class _RoomForNotes(QWidget):
    """Stands where the notes come, as high as they will be and in their colour, so that nothing moves then."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.fold = False

    def stand_beside(self, beside: bool) -> None:
        """Whether it is beside the text, where it is never folded."""
        height = self._look.px(_FOLDED)
        if self.fold and not beside:
            self.setFixedHeight(height)
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(16_777_215)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        QPainter(self).fillRect(self.rect(), self._look.colour("note"))
