"""What the actions of the whole program and its library do; their dialogs are loaded when somebody asks for one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reader.ui.actions.actions import Actions
from reader.ui.notes.notes_pane import NotesPane
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.theme import Look
from reader.ui.window.commands import Handlers
from reader.ui.window.preferences import Preferences
from reader.ui.window.sources.folders import Folders

if TYPE_CHECKING:
    from reader.ui.marks.import_dialog import ImportDialog


def program_actions(
    window: QWidget,
    state: ReadingState,
    session: Session,
    look: Look,
    actions: Actions,
    preferences: Preferences,
    folders: Folders,
) -> Handlers:
    """The small windows. They are loaded when somebody asks for one."""

    def show_settings() -> None:
        from reader.ui.marks.notice import can_tell
        from reader.ui.settings.around import Around
        from reader.ui.settings.settings_dialog import SettingsDialog

        of_sources = (folders.remove_source, folders.pause, folders.show_web_pictures)
        around = Around(session, look, actions, preferences.take, *of_sources, can_tell)
        SettingsDialog(around, window).open()

    def show_keys() -> None:
        from reader.ui.window.dialogs import show_keys

        show_keys(window, look, actions)

    def show_about() -> None:
        from reader.ui.window.telling.about import show_about

        show_about(window, look, session.profile.places)

    def check_for_updates() -> None:
        from reader.ui.window.update_check import check_for_updates  # nothing else needs QtNetwork

        check_for_updates(preferences.settings.get("updates_from"), window)

    def open_another() -> None:
        from reader.ui.session.child import open_another_window  # seldom needed

        if not open_another_window(session.profile.places, state.key, window):
            session.failed.emit(QCoreApplication.translate("AnotherWindow", "Another window could not be started."))

    return {
        "new_window": open_another,
        "settings": show_settings,
        "keys": show_keys,
        "about": show_about,
        "updates": check_for_updates,
    }


def open_import(
    window: QWidget, session: Session, look: Look, notes: NotesPane, sync: Callable[[], object]
) -> "ImportDialog":
    """The dialog that imports a file or folder after a look."""
    from reader.ui.marks.import_dialog import ImportDialog  # when somebody asks for it

    notes.flush()
    dialog = ImportDialog(session, look, window)
    dialog.marks_merged.connect(sync)
    dialog.open()
    return dialog


def library_actions(
    window: QWidget, session: Session, look: Look, folders: Folders, notes: NotesPane, sync: Callable[[], object]
) -> Handlers:
    """The library as a whole."""

    def show_backups() -> None:
        from reader.ui.marks.backup_dialog import BackupDialog

        notes.flush()
        dialog = BackupDialog(session, look, window)
        dialog.marks_merged.connect(sync)
        dialog.open()

    return {
        "import": lambda: open_import(window, session, look, notes, sync),
        "add_folder": folders.ask,
        "add_repository": folders.ask_for_repository,
        "add_sample": folders.add_sample,
        "sync": sync,
        "backup": show_backups,
    }
