"""The palette: a field over the window, and below it what its letters may open.

It covers the window while it is open and owns the keyboard: no key reaches what is below. It says what was chosen, and
opens nothing itself.
"""

from collections import Counter
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reader.services.quick_open.finder import Entry, Finder, Found
from reader.services.quick_open.uses import Uses
from reader.ui.palette.palette_field import PaletteField
from reader.ui.palette.palette_rows import ROW, FoundModel, FoundRows
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_WIDTH, _TOP, _FIELD = 640, 64, 46  # px
_ROWS = 11  # in sight
_MOST = 60
_SUGGESTED = 8  # of each, while nothing is typed
_OF_A_KIND = {"concept": 3, "date": 6, "tag": 6}
"""So many at most, that others are seen."""
_ONLY = {">": ("command",), "#": ("tag", "label")}
"""What a sign at the beginning narrows the offer to."""


@guarded
class Palette(QWidget):
    """The palette of one window.

    Signals: `chosen(Entry)` something is to be opened; of kind "search" its target is a query · `closed()`.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, window: QWidget, uses: Uses, today: Callable[[], date]) -> None:
        super().__init__(window)
        self._look = look
        self._over = window
        self._uses = uses
        self._today = today
        self._own = Finder(())  # commands, places …
        self._library = Finder(())  # papers and concepts
        self._before: QWidget | None = None  # who had the keyboard
        self._card = QWidget(self)
        self.field = PaletteField(self._card)
        self.model = FoundModel(self._card)
        self.rows = FoundRows(look, self.model, self._card)
        self._arrange()
        self._connect()
        self.hide()

    def open(self, own: Finder, library: Finder) -> None:
        """Open with an empty field; these are found in. What is in the library may come later, by `set_library`."""
        self._own, self._library = own, library
        self._before = self._over.focusWidget()
        self.field.clear()
        self._take_look()
        self._retranslate()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._follow(self.field.whole_text())

    def set_library(self, library: Finder) -> None:
        """Find in another state of the library."""
        self._library = library
        if not self.isHidden():
            self._follow(self.field.whole_text())

    def close_palette(self) -> None:
        """Close, and give the keyboard back to who had it."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    # What Qt calls.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes it."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 40))
        card = QRectF(self._card.geometry()).adjusted(-0.5, -0.5, 0.5, 0.5)
        painter.setBrush(self._look.colour("field"))
        painter.setPen(self._look.colour("line"))
        painter.drawRoundedRect(card, 9, 9)
        line = self._card.y() + self._look.px(_FIELD)
        painter.drawLine(QPointF(card.left() + 1, line), QPointF(card.right() - 1, line))

    # Inside.

    def _arrange(self) -> None:
        column = QVBoxLayout(self._card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self.rows, 1)
        self.setAutoFillBackground(False)
        self._over.installEventFilter(self)
        self.field.setObjectName("bare")

    def _connect(self) -> None:
        self.field.edited.connect(self._follow)
        self.field.stepped.connect(self._step)
        self.field.accepted.connect(lambda: self._accept(self.rows.currentIndex()))
        self.field.dismissed.connect(self.close_palette)
        self.rows.clicked.connect(self._accept)
        self.rows.entered.connect(self._choose)
        self._look.changed.connect(self._take_look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _follow(self, typed: str) -> None:
        """Offer what fits what is typed."""
        only = _ONLY.get(typed[:1], ())
        words = typed[1:] if only else typed
        found = self._found(words) if words.strip() else self._suggested(bool(only))
        entries = [entry for entry in found if not only or entry.kind in only][:_MOST]
        if words.strip() and not only:
            text = QCoreApplication.translate("Palette", "Search the library for “%1”").replace("%1", words.strip())
            entries.append(Entry("search", words.strip(), text))
        self.model.set_entries(entries)
        self._choose(self.model.index(0, 0))
        self.rows.scrollToTop()
        self._place()

    def _found(self, words: str) -> list[Entry]:
        found: list[Found] = [*self._own.find(words, self._used, _MOST), *self._library.find(words, self._used, _MOST)]
        some: Counter[str] = Counter()
        offered = []
        for each in sorted(found, key=lambda each: each.rank):
            kind = each.entry.kind
            some[kind] += 1
            if some[kind] <= _OF_A_KIND.get(kind, _MOST):
                offered.append(each.entry)
        return offered

    def _suggested(self, is_narrowed: bool) -> list[Entry]:
        """While nothing is typed: what was opened most, then places and commands."""
        if is_narrowed:
            return list(self._own.entries)
        by_name = {_name(entry): entry for entry in (*self._own.entries, *self._library.entries)}
        used = [by_name[name] for name in self._uses.latest(self._today(), _SUGGESTED) if name in by_name]
        places = [entry for entry in self._own.entries if entry.kind == "place"]
        commands = [entry for entry in self._own.entries if entry.kind == "command" and entry.hint][:_SUGGESTED]
        return list(dict.fromkeys((*used, *places, *commands)))

    def _used(self, entry: Entry) -> float:
        return self._uses.weight(_name(entry), self._today())

    def _step(self, by: int) -> None:
        count = self.model.rowCount()
        if count:
            row = self.rows.currentIndex().row() + by
            self._choose(self.model.index(row % count if abs(by) == 1 else min(count - 1, max(0, row)), 0))
            self.rows.scrollTo(self.rows.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        self.rows.setCurrentIndex(index)
        entry = self.model.entry(index.row())
        self.field.setAccessibleDescription(entry.text if entry else "")

    def _accept(self, index: QModelIndex) -> None:
        entry = self.model.entry(index.row())
        if entry is None:
            return
        self.close_palette()
        if entry.kind != "search":
            self._uses.add(_name(entry), self._today())
        self.chosen.emit(entry)

    def _place(self) -> None:
        self.setGeometry(self._over.rect())
        px = self._look.px
        width = min(px(_WIDTH), self.width() - 24)
        rows = min(self.model.rowCount(), _ROWS, max(1, (self.height() - px(_TOP + _FIELD) - 40) // px(ROW)))
        height = px(_FIELD) + (rows * px(ROW) + 12 if rows else 0)
        top = min(px(_TOP), max(8, self.height() // 10))
        self._card.setGeometry(QRect((self.width() - width) // 2, top, width, height))
        self.update()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if (
            now is not None
            and not self.isHidden()
            and not self.isAncestorOf(now)
            and now.window() is self._over.window()
        ):
            self._before = None  # the keyboard is elsewhere already
            self.close_palette()

    def _take_look(self) -> None:
        px = self._look.px
        self.field.setFont(self._look.font(3))
        self.field.setFixedHeight(px(_FIELD))
        self.field.setTextMargins(px(14), 0, px(14), 0)
        self.rows.setViewportMargins(0, 6, 0, 6)
        self.rows.viewport().update()

    def _retranslate(self) -> None:
        words = QCoreApplication.translate("Palette", "Papers, places, commands …")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)


def _name(entry: Entry) -> str:
    """What the use of an entry is remembered by."""
    return f"{entry.kind} {entry.target}"
