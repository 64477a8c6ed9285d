"""The menus, from the table of actions."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reader.base.git_address import GitAddress
from reader.ui.actions.action_table import ACTIONS, MENUS
from reader.ui.actions.actions import Actions
from reader.ui.widgets.popup import Popup


class Menus:
    """The program's menus in one, and each by name."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        self._actions = actions
        self.main = Popup(parent)
        self.by_name = {name: Popup(self.main) for name, _ in MENUS}
        for name, menu in self.by_name.items():
            self._fill(menu, name)
            self.main.addMenu(menu)
        self.sources = Popup(self.by_name["library"])
        self.by_name["library"].insertMenu(actions["sync"], self.sources)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        for name, text in MENUS:
            self.by_name[name].setTitle(QCoreApplication.translate("Actions", text))
        self.sources.setTitle(QCoreApplication.translate("Actions", "Remove from the library"))

    def fill_bar(self, bar: QMenuBar) -> None:
        """Put the menus into a menu bar, where the system has one for all programs."""
        for menu in self.by_name.values():
            bar.addMenu(menu)

    def show_sources(self, folders: Sequence[Path], repositories: Sequence[GitAddress] = ()) -> None:
        """List the folders and repositories that can be removed; each action has its own as its data."""
        self.sources.clear()
        for folder in folders:
            self.sources.addAction(str(folder)).setData(folder)
        for address in repositories:
            self.sources.addAction(address.shown).setData(address)
        self.sources.setEnabled(bool(folders or repositories))

    def _fill(self, menu: QMenu, name: str) -> None:
        groups = groupby((spec for spec in ACTIONS if spec.menu == name), key=lambda spec: spec.group)
        for position, (_, specs) in enumerate(groups):
            if position:
                menu.addSeparator()
            menu.addActions([self._actions[spec.name] for spec in specs])
