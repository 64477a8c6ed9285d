"""The actions of a window as QActions: menus, keys and tool tips from the one table of `action_table.py`.

A bare key acts only where nobody types: in the tree, the list and the section view. It is given for a Korean layout as
well, by the jamo on the same physical key, for systems where the key arrives as such although input methods are off.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.base.hangul import HANGUL_KEYS
from reader.ui.actions.action_table import ACTIONS, ActionSpec


def action_text(spec: ActionSpec) -> str:
    """What an action is called, in the language of the window."""
    text = QCoreApplication.translate("Actions", spec.text)
    return text.replace("%1", spec.keys[0]) if "%1" in text else text


class Actions(QObject):
    """The actions of one window as QActions, by name.

    Bare keys act in the widgets given to `attach`; the others in the whole window.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions = {spec.name: self._make(spec) for spec in ACTIONS}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect_to(self, do: Callable[[str], object]) -> None:
        """Say what is called with the name of an action that is asked for."""
        for name, action in self._actions.items():
            action.triggered.connect(lambda _checked=False, name=name: do(name))

    def attach(self, widgets: Sequence[QWidget]) -> None:
        """Let bare keys act in these widgets and what is in them."""
        for spec in ACTIONS:
            if spec.bare:
                for widget in widgets:
                    widget.addAction(self._actions[spec.name])

    def set_bare_keys(self, on: bool) -> None:
        """Turn bare keys on or off."""
        for spec in ACTIONS:
            if spec.bare:
                self._actions[spec.name].setShortcuts(_sequences(spec) if on else [])

    def set_has_paper(self, on: bool) -> None:
        """Whether a paper is open that actions can be about."""
        for spec in ACTIONS:
            if spec.needs_paper:
                self._actions[spec.name].setEnabled(on)

    def retranslate(self) -> None:
        """Name the actions in the language of the window."""
        for spec in ACTIONS:
            self._actions[spec.name].setText(action_text(spec))
            self._actions[spec.name].setToolTip(self.tip(spec.name))

    def tip(self, name: str) -> str:
        """A tool tip: what the action does and its key."""
        action = self._actions[name]
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        text = action.text().removesuffix("…")
        return f"{text} ({key})" if key else text

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.name)
        action.setCheckable(spec.checkable)
        action.setShortcuts(_sequences(spec))
        if spec.bare:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            self._window.addAction(action)
        if spec.name == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        return action


def _sequences(spec: ActionSpec) -> list[QKeySequence]:
    keys = list(spec.keys)
    if spec.bare:
        keys += [hangul for key in spec.keys if (hangul := _in_hangul(key)) != key]
    return [QKeySequence(key) for key in keys]


def _in_hangul(key: str) -> str:
    """The same physical keys under a Korean layout: "G, P" is "ㅎ, ㅔ", "Shift+J" is "Shift+ㅓ"."""
    letter = key.removeprefix("Shift+").lower()
    if key.startswith("Shift+") and letter in HANGUL_KEYS:
        return f"Shift+{HANGUL_KEYS[letter]}"
    strokes = key.split(", ")
    if all(stroke.lower() in HANGUL_KEYS for stroke in strokes):
        return ", ".join(HANGUL_KEYS[stroke.lower()] for stroke in strokes)
    return key
