"""At which of the places marked in the open paper one is, with arrows to the next: a plate over the page's corner."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QLabel, QToolButton, QWidget

from reader.render.theme import Theme
from reader.ui.widgets.frames import paint_box
from reader.ui.widgets.guarded import guarded

_MARGIN = 14  # px from the page's corner


@guarded
class HitCounter(QWidget):
    """A small plate with '3 / 12' and two arrows.

    Signals: `next_requested()`, `previous_requested()`.
    """

    next_requested = Signal()
    previous_requested = Signal()

    def __init__(self, page: QAbstractScrollArea, theme: Theme) -> None:
        super().__init__(page)
        self._page = page
        self._theme = theme
        self._count = QLabel(self)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 3, 4, 3)
        row.setSpacing(2)
        row.addWidget(self._count)
        row.addSpacing(4)
        row.addWidget(self._button("↑", self.tr("Previous place found (Shift+F3)"), self.previous_requested.emit))
        row.addWidget(self._button("↓", self.tr("Next place found (F3)"), self.next_requested.emit))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()
        page.installEventFilter(self)

    def show_count(self, current: int, total: int) -> None:
        """Say at which of how many places one is, from 1; 0 before the first. Without any, hide."""
        self.setVisible(total > 0)
        if total:
            self._count.setText(f"{current} / {total}" if current else f"– / {total}")
            words = self.tr("%n place(s) found in this paper", "", total)
            self.setAccessibleName(words)
            self._count.setToolTip(words)
            self._place()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._count.setStyleSheet(f"color: {theme.text}")
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_box(self, QColor(self._theme.field), QColor(self._theme.line), 7)

    def _place(self) -> None:
        self.adjustSize()
        self.move(self._page.width() - self.width() - _MARGIN, self._page.height() - self.height() - _MARGIN)
        self.raise_()

    def _button(self, sign: str, name: str, asks: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setObjectName("flat")
        button.setFixedSize(24, 24)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(asks)
        return button
