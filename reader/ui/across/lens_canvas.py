"""The lens's page: rows drawn as they come into sight, below a header that scrolls along and tabs that stay.

The place one is at is a row of the strip and how far one is into it; the scroll bar only shows it. So nothing moves
under one's eyes when rows turn out higher than was guessed, or when papers above are folded away.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reader.posts.model import PaperKey
from reader.ui.across.entry_page import Sized
from reader.ui.across.lens_header import LensHeader
from reader.ui.across.lens_rows import FOLD, LensRows, small_font
from reader.ui.across.row_painter import RowPainter
from reader.ui.across.strip import Strip
from reader.ui.page.header.section_tabs import SectionTabs
from reader.ui.page.page_browser import BELOW, COLUMN, MARGIN
from reader.ui.session.rows import Signs
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look
from reader.ui.widgets.typography import Typography

_OVERLAP = 48  # px of a page that stay in view when it is turned
_REACHED = 48  # px below the tabs at which a paper counts as the one at the top
_LINE = 48  # px that an arrow key scrolls
_AHEAD = 400  # px below the view that are laid out while nothing happens
_FAR = 3  # views; a scroll bar that goes farther at once jumps


@guarded
class LensCanvas(QAbstractScrollArea):
    """Shows rows.

    Signals: `reached(int)` the person scrolled, and another paper (by its appearance's id) is at the top ·
    `moved()` other rows are in sight · `column_changed()`.
    """

    reached = Signal(int)
    moved = Signal()
    column_changed = Signal()

    def __init__(self, look: Look, rows: LensRows, signs: Callable[[PaperKey], Signs], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.rows = rows
        self._typography = Typography()
        self.strip = Strip(rows.height)
        self.painter = RowPainter(look, rows, signs)
        self.header = LensHeader(look.theme, self.viewport())
        self.tabs = SectionTabs(look.theme, self.viewport())
        self.current: int | None = None  # the paper that keys are about, by its appearance's id
        self.hovered: int | None = None
        self.column = (MARGIN, COLUMN)
        self.selected_in: Callable[[int], QTextCursor | None] = lambda _number: None  # what is selected in a text
        self.mark_in: Callable[[int], int] = lambda _number: -1  # which of its marked words one is at
        self._bar = self.verticalScrollBar()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setMouseTracking(True)
        self._bar.setSingleStep(_LINE)
        self.ahead = QTimer(self, singleShot=True, interval=0)  # until the documents that come next are made
        self.ahead.timeout.connect(self._look_ahead)

    # What is shown

    def show_rows(self, current: int | None, *, at_top: bool) -> None:
        """Show the rows anew, with a paper at the top; from the very beginning where there is none, or it is first."""
        self.strip.begin(len(self.rows.rows))
        self.current = current if current in self.rows.rows else None
        row = self.row_of(self.current)
        self.strip.go_to(row)
        if at_top or row == 0:
            self.strip.offset = -self.header.height()
        self.settle()

    def take_rows(self) -> None:
        """Some rows went or came: stay where one is."""
        here = self.rows.rows[self.strip.row] if self.rows.rows and self.strip.count else None
        after = self.rows.rows[self.strip.row :] if self.strip.count else []
        kept = self.rows.arrange()
        new = {number: row for row, number in enumerate(self.rows.rows)}
        row = next((new[number] for number in after if number in new), max(0, len(kept) - 1))
        if here not in new:
            self.strip.offset = min(0, self.strip.offset)
        self.strip.become(kept, row)
        if self.current not in new:
            self.current = None  # whoever opens papers says which one it is now
        self.settle()

    def stand_at(self, number: int, offset: int) -> None:
        """Let a paper's row be the first in sight, from so far within it."""
        self.strip.go_to(self.row_of(number))
        self.strip.offset = offset
        self.settle()

    def set_look(self, typography: Typography) -> None:
        """Take colours and sizes."""
        self._typography = typography
        theme, scale = self._look.theme, typography.scale
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.page))
        self.setPalette(palette)
        self.viewport().setPalette(palette)
        self.header.set_look(theme, scale)
        self.tabs.set_theme(theme)
        self.tabs.setFont(small_font(self.font(), round(14 * scale)))
        self.painter.font = small_font(self.font(), round(14 * scale))
        self._arrange()

    def rewrite(self) -> None:
        """Make all documents anew, and stay where one is."""
        self.rows.forget()
        self.strip.forget()
        self.settle()

    # Where one is

    def go_to(self, number: int) -> None:
        """Bring a paper to the top, as far as there is room below it."""
        self.current = number
        row = self.row_of(number)
        self.strip.go_to(row)
        if row == 0:
            self.strip.offset = -self.header.height()
        self.settle()

    def choose_first(self) -> None:
        """Make the first paper the one that keys are about."""
        self.current = self._first()
        self.viewport().update()

    def reach(self) -> None:
        """Make the paper below the tabs, the one at the top, the one that keys are about."""
        found = self.strip.at(round(_REACHED * self._typography.scale)) or (self.strip.row, 0)
        if not self.rows.rows:
            return
        number = self.rows.rows[found[0]]
        if number == FOLD:
            number = self._beside_fold(found[0])
        if number not in (FOLD, self.current):
            self.current = number
            self.reached.emit(number)

    def choose_none(self) -> None:
        """Keys are about no paper that is shown."""
        self.current = None
        self.viewport().update()

    def choose(self, number: int) -> None:
        """Make a paper the one that keys are about, where it is."""
        self.current = number
        self.viewport().update()

    def neighbour(self, by: int) -> int | None:
        """The paper so many rows on, without the line of those that say nothing; None at the end."""
        row = self.row_of(self.current) + by if self.current is not None else 0
        while 0 <= row < len(self.rows.rows) and self.rows.rows[row] == FOLD:
            row += by
        return self.rows.rows[row] if 0 <= row < len(self.rows.rows) else None

    def turn_page(self, down: bool) -> bool:
        """Turn a page; False at the end, or upwards at the beginning."""
        before = self._bar.value()
        step = max(40, self._room() - _OVERLAP)
        self._bar.setValue(before + (step if down else -step))
        return self._bar.value() != before

    @property
    def is_at_end(self) -> bool:
        """Whether the last row is in sight to its end."""
        return self._bar.value() >= self._bar.maximum()

    def in_sight(self) -> list[tuple[int, QRect]]:
        """The rows in sight by their appearance's id, each with its place in the viewport."""
        top, height = self.tabs.height(), self.viewport().height()
        left, width = self.column
        rows = self.strip.in_sight(top, height - top)
        return [(self.rows.rows[row], QRect(left, top + start, width, self.strip.height(row))) for row, start in rows]

    def seen(self) -> list[int]:
        """The rows of which something is to be seen below the tabs."""
        return [self.rows.rows[row] for row, _ in self.strip.in_sight(0, self._room())]

    def at(self, point: QPoint) -> tuple[int, QRect] | None:
        """The row at a point of the viewport, by its appearance's id, and its place."""
        if point.y() < self.tabs.y() + self.tabs.height():
            return None
        rows = self.in_sight()
        return next((each for each in rows if each[1].top() <= point.y() <= each[1].bottom()), None)

    def row_of(self, number: int | None) -> int:
        """Which row a paper has; the first for one that has none."""
        return self.rows.rows.index(number) if number in self.rows.rows else 0

    def reveal(self, number: int, rect: QRect) -> None:
        """Scroll just as far as a place in a paper's text needs to be seen."""
        room = dict(self.in_sight()).get(number)
        top = room.top() + self.rows.above + rect.top() if room else None
        if top is None or top < self.tabs.height() + 8 or top > self.viewport().height() - 40:
            self.strip.go_to(self.row_of(number))
            self.strip.move_by(self.rows.above + rect.top() - self._room() // 3)
        self.current = number
        self.settle()

    def settle(self) -> None:
        """Measure what is in sight, let the scroll bar say where one is, and paint."""
        self._clamp()
        self._show_position()
        self._place_above()
        self.viewport().update()
        self.ahead.start()
        self.moved.emit()

    # What Qt calls

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        distance = self._bar.value() - self.header.height() - self.strip.position
        if abs(distance) < _FAR * self.viewport().height():
            self.strip.move_by(distance)
        else:
            self.strip.move_to(self._bar.value() - self.header.height())
        self.settle()
        self.reach()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.set_look(self._typography)  # a font set before is lost when a pane gets its place in the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "painter"):
            self.set_look(self._typography)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers()
        if plain and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # they go from pane to pane
        elif plain and event.key() == Qt.Key.Key_Home:
            self._bar.setValue(0)
        elif plain and event.key() == Qt.Key.Key_End:
            self._bar.setValue(self._bar.maximum())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self.viewport())
        sight = self.viewport().rect()
        for number, room in self.in_sight():
            self.painter.paint(
                painter,
                number,
                room,
                sight,
                is_current=number == self.current,
                is_hovered=number == self.hovered,
                selected=self.selected_in(number),
                mark=self.mark_in(number),
            )

    # Inside

    def _first(self) -> int | None:
        return next((number for number in self.rows.rows if number != FOLD), None)

    def _room(self) -> int:
        return self.viewport().height() - self.tabs.height()

    def _arrange(self) -> None:
        """Give the column its place, as on a single page, and the rows its width."""
        scale = self._typography.scale
        room = self.width()
        width = min(round(self._typography.column * scale), max(120, room - 2 * MARGIN))
        column = (max(MARGIN, (room - width) // 2), width)
        changed, self.column = column != self.column, column
        height = self.header.place(*column)
        self.tabs.set_column(*column)
        self.tabs.resize(self.viewport().width(), self.tabs.sizeHint().height())
        sized = Sized(self._look.theme, self._typography.font(self.font()), width, self.devicePixelRatioF())
        if self.strip.row == 0 and self.strip.offset < 0:
            self.strip.offset = max(self.strip.offset, -height)
        if self.rows.set_look(sized, self._typography):
            self.strip.forget()
        self.settle()
        if changed:
            self.column_changed.emit()

    def _clamp(self) -> None:
        """Stay within the rows."""
        strip, room = self.strip, self._room()
        least = -self.header.height()
        if not strip.count:
            strip.offset = least
            return
        strip.row = min(strip.row, strip.count - 1)
        if strip.at(room - BELOW) is None and (strip.row > 0 or strip.offset > least):
            strip.go_to(strip.count - 1)
            strip.move_by(strip.height(strip.count - 1) + BELOW - room)
        if strip.row == 0:
            strip.offset = max(strip.offset, least)

    def _show_position(self) -> None:
        strip, header = self.strip, self.header.height()
        whole = strip.top(strip.count) if strip.count else 0
        with QSignalBlocker(self._bar):
            self._bar.setPageStep(max(40, self._room() - _OVERLAP))
            self._bar.setRange(0, max(0, header + whole + BELOW - self._room()))
            self._bar.setValue(strip.position + header)
        self._bar.setEnabled(self._bar.maximum() > 0)

    def _place_above(self) -> None:
        scrolled, height = self.strip.position + self.header.height(), self.header.height()
        self.header.move(self.column[0], -scrolled)
        self.tabs.move(0, max(0, height - scrolled))
        self.tabs.set_stuck(scrolled > height)

    def _beside_fold(self, row: int) -> int:
        """The paper beside the line of those that say nothing: below it where that is opened."""
        rows = self.rows.rows
        return rows[row + 1] if row + 1 < len(rows) else rows[max(0, row - 1)]

    def _look_ahead(self) -> None:
        """Make the documents that come next, so that they are there when one gets to them."""
        self.strip.in_sight(0, self._room() + _AHEAD)
        self._show_position()
