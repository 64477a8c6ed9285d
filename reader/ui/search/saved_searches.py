"""The saved searches of the tree: saving, renaming and removing them, and how many unread papers each finds.

The counting is done by the search thread, when nothing else is asked of it: after the window stands, and a moment after
the library or a mark changed.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QInputDialog, QMenu

from reader.base.errors import ReaderError
from reader.ui.session.places import Place, SavedCount

if TYPE_CHECKING:
    from reader.ui.window.window import MainWindow

_FIRST_MS = 1500  # after the window stands
_CALM_MS = 600  # after the last change


class SavedSearches(QObject):
    """The saved searches of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._job = window.search_job
        self._unread: dict[str, int] = {}
        self._calm = QTimer(self, singleShot=True)
        self._calm.timeout.connect(self._count)
        self._session.library_changed.connect(self.refresh)
        self._session.marks_changed.connect(self.refresh)
        self._job.saved_counted.connect(self._take_count)
        window.tree.menu_requested.connect(self._open_menu)
        self._calm.start(_FIRST_MS)

    def refresh(self) -> None:
        """Something changed: show which there are now, and count them again a moment later."""
        self._show()
        self._calm.start(_CALM_MS)

    def ask_and_save(self, query: str) -> None:
        """Ask for a name and keep a query under it."""
        self._ask_name(self.tr("Save this search"), query, lambda name: self._save(name, query))

    def _save(self, name: str, query: str) -> None:
        self._session.marks.save_search(name, query)
        self._window.browsing.show_place(Place("saved", name))

    def _open_menu(self, place: Place | None, where: QPoint) -> None:
        if place is None or place.kind != "saved":
            return
        name = place.value
        menu = QMenu(self._window)
        rename = menu.addAction(self.tr("Rename…"))
        rename.triggered.connect(lambda: self._rename(name))
        remove = menu.addAction(self.tr("Remove the saved search"))
        remove.triggered.connect(lambda: self._attempt(lambda: self._session.marks.remove_search(name)))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _rename(self, name: str) -> None:
        def rename(new: str) -> None:
            self._session.marks.rename_search(name, new)
            if name in self._unread:
                self._unread[new] = self._unread.pop(name)

        self._ask_name(self.tr("Rename the saved search"), name, rename)

    def _ask_name(self, title: str, name: str, take: Callable[[str], None]) -> None:
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(name)
        dialog.resize(360, dialog.sizeHint().height())
        dialog.textValueSelected.connect(lambda text: self._attempt(lambda: take(text.strip() or name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _attempt(self, change: Callable[[], None]) -> None:
        """Change the saved searches, or say why that is not possible."""
        try:
            change()
        except ReaderError as error:
            self._window.status.show_error(str(error))
        self.refresh()

    def _show(self) -> None:
        names = [search.name for search in self._session.marks.saved_searches()]
        self._window.browsing.set_saved(tuple(SavedCount(name, self._unread.get(name, 0)) for name in names))

    def _count(self) -> None:
        self._job.count_saved(self._session.marks.saved_searches())

    def _take_count(self, name: str, unread: int) -> None:
        if self._unread.get(name) != unread:
            self._unread[name] = unread
            self._show()
