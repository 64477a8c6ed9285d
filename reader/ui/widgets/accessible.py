"""What screen readers are told of widgets that are something else than Qt takes them for: the role, the state, a press.

`install` makes the one factory of the process; Qt asks it for every widget that a screen reader comes to, and gives its
own answer where there is none here. Without a screen reader nothing of this is ever called.
"""

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.ui.widgets.guarded import guarded

Made = Callable[[QWidget], QAccessibleInterface | None]
"""What a widget is to screen readers; None where Qt's own answer is right."""

PRESS = "Press"


def install(made: Made) -> None:
    """Ask this for widgets from now on."""

    def answer(_class: str, thing: QObject) -> QAccessibleInterface | None:
        return made(thing) if isinstance(thing, QWidget) else None

    QAccessible.installFactory(answer)


def tell_anew(within: QWidget, made: Made) -> None:
    """Tell a screen reader that runs what widgets in another one are, if it was told Qt's own answer before.

    Qt asks as a widget is being made, while it is none of ours yet, and keeps the answer.
    """
    if not QAccessible.isActive():
        return
    for widget in within.findChildren(QWidget):
        known = spoken(widget)
        if known is not None and not isinstance(known, SpokenWidget) and made(widget) is not None:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))
            QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.ObjectCreated))


def spoken(widget: QWidget) -> QAccessibleInterface | None:
    """What a widget is to screen readers."""
    return QAccessible.queryAccessibleInterface(widget)


@guarded
class SpokenWidget(QAccessibleInterface):
    """A widget with a role. Its children are the widgets in it that are seen.

    Where PySide's stubs want an interface, None is an answer too: hence `Any`.
    """

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__()
        self._widget = widget
        self._role = role

    def children(self) -> list[QAccessibleInterface]:
        """What is in it, in the order to be read."""
        widgets = [child for child in self._widget.children() if isinstance(child, QWidget) and child.isVisible()]
        return [each for child in widgets if (each := spoken(child)) is not None]

    # What Qt asks.

    def isValid(self) -> bool:
        return shiboken6.isValid(self._widget)

    def object(self) -> Any:
        return self._widget

    def window(self) -> Any:
        return self._widget.window().windowHandle()

    def parent(self) -> Any:
        above = self._widget.parentWidget()
        return spoken(above) if above is not None else None

    def childCount(self) -> int:
        return len(self.children())

    def child(self, index: int) -> Any:
        children = self.children()
        return children[index] if 0 <= index < len(children) else None

    def childAt(self, x: int, y: int) -> Any:
        return next((child for child in self.children() if child.rect().contains(x, y)), None)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((number for number, each in enumerate(self.children()) if each == child), -1)

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._widget.accessibleName()
        if kind == QAccessible.Text.Description:
            return self._widget.accessibleDescription() or self._widget.toolTip()
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing of it can be written."""

    def rect(self) -> QRect:
        return QRect(self._widget.mapToGlobal(QPoint(0, 0)), self._widget.size())

    def role(self) -> Any:
        return self._role

    def state(self) -> QAccessible.State:
        state, widget = QAccessible.State(), self._widget
        state.invisible = not widget.isVisible()
        state.disabled = not widget.isEnabled()
        state.focusable = bool(widget.focusPolicy().value)
        state.focused = widget.hasFocus()
        return state


@guarded
class SpokenButton(SpokenWidget, QAccessibleActionInterface):
    """A button with a role of its own, such as a tab; it is pressed as any other."""

    def __init__(self, button: QAbstractButton, role: QAccessible.Role) -> None:
        SpokenWidget.__init__(self, button, role)
        QAccessibleActionInterface.__init__(self)
        self._button = button

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._button.accessibleName() or self._button.text()
        return super().text(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.selectable = self._button.isCheckable()
        state.selected = self._button.isChecked()
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.ActionInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self)[1])  # the second base of this class
        return shiboken6.VoidPtr(0)  # PySide 6.11 takes None for an address, and Qt goes there

    def actionNames(self) -> list[str]:
        return [PRESS]

    def doAction(self, name: str) -> None:
        if name == PRESS and self._button.isEnabled():
            self._button.click()

    def keyBindingsForAction(self, name: str) -> list[str]:  # noqa: ARG002
        return []
