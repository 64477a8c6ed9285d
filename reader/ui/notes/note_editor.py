"""The text field of a note, which knows what is being composed in it, its links and tasks, and where its column is."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlock,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip, QWidget

from reader.ui.notes.note_highlighter import TASK
from reader.ui.notes.note_keys import continue_list, toggle_task
from reader.ui.notes.note_links import NoteLink, link_at, quoted_words
from reader.ui.session.units import to_characters
from reader.ui.widgets.composing_field import HeldKeys
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.popup import KeyKeeper, is_quick_open, open_standard_menu
from reader.ui.widgets.scrolling import OverlayScrollBar, give_viewport

_COLUMN = 680  # px, as in the section view
_LEAST_SIDE = 24
_HELD = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock}
)
_DOCUMENT_MARGIN = 4  # Qt's own, inside the viewport


class Spot(NamedTuple):
    """A character of the text that is pointed at."""

    block: QTextBlock
    character: int  # in the block's text

    def link(self) -> NoteLink | None:
        """The link it belongs to."""
        return link_at(self.block.text(), self.character)

    def is_box(self) -> bool:
        """Whether it belongs to the box of a task."""
        task = TASK.match(self.block.text())
        return task is not None and task.start(1) <= self.character < task.end(1)


@guarded
class NoteEditor(QPlainTextEdit):
    """Markdown in a column. A click ticks a task and follows a quote to its place; Ctrl+click follows any link.

    Signals: `edited()` whenever `whole_text` may be another · `blurred()` when it loses the keyboard or is hidden ·
    `escaped()` at Esc · `link_activated(NoteLink, str)` a link is to be followed; with the words where it is the place
    of a quote.
    """

    edited = Signal()
    blurred = Signal()
    escaped = Signal()
    link_activated = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._keeper = KeyKeeper(self)
        self._held = HeldKeys(self)
        self._left: int | None = None
        self._column = _COLUMN
        self._pressed: QPoint | None = None  # where the button went down, until it is a drag
        self.tip_of: Callable[[NoteLink], str] = lambda _link: ""  # what is shown where the mouse rests on a link
        self.viewport().setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.edited)
        OverlayScrollBar(self)

    def set_column(self, left: int | None, width: int) -> None:
        """Where text starts and how wide it runs, px; a `left` of None centres it."""
        self._left, self._column = left, width
        self._place_column()

    def sides(self, width: int) -> tuple[int, int]:
        """Left and right of the column, as distances from the edges of a widget `width` px wide."""
        left = max(_LEAST_SIDE, (width - self._column) // 2) if self._left is None else self._left
        return left, max(_LEAST_SIDE, width - left - self._column)

    def whole_text(self) -> str:
        """The text as it is seen, the syllable being composed included."""
        text = self.toPlainText()
        block = self.textCursor().block()
        preedit = block.layout().preeditAreaText()
        at = block.position() + block.layout().preeditAreaPosition()
        return text[:at] + preedit + text[at:] if preedit else text

    def finish_composing(self) -> None:
        """Make a syllable being composed part of the text, as one goes away from it."""
        QGuiApplication.inputMethod().commit()
        layout = self.textCursor().block().layout()
        preedit = layout.preeditAreaText()
        if preedit:
            event = QInputMethodEvent("", [])
            event.setCommitString(preedit)
            super().inputMethodEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.edited.emit()
        if not event.preeditString():
            self._held.let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finish_composing()
        self.blurred.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.blurred.emit()

    def event(self, event: QEvent) -> bool:
        """Ctrl+K is quick open here as everywhere; Qt would take it for "delete to the end of the line"."""
        if is_quick_open(event):
            event.ignore()
            return False
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_standard_menu(self, event, self._keeper)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.textCursor().block().layout().preeditAreaText() and self._held.take(event):
            return
        if event.key() not in _HELD:  # an input method that is at work takes the other keys for itself
            self.finish_composing()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._enter(modifiers):
            event.accept()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.finish_composing()
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        spot = self._spot_at(event.position())
        if plain and spot and spot.is_box() and not self.isReadOnly():
            toggle_task(spot.block)
            self._pressed = None
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed == event.position().toPoint() and not self.textCursor().hasSelection():
            spot = self._spot_at(event.position())
            link = spot.link() if spot else None
            if spot and link and self._follows(link, event.modifiers()):
                self._follow(link, spot.block)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        spot = self._spot_at(event.position()) if not event.buttons() else None
        link = spot.link() if spot else None
        hand = spot is not None and (spot.is_box() or (link is not None and self._follows(link, event.modifiers())))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self._spot_at(QPointF(event.pos()))
            link = spot.link() if spot else None
            QToolTip.showText(event.globalPos(), self.tip_of(link) if link else "", self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_column()

    def _enter(self, modifiers: Qt.KeyboardModifier) -> bool:
        """Enter goes on with a list; Ctrl+Enter ticks the line's task, or follows the link at the cursor."""
        cursor = self.textCursor()
        if not modifiers:
            if not continue_list(cursor):
                return False
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            return True
        if modifiers != Qt.KeyboardModifier.ControlModifier:
            return False
        if not toggle_task(cursor.block()):
            text = cursor.block().text()
            at = to_characters(text, cursor.positionInBlock())
            if link := link_at(text, at) or link_at(text, at - 1):
                self._follow(link, cursor.block())
        return True

    def _follows(self, link: NoteLink, modifiers: Qt.KeyboardModifier) -> bool:
        """Whether a click follows a link: on the place of a quote always, else with Ctrl."""
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            return True
        return link.place is not None and not modifiers

    def _follow(self, link: NoteLink, block: QTextBlock) -> None:
        words = quoted_words(self.toPlainText().split("\n"), block.blockNumber()) if link.place else ""
        self.link_activated.emit(link, words)

    def _spot_at(self, point: QPointF) -> Spot | None:
        """The character drawn at a point of the viewport; none while a syllable that is no text yet moves them."""
        if self.textCursor().block().layout().preeditAreaText():
            return None
        block = self.cursorForPosition(point.toPoint()).block()
        inside = point - self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if line.naturalTextRect().contains(inside):
                units = line.xToCursor(inside.x(), QTextLine.CursorPosition.CursorOnCharacter)
                return Spot(block, to_characters(block.text(), units))
        return None

    def _place_column(self) -> None:
        left, right = self.sides(self.width())
        margins = self.viewportMargins()
        wanted = (left - _DOCUMENT_MARGIN, right - _DOCUMENT_MARGIN)
        if (margins.left(), margins.right()) != wanted:
            self.setViewportMargins(wanted[0], 0, wanted[1], 0)
