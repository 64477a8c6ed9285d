"""Menus that own the keyboard while they are open."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu

from reader.ui.widgets.guarded import guarded


@guarded
class Popup(QMenu):
    """A menu whose keys are its own.

    Qt asks whoever has the keyboard whether a key is a shortcut before it delivers it, and a plain QMenu lets it be
    one: the window below would act on it. This one takes every key.
    """

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
