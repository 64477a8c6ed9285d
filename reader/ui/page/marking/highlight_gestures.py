"""Marking words of a shown page with the mouse: select some, or click a highlight, and a small bar offers what to do.

Joins the page's highlights with that bar and the context menu. It changes nothing: it says what was asked for.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QIcon, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from reader.marks.model import Highlight
from reader.render.sheet import Anchor
from reader.render.theme import Theme
from reader.ui.page.marking.bar_gestures import BarGestures
from reader.ui.page.marking.page_highlights import PageHighlights
from reader.ui.page.page_browser import PageBrowser
from reader.ui.page.page_text import Quotation
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.highlight_colours import NAMES, colour_of, words_for
from reader.ui.widgets.popup import KeyKeeper

_DOT = 14


@guarded
class HighlightGestures(BarGestures):
    """The highlights of a page and what a person does with them.

    Signals: those of `BarGestures` · `placed()` the highlights were looked for again, in this page or another.
    """

    placed = Signal()

    def __init__(self, browser: PageBrowser, theme: Theme) -> None:
        super().__init__(theme, browser.viewport(), browser)
        self._browser = browser
        self._keeper = KeyKeeper(self)
        self._pressed: QPoint | None = None
        self.highlights = PageHighlights(browser, theme)
        browser.viewport().installEventFilter(self)
        browser.scrolled.connect(self.leave)
        browser.column_changed.connect(self.leave)
        browser.selectionChanged.connect(self._selection_changed)
        browser.released.connect(self._released)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self.highlights.set_theme(theme)

    def page_written(self, key: str, anchors: Sequence[tuple[Anchor, str]]) -> None:
        """A page of this paper is in the browser, maybe the same anew."""
        self.leave()
        self.highlights.page_written(key, anchors)
        self.placed.emit()

    @contextmanager
    def kept_open(self) -> Iterator[None]:
        """While the same page is written anew: what is selected stays so, and an open bar opens again beside its words,
        where they still stand.
        """
        is_open, clicked = self._bar is not None and self._bar.isVisible(), self._clicked
        selected = self.highlights.selected()
        yield
        if selected and not self._browser.textCursor().hasSelection():  # lines above came or went: they stand elsewhere
            self.highlights.select_again(selected)
        if is_open and (clicked is None or self.highlights.spans_of(clicked.id)):
            self._clicked = clicked
            self._offer()

    def set_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Show these."""
        self.leave()
        self.highlights.set_highlights(highlights)
        self.placed.emit()

    def select_nothing(self) -> None:
        """What was selected has been dealt with."""
        self.leave()
        cursor = self._browser.textCursor()
        cursor.clearSelection()
        self._browser.setTextCursor(cursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self.leave()
            self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        elif event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self.menu_at(event.pos()).popup(event.globalPos())
            return True
        return super().eventFilter(watched, event)

    def _released(self, point: QPoint) -> None:
        if self._browser.textCursor().hasSelection():
            self._offer()
        elif point == self._pressed and not self._browser.anchorAt(point):
            self._clicked = self.highlights.at(point)
            if self._clicked is not None:
                self._offer()

    def _offer(self) -> None:
        """Open the bar beside what is selected or was clicked."""
        clicked = self._clicked
        if clicked is None and not self.highlights.selected():
            return
        cursor = self._browser.textCursor()
        spans = self.highlights.spans_of(clicked.id) if clicked else ()
        first = spans[0][0] if spans else cursor.selectionStart()
        last = spans[-1][1] if spans else cursor.selectionEnd()
        self._the_bar().offer([self._rect(first), self._rect(last)], clicked.colour if clicked else None)

    def _rect(self, position: int) -> QRect:
        cursor = self._browser.textCursor()
        cursor.setPosition(position)
        return self._browser.cursorRect(cursor)

    def _selected_quotations(self) -> list[Quotation]:
        return self.highlights.selected()

    def _copy_selected(self) -> None:
        self._browser.copy()

    def _selection_changed(self) -> None:
        if self._clicked is None and not self._browser.textCursor().hasSelection():
            self.leave()

    def menu_at(self, point: QPoint) -> QMenu:
        """What the bar offers, and the browser's own menu, for a point of the viewport."""
        self.leave()
        menu = self._browser.createStandardContextMenu(point)
        has_selection = bool(self.highlights.selected())
        clicked = self._clicked = None if has_selection else self.highlights.at(point)
        if has_selection or clicked is not None:
            self._fill(menu, clicked)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keeper.watch(menu)
        return menu

    def _fill(self, menu: QMenu, clicked: Highlight | None) -> None:
        first = menu.actions()[0] if menu.actions() else None
        ours = [self._colour_action(name, clicked, menu) for name in NAMES]
        quote = QAction(self.tr("Quote in note"), menu)
        quote.triggered.connect(self._quote)
        correct = QAction(self.tr("Correct…"), menu)
        correct.triggered.connect(self._correct)
        ours += [quote, correct]
        if clicked is not None:
            remove = QAction(self.tr("Remove highlight"), menu)
            remove.triggered.connect(self._remove)
            ours.append(remove)
        line = QAction(menu)
        line.setSeparator(True)
        for action in (*ours, line):
            if first is None:
                menu.addAction(action)
            else:
                menu.insertAction(first, action)

    def _colour_action(self, name: str, clicked: Highlight | None, menu: QMenu) -> QAction:
        words = self.tr("Highlight in %1").replace("%1", words_for(name))
        action = QAction(_dot(name, self._theme), words, menu)
        action.setIconVisibleInMenu(True)
        action.setEnabled(clicked is None or clicked.colour != name)
        action.triggered.connect(lambda: self._colour(name))
        return action


def _dot(name: str, theme: Theme) -> QIcon:
    ratio = 2
    picture = QPixmap(_DOT * ratio, _DOT * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = colour_of(name, is_dark=theme.is_dark)
    painter.setPen(QColor(colour.line))
    painter.setBrush(QColor(colour.ground))
    painter.drawEllipse(1, 1, _DOT - 2, _DOT - 2)
    painter.end()
    return QIcon(picture)
