"""Papers a day as a calendar: the more papers, the stronger; what is read is grey from below.

It is a table, so that arrow keys go from day to day and a screen reader reads every day in words.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.across.trends import Day
from reader.ui.across.field.days import AnyIndex, DayModel
from reader.ui.across.plain_table import make_plain
from reader.ui.session.dates import month_label, month_title
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

FEW_WEEKS = 10
"""Up to so many weeks are drawn as a calendar with numbers, more of them as small squares."""
SIDE = 8  # px to the left of all words, as in the lists beside it, whatever the size of text
_WIDE, _SQUARE, _HIGH = 74, 17, 30  # px
_GAP, _RADIUS = 3, 3
_RING = 2  # px of the line in a chosen day


def strength(papers: int, most: int, *, under_text: bool) -> float:
    """How opaque a day is painted: 0 without papers, and less where words stand on it."""
    if not papers or not most:
        return 0.0
    low, high = (0.10, 0.34) if under_text else (0.28, 0.95)
    return low + (high - low) * float((papers / most) ** 0.5)


@guarded
class _Months(QHeaderView):
    """The months above the weeks."""

    def __init__(self, look: Look, days: DayModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._days = days

    def sizeHint(self) -> QSize:
        return QSize(0, self._look.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._look.colour("page"))
        painter.setFont(self._look.font(-2))
        painter.setPen(self._look.colour("muted"))
        metrics, free = painter.fontMetrics(), 0
        for week in range(self._days.columnCount()):
            first, left = self._days.month_beginning_in(week), self.sectionViewportPosition(week)
            if first is None or left < free or left > self.viewport().width():
                continue
            with_year = week == 0 or first.month == 1
            words = (month_title if with_year else month_label)(f"{first:%Y-%m}", self._days.locale)
            if left + metrics.horizontalAdvance(words) > self.viewport().width():
                continue
            painter.drawText(QPointF(left, metrics.ascent() + 2), words)
            free = left + metrics.horizontalAdvance(words) + self._look.px(8)


@guarded
class _Weekdays(QHeaderView):
    """The days of a week beside them, each in the middle of its squares."""

    def __init__(self, look: Look, days: DayModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look
        self._days = days

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._look.colour("page"))
        painter.setFont(self._look.font(-2))
        painter.setPen(self._look.colour("muted"))
        for row in range(self._days.rowCount()):
            room = QRectF(SIDE, self.sectionViewportPosition(row), self.width(), self.sectionSize(row))
            words = str(self._days.headerData(row, Qt.Orientation.Vertical))
            painter.drawText(room.adjusted(0, 0, 0, -_GAP), Qt.AlignmentFlag.AlignVCenter, words)


@guarded
class _DayCells(QStyledItemDelegate):
    """Paints days."""

    def __init__(self, look: Look, view: QTableView, days: DayModel) -> None:
        super().__init__(view)
        self._look = look
        self._days = days

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        look, day = self._look, self._days.at(index)
        wide = self._days.columnCount() <= FEW_WEEKS
        box = QRectF(option.rect).adjusted(0.5, 0.5, -_GAP - 0.5, -_GAP - 0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.save()
        painter.fillRect(option.rect, look.colour("page"))  # over what the view paints below a chosen cell
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape, look.colour("chrome"))
        if day is not None:
            self._fill(painter, box, shape, day, strength(day.papers, self._days.most, under_text=wide))
        if wide:
            self._write(painter, box, index, day)
        if option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("focus"), _RING))
            inside = _RING / 2
            painter.drawRoundedRect(box.adjusted(inside, inside, -inside, -inside), _RADIUS, _RADIUS)
        painter.restore()

    def _fill(self, painter: QPainter, box: QRectF, shape: QPainterPath, day: Day, alpha: float) -> None:
        painter.setClipPath(shape)
        split = box.bottom() - box.height() * day.read / day.papers
        for role, top, bottom in (("accent", box.top(), split), ("muted", split, box.bottom())):
            colour = QColor(self._look.colour(role))
            colour.setAlphaF(alpha)
            painter.fillRect(QRectF(box.left(), top, box.width(), bottom - top), colour)
        painter.setClipping(False)

    def _write(self, painter: QPainter, box: QRectF, index: AnyIndex, day: Day | None) -> None:
        look = self._look
        room = box.adjusted(look.px(6), 0, -look.px(6), 0)
        painter.setFont(look.font(-2))
        painter.setPen(look.quiet())
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags | Qt.AlignmentFlag.AlignLeft, str(self._days.day_at(index).day))
        if day is not None:
            painter.setFont(look.font(0, bold=day.read < day.papers))
            painter.setPen(look.colour("text"))
            painter.drawText(room, flags | Qt.AlignmentFlag.AlignRight, str(day.papers))


@guarded
class HeatMap(QTableView):
    """The calendar.

    Signals: `chosen(str)` the query of a day · `reached()` another day is the current one.
    """

    chosen = Signal(str)
    reached = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.days = DayModel()
        self.setModel(self.days)
        self.setItemDelegate(_DayCells(look, self, self.days))
        self.setHorizontalHeader(_Months(look, self.days, self))
        self.setVerticalHeader(_Weekdays(look, self.days, self))
        make_plain(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.clicked.connect(self._choose)

    def count(self) -> int:
        """How many days of papers there are."""
        return len(self.days.days)

    @property
    def has_numbers(self) -> bool:
        """Whether there are few enough weeks for words in the squares."""
        return self.days.columnCount() <= FEW_WEEKS

    @property
    def needed(self) -> int:
        """The width with which all weeks are in sight, px."""
        return self.verticalHeader().width() + self.horizontalHeader().length()

    def take_size(self) -> None:
        """Be as high as a week, at the present size of text; the newest weeks are in sight."""
        px, wide = self._look.px, self.has_numbers
        self.horizontalHeader().setDefaultSectionSize(px(_WIDE) if wide else px(_SQUARE))
        self.verticalHeader().setDefaultSectionSize(px(_HIGH) if wide else px(_SQUARE))
        self.verticalHeader().setFixedWidth(px(46))
        rows = 7 * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + px(12))
        self._fit()

    def begin(self) -> None:
        """Be at the newest day."""
        if self.days.days and not self.currentIndex().isValid():
            newest = max(self.days.days)
            self.setCurrentIndex(self.days.index(newest.weekday(), self.days.columnCount() - 1))

    def step(self, by: int) -> bool:
        """Go to the next or previous day with papers; False at the end."""
        known = sorted(self.days.days)
        here = self.currentIndex()
        rest = [day for day in known if not here.isValid() or (day > self.days.day_at(here)) == (by > 0)]
        rest = [day for day in rest if not here.isValid() or day != self.days.day_at(here)]
        if not rest:
            return False
        wanted = rest[0] if by > 0 else rest[-1]
        monday = self.days.day_at(self.days.index(0, 0))
        self.setCurrentIndex(self.days.index(wanted.weekday(), (wanted - monday).days // 7))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.reached.emit()

    def _fit(self) -> None:
        """Have a scroll bar only where not all weeks fit; then the newest are in sight."""
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if self.needed <= self.width() else policy.ScrollBarAlwaysOn
        )
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum())

    def _choose(self, index: AnyIndex) -> None:
        if (day := self.days.at(index)) is not None:
            self.chosen.emit(day.query)
