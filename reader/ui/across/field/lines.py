"""A list of the field's page: what is counted, with its numbers, each line leading to its search."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.ui.across.plain_table import choose_by_rows, make_plain, set_head_font
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

AnyIndex = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()
_ROW, _HEAD, _SIDE, _LEAST = 27, 24, 8, 48  # px


class Line(NamedTuple):
    """One line."""

    cells: tuple[str, ...]
    share: float  # of the largest number of the list, 0 to 1
    query: str


@guarded
class LineModel(QAbstractTableModel):
    """The lines as a Qt table."""

    def __init__(self) -> None:
        super().__init__()
        self.heads: tuple[str, ...] = ()
        self.lines: Sequence[Line] = ()

    def show(self, heads: tuple[str, ...], lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.heads, self.lines = heads, lines
        self.endResetModel()

    def width(self, column: int, look: Look) -> int:
        """How wide the words of a column are, px, with their margins."""
        metrics, head = QFontMetrics(look.font(0)), QFontMetrics(look.font(-1))
        words = max((metrics.horizontalAdvance(line.cells[column]) for line in self.lines), default=0)
        return max(words, head.horizontalAdvance(self.heads[column])) + 2 * _SIDE

    def rowCount(self, parent: AnyIndex = NONE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = NONE) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not (0 <= index.row() < len(self.lines)):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.lines[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return self.lines[index.row()].cells[0]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.heads):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return self.heads[section] if role == Qt.ItemDataRole.DisplayRole else None


@guarded
class _LineCells(QStyledItemDelegate):
    """Paints lines; behind the words a bar says how much of the largest number it is."""

    def __init__(self, look: Look, view: QTableView, lines: LineModel) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        return QSize(self._look.px(60), self._look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        look, first = self._look, index.column() == 0
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(option.rect, look.colour("selected" if selected else "hover" if hovered else "page"))
        if first:
            self._paint_bar(painter, QRectF(option.rect), self._lines.lines[index.row()].share)
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(look.font(0))
        painter.setPen(look.colour("text") if first else look.quiet() if selected or hovered else look.colour("muted"))
        side = Qt.AlignmentFlag.AlignLeft if first else Qt.AlignmentFlag.AlignRight
        words = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _paint_bar(self, painter: QPainter, rect: QRectF, share: float) -> None:
        colour = QColor(self._look.colour("accent"))
        colour.setAlphaF(0.13)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        bar = rect.adjusted(0, 2, -rect.width() * (1 - share), -2)
        if bar.width() > 0:
            painter.drawRoundedRect(bar, 3, 3)


@guarded
class LineTable(QTableView):
    """The list, as high as its lines.

    Signals: `chosen(str)` the query of a line · `reached()` another line is the current one.
    """

    chosen = Signal(str)
    reached = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.lines = LineModel()
        self.setModel(self.lines)
        self.setItemDelegate(_LineCells(look, self, self.lines))
        make_plain(self)
        choose_by_rows(self)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionsClickable(False)
        self.clicked.connect(self._choose)

    def count(self) -> int:
        """How many lines there are."""
        return len(self.lines.lines)

    def show_lines(self, heads: tuple[str, ...], lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.lines.show(heads, lines)
        self.take_size()

    def take_size(self) -> None:
        """Be as high as the lines, at the present size of text."""
        look, header = self._look, self.horizontalHeader()
        set_head_font(self, look.font(-1))
        header.setFixedHeight(look.px(_HEAD))
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW))
        for column in range(len(self.lines.heads)):
            mode = QHeaderView.ResizeMode.Stretch if column == 0 else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
            if column:
                self.setColumnWidth(column, max(look.px(_LEAST), self.lines.width(column, look)))
        self.setFixedHeight(look.px(_HEAD) + self.count() * look.px(_ROW))

    def begin(self) -> None:
        """Be at the first line, if at none."""
        if self.count() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.lines.index(0, 0))

    def step(self, by: int) -> bool:
        """Go to another line; False at the end."""
        row = self.currentIndex().row() + by if self.currentIndex().isValid() else 0
        if not 0 <= row < self.count():
            return False
        self.setCurrentIndex(self.lines.index(row, 0))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.reached.emit()

    def _choose(self, index: AnyIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.lines.lines[index.row()].query)
