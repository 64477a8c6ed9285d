"""How the table's cells look: text in a few lines, all of it in a row that is opened."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from reader.posts.model import PaperKey
from reader.ui.across.table.table_model import NOTHING, AnyIndex, TableModel
from reader.ui.session.rows import Signs
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.text_block import TextBlock, lay_out
from reader.ui.widgets.theme import Look

LINES = 3
_MOST_LINES = 60
_PITCH, _SIDE, _EDGE = 19, 12, 10  # px; the side is that of the heads, whatever the size of text
_DOT, _TITLE, _STAR_ROOM = 14, 26, 20  # px: where a row of the list has its unread dot and its words; beside a title
_KEPT = 600  # cells


@guarded
class TableCells(QStyledItemDelegate):
    """Paints cells."""

    def __init__(self, look: Look, model: TableModel, view: QTableView, signs: Callable[[PaperKey], Signs]) -> None:
        super().__init__(view)
        self._look = look
        self._model = model
        self._view = view
        self._signs = signs
        self._blocks: OrderedDict[tuple[int, int, int, int], TextBlock] = OrderedDict()

    def forget(self) -> None:
        """Lay everything out again."""
        self._blocks.clear()

    @property
    def usual_height(self) -> int:
        """The height of a row that is not opened, px."""
        return self._height(LINES)

    def height_of(self, row: int) -> int:
        """The height of a row with all its text, px."""
        lines = [
            self._block(row, column, self._view.columnWidth(column), _MOST_LINES).lines
            for column in range(self._model.columnCount())
        ]
        return self._height(max(LINES, *lines))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        return QSize(self._look.px(160), self.usual_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        look, row, rect = self._look, self._model.row(index.row()), QRect(option.rect)
        if row is None:
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, look.colour("selected" if selected else "page"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
        lines = max(1, (rect.height() - 2 * look.px(_EDGE)) // look.px(_PITCH))
        block = self._block(index.row(), index.column(), rect.width(), lines)
        name = self._model.columns()[index.column()]
        muted = look.quiet() if selected else look.colour("muted")
        is_quiet = name == "day" or not self._model.text(index.row(), index.column())
        colour = muted if is_quiet else look.colour("text")
        left = rect.left() + (look.px(_TITLE) if name == "title" else _SIDE)
        block.paint(painter, QPointF(left, rect.top() + look.px(_EDGE)), colour)
        if name == "title":
            self._paint_signs(painter, rect, self._signs(row.key))
        painter.restore()

    def _paint_signs(self, painter: QPainter, rect: QRect, signs: Signs) -> None:
        """The unread dot at the left of a title, a star at its right."""
        px = self._look.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = rect.top() + px(_EDGE) + px(_PITCH) / 2
        if not signs.read:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(QPointF(rect.left() + px(_DOT) + 0.5, middle), px(4) - 0.5, px(4) - 0.5)
        if signs.bookmarked:
            side = px(14)
            box = QRect(rect.right() - side - 4, round(middle - side / 2), side, side)
            self._look.icons.paint(painter, "star", self._look.theme.accent, box.toRectF())

    def _block(self, row: int, column: int, width: int, lines: int) -> TextBlock:
        where = (row, column, width, lines)
        block = self._blocks.get(where)
        if block is None:
            is_title = self._model.columns()[column] == "title"
            room = max(20, width - (self._look.px(_TITLE + _STAR_ROOM) if is_title else 2 * _SIDE))
            words = " ".join((self._model.text(row, column) or NOTHING).split())
            block = lay_out(words, self._font(column), room, lines, self._look.px(_PITCH))
            self._blocks[where] = block
            while len(self._blocks) > _KEPT:
                self._blocks.popitem(last=False)
        return block

    def _font(self, column: int) -> QFont:
        return self._look.font(0, bold=column == 0)

    def _height(self, lines: int) -> int:
        return lines * self._look.px(_PITCH) + 2 * self._look.px(_EDGE)
