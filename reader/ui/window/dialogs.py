"""The table of keys. The settings have a room of their own."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.services.quick_open.finder import spelled
from reader.ui.actions.action_table import ACTIONS, MENUS
from reader.ui.actions.actions import Actions, action_text, key_text
from reader.ui.widgets.theme import Look

_KEYS_SIZE, _KEYS_COLUMN, _KEY_WIDTH = (1240, 780), 290, 108  # px


def show_keys(window: QWidget, look: Look, actions: Actions) -> None:
    """The table of keys in as many columns as there is room for, no larger than the window, with a field that narrows
    it."""
    dialog = QDialog(window)
    dialog.setWindowTitle(QCoreApplication.translate("Dialogs", "Keys"))
    size = look.over(window, *_KEYS_SIZE)
    table = QWidget()
    rows = _key_rows(table, look, actions, max(1, size.width() // look.px(_KEYS_COLUMN)))
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidget(table)
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
    finish(dialog, whole)
    dialog.resize(size)
    dialog.open()
    field.setFocus()


def _key_rows(table: QWidget, look: Look, actions: Actions, columns: int) -> list[tuple[str, tuple[QLabel, ...]]]:
    """Fill the table, column by column; returns what finds each row, "" for the name of a menu, and its labels."""
    rows: list[tuple[str, tuple[QLabel, ...]]] = []
    titles = dict(MENUS)
    for spec in ACTIONS:
        if spec.menu in titles:
            title = QLabel(QCoreApplication.translate("Actions", titles.pop(spec.menu)))
            title.setFont(look.font(bold=True))
            rows.append(("", (title,)))
        if keys := actions.keys(spec):
            labels = (QLabel("  ·  ".join(map(key_text, keys))), QLabel(action_text(spec)))
            labels[0].setObjectName("muted")
            rows.append((spelled(" ".join(label.text() for label in labels)), labels))
    side_by_side = QHBoxLayout(table)
    side_by_side.setSpacing(look.px(28))
    for part in _parted(rows, columns):
        side_by_side.addLayout(_key_column(part, look), 1)
    return rows


def _parted(rows: list[tuple[str, tuple[QLabel, ...]]], columns: int) -> list[list[tuple[str, tuple[QLabel, ...]]]]:
    """The rows in at most so many columns of one length, as short as can be."""
    lengths = range(-(-len(rows) // columns), len(rows) + 1)
    return next(parts for length in lengths if len(parts := _cut(rows, length)) <= columns)


def _cut(rows: list[tuple[str, tuple[QLabel, ...]]], length: int) -> list[list[tuple[str, tuple[QLabel, ...]]]]:
    """The rows in columns of one length; the name of a menu is not the last of one."""
    parts, begin = [], 0
    while begin < len(rows):
        end = min(len(rows), begin + length)
        if end < len(rows) and not rows[end - 1][0]:
            end -= 1
        parts.append(rows[begin:end])
        begin = end
    return parts


def _key_column(rows: list[tuple[str, tuple[QLabel, ...]]], look: Look) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(look.px(12))
    grid.setVerticalSpacing(look.px(2))
    for number, (_, labels) in enumerate(rows):
        if len(labels) > 1:
            labels[0].setFixedWidth(look.px(_KEY_WIDTH))
        for place, label in enumerate(labels):
            label.setWordWrap(True)
            grid.addWidget(label, number, place, 1, 3 - len(labels) if place == 0 else 1)
    grid.setRowStretch(len(rows), 1)
    return grid


def _narrow(rows: list[tuple[str, tuple[QLabel, ...]]], typed: str) -> None:
    """Leave the rows with what is typed, and names of menus while nothing is."""
    words = spelled(typed).split()
    for found_by, labels in rows:
        for label in labels:
            label.setVisible(not words or (bool(found_by) and all(word in found_by for word in words)))


def finish(dialog: QDialog, content: QWidget) -> QDialogButtonBox:
    """Put a button that closes it below what a dialog has; returns the row of buttons."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(content, 1)
    column.addWidget(buttons)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return buttons
