"""What each action does: the action table's other half. Each function says which parts its actions use."""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTextEdit, QWidget

from reader.ui.actions.actions import Actions
from reader.ui.marks.marking import Marking
from reader.ui.notes.notes_pane import NotesPane
from reader.ui.page.reading import Reading
from reader.ui.page.section_view import SectionView
from reader.ui.papers.paper_list import PaperList
from reader.ui.search.search_bar import SearchBar
from reader.ui.search.searching import Searching
from reader.ui.session.places import ALL, BOOKMARKED, NOTED, REVISIT, UNREAD
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look
from reader.ui.window.browsing import Browsing
from reader.ui.window.folders import Folders
from reader.ui.window.going import Going
from reader.ui.window.highlighting import Highlighting
from reader.ui.window.panes import Panes
from reader.ui.window.preferences import Preferences
from reader.ui.window.undoing import Undoing

if TYPE_CHECKING:
    from reader.ui.export.exporting import Exporting
    from reader.ui.export.outside import Outside
    from reader.ui.marks.import_dialog import ImportDialog
    from reader.ui.window.copying import Copying

Handlers = dict[str, Callable[[], object]]
"""What to call for each action, by its name."""


def page_actions(reading: Reading, highlighting: Highlighting) -> Handlers:
    """Links of the open paper, and the words selected in it."""
    pages = ("arxiv", "alphaxiv", "pdf", "html", "huggingface")
    return {
        **{f"open_{page}": partial(reading.open_link, page) for page in pages},
        "highlight": highlighting.highlight,
        "quote": highlighting.quote,
    }


def mark_actions(
    marking: Marking, session: Session, browsing: Browsing, papers: PaperList, view: QWidget, status: StatusBar
) -> Handlers:
    """Marks of the papers selected or open, and of the whole list."""

    def by_the_list() -> QPoint:
        """Where a menu opens that a key asked for: at the row that is open, or at the top of what is read."""
        return papers.beside_current() or view.mapToGlobal(QPoint(48, 48))

    undoing = Undoing(session, status)
    return {
        "bookmark": marking.toggle_bookmark,
        "toggle_read": marking.toggle_read,
        "revisit": lambda: marking.open_revisit_menu(by_the_list()),
        "labels": lambda: marking.open_label_menu(by_the_list()),
        "mark_all_read": lambda: marking.mark_read(browsing.listed_keys()),
        "undo": undoing.undo,
        "redo": undoing.redo,
    }


def paper_actions(
    state: ReadingState, session: Session, look: Look, browsing: Browsing, papers: PaperList, status: StatusBar
) -> Handlers:
    """Papers on their way out, and which are selected."""

    @cache
    def copying() -> "Copying":
        from reader.ui.window.copying import Copying  # with Markdown's parser

        return Copying(session, status)

    @cache
    def exporting() -> "Exporting":
        from reader.ui.export.exporting import Exporting

        return Exporting(session, state, look, status, papers.window())

    @cache
    def outside() -> "Outside":
        from reader.ui.export.outside import Outside  # when somebody asks for it

        return Outside(session, status, papers.window())

    def select_all() -> None:
        """In the section view Ctrl+A is about the text; everywhere else about the papers of the list."""
        focus = papers.window().focusWidget()
        if isinstance(focus, QTextEdit):
            focus.selectAll()
        else:
            papers.select_all()

    return {
        **{
            f"copy_{form}": lambda form=form: copying().copy(state.targets(), form)  # type: ignore[misc]  # bound early
            for form in ("bibtex", "markdown", "text", "link")
        },
        "fill": lambda: outside().fill(state.targets()),
        "zotero": lambda: outside().send(state.targets()),
        "export": lambda: exporting().ask(papers.count(), browsing.listed_keys),
        "select_all": select_all,
    }


def note_actions(state: ReadingState, panes: Panes, notes: NotesPane, actions: Actions) -> Handlers:
    """The open paper's note."""

    def write_note() -> None:
        if state.key is None:
            return
        panes.show_notes(True)
        actions["notes_pane"].setChecked(True)
        notes.show_page("note")
        notes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    return {"note": write_note, "notes_pane": lambda: panes.show_notes(not panes.has_notes())}


def search_actions(state: ReadingState, view: SectionView, bar: SearchBar, searching: Searching) -> Handlers:
    """Looking for something in the library or in the open paper."""

    def search() -> None:
        """In the section view Ctrl+F looks in the paper; everywhere else it looks in the library."""
        focus = view.window().focusWidget()
        if focus is not None and view.isAncestorOf(focus) and state.key is not None:
            view.open_find()
        else:
            bar.focus_query()

    return {
        "search": search,
        "search_from_panes": bar.focus_query,
        "find_in_page": view.open_find,
        "next_hit": lambda: view.find_next() if view.mark_count else view.open_find(),
        "previous_hit": lambda: view.find_previous() if view.mark_count else view.open_find(),
        "save_search": searching.save,
        "clear_history": searching.clear_history,
    }


def going_actions(browsing: Browsing, going: Going, papers: PaperList, panes: Panes, view: SectionView) -> Handlers:
    """From place to place, paper to paper, section to section."""
    places = {"all": ALL, "unread": UNREAD, "bookmarked": BOOKMARKED, "revisit": REVISIT, "noted": NOTED}

    def page_down() -> None:
        if not view.scroll_page(True):
            browsing.step_unread(1)

    return {
        **{f"go_{name}": partial(browsing.show_place, place) for name, place in places.items()},
        "back": partial(going.go, -1),
        "forward": partial(going.go, 1),
        "next_paper": partial(papers.step, 1),
        "previous_paper": partial(papers.step, -1),
        "extend_down": partial(papers.extend, 1),
        "extend_up": partial(papers.extend, -1),
        "next_unread": partial(browsing.step_unread, 1),
        "previous_unread": partial(browsing.step_unread, -1),
        "page_down": page_down,
        "page_up": partial(view.scroll_page, False),
        "next_section": view.next_section,
        "previous_section": view.previous_section,
        **{f"section_{n}": partial(view.go_to_section, n - 1) for n in range(1, 6)},
        "next_pane": panes.focus_next,
        "previous_pane": partial(panes.focus_next, -1),
    }


def look_actions(panes: Panes, preferences: Preferences) -> Handlers:
    """How the window looks."""
    return {
        "sidebar": lambda: panes.show_sidebar(not panes.has_sidebar()),
        "larger": partial(preferences.resize_text, 1.0),
        "smaller": partial(preferences.resize_text, -1.0),
        "usual_size": partial(preferences.resize_text, 0.0),
        "theme": preferences.toggle_theme,
    }


def program_actions(window: QWidget, session: Session, look: Look, preferences: Preferences) -> Handlers:
    """The small windows, and the end. They are loaded when somebody asks for one."""

    def show_settings() -> None:
        from reader.ui.window.dialogs import show_settings

        show_settings(window, preferences.settings, look, preferences.take)

    def show_keys() -> None:
        from reader.ui.window.dialogs import show_keys

        show_keys(window, look)

    def show_about() -> None:
        from reader.ui.window.dialogs import show_about

        show_about(window, session.profile.places.data)

    def check_for_updates() -> None:
        from reader.ui.window.update_check import check_for_updates  # nothing else needs QtNetwork

        check_for_updates(preferences.settings.get("updates_from"), window)

    return {
        "settings": show_settings,
        "keys": show_keys,
        "about": show_about,
        "updates": check_for_updates,
        "quit": window.close,
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
        "add_sample": folders.add_sample,
        "sync": sync,
        "backup": show_backups,
    }
