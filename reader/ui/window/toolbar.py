"""The line at the top: menu, add a library, the search field, bookmark, revisit, light or dark.

In a narrow window it has buttons for what is folded away: the tree, and the list behind the page.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.ui.actions.actions import Actions
from reader.ui.search.search_bar import SearchBar
from reader.ui.widgets.buttons import KeyButton
from reader.ui.widgets.frames import paint_band
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_HEIGHT = 47
_WIDEST = 600  # px of the search field
_NARROW = 900  # px of window below which buttons show their icon alone
_SLIM = 700  # px below which only those stay whose action is not in the menu's first lines


@guarded
class ToolBar(QWidget):
    """Buttons that trigger actions, around the search field in the middle.

    Signals: `revisit_requested(QPoint)` the open paper's day is asked for; a menu may open at that point of the screen
    · `list_requested()` back from the page to the list.
    """

    revisit_requested = Signal(QPoint)
    list_requested = Signal()

    def __init__(self, look: Look, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._actions = actions
        self.search = SearchBar(look, parent=self)
        self.menu = KeyButton(look, icon="menu", parent=self)
        self.back = KeyButton(look, icon="chevron-left", parent=self)
        self.sidebar = KeyButton(look, icon="sidebar", parent=self)
        self.add = KeyButton(look, icon="add", parent=self)
        self.lens = KeyButton(look, icon="lens", parent=self)
        self.bookmark = KeyButton(look, icon="star-outline", parent=self)
        self.revisit = KeyButton(look, icon="refresh", parent=self)
        self.theme = KeyButton(look, icon="theme", parent=self)
        self._arrange()
        self.back.clicked.connect(self.list_requested)
        self.sidebar.clicked.connect(actions["sidebar"].trigger)
        self.add.clicked.connect(actions["add_folder"].trigger)
        self.lens.clicked.connect(self._ask_for_lens)
        self.bookmark.clicked.connect(actions["bookmark"].trigger)
        self.theme.clicked.connect(actions["theme"].trigger)
        self._is_revisited = False
        self.revisit.clicked.connect(self._ask_to_revisit)
        actions["bookmark"].enabledChanged.connect(self.bookmark.setEnabled)
        actions["revisit"].enabledChanged.connect(self.revisit.setEnabled)
        actions.keys_changed.connect(self._show_keys)
        self._show_keys()
        self.show_folded(tree=False, behind_page=False)
        self._take_look()
        look.changed.connect(self._take_look)

    def show_folded(self, *, tree: bool, behind_page: bool) -> None:
        """Have buttons for what is folded away: the tree, and the list behind the page."""
        self.sidebar.setVisible(tree and not behind_page)
        self.back.setVisible(behind_page)

    def set_bookmarked(self, on: bool) -> None:
        """Show whether the open paper is bookmarked."""
        self.bookmark.set_icon_name("star" if on else "star-outline")
        self.bookmark.setChecked(on)

    def set_revisited(self, on: bool) -> None:
        """Show whether the open paper is to come back."""
        self._is_revisited = on
        self.revisit.setChecked(on)

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        wide = self.width() >= self._look.px(_NARROW)
        self.add.setText(self.tr("Add library") if wide else "")
        self.lens.setText(self.tr("Section lens") if wide else "")
        self.bookmark.setText(self.tr("Bookmark") if wide else "")
        self.revisit.setText(self.tr("Revisit") if wide else "")
        for button in (self.add, self.theme):
            button.setVisible(self.width() >= self._look.px(_SLIM))
        self.menu.setToolTip(self.tr("Menu"))
        self.back.setToolTip(f"{self.tr('Back to the list')} (Esc)")
        self.back.setAccessibleName(self.tr("Back to the list"))
        buttons = {
            "sidebar": self.sidebar,
            "add_folder": self.add,
            "lens": self.lens,
            "bookmark": self.bookmark,
            "revisit": self.revisit,
            "theme": self.theme,
        }
        for name, button in buttons.items():
            button.setToolTip(self._actions.tip(name))
            button.setAccessibleName(self._actions[name].text())
        self.menu.setAccessibleName(self.tr("Menu"))

    # What Qt calls.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before, now = event.oldSize().width(), event.size().width()
        if any((before >= limit) != (now >= limit) for limit in map(self._look.px, (_NARROW, _SLIM))):
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_band(self, self._look.colour("chrome"), self._look.colour("line"))

    def _show_keys(self) -> None:
        """Show the keys that the actions have now."""
        for name, button in (("lens", self.lens), ("bookmark", self.bookmark), ("revisit", self.revisit)):
            button.set_key(self._actions.badge(name))
            button.setToolTip(self._actions.tip(name))

    def _ask_for_lens(self) -> None:
        """The click turned the button; what it shows is whether the lens is there."""
        self.lens.setChecked(self._actions["lens"].isChecked())
        self._actions["lens"].trigger()

    def _ask_to_revisit(self) -> None:
        """The click turned the button; what it shows is whether the paper comes back."""
        self.revisit.setChecked(self._is_revisited)
        self.revisit_requested.emit(self.revisit.mapToGlobal(QPoint(0, self.revisit.height() + 2)))

    def _take_look(self) -> None:
        """Be as high as the text asks for."""
        px = self._look.px
        self.setFixedHeight(px(_HEIGHT))
        self._row.setContentsMargins(px(14), 0, px(14), 1)
        self._row.setSpacing(px(10))
        self.search.setMaximumWidth(px(_WIDEST))
        self.retranslate()
        self.update()

    def _arrange(self) -> None:
        self.bookmark.setCheckable(True)
        self.revisit.setCheckable(True)
        self.lens.setCheckable(True)
        for button in (self.lens, self.bookmark, self.revisit):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = self._row = QHBoxLayout(self)
        row.addWidget(self.back)
        row.addWidget(self.menu)
        row.addWidget(self.sidebar)
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(self.search, 4)
        row.addStretch(1)
        row.addWidget(self.lens)
        row.addWidget(self.bookmark)
        row.addWidget(self.revisit)
        row.addWidget(self.theme)
