"""Papers offered while the link to one is being typed: behind `[[`, by title or id.

The list never takes the keyboard, so that an input method composing a syllable is not disturbed; it reads the syllable
being composed as well.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.notes.note_editor import NoteEditor
from reader.ui.notes.note_links import being_typed, paper_link
from reader.ui.session.paper_titles import Candidate
from reader.ui.session.units import to_characters, to_units
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

MOST = 8
_PAD = 10
_WIDTH = 520


FindPapers = Callable[[str, int], Sequence[Candidate]]
"""Papers by some letters of their title or id, best first, at most so many."""


@guarded
class PaperCompletion(QObject):
    """Watches an editor and completes links to papers in it."""

    def __init__(self, look: Look, editor: NoteEditor, find: FindPapers) -> None:
        super().__init__(editor)
        self._look = look
        self._editor = editor
        self._find = find
        self._list: _Offer | None = None
        editor.edited.connect(self._look_again)
        editor.cursorPositionChanged.connect(self._look_again)
        editor.blurred.connect(self.close)
        editor.verticalScrollBar().valueChanged.connect(self._follow)

    @property
    def offered(self) -> list[str]:
        """The keys of the papers on the list, none while it is closed."""
        return self._list.keys() if self._list is not None and self._list.isVisible() else []

    def close(self) -> None:
        """Offer nothing any more, until more is typed."""
        if self._list is not None and self._list.isVisible():
            self._list.hide()
            for watched in (self._editor, self._editor.window()):
                watched.removeEventFilter(self)

    def accept(self, row: int = -1) -> None:
        """Write the link to a paper of the list, the chosen one by default."""
        if self._list is None:
            return
        key = self._list.keys()[row if row >= 0 else self._list.currentRow()]
        self.close()
        cursor = self._editor.textCursor()
        text = cursor.block().text()
        at = to_characters(text, cursor.positionInBlock())
        typed = being_typed(text[:at])
        if typed is None:
            return
        closing = len("]]") if text[at:].startswith("]]") else 0
        cursor.setPosition(cursor.block().position() + to_units(text, at - len(typed) - len("[[")))
        end = cursor.block().position() + to_units(text, at + closing)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(paper_link(key))
        self._editor.setTextCursor(cursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            QTimer.singleShot(0, self, self._follow)  # when the panes around lie as they will
        if (
            watched is self._editor
            and isinstance(event, QKeyEvent)
            and self._list is not None
            and self._list.isVisible()
        ):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
            if event.type() == QEvent.Type.KeyPress and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                return self._take_key(event.key())
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> bool:
        offer = self._list
        if offer is None:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            offer.setCurrentRow((offer.currentRow() + (1 if key == Qt.Key.Key_Down else -1)) % offer.count())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.accept()
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _look_again(self) -> None:
        cursor = self._editor.textCursor()
        before = cursor.block().text()[: to_characters(cursor.block().text(), cursor.positionInBlock())]
        typed = being_typed(before + cursor.block().layout().preeditAreaText())
        if typed is None or not self._editor.hasFocus() or cursor.hasSelection():
            self.close()
            return
        candidates = self._find(typed, MOST)
        if not candidates or (len(candidates) == 1 and candidates[0].key == typed):
            self.close()
            return
        self._show(candidates)

    def _follow(self) -> None:
        """Stay at the cursor; where that was scrolled out of sight, go."""
        if self._list is None or not self._list.isVisible():
            return
        if self._editor.viewport().rect().intersects(self._editor.cursorRect()):
            self._list.place_at(self._editor)
        else:
            self.close()

    def _show(self, candidates: Sequence[Candidate]) -> None:
        if self._list is None:
            self._list = _Offer(self._look, self._editor)
            self._list.itemClicked.connect(lambda item: self.accept(self._list.row(item) if self._list else -1))
        self._list.offer(candidates)
        self._list.place_at(self._editor)
        if not self._list.isVisible():
            for watched in (self._editor, self._editor.window()):
                watched.installEventFilter(self)
            self._list.show()
        self._list.raise_()


class _Offer(QListWidget):
    """The list, over whatever is in the window."""

    def __init__(self, look: Look, editor: NoteEditor) -> None:
        super().__init__(editor.window())
        self._look = look
        self.setObjectName("offer")
        self.setAccessibleName(self.tr("Papers to link to"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_CandidatePainter(look, self))
        self.itemEntered.connect(self.setCurrentItem)
        self.hide()

    def keys(self) -> list[str]:
        return [self.item(row).data(Qt.ItemDataRole.UserRole).key for row in range(self.count())]

    def offer(self, candidates: Sequence[Candidate]) -> None:
        self.clear()
        for candidate in candidates:
            item = QListWidgetItem(candidate.title)
            item.setData(Qt.ItemDataRole.UserRole, candidate)
            self.addItem(item)
        self.setCurrentRow(0)

    def place_at(self, editor: NoteEditor) -> None:
        """Stand under the cursor of the editor, or over it where the window ends."""
        window, line = editor.window(), editor.cursorRect()
        width = min(self._look.px(_WIDTH), window.width() - 16)
        height = self.count() * self.sizeHintForRow(0) + 2
        corner = editor.viewport().mapTo(window, line.bottomLeft())
        y = corner.y() + 4
        if y + height > window.height():
            y = editor.viewport().mapTo(window, QPoint(0, line.top())).y() - height - 4
        self.setGeometry(max(8, min(corner.x(), window.width() - width - 8)), max(0, y), width, height)


@guarded
class _CandidatePainter(QStyledItemDelegate):
    """A line of the list: the title, and at the right the id."""

    def __init__(self, look: Look, offer: _Offer) -> None:
        super().__init__(offer)
        self._look = look
        self._list = offer

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        return QSize(100, self._look.px(28))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, rect = self._look, QRect(option.rect)
        chosen = index.row() == self._list.currentRow()
        candidate: Candidate = index.data(Qt.ItemDataRole.UserRole)
        painter.fillRect(rect, look.colour("chosen" if chosen else "field"))
        inside = rect.adjusted(look.px(_PAD), 0, -look.px(_PAD), 0)
        key = candidate.key if len(candidate.key) < len("https://openreview.net") else ""
        painter.setFont(look.font(-1))
        painter.setPen(look.quiet() if chosen else look.colour("muted"))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), key)
        inside.setRight(inside.right() - QFontMetrics(look.font(-1)).horizontalAdvance(key) - look.px(_PAD))
        painter.setFont(look.font())
        painter.setPen(look.colour("text"))
        title = QFontMetrics(look.font()).elidedText(candidate.title, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), title)
