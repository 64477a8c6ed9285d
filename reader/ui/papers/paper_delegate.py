"""Paints a paper of the list: unread dot, title, ids and date, what it contributes or where a search found it, star.

A row is as high as its lines: a title of one to three, one of ids and date, one or two of the contribution. A title
counts as bold, as of an unread paper, so that reading it moves nothing.
"""

from collections import OrderedDict
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.papers.paper_list_model import PaperListModel
from reader.ui.papers.paper_words import due_word, line_of, meta_of, note_word, short_due_word, tier_words, updated_word
from reader.ui.session.rows import ResultRow, Signs
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.row_state import RowState
from reader.ui.widgets.text_block import Marking, Span, TextBlock, brought_forward, lay_out
from reader.ui.widgets.theme import Look

AnyIndex = QModelIndex | QPersistentModelIndex

# Lengths of the design in px, at the default text size.
_TOP, _COMPACT_TOP = 11, 6  # above the title
_LEFT = 26  # to the left of all text
_RIGHT = 16  # from the widget's edge
_PITCH = 19  # of title and contribution
_META = 22  # of the line of ids and date, with the space around it
_BELOW, _COMPACT_BELOW = 11, 6  # under the last line, with the hairline
_TITLE_LINES, _TEXT_LINES = 3, 2  # at most; in compact lists one less of each
_USUAL_LINES = 4  # of title and text, of a row that was not measured
_HEADING = 30  # above the first paper of a tier of an answer
_STAR_ROOM = 24  # where no title stands
_BLOCKS_KEPT = 600


