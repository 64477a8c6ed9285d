"""The control for a setting, made from how it is declared: a list of choices, a box to tick, a number, a line."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from reader.base.settings import SETTINGS, Setting, Settings
from reader.ui.settings.stepper import Stepper
from reader.ui.settings.words import choice_words, unit_words
from reader.ui.widgets.chooser import Chooser
from reader.ui.widgets.theme import Look
from reader.ui.widgets.tick_box import TickBox
from reader.ui.widgets.typography import has_serif

Take = Callable[[str, object], None]
"""Keeps a setting's value, by its name, and lets it take effect."""

_DECLARED = {setting.name: setting for setting in SETTINGS}
_LINE = 150  # px, of a line to write in


def editor(settings: Settings, look: Look, name: str, take: Take) -> QWidget:
    """The control for a setting; each change is taken at once."""
    setting = _DECLARED[name]
    value = settings.get(name)
    if setting.choices:
        return _choices(look, setting, value, take)
    if isinstance(setting.default, bool):
        box = TickBox(look)
        box.setChecked(value)
        box.toggled.connect(lambda on: take(name, on))
        return box
    if isinstance(setting.default, str):
        line = QLineEdit(value)
        line.setPlaceholderText("https://")
        line.setMinimumWidth(look.px(_LINE))
        line.editingFinished.connect(lambda: take(name, line.text().strip()))
        return line
    low, high = setting.low or 0.0, setting.high or 1000.0
    number = Stepper(look, low, high, unit_words(setting.unit), 1 if setting.unit == "s" else 0)
    number.number.setValue(value)
    number.changed.connect(lambda chosen: take(name, float(chosen)))
    return number


def _choices(look: Look, setting: Setting, value: str, take: Take) -> Chooser:
    names = [name for name in setting.choices if name != "serif" or has_serif() or value == "serif"]
    choice = Chooser(look)
    for name in names:
        choice.addItem(choice_words(name), name)
    choice.setCurrentIndex(names.index(value))
    choice.currentIndexChanged.connect(lambda _: take(setting.name, choice.currentData()))
    return choice
