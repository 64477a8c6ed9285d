"""Paints the tree's lines: section headers, chevrons, labels and counts."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from reader.ui.session.places import Place
from reader.ui.sidebar.tree_lines import Line
from reader.ui.sidebar.tree_model import TreeModel
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.row_state import RowState
from reader.ui.widgets.theme import Look

AnyIndex = QModelIndex | QPersistentModelIndex

_LEFT = 16  # px, where the text of a line of depth 0 begins
_STEP = 15  # px more for each level of depth
_CHEVRON = 9  # from a chevron's left edge to its label
_RIGHT = 16  # from the widget's edge to the counts


@guarded
class TreeDelegate(QStyledItemDelegate):
    """Lengths are those of the design, at the default text size."""

    def __init__(self, look: Look, model: TreeModel, view: QTreeView) -> None:
        super().__init__(view)
        self._look = look
        self._model = model
        self._view = view
        self.rows = RowState(view)
        self.target: Place | None = None  # where papers that are dragged would be dropped

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        if self._model.line(index).place is not None:
            return QSize(0, self._look.px(25))
        return QSize(0, self._look.px(45 if index.row() == 0 else 34))

    def chevron_rect(self, index: AnyIndex) -> QRect:
        """Where a click opens or closes a branch, in the viewport; empty for a line that has none."""
        line = self._model.line(index)
        if line.place is None or not line.lines:
            return QRect()
        row = self._view.visualRect(index)
        left = self._look.px(_LEFT + _STEP * (_depth(line) - 1))
        return QRect(left - 8, row.top(), self._look.px(_CHEVRON) + 13, row.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line = self._model.line(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.place is None:
            self._paint_header(painter, option.rect, index, self.rows.is_under_mouse(index))
        else:
            self._paint_line(painter, option.rect, line, self.rows.is_selected(index), self.rows.is_under_mouse(index))
        painter.restore()

    def _paint_header(self, painter: QPainter, rect: QRect, index: AnyIndex, hovered: bool) -> None:
        """A section's name; the chevron is seen under the mouse, with the keyboard, and where the section is closed."""
        px, view = self._look.px, self._view
        has_keyboard = view.hasFocus() and view.currentIndex() == index
        is_open = view.isExpanded(self._model.index(index.row(), 0))
        font = self._look.font(-2, bold=True)
        painter.setFont(font)
        colour = self._look.colour("accent" if has_keyboard else "text" if hovered else "muted")
        painter.setPen(colour)
        text = self._model.label(self._model.line(index))
        bottom = QRect(px(_LEFT), rect.bottom() + 1 - px(26), rect.width(), px(26))
        painter.drawText(bottom, Qt.AlignmentFlag.AlignVCenter, text)
        if hovered or has_keyboard or not is_open:
            left = bottom.left() + QFontMetrics(font).horizontalAdvance(text) + px(7)
            self._paint_chevron(painter, left, bottom, is_open, colour)

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line, chosen: bool, hovered: bool) -> None:
        is_target = self.target is not None and line.place == self.target
        if chosen or hovered or is_target:
            self._paint_ground(painter, rect, chosen, is_target)
        font = self._look.font(bold=chosen)
        painter.setFont(font)
        right = self._paint_count(painter, rect, line, chosen)
        left = self._look.px(_LEFT + _STEP * (_depth(line) - 1))
        if line.colour:
            left = self._paint_dot(painter, left, rect, line.colour)
        colour = self._look.colour("accent" if chosen else "text")
        if line.lines:
            self._paint_chevron(painter, left, rect, self._is_open(line), colour)
        if line.lines or _depth(line) > 1:
            left += self._look.px(_CHEVRON if line.lines else 2)
        painter.setPen(colour)
        room = QRect(left, rect.top(), right - left - 8, rect.height())
        text = QFontMetrics(font).elidedText(self._model.label(line), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _is_open(self, line: Line) -> bool:
        return line.place is not None and self._view.isExpanded(self._model.find(line.place))

    def _paint_ground(self, painter: QPainter, rect: QRect, chosen: bool, is_target: bool) -> None:
        right = min(self._view.width() - 8, rect.right())
        ground = QRectF(8, rect.top(), right - 8, rect.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("chosen" if chosen else "hover"))
        painter.drawRoundedRect(ground, 5, 5)
        if is_target or (chosen and self._view.hasFocus()):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("accent"), 1))
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 4.5, 4.5)

    def _paint_count(self, painter: QPainter, rect: QRect, line: Line, chosen: bool) -> int:
        """Paint the count; returns its left edge."""
        right = min(self._view.width() - self._look.px(_RIGHT), rect.right() - 5)
        if line.due:
            return self._paint_due(painter, right, rect, line.due)
        if not line.papers:
            return right
        text = self._model.locale.toString(line.papers)
        font = self._look.font(-1, bold=chosen)
        width = QFontMetrics(font).horizontalAdvance(text)
        painter.save()
        painter.setFont(font)
        painter.setPen(self._look.quiet() if chosen else self._look.colour("muted"))
        painter.drawText(QRect(right - width, rect.top(), width, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
        return right - width

    def _paint_due(self, painter: QPainter, right: int, rect: QRect, due: int) -> int:
        """Paint how many papers are due on a ground of the accent's colour; returns its left edge."""
        text, font = self._model.locale.toString(due), self._look.font(-2, bold=True)
        height = self._look.px(17)
        width = max(QFontMetrics(font).horizontalAdvance(text) + self._look.px(10), height)
        badge = QRectF(right - width, rect.center().y() + 1 - height / 2, width, height)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent"))
        painter.drawRoundedRect(badge, self._look.px(5), self._look.px(5))
        painter.setFont(font)
        painter.setPen(self._look.colour("on_accent"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
        return right - width

    def _paint_dot(self, painter: QPainter, left: int, rect: QRect, colour: str) -> int:
        """Paint a label's dot; returns where its name begins."""
        from reader.ui.widgets.label_colours import dot_colour  # not at the start of somebody who has no labels

        side = self._look.px(9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(dot_colour(colour, self._look.theme))
        painter.drawEllipse(QRectF(left + 1, rect.top() + (rect.height() - side) / 2, side, side))
        return left + side + self._look.px(8)

    def _paint_chevron(self, painter: QPainter, left: int, rect: QRect, is_open: bool, colour: QColor) -> None:
        size = self._look.px(6)
        x, y = left, rect.top() + rect.height() / 2
        half = size / 2
        if is_open:
            corners = [QPointF(x, y - half + 1), QPointF(x + size, y - half + 1), QPointF(x + half, y + half)]
        else:
            corners = [QPointF(x + 1, y - half), QPointF(x + size, y), QPointF(x + 1, y + half)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF(corners))


def _depth(line: Line) -> int:
    """The level of a line: 1 for one right under its section's header."""
    depth = 0
    while line.parent is not None and line.parent.parent is not None:
        depth += 1
        line = line.parent
    return depth
