"""Folders and repositories of the library, added and removed; without any, the first page stands for the panes."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.base.errors import ReaderError
from reader.base.git_address import GitAddress
from reader.base.paths import sample_library
from reader.ui.session.session import Session
from reader.ui.widgets.theme import Look

if TYPE_CHECKING:
    from reader.services.sources import AnySource
    from reader.ui.window.sources.welcome import Welcome


class Folders(QObject):
    """Looks after the folders of one window's library; `stack` holds the panes, and the first page if there is one.

    Signals: `changed()` the library has other folders now, to be read · `pictures_changed()` others of
    its pictures are shown · `failed(str)` for the status bar.
    """

    changed = Signal()
    pictures_changed = Signal()
    failed = Signal(str)

    def __init__(
        self, session: Session, look: Look, stack: QStackedWidget, panes: QWidget, first: QWidget, parent: QWidget
    ) -> None:
        """`first` gets the keyboard where there is a library."""
        super().__init__(parent)
        self._session = session
        self._settings = session.profile.settings
        self._look = look
        self._stack = stack
        self._panes = panes
        self._first = first
        self._parent = parent
        self.welcome: Welcome | None = None

    @property
    def are_panes_shown(self) -> bool:
        """Whether there is a library to be read, and not the page of the first start."""
        return self._stack.currentWidget() is self._panes

    def add(self, folder: Path) -> None:
        """Add a folder to the library and read it."""
        try:
            self._settings.add_sources([folder])
        except ReaderError as error:
            self.failed.emit(str(error))
            return
        self.show()
        self.changed.emit()

    def add_sample(self) -> None:
        """Add the sample library."""
        self.add(sample_library())

    def ask(self) -> None:
        """Let the person choose a folder to add."""
        from PySide6.QtWidgets import QFileDialog  # not needed at the start

        folder = QFileDialog.getExistingDirectory(self._parent, self.tr("A folder with posts"), str(Path.home()))
        if folder:
            self.add(Path(folder))

    def ask_for_repository(self) -> None:
        """Let the person name a Git repository to add."""
        from reader.ui.window.sources.repository_dialog import RepositoryDialog  # seldom needed

        RepositoryDialog(self._parent, self._look, self._add_repository).open()

    def _add_repository(self, address: GitAddress) -> None:
        self._settings.add_repositories([address])
        self.show()
        self.changed.emit()

    def remove(self, action: QAction) -> None:
        """Remove the folder or repository that a menu's action names; marks of its papers stay."""
        self.remove_source(action.data())

    def remove_source(self, source: "AnySource") -> None:
        """Remove a source; marks of its papers stay."""
        if isinstance(source, Path):
            self._settings.remove_source(source)
        else:
            self._settings.remove_repository(source)
        self.changed.emit()
        self.show()

    def pause(self, source: "AnySource", on: bool) -> None:
        """Leave a source as it is for now, or look at it again."""
        self._settings.pause(source, on)
        self.changed.emit()

    def show_web_pictures(self, source: "AnySource", on: bool) -> None:
        """Fetch and show the pictures that posts of a source name on other computers, or no longer."""
        self._settings.show_web_pictures(source, on)
        self.pictures_changed.emit()

    def show(self) -> None:
        """Show the panes; without any folder in the library the first page instead."""
        has_library = bool(self._settings.get("sources")) or self._session.listing.totals().posts > 0
        self._stack.setCurrentWidget(self._panes if has_library else self._first_page())
        self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to where a person begins: the list, or the first button of the first page."""
        if self.are_panes_shown:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.welcome is not None:
            self.welcome.focus_first()

    def _first_page(self) -> "Welcome":
        from reader.ui.window.sources.welcome import Welcome  # made when it is needed

        if self.welcome is None:
            self.welcome = Welcome(self._look)
            self.welcome.folder_requested.connect(self.ask)
            self.welcome.sample_requested.connect(self.add_sample)
            self.welcome.folder_dropped.connect(lambda folder: self.add(Path(folder)))
            self._stack.addWidget(self.welcome)
        return self.welcome