@guarded
class PaperDelegate(QStyledItemDelegate):
    """Paints rows. `hot_star` is the row whose star is under the mouse, -1 if none is."""

    def __init__(self, look: Look, model: PaperListModel, view: QAbstractItemView, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._look = look
        self._model = model
        self._view = view
        self.rows = RowState(view)
        self._today = today
        self._blocks: OrderedDict[tuple[object, ...], TextBlock] = OrderedDict()
        self.hot_star = -1

    def row_height(self, row: int = -1) -> int:
        """How high a row is without a heading, px; of a row that is not there, or is none, the usual height."""
        result = self._model.result(row) if row >= 0 else None
        lines = _USUAL_LINES - 2 * self._look.is_compact
        if result is not None:
            width = self._width()
            title = self._title(result, width, unread=True)
            words, _ = self._line(result, self._text_lines * width)
            lines = max(1, title.lines) + max(1, self._block(words, 0, False, width, self._text_lines).lines)
        px = self._look.px
        return self._top + lines * px(_PITCH) + px(_META) + px(_COMPACT_BELOW if self._look.is_compact else _BELOW)

    def heading_height(self) -> int:
        """The height of the heading above a row with which a tier of an answer begins, px."""
        return self._look.px(_HEADING)

    def below_heading(self, rect: QRect, row: int) -> QRect:
        """A row without the heading above it, if it has one."""
        result = self._model.result(row)
        return rect.adjusted(0, self.heading_height() if result is not None and result.opens else 0, 0, 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        return QSize(0, self.row_height())

    def forget_layouts(self) -> None:
        """Lay everything out again: the font has changed."""
        self._blocks.clear()

    def star_rect(self, row_rect: QRect) -> QRect:
        """Where a click sets or takes the star, at least 28 px wide and high."""
        centre_x = self._view.width() - self._look.px(_RIGHT) - self._look.px(6)
        side = self._look.px(28)
        centre_y = row_rect.top() + self._top + self._look.px(_PITCH) // 2 + 1
        return QRect(centre_x - side // 2, centre_y - side // 2, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        result = self._model.result(index.row())
        if result is None:
            return
        signs = self._model.signs(result.row.key)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected, hovered = self.rows.is_selected(index), self.rows.is_under_mouse(index)
        is_open = index.row() == self._view.currentIndex().row()
        rect = self.below_heading(option.rect, index.row())
        if result.opens:
            self._paint_heading(painter, option.rect, result.opens)
        self._paint_ground(painter, rect, selected, hovered, is_open)
        muted = self._look.quiet() if selected or hovered else self._look.colour("muted")
        self._paint_words(painter, rect, result, signs, muted)
        if signs.bookmarked or hovered or index.row() == self.hot_star:
            self._paint_star(painter, rect, signs, index.row() == self.hot_star)
        if not signs.read:
            self._paint_dot(painter, rect)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, tier: str) -> None:
        """The quiet line above the papers that an answer has besides those with every word."""
        px, line = self._look.px, self._look.colour("line")
        band = QRect(rect.left(), rect.top(), self._view.width(), self.heading_height())
        painter.fillRect(band, self._look.colour("chrome"))
        painter.fillRect(QRect(band.left(), band.bottom(), band.width(), 1), line)
        painter.setPen(self._look.colour("muted"))
        painter.setFont(self._look.font(-1, bold=True))
        words = band.adjusted(px(_LEFT), 0, -px(_RIGHT), -1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, tier_words(tier))

    def _paint_ground(self, painter: QPainter, rect: QRect, selected: bool, hovered: bool, is_open: bool) -> None:
        if selected:
            painter.fillRect(rect, self._look.colour("selected"))
        elif hovered:
            painter.fillRect(rect, self._look.colour("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._look.colour("line"))
        if selected and is_open and self._view.hasFocus():
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), self._look.colour("accent"))

    def _paint_words(self, painter: QPainter, rect: QRect, result: ResultRow, signs: Signs, muted: QColor) -> None:
        px, row = self._look.px, result.row
        left, width = rect.left() + px(_LEFT), self._width()
        text, mark = self._look.colour("text"), self._look.colour("mark")
        title = self._title(result, width, unread=not signs.read)
        y = rect.top() + self._top
        marking = Marking(result.title_spans, mark, text)
        title.paint(painter, QPointF(left, y), muted if row.gone else text, marking)
        y += title.lines * px(_PITCH)
        painter.setPen(muted)
        self._paint_meta(painter, QRect(left, y, width, px(_META)), result, signs)
        y += px(_META)
        words, spans = self._line(result, self._text_lines * width)
        line = self._block(words, 0, False, width, self._text_lines)
        line.paint(painter, QPointF(left, y), muted, Marking(spans, mark, text))

    @property
    def _top(self) -> int:
        return self._look.px(_COMPACT_TOP if self._look.is_compact else _TOP)

    @property
    def _text_lines(self) -> int:
        return _TEXT_LINES - self._look.is_compact

    def _width(self) -> int:
        """What a row has for its words, px."""
        return self._view.width() - self._look.px(_LEFT) - self._look.px(_RIGHT)

    def _title(self, result: ResultRow, width: int, *, unread: bool) -> TextBlock:
        words = result.row.title or result.row.key
        return self._block(words, 1, unread, width - self._look.px(_STAR_ROOM), _TITLE_LINES - self._look.is_compact)

    def _line(self, result: ResultRow, room: float) -> tuple[str, tuple[Span, ...]]:
        """What is shown below a paper's title, the first word found within the `room`: px of all lines together."""
        if not result.snippet:
            words = line_of(result.row)
            return words, tuple(self._model.lit(words))
        fitting = int(room / QFontMetricsF(self._look.font()).horizontalAdvance("가"))
        return brought_forward(result.snippet, result.snippet_spans, fitting)

    def _paint_meta(self, painter: QPainter, rect: QRect, result: ResultRow, signs: Signs) -> None:
        """Ids and date, the pen of a note, when the paper comes back, and labels at the end of the line.

        Where there is little room the words behind the pen go first, then names of labels.
        """
        font = self._look.font(-1)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance
        ids, due = meta_of(result.row, self._today()), due_word(signs.due, self._today()) if signs.due else ""
        if signs.updated:
            ids = f"{ids} · {updated_word()}"
        gap, side = width(" · "), self._look.px(12)
        if signs.due and width(ids) + 2 * (gap + side) + 3 + width(due) > rect.width():
            due = short_due_word(signs.due, self._today())
        needed = width(ids) + (gap + side if signs.noted else 0) + (gap + side + 3 + width(due) if due else 0)
        end = rect.right() + 1.0
        if signs.labels:
            from reader.ui.widgets.label_colours import paint_chips  # not at the start of somebody who has none

            dots = (self._look.px(12) * len(signs.labels)) if needed < rect.width() * 0.9 else 0
            left = min(rect.left() + needed + self._look.px(8), end - dots)
            end = paint_chips(painter, self._look, signs.labels, QRectF(left, rect.top(), end - left, rect.height()))
        x = self._paint_piece(painter, rect, rect.left(), end, ids)
        if signs.noted:
            spare = end - x - gap - side - 3 - (gap + side + 3 + width(due) if due else 0)
            word = note_word() if width(note_word()) <= spare else ""
            x = self._paint_piece(painter, rect, x, end, word, "note")
        if due:
            is_due = signs.due is not None and signs.due <= self._today()
            self._paint_piece(painter, rect, x, end, due, "refresh", "accent" if is_due else "")

    def _paint_piece(
        self, painter: QPainter, line: QRect, x: float, end: float, text: str, icon: str = "", colour: str = ""
    ) -> float:
        """Paint an icon and a text to the right of `x`; returns where they end. Nothing is painted beyond `end`."""
        metrics, side = QFontMetricsF(painter.font()), self._look.px(12)
        if icon:
            if end - x < metrics.horizontalAdvance(" · ") + side:
                return x
            painter.drawText(QRectF(x, line.top(), end - x, line.height()), Qt.AlignmentFlag.AlignVCenter, " · ")
            x += metrics.horizontalAdvance(" · ")
            if colour:
                painter.setPen(self._look.colour(colour))
            place = QRectF(x, line.center().y() - side / 2 + 1, side, side)
            self._look.icons.paint(painter, icon, painter.pen().color().name(), place)
            x += side + (3 if text else 0)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, end - x))
        painter.drawText(QRectF(x, line.top(), end - x, line.height()), Qt.AlignmentFlag.AlignVCenter, text)
        return x + metrics.horizontalAdvance(text)

    def _paint_star(self, painter: QPainter, rect: QRect, signs: Signs, hot: bool) -> None:
        name = "star" if signs.bookmarked else "star-outline"
        colour = self._look.theme.accent if signs.bookmarked or hot else self._look.theme.muted
        place = QRectF(self.star_rect(rect))
        side = self._look.px(16)
        place.adjust(*[d * (place.width() - side) / 2 for d in (1, 1, -1, -1)])
        self._look.icons.paint(painter, name, colour, place)

    def _paint_dot(self, painter: QPainter, rect: QRect) -> None:
        px = self._look.px
        centre = QPointF(rect.left() + px(14) + 0.5, rect.top() + self._top + px(_PITCH) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.theme.accent))
        painter.drawEllipse(centre, px(4) - 0.5, px(4) - 0.5)

    def _block(self, text: str, step: int, bold: bool, width: int, lines: int) -> TextBlock:
        key = (text, step, bold, width, lines)
        block = self._blocks.get(key)
        if block is None:
            block = self._blocks[key] = lay_out(text, self._look.font(step, bold), width, lines, self._look.px(_PITCH))
            if len(self._blocks) > _BLOCKS_KEPT:
                self._blocks.popitem(last=False)
        return block
