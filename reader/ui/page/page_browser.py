"""The page itself: a QTextBrowser with a readable column, room above for a header that scrolls along, marked words.

In: a `Page` of `reader.render`. It loads nothing but the pictures that page names, and follows no link by itself.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QInputMethodEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QFrame, QScrollBar, QTextBrowser, QWidget

from reader.render.sheet import Page, Picture
from reader.render.theme import Theme
from reader.ui.page import page_dress, page_pictures
from reader.ui.page.long.page_pieces import PagePieces
from reader.ui.page.marking.page_marks import PageMarks
from reader.ui.page.page_dress import Dressed
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.scrolling import give_viewport

COLUMN = 680  # px, the widest column that reads well
MARGIN = 28  # px, the least beside the column
BELOW = 56  # px under the last line
_BELOW_ALL = 1 << 30  # px
LIST_INDENT = 24  # px


class ReadingPlace(NamedTuple):
    """Where one reads in a page."""

    block: int  # at the top of the view
    top: int  # of that block, px from the top of the view
    scrolled: bool  # else it is the beginning of the page
    selected: tuple[int, int]  # anchor and position of what is selected, in the document
    words: str  # what is selected, "" for nothing


@guarded
class PageBrowser(QTextBrowser):
    """Shows a page.

    Signals: `column_changed()` when the column moved or became wider; `scrolled()` when the text moved under the
    header; `pixel_ratio_changed()` when the window came to another screen; `word_pointed(str, int)` the mouse rests on
    a place of a paragraph; `released(QPoint)` the left button was let go there, and what it selected is selected.
    """

    column_changed = Signal()
    scrolled = Signal()
    released = Signal(QPoint)
    pixel_ratio_changed = Signal()
    word_pointed = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._theme = theme
        self._pictures: dict[str, Picture] = {}
        self.marks = PageMarks(self, theme)
        self._dressed = Dressed([], {})
        self._above = 0
        self._below = 0
        self._covered = 0
        self.scale, self._widest = 1.0, COLUMN
        self._column = (MARGIN, COLUMN)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(_ScrollBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(LIST_INDENT)
        self.pieces = PagePieces(self)
        self.pieces.added.connect(self._dress)
        self.set_theme(theme)

    @property
    def column(self) -> tuple[int, int]:
        """The column's left edge and width, in px of the viewport."""
        return self._column

    def keep_clear(self, height: int) -> None:
        """Show the page down to so many px above the lower edge."""
        if self.viewportMargins().bottom() != height:
            self.setViewportMargins(0, 0, 0, height)

    @property
    def has_pictures(self) -> bool:
        """Whether the page names any pictures or formulas."""
        return bool(self._pictures)

    @property
    def pictures(self) -> Mapping[str, Picture]:
        """The page's pictures and formulas by name."""
        return self._pictures

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme for what the page doesn't colour itself."""
        self._theme = theme
        self.marks.theme = theme
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.page))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.text))
        self.setPalette(palette)
        self.viewport().setPalette(palette)  # an application style sheet gives the viewport one of its own

    def set_text_font(self, font: QFont) -> None:
        """The font of the page's text."""
        self.document().setDefaultFont(font)

    def set_page(self, page: Page, above: int, covered: int) -> None:
        """Show a page from its beginning, with room above it as `set_above` says."""
        self.marks.forget()
        self._pictures = page.pictures
        self._above, self._covered = above, covered
        self._dressed = Dressed([], {})  # blocks of the page before: Qt asks where they are while it takes the new one
        self.setHtml(page.html)
        self._dress(0)
        self._set_margins()
        self.pieces.begin(page)

    def _dress(self, block: int) -> None:
        """Do to the page from this block on what its HTML could not say."""
        begin = self.document().findBlockByNumber(block)
        if self._pictures:
            page_pictures.stand_on_line(self.document(), self._pictures, begin.position())
        found = page_dress.dress(self.document(), self._theme, begin)
        self._dressed = Dressed(self._dressed.cards + found.cards, found.places | self._dressed.places)

    def set_above(self, height: int, covered: int) -> None:
        """Leave `height` px free above the text; when scrolled, `covered` px at the top of the view stay hidden."""
        if (height, covered) != (self._above, self._covered):
            self._above, self._covered = height, covered
            self._set_margins()

    def set_below(self, height: int) -> None:
        """Leave `height` px free below the text, for what stands at its foot."""
        if height != self._below:
            self._below = height
            self._set_margins()

    @property
    def text_end(self) -> int:
        """How far the scroll bar goes until the last line of the text is in sight."""
        return max(0, self.verticalScrollBar().maximum() - self._below)

    @property
    def foot(self) -> int:
        """Where the room below the text begins, in px of the viewport."""
        return round(self.document().size().height()) - self._below - self.verticalScrollBar().value()

    def set_scale(self, scale: float, column: int) -> None:
        """Make the column wider with its text; `column` is the widest one, px where the scale is 1."""
        self.scale, self._widest = scale, column
        self._place_column()

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """Give the page its own pictures and nothing else: no file, no network."""
        picture = self._pictures.get(name if isinstance(name, str) else name.toString())
        if picture is None:
            return None
        ratio = self.devicePixelRatioF()
        font = self.document().defaultFont()
        return page_pictures.drawn(picture, font, ratio=ratio, column=self._column[1], theme=self._theme)

    def anchor_tops(self, names: Sequence[str]) -> list[int]:
        """Where named places of the page are, in px from the top of the document."""
        layout, places = self.document().documentLayout(), self._dressed.places
        missing = _BELOW_ALL if self.pieces.are_left else 0
        return [round(layout.blockBoundingRect(places[name]).top()) if name in places else missing for name in names]

    def reveal(self, cursor: QTextCursor) -> None:
        """Scroll just as far as a place needs to be seen clear of the header, leaving some lines around it."""
        rect, room = self.cursorRect(cursor), self.viewport().height()
        if rect.top() < self._covered + 8 or rect.bottom() > room - 24:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - self._covered - (room - self._covered) // 3)

    def reveal_below(self, top: int, height: int) -> None:
        """Scroll until what stands on the page at `top`, px of the viewport, is in sight, and so many px below it."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if top < self._covered or top > room - height:
            bar.setValue(bar.value() + top - room // 2)

    def load_to(self, name: str) -> None:
        """Have a named place on the page, if the rest of the page has it."""
        while name not in self._dressed.places and self.pieces.are_left:
            self.pieces.add()

    def go_to_block(self, number: int) -> None:
        """Bring a paragraph below the header, with the keyboard at it."""
        cursor = self._block_cursor(number)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - self._covered - 8)

    def reading_place(self) -> ReadingPlace:
        """Where one reads and what is selected; outlives another typesetting."""
        top = self.cursorForPosition(QPointF(self._column[0] + 2, self._covered + 2).toPoint()).blockNumber()
        chosen = self.textCursor()
        return ReadingPlace(
            top,
            self.cursorRect(self._block_cursor(top)).top(),
            self.verticalScrollBar().value() > 0,
            (chosen.anchor(), chosen.position()),
            chosen.selectedText(),
        )

    def return_to(self, place: ReadingPlace) -> None:
        """Scroll so that a reading place is where it was; select its words where they still stand there."""
        while place.block >= self.document().blockCount() and self.pieces.are_left:
            self.pieces.add()
        rect = self.cursorRect(self._block_cursor(place.block))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + rect.top() - place.top if place.scrolled else 0)
        cursor = QTextCursor(self.document())
        if place.words and max(place.selected) < self.document().characterCount():
            cursor.setPosition(place.selected[0])
            cursor.setPosition(place.selected[1], QTextCursor.MoveMode.KeepAnchor)
            if cursor.selectedText() == place.words:
                self.setTextCursor(cursor)

    def _block_cursor(self, number: int) -> QTextCursor:
        return QTextCursor(self.document().findBlockByNumber(number))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        event.ignore()  # Qt would write into the page, and over what is selected, although it is read-only

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_column()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dressed.cards:
            painter = QPainter(self.viewport())
            page_dress.paint_cards(painter, self._dressed.cards, self._theme, self.verticalScrollBar().value())
            painter.end()
        super().paintEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.scrolled.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is selected; plain text has a formula's TeX where the page has its picture."""
        selection = self.textCursor()
        if page_pictures.PICTURE not in selection.selectedText():
            return super().createMimeDataFromSelection()
        copied = QMimeData()  # Qt's own makes its text when asked, whatever was set
        copied.setText(page_pictures.plain_text(selection, self._pictures))
        copied.setHtml(selection.selection().toHtml())
        return copied

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.pixel_ratio_changed.emit()
        return handled

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.released.emit(event.position().toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cursor = self.cursorForPosition(event.pos())
            if not self.anchorAt(event.pos()) and self._is_on(cursor, event.pos()):
                self.word_pointed.emit(cursor.block().text(), cursor.positionInBlock())
                return True
        return super().viewportEvent(event)

    def _is_on(self, cursor: QTextCursor, point: QPoint) -> bool:
        """Whether a point is at the text of the place nearest to it, and not in the margin."""
        rect = self.cursorRect(cursor)
        return abs(rect.center().x() - point.x()) < rect.height() and rect.top() <= point.y() <= rect.bottom()

    def pointed_at(self) -> tuple[str, int]:
        """The paragraph of what is selected, or of the cursor, and the place in it."""
        cursor = self.textCursor()
        return cursor.block().text(), cursor.selectionStart() - cursor.block().position()

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 160)

    def _place_column(self) -> None:
        room = self.width()  # with the scroll bar's, so that the margins are alike
        width = min(round(self._widest * self.scale), max(120, room - 2 * MARGIN))
        column = (max(MARGIN, (room - width) // 2), width)
        changed = column != self._column
        self._column = column
        self._set_margins()
        if changed:
            self.column_changed.emit()

    def _set_margins(self) -> None:
        left, width = self._column
        frame = self.document().rootFrame()
        now = frame.frameFormat()
        form = QTextFrameFormat(now)
        form.setLeftMargin(left)
        form.setRightMargin(max(0, self.viewport().width() - left - width))
        form.setTopMargin(self._above)
        form.setBottomMargin(BELOW + self._below)
        if form != now:  # to set it lays the page out again
            frame.setFrameFormat(form)


@guarded
class _ScrollBar(QScrollBar):
    """Keeps its room when there is nothing to scroll, so that the column never moves, and is not seen then."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)
