"""What the tables of many papers have in common: a view without frame or grid, in which nothing is edited."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView


def make_plain(table: QTableView) -> None:
    """Leave a table its cells and heads alone. Tab goes on to the next part of the window."""
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
    table.horizontalHeader().setHighlightSections(False)


def choose_by_rows(table: QTableView) -> None:
    """Let rows be chosen whole; they are as high as the table says, and have no heads of their own."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


def sort_by_heads(table: QTableView) -> None:
    """Let heads be clicked; the last column takes what room there is."""
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionsClickable(True)
    header.setStretchLastSection(True)


def set_head_font(table: QTableView, font: QFont) -> None:
    """Set the heads' font, also for the widget that paints them: the style sheet keeps it from inheriting it."""
    header = table.horizontalHeader()
    for widget in (header, header.viewport()):
        widget.setFont(font)
