"""The actions of a window as QActions: menus, keys and tool tips from the one table of `action_table.py`.

A bare key acts only where nobody types: in the tree, the list and the section view. It is given for a Korean layout as
well, by the jamo on the same physical key, for systems where the key arrives as such although input methods are off.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.ui.actions.action_table import ACTIONS, ActionSpec
from reader.ui.actions.bindings import OwnKeys, in_hangul, is_bare, keys_of


def action_text(spec: ActionSpec) -> str:
    """What an action is called, in the language of the window."""
    text = QCoreApplication.translate("Actions", spec.text)
    return text.replace("%1", spec.keys[0]) if "%1" in text else text


def key_text(key: str) -> str:
    """A key as the system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class Actions(QObject):
    """The actions of one window as QActions, by name.

    Bare keys act in the widgets given to `attach`; the others in the whole window.

    Signals: `keys_changed()` actions have other keys.
    """

    keys_changed = Signal()

    def __init__(self, window: QWidget, own: OwnKeys | None = None) -> None:
        """`own`: a person's keys."""
        super().__init__(window)
        self._window = window
        self._own = own or {}
        self._has_bare = True
        self._attached: list[QWidget] = []
        self._keeps: Callable[[ActionSpec], bool] | None = None
        self._actions = {spec.name: self._make(spec) for spec in ACTIONS}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    @property
    def own(self) -> OwnKeys:
        """The keys that are a person's own."""
        return self._own

    def keys(self, spec: ActionSpec) -> tuple[str, ...]:
        """The keys of an action, portable text."""
        return keys_of(spec, self._own)

    def connect_to(self, do: Callable[[str], object]) -> None:
        """Say what is called with the name of an action that is asked for."""
        for spec in ACTIONS:
            self[spec.name].triggered.connect(lambda _checked=False, spec=spec: self._ask(do, spec))

    def keep_for(self, keeps: Callable[[ActionSpec], bool] | None) -> None:
        """Say what is asked first of each action, whether it is kept for later; None: no action is kept."""
        self._keeps = keeps

    def is_bare(self, spec: ActionSpec) -> bool:
        """Whether an action's keys act only where nobody types: by the table, or since a person chose such a key."""
        return spec.bare or any(map(is_bare, self.keys(spec)))

    def attach(self, widgets: Sequence[QWidget]) -> None:
        """Let bare keys act in these widgets and what is in them."""
        self._attached += widgets
        for spec in ACTIONS:
            if self.is_bare(spec):
                for widget in widgets:
                    widget.addAction(self._actions[spec.name])

    def set_bare_keys(self, on: bool) -> None:
        """Turn bare keys on or off."""
        self._has_bare = on
        for spec in ACTIONS:
            if self.is_bare(spec):
                self._actions[spec.name].setShortcuts(self._sequences(spec))
        self.keys_changed.emit()

    def set_own(self, own: OwnKeys) -> None:
        """Take a person's keys."""
        self._own = own
        for spec in ACTIONS:
            action = self._actions[spec.name]
            for widget in (self._window, *self._attached):
                widget.removeAction(action)
            self._place(spec, action)
        self.retranslate()
        self.keys_changed.emit()

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

    def key(self, name: str) -> str:
        """The key of an action that is shown first, as the system writes it; "" without one."""
        return self._actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def badge(self, name: str) -> str:
        """The key of an action as a button shows it: one that is a single sign, else ""."""
        key = self.key(name)
        return key if len(key) == 1 else ""

    def tip(self, name: str) -> str:
        """A tool tip: what the action does and its key."""
        key, text = self.key(name), self._actions[name].text().removesuffix("…")
        return f"{text} ({key})" if key else text

    def _ask(self, do: Callable[[str], object], spec: ActionSpec) -> None:
        if self._keeps is None or not self._keeps(spec):
            do(spec.name)
        elif spec.checkable:
            self[spec.name].toggle()  # to what it was: it is not done yet

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.name)
        action.setCheckable(spec.checkable)
        self._place(spec, action)
        if spec.name == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        return action

    def _place(self, spec: ActionSpec, action: QAction) -> None:
        """Give an action its keys, where they act."""
        action.setShortcuts(self._sequences(spec))
        if self.is_bare(spec):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            for widget in self._attached:
                widget.addAction(action)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            self._window.addAction(action)

    def _sequences(self, spec: ActionSpec) -> list[QKeySequence]:
        keys = [key for key in self.keys(spec) if self._has_bare or not is_bare(key)]
        if self.is_bare(spec):
            keys += [hangul for key in keys if (hangul := in_hangul(key)) != key]
        return [QKeySequence(key) for key in keys]
