"""The search bar: the field of the query in its frame, with the key that leads to it, and what clears and builds it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from reader.ui.search.query_field import QueryField
from reader.ui.widgets.buttons import badge_size, paint_key, show_drawing
from reader.ui.widgets.frames import paint_box
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_PAUSE = 30  # ms between the last change and `query_changed`
_EDGE = 3  # px that a line edit leaves at each side of its text, and one more


@guarded
class SearchBar(QWidget):
    """The field with its magnifier, the badge of its key, a button that clears it, and one that opens the builder.

    Signals: `query_changed(str)` soon after a change, also while composing · `query_submitted(str)` at Enter ·
    `left()` at Esc · `results_requested()` at ↓ · `builder_requested()` by the last button. What
    `set_query` sets is not announced.
    """

    query_changed = Signal(str)
    query_submitted = Signal(str)
    left = Signal()
    results_requested = Signal()
    builder_requested = Signal()

    def __init__(self, look: Look, key: str = "Ctrl+F", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._key = key
        self._told = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._tell)
        self.field = QueryField(self)
        self._clear = QToolButton(self)
        self.filter = QToolButton(self)
        self._arrange()
        self._connect()
        self._take_look()
        look.changed.connect(self._take_look)

    def query(self) -> str:
        """What the field shows, a syllable being composed included."""
        return self.field.whole_text()

    def set_query(self, query: str) -> None:
        """Show a query without announcing it."""
        self._told = query
        self.field.setText(query)
        self._pause.stop()

    def change_query(self, query: str) -> None:
        """Show a query as if it were typed: it is announced at once."""
        self.field.setText(query)
        self._tell()

    def focus_query(self) -> None:
        """Give the field the keyboard, with its text selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def set_key(self, key: str) -> None:
        """Show another key on the badge ("Ctrl+F", in portable text); none with ""."""
        self._key = key
        self._take_look()

    # What Qt calls.

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(460), self._look.px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        line = self._look.colour("accent" if self.field.hasFocus() else "line")
        painter = paint_box(self, self._look.colour("field"), line, 6)
        side = self._look.px(15)
        magnifier = QRectF(self._look.px(9), (self.height() - side) / 2, side, side)
        self._look.icons.paint(painter, "search", self._look.theme.muted, magnifier)
        if self._badge_shown():
            paint_key(painter, self._look, self._key_text(), self.filter.x() - self._look.px(5), self.height() // 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the magnifier or the badge is meant for the field."""
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_example()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_look()  # a font set before is lost when the bar gets its place in the window, see words.py

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # Inside.

    def _arrange(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self._clear)
        self._row.addSpacing(2)
        self._row.addWidget(self.filter)
        for button in (self._clear, self.filter):
            button.setObjectName("flat")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCursor(Qt.CursorShape.ArrowCursor)
        kept = self._clear.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the room of the key's badge
        self._clear.setSizePolicy(kept)
        self._clear.hide()
        self.setFocusProxy(self.field)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def _connect(self) -> None:
        self.field.edited.connect(self._edited)
        self.field.returnPressed.connect(self._submit)
        self.field.escaped.connect(self._leave)
        self.field.down_pressed.connect(self._go_to_results)
        self.field.selectionChanged.connect(self.update)
        self._clear.clicked.connect(self._clear_query)
        self.filter.clicked.connect(self.builder_requested)

    def _retranslate(self) -> None:
        self._show_example()
        self.field.setAccessibleName(self.tr("Search the library"))
        self._clear.setToolTip(self.tr("Clear the search"))
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self.filter.setToolTip(self.tr("Search by fields"))
        self.filter.setAccessibleName(self.tr("Search by fields"))

    def _show_example(self) -> None:
        """As many words of the example as there is room for: one that is cut is none."""
        words = self.tr("Search: image generation section:results tag:arxiv after:2025-10").split(" ")
        room = self.field.width() - self.field.textMargins().right() - 2 * _EDGE
        while len(words) > 1 and self.field.fontMetrics().horizontalAdvance(" ".join(words)) > room:
            words.pop()
        self.field.setPlaceholderText(" ".join(words).rstrip(":"))

    def _edited(self) -> None:
        self._show_clear()
        if self.query() != self._told:
            self._pause.start()
        else:
            self._pause.stop()

    def _tell(self) -> None:
        self._pause.stop()
        query = self.query()
        if query != self._told:
            self._told = query
            self.query_changed.emit(query)

    def _submit(self) -> None:
        self._tell()
        self.query_submitted.emit(self.query())

    def _leave(self) -> None:
        self._pause.stop()
        self.left.emit()

    def _go_to_results(self) -> None:
        self._tell()
        self.results_requested.emit()

    def _clear_query(self) -> None:
        self.field.clear()
        self._tell()

    def _badge_shown(self) -> bool:
        return bool(self._key) and not self.query() and self.width() > self._look.px(260)

    def _key_text(self) -> str:
        return QKeySequence(self._key).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")

    def _show_clear(self) -> None:
        self._clear.setVisible(bool(self.query()))
        self.update()

    def _take_look(self) -> None:
        px = self._look.px
        self.field.setFont(self._look.font(1))
        self.field.setTextMargins(0, 0, px(6), 0)  # a placeholder cut short does not touch the badge
        show_drawing(self._clear, self._look, "clear")
        badge = badge_size(self._look, self._key_text()).width() if self._key else 0
        self._clear.setFixedSize(max(px(24), badge), px(24))
        show_drawing(self.filter, self._look, "filter")
        self.filter.setFixedSize(px(24), px(24))
        self._row.setContentsMargins(px(30), 1, px(4), 1)
        self._show_example()
        self.updateGeometry()
        self.update()
