"""The line of tabs above the page, one a paper; long titles end in the middle, so that series stay told apart."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QToolButton

from reader.ui.widgets.buttons import show_drawing
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_HEIGHT, _WIDEST, _NARROWEST = 34, 240, 130  # px


@guarded
class PaperTabs(QTabBar):
    """Tabs that can be chosen, moved and closed, also by the middle button.

    Signals: `chosen(int)` by a person · `close_requested(int)` · `moved(int, int)` from where to where.
    """

    chosen = Signal(int)
    close_requested = Signal(int)
    moved = Signal(int, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._is_showing = False
        self.setDrawBase(False)
        self.setDocumentMode(True)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentChanged.connect(self._current_changed)
        self.tabMoved.connect(self._tab_moved)
        self._retranslate()
        look.changed.connect(self._take_look)

    def show_tabs(self, titles: Sequence[str], front: int) -> None:
        """Show these tabs, one of them in front."""
        self._is_showing = True
        try:
            while self.count() > len(titles):
                self.removeTab(self._first_other(titles))
            while self.count() < len(titles):
                number = self.insertTab(self._first_other(titles), "")
                self.setTabButton(number, QTabBar.ButtonPosition.RightSide, self._close_button())
                self._write(number, titles[number])
            for number, title in enumerate(titles):
                if self.tabToolTip(number) != title:  # each one written lays out all of them
                    self._write(number, title)
            self.setCurrentIndex(front)
        finally:
            self._is_showing = False

    # What Qt calls.

    def tabSizeHint(self, index: int) -> QSize:  # noqa: ARG002  # all alike
        px = self._look.px
        room = self.width() // max(1, self.count())
        return QSize(max(px(_NARROWEST), min(px(_WIDEST), room)), px(_HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and number >= 0:
            self.close_requested.emit(number)
        super().mouseReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # Inside.

    def _first_other(self, titles: Sequence[str]) -> int:
        """The first tab that is not the one of that title."""
        return next((n for n, title in enumerate(titles) if self.tabToolTip(n) != title), len(titles))

    def _write(self, number: int, title: str) -> None:
        self.setTabText(number, title.replace("&", "&&"))
        self.setTabToolTip(number, title)
        self.setAccessibleTabName(number, title)

    def _current_changed(self, number: int) -> None:
        if not self._is_showing and number >= 0:
            self.chosen.emit(number)

    def _tab_moved(self, before: int, after: int) -> None:
        self.moved.emit(before, after)

    def _close_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("flat")
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a key closes the tab in front
        button.clicked.connect(lambda: self._close(button))
        self._dress(button)
        return button

    def _close(self, button: QToolButton) -> None:
        side = QTabBar.ButtonPosition.RightSide
        number = next((n for n in range(self.count()) if self.tabButton(n, side) is button), -1)
        if number >= 0:
            self.close_requested.emit(number)

    def _dress(self, button: QToolButton) -> None:
        side = self._look.px(24)
        button.setFixedSize(side, side)
        show_drawing(button, self._look, "close")
        button.setToolTip(self.tr("Close the tab"))
        button.setAccessibleName(button.toolTip())

    def _buttons(self) -> list[QToolButton]:
        buttons = (self.tabButton(number, QTabBar.ButtonPosition.RightSide) for number in range(self.count()))
        return [button for button in buttons if isinstance(button, QToolButton)]

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Open papers"))
        self._take_look()

    def _take_look(self) -> None:
        self.setFixedHeight(self._look.px(_HEIGHT))
        for button in self._buttons():
            self._dress(button)
