"""How a row of the lens looks: a paper's title, star and text, or the line of those that say nothing."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCursor

from reader.posts.model import PaperKey
from reader.ui.across.lens_rows import FOLD, LensRows
from reader.ui.session.rows import Signs
from reader.ui.widgets.theme import Look

_STAR = 18  # px at a text size of 16
_DOT = 3.5
_BAR_AT, _BAR = 20, 2.5  # px left of the column, and its width


class RowPainter:
    """Paints rows of one lens."""

    def __init__(self, look: Look, rows: LensRows, signs: Callable[[PaperKey], Signs]) -> None:
        self._look = look
        self._rows = rows
        self._signs = signs
        self.font = QFont()

    def paint(
        self,
        painter: QPainter,
        number: int,
        room: QRect,
        sight: QRect,
        *,
        is_current: bool,
        is_hovered: bool,
        selected: QTextCursor | None,
        mark: int,
    ) -> None:
        """Paint a row into its room; `sight` is what is seen of the view, `mark` the word found that one is at."""
        if number == FOLD:
            self._paint_fold(painter, room, is_hovered=is_hovered)
            return
        page, key = self._rows.page(number), self._rows.key(number)
        if page is None or key is None:
            return
        top = room.top() + self._rows.above
        clip = QRectF(0, sight.top() - top, room.width(), sight.height())
        page.paint(painter, QPointF(room.left(), top), clip, selected, mark)
        self._paint_signs(painter, key, room, is_current=is_current, is_hovered=is_hovered)
        painter.fillRect(room.left(), room.bottom(), room.width(), 1, self._look.colour("line"))

    def star_rect(self, room: QRect) -> QRect:
        """Where the star of a row is."""
        side = self._rows.px(_STAR)
        return QRect(room.right() - side, room.top() + self._rows.above + 1, side, side)

    def _paint_signs(
        self, painter: QPainter, key: PaperKey, room: QRect, *, is_current: bool, is_hovered: bool
    ) -> None:
        signs, theme = self._signs(key), self._look.theme
        if signs.bookmarked or is_current or is_hovered:
            icon, colour = ("star", theme.accent) if signs.bookmarked else ("star-outline", theme.muted)
            self._look.icons.paint(painter, icon, colour, QRectF(self.star_rect(room)))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        height = self._rows.px(22)
        top = room.top() + self._rows.above
        if not signs.read:
            painter.drawEllipse(QPointF(room.left() - 10, top + height / 2), _DOT, _DOT)
        if is_current:
            painter.drawRoundedRect(QRectF(room.left() - _BAR_AT - _BAR, top + 1, _BAR, height * 1.9), 1, 1)
        painter.restore()

    def _paint_fold(self, painter: QPainter, room: QRect, *, is_hovered: bool) -> None:
        papers = self._rows.papers
        words = self._rows.fold_words(len(papers.silent) if papers else 0)
        painter.setFont(self.font)
        painter.setPen(self._look.colour("text" if is_hovered else "muted"))
        sign = "▾" if self._rows.is_open else "▸"
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, f"{sign} {words}")
