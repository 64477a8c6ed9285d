"""The small windows: the table of keys, about. The settings have a room of their own."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader import __version__
from reader.services.quick_open.finder import spelled
from reader.ui.actions.action_table import ACTIONS, MENUS
from reader.ui.actions.actions import Actions, action_text, key_text
from reader.ui.widgets.theme import Look


def show_keys(window: QWidget, look: Look, actions: Actions) -> None:
    """The table of keys, no larger than the window, with a field that narrows it."""
    dialog = QDialog(window)
    dialog.setWindowTitle(QCoreApplication.translate("Dialogs", "Keys"))
    grid = QWidget()
    rows = _key_rows(grid, look, actions)
    scroll = QScrollArea()
    scroll.setWidget(grid)
    scroll.setWidgetResizable(True)
    scroll.setAccessibleName(dialog.windowTitle())
    field = QLineEdit()
    field.setPlaceholderText(QCoreApplication.translate("Dialogs", "Find a key or an action"))
    field.setAccessibleName(field.placeholderText())
    field.textChanged.connect(lambda typed: _narrow(rows, typed))
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(field)
    column.addWidget(scroll)
    _finish(dialog, whole)
    dialog.resize(look.over(window, 560, 640))
    dialog.open()
    field.setFocus()


def _key_rows(grid: QWidget, look: Look, actions: Actions) -> list[tuple[str, tuple[QLabel, ...]]]:
    """Fill the table; returns what finds each row, "" for the name of a menu, and its labels."""
    columns = QGridLayout(grid)
    columns.setColumnStretch(1, 1)
    columns.setHorizontalSpacing(24)
    rows: list[tuple[str, tuple[QLabel, ...]]] = []
    titles = dict(MENUS)
    for spec in ACTIONS:
        if spec.menu in titles:
            title = QLabel(QCoreApplication.translate("Actions", titles.pop(spec.menu)))
            title.setFont(look.font(bold=True))
            columns.addWidget(title, len(rows), 0, 1, 2)
            rows.append(("", (title,)))
        if keys := actions.keys(spec):
            labels = (QLabel("  ·  ".join(map(key_text, keys))), QLabel(action_text(spec)))
            for number, label in enumerate(labels):
                columns.addWidget(label, len(rows), number)
            rows.append((spelled(" ".join(label.text() for label in labels)), labels))
    columns.setRowStretch(len(rows), 1)
    return rows


def _narrow(rows: list[tuple[str, tuple[QLabel, ...]]], typed: str) -> None:
    """Leave the rows with what is typed, and names of menus while nothing is."""
    words = spelled(typed).split()
    for found_by, labels in rows:
        for label in labels:
            label.setVisible(not words or (bool(found_by) and all(word in found_by for word in words)))


def show_about(window: QWidget, data: Path) -> None:
    """What this is, and that its data is in `data`."""
    text = QCoreApplication.translate("Dialogs", "A reader for daily posts of AI paper summaries.")
    place = QCoreApplication.translate("Dialogs", "Bookmarks and notes are in:")
    box = QMessageBox(window)
    box.setWindowTitle(QCoreApplication.translate("Actions", "About Daily Papers Reader"))
    box.setIconPixmap(window.windowIcon().pixmap(64, 64))
    box.setText(f"Daily Papers Reader {__version__}")
    box.setInformativeText(f"{text}\n\n{place}\n{data}")
    box.open()


def _finish(dialog: QDialog, content: QWidget) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(content, 1)
    column.addWidget(buttons)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
