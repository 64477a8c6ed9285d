"""The rows of the table: how they look, move and open is Qt's own but for what stands here."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from reader.posts.model import PaperKey
from reader.ui.across.plain_table import choose_by_rows, make_plain, set_head_font, sort_by_heads
from reader.ui.across.table.table_cells import TableCells
from reader.ui.across.table.table_model import AnyIndex, TableModel
from reader.ui.session.rows import Signs
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.scrolling import OverlayScrollBar
from reader.ui.widgets.theme import Look


@guarded
class PaperGrid(QTableView):
    """The rows; Enter opens one in place.

    Signals: `row_chosen(int)` · `opened(int)` the single page of a row is wanted · `left()` · `resized()` there is more
    or less room.
    """

    row_chosen = Signal(int)
    opened = Signal(int)
    left = Signal()
    resized = Signal()

    def __init__(self, look: Look, model: TableModel, signs: Callable[[PaperKey], Signs], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.cells = TableCells(look, model, self, signs)
        self.setModel(model)
        self.setItemDelegate(self.cells)
        make_plain(self)
        choose_by_rows(self)
        sort_by_heads(self)
        OverlayScrollBar(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().sectionResized.connect(lambda *_: self.cells.forget())
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.take_look()

    def take_look(self) -> None:
        """Take colours and sizes."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(self._look.theme.page))
        self.setPalette(palette)
        self.viewport().setPalette(palette)
        set_head_font(self, self._look.font(-1))
        self.cells.forget()
        self.verticalHeader().setDefaultSectionSize(self.cells.usual_height)
        self.viewport().update()

    def toggle_row(self, row: int) -> None:
        """Show all of a row's text, or a few lines of it."""
        usual = self.cells.usual_height
        is_open = self.rowHeight(row) > usual
        self.setRowHeight(row, usual if is_open else self.cells.height_of(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.toggle_row(row)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.row_chosen.emit(current.row())
