"""What will be printed: one sheet after the other, as large as the printer's paper allows."""

import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPicture
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reader.ui.export.print_preview import PrintPreview, print_sheets
from reader.ui.export.sheet_view import SheetView
from reader.ui.session.sheet_files import PIXELS_AN_INCH, sheet_size
from reader.ui.widgets.theme import Look


class Sheet(QPicture):
    """A sheet that notes how it is painted."""

    def __init__(self, seen: list[tuple[float, float, float]]) -> None:
        super().__init__()
        self._seen = seen

    def play(self, painter: QPainter) -> bool:
        form = painter.worldTransform()
        self._seen.append((form.m11(), form.m22(), form.dx()))
        return True


@pytest.fixture
def preview(look: Look, page: QWidget) -> PrintPreview:
    return PrintPreview(look, "Papers", page)


def test_at_which_of_how_many_sheets_one_is(preview: PrintPreview) -> None:
    assert (preview._place.text(), preview._back.isEnabled(), preview._on.isEnabled()) == ("Preparing…", False, False)
    assert not preview.print_button.isEnabled()
    preview.take([QPicture(), QPicture(), QPicture()])
    found = []
    for turn in (0, 1, 1, 1):
        preview.view.turn(turn)
        found.append((preview._place.text(), preview._back.isEnabled(), preview._on.isEnabled()))
    assert found == [("1 / 3", False, True), ("2 / 3", True, True), ("3 / 3", True, False), ("3 / 3", True, False)]
    preview._back.click()
    assert preview._place.text() == "2 / 3"
    preview._on.click()
    assert preview._place.text() == "3 / 3"


def test_keys_turn_the_sheets_within_their_number(look: Look, page: QWidget) -> None:
    view = SheetView(look, page)
    assert view.at == 0
    view.take([QPicture()] * 3)
    assert view.at == 0
    at = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
        at.append(view.at)
    assert at == [1, 2, 2, 1, 0, 0]
    assert view.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert view.sizeHint().toTuple() == (look.px(420), look.px(560))


@pytest.mark.parametrize("orientation", [QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape])
def test_a_sheet_is_as_large_as_the_paper_allows_and_in_its_middle(
    orientation: QPageLayout.Orientation, tmp_path: object, qapp: object
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setResolution(PIXELS_AN_INCH)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(f"{tmp_path}/out.pdf")
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A5), orientation, QMarginsF(10, 10, 10, 10)))
    seen: list[tuple[float, float, float]] = []
    assert print_sheets([Sheet(seen), Sheet(seen)], printer)
    room, (width, height) = printer.pageLayout().paintRectPixels(PIXELS_AN_INCH), sheet_size()
    scale = min(room.width() / width, room.height() / height)
    assert [each[:2] for each in seen] == [pytest.approx((scale, scale), rel=0.02)] * 2
    assert seen[0][2] == pytest.approx((room.width() - width * scale) / 2, abs=3)
