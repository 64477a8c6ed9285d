"""The list below the search field: operators, tags, labels, dates and recent searches, for the word being typed.

It never has the keyboard: the field hands it the keys it may want, and none while a syllable is being composed. Then
the list is shown all the same, and follows each letter.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.ui.search.search_bar import SearchBar
from reader.ui.search.suggestions import Known, Suggestion, recent, suggestions
from reader.ui.widgets.frames import paint_box
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.language import QT_TRANSLATE_NOOP
from reader.ui.widgets.theme import Look

_MOST = 11  # lines
_NARROWEST = 320  # below a narrow field the list is wider than that
_CONTENT = frozenset(("concept", "term", "title"))
_HELP = {
    "title": QT_TRANSLATE_NOOP("Completion", "words in the title"),
    "section": QT_TRANSLATE_NOOP("Completion", "everything in one section"),
    "introduction": QT_TRANSLATE_NOOP("Completion", "words in the introduction"),
    "method": QT_TRANSLATE_NOOP("Completion", "words in the method"),
    "results": QT_TRANSLATE_NOOP("Completion", "words in the results"),
    "limitations": QT_TRANSLATE_NOOP("Completion", "words in the limitations"),
    "conclusion": QT_TRANSLATE_NOOP("Completion", "words in the conclusion"),
    "tag": QT_TRANSLATE_NOOP("Completion", "a tag of the post"),
    "label": QT_TRANSLATE_NOOP("Completion", "a label of yours"),
    "author": QT_TRANSLATE_NOOP("Completion", "an author, of papers filled in from arXiv"),
    "cat": QT_TRANSLATE_NOOP("Completion", "a category of arXiv’s, such as cs.CL"),
    "date": QT_TRANSLATE_NOOP("Completion", "a day, month, year or range"),
    "after": QT_TRANSLATE_NOOP("Completion", "from a day on"),
    "before": QT_TRANSLATE_NOOP("Completion", "until the day before"),
    "newer": QT_TRANSLATE_NOOP("Completion", "the last days, weeks or months"),
    "is": QT_TRANSLATE_NOOP("Completion", "unread, read, bookmarked, due …"),
    "has": QT_TRANSLATE_NOOP("Completion", "papers with a note"),
    "note": QT_TRANSLATE_NOOP("Completion", "words in your notes"),
    "arxiv": QT_TRANSLATE_NOOP("Completion", "one paper by its number"),
}


@guarded
class Completion(QWidget):
    """The list of one search bar. `known` is asked for what there is to offer when a word begins.

    What the words typed may become comes a moment later and stands below: words, concepts, titles of the library.
    Signals: `accepted(str)` the query with what was chosen · `paper_chosen(str)` a title was, by its paper's key.
    """

    accepted = Signal(str)
    paper_chosen = Signal(str)

    def __init__(self, look: Look, bar: SearchBar, known: Callable[[], Known]) -> None:
        super().__init__(bar.window())
        self._look = look
        self._bar = bar
        self._field = bar.field
        self._known = known
        self._offered: list[Suggestion] = []
        self._content: tuple[str, list[Suggestion]] = ("", [])  # for which query, and what it may become
        self._chosen = -1
        self._closed_for: str | None = None  # the query at which Esc closed the list
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()
        self._field.take_key = self._take_key
        self._field.typed.connect(self._follow)
        self._field.left.connect(self.close_list)
        bar.installEventFilter(self)

    def offered(self) -> list[Suggestion]:
        """What is shown now; nothing while the list is closed."""
        return [] if self.isHidden() else self._offered

    def chosen(self) -> int:
        """The row that is chosen, -1 for none."""
        return self._chosen

    def close_list(self) -> None:
        """Offer nothing."""
        self._offered, self._chosen = [], -1
        self.hide()

    def show_content(self, query: str, content: Sequence[Suggestion]) -> None:
        """Offer what the words of a query may become, where it still is the query; what is offered already stays."""
        self._content = (query, list(content))
        if query == self._field.whole_text() and self._field.hasFocus() and query != self._closed_for:
            self._show(self._offers(query), keeps=True)

    # What Qt calls.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay below the bar, which the layout moves after the window has its new size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(self._row_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._accept(row)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = paint_box(self, self._look.colour("field"), self._look.colour("line"), 6)
        for row, suggestion in enumerate(self._offered):
            self._paint_row(painter, self._rect_of(row), suggestion, row == self._chosen)

    # Inside.

    def _follow(self) -> None:
        """Offer what fits the query now."""
        text = self._field.whole_text()
        if not self._field.hasFocus() or text == self._closed_for:
            self.close_list()
            return
        self._closed_for = None
        self._show(self._offers(text))

    def _offers(self, text: str) -> list[Suggestion]:
        """Operators and earlier searches, and below them what the words may become, once that is known."""
        if not text.strip():
            return []
        before = text[: self._field.cursorPosition()]
        cursor = len(text) - len(self._field.text()) + len(before) if self._field.is_composing() else len(before)
        offered = suggestions(text, cursor, self._known())
        at_end = cursor == len(text) and self._content[0] == text
        return [*offered, *self._content[1]][:_MOST] if at_end else offered

    def _show(self, offered: list[Suggestion], *, keeps: bool = False) -> None:
        """Show these; `keeps`: the first ones are those that are shown."""
        if not offered:
            self.close_list()
            return
        self._offered, self._chosen = offered, self._chosen if keeps else -1
        self._place()
        self.show()
        self.raise_()
        self.update()

    def _place(self) -> None:
        below = self._bar.mapTo(self._bar.window(), QPoint(0, self._bar.height() + 3))
        height = self._rect_of(len(self._offered)).top() + 5
        width = max(self._bar.width(), self._look.px(_NARROWEST))
        left = max(0, min(below.x(), self._bar.window().width() - width))
        self.setGeometry(QRect(left, below.y(), width, height))

    def _take_key(self, event: QKeyEvent) -> bool:
        """Whether a key was for the list; it is asked only while nothing is being composed."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if self.isHidden():
            return key == Qt.Key.Key_Down and self._offer_recent()
        if self._is_untouched() and key in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.close_list()  # they do what they would do without a list, whether it has come yet or not
            return False
        return self._take_listed(key)

    def _take_listed(self, key: int) -> bool:
        """Whether a key was for the list that is shown."""
        match key:
            case Qt.Key.Key_Tab if self._is_untouched():
                self._choose(0)
            case Qt.Key.Key_Down if self._chosen + 1 < len(self._offered):
                self._choose(self._chosen + 1)
            case Qt.Key.Key_Down:  # below the last one are the results
                self.close_list()
                return False
            case Qt.Key.Key_Up if self._chosen >= 0:
                self._choose(self._chosen - 1)
            case Qt.Key.Key_Escape:
                self._closed_for = self._field.whole_text()
                self.close_list()
            case Qt.Key.Key_Tab:
                self._accept(max(self._chosen, 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._chosen >= 0:
                self._accept(self._chosen)
            case (
                Qt.Key.Key_Return
                | Qt.Key.Key_Enter
                | Qt.Key.Key_Left
                | Qt.Key.Key_Right
                | Qt.Key.Key_Home
                | Qt.Key.Key_End
            ):
                self.close_list()
                return False
            case _:
                return False
        return True

    def _is_untouched(self) -> bool:
        """Whether only words of the library are offered, which may have come this very moment, and none is chosen."""
        return self._chosen < 0 and self._offered[0].kind in _CONTENT

    def _offer_recent(self) -> bool:
        if self._field.whole_text().strip():
            return False
        self._show(recent(self._known()))
        if self._offered:
            self._choose(0)
        return bool(self._offered)

    def _choose(self, row: int) -> None:
        if row == self._chosen:
            return
        self._chosen = row
        self._field.setAccessibleDescription(self._offered[row].text if row >= 0 else "")
        self.update()

    def _accept(self, row: int) -> None:
        chosen, text = self._offered[row], self._field.whole_text()
        self.close_list()
        if chosen.kind == "title":
            self.paper_chosen.emit(chosen.name)
            return
        after = text[chosen.end :]
        inserted = chosen.text.rstrip() if after.startswith(" ") else chosen.text
        query = text[: chosen.start] + inserted + after
        self.accepted.emit(query)
        self._field.setCursorPosition(chosen.start + len(inserted))
        if chosen.kind == "recent":
            self.close_list()
        else:
            self._follow()

    def _row_at(self, point: QPoint) -> int:
        return next((row for row in range(len(self._offered)) if self._rect_of(row).contains(point)), -1)

    def _rect_of(self, row: int) -> QRect:
        height = self._look.px(28)
        return QRect(5, 5 + row * height, self.width() - 10, height)

    def _paint_row(self, painter: QPainter, rect: QRect, suggestion: Suggestion, chosen: bool) -> None:
        px, look = self._look.px, self._look
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("chosen"))
            painter.drawRoundedRect(rect, 4, 4)
        side = px(13)
        icon = QRectF(rect.left() + px(8), rect.top() + (rect.height() - side) / 2, side, side)
        look.icons.paint(painter, _ICONS[suggestion.kind], look.theme.muted, icon)
        left, right = rect.left() + px(29), rect.right() - px(8)
        small, metrics = QFontMetrics(look.font(-1)), QFontMetrics(look.font())
        wanted = metrics.horizontalAdvance(suggestion.text.strip()) + px(10)
        free = max(right - left - wanted, (right - left) // 3)  # what is offered is read before what is said of it
        detail = small.elidedText(self._detail(suggestion), Qt.TextElideMode.ElideMiddle, free)
        width = small.horizontalAdvance(detail)
        painter.setFont(look.font(-1))
        painter.setPen(look.quiet() if chosen else look.colour("muted"))
        painter.drawText(QRect(right - width, rect.top(), width, rect.height()), Qt.AlignmentFlag.AlignVCenter, detail)
        room = QRect(left, rect.top(), right - width - px(10) - left, rect.height())
        painter.setFont(look.font())
        painter.setPen(look.colour("text"))
        text = metrics.elidedText(suggestion.text.strip(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _detail(self, suggestion: Suggestion) -> str:
        if suggestion.kind == "operator":
            return QCoreApplication.translate("Completion", _HELP.get(suggestion.name, ""))
        if suggestion.kind == "recent":
            return self.tr("recent")
        if suggestion.kind == "title":
            return self.tr("open the paper")
        if suggestion.kind == "concept" and suggestion.name:
            return f"{suggestion.name}   {self.locale().toString(suggestion.papers)}"
        return self.locale().toString(suggestion.papers) if suggestion.papers >= 0 else ""


_ICONS = {
    "operator": "filter",
    "tag": "tag",
    "label": "tag",
    "date": "calendar",
    "value": "check",
    "recent": "search",
    "term": "search",
    "concept": "concept",
    "title": "paper",
}
