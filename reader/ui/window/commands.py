"""What each action does: the action table's other half. Each function says which parts its actions use."""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTextEdit

from reader.ui.actions.actions import Actions
from reader.ui.marks.marking import Marking
from reader.ui.notes.notes_pane import NotesPane
from reader.ui.page.reading import Reading
from reader.ui.page.relating import Relating
from reader.ui.page.section_view import SectionView
from reader.ui.papers.paper_list import PaperList
from reader.ui.search.search_bar import SearchBar
from reader.ui.search.searching import Searching
from reader.ui.session.places import ALL, BOOKMARKED, LAST_POSTS, MONTH, NEW, NOTED, REVISIT, UNREAD, WEEK, Place
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look
from reader.ui.window.across.views import Across
from reader.ui.window.arranged.panes import Panes
from reader.ui.window.going import Going
from reader.ui.window.highlighting import Highlighting
from reader.ui.window.listing.browsing import Browsing
from reader.ui.window.listing.next_unread import NextUnread
from reader.ui.window.preferences import Preferences
from reader.ui.window.tabbing import Tabbing
from reader.ui.window.undoing import Undoing

if TYPE_CHECKING:
    from reader.ui.across.lens_view import LensView
    from reader.ui.export.exporting import Exporting
    from reader.ui.export.outside import Outside
    from reader.ui.export.printing import Printing
    from reader.ui.window.copying import Copying
    from reader.ui.window.explaining.explaining import Explaining

_PLACES = {
    "all": ALL,
    "unread": UNREAD,
    "new": NEW,
    "bookmarked": BOOKMARKED,
    "revisit": REVISIT,
    "noted": NOTED,
    "week": WEEK,
    "month": MONTH,
    "last_posts": LAST_POSTS,
}

Handlers = dict[str, Callable[[], object]]
"""What to call for each action, by its name."""


def page_actions(reading: Reading, highlighting: Highlighting) -> Handlers:
    """Links of the open paper, and the words selected in it."""
    pages = ("arxiv", "alphaxiv", "pdf", "html", "huggingface")
    return {
        **{f"open_{page}": partial(reading.open_link, page) for page in pages},
        "highlight": highlighting.highlight,
        "quote": highlighting.quote,
        "correct": highlighting.correct,
        "related": reading.go_to_related,
        "enlarge": reading.enlarge,
    }


def mark_actions(
    marking: Marking, session: Session, browsing: Browsing, papers: PaperList, across: Across, status: StatusBar
) -> Handlers:
    """Marks of the papers selected or open, and of the whole list."""

    def by_the_list() -> QPoint:
        """Where a menu opens that a key asked for: at the row that is open, or at the top of what is read."""
        beside = papers.beside_current() if papers.isVisible() else None
        return beside or across.front().mapToGlobal(QPoint(48, 48))

    undoing = Undoing(session, status)
    return {
        "bookmark": marking.toggle_bookmark,
        "toggle_read": marking.toggle_read,
        "revisit": lambda: marking.open_revisit_menu(by_the_list()),
        "labels": lambda: marking.open_label_menu(by_the_list()),
        "sort": across.sorting.begin,
        "keep_next": across.sorting.keep,
        "later_next": across.sorting.later,
        "skip_next": across.sorting.skip,
        "read_above": across.sorting.read_above,
        "mark_all_read": lambda: marking.mark_read(browsing.listed_keys()),
        "undo": undoing.undo,
        "redo": undoing.redo,
    }


def paper_actions(state: ReadingState, session: Session, look: Look, papers: PaperList, status: StatusBar) -> Handlers:
    """How papers came in, and which are selected."""

    @cache
    def explaining() -> "Explaining":
        from reader.ui.window.explaining.explaining import Explaining

        return Explaining(session, state, look, status, papers.window())

    def select_all() -> None:
        """In the section view Ctrl+A is about the text; everywhere else about the papers of the list."""
        focus = papers.window().focusWidget()
        if isinstance(focus, QTextEdit):
            focus.selectAll()
        else:
            papers.select_all()

    return {"explain": lambda: explaining().ask(), "select_all": select_all}


def export_actions(
    state: ReadingState, session: Session, look: Look, browsing: Browsing, papers: PaperList, status: StatusBar
) -> Handlers:
    """Papers on their way to files and other programs."""

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

    return {
        **{
            f"copy_{form}": lambda form=form: copying().copy(state.targets(), form)  # type: ignore[misc]  # bound early
            for form in ("bibtex", "markdown", "text", "link")
        },
        "fill": lambda: outside().fill(state.targets()),
        "zotero": lambda: outside().send(state.targets()),
        "export": lambda: exporting().ask(papers.count(), browsing.listed_keys),
    }


def print_actions(
    state: ReadingState, session: Session, look: Look, papers: PaperList, across: Across, status: StatusBar
) -> Handlers:
    """What is read, on paper."""

    @cache
    def printing() -> "Printing":
        from reader.ui.export.printing import Printing  # with QtPrintSupport

        return Printing(session, look, status, papers.window())

    def print_out() -> None:
        """In the lens its page is printed; everywhere else the papers selected or open."""
        if across.lensing.is_on:
            across.lensing.print_out()
        else:
            printing().ask(state.targets())

    return {"print": print_out}


