"""The parts of the window, and what each is given. It reads like a list, and nothing else knows them all.

Parts come in three steps, so that a start is quick: tree and list before the window is shown; the page, and a note with
words, while the system makes room for it, so that they are painted once and whole; and then an empty note, in the room
kept for it, and all that answers a person. Those of the later steps are made when first needed.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCursor

from reader.posts.model import PaperKey
from reader.ui.session.places import ALL, REVISIT, Place
from reader.ui.widgets.typography import typography_of
from reader.ui.window.first_parts import FirstParts

if TYPE_CHECKING:
    from reader.ui.across.lens_view import LensView
    from reader.ui.actions.actions import Actions
    from reader.ui.actions.menus import Menus
    from reader.ui.marks.due import Due
    from reader.ui.marks.due_bar import DueBar
    from reader.ui.marks.labelling import Labelling
    from reader.ui.marks.marking import Marking
    from reader.ui.notes.notes_pane import NotesPane
    from reader.ui.notes.noting import Noting
    from reader.ui.page.aloud import Aloud
    from reader.ui.page.pictures.picture_files import PictureFiles
    from reader.ui.page.reading import Reading
    from reader.ui.page.relating import Relating
    from reader.ui.page.section_view import SectionView
    from reader.ui.search.searching import Searching
    from reader.ui.window.across.views import Across
    from reader.ui.window.commands import Handlers
    from reader.ui.window.highlighting import Highlighting
    from reader.ui.window.linking import Linking
    from reader.ui.window.quick_open import QuickOpen
    from reader.ui.window.tabbing import Tabbing


class WindowParts(FirstParts):
    """All parts of a window: those that come later are each made when first needed."""

    @cached_property
    def menus(self) -> "Menus":
        """The menus, of which the button at the top has the whole."""
        from reader.ui.actions.menus import Menus

        menus = Menus(self.actions_, self)
        self.toolbar.menu.setMenu(menus.main)
        return menus

    @cached_property
    def reading(self) -> "Reading":
        """The page of the open paper."""
        from reader.ui.page.reading import Reading
        from reader.ui.page.section_view import SectionView

        kept = self.session.profile.places.cache / "page.json" if self._remembers else None
        view = SectionView(self.look.theme, typography_of(self.settings), kept_page=kept, files=self._files)
        reading = Reading(self.session, self.state, view)
        key = self.state.key
        self.panes.add_view(view, noted=key is not None and self.session.signs(key).noted)
        self.actions_.attach([view])
        self.actions_.keys_changed.connect(lambda: _show_link_keys(view, self.actions_))
        _show_link_keys(view, self.actions_)
        self._memory.watch(reading)
        reading.told.connect(self.status.show_message)
        reading.paper_shown.connect(self._show_marks)
        self.asking.found.connect(reading.set_finding)
        self.look.changed.connect(lambda: view.set_theme(self.look.theme))
        return reading

    @cached_property
    def picture_files(self) -> "PictureFiles":
        """The pictures of posts, from the first page that has one."""
        from reader.ui.page.pictures.picture_files import PictureFiles
        from reader.ui.window.sources.network_state import is_metered

        files = PictureFiles(self.session.profile, lambda: not is_metered(), self)
        self.folders.pictures_changed.connect(files.look_again)
        return files

    def _files(self) -> "PictureFiles":
        return self.picture_files

    @cached_property
    def across(self) -> "Across":
        """The views of many papers."""
        from reader.ui.session.across_job import AcrossJob
        from reader.ui.window.across.around import Around
        from reader.ui.window.across.kept_keys import KeptKeys
        from reader.ui.window.across.views import Across

        job = AcrossJob(self.session.profile.places, self)
        parts = (self.state, self.browsing, self.reading, self.panes, self.papers, self.tree, self.look)
        around = Around(self.session, *parts, self.actions_, job, self._files, KeptKeys(self, self.actions_))
        across = Across(around)
        across.told.connect(self.status.show_message)
        across.taken_back.connect(self.status.take_back)
        across.failed.connect(self.status.show_error)
        self._memory.watch_table(across.tabling)
        across.words.counted.connect(self.arrivals.set_watched)
        lensing = across.lensing
        lensing.made.connect(self._join_lens)
        for button in (self.actions_["lens"], self.toolbar.lens):
            lensing.toggled.connect(button.setChecked)
        self.asking.found.connect(lensing.set_finding)
        lensing.set_finding(self.browsing.finding)
        return across

    @cached_property
    def noting(self) -> "Noting":
        """The open paper's note."""
        from reader.ui.notes.notes_pane import NotesPane
        from reader.ui.notes.noting import Noting

        self._make("view")  # the notes have their place below it
        notes = NotesPane(self.look)
        notes.left.connect(self.panes.focus_reading)
        self.panes.add_notes(notes)
        noting = Noting(self.session, self.state, notes)
        noting.show()
        self.reading.paper_shown.connect(noting.show)
        return noting

    @cached_property
    def highlighting(self) -> "Highlighting":
        """Highlights and quotes."""
        from reader.ui.window.highlighting import Highlighting

        highlighting = Highlighting(self.session, self.state, self.reading, self.notes, self.look)
        highlighting.told.connect(self.status.show_message)
        highlighting.note_wanted.connect(self.actions_["note"].trigger)
        return highlighting

    @cached_property
    def linking(self) -> "Linking":
        """The links of notes."""
        from reader.ui.window.linking import Linking

        linking = Linking(self.session, self.state, self.reading, self.noting, self.look)
        linking.told.connect(self.status.show_message)
        linking.paper_requested.connect(lambda key: self.choose_paper(PaperKey(key)))
        linking.place_requested.connect(self.highlighting.go_to)
        return linking

    @cached_property
    def aloud(self) -> "Aloud":
        """The voice that reads the open paper."""
        from reader.ui.page.aloud import Aloud

        aloud = Aloud(self.view, lambda: self.settings.get("voice_speed"), self)
        aloud.told.connect(self.status.show_message)
        aloud.changed.connect(self.actions_["read_aloud"].setChecked)
        aloud.paper_over.connect(lambda: None if self.papers.step(1) else aloud.stop())
        self.reading.paper_shown.connect(aloud.paper_shown)
        return aloud

    @cached_property
    def relating(self) -> "Relating":
        """The papers like the open one."""
        from reader.ui.page.relating import Relating

        return Relating(self.session, self.state, self.view, self.search_job, self.status)

    @cached_property
    def labelling(self) -> "Labelling":
        """The person's own labels."""
        from reader.ui.marks.labelling import Labelling

        labelling = Labelling(self.session, self.look, self)
        labelling.told.connect(self.status.show_message)
        labelling.failed.connect(self.status.show_error)
        move_on = self.browsing.move_on
        labelling.renamed.connect(lambda old, new: move_on(Place("label", old), Place("label", new)))
        labelling.removed.connect(lambda name: move_on(Place("label", name), ALL))
        return labelling

    @cached_property
    def due(self) -> "Due":
        """Papers that are to come back."""
        from reader.ui.marks.due import Due

        due = Due(self.session, self.state, self.look, self)
        due.bar_made.connect(lambda bar: _place_due_bar(self.view, bar))
        due.answered.connect(self.panes.focus_reading)
        due.notice_followed.connect(self.come_forward)
        due.notice_followed.connect(lambda: self.browsing.show_place(REVISIT))
        self.reading.paper_shown.connect(due.show)
        due.show()
        return due

    @cached_property
    def marking(self) -> "Marking":
        """Marks by menus, keys and dragging."""
        from reader.ui.marks.marking import Marking

        marking = Marking(self.session, self.state, self.look, self.actions_, self.labelling, self.due, self)
        marking.told.connect(self.status.show_message)
        marking.marked_by_hand.connect(self.reading.leave_unwatched)
        self.papers.menu_requested.connect(marking.open_paper_menu)
        self.papers.star_clicked.connect(marking.star)
        self.tree.menu_requested.connect(marking.open_place_menu)
        self.tree.papers_dropped.connect(marking.drop)
        self.view.labels_requested.connect(lambda: marking.open_labels_of_open(QCursor.pos()))
        self.toolbar.revisit_requested.connect(marking.open_revisit_menu)
        return marking

    @cached_property
    def searching(self) -> "Searching":
        """What stands around a search: facets, corrections, saved searches."""
        from reader.ui.search.searching import Searching

        bar, job, above = self.toolbar.search, self.search_job, self.papers.add_above_rows
        searching = Searching(self.session, self.state, self.look, bar, job, self.status, above)
        searching.saved.counted.connect(self.browsing.counting.set_saved)
        searching.saved.place_wanted.connect(self.browsing.show_place)
        searching.names_judged.connect(self.browsing.answer_outdated)
        searching.paper_wanted.connect(lambda key: self.choose_paper(PaperKey(key)))
        self.tree.menu_requested.connect(searching.saved.open_menu)
        self.asking.found.connect(searching.show_finding)
        if self.browsing.finding is not None:  # the window was closed during a search
            searching.show_finding(self.browsing.finding)
        return searching

    @cached_property
    def tabbing(self) -> "Tabbing":
        """Papers in tabs."""
        from reader.ui.papers.tab_gestures import TabGestures
        from reader.ui.window.tabbing import Tabbing

        tabbing = Tabbing(self.session, self.state, self.browsing, self.going, self.panes, self.across, self.look)
        tabbing.told.connect(self.status.show_message)
        gestures = TabGestures(self.papers)
        gestures.tab_requested.connect(lambda key: tabbing.open_behind(PaperKey(key)))
        gestures.another_requested.connect(self.actions_["open_tab"].trigger)
        self._memory.watch_tabs(tabbing)
        return tabbing

    @cached_property
    def quick_open(self) -> "QuickOpen":
        """Papers, places and commands by a few letters."""
        from reader.ui.window.quick_open import QuickOpen

        quick_open = QuickOpen(self.session, self.look, self.actions_, self.search_job, self)
        quick_open.paper_requested.connect(lambda key: self.choose_paper(PaperKey(key)))
        quick_open.place_requested.connect(self.browsing.show_place)
        quick_open.place_requested.connect(self.panes.show_list)
        return quick_open

    @cached_property
    def handlers(self) -> "Handlers":
        """What each action does, by name."""
        from reader.ui.window import commands, program_commands
        from reader.ui.window.preferences import Preferences

        session, state, look, status = self.session, self.state, self.look, self.status
        sized = (self.view.set_typography, self.across.set_typography)
        preferences = Preferences(self.settings, look, self.actions_, sized, self.due, self.search_job, status)
        return {
            **program_commands.library_actions(self, session, look, self.folders, self.notes, self.sync_status.ask),
            **program_commands.program_actions(self, state, session, look, self.actions_, preferences, self.folders),
            "quit": self.quit,
            **commands.page_actions(self.reading, self.highlighting),
            **commands.mark_actions(self.marking, session, self.browsing, self.papers, self.across, status),
            **commands.paper_actions(state, session, look, self.papers, status),
            **commands.export_actions(state, session, look, self.browsing, self.papers, status),
            **commands.print_actions(state, session, look, self.papers, self.across, status),
            **commands.note_actions(state, self.panes, self.notes, self.actions_, self.across),
            **commands.search_actions(state, self.across, self.toolbar.search, self.searching, self.relating),
            **commands.place_actions(self.browsing, self.panes),
            **commands.going_actions(self.going, self.next_unread, self.papers, self.panes, self.across),
            **commands.across_actions(self.across),
            **commands.tab_actions(self.tabbing),
            **commands.look_actions(self.panes, self.actions_, preferences),
            "palette": lambda: self.quick_open.open_palette(),  # noqa: PLW0108  # made when it is asked for
            "read_aloud": lambda: self.aloud.toggle(),  # noqa: PLW0108  # likewise
            "full_screen": self.toggle_full_screen,
        }

    @property
    def is_ready(self) -> bool:
        """Whether all of the window stands, a moment after the first paint."""
        return "searching" in vars(self)

    @property
    def view(self) -> "SectionView":
        """The section view."""
        return self.reading.view

    @property
    def notes(self) -> "NotesPane":
        """The notes pane."""
        return self.noting.notes

    # Inside.

    def _make(self, *parts: str) -> None:
        """Have these parts now."""
        for part in parts:
            getattr(self, part)

    def _tell_screen_readers(self) -> None:
        """Tell screen readers what the page is; of each paper anew."""
        from reader.ui.page.spoken_page import spoken_page
        from reader.ui.widgets.accessible import install, tell_anew

        def tell() -> None:
            QTimer.singleShot(0, self.view, lambda: tell_anew(self.view, spoken_page))

        install(spoken_page)
        tell()
        self.reading.paper_shown.connect(tell)

    def _show_marks(self) -> None:
        """Show what is marked on the open paper around it."""
        key = self.state.key
        signs = self.session.signs(key) if key else None
        self.view.set_labels(signs.labels if signs else ())
        self.toolbar.set_bookmarked(signs is not None and signs.bookmarked)
        self.toolbar.set_revisited(key is not None and self.session.revisit(key) is not None)

    def _join_lens(self, view: "LensView") -> None:
        """What the mouse asks for in the lens is done as on the single page."""
        self.highlighting.take_words_also_from(view.gestures, self.across.lensing)
        view.gestures.menu_requested.connect(self.marking.open_paper_menu)


def _place_due_bar(view: "SectionView", bar: "DueBar") -> None:
    """Put the bar of a due paper above the text, as wide as its column."""
    view.add_bar(bar)
    view.column_changed.connect(lambda: bar.set_column(*view.column))
    QTimer.singleShot(0, bar, lambda: bar.set_column(*view.column))  # when the bar has its width


def _show_link_keys(view: "SectionView", actions: "Actions") -> None:
    """Show the keys that open a paper's pages on their buttons."""
    view.set_link_keys({name: actions.badge(f"open_{name}") for name in ("arxiv", "alphaxiv")})
