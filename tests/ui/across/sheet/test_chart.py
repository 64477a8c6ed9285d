"""The chart of a benchmark's values: what it draws, where, and what it says of it."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.across.benchmarks import BenchmarkValue, values_of
from reader.ui.across.sheet.chart import Chart, Point, points_of
from reader.ui.widgets.theme import Look
from tests.across.summaries import appearance
from tests.ui.pictures import at, box, is_near, picture


def values(*said: tuple[date | None, str], name: str = "GenEval") -> list[BenchmarkValue]:
    """What papers of these days say in their results."""
    papers = [
        appearance(f"Paper {n}", {"Results": text}, number=n, link=f"https://arxiv.org/abs/2501.{n:05d}", day=day)
        for n, (day, text) in enumerate(said, 1)
    ]
    return values_of(name, papers)


THREE = values(
    (date(2025, 1, 11), "GenEval에서 80.0%를 달성했다."),
    (date(2025, 1, 1), "GenEval에서 60.0%를 달성했다."),
    (date(2025, 1, 6), "GenEval에서 70.0%를 달성했다."),
)


@pytest.fixture
def chart(look: Look, page: QWidget) -> Chart:
    made = Chart(look, page)
    made.resize(500, 170)
    made.show_values(THREE)
    made.show()
    return made


def test_values_with_a_day_are_points_oldest_first() -> None:
    points, unit = points_of(THREE)
    assert points == [
        Point(date(2025, 1, 1), 60.0, THREE[1].figure.label, 1),
        Point(date(2025, 1, 6), 70.0, THREE[2].figure.label, 2),
        Point(date(2025, 1, 11), 80.0, THREE[0].figure.label, 0),
    ]
    assert unit == "%"
    assert points_of(values((None, "GenEval에서 80.0%를 달성했다."))) == ([], "")
    assert points_of([]) == ([], "")


def test_only_values_of_the_most_common_unit_stand_on_the_scale() -> None:
    other = THREE[0].figure._replace(measured=THREE[0].figure.measured._replace(unit="점", value=Decimal(9)))
    points, unit = points_of([THREE[0]._replace(figure=other), THREE[1], THREE[2]])
    assert ([point.number for point in points], unit) == ([1, 2], "%")


def test_time_goes_to_the_right_and_values_upwards(look: Look, chart: Chart) -> None:
    area = chart._area()
    assert (area.left(), area.top()) == (look.px(64), look.px(14))
    assert (area.right(), area.bottom()) == (500 - look.px(24), 170 - look.px(28))
    places = [chart._place(point) for point in chart.points]
    assert places == [QPointF(area.left(), area.bottom()), area.center(), QPointF(area.right(), area.top())]


def test_points_are_painted_where_they_are(look: Look, chart: Chart) -> None:
    seen = picture(chart)
    for point in chart.points:
        place = chart._place(point).toPoint()
        found = at(seen, place.x(), place.y())
        assert not is_near(found, look.colour("page"), by=40)
        assert found.blue() != found.red() or found.green() != found.red()
    chart.set_current(0)
    place = chart._place(chart.points[-1]).toPoint()
    assert is_near(at(picture(chart), place.x(), place.y()), look.colour("accent"))
    assert is_near(at(picture(chart), 2, 2), look.colour("page"))


def test_lines_and_words_say_the_scale(look: Look, chart: Chart) -> None:
    seen, area = picture(chart), chart._area()
    for share in (0.0, 0.5, 1.0):
        y = round(area.bottom() - share * area.height())
        beside = QRect(0, y - 10, round(area.left()) - look.px(8), 20)
        assert not box(seen, beside, look.colour("muted"), by=60).isEmpty()
        line = box(seen, QRect(0, y - 1, 500, 2), look.colour("line"), by=20)
        assert line.width() > area.width() / 3
    below = QRect(0, round(area.bottom()) + 5, 500, 24)
    left = box(seen, below.adjusted(0, 0, -250, 0), look.colour("muted"), by=60)
    right = box(seen, below.adjusted(250, 0, 0, 0), look.colour("muted"), by=60)
    assert abs(left.left() - area.left()) <= 3
    assert abs(right.right() - area.right()) <= 3


def test_a_screen_reader_is_told_the_range(chart: Chart) -> None:
    assert chart.accessibleName().replace("(s)", "s") == "Chart: 3 values from 60 to 80"
    assert chart.isVisible()
    chart.show_values(values((date(2025, 1, 1), "GenEval에서 60.0%를 달성했다.")))
    assert chart.isHidden(), "one day is no course of time"
    assert [chart._place(point) for point in chart.points] == [
        QPointF(chart._area().left(), chart._area().center().y())
    ]


def test_a_point_is_chosen_by_a_click_near_it(chart: Chart, look: Look, qtbot: QtBot) -> None:
    middle = chart._place(chart.points[1]).toPoint()
    near, far = middle + QPoint(look.px(12) - 1, 0), middle + QPoint(look.px(12) + 2, 0)
    with qtbot.waitSignal(chart.chosen) as chosen:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=near)
    assert chosen.args == [2]
    with qtbot.assertNotEmitted(chart.chosen):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=far)
    shapes = []
    for spot in (far, near):
        QTest.mouseMove(chart, spot)
        shapes.append(chart.cursor().shape())
    assert shapes == [Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor]


def test_it_has_a_size_of_its_own_and_nothing_is_drawn_without_values(look: Look, page: QWidget) -> None:
    made = Chart(look, page)
    assert (made.sizeHint().width(), made.sizeHint().height()) == (look.px(400), look.px(170))
    assert (made.minimumSizeHint().width(), made.minimumSizeHint().height()) == (look.px(200), look.px(100))
    made.resize(300, 170)
    seen = picture(made)
    assert box(seen, seen.rect(), look.colour("page"), by=0) == seen.rect()
    assert QColor(at(seen, 150, 80)) == look.colour("page")