def note_actions(state: ReadingState, panes: Panes, notes: NotesPane, actions: Actions, across: Across) -> Handlers:
    """The open paper's note."""

    def write_note() -> None:
        if state.key is None:
            return
        across.leave_wide()
        panes.show_page()
        panes.reading.show_notes(True)
        actions["notes_pane"].setChecked(True)
        notes.show_page("note")
        notes.room.make()
        notes.go_to_end()
        notes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_pane() -> None:
        panes.reading.show_notes(not panes.reading.has_notes())

    return {"note": write_note, "notes_pane": show_pane}


def search_actions(
    state: ReadingState, across: Across, bar: SearchBar, searching: Searching, relating: Relating
) -> Handlers:
    """Looking for something in the library or in what is read."""

    def page() -> "SectionView | LensView":
        """What words are looked for in: papers side by side and the table give way to the one that one is at."""
        across.leave_wide()
        return across.page()

    def search() -> None:
        """In the section view Ctrl+F looks in the paper; everywhere else it looks in the library."""
        focus = across.front().window().focusWidget()
        if focus is not None and across.front().isAncestorOf(focus) and state.key is not None:
            page().open_find()
        else:
            bar.focus_query()

    def go(by: int) -> None:
        if not page().mark_count:
            page().open_find()
        elif by > 0:
            page().find_next()
        else:
            page().find_previous()

    return {
        "search": search,
        "search_from_panes": bar.focus_query,
        "find_in_page": lambda: page().open_find(),
        "next_hit": partial(go, 1),
        "previous_hit": partial(go, -1),
        "save_search": searching.save,
        "as_typed": searching.look_as_typed,
        "name_term": relating.naming.name_selected,
        "own_names": searching.show_names,
        "clear_history": searching.clear_history,
    }


def place_actions(browsing: Browsing, panes: Panes) -> Handlers:
    """From place to place."""

    def go_to(place: Place) -> None:
        browsing.show_place(place)
        panes.show_list()

    return {f"go_{name}": partial(go_to, place) for name, place in _PLACES.items()}


def going_actions(going: Going, unread: NextUnread, papers: PaperList, panes: Panes, across: Across) -> Handlers:
    """From paper to paper, section to section."""
    front = across.front

    def page_down() -> None:
        if panes.show_page():
            return
        if not front().scroll_page(True) and not across.is_wide and not across.lensing.is_on:
            unread.step(1)

    def step(by: int) -> None:
        if not across.step(by):
            papers.step(by)

    return {
        "back": partial(going.go, -1),
        "forward": partial(going.go, 1),
        "next_paper": partial(step, 1),
        "previous_paper": partial(step, -1),
        "extend_down": partial(papers.extend, 1),
        "extend_up": partial(papers.extend, -1),
        "next_unread": partial(unread.step, 1),
        "previous_unread": partial(unread.step, -1),
        "page_down": page_down,
        "page_up": lambda: front().scroll_page(False),
        "next_section": lambda: front().next_section(),
        "previous_section": lambda: front().previous_section(),
        **{f"section_{n}": lambda n=n: front().go_to_section(n - 1) for n in range(1, 6)},  # type: ignore[misc]  # bound early
        "next_pane": panes.focus_next,
        "previous_pane": partial(panes.focus_next, -1),
    }


def across_actions(across: Across) -> Handlers:
    """What shows many papers at once."""
    return {
        "lens": across.toggle_lens,
        "compare": across.compare,
        "changes": across.show_changes,
        "in_one_text": across.comparing.toggle_in_one,
        "table": across.toggle_table,
        "watch": across.words.ask,
        "show_folded": across.words.toggle_folded,
        "field": across.toggle_field,
        "benchmark": across.toggle_benchmark,
        "mine": across.toggle_mine,
        "history": across.toggle_history,
    }


def tab_actions(tabbing: Tabbing) -> Handlers:
    """From tab to tab."""
    return {
        "open_tab": tabbing.open_selected,
        "next_tab": partial(tabbing.step, 1),
        "previous_tab": partial(tabbing.step, -1),
        "close_tab": tabbing.close,
        "reopen_tab": tabbing.reopen,
    }


def look_actions(panes: Panes, actions: Actions, preferences: Preferences) -> Handlers:
    """How the window looks."""

    def toggle_sidebar() -> None:
        panes.toggle_sidebar()
        actions["sidebar"].setChecked(panes.has_sidebar())

    return {
        "sidebar": toggle_sidebar,
        "reading_mode": lambda: panes.set_reading_mode(not panes.is_reading_mode()),
        "larger": partial(preferences.resize_text, 1.0),
        "smaller": partial(preferences.resize_text, -1.0),
        "usual_size": partial(preferences.resize_text, 0.0),
        "theme": preferences.toggle_theme,
    }
