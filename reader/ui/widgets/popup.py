"""Menus and lists that own the keyboard while they are open.

Qt asks whoever has the keyboard whether a key is a shortcut before it delivers it, and its menus and lists let it be
one: the window below would act on it. What is made or given here takes every key for itself.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
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
class KeyKeeper(QObject):
    """Lets popups that Qt made own the keyboard as a Popup does.

    Whoever opens them holds it: held by the popup alone, Python would forget it and Qt no longer ask it.
    """

    def watch(self, popup: QWidget) -> None:
        """Keep the keys of a popup and of the menus in it; one that is watched already stays so."""
        for widget in (popup, *popup.findChildren(QMenu)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() != QEvent.Type.ShortcutOverride:
            return False
        event.accept()
        return True


def is_quick_open(event: QEvent) -> bool:
    """Whether Qt asks a text field about the key of quick open, which some desktops have for deleting words."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_K
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    )


def open_standard_menu(editor: QLineEdit | QPlainTextEdit, event: QContextMenuEvent, keeper: KeyKeeper) -> None:
    """Open the menu that Qt has for a text field, with its keys its own."""
    menu = editor.createStandardContextMenu()
    keeper.watch(menu)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(event.globalPos())
