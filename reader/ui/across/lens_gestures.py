"""What the mouse does in the lens: words are selected and highlighted, stars and links are clicked.

A selection stays within one paper's text; that paper is then the one that keys are about.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QTextCursor

from reader.marks.model import Highlight
from reader.posts.model import PaperKey
from reader.render.theme import Theme
from reader.ui.across.entry_page import EntryPage
from reader.ui.across.highlights import highlight_at, spans_of
from reader.ui.across.lens_canvas import LensCanvas
from reader.ui.across.lens_rows import FOLD
from reader.ui.page.marking.bar_gestures import BarGestures
from reader.ui.page.page_text import Quotation
from reader.ui.session.session import Session
from reader.ui.widgets.guarded import guarded


@guarded
class LensGestures(BarGestures):
    """The mouse on one canvas.

    Signals: those of `BarGestures` · `paper_chosen(int)` a paper's text was clicked, by its appearance's id ·
    `opened(int)` double-clicked · `star_clicked(str)` with a key · `fold_clicked()` · `link_requested(str)` ·
    `menu_requested(QPoint)` at a point of the screen, for the paper chosen.
    """

    paper_chosen = Signal(int)
    opened = Signal(int)
    star_clicked = Signal(str)
    fold_clicked = Signal()
    link_requested = Signal(str)
    menu_requested = Signal(QPoint)

    def __init__(self, session: Session, canvas: LensCanvas, theme: Theme) -> None:
        super().__init__(theme, canvas.viewport(), canvas)
        self._session = session
        self._canvas = canvas
        self._rows = canvas.rows
        self._number: int | None = None  # the paper in which words are selected
        self._selected: QTextCursor | None = None
        self._pressed: QPoint | None = None
        canvas.selected_in = self.selected_in
        canvas.moved.connect(self.leave)
        canvas.viewport().installEventFilter(self)
        canvas.installEventFilter(self)

    def forget(self) -> None:
        """Other documents are shown: nothing is selected."""
        self._number, self._selected = None, None
        self.leave()

    def selected_in(self, number: int) -> QTextCursor | None:
        """What is selected in a paper's text."""
        return self._selected if number == self._number else None

    def select_nothing(self) -> None:
        """What was selected has been dealt with."""
        self.forget()
        self._canvas.viewport().update()

    def select(self, number: int, first: int, last: int) -> None:
        """Select words of a paper's text."""
        page = self._rows.page(number)
        if page is not None:
            self._number, self._selected = number, page.cursor(first, last)
            self._canvas.viewport().update()

    def go_to_words(self, place: Quotation) -> bool:
        """Scroll to words of the paper one is at and select them; False where they do not stand in what is shown."""
        number = self._canvas.current
        return number is not None and self._go_to(number, place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._canvas:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._take_key(event)
            return False
        if isinstance(event, QMouseEvent):
            return self._take_mouse(event)
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            return self._ask_menu(event)
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return False

    # Inside

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy) and self._selected is not None:
            self._copy()
            return True
        return False

    def _take_mouse(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        if event.type() == QEvent.Type.MouseMove:
            if event.buttons() & Qt.MouseButton.LeftButton and self._pressed is not None:
                self._drag(point)
            else:
                self._hover(point)
        elif event.button() != Qt.MouseButton.LeftButton:
            return False
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._press(point)
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            self._double_click(point)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._release(point)
        return False

    def _press(self, point: QPoint) -> None:
        self.leave()
        self._pressed = point
        found = self._canvas.at(point)
        self._number, self._selected = None, None
        if found is not None and found[0] != FOLD:
            number, room = found
            page = self._rows.page(number)
            if page is not None and not self._canvas.painter.star_rect(room).contains(point):
                position = page.position_at(self._inside(point, room))
                self._number, self._selected = number, page.cursor(position, position)
        self._canvas.viewport().update()

    def _drag(self, point: QPoint) -> None:
        page, room = self._page(), self._room_of(self._number)
        if page is None or self._selected is None or room is None:
            return
        position = page.position_at(self._inside(point, room))
        if position >= 0:
            self._selected.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self._canvas.viewport().update()

    def _release(self, point: QPoint) -> None:
        found = self._canvas.at(point)
        if self._selected is not None and self._selected.hasSelection():
            if self._number is not None:
                self.paper_chosen.emit(self._number)
            self._offer()
        elif found is not None and self._pressed is not None and (point - self._pressed).manhattanLength() < 4:
            self._click(*found, point)
        self._pressed = None

    def _click(self, number: int, room: QRect, point: QPoint) -> None:
        if number == FOLD:
            self.fold_clicked.emit()
            return
        key, page = self._rows.key(number), self._rows.page(number)
        if key is None or page is None:
            return
        self.paper_chosen.emit(number)
        if self._canvas.painter.star_rect(room).contains(point):
            self.star_clicked.emit(key)
        elif address := page.link_at(self._inside(point, room)):
            self._follow(number, address)
        else:
            position = page.position_at(self._inside(point, room), exact=True)
            self._clicked = highlight_at(page, self._highlights(key), position) if position >= 0 else None
            if self._clicked is not None:
                self._number = number
                self._offer()

    def _follow(self, number: int, address: str) -> None:
        """A number of the strip leads to its sentence, which is then selected; everything else to a browser."""
        if not address.startswith("#"):
            self.link_requested.emit(address)
        elif place := self._rows.place_of(number, address[1:]):
            self._go_to(number, place)

    def _go_to(self, number: int, place: Quotation) -> bool:
        page = self._rows.page(number)
        spans = page.spans_of(place) if page else []
        if page is None or not spans:
            return False
        self.select(number, spans[0][0], spans[-1][1])
        self._canvas.reveal(number, page.rect_of(spans[0][0]))
        return True

    def _double_click(self, point: QPoint) -> None:
        """In the text a word is selected; above it the paper is opened."""
        found = self._canvas.at(point)
        page = self._rows.page(found[0]) if found and found[0] != FOLD else None
        if found is None or page is None:
            return
        number, room = found
        position = page.position_at(self._inside(point, room), exact=True)
        cursor = page.cursor(max(0, position), max(0, position))
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        if position < 0 or not page.quotations(cursor):
            self.opened.emit(number)
            return
        self._pressed, self._number, self._selected = point, number, cursor
        self._canvas.viewport().update()

    def _hover(self, point: QPoint | None) -> None:
        found = self._canvas.at(point) if point is not None else None
        number = found[0] if found else None
        shape = Qt.CursorShape.ArrowCursor
        if point is not None and found is not None:
            page = self._rows.page(found[0]) if found[0] != FOLD else None
            inside = self._inside(point, found[1])
            if page is None or page.link_at(inside) or self._canvas.painter.star_rect(found[1]).contains(point):
                shape = Qt.CursorShape.PointingHandCursor
            elif page.position_at(inside, exact=True) >= 0:
                shape = Qt.CursorShape.IBeamCursor
        self._canvas.viewport().setCursor(shape)
        if number != self._canvas.hovered:
            self._canvas.hovered = number
            self._canvas.viewport().update()

    def _ask_menu(self, event: QContextMenuEvent) -> bool:
        found = self._canvas.at(event.pos())
        if found is not None and found[0] != FOLD:
            self.paper_chosen.emit(found[0])
            self.menu_requested.emit(event.globalPos())
        return True

    def _offer(self) -> None:
        """Open the bar beside what is selected or was clicked."""
        page, room = self._page(), self._room_of(self._number)
        if page is None or room is None:
            return
        clicked = self._clicked
        if clicked is not None:
            spans = spans_of(page, clicked)
            if not spans:
                return
            first, last = spans[0][0], spans[-1][1]
        elif self._selected is not None and page.quotations(self._selected):
            first, last = self._selected.selectionStart(), self._selected.selectionEnd()
        else:
            return
        corner = QPoint(room.left(), room.top() + self._rows.above)
        rects = [page.rect_of(position).translated(corner) for position in (first, last)]
        self._the_bar().offer(rects, clicked.colour if clicked else None)

    def _selected_quotations(self) -> list[Quotation]:
        page = self._page()
        return page.quotations(self._selected) if page and self._selected else []

    def _copy_selected(self) -> None:
        page = self._page()
        if page is not None and self._selected is not None:
            QGuiApplication.clipboard().setText(page.plain(self._selected))

    def _highlights(self, key: PaperKey) -> tuple[Highlight, ...]:
        return tuple(self._session.marks.highlights_of(key))

    def _page(self) -> EntryPage | None:
        return self._rows.page(self._number) if self._number is not None else None

    def _room_of(self, number: int | None) -> QRect | None:
        return next((room for found, room in self._canvas.in_sight() if found == number), None)

    def _inside(self, point: QPoint, room: QRect) -> QPointF:
        """A point of the viewport in a row's document."""
        return QPointF(point - QPoint(room.left(), room.top() + self._rows.above))
