"""The panes of the window and the lines between them: tree, paper list, section view above notes.

Knows how they are arranged, shown and hidden; what is in them is others' business.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.ui.papers.paper_list import PaperList
from reader.ui.sidebar.tree import Tree
from reader.ui.widgets.splitter import Splitter
from reader.ui.widgets.theme import Look

if TYPE_CHECKING:
    from reader.ui.notes.notes_pane import NotesPane
    from reader.ui.page.section_view import SectionView

_WIDTHS = [231, 392, 817]
_HEIGHTS = [640, 176]
_LEAST_TO_READ = 400  # px of width


class Panes(QWidget):
    """Tree and list; section view and notes come later, by `add_view` and `add_notes`, into the room kept for them."""

    def __init__(self, look: Look, tree: Tree, papers: PaperList) -> None:
        super().__init__()
        self._panes: tuple[QWidget, ...] = (tree, papers)
        self._tree = tree
        self._notes = QWidget()  # stands where the notes come
        self._heights = _HEIGHTS
        self._with_notes = True
        self._reading = QStackedWidget()  # the section view, and what may take its place
        self._rows = Splitter(look, Qt.Orientation.Vertical)
        self._wide = QStackedWidget()  # what may take the place of list, reading pane and notes
        self._widths: list[int] | None = None  # of the columns, while that is shown
        self._columns = Splitter(look, Qt.Orientation.Horizontal)
        self._rows.setMinimumWidth(_LEAST_TO_READ)
        for pane in (tree, papers, self._rows, self._wide):
            self._columns.addWidget(pane)
        self._wide.hide()
        self._columns.setChildrenCollapsible(False)
        self._rows.setChildrenCollapsible(False)
        for position in range(3):
            self._columns.setStretchFactor(position, int(position == 2))
        self._columns.setStretchFactor(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._columns)
        QWidget.setTabOrder(tree, papers)

    def add_view(self, view: "SectionView") -> None:
        """Put the section view into its place, and leave the notes theirs."""
        self._reading.addWidget(view)
        self._reading.setFocusProxy(view)
        self._rows.addWidget(self._reading)
        self._rows.addWidget(self._notes)
        self._rows.setStretchFactor(0, 1)
        self._rows.setStretchFactor(1, 0)
        self._rows.setSizes(self._heights)
        self._notes.setVisible(self._with_notes)
        QWidget.setTabOrder(self._panes[-1], view)
        self._panes = (*self._panes, self._reading)

    def show_to_read(self, widget: QWidget) -> None:
        """Show the section view, or another widget in its place."""
        if self._reading.indexOf(widget) < 0:
            QWidget.setTabOrder(self._panes[-1], widget)
            self._reading.addWidget(widget)
        self._reading.setFocusProxy(widget)
        self._reading.setCurrentWidget(widget)

    def show_wide(self, widget: QWidget) -> None:
        """Show a widget in the place of list, reading pane and notes."""
        if self._wide.indexOf(widget) < 0:
            self._wide.addWidget(widget)
        self._wide.setFocusProxy(widget)
        self._wide.setCurrentWidget(widget)
        if self._widths is None:
            self._widths = self._columns.sizes()[:3]
            for pane in (self._panes[1], self._rows):
                pane.hide()
            self._wide.show()
            self._columns.setSizes([self._widths[0], 0, 0, sum(self._widths[1:])])

    def show_usual(self) -> None:
        """Show list, reading pane and notes again."""
        if self._widths is None:
            return
        widths, self._widths = self._widths, None
        tree = self._columns.sizes()[0]
        self._wide.hide()
        for pane in (self._panes[1], self._rows):
            pane.show()
        self._columns.setSizes([tree, widths[1], max(1, sum(widths) - tree - widths[1]), 0])

    def focus_reading(self) -> None:
        """Give the keyboard to what is read."""
        self._reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_notes(self, notes: "NotesPane") -> None:
        """Put the notes into their place, below the section view."""
        heights = self._rows.sizes()
        self._rows.replaceWidget(1, notes)
        self._rows.setSizes(heights)
        self._notes.deleteLater()
        self._notes = notes
        notes.setVisible(self._with_notes)
        QWidget.setTabOrder(self._panes[-1], notes)
        self._panes = (*self._panes, notes)

    def widths(self) -> list[int]:
        """Widths of tree, list and reading pane, px."""
        return self._widths or self._columns.sizes()[:3]

    def heights(self) -> list[int]:
        """Heights of section view and notes, px."""
        return self._rows.sizes() if self._rows.count() else self._heights

    def set_sizes(self, widths: list[int], heights: list[int]) -> None:
        """Take these sizes; the usual ones for those that do not fit."""
        self._columns.setSizes(widths if len(widths) == len(_WIDTHS) and all(widths) else _WIDTHS)
        self._heights = heights if len(heights) == len(_HEIGHTS) and all(heights) else _HEIGHTS

    def show_sidebar(self, on: bool) -> None:
        """Show or hide the tree."""
        self._tree.setVisible(on)

    def show_notes(self, on: bool) -> None:
        """Show or hide the notes."""
        self._with_notes = on
        self._notes.setVisible(on)

    def has_sidebar(self) -> bool:
        """Whether the tree is shown."""
        return not self._tree.isHidden()

    def has_notes(self) -> bool:
        """Whether the notes are shown."""
        return self._with_notes

    def focus_next(self, by: int = 1) -> None:
        """Give the keyboard to the next pane that is shown."""
        panes = (self._panes[0], self._wide) if self._widths else self._panes
        shown = [pane for pane in panes if not pane.isHidden()]
        focus = self.window().focusWidget()
        here = next((n for n, pane in enumerate(shown) if focus and (pane is focus or pane.isAncestorOf(focus))), -1)
        shown[(here + by) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
