"""The line above the rows that says how many papers muted words fold away, and shows them."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.ui.widgets.frames import paint_band
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words


@guarded
class FoldBar(QWidget):
    """Says "2 folded: 로봇", and offers to show them.

    Signals: `toggled()`.
    """

    toggled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._folded = 0
        self._by: tuple[str, ...] = ()
        self._shown = False
        self._words = Words(look, -1, "muted", parent=self)
        self._words.set_stretching()
        self.button = QToolButton(self)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(26), 0, look.px(10), 1)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        look.changed.connect(self._take_look)
        self._take_look()

    def show_folded(self, papers: int, by: tuple[str, ...], *, shown: bool) -> None:
        """Say how many papers these words fold away here, or that they are shown all the same; none: no line."""
        self._folded, self._by, self._shown = papers, by, shown
        self._retranslate()
        self.setVisible(papers > 0)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def sizeHint(self) -> QSize:
        return QSize(200, self._look.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_band(self, self._look.colour("panel"), self._look.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        words = self.tr("%Ln shown that would be folded", "", self._folded) if self._shown else ""
        words = words or self.tr("%Ln folded", "", self._folded)
        self._words.set_words(f"{words}: {', '.join(self._by)}")
        self.button.setText(self.tr("Fold") if self._shown else self.tr("Show"))

    def _take_look(self) -> None:
        self.setFixedHeight(self._look.px(34))
        self.button.setFont(self._look.font(-1))
        self.button.setFixedHeight(self._look.px(24))
        self.update()
