"""At which of the places marked in the open paper one is, with arrows to the next: a plate in the page's corner.

Beside the text it stands over the page; where the text is as wide as the page, that ends above it.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from reader.render.theme import Theme
from reader.ui.page.page_browser import PageBrowser
from reader.ui.widgets.frames import paint_box
from reader.ui.widgets.guarded import guarded

_MARGIN, _CLOSE = 14, 5  # px from the page's corner; from the lower edge where the text ends above


@guarded
class HitCounter(QWidget):
    """A small plate with '3 / 12' and two arrows.

    Signals: `next_requested()`, `previous_requested()`.
    """

    next_requested = Signal()
    previous_requested = Signal()

    def __init__(self, page: PageBrowser, theme: Theme) -> None:
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
        self._back, self._on = self._button("↑", self.previous_requested), self._button("↓", self.next_requested)
        row.addWidget(self._back)
        row.addWidget(self._on)
        self._retranslate()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()
        page.installEventFilter(self)

    def show_count(self, current: int, total: int) -> None:
        """Say at which of how many places one is, from 1; 0 before the first. Without any, hide."""
        self.setVisible(total > 0)
        if not total:
            self._page.keep_clear(0)
        else:
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_box(self, QColor(self._theme.field), QColor(self._theme.line), 7)

    def _place(self) -> None:
        self.adjustSize()
        left, width = self._page.column
        x = self._page.width() - self.width() - _MARGIN
        is_below_text = left + width > x
        below = _CLOSE if is_below_text else _MARGIN
        self.move(x, self._page.height() - self.height() - below)
        self._page.keep_clear(self.height() + 2 * _CLOSE if is_below_text and not self.isHidden() else 0)
        self.raise_()

    def _retranslate(self) -> None:
        for button, name in (
            (self._back, self.tr("Previous place found (Shift+F3)")),
            (self._on, self.tr("Next place found (F3)")),
        ):
            button.setToolTip(name)
            button.setAccessibleName(name)

    def _button(self, sign: str, asks: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setObjectName("flat")
        button.setFixedSize(24, 24)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(asks)
        return button
