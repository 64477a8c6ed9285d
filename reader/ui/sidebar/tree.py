"""The sidebar: library, dates and tags with their counts.

Comes in: `TreeCounts` by `set_counts`. Goes out: the `Place` a person chose.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from reader.ui.session.paper_drag import KIND, papers_in
from reader.ui.session.places import Place, TreeCounts
from reader.ui.sidebar.place_filter import MANY, PlaceFilter, narrowed
from reader.ui.sidebar.tree_delegate import TreeDelegate
from reader.ui.sidebar.tree_model import TreeModel
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.scrolling import OverlayScrollBar, give_viewport
from reader.ui.widgets.theme import Look

AnyIndex = QModelIndex | QPersistentModelIndex

__all__ = ["Place", "Tree", "TreeCounts"]

_NARROWED = frozenset({"labels", "tags"})  # sections that the field below narrows

_TAKING = frozenset({"bookmarked", "revisit", "label"})
"""Kinds of places that papers can be dropped on."""


@guarded
class Tree(QTreeView):
    """The tree of places.

    Signals: `place_chosen(Place)` when a person chose another place, by mouse or keys; `choose` emits nothing ·
    `menu_requested(Place | None, QPoint)` for a place, or None where there is no place, at a point of the screen ·
    `papers_dropped(Place, list, QPoint)` papers were dropped on a place that takes them, at a point of the screen.
    """

    place_chosen = Signal(object)  # Place
    menu_requested = Signal(object, QPoint)  # Place | None
    papers_dropped = Signal(object, object, QPoint)  # Place, list[PaperKey]

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._look = look
        self._model = TreeModel(self.locale())
        self._delegate = TreeDelegate(look, self._model, self)
        self._chosen: Place | None = None
        self._silent = False
        self._fresh = True
        self._is_fitting = False
        self._counts = TreeCounts()
        self._filter = PlaceFilter(self)
        self._folded: set[str] = set()  # sections that were closed
        self._text_size = look.text_size
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._dress()
        self._take_look()
        look.changed.connect(self._take_look)

    def set_counts(self, counts: TreeCounts) -> None:
        """Show these counts, and keep what is chosen, open and in sight. If the place that is shown is no longer in the
        tree, no line is marked until it comes back.
        """
        self._silent = True
        self._counts = counts
        self._filter.setVisible(len(counts.tags) + len(counts.labels) >= MANY)
        self.updateGeometries()
        try:
            self._model.set_counts(narrowed(counts, "" if self._filter.isHidden() else self._filter.whole_text()))
        finally:
            self._silent = False
        for section in self._model.section_indexes():
            self.setExpanded(section, self._model.line(section).name not in self._folded)
        if self._fresh and counts.days:
            self._fresh = False
            self._open_newest()
        self._mark(self._chosen)

    def choose(self, place: Place) -> bool:
        """Mark `place` as the one shown and bring it into sight; False, and nothing marked, if it isn't in the tree."""
        self._chosen = place
        index = self._model.find(place)
        self._mark(place)
        if index.isValid():
            self.scrollTo(index if index.row() else index.parent())  # of a first line, its section's name as well
            self.scrollTo(index)
        return index.isValid()

    def chosen(self) -> Place | None:
        """The place shown, even if it isn't in the tree, like a search."""
        return self._chosen

    def is_branch(self) -> bool:
        """Whether the line with the keyboard opens and closes and is no place to be listed at once."""
        return bool(self._model.line(self.currentIndex()).lines)

    def open_places(self) -> list[str]:
        """The years and months that are open, as texts of places, for saving."""
        return [self._model.line(index).name for index in self._model.branches() if self.isExpanded(index)]

    def set_open_places(self, names: list[str]) -> None:
        """Open exactly these years and months."""
        self._fresh = False
        for index in self._model.branches():
            self.setExpanded(index, self._model.line(index).name in names)

    def folded_sections(self) -> list[str]:
        """The sections that are closed, by name, for saving."""
        return sorted(self._folded)

    def set_folded_sections(self, names: list[str]) -> None:
        """Close exactly these sections."""
        self._folded = set(names)
        for section in self._model.section_indexes():
            self.setExpanded(section, self._model.line(section).name not in self._folded)

    def set_unread_of(self, unread_of: Callable[[Place], int]) -> None:
        """Whom to ask how many unread papers a place has, when a tool tip or a screen reader wants to know."""
        self._model.unread_of = unread_of

    # What Qt calls.

    def updateGeometries(self) -> None:
        """Leave the field its room: Qt's own gives all to the lines, each time anew."""
        if not self._is_fitting:
            self._is_fitting = True
            super().updateGeometries()
            self.setViewportMargins(0, 0, 0, self._filter.room())
            self._filter.place(self.size())
            self._is_fitting = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            where = event.globalPos()
        else:
            where = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        self.menu_requested.emit(self._model.line(index).place, where)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(KIND):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # Qt's own scrolls near the edges; what is accepted is decided below
        place = self._model.line(self.indexAt(event.position().toPoint())).place
        takes = place is not None and place.kind in _TAKING
        self._show_target(place if takes else None)
        if takes:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_target(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        place, self._delegate.target = self._delegate.target, None
        self.viewport().update()
        papers = papers_in(event.mimeData())
        if place is not None and papers:
            event.acceptProposedAction()
            self.papers_dropped.emit(place, papers, self.viewport().mapToGlobal(event.position().toPoint()))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(231), 600)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where no line is current, Qt makes the first one so when the keyboard arrives; nobody has chosen that."""
        had_current = self.currentIndex().isValid()
        self._silent = True
        try:
            super().focusInEvent(event)
            if not had_current:
                self.selectionModel().clear()
        finally:
            self._silent = False

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        place = self._model.line(current).place
        if self._silent or place is None:
            return
        self._chosen = place
        self.place_chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows work as in any tree, - closes a section; → on a leaf and ← at the top are left to the window."""
        index = self.currentIndex()
        line = self._model.line(index)
        is_open = self.isExpanded(index)
        leaves_right = event.key() == Qt.Key.Key_Right and (not line.lines or is_open)
        leaves_left = event.key() == Qt.Key.Key_Left and not is_open and self._model.line(index.parent()).place is None
        if leaves_right or leaves_left:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and line.lines:
            self.setExpanded(index, not is_open)
        elif event.key() == Qt.Key.Key_Minus and line.place is not None:
            self._fold_section(index)
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Keys walk over the headers of open sections, and stop at closed ones, so that they can be opened."""
        index = super().moveCursor(action, modifiers)
        if not index.isValid() or self._model.line(index).place is not None or not self.isExpanded(index):
            return index
        if action == QAbstractItemView.CursorAction.MoveUp:
            above = self.indexAbove(index)
            return above if above.isValid() else self.currentIndex()
        return self._model.index(0, 0, index)

    def keyboardSearch(self, search: str) -> None:
        """Letters are the program's keys here, not a search."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a chevron or a section's header opens or closes it; it chooses nothing, nor do other buttons."""
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if index.isValid() and self._model.line(index).place is None:
            self.setExpanded(index, not self.isExpanded(index))
            return
        if self._delegate.chevron_rect(index).contains(event.position().toPoint()):
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on a chevron are two clicks, no double click, and so they are on a section's header."""
        position = event.position().toPoint()
        index = self.indexAt(position)
        if self._delegate.chevron_rect(index).contains(position) or self._model.line(index).place is None:
            self.mousePressEvent(event)
            return
        super().mouseDoubleClickEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._delegate.rows.leave()
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LocaleChange, QEvent.Type.LanguageChange} and hasattr(self, "_model"):
            self._model.locale = self.locale()
            self._retranslate()

    # Inside.

    def _dress(self) -> None:
        self.setHeaderHidden(True)
        self.setIndentation(0)  # the delegate indents, so that a line's ground is as wide as the tree
        self.setRootIsDecorated(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self._filter.hide()
        self._filter.edited.connect(self._narrow)
        self._filter.left.connect(self.setFocus)
        self.expanded.connect(self._note_folding)
        self.collapsed.connect(self._note_folding)
        OverlayScrollBar(self)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Library, dates and tags"))
        self._filter.retranslate()
        self.viewport().update()

    def _narrow(self) -> None:
        """Leave the tags and labels that have what is typed."""
        self.set_counts(self._counts)
        sections = (section for section in self._model.section_indexes() if self._model.line(section).name in _NARROWED)
        if self._filter.text() and (first := next(sections, None)) is not None:
            self.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtTop)

    def _fold_section(self, index: QModelIndex) -> None:
        """Close the section that a line is in."""
        while self._model.line(index).place is not None:
            index = index.parent()
        self.collapse(index)
        self.setCurrentIndex(index)

    def _note_folding(self, index: QModelIndex) -> None:
        """A section was closed or opened: it stays so."""
        line = self._model.line(index)
        if line.place is None:
            (self._folded.discard if self.isExpanded(index) else self._folded.add)(line.name)

    def _show_target(self, place: Place | None) -> None:
        if place != self._delegate.target:
            self._delegate.target = place
            self.viewport().update()

    def _take_look(self) -> None:
        self.setMinimumWidth(self._look.px(150))
        self.verticalScrollBar().setSingleStep(self._look.px(25))
        self._filter.setFont(self._look.font())
        if self._text_size != self._look.text_size:
            self._text_size = self._look.text_size
            self.scheduleDelayedItemsLayout()

    def _mark(self, place: Place | None) -> None:
        index = self._model.find(place) if place else QModelIndex()
        if index == self.currentIndex():
            return
        self._silent = True
        try:
            scroll = self.verticalScrollBar().value()
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if not index.isValid():
                self.selectionModel().clear()
            self.verticalScrollBar().setValue(scroll)
        finally:
            self._silent = False

    def _open_newest(self) -> None:
        for kind in ("year", "month"):
            self.expand(self._model.newest(kind))
