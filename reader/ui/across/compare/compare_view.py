"""Papers side by side: their sections in columns that begin at one height and scroll together.

In: a `Comparison`. It opens nothing: it says which paper was chosen.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from reader.across.compare import Comparison
from reader.posts.model import PaperKey
from reader.ui.across.compare.compare_columns import TOP, CompareColumns
from reader.ui.across.compare.compare_rows import SIDE
from reader.ui.across.entry_page import EntryPage
from reader.ui.across.lens_rows import small_font
from reader.ui.page.pictures.asked import GetFiles
from reader.ui.session.rows import Signs
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look
from reader.ui.widgets.typography import Typography

_STAR, _BAR = 18, 2  # px


@guarded
class CompareView(CompareColumns):
    """Two to four papers.

    Signals: `paper_chosen(str)` a column was clicked or gone to · `star_clicked(str)` · `opened(str)` a paper's single
    page is wanted · `left()` one wants to go back · `arranged()` other papers are shown, or the same ones otherwise.
    """

    paper_chosen = Signal(str)
    star_clicked = Signal(str)
    opened = Signal(str)
    left = Signal()
    arranged = Signal()

    def __init__(
        self,
        look: Look,
        signs: Callable[[PaperKey], Signs],
        typography: Typography,
        files: GetFiles | None = None,
    ) -> None:
        super().__init__(look, typography, files)
        self._signs = signs
        self.current = 0  # the column that keys are about
        self.setAccessibleName(self.tr("Papers side by side"))

    # What is shown

    def show_comparison(self, comparison: Comparison, current: PaperKey | None) -> None:
        """Show papers from their beginning."""
        self._comparison = comparison
        keys = self.keys
        self.current = keys.index(current) if current in keys else 0
        self.verticalScrollBar().setValue(0)
        self._rewrite()
        self.setAccessibleDescription(", ".join(each.paper.title for each in comparison.appearances))
        self.arranged.emit()

    def toggle_in_one(self) -> bool:
        """Show two texts of one paper in one column, or side by side again; False where there are two papers."""
        if not self.is_of_one_paper:
            return False
        self._made.in_one = not self._made.in_one
        self.current = 0
        self.verticalScrollBar().setValue(0)
        self._rewrite()
        self.arranged.emit()
        return True

    @property
    def is_of_one_paper(self) -> bool:
        """Whether two texts of one paper are shown."""
        return self._comparison is not None and self._comparison.is_one_paper

    @property
    def is_in_one(self) -> bool:
        """Whether they stand in one column."""
        return self._made.in_one

    @property
    def keys(self) -> list[PaperKey]:
        """The papers of the columns."""
        return [each.paper.key for each in self._comparison.appearances] if self._comparison else []

    def follow(self, key: PaperKey) -> bool:
        """Another paper is open: be at its column; False if it has none."""
        keys = self.keys
        if key not in keys:
            return False
        if keys[self.current] != key:
            self._stand_at(keys.index(key))
        return True

    def column_text(self, column: int) -> str:
        """All that a column says, section by section."""
        return "\n".join(row.cells[column].toPlainText() for row in self._rows)

    def marks_changed(self) -> None:
        """Show other stars."""
        self.viewport().update()

    # Where one is

    def step(self, by: int) -> None:
        """Go to the next column, or the one before."""
        if 0 <= self.current + by < len(self._heads):
            self._choose(self.current + by)

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self.step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.keys:
            self.opened.emit(self.keys[self.current])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = self._column_at(event.position().toPoint())
        if column is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._choose(column)
        if self._star_rect(column).contains(event.position().toPoint()):
            self.star_clicked.emit(self.keys[column])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        column = self._column_at(event.position().toPoint())
        if column is not None:
            self.opened.emit(self.keys[column])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self.viewport())
        theme, height = self._look.theme, self.viewport().height()
        scrolled = self.verticalScrollBar().value()
        painter.setFont(small_font(self.font(), self._px(14), bold=True))
        painter.setPen(QColor(theme.accent))
        below, lefts = self._below_name, [self._left(column) for column in range(len(self._heads))]
        for row, top in zip(self._rows, self._tops, strict=True):
            at = self._head_height + top - scrolled
            if at <= height and at + below + row.height >= self._covered:
                row.paint(painter, lefts, at, below, self._columns.width)
        top = self._head_top
        painter.fillRect(0, top, self.viewport().width(), self._head_height, QColor(theme.page))
        for column, head in enumerate(self._heads):
            self._paint_head(painter, column, head)
        painter.fillRect(0, top + self._head_height - 1, self.viewport().width(), 1, QColor(theme.line))
        for column in range(1, len(self._heads)):
            painter.fillRect(self._left(column) - self._columns.between // 2, 0, 1, height, QColor(theme.line))

    # Inside: the painting

    def _paint_head(self, painter: QPainter, column: int, head: EntryPage) -> None:
        theme, top = self._look.theme, self._head_top + self._px(TOP)
        head.paint(painter, QPointF(self._left(column), top), QRectF(0, 0, self._columns.width, head.height), None)
        signs = self._signs(self.keys[column])
        if signs.bookmarked or column == self.current:
            icon, colour = ("star", theme.accent) if signs.bookmarked else ("star-outline", theme.muted)
            self._look.icons.paint(painter, icon, colour, QRectF(self._star_rect(column)))
        if column == self.current:
            below = self._head_top + self._head_height - 1 - _BAR
            painter.fillRect(self._left(column), below, self._columns.width, _BAR, QColor(theme.accent))

    def _star_rect(self, column: int) -> QRect:
        side = self._px(_STAR)
        return QRect(self._left(column) + self._columns.width - side, self._head_top + self._px(TOP) + 1, side, side)

    def _choose(self, column: int) -> None:
        self._stand_at(column)
        self.paper_chosen.emit(self.keys[column])

    def _stand_at(self, column: int) -> None:
        """Be at a column, and have it in sight."""
        self.current = column
        bar, side = self.horizontalScrollBar(), self._px(SIDE)
        left = self._left(column)
        beyond = max(0, left + self._columns.width + side - self.viewport().width())
        bar.setValue(bar.value() + (min(0, left - side) or beyond))
        self.viewport().update()
