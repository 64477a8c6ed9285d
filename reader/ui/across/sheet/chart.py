"""A small chart of values over time: a point for each value, a line for the best of all papers so far.

Only values of one unit stand on one scale: those of the unit that most of them have. What it shows is in the table
below it; a screen reader is told the range.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

if TYPE_CHECKING:
    from reader.across.benchmarks import BenchmarkValue

_HEIGHT, _LOWEST = 170, 100  # px
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 24, 14, 28  # px
_NEAR = 12  # px from a point that still means it


class Point(NamedTuple):
    """A value on the chart."""

    day: date
    value: float
    label: str
    number: int  # of the values it was made from


def points_of(values: Sequence["BenchmarkValue"]) -> tuple[list[Point], str]:
    """The values with a day, of the unit that most of them have, oldest first; and that unit."""
    dated = [(number, each) for number, each in enumerate(values) if each.day is not None]
    units = Counter(each.figure.measured.unit for _, each in dated)
    unit = units.most_common(1)[0][0] if units else ""
    points = [
        Point(each.day, float(each.figure.measured.value), each.figure.label, number)
        for number, each in dated
        if each.figure.measured.unit == unit and each.day is not None
    ]
    return sorted(points, key=lambda point: (point.day, point.value)), unit


@guarded
class Chart(QWidget):
    """The chart.

    Signals: `chosen(int)` a value, by its number.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._points, self._unit = points_of(())
        self._current = -1
        self.setMouseTracking(True)

    @property
    def points(self) -> Sequence[Point]:
        """What is drawn."""
        return self._points

    def show_values(self, values: Sequence["BenchmarkValue"]) -> None:
        """Show other values."""
        self._points, self._unit = points_of(values)
        self.setVisible(len({point.day for point in self._points}) > 1)
        if self._points:
            low, high = self._range()
            words = self.tr("Chart: %n value(s) from %1 to %2", "", len(self._points))
            self.setAccessibleName(words.replace("%1", _digits(low)).replace("%2", _digits(high)))
        self.update()

    def set_current(self, number: int) -> None:
        """Stress a value, -1 for none."""
        self._current = number
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(_LOWEST))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            point = self._near(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), f"{point.day}  {point.label}" if point else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        near = self._near(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = self._near(event.position())
        if point is not None:
            self.chosen.emit(point.number)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("page"))
        if not self._points:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font(-2))
        self._paint_scale(painter)
        accent = self._look.colour("accent")
        for point in self._points:
            stressed = point.number == self._current
            colour = QColor(accent)
            colour.setAlphaF(1.0 if stressed else 0.55)
            painter.setPen(QPen(self._look.colour("text"), 1.5) if stressed else Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            radius = self._look.px(5.5 if stressed else 4)
            painter.drawEllipse(self._place(point), radius, radius)

    def _paint_scale(self, painter: QPainter) -> None:
        look, area = self._look, self._area()
        low, high = self._range()
        for share in (0.0, 0.5, 1.0):
            y = area.bottom() - share * area.height()
            painter.setPen(look.colour("line"))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(look.colour("muted"))
            room = QRectF(0, y - 10, area.left() - look.px(8), 20)
            words = f"{_digits(low + share * (high - low))}{self._unit if self._unit == '%' else ''}"
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        below = QRectF(area.left(), area.bottom() + look.px(6), area.width(), look.px(20))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self._points[0].day.isoformat())
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._points[-1].day.isoformat())

    def _near(self, at: QPointF) -> Point | None:
        near = min(self._points, key=lambda point: _apart(self._place(point), at), default=None)
        return near if near is not None and _apart(self._place(near), at) <= self._look.px(_NEAR) else None

    def _place(self, point: Point) -> QPointF:
        area, (low, high) = self._area(), self._range()
        first, last = self._points[0].day, self._points[-1].day
        across = (point.day - first).days / max(1, (last - first).days)
        up = (point.value - low) / (high - low) if high > low else 0.5
        return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())

    def _area(self) -> QRectF:
        px = self._look.px
        return QRectF(self.rect()).adjusted(px(_LEFT), px(_TOP), -px(_RIGHT), -px(_BOTTOM))

    def _range(self) -> tuple[float, float]:
        values = [point.value for point in self._points]
        return min(values), max(values)


def _apart(one: QPointF, other: QPointF) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())


def _digits(value: float) -> str:
    return f"{value:.4g}" if abs(value) < 10_000 else f"{value:,.0f}"
