"""The lists of the notes pane: lines of text with a colour or a title, as high as their words need.

One list for highlights, papers and notes alike; what a row stands for is its caller's.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.row_state import AnyIndex, RowState
from reader.ui.widgets.scrolling import OverlayScrollBar, give_viewport
from reader.ui.widgets.text_block import TextBlock, lay_out
from reader.ui.widgets.theme import Look

_PITCH = 21  # px a line
_PAD = 5  # above and below the words
_BAR = 14  # px to the right of which words stand when a colour stands beside them
_LINES = 3  # a text may break them by U+2028
_DETAIL, _MOST = 0.3, 0.5  # of the column, for what stands at the right; the more where the words leave it
_BESIDE = 16  # px between the words and that
_SPACE = 8  # px between a row's ground and the column


class NoteRow(NamedTuple):
    """A row. Without an `id` it is the title of those below it."""

    id: str
    text: str
    detail: str = ""  # at the right
    ground: str = ""  # colours of the bar at the left, none with ""
    line: str = ""
    is_muted: bool = False  # what it is about is not there


@guarded
class NoteRows(QListWidget):
    """A list in the pane's column.

    Signals: `activated_row(str)` a row was clicked, or Enter pressed · `menu_requested(str, QPoint)` its menu, at a
    place of the screen · `key_pressed(str, int)` another key, on a row · `escaped()`.
    """

    activated_row = Signal(str)
    menu_requested = Signal(str, QPoint)
    key_pressed = Signal(str, int)
    escaped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._look = look
        self._rows: Sequence[NoteRow] = ()
        self._empty = ""
        self._painter = _RowPainter(look, self)
        self.sides = (24, 24)  # of the column, px
        self.setObjectName("noteRows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(self._painter)
        self.itemClicked.connect(self._clicked)
        look.changed.connect(self.lay_out_again)
        OverlayScrollBar(self)

    def set_rows(self, rows: Sequence[NoteRow], empty: str) -> None:
        """Show these; the words of `empty` where there are none. The current row stays by its id."""
        current = self.current_id()
        self.clear()  # while the rows it has are still there: it asks for the size of some of them
        self._rows, self._empty = rows, empty
        self._painter.forget()
        for number, row in enumerate(rows):
            item = QListWidgetItem(row.text)
            item.setData(Qt.ItemDataRole.UserRole, number)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.text}. {row.detail}" if row.detail else row.text)
            if not row.id:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.addItem(item)
            if row.id and row.id == current:
                self.setCurrentItem(item)
        self.viewport().update()

    def row_at(self, index: AnyIndex) -> NoteRow:
        """The row shown at an index."""
        return self._rows[index.row()]

    def current_id(self) -> str:
        """The row with the keyboard, "" for none."""
        number = self.currentRow()
        return self._rows[number].id if 0 <= number < len(self._rows) else ""

    def choose(self, identity: str) -> None:
        """Let a row be the current one."""
        number = next((n for n, row in enumerate(self._rows) if row.id == identity), -1)
        self.setCurrentRow(number)

    def set_sides(self, left: int, right: int) -> None:
        """Where the column is, as distances from the widget's edges, px."""
        if (left, right) != self.sides:
            self.sides = (left, right)
            self.lay_out_again()

    def lay_out_again(self) -> None:
        """Widths or fonts are others."""
        self._painter.forget()
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        identity = self.current_id()
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and identity:
            self.activated_row.emit(identity)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab):
            super().keyPressEvent(event)
        elif identity:
            self.key_pressed.emit(identity, event.key())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        item = self.currentItem() if by_key else self.itemAt(event.pos())
        if item is not None and (row := self.row_at(self.indexFromItem(item))).id:
            place = self.visualItemRect(item).center() if by_key else event.pos()
            self.menu_requested.emit(row.id, self.viewport().mapToGlobal(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out_again()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._painter.state.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._rows and self._empty:
            painter = QPainter(self.viewport())
            painter.setFont(self._look.font())
            painter.setPen(self._look.colour("muted"))
            room = self.viewport().rect().adjusted(self.sides[0], self._look.px(_PAD), -self.sides[1], 0)
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap), self._empty)

    def _clicked(self, item: QListWidgetItem) -> None:
        row = self.row_at(self.indexFromItem(item))
        if row.id:
            self.activated_row.emit(row.id)


@guarded
class _RowPainter(QStyledItemDelegate):
    def __init__(self, look: Look, rows: NoteRows) -> None:
        super().__init__(rows)
        self._look = look
        self._list = rows
        self.state = RowState(rows)
        self._blocks: dict[int, TextBlock] = {}

    def forget(self) -> None:
        self._blocks.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        px = self._look.px
        row = self._list.row_at(index)
        if not row.id:
            return QSize(100, px(_PITCH + (12 if index.row() else 2)))
        return QSize(100, self._block(index).lines * px(_PITCH) + 2 * px(_PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row, look, px = self._list.row_at(index), self._look, self._look.px
        left, right = self._list.sides
        inside = QRectF(left, option.rect.top(), self._list.viewport().width() - left - right, option.rect.height())
        if not row.id:
            painter.setFont(look.font(-1, bold=True))
            painter.setPen(look.colour("muted"))
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), row.text)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, index, inside)
        if row.ground:
            bar = QRectF(inside.left(), inside.top() + px(_PAD) + 2, px(5), inside.height() - 2 * px(_PAD) - 4)
            painter.setPen(QColor(row.line))
            painter.setBrush(QColor(row.ground))
            painter.drawRoundedRect(bar, 2, 2)
        words = look.quiet() if row.is_muted else look.colour("text")
        self._block(index).paint(painter, QPointF(inside.left() + self._indent(row), inside.top() + px(_PAD)), words)
        painter.setFont(look.font(-1))
        painter.setPen(look.quiet())
        line = QRectF(inside.left(), inside.top() + px(_PAD), inside.width(), px(_PITCH))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._detail(row))
        painter.restore()

    def _paint_ground(self, painter: QPainter, index: AnyIndex, inside: QRectF) -> None:
        chosen = self.state.is_selected(index) and self._list.hasFocus()
        if not chosen and not self.state.is_under_mouse(index):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("selected" if chosen else "hover"))
        painter.drawRoundedRect(inside.adjusted(-_SPACE, 1, _SPACE, -1), 5, 5)

    def _detail(self, row: NoteRow) -> str:
        left, right = self._list.sides
        column = self._list.viewport().width() - left - right
        longest = max(map(QFontMetrics(self._look.font()).horizontalAdvance, row.text.split("\u2028")))
        spare = column - self._indent(row) - longest - self._look.px(_BESIDE)
        room = max(round(column * _DETAIL), min(round(column * _MOST), spare))
        return QFontMetrics(self._look.font(-1)).elidedText(row.detail, Qt.TextElideMode.ElideRight, room)

    def _indent(self, row: NoteRow) -> int:
        return self._look.px(_BAR) if row.ground else 0

    def _block(self, index: AnyIndex) -> TextBlock:
        block = self._blocks.get(index.row())
        if block is None:
            row, look = self._list.row_at(index), self._look
            left, right = self._list.sides
            detail = QFontMetrics(look.font(-1)).horizontalAdvance(self._detail(row))
            taken = detail + look.px(_BESIDE) if detail else 0
            width = max(80, self._list.viewport().width() - left - right - self._indent(row) - taken)
            block = lay_out(row.text, look.font(), width, _LINES, look.px(_PITCH))
            self._blocks[index.row()] = block
        return block
