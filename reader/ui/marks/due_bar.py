"""The slim bar above a paper that is due: done, again later (the day is told before), or drop."""

from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.ui.marks.revisit_menu import again_words
from reader.ui.session.dates import short_day
from reader.ui.widgets.frames import paint_band
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words

_WORDS = 150  # px; with less beside the buttons they would only be dots
_COLUMN = 480  # px that words and buttons need


@guarded
class DueBar(QWidget):
    """Asks what is to become of the paper below.

    Signals: `done_requested()`, `later_requested()`, `drop_requested()`.
    """

    done_requested = Signal()
    later_requested = Signal()
    drop_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._due: tuple[date, date, date] | None = None
        self._words = Words(look, -1, "text", parent=self)
        self.done, self.later, self.drop = (QToolButton(self) for _ in range(3))
        self._arrange()
        self._retranslate()
        self._take_look()
        look.changed.connect(self._take_look)

    def show_due(self, due: date, again: date, today: date) -> None:
        """The paper was to come back on `due`, and would come back on `again` if it is put off."""
        self._due = (due, again, today)
        self._retranslate()

    def set_column(self, left: int, width: int) -> None:
        """Stand in the column of the text below, px; where that is narrow, in all of the bar."""
        right = self.width() - left - width
        fits = width >= self._look.px(_COLUMN) and right > 0
        self._row.setContentsMargins(left if fits else 14, 0, right if fits else 14, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for the words, the buttons say enough."""
        super().resizeEvent(event)
        buttons = sum(button.sizeHint().width() for button in (self.done, self.later, self.drop))
        self._words.setVisible(self.width() - buttons > self._look.px(_WORDS))

    def sizeHint(self) -> QSize:
        return QSize(400, self._look.px(38))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_band(self, self._look.colour("chosen"), self._look.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 1)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        self._words.set_stretching()
        for button in (self.done, self.later, self.drop):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addStretch(0)
        self.done.clicked.connect(self.done_requested)
        self.later.clicked.connect(self.later_requested)
        self.drop.clicked.connect(self.drop_requested)

    def _retranslate(self) -> None:
        self.done.setText(self.tr("Done"))
        self.done.setToolTip(self.tr("Read and finished: it does not come back"))
        self.drop.setText(self.tr("Drop"))
        self.drop.setToolTip(self.tr("It does not come back, and is left as it is"))
        if self._due is None:
            return
        due, again, today = self._due
        late = (today - due).days
        if late:
            self._words.set_words(self.tr("To be revisited since %1").replace("%1", short_day(due, self.locale())))
        else:
            self._words.set_words(self.tr("To be revisited today"))
        words, day = again_words(again, today, self.locale())
        self.later.setText(f"{words} · {day}" if day else words)

    def _take_look(self) -> None:
        self.setFixedHeight(self._look.px(38))
        for button in (self.done, self.later, self.drop):
            button.setFont(self._look.font(-1))
            button.setFixedHeight(self._look.px(26))
        self.update()
