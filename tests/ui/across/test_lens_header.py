"""What stands above the lens: words, buttons, and how high all that is."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.render.theme import DARK, LIGHT
from reader.ui.across.lens_header import LensHeader
from tests.ui.pictures import box, picture


@pytest.fixture
def header(page: QWidget) -> LensHeader:
    made = LensHeader(LIGHT, page)
    made.set_words("Limitations", "This week · 12 papers")
    made.place(40, 500)
    made.show()
    return made


def test_it_is_as_high_as_its_two_lines_and_its_buttons(header: LensHeader) -> None:
    title, small = (QFontMetrics(header._font(size, bold=bold)).height() for size, bold in ((24, True), (13, False)))
    row = header._row.geometry()
    assert header._font(24).pixelSize() == 24
    assert header._back.font().pixelSize() != 24
    assert (row.left(), row.top(), row.width()) == (0, 26 + title + small + 8, 500)
    assert row.height() == header._buttons.heightForWidth(500) > 0
    assert (header.x(), header.width(), header.height()) == (40, 500, row.bottom() + 1 + 16)


def test_it_grows_with_the_text(header: LensHeader) -> None:
    header.set_look(DARK, 2.0)
    title, small = (QFontMetrics(header._font(size, bold=bold)).height() for size, bold in ((24, True), (13, False)))
    assert header._font(24).pixelSize() == 48
    assert {button.font().pixelSize() for button in (header._back, header._export, header._print)} == {26}
    assert header.place(40, 500) == header.height()
    assert header._row.y() == 52 + title + small + 16


def test_the_title_stands_above_the_detail(header: LensHeader) -> None:
    seen = picture(header)
    title = box(seen, seen.rect().adjusted(0, 0, 0, -header._row.height() - 16), LIGHT.text, by=20)
    detail = box(seen, seen.rect().adjusted(0, title.bottom() + 1, 0, -header._row.height() - 16), LIGHT.muted, by=20)
    assert title.left() <= 3 and detail.left() <= 3
    assert 26 <= title.top() <= 36
    assert title.bottom() < detail.top()
    assert title.height() > detail.height()
    assert header.accessibleName() == "Limitations. This week · 12 papers"


def test_buttons_are_named_and_ask(header: LensHeader, qtbot: QtBot) -> None:
    buttons = (header._back, header._export, header._print)
    assert [button.text() for button in buttons] == ["Single paper", "Export…", "Print…"]
    assert [button.accessibleName() for button in buttons] == ["Single paper", "Export…", "Print…"]
    assert [button.x() for button in buttons] == sorted(button.x() for button in buttons)
    for button, asked in zip(buttons, (header.left, header.export_requested, header.print_requested), strict=True):
        with qtbot.waitSignal(asked):
            button.click()
        with qtbot.waitSignal(header.focused):
            button.setFocus()
