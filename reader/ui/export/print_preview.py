"""The dialog that shows what is going to be printed, page by page, and prints it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPicture
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.export.sheet_view import SheetView
from reader.ui.session.sheet_files import PIXELS_AN_INCH, page_layout, sheet_size
from reader.ui.widgets.theme import Look
from reader.ui.widgets.tick_box import TickBox

_SIZE = 720, 800
_ROOM = 150  # px of a line for its margins and for the number of the page


class PrintPreview(QDialog):
    """Signals: `notes_wanted(bool)` the sheets are wanted with or without what the person wrote · `printed(int)` so
    many pages were handed to the printer · `failed(str)` it took none, or not all.
    """

    notes_wanted = Signal(bool)
    printed = Signal(int)
    failed = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        self.printer.setResolution(PIXELS_AN_INCH)  # sheets that are played with another have letters of another size
        self.printer.setDocName(name)
        self.printer.setPageLayout(page_layout())
        self.view = SheetView(look)
        self.notes = TickBox(look, self.tr("Notes and highlights"))
        self.notes.setChecked(True)
        self.notes.toggled.connect(self.notes_wanted)
        self._place = QLabel()
        self._back = QPushButton("‹")
        self._on = QPushButton("›")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.print_button = self._buttons.addButton(self.tr("Print…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange(look)
        self._connect()
        self.take(())

    def take(self, sheets: Sequence[QPicture]) -> None:
        """Show these sheets; none while they are being written."""
        self.view.take(sheets)
        self.print_button.setEnabled(bool(sheets))
        if sheets and not self.notes.hasFocus():
            self.print_button.setFocus()

    def _arrange(self, look: Look) -> None:
        self.setWindowTitle(self.tr("Print"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(look.over(self.parentWidget(), *_SIZE))
        self.view.setAccessibleName(self.tr("What will be printed"))
        for button, name in ((self._back, self.tr("Previous page")), (self._on, self.tr("Next page"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFixedWidth(look.px(32))
        row = QHBoxLayout()
        row.addWidget(self.notes)
        row.addStretch()
        row.addWidget(self._back)
        row.addWidget(self._place)
        row.addWidget(self._on)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        beside = row.sizeHint().width() + self._buttons.sizeHint().width() + look.px(_ROOM)
        if beside <= self.width():
            row.addWidget(self._buttons)
        else:
            column.addWidget(self._buttons)
        self.print_button.setDefault(True)

    def _connect(self) -> None:
        self.view.turned.connect(self._show_place)
        self._back.clicked.connect(lambda: self.view.turn(-1))
        self._on.clicked.connect(lambda: self.view.turn(1))
        self._buttons.accepted.connect(self._choose_printer)
        self._buttons.rejected.connect(self.reject)

    def _show_place(self) -> None:
        at, last = self.view.at + 1, len(self.view.sheets)
        self._place.setText(f"{at} / {last}" if last else self.tr("Preparing…"))
        self._back.setEnabled(at > 1)
        self._on.setEnabled(at < last)

    def _choose_printer(self) -> None:
        dialog = QPrintDialog(self.printer, self)
        dialog.setWindowTitle(self.tr("Print"))
        dialog.setMinMax(1, len(self.view.sheets))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(self.print_out)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QDialog.open(dialog)

    def print_out(self) -> None:
        """Print the chosen pages on the chosen printer."""
        first, last = self.printer.fromPage() or 1, self.printer.toPage() or len(self.view.sheets)
        chosen = self.view.sheets[first - 1 : last]
        if print_sheets(chosen, self.printer):
            self.printed.emit(len(chosen))
        else:
            self.failed.emit(self.tr("The printer did not take the pages, or could not write their file."))
        self.accept()


def print_sheets(sheets: Sequence[QPicture], printer: QPrinter) -> bool:
    """Paint sheets onto a printer's pages: as large as they are, smaller where its paper is.

    False where the printer does not take them.
    """
    painter = QPainter()
    if not painter.begin(printer):
        return False
    width, height = sheet_size()
    room = painter.viewport()
    scale = min(room.width() / width, room.height() / height)
    painter.translate((room.width() - width * scale) / 2, 0)
    painter.scale(scale, scale)
    is_taken = all((number == 0 or printer.newPage()) and sheet.play(painter) for number, sheet in enumerate(sheets))
    return painter.end() and is_taken and printer.printerState() != QPrinter.PrinterState.Error
