"""The benchmark sheet: a name to ask for, a chart, and a table of values that lead to their sentences.

It reads nothing itself: it asks for the values of a name, and shows what it is given.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.ui.across.band import Band
from reader.ui.across.plain_table import choose_by_rows, make_plain, set_head_font, sort_by_heads
from reader.ui.across.sheet.chart import Chart
from reader.ui.across.sheet.values import COLUMNS, AnyIndex, ValueModel
from reader.ui.across.wide_view import WideView
from reader.ui.widgets.buttons import KeyButton
from reader.ui.widgets.composing_field import ComposingField
from reader.ui.widgets.empty_state import EmptyState
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.popup import Popup
from reader.ui.widgets.scrolling import OverlayScrollBar
from reader.ui.widgets.theme import Look

if TYPE_CHECKING:
    from reader.across.benchmarks import BenchmarkValue

OFFERED = ("GenEval", "FID", "MMLU", "GSM8K", "HumanEval", "SWE-bench", "AIME", "PSNR", "mAP", "WER")
_WIDTHS = {"date": 108, "value": 190, "model": 150, "paper": 200}
_MODEL = COLUMNS.index("model")
_PAPER = 560  # px of a title at most, where sentences have as much room
_ROW, _SIDE = 30, 12  # px
_CHART = 3  # of so many parts of the view one is the chart's at most
_FIELD, _LEAST_FIELD = 220, 90  # px


@guarded
class _ValueCells(QStyledItemDelegate):
    """Paints cells: one line each."""

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        look, name = self._look, COLUMNS[index.column()]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, look.colour("selected" if selected else "page"))
        painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, look.colour("line"))
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        quiet = name in ("date", "sentence")
        painter.setFont(look.font(0, bold=name == "value"))
        painter.setPen(look.quiet() if quiet and selected else look.colour("muted" if quiet else "text"))
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


@guarded
class ValueGrid(QTableView):
    """The table.

    Signals: `opened(int)` the sentence of a row is wanted · `reached(int)` another row is the current one.
    """

    opened = Signal(int)
    reached = Signal(int)

    def __init__(self, look: Look, model: ValueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("values")
        self.setModel(model)
        self.setItemDelegate(_ValueCells(look, self))
        make_plain(self)
        choose_by_rows(self)
        sort_by_heads(self)
        OverlayScrollBar(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        for column, name in enumerate(COLUMNS[:-1]):
            self.setColumnWidth(column, look.px(_WIDTHS[name]))
        self._given = look.px(_WIDTHS["paper"])  # px of the titles' column, until a person makes it another

    def share_room(self) -> None:
        """Give titles half of the room they share with sentences; models have none where no value names one."""
        column, model = COLUMNS.index("paper"), self.model()
        named = any(model.index(row, _MODEL).data() for row in range(model.rowCount()))
        self.setColumnHidden(_MODEL, not named)
        if self.columnWidth(column) == self._given:
            room = self.viewport().width() - sum(self.columnWidth(n) for n in range(column))
            self._given = max(self._look.px(_WIDTHS["paper"]), min(self._look.px(_PAPER), room // 2))
            self.setColumnWidth(column, self._given)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.reached.emit(current.row())


@guarded
class SheetView(WideView):
    """The sheet with its band.

    Signals: `name_wanted(str)` the values of another name · `opened(BenchmarkValue)` its sentence is wanted ·
    `export_requested()` · `left()`.
    """

    name_wanted = Signal(str)
    opened = Signal(object)
    export_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.name = ""
        self.model = ValueModel()
        self._band = Band(look, self)
        self.field = ComposingField(self._band)
        self._offered = KeyButton(look, parent=self._band)
        self._export = KeyButton(look, parent=self._band)
        self.chart = Chart(look, self)
        self.grid = ValueGrid(look, self.model, self)
        self._empty = EmptyState(look, "page", self)
        self._lay_out()
        self._connect()
        self.set_look()
        self.retranslate()

    # What is shown

    def show_values(self, name: str, values: Sequence["BenchmarkValue"]) -> None:
        """Show the values of a metric or benchmark."""
        self.name = name
        self.field.setText(name)
        self.model.show(values)
        self.chart.show_values(self.model.values)
        self.grid.share_room()
        papers = len({value.key for value in values})
        given, written_in = self.tr("%Ln value(s)", "", len(values)), self.tr("%Ln paper(s)", "", papers)
        self._band.set_words(name, f"{given} · {written_in}")
        self._export.setEnabled(bool(values))
        self._empty.set_texts(self.tr("No paper of the library gives a value of %1.").replace("%1", name))
        self._stack.setCurrentIndex(0 if values else 1)
        if values:
            self.grid.setCurrentIndex(self.model.index(0, 0))
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_name(self) -> None:
        """Give the keyboard to the field of the name."""
        self._band.set_words(self.tr("Values of a benchmark"), "")
        self._empty.set_texts(self.tr("Which metric or benchmark? Type its name above, such as FID or GenEval."))
        self._export.setEnabled(False)
        self._stack.setCurrentIndex(1)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Go to another row."""
        row = self.grid.currentIndex().row() + by if self.grid.currentIndex().isValid() else 0
        if 0 <= row < len(self.model.values):
            self.grid.setCurrentIndex(self.model.index(row, 0))

    def scroll_page(self, down: bool = True) -> bool:
        """Turn a page; False at the end (or, upwards, at the beginning)."""
        bar, before = self.grid.verticalScrollBar(), self.grid.verticalScrollBar().value()
        bar.setValue(before + (1 if down else -1) * bar.pageStep())
        return bar.value() != before

    def go_to_section(self, index: int) -> None:
        """Sort by a column, counted from 0."""
        if index < len(COLUMNS):
            self._sort(index)

    def next_section(self) -> None:
        """Scroll to the right."""
        bar = self.grid.horizontalScrollBar()
        bar.setValue(bar.value() + self._look.px(_WIDTHS["paper"]))

    def previous_section(self) -> None:
        """Scroll to the left."""
        bar = self.grid.horizontalScrollBar()
        bar.setValue(bar.value() - self._look.px(_WIDTHS["paper"]))

    def set_look(self) -> None:
        """Take colours and sizes."""
        self.grid.verticalHeader().setDefaultSectionSize(self._look.px(_ROW))
        set_head_font(self.grid, self._look.font(-1))
        self.field.setMinimumWidth(self._look.px(_LEAST_FIELD))
        self.field.setMaximumWidth(self._look.px(_FIELD))
        self.chart.updateGeometry()
        self.update()

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.chart.setMaximumHeight(self.height() // _CHART)

    # Inside

    def _lay_out(self) -> None:
        self._band.add(self.field, stretch=1)
        for button in (self._offered, self._export):
            self._band.add(button)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chart)
        column.addWidget(self.grid, 1)
        rest = QWidget(self)
        self._stack = QStackedLayout(rest)
        self._stack.addWidget(full)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._band)
        whole.addWidget(rest, 1)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self._band.left.connect(self.left)
        self._export.clicked.connect(self.export_requested)
        self.field.returnPressed.connect(self._ask)
        self.chart.chosen.connect(lambda number: self.grid.setCurrentIndex(self.model.index(number, 0)))
        self.grid.reached.connect(self.chart.set_current)
        self.grid.opened.connect(lambda row: self.opened.emit(self.model.values[row]))
        self.grid.horizontalHeader().sectionClicked.connect(self._sort)
        menu = Popup(self._offered)
        self._offered.setMenu(menu)
        for name in OFFERED:
            menu.addAction(name, lambda name=name: self.name_wanted.emit(name))  # type: ignore[misc]  # bound early

    def _ask(self) -> None:
        if name := self.field.text().strip():
            self.name_wanted.emit(name)

    def _sort(self, column: int) -> None:
        self.model.sort_by(COLUMNS[column])
        self.chart.show_values(self.model.values)
        if self.model.values:
            self.grid.setCurrentIndex(self.model.index(0, 0))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._offered.setText(self.tr("Choose"))
        self._export.setText(self.tr("Export…"))
        self.field.setPlaceholderText(self.tr("Metric or benchmark"))
        self.field.setAccessibleName(self.tr("Metric or benchmark"))
        self.grid.setAccessibleName(self.tr("Values of a benchmark"))
