"""The small windows: keys, settings, about. Keys and settings are made from their tables."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader import __version__
from reader.base.settings import SETTINGS, Setting, Settings
from reader.services.quick_open.finder import spelled
from reader.ui.actions.action_table import ACTIONS, MENUS
from reader.ui.actions.actions import action_text
from reader.ui.widgets.chooser import Chooser
from reader.ui.widgets.theme import Look
from reader.ui.widgets.translation import QT_TRANSLATE_NOOP

Take = Callable[[str, object], None]
"""Keeps a setting's value, by its name, and lets it take effect."""

# fmt: off
_WORDS = {
    "language": QT_TRANSLATE_NOOP("Settings", "Language"),
    "theme": QT_TRANSLATE_NOOP("Settings", "Colours"),
    "text_size": QT_TRANSLATE_NOOP("Settings", "Size of the text"),
    "search_history": QT_TRANSLATE_NOOP("Settings", "Searches that were made are remembered"),
    "bare_keys": QT_TRANSLATE_NOOP("Settings", "Single keys such as J and B act in the lists and the text"),
    "read_after": QT_TRANSLATE_NOOP("Settings", "A paper one scrolled in or moved on from counts as read after"),
    "unread_when_rewritten": QT_TRANSLATE_NOOP("Settings", "A paper is unread again when its summary was rewritten"),
    "revisit_notice": QT_TRANSLATE_NOOP("Settings", "The system tells once a day that papers are due"),
    "updates_from": QT_TRANSLATE_NOOP("Settings", "Address to look for updates at, when asked to"),
    "system": QT_TRANSLATE_NOOP("Settings", "As the system"),
    "ko": QT_TRANSLATE_NOOP("Settings", "한국어"),
    "en": QT_TRANSLATE_NOOP("Settings", "English"),
    "light": QT_TRANSLATE_NOOP("Settings", "Light"),
    "dark": QT_TRANSLATE_NOOP("Settings", "Dark"),
    "sepia": QT_TRANSLATE_NOOP("Settings", "Sepia"),
    "contrast": QT_TRANSLATE_NOOP("Settings", "High contrast"),
}
# fmt: on


def _word(name: str) -> str:
    return QCoreApplication.translate("Settings", _WORDS[name])


def show_keys(window: QWidget, look: Look) -> None:
    """The table of keys, no larger than the window, with a field that narrows it."""
    dialog = QDialog(window)
    dialog.setWindowTitle(QCoreApplication.translate("Dialogs", "Keys"))
    grid = QWidget()
    rows = _key_rows(grid, look)
    scroll = QScrollArea()
    scroll.setWidget(grid)
    scroll.setWidgetResizable(True)
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
    dialog.resize(min(look.px(560), window.width() - 40), min(look.px(640), window.height() - 40))
    dialog.open()
    field.setFocus()


def _key_rows(grid: QWidget, look: Look) -> list[tuple[str, tuple[QLabel, ...]]]:
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
        if spec.keys:
            keys = (QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in spec.keys)
            labels = (QLabel("  ·  ".join(keys)), QLabel(action_text(spec)))
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


def show_settings(window: QWidget, settings: Settings, look: Look, take: Take) -> None:
    """The settings; each takes effect at once, by `take`."""
    dialog = QDialog(window)
    dialog.setWindowTitle(QCoreApplication.translate("Dialogs", "Settings"))
    form = QWidget()
    rows = QFormLayout(form)
    rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    for setting in SETTINGS:
        if setting.name in _WORDS:
            rows.addRow(_word(setting.name), _editor(settings, look, setting, take))
    _finish(dialog, form)
    dialog.open()


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


def _editor(settings: Settings, look: Look, setting: Setting, take: Take) -> QWidget:
    value = settings.get(setting.name)
    if setting.choices:
        choice = Chooser(look)
        for name in setting.choices:
            choice.addItem(_word(name), name)
        choice.setCurrentIndex(setting.choices.index(value))
        choice.currentIndexChanged.connect(lambda _: take(setting.name, choice.currentData()))
        return choice
    if isinstance(setting.default, bool):
        box = QCheckBox()
        box.setChecked(value)
        box.toggled.connect(lambda on: take(setting.name, on))
        if setting.name == "revisit_notice":
            _say_if_nobody_tells(box)
        return box
    if isinstance(setting.default, str):
        line = QLineEdit(value)
        line.setPlaceholderText("https://")
        line.setMinimumWidth(260)
        line.editingFinished.connect(lambda: take(setting.name, line.text().strip()))
        return line
    number = QDoubleSpinBox()
    number.setRange(setting.low or 0.0, setting.high or 1000.0)
    number.setDecimals(1 if setting.unit == "s" else 0)
    number.setSuffix(f" {setting.unit}")
    number.setValue(value)
    number.valueChanged.connect(lambda chosen: take(setting.name, float(chosen)))
    return number


def _say_if_nobody_tells(box: QCheckBox) -> None:
    from reader.ui.marks.notice import can_tell  # asks the system

    if not can_tell():
        box.setEnabled(False)
        box.setText(QCoreApplication.translate("Settings", "this system shows no notifications"))
