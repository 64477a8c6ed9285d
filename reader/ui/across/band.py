"""The band above a view that stands in the place of list and page: what it shows, what one can do, and the way back."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.ui.widgets.buttons import KeyButton
from reader.ui.widgets.frames import paint_band
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words

_HEIGHT = 42  # px
_LEAST_TITLE = 180  # px: of a longer title the rest may be cut


@guarded
class Band(QWidget):
    """A title, a word beside it, buttons, and ×.

    Signals: `left()`.
    """

    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Words(look, 2, bold=True, parent=self)
        self._title.set_stretching()
        self._detail = Words(look, -1, "muted", parent=self)
        self._detail.set_stretching()
        self._back = KeyButton(look, icon="close", parent=self)
        self._back.clicked.connect(self.left)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 8, 1)
        self._row.setSpacing(8)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._detail)
        self._row.addWidget(self._back)
        look.changed.connect(self._take_look)
        self._take_look()
        self._retranslate()

    @property
    def title(self) -> str:
        """What is shown, in words."""
        return self._title.text()

    def set_words(self, title: str, detail: str) -> None:
        """Say what is shown."""
        self._title.set_words(title)
        self._detail.set_words(detail)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put another button before the ×, or what shares the room with the title."""
        self._row.insertWidget(self._row.count() - 1, widget, stretch)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._make_room_for_title()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_band(self, self._look.colour("panel"), self._look.colour("line"))

    def _make_room_for_title(self) -> None:
        """Where there isn't room for both, the detail gives way to the title, as in the list."""
        row, sides = self._row, self._row.contentsMargins()
        room = self.width() - sides.left() - sides.right() - row.spacing()
        for number in range(2, row.count()):  # behind title and detail
            beside = row.itemAt(number)
            if beside is not None and not beside.isEmpty():  # is shown
                needs = beside.minimumSize() if row.stretch(number) else beside.sizeHint()
                room -= needs.width() + row.spacing()
        least = min(self._title.sizeHint().width(), self._look.px(_LEAST_TITLE))
        self._detail.setVisible(least + self._detail.sizeHint().width() <= room)

    def _retranslate(self) -> None:
        self._back.setToolTip(self.tr("Back (Esc)"))
        self._back.setAccessibleName(self.tr("Back"))

    def _take_look(self) -> None:
        self.setFixedHeight(self._look.px(_HEIGHT))
