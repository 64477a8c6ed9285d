"""The panes of the window: tree, paper list, section view and notes, arranged as the window's width asks for.

Wide, all stand side by side, and on very wide windows the notes beside the text. Narrower, the tree is folded into a
drawer; narrower still, list and page take turns. What is in the panes is others' business.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.ui.papers.paper_list import PaperList
from reader.ui.sidebar.tree import Tree
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.splitter import Splitter
from reader.ui.widgets.theme import DEFAULT_TEXT_SIZE, Look
from reader.ui.window.arranged.arrangement import Arrangement, arranged
from reader.ui.window.arranged.drawer import Drawer
from reader.ui.window.arranged.reading_pane import ReadingPane

if TYPE_CHECKING:
    from reader.ui.across.lens_view import LensView
    from reader.ui.notes.notes_pane import NotesPane
    from reader.ui.page.section_view import SectionView

_USUAL = {"wide": [231, 392], "narrow": [320]}
"""Widths of the tree, where it is not folded, and of the list, px; the page has the rest."""


@guarded
class Panes(QWidget):
    """Tree and list; section view and notes come later, by `add_view` and `add_notes`, into the room kept for them.

    Signals: `arranged()` they are arranged in another way, or another of the two that take turns is in front ·
    `reading_mode_changed(bool)`.
    """

    arranged = Signal()
    reading_mode_changed = Signal(bool)

    def __init__(self, look: Look, tree: Tree, papers: PaperList) -> None:
        super().__init__()
        self._look = look
        self._panes: tuple[QWidget, ...] = (tree, papers)
        self._tree = tree
        self._papers = papers
        self.arrangement = Arrangement()
        self._with_sidebar = True
        self._is_reading = False  # the page has the whole window
        self._page_in_front = False  # where list and page take turns
        self._sizes = _USUAL | {}
        self._drawer = Drawer(look, tree, self)
        self.reading = ReadingPane(look)
        self._dock = QWidget()  # where the tree stands when it is not folded
        self._wide = QStackedWidget()  # what may take the place of list, reading pane and notes
        self._is_wide = False
        self._columns = Splitter(look, Qt.Orientation.Horizontal)
        self._fill()
        look.changed.connect(self._look_changed)
        self._drawer.closed.connect(self._drawer_closed)
        papers.open_requested.connect(self.show_page)
        papers.table.clicked.connect(self.show_page)

    # The panes that come later.

    def add_view(self, view: "SectionView", *, noted: bool) -> None:
        """Put the section view into its place, and leave the notes theirs; `noted`: there will be a note to show."""
        self.reading.add_view(view, noted=noted)
        QWidget.setTabOrder(self._panes[-1], view)
        self._panes = (*self._panes, self.reading.front)

    def add_notes(self, notes: "NotesPane") -> None:
        """Put the notes into their place, below the section view or beside it."""
        self.reading.add_notes(notes)
        QWidget.setTabOrder(self._panes[-1], notes)
        self._panes = (*self._panes, notes)

    def show_to_read(self, view: "SectionView | LensView") -> None:
        """Show the section view, or the lens in its place."""
        if self.reading.front.indexOf(view) < 0:
            QWidget.setTabOrder(self._panes[-1], view)
        self.reading.show_in_front(view)
        self._take_turn(page=True)

    def show_wide(self, widget: QWidget) -> None:
        """Show a widget in the place of list, reading pane and notes."""
        if self._wide.indexOf(widget) < 0:
            self._wide.addWidget(widget)
        self._wide.setFocusProxy(widget)
        self._wide.setCurrentWidget(widget)
        if not self._is_wide:
            self._is_wide = True
            self._apply()

    def show_usual(self) -> None:
        """Show list, reading pane and notes again."""
        if self._is_wide:
            self._is_wide = False
            self._apply()

    def is_usual(self) -> bool:
        """Whether tree, list and page are shown as every start shows them."""
        return not (self._is_wide or self._is_reading or self.is_page_in_front()) and self._drawer.isHidden()

    def focus_reading(self) -> None:
        """Bring what is read to the front, and give it the keyboard."""
        self._take_turn(page=True)
        self.reading.front.setFocus(Qt.FocusReason.OtherFocusReason)

    # Sizes.

    def sizes(self) -> dict[str, list[int]]:
        """What is remembered: widths of tree and list by the name of the arrangement, and the size of the notes, px."""
        return self._sizes | self.reading.sizes()

    def set_sizes(self, sizes: dict[str, list[int]]) -> None:
        """Take these sizes; the usual ones for those that do not fit."""
        self._sizes = {name: _fitting(sizes.get(name, []), usual) for name, usual in _USUAL.items()}
        self.reading.set_sizes(sizes)
        self._share_out()

    # What is shown.

    def show_sidebar(self, on: bool) -> None:
        """Show or hide the tree where it has room; the drawer is closed and open again with every start."""
        self._with_sidebar = on
        self._apply()

    def toggle_sidebar(self) -> None:
        """Show or hide the tree, or open or close its drawer."""
        if self._is_reading:
            self.set_reading_mode(False)
        if not self.arrangement.tree_folded:
            self.show_sidebar(not self._with_sidebar)
        elif self._drawer.isHidden():
            self._drawer.open()
        else:
            self._drawer.close_drawer()

    def has_sidebar(self) -> bool:
        """Whether the tree is to be shown where it has room."""
        return self._with_sidebar

    def set_reading_mode(self, on: bool) -> None:
        """Give the page the whole window, or no longer."""
        if on == self._is_reading:
            return
        self._is_reading = on
        self.reading.set_alone(on)
        self._apply()
        self.reading_mode_changed.emit(on)

    def is_reading_mode(self) -> bool:
        """Whether the page has the whole window."""
        return self._is_reading

    def show_page(self) -> bool:
        """Bring the page to the front where it takes turns; False if nothing had to change."""
        return self._take_turn(page=True)

    def show_list(self) -> bool:
        """Bring the list to the front likewise, out of the reading mode too."""
        if self._is_reading:
            self.set_reading_mode(False)
        return self._take_turn(page=False)

    def is_page_in_front(self) -> bool:
        """Whether the page is in front of the list, and there is a way back."""
        return self.arrangement.takes_turns and self._page_in_front

    def step_back(self) -> bool:
        """What Esc does: close the drawer, leave the reading mode, go back to the list. False if none was due."""
        if not self._drawer.isHidden():
            self._drawer.close_drawer()
        elif self._is_reading:
            self.set_reading_mode(False)
        else:
            return self.is_page_in_front() and self._take_turn(page=False)
        return True

    def focus_next(self, by: int = 1) -> None:
        """Give the keyboard to the next pane that is shown, or can be brought to the front."""
        panes = (self._panes[0], self._wide) if self._is_wide else self._panes
        shown = [pane for pane in panes if self._is_reachable(pane)]
        focus = self.window().focusWidget()
        here = next((n for n, pane in enumerate(shown) if focus and (pane is focus or pane.isAncestorOf(focus))), -1)
        self._bring(shown[(here + by) % len(shown)])

    # What Qt calls.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Inside.

    def _arrange(self) -> None:
        """Be arranged as the width asks for, at the present size of text."""
        wanted = arranged(self.width(), self._look.text_size / DEFAULT_TEXT_SIZE)
        if wanted != self.arrangement:
            self._take_arrangement(wanted)
        else:
            self._share_out()

    def _look_changed(self) -> None:
        if self.isVisible():
            self._arrange()

    def _fill(self) -> None:
        dock = QVBoxLayout(self._dock)
        dock.setContentsMargins(0, 0, 0, 0)
        dock.addWidget(self._tree)
        for position, pane in enumerate((self._dock, self._papers, self.reading)):
            self._columns.addWidget(pane)
            self._columns.setStretchFactor(position, int(position == 2))
        self._columns.addWidget(self._wide)
        self._columns.setStretchFactor(3, 1)
        self._wide.hide()
        self._columns.setChildrenCollapsible(False)
        self._columns.splitterMoved.connect(self._keep_widths)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._columns)
        QWidget.setTabOrder(self._tree, self._papers)

    def _keep_widths(self) -> None:
        """A person moved a line: note down the widths it leaves."""
        kept = self._sizes.get(self.arrangement.name, [])
        moved = self._columns.sizes()[2 - len(kept) : 2]
        self._sizes[self.arrangement.name] = [now or before for now, before in zip(moved, kept, strict=True)]

    def _share_out(self) -> None:
        """Give tree and list their widths, as far as there is room, and the rest to the page."""
        kept = self._sizes.get(self.arrangement.name, [1])
        widths = [0] * (2 - len(kept)) + kept
        shown = sum(
            width for width, pane in zip(widths, (self._dock, self._papers), strict=True) if not pane.isHidden()
        )
        rest = max(1, self.width() - shown)
        self._columns.setSizes([*widths, 0, rest] if self._is_wide else [*widths, rest, 0])

    def _take_arrangement(self, wanted: Arrangement) -> None:
        had_focus = self.window().focusWidget()
        before, self.arrangement = self.arrangement, wanted
        if wanted.tree_folded and not before.tree_folded:
            self._drawer.take_tree()
        elif before.tree_folded and not wanted.tree_folded:
            self._dock_tree()
        if wanted.takes_turns and not before.takes_turns:
            self._page_in_front = had_focus is not None and self.reading.isAncestorOf(had_focus)
        self._apply()

    def _dock_tree(self) -> None:
        layout = self._dock.layout()
        if layout is not None:
            layout.addWidget(self._drawer.give_tree())

    def _apply(self) -> None:
        """Show what is to be shown now, in its sizes; a pane that is hidden hands the keyboard on before."""
        turns = self.arrangement.takes_turns
        list_in_front = not self._is_reading and not self._is_wide and not (turns and self._page_in_front)
        shown = (
            (self._dock, self._with_sidebar and not self._is_reading and not self.arrangement.tree_folded),
            (self._papers, list_in_front),
            (self.reading, not self._is_wide and (not turns or not list_in_front)),
            (self._wide, self._is_wide),
        )
        for pane, on in shown:
            if on:
                pane.show()
        focus = self.window().focusWidget()
        if focus is not None and any(not on and pane.isAncestorOf(focus) for pane, on in shown):
            front = self._wide if self._is_wide else self._panes[1 if list_in_front else 2]
            front.setFocus(Qt.FocusReason.OtherFocusReason)
        for pane, on in shown:
            if not on:
                pane.hide()
        self._share_out()
        self.arranged.emit()

    def _take_turn(self, *, page: bool) -> bool:
        if not self.arrangement.takes_turns or page == self._page_in_front or len(self._panes) <= 2:
            return False
        self._page_in_front = page
        self._apply()
        return True

    def _is_reachable(self, pane: QWidget) -> bool:
        if pane is self._tree:
            return not self._is_reading and (self.arrangement.tree_folded or self._with_sidebar)
        if pane is self._papers:
            return not self._is_reading
        return pane is not self._panes[-1] or len(self._panes) < 4 or self.reading.has_notes()

    def _bring(self, pane: QWidget) -> None:
        """Give a pane the keyboard, and bring it to the front if it is behind another."""
        if pane is self._tree and self.arrangement.tree_folded:
            self._drawer.open()
            return
        self._take_turn(page=pane is not self._papers)
        self.reading.make_room_for(pane)
        pane.setFocus(Qt.FocusReason.TabFocusReason)

    def _drawer_closed(self, give_back: bool) -> None:
        if give_back:
            self._panes[2 if self.is_page_in_front() else 1].setFocus(Qt.FocusReason.OtherFocusReason)


def _fitting(sizes: list[int], usual: list[int]) -> list[int]:
    return list(sizes if len(sizes) == len(usual) and all(sizes) else usual)
