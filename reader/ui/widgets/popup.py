"""Menus and lists that own the keyboard while they are open.

Qt asks whoever has the keyboard whether a key is a shortcut before it delivers it, and its menus and lists let it be
one: the window below would act on it. What is made or given here takes every key for itself.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from reader.ui.widgets.guarded import guarded


@guarded
class Popup(QMenu):
    """A menu whose keys are its own."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def add_popup(self, title: str) -> "Popup":
        """Add a menu of its own kind to it."""
        popup = Popup(title, self)
        self.addMenu(popup)
        return popup


@guarded
class _Keeper(QObject):
    """Takes the keys of a popup that Qt made."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(watched, event)


def own_keys(popup: QWidget) -> None:
    """Let a popup that Qt made own the keyboard as a Popup does: a standard menu, the list of a combo box."""
    keeper = _Keeper(popup)
    for widget in (popup, *popup.findChildren(QMenu)):
        widget.installEventFilter(keeper)


def open_standard_menu(editor: QLineEdit | QPlainTextEdit, event: QContextMenuEvent) -> None:
    """Open the menu that Qt has for a text field, with its keys its own."""
    menu = editor.createStandardContextMenu()
    own_keys(menu)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(event.globalPos())
