"""The rows of the palette: a model of what was found, and who paints them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.services.quick_open.finder import Entry
from reader.ui.widgets.buttons import badge_size, paint_key
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.scrolling import OverlayScrollBar
from reader.ui.widgets.theme import Look

AnyIndex = QModelIndex | QPersistentModelIndex

ROW = 32  # px
_ICONS = {
    "command": "chevron-right",
    "place": "sidebar",
    "saved": "save-search",
    "label": "tag",
    "tag": "tag",
    "date": "calendar",
    "concept": "search",
    "search": "search",
    "paper": "paper",
}


@guarded
class FoundModel(QAbstractListModel):
    """What is offered now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Offer something else."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """What a row offers."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.text}, {entry.hint}" if entry.hint else entry.text
        return None


@guarded
class FoundRows(QListView):
    """The list; it never has the keyboard."""

    def __init__(self, look: Look, model: FoundModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_FoundDelegate(look, model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("offered")
        OverlayScrollBar(self)


@guarded
class _FoundDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, model: FoundModel, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._model = model
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        return QSize(100, self._look.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry = self._model.entry(index.row())
        if entry is None:
            return
        look, px, rect = self._look, self._look.px, option.rect.adjusted(6, 0, -6, 0)
        chosen = index.row() == self._view.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("chosen"))
            painter.drawRoundedRect(rect, 5, 5)
        muted = look.quiet() if chosen else look.colour("muted")
        side = px(14)
        icon = QRectF(rect.left() + px(10), rect.top() + (rect.height() - side) / 2, side, side)
        look.icons.paint(painter, _ICONS[entry.kind], muted.name(), icon)
        right = rect.right() - px(10)
        painter.setPen(muted)
        left = self._paint_hint(painter, entry, right, rect)
        words = QRect(rect.left() + px(34), rect.top(), left - px(12) - rect.left() - px(34), rect.height())
        painter.setFont(look.font(1))
        painter.setPen(look.colour("text"))
        text = QFontMetrics(look.font(1)).elidedText(entry.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _paint_hint(self, painter: QPainter, entry: Entry, right: int, rect: QRect) -> int:
        """Paint what stands at the right end of a row; returns where it begins."""
        if not entry.hint:
            return right
        if entry.kind == "command":
            paint_key(painter, self._look, entry.hint, right, rect.center().y())
            return right - badge_size(self._look, entry.hint).width()
        font = self._look.font(-1)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        hint = metrics.elidedText(entry.hint, Qt.TextElideMode.ElideRight, rect.width() // 3)
        width = metrics.horizontalAdvance(hint)
        painter.drawText(QRect(right - width, rect.top(), width, rect.height()), Qt.AlignmentFlag.AlignVCenter, hint)
        return right - width
