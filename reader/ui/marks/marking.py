"""Marking: stars, read marks, revisit days and labels, by menus, keys and dragging.

Joins actions and menus with the session. An action is about the papers selected in the list if they are several, else
about the one that is open; whatever it is about, it is one step of undo.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.marks.revisit import next_due
from reader.posts.model import PaperKey
from reader.ui.actions.actions import Actions
from reader.ui.marks.due import Due
from reader.ui.marks.labelling import Labelling
from reader.ui.session.places import Place
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.popup import Popup
from reader.ui.widgets.theme import Look


class Marking(QObject):
    """The marks of a window's papers, as they are asked for.

    Signals: `told(str)` a word for the status bar · `marked_by_hand()` the open paper is read or unread because a
    person said so.
    """

    told = Signal(str)
    marked_by_hand = Signal()

    def __init__(
        self,
        session: Session,
        state: ReadingState,
        look: Look,
        actions: Actions,
        labelling: Labelling,
        due: Due,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._state = state
        self._look = look
        self._actions = actions
        self._due = due
        self._parent = parent
        self.labelling = labelling

    def toggle_bookmark(self) -> None:
        """Star or unstar."""
        self._session.toggle_bookmark(self._state.targets())

    def star(self, key: str) -> None:
        """Star or unstar a paper of the list by its star."""
        self._session.toggle_bookmark([PaperKey(key)])

    def toggle_read(self) -> None:
        """Mark as read or unread; the open paper then stays as it was marked."""
        self.marked_by_hand.emit()
        self._session.toggle_read(self._state.targets())

    def mark_read(self, keys: Sequence[PaperKey]) -> None:
        """Mark papers as read, and say how many were not."""
        count = self._session.set_read(keys, True)
        if count:
            self.told.emit(self.tr("%n paper(s) marked as read. Ctrl+Z takes it back.", "", count))

    # Menus

    def open_revisit_menu(self, at: QPoint) -> None:
        """Ask when the papers are to come back."""
        self._pop_up_revisit(self._state.targets(), at)

    def open_label_menu(self, at: QPoint) -> None:
        """Ask which labels the papers are to have."""
        self._pop_up_labels(self._state.targets(), at)

    def open_labels_of_open(self, at: QPoint) -> None:
        """A label in the header was clicked: it is about the open paper, whatever is selected."""
        self._pop_up_labels([self._state.key] if self._state.key else [], at)

    def open_paper_menu(self, at: QPoint) -> None:
        """The menu of the papers selected in the list."""
        actions, keys = self._actions, self._state.targets()
        if not keys:
            return
        menu = Popup(self._parent)
        menu.addActions([actions[name] for name in ("bookmark", "toggle_read")])
        revisit, labels = Popup(self._parent), self.labelling.menu_for(keys)
        self._fill_revisit(revisit, keys)
        for submenu in (revisit, labels):
            submenu.setParent(menu, submenu.windowFlags())
            menu.addMenu(submenu)
        menu.addSeparator()
        menu.addActions([actions[name] for name in ("open_arxiv", "open_alphaxiv", "open_pdf")])
        menu.addSeparator()
        menu.addAction(actions["compare"])
        menu.addSeparator()
        menu.addActions([actions[name] for name in ("copy_bibtex", "copy_markdown", "copy_link", "export")])
        menu.addSeparator()
        menu.addActions([actions[name] for name in ("select_all", "mark_all_read")])
        _show(menu, at)

    def open_place_menu(self, place: Place | None, at: QPoint) -> None:
        """The menu of a line of the tree. Saved searches and watched words have their own."""
        if place is not None and place.kind in ("saved", "watched"):
            return
        menu = Popup(self._parent)
        if place is not None and place.kind != "search":
            unread = self._session.count_unread(place)
            read = menu.addAction(self.tr("Mark %n paper(s) as read", "", unread))
            read.setEnabled(unread > 0)
            read.triggered.connect(lambda: self.mark_read(self._session.keys_of(place)))
            if place.kind == "label":
                self.labelling.add_entries(menu, place.value)
            menu.addSeparator()
        new = menu.addAction(self.tr("New label…"))
        new.triggered.connect(lambda: self.labelling.ask_for_label([]))
        _show(menu, at)

    def drop(self, place: Place, keys: list[PaperKey], at: QPoint) -> None:
        """Papers were dropped on a place of the tree."""
        match place.kind:
            case "bookmarked":
                self._session.set_bookmark(keys)
            case "label":
                self._session.set_label(keys, place.value, True)
            case "revisit":
                self._pop_up_revisit(keys, at)

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
            due = DueChoices(again, partial(self._due.finish, keys), partial(self._session.put_off, keys))
        choose = partial(self._session.set_revisit, keys)
        fill_revisit_menu(menu, self._look, today, held, choose, due)

    def _pop_up_revisit(self, keys: list[PaperKey], at: QPoint) -> None:
        if keys:
            menu = Popup(self._parent)
            self._fill_revisit(menu, keys)
            _show(menu, at)

    def _pop_up_labels(self, keys: list[PaperKey], at: QPoint) -> None:
        if keys:
            _show(self.labelling.menu_for(keys), at)


def _show(menu: QMenu, at: QPoint) -> None:
    """Open a menu that is gone when it is closed."""
    chosen = menu.activeAction()
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    if chosen is not None:
        menu.setActiveAction(chosen)
