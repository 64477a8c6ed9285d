"""Papers side by side: their sections in columns that begin at one height and scroll together.

In: a `Comparison`. It opens nothing: it says which paper was chosen.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from reader.across.compare import Comparison
from reader.posts.model import PaperKey, SectionKind
from reader.ui.across.compare_rows import SIDE, Columns, CompareRow, CompareRows
from reader.ui.across.entry_page import EntryPage, Sized
from reader.ui.across.lens_rows import small_font
from reader.ui.page.pictures.asked import GetFiles
from reader.ui.session.rows import Signs
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.scrolling import OverlayScrollBar
from reader.ui.widgets.theme import Look
from reader.ui.widgets.typography import Typography

_TOP, _END = 22, 48  # px at a text size of 16
_BELOW_HEAD, _ABOVE_SECTION, _BELOW_NAME = 14, 26, 8  # px
_HIGHEST = 3  # of so many parts of the view heads that stay take one at most; higher ones are scrolled along
_STAR, _BAR = 18, 2  # px


@guarded
class CompareView(QAbstractScrollArea):
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
        super().__init__()
        self._look = look
        self._signs = signs
        self._typography = typography
        self._made = CompareRows(self, files)
        self._made.outdated.connect(self._rewrite)
        self._comparison: Comparison | None = None
        self._heads: tuple[EntryPage, ...] = ()
        self._rows: tuple[CompareRow, ...] = ()
        self._tops: list[int] = []
        self._columns = Columns.fitted(1, 0, 1.0)
        self._head_height = self._below_name = 0  # px
        self.current = 0  # the column that keys are about
        self.setFrameShape(QFrame.Shape.NoFrame)
        OverlayScrollBar(self)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Papers side by side"))
        self.verticalScrollBar().setSingleStep(48)
        self.set_look()

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

    @property
    def names(self) -> list[str]:
        """The sections shown, in order."""
        return [row.name for row in self._rows]

    def column_text(self, column: int) -> str:
        """All that a column says, section by section."""
        return "\n".join(row.cells[column].toPlainText() for row in self._rows)

    @property
    def is_settled(self) -> bool:
        """Whether it is as it will stay. Wait for it before taking a picture."""
        return not self._made.writer.waiting

    def set_typography(self, typography: Typography) -> None:
        """Set the text otherwise."""
        self._typography = typography
        self.set_look()

    def set_look(self) -> None:
        """Take colours and sizes."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(self._look.theme.page))
        self.setPalette(palette)
        self.viewport().setPalette(palette)
        self._rewrite()

    def marks_changed(self) -> None:
        """Show other stars."""
        self.viewport().update()

    def stop(self) -> None:
        """Nobody looks any more."""
        self._made.writer.stop()

    # Where one is

    def step(self, by: int) -> None:
        """Go to the next column, or the one before."""
        if 0 <= self.current + by < len(self._heads):
            self._choose(self.current + by)

    def go_to_section(self, index: int) -> None:
        """Scroll to one of the five sections, counted from 0."""
        wanted = list(SectionKind)[index] if index < len(SectionKind) else None
        row = next((n for n, each in enumerate(self._rows) if each.kind is wanted), None)
        if row is not None:
            self.verticalScrollBar().setValue(self._starts()[row])

    def next_section(self) -> None:
        """Scroll to the section after the one at the top."""
        self._step_section(1)

    def previous_section(self) -> None:
        """Scroll to the section before the one at the top."""
        self._step_section(-1)

    def scroll_page(self, down: bool = True) -> bool:
        """Turn a page; False at the end (or, upwards, at the beginning)."""
        bar, before = self.verticalScrollBar(), self.verticalScrollBar().value()
        bar.setValue(before + (1 if down else -1) * self.verticalScrollBar().pageStep())
        return bar.value() != before

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

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rewrite()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange) and hasattr(self, "_made"):
            self._rewrite()

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
        theme, top = self._look.theme, self._head_top + self._px(_TOP)
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
        return QRect(self._left(column) + self._columns.width - side, self._head_top + self._px(_TOP) + 1, side, side)

    @property
    def _covered(self) -> int:
        """What heads that stay in their place cover of the view, px."""
        return self._head_height if self._head_height * _HIGHEST <= self.viewport().height() else 0

    @property
    def _head_top(self) -> int:
        return 0 if self._covered else -self.verticalScrollBar().value()

    def _starts(self) -> list[int]:
        """How far to scroll to each section."""
        gap = self._px(_ABOVE_SECTION) // 2
        return [0, *(self._head_height - self._covered + top - gap for top in self._tops[1:])]

    # Inside: what is laid out

    def _rewrite(self) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        count = 1 if self._made.is_one(comparison) else len(comparison.appearances)
        room = self.viewport().width()
        self._columns = Columns.fitted(count, room, self._typography.scale)
        across = self.horizontalScrollBar()
        across.setPageStep(room)
        across.setRange(0, max(0, self._columns.whole - room))
        font = self._typography.font(self.font())
        self._made.set_look(
            Sized(self._look.theme, font, self._columns.width, self.devicePixelRatioF()), self._typography
        )
        self._heads, self._rows = self._made.heads(comparison), self._made.rows(comparison)
        self._arrange()

    def _arrange(self) -> None:
        self._head_height = self._px(_TOP) + max(head.height for head in self._heads) + self._px(_BELOW_HEAD)
        names = QFontMetrics(small_font(self.font(), self._px(14), bold=True))
        self._below_name = names.height() + self._px(_BELOW_NAME)
        self._tops, top = [], self._px(_ABOVE_SECTION) // 2
        for row in self._rows:
            self._tops.append(top)
            top += self._below_name + row.height + self._px(_ABOVE_SECTION) // 2
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(max(40, height - self._covered - 48))
        bar.setRange(0, max(0, self._head_height + top + self._px(_END) - height))
        self.viewport().update()

    def _step_section(self, by: int) -> None:
        bar, starts = self.verticalScrollBar(), self._starts()
        here = max((n for n, start in enumerate(starts) if start <= bar.value()), default=0)
        if 0 <= here + by < len(starts):
            bar.setValue(starts[here + by])

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

    def _column_at(self, point: QPoint) -> int | None:
        return self._columns.at(point.x() + self.horizontalScrollBar().value())

    def _left(self, column: int) -> int:
        return self._columns.left(column) - self.horizontalScrollBar().value()

    def _px(self, length: float) -> int:
        return round(length * self._typography.scale)
