"""Keys pressed while a view is on its way: they are kept for it, as what is still on the screen is not what they mean.

They are pressed once the view stands, in their order. Where it does not come, nothing is done with them: they were
never meant for list and page. Esc ends the wait; so does a click into a field, for who writes there is elsewhere.
Keys with Ctrl act at once, wherever one is.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.actions.action_table import ActionSpec
from reader.ui.actions.actions import Actions
from reader.ui.widgets.guarded import guarded

_AT_ONCE = frozenset(
    {"search_from_panes", "lens", "compare", "changes", "table", "field", "benchmark", "mine", "history"}
)
"""What is not kept: who asks for it goes elsewhere, and no longer waits."""

_Key = str | QKeyEvent
"""An action by its name, or a key that is nobody's action."""


@guarded
class KeptKeys(QObject):
    """Those of one window."""

    def __init__(self, window: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._keys: list[_Key] = []
        self._give_up: Callable[[], object] | None = None
        self._stands: Callable[[], bool] = bool

    def keep(self, give_up: Callable[[], object], stands: Callable[[], bool]) -> None:
        """Keep keys from now on; `give_up` is called when the person no longer waits.

        `stands` says whether what one waits for can be seen already, only not whole: then Esc is for it as well.
        """
        self._give_up, self._stands = give_up, stands
        self._actions.keep_for(self._take)
        self._window.window().windowHandle().installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._see_focus)  # type: ignore[union-attr]  # there is one

    def press(self) -> None:
        """Press those that were kept: what they are about is there."""
        keys, self._keys = self._keys, []
        self.drop()
        for number, key in enumerate(keys):
            if self._is_elsewhere():
                return
            if isinstance(key, str):
                self._actions[key].trigger()
            elif (focus := self._window.focusWidget()) is not None:
                QApplication.sendEvent(focus, key)
            if self._give_up is not None:  # a further view is on its way
                self._keys = keys[number + 1 :]
                return

    def drop(self) -> None:
        """Keep none any more, and forget those there are."""
        if self._give_up is None:
            return
        self._give_up, self._keys = None, []
        self._actions.keep_for(None)
        self._window.window().windowHandle().removeEventFilter(self)
        QApplication.instance().focusChanged.disconnect(self._see_focus)  # type: ignore[union-attr]  # there is one

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what is no action: Enter, arrows."""
        if event.type() != QEvent.Type.KeyPress or self._is_elsewhere():
            return super().eventFilter(watched, event)
        assert isinstance(event, QKeyEvent)
        if event.key() != Qt.Key.Key_Escape:
            self._keys.append(event.clone())
            return True
        is_for_view = self._stands()
        self._stop_waiting()
        return not is_for_view

    # Inside

    def _take(self, spec: ActionSpec) -> bool:
        """Whether an action is kept."""
        if not self._actions.is_bare(spec) or spec.name in _AT_ONCE:
            return False
        self._keys.append(spec.name)
        return True

    def _see_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._window.window() and self._is_elsewhere():
            self._stop_waiting()

    def _stop_waiting(self) -> None:
        give_up = self._give_up
        self.drop()
        if give_up is not None:
            give_up()

    def _is_elsewhere(self) -> bool:
        """Whether keys are now about something else: a menu, a dialog, a field one types in."""
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return True
        focus = self._window.focusWidget()
        return focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
