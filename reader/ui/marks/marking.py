"""Marking: what a person does to papers, one or many: stars, read marks, days to come back, labels.

Joins list, tree, menus and dialogs with the session. An action is about the papers selected in the list if they are
several, else about the one that is open; whatever it is about, it is one step of undo.
"""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from reader.marks.revisit import next_due
from reader.posts.model import PaperKey
from reader.ui.session.places import REVISIT, Place

if TYPE_CHECKING:
    from reader.ui.marks.due_bar import DueBar
    from reader.ui.marks.labelling import Labelling
    from reader.ui.marks.notice import Notices
    from reader.ui.window.window import MainWindow


_NOTICE_MS = 4000  # after the start


class Marking(QObject):
    """The marks of a window's papers, as they are asked for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._bar: DueBar | None = None
        window.papers.selection_changed.connect(self._tell_selection)
        window.papers.menu_requested.connect(self._open_paper_menu)
        window.papers.star_clicked.connect(lambda key: self._session.toggle_bookmark([PaperKey(key)]))
        window.tree.menu_requested.connect(self._open_place_menu)
        window.tree.papers_dropped.connect(self._drop)
        window.tree.set_unread_of(self._session.count_unread)
        window.view.labels_requested.connect(self._open_labels_of_open)
        window.toolbar.revisit.clicked.connect(self._open_revisit_below_button)
        window.reading.paper_shown.connect(lambda _: self._show_marks())
        self._session.marks_changed.connect(lambda _: self._show_marks())
        self._session.day_changed.connect(window.browsing.day_changed)
        self._session.day_changed.connect(self._show_due)
        self._show_marks()
        QTimer.singleShot(_NOTICE_MS, self, self._tell_if_due)

    @cached_property
    def labelling(self) -> "Labelling":
        """What is done with labels."""
        from reader.ui.marks.labelling import Labelling  # when somebody asks for a label

        return Labelling(self._window)

    @cached_property
    def notices(self) -> "Notices":
        """What the system is asked to tell."""
        from reader.ui.marks.notice import Notices  # not needed for a while

        notices = Notices(self._session)
        notices.followed.connect(self._follow_notice)
        return notices

    def targets(self) -> list[PaperKey]:
        """The papers an action is about, in the order of the list."""
        if self._window.papers.selected_count() > 1:
            return self._window.papers.selected_keys()
        return [self._window.reading.key] if self._window.reading.key else []

    def toggle_bookmark(self) -> None:
        """Star or unstar."""
        self._session.toggle_bookmark(self.targets())

    def toggle_read(self) -> None:
        """Mark as read or unread; the open paper then stays as it was marked."""
        self._window.reading.leave_unwatched()
        self._session.toggle_read(self.targets())

    def mark_listed_read(self) -> None:
        """Mark all papers of the list as read."""
        self._mark_read(self._window.browsing.listed_keys())

    def open_revisit_menu(self, at: QPoint | None = None) -> None:
        """Ask when the papers are to come back."""
        self._pop_up(QMenu(self._window), self._fill_revisit, self.targets(), at)

    def open_label_menu(self, at: QPoint | None = None) -> None:
        """Ask which labels the papers are to have."""
        self._pop_up(self.labelling.new_menu(), self.labelling.fill_menu, self.targets(), at)

    # Inside.

    def _fill_revisit(self, menu: QMenu, keys: list[PaperKey]) -> None:
        from reader.ui.marks.revisit_menu import DueChoices, fill_revisit_menu  # brings a calendar along

        revisits = [self._session.revisit(key) for key in keys]
        held = [revisit.due if revisit else None for revisit in revisits]
        today = self._session.today()
        days = {next_due(revisit, today) for revisit in revisits}
        due = None
        if held and all(day is not None and day <= today for day in held):
            again = days.pop() if len(days) == 1 else None
            due = DueChoices(again, partial(self._finish, keys), partial(self._session.put_off, keys))
        choose = partial(self._session.set_revisit, keys)
        fill_revisit_menu(menu, self._window.look, today, held, choose, due)

    def _mark_read(self, keys: Sequence[PaperKey]) -> None:
        count = self._session.set_read(keys, True)
        if count:
            self._window.status.show_message(self.tr("%n paper(s) marked as read. Ctrl+Z takes it back.", "", count))

    def _open_paper_menu(self, at: QPoint) -> None:
        """The menu of the papers selected in the list."""
        window, actions = self._window, self._window.actions_
        keys = self.targets()
        if not keys:
            return
        menu = QMenu(window)
        menu.addActions([actions[name] for name in ("bookmark", "toggle_read")])
        revisit, labels = QMenu(window), self.labelling.new_menu()
        self._fill_revisit(revisit, keys)
        self.labelling.fill_menu(labels, keys)
        for submenu in (revisit, labels):
            submenu.setParent(menu, submenu.windowFlags())
            menu.addMenu(submenu)
        menu.addSeparator()
        menu.addActions([actions[name] for name in ("open_arxiv", "open_alphaxiv", "open_pdf")])
        menu.addSeparator()
        menu.addActions([actions[name] for name in ("copy_bibtex", "copy_markdown", "copy_link", "export")])
        menu.addSeparator()
        menu.addActions([actions[name] for name in ("select_all", "mark_all_read")])
        _show(menu, at)

    def _open_place_menu(self, place: Place | None, at: QPoint) -> None:
        """The menu of a line of the tree. A saved search has its own: see saved_searches.py."""
        if place is not None and place.kind == "saved":
            return
        menu = QMenu(self._window)
        if place is not None and place.kind != "search":
            unread = self._session.count_unread(place)
            read = menu.addAction(self.tr("Mark %n paper(s) as read", "", unread))
            read.setEnabled(unread > 0)
            read.triggered.connect(lambda: self._mark_read(self._session.keys_of(place)))
            if place.kind == "label":
                self.labelling.add_entries(menu, place.value)
            menu.addSeparator()
        new = menu.addAction(self.tr("New label…"))
        new.triggered.connect(lambda: self.labelling.ask_for_label([]))
        _show(menu, at)

    def _drop(self, place: Place, keys: list[PaperKey], at: QPoint) -> None:
        """Papers were dropped on a place of the tree."""
        match place.kind:
            case "bookmarked":
                self._session.set_bookmark(keys)
            case "label":
                self._session.set_label(keys, place.value, True)
            case "revisit":
                self._pop_up(QMenu(self._window), self._fill_revisit, keys, at)

    def _tell_if_due(self) -> None:
        self.notices.tell_if_due()

    def _follow_notice(self) -> None:
        """The person clicked on the system's notice of due papers."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
        self._window.browsing.show_place(REVISIT)

    def _tell_selection(self) -> None:
        count = self._window.papers.selected_count()
        self._window.actions_.set_has_paper(count > 1 or self._window.reading.key is not None)
        self._window.status.set_selected(self.tr("%n selected", "", count) if count > 1 else "")

    def _open_labels_of_open(self) -> None:
        """A label in the header was clicked: it is about the open paper, whatever is selected."""
        key = self._window.reading.key
        self._pop_up(self.labelling.new_menu(), self.labelling.fill_menu, [key] if key else [], QCursor.pos())

    def _open_revisit_below_button(self) -> None:
        button = self._window.toolbar.revisit
        self._show_marks()  # the click turned the button; what it shows is whether the paper comes back
        self.open_revisit_menu(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _show_marks(self) -> None:
        """Show what is marked on the open paper around it."""
        key = self._window.reading.key
        self._window.view.set_labels(self._session.signs(key).labels if key else ())
        self._window.toolbar.set_revisited(key is not None and self._session.revisit(key) is not None)
        self._show_due()

    def _show_due(self) -> None:
        """Show the bar above the paper that is open if it is due."""
        key = self._window.reading.key
        revisit = self._session.revisit(key) if key else None
        today = self._session.today()
        if revisit is None or revisit.due > today:
            if self._bar is not None:
                self._bar.hide()
            return
        bar = self._bar = self._bar or self._make_bar()
        bar.show_due(revisit.due, next_due(revisit, today), today)
        bar.show()

    def _make_bar(self) -> "DueBar":
        from reader.ui.marks.due_bar import DueBar  # when something is due

        bar = DueBar(self._window.look)
        view = self._window.view
        view.add_bar(bar)
        view.column_changed.connect(lambda: bar.set_column(*view.column))
        QTimer.singleShot(0, bar, lambda: bar.set_column(*view.column))  # when the bar has its width
        bar.done_requested.connect(lambda: self._with_open(self._finish))
        bar.later_requested.connect(lambda: self._with_open(self._session.put_off))
        bar.drop_requested.connect(lambda: self._with_open(lambda keys: self._session.set_revisit(keys, None)))
        return bar

    def _finish(self, keys: list[PaperKey]) -> None:
        """Papers that were due were seen: they are read, and do not come back."""
        self._session.set_read(keys, True, undoable=False)
        self._session.set_revisit(keys, None)

    def _with_open(self, do: Callable[[list[PaperKey]], object]) -> None:
        if self._window.reading.key:
            do([self._window.reading.key])
        self._window.view.setFocus()

    def _pop_up(
        self, menu: QMenu, fill: Callable[[QMenu, list[PaperKey]], None], keys: list[PaperKey], at: QPoint | None
    ) -> None:
        if keys:
            fill(menu, keys)
            _show(menu, at or self._by_the_list())

    def _by_the_list(self) -> QPoint:
        """Where a menu opens that a key asked for: at the row that is open, or at the top of what is read."""
        table = self._window.papers.table
        row = table.visualRect(table.currentIndex())
        if row.isValid() and table.viewport().rect().intersects(row):
            inside = row.intersected(table.viewport().rect())
            return table.viewport().mapToGlobal(inside.topRight() - QPoint(inside.width() // 3, -24))
        return self._window.view.mapToGlobal(QPoint(48, 48))


def _show(menu: QMenu, at: QPoint) -> None:
    """Open a menu that is gone when it is closed."""
    chosen = menu.activeAction()
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    if chosen is not None:
        menu.setActiveAction(chosen)
