"""The saved searches of the tree: saving, renaming and removing them, and how many unread papers each finds.

The counting is done by the search thread, when nothing else is asked of it: after the window stands, and a moment after
the library or a mark changed.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from reader.base.errors import ReaderError
from reader.marks.model import ChangeKind
from reader.marks.store import MarkStore
from reader.ui.session.mark_edits import MarksChange
from reader.ui.session.places import Place, SavedCount
from reader.ui.session.search_job import SearchJob
from reader.ui.session.session import Session
from reader.ui.widgets.popup import Popup

_FIRST_MS = 1500  # after the window stands
_CALM_MS = 600  # after the last change
_ASKED_BY: dict[ChangeKind, tuple[str, ...]] = {
    "bookmarked": ("is:",),
    "noted": ("is:", "has:", "note:", "메모:"),
    "revisit": ("is:",),
    "labelled": ("label:", "라벨:"),
    "highlighted": ("is:",),
}
"""What stands in a query whose answer marks of a kind can change."""


class SavedSearches(QObject):
    """The saved searches of one window.

    Signals: `place_wanted(Place)` a search just saved is to be shown · `counted(tuple)` these are the saved searches
    now, each a SavedCount · `failed(str)` for the status bar.
    """

    place_wanted = Signal(object)
    counted = Signal(tuple)
    failed = Signal(str)

    def __init__(self, session: Session, job: SearchJob, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._job = job
        self._parent = parent
        self._searches = session.marks.saved_searches()
        self._unread: dict[str, int] = {}
        self._calm = QTimer(self, singleShot=True)
        self._calm.timeout.connect(self._count)
        session.library_changed.connect(self._count_soon)
        session.marks_changed.connect(self._marks_changed)
        job.saved_counted.connect(self._take_count)
        self._calm.start(_FIRST_MS)

    def ask_and_save(self, query: str) -> None:
        """Ask for a name and keep a query under it."""
        self._ask_name(self.tr("Save this search"), query, lambda name: self._save(name, query))

    def open_menu(self, place: Place | None, where: QPoint) -> None:
        """The menu of a saved search's line in the tree."""
        if place is None or place.kind != "saved":
            return
        name = place.value
        menu = Popup(self._parent)
        rename = menu.addAction(self.tr("Rename…"))
        rename.triggered.connect(lambda: self._rename(name))
        remove = menu.addAction(self.tr("Remove the saved search"))
        remove.triggered.connect(lambda: self._edit(lambda marks: marks.remove_search(name)))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    # Inside.

    def _marks_changed(self, change: MarksChange) -> None:
        if "searches" in change.kinds:
            self._searches = self._session.marks.saved_searches()
            self._show()
        if self._may_count_otherwise(change.kinds):
            self._calm.start(_CALM_MS)

    def _may_count_otherwise(self, kinds: frozenset[ChangeKind]) -> bool:
        """Whether other marks of these kinds can change what a saved search counts: the unread papers it finds."""
        if kinds & {"read", "searches"}:
            return True
        words = [word for kind in kinds for word in _ASKED_BY.get(kind, ())]
        return any(word in search.query for word in words for search in self._searches)

    def _count_soon(self) -> None:
        self._show()
        self._calm.start(_CALM_MS)

    def _save(self, name: str, query: str) -> None:
        if self._edit(lambda marks: marks.save_search(name, query)):
            self.place_wanted.emit(Place("saved", name))

    def _rename(self, name: str) -> None:
        def rename(new: str) -> None:
            if self._edit(lambda marks: marks.rename_search(name, new)) and name in self._unread:
                self._unread[new] = self._unread.pop(name)
                self._show()

        self._ask_name(self.tr("Rename the saved search"), name, rename)

    def _ask_name(self, title: str, name: str, take: Callable[[str], None]) -> None:
        dialog = QInputDialog(self._parent)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(name)
        dialog.resize(360, dialog.sizeHint().height())
        dialog.textValueSelected.connect(lambda text: take(text.strip() or name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _edit(self, edit: Callable[[MarkStore], None]) -> bool:
        """Change the saved searches; False, and `failed` says why, where that is not possible."""
        try:
            self._session.edit_searches(edit)
        except ReaderError as error:
            self.failed.emit(str(error))
            return False
        return True

    def _show(self) -> None:
        self.counted.emit(tuple(SavedCount(each.name, self._unread.get(each.name, 0)) for each in self._searches))

    def _count(self) -> None:
        self._job.count_saved(self._searches)

    def _take_count(self, name: str, unread: int) -> None:
        if self._unread.get(name) != unread:
            self._unread[name] = unread
            self._show()
