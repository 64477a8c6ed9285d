"""What each action does in a window: the table's other half."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from reader.ui.session.places import ALL, BOOKMARKED, NOTED, REVISIT, UNREAD

if TYPE_CHECKING:
    from reader.ui.window.window import MainWindow

_SMALLEST, _LARGEST, _USUAL = 11.0, 30.0, 16.0


def handlers(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """What to call for each action, by name."""
    return {
        **_of_library(window),
        **_of_papers(window),
        **_of_searching(window),
        **_of_going(window),
        **_of_view(window),
    }


def _of_library(window: "MainWindow") -> dict[str, Callable[[], object]]:
    return {
        "add_folder": window.folders.ask,
        "add_sample": window.folders.add_sample,
        "sync": window.start_sync,
        "export": partial(_export, window),
        "settings": partial(_show_dialog, window, "settings"),
        "backup": partial(_show_backups, window),
        "quit": window.close,
        "keys": partial(_show_dialog, window, "keys"),
        "updates": partial(_check_for_updates, window),
        "about": partial(_show_dialog, window, "about"),
    }


def _of_papers(window: "MainWindow") -> dict[str, Callable[[], object]]:
    marking, highlighting = window.marking, window.annotating.highlighting
    pages = ("arxiv", "alphaxiv", "pdf", "html", "huggingface")
    return {
        **{f"open_{page}": partial(window.reading.open_link, page) for page in pages},
        "bookmark": marking.toggle_bookmark,
        "toggle_read": marking.toggle_read,
        "revisit": marking.open_revisit_menu,
        "labels": marking.open_label_menu,
        "note": partial(_write_note, window),
        "highlight": highlighting.highlight,
        "quote": highlighting.quote,
        **{f"copy_{form}": partial(_copy, window, form) for form in ("bibtex", "markdown", "text", "link")},
        "select_all": partial(_select_all, window),
        "mark_all_read": marking.mark_listed_read,
        "undo": partial(_undo, window),
        "redo": partial(_undo, window, again=True),
    }


def _of_searching(window: "MainWindow") -> dict[str, Callable[[], object]]:
    view, searching = window.view, window.searching
    return {
        "search": partial(_search, window),
        "search_from_panes": window.toolbar.search.focus_query,
        "find_in_page": view.open_find,
        "next_hit": lambda: view.find_next() if view.mark_count else view.open_find(),
        "previous_hit": lambda: view.find_previous() if view.mark_count else view.open_find(),
        "save_search": searching.save,
        "clear_history": searching.clear_history,
    }


def _of_going(window: "MainWindow") -> dict[str, Callable[[], object]]:
    browsing, papers, panes, view = window.browsing, window.papers, window.panes, window.view
    places = {"all": ALL, "unread": UNREAD, "bookmarked": BOOKMARKED, "revisit": REVISIT, "noted": NOTED}
    return {
        **{f"go_{name}": partial(browsing.show_place, place) for name, place in places.items()},
        "next_paper": partial(papers.step, 1),
        "previous_paper": partial(papers.step, -1),
        "extend_down": partial(papers.extend, 1),
        "extend_up": partial(papers.extend, -1),
        "next_unread": partial(browsing.step_unread, 1),
        "previous_unread": partial(browsing.step_unread, -1),
        "page_down": partial(_page_down, window),
        "page_up": partial(view.scroll_page, False),
        "next_section": view.next_section,
        "previous_section": view.previous_section,
        **{f"section_{n}": partial(view.go_to_section, n - 1) for n in range(1, 6)},
        "next_pane": panes.focus_next,
        "previous_pane": partial(panes.focus_next, -1),
    }


def _of_view(window: "MainWindow") -> dict[str, Callable[[], object]]:
    panes = window.panes
    return {
        "sidebar": lambda: panes.show_sidebar(not panes.has_sidebar()),
        "notes_pane": lambda: panes.show_notes(not panes.has_notes()),
        "larger": partial(_resize_text, window, 1.0),
        "smaller": partial(_resize_text, window, -1.0),
        "usual_size": partial(_resize_text, window, 0.0),
        "theme": partial(_toggle_theme, window),
        "full_screen": window.toggle_full_screen,
    }


def _show_dialog(window: "MainWindow", name: str) -> None:
    from reader.ui.window import dialogs  # not needed before somebody asks for one

    {"settings": dialogs.show_settings, "keys": dialogs.show_keys, "about": dialogs.show_about}[name](window)


def _check_for_updates(window: "MainWindow") -> None:
    from reader.ui.window.update_check import check_for_updates  # nothing else needs QtNetwork

    check_for_updates(window)


def _select_all(window: "MainWindow") -> None:
    """In the section view Ctrl+A is about the text; everywhere else about the papers of the list."""
    focus = window.focusWidget()
    if isinstance(focus, QTextEdit):
        focus.selectAll()
    else:
        window.papers.select_all()


def _show_backups(window: "MainWindow") -> None:
    from reader.ui.marks.backup_dialog import BackupDialog  # not needed before somebody asks for it

    BackupDialog(window).open()


def _export(window: "MainWindow") -> None:
    from reader.ui.export.exporting import exporting_of  # not needed before somebody exports

    exporting_of(window).ask()


def _copy(window: "MainWindow", form: str) -> None:
    from reader.ui.window.copying import Copying  # with Markdown's parser: not at the window's start

    (window.findChild(Copying) or Copying(window)).copy(form)


def _undo(window: "MainWindow", *, again: bool = False) -> None:
    from reader.ui.window.undoing import Undoing  # not needed before something is taken back

    undoing = window.findChild(Undoing) or Undoing(window)
    (undoing.redo if again else undoing.undo)()


def _write_note(window: "MainWindow") -> None:
    if window.reading.key is None:
        return
    window.panes.show_notes(True)
    window.actions_["notes_pane"].setChecked(True)
    window.notes.show_page("note")
    window.notes.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _search(window: "MainWindow") -> None:
    """In the section view Ctrl+F looks in the paper; everywhere else it looks in the library."""
    in_view = window.view.isAncestorOf(window.focusWidget() or window)
    if in_view and window.reading.key is not None:
        window.view.open_find()
    else:
        window.toolbar.search.focus_query()


def _page_down(window: "MainWindow") -> None:
    if not window.view.scroll_page(True):
        window.browsing.step_unread(1)


def _resize_text(window: "MainWindow", by: float) -> None:
    settings = window.settings
    size = min(_LARGEST, max(_SMALLEST, settings.get("text_size") + by)) if by else _USUAL
    settings.set("text_size", size)
    window.view.set_text_size(size)


def _toggle_theme(window: "MainWindow") -> None:
    window.settings.set("theme", window.look.toggle())
