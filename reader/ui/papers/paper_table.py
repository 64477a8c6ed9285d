"""The rows of the middle pane: a table of one column whose rows are measured when they come into sight.

With 100,000 papers that opens in 20 ms, where a QListView takes 140. One row is current: its paper is open. Others may
be selected with it.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QDrag, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from reader.ui.papers.paper_delegate import PaperDelegate
from reader.ui.papers.paper_list_model import PaperListModel
from reader.ui.papers.row_heights import RowHeights
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.scrolling import OverlayScrollBar, give_viewport
from reader.ui.widgets.theme import Look

AnyIndex = QModelIndex | QPersistentModelIndex

_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier  # a Mac's arrow keys carry it
_MOVES = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


@guarded
class PaperTable(QTableView):
    """The rows themselves.

    Signals: `row_chosen(int)`, also for -1 · `star_clicked(int)` · `open_requested(int)`, each with a row ·
    `selection_changed()` other rows are selected · `menu_requested(QPoint)` at a point of the screen.
    """

    menu_requested = Signal(QPoint)
    selection_changed = Signal()
    row_chosen = Signal(int)
    star_clicked = Signal(int)
    open_requested = Signal(int)

    def __init__(self, look: Look, model: PaperListModel, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._look = look
        self.silent = False
        self._headed: frozenset[int] = frozenset()  # the rows with a heading above them
        self._placed = -1  # a row that is being scrolled to its place
        self._anchor = -1  # the row from which Shift selects
        self._delegate = PaperDelegate(look, model, self, today)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._heights = RowHeights(self.verticalHeader(), self.verticalScrollBar(), self._height_of)
        self._dress()
        self._take_look()
        look.changed.connect(self._take_look)

    def row_height(self) -> int:
        """The height of a row that was not in sight yet, px."""
        return self._delegate.row_height()

    def top_of(self, row: int) -> int:
        """Where a row begins, px from the top of all rows."""
        return self.verticalHeader().sectionPosition(row)

    def place_row(self, row: int, offset: int) -> None:
        """Scroll so that a row begins `offset` px below the top of the view."""
        self._placed = row
        self.verticalScrollBar().setValue(self.top_of(row) - offset)
        self.fit_rows()
        self._placed = -1

    def fit_rows(self, stays: int = -1) -> None:
        """Give the rows in sight their heights; the row `stays` keeps its place, else the one being placed or open."""
        stays = next((row for row in (stays, self._placed) if row >= 0), self.currentIndex().row())
        if self._heights.fit(self.viewport().height(), stays, is_placed=self._placed >= 0):
            self.updateGeometries()

    def measure_again(self) -> None:
        """Other papers are listed: heights measured before are of others."""
        self._headed = frozenset(cast(PaperListModel, self.model()).openings())
        self._heights.forget()

    def choose_row(self, row: int) -> None:
        """Select a row, or nothing with -1, without a signal and without scrolling."""
        model = self.selectionModel()
        self.silent = True
        scroll = self.verticalScrollBar().value()
        try:
            if row < 0:
                model.clear()
            else:
                index = self.model().index(row, 0)
                model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._anchor = row
        finally:
            self.verticalScrollBar().setValue(scroll)
            self.silent = False
        self.selection_changed.emit()

    def go_to(self, row: int) -> None:
        """Choose a row as a key does: it alone is selected, and `row_chosen` is emitted."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def extend_to(self, row: int) -> None:
        """Select all rows from the one that was chosen last to this one, which becomes the current one."""
        index = self.model().index(row, 0)
        if not index.isValid():
            return
        anchor = self._anchor if 0 <= self._anchor < self.model().rowCount() else row
        between = QItemSelection(self.model().index(min(anchor, row), 0), self.model().index(max(anchor, row), 0))
        self.selectionModel().select(between, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._anchor = anchor

    def toggle(self, row: int) -> None:
        """Select a row besides the others and open it; one that is selected is no longer, the last one stays."""
        index, model = self.model().index(row, 0), self.selectionModel()
        if not model.isSelected(index):
            model.select(index, QItemSelectionModel.SelectionFlag.Select)
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            return
        others = [n for first, last in self.selected_runs() for n in range(first, last + 1) if n != row]
        if not others:
            return
        if row == self.currentIndex().row():
            nearest = self.model().index(min(others, key=lambda n: abs(n - row)), 0)
            model.setCurrentIndex(nearest, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(index, QItemSelectionModel.SelectionFlag.Deselect)

    def select_rows(self, rows: Iterable[int]) -> None:
        """Select these rows as well; the current one stays, and only `selection_changed` is emitted."""
        selection = QItemSelection()
        for row in rows:
            index = self.model().index(row, 0)
            selection.select(index, index)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def selected_runs(self) -> list[tuple[int, int]]:
        """First and last row of each run of selected rows, from the top."""
        selection = self.selectionModel().selection()
        return sorted((selection.at(run).top(), selection.at(run).bottom()) for run in range(selection.count()))

    # What Qt calls.

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where no row is current, Qt makes the first one so when the keyboard arrives; nobody would have chosen it."""
        had_current = self.currentIndex().isValid()
        self.silent = True
        try:
            super().focusInEvent(event)
            if not had_current:
                self.selectionModel().clearCurrentIndex()
        finally:
            self.silent = False

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self._anchor = current.row()
        if not self.silent:
            self.row_chosen.emit(current.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """The current row is never left unselected, and a row selected alone is the current one."""
        super().selectionChanged(selected, deselected)
        if self.silent:
            return
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.Select)
            return
        runs = self.selected_runs()
        if len(runs) == 1 and runs[0][0] == runs[0][1] != self.currentIndex().row():
            alone = self.model().index(runs[0][0], 0)
            self.selectionModel().setCurrentIndex(alone, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.viewport().update()
        self.selection_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ ↓, Page and Home/End change the row, with Shift they select more; Esc leaves only the current row selected.

        ← and → are left to the window, which changes panes by them, and so is Esc where one row or none is selected.
        """
        key, held = event.key(), event.modifiers() & ~_KEYPAD
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._ask_to_open(self.currentIndex())
        elif key in _MOVES and held in {_PLAIN, _SHIFT} and self.model().rowCount():
            go = self.extend_to if held == _SHIFT else self.go_to
            go(self._row_after(key))
        elif key == Qt.Key.Key_Escape and self.currentIndex().isValid() and self._are_several_selected():
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are the program's keys here, not a search."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the star stars, and chooses nothing."""
        row = self._star_at(event.position().toPoint())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.star_clicked.emit(row)
            return
        index = self.indexAt(event.position().toPoint())
        select = {_SHIFT: self.extend_to, _CONTROL: self.toggle}.get(event.modifiers())
        if event.button() == Qt.MouseButton.LeftButton and select is not None and index.isValid():
            select(index.row())
            return
        super().mousePressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._heights.forget()
        self.fit_rows()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            on_a_row = self.indexAt(self.viewport().mapFromGlobal(event.globalPos())).isValid()
            where = event.globalPos()
        else:
            on_a_row = self.currentIndex().isValid()
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if on_a_row:
            self.menu_requested.emit(where)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on the star are two clicks, no double click."""
        point = event.position().toPoint()
        if self._star_at(point) >= 0:
            self.mousePressEvent(event)
            return
        super().mouseDoubleClickEvent(event)
        self._ask_to_open(self.indexAt(point))

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the papers selected; a badge names the one there is, or counts them."""
        from reader.ui.papers.drag_badge import beside_pointer, drag_badge  # nobody drags before the first paint

        rows = self.selectionModel().selectedRows()
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData(rows))
        words = str(rows[0].data()) if len(rows) == 1 else self.tr("%Ln paper(s)", "", len(rows))
        drag.setPixmap(drag_badge(self._look, words, self.devicePixelRatio()))
        drag.setHotSpot(beside_pointer(self._look))
        drag.exec(actions)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._heat(self._star_at(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._heat(-1)
        self._delegate.rows.leave()
        super().leaveEvent(event)

    # Inside.

    def _dress(self) -> None:
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        OverlayScrollBar(self)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def _take_look(self) -> None:
        self._delegate.forget_layouts()
        self.verticalHeader().setDefaultSectionSize(self.row_height())
        self._heights.forget()
        self.fit_rows()
        self.verticalScrollBar().setSingleStep(self.row_height() // 3)
        self.viewport().update()

    def _height_of(self, row: int) -> int:
        return self._delegate.row_height(row) + (self._delegate.heading_height() if row in self._headed else 0)

    def _are_several_selected(self) -> bool:
        return sum(last - first + 1 for first, last in self.selected_runs()) > 1

    def _row_after(self, key: int) -> int:
        """The row that a key leads to from the current one; the first or last row where none is current."""
        last = self.model().rowCount() - 1
        if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            return 0 if key == Qt.Key.Key_Home else last
        if not self.currentIndex().isValid():
            return 0
        page = max(1, self.viewport().height() // self.row_height() - 1)
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        return min(last, max(0, self.currentIndex().row() + by[Qt.Key(key)]))

    def _ask_to_open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.open_requested.emit(index.row())

    def _star_at(self, point: QPoint) -> int:
        index = self.indexAt(point)
        if not index.isValid():
            return -1
        row = self._delegate.below_heading(self.visualRect(index), index.row())
        return index.row() if self._delegate.star_rect(row).contains(point) else -1

    def _heat(self, row: int) -> None:
        if row != self._delegate.hot_star:
            self._delegate.hot_star = row
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor)
            self.viewport().update()
