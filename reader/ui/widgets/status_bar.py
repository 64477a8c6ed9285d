"""The line at the bottom: what the library holds, how a sync is getting on, and what was done or went wrong."""

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from reader.ui.widgets.buttons import show_drawing
from reader.ui.widgets.frames import paint_band
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words

_MESSAGE_MS, _ERROR_MS = 8000, 30_000
"""How long words stay. Those with details stay until they are closed."""


@guarded
class StatusBar(QWidget):
    """On the left the library, then progress while something runs; a message takes the library's place for a while.

    Signals: `new_requested()` what is new is to be shown · `watched_requested()` what of it has watched words ·
    `cancel_requested()` what is shown to be running is to stop (see `shows`) · `details_requested(str)` with
    the details of the message shown.
    """

    new_requested = Signal()
    watched_requested = Signal()
    cancel_requested = Signal()
    details_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._selected = Words(look, -1, "text", bold=True, parent=self)
        self._library = Words(look, -1, "muted", parent=self)
        self._message = Words(look, -1, "text", parent=self)
        self._runs: object = None
        self._details_text = ""
        self._passing = QTimer(self, singleShot=True)
        self._details = QToolButton(self)
        self._dismiss = QToolButton(self)
        self._progress_text = Words(look, -1, "muted", parent=self)
        self._bar = QProgressBar(self, textVisible=False)
        self._cancel = QToolButton(self)
        self._new = QToolButton(self)
        self._watched = QToolButton(self)
        self._right = Words(look, -1, "muted", parent=self)
        self._arrange()
        self._connect()
        self._retranslate()
        self._take_look()
        look.changed.connect(self._take_look)

    def set_library(self, text: str) -> None:
        """Say what the library holds: '717 papers · 92 posts'."""
        self._library.set_words(text)

    def set_selected(self, text: str) -> None:
        """Say, before everything else, how many papers are selected: '3 selected'; "" to say nothing."""
        self._selected.set_words(text)
        self._selected.setVisible(bool(text))

    def set_right(self, text: str) -> None:
        """What stands at the right end while nothing runs: 'Works offline'."""
        self._right.set_words(text)

    def set_new(self, text: str, tip: str = "") -> None:
        """Say quietly that there is something new, on a button that asks for it; "" to say nothing."""
        _announce(self._new, text, tip)

    def new_words(self) -> str:
        """What is said to be new."""
        return _announced(self._new)

    def set_watched(self, text: str, tip: str = "") -> None:
        """Say likewise that some of what is new has watched words."""
        _announce(self._watched, text, tip)

    def watched_words(self) -> str:
        """What is said of watched words."""
        return _announced(self._watched)

    def show_progress(self, done: int, total: int, text: str, cancellable: bool = True, *, of: object = None) -> None:
        """Something is running, `of`: `done` of `total`; a total of 0 means that nobody knows how much there is."""
        self._runs = of
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._progress_text.set_words(text)
        self._bar.setAccessibleName(text)
        for widget in (self._bar, self._progress_text):
            widget.show()
        self._cancel.setVisible(cancellable)
        self._right.hide()

    def shows(self, what: object) -> bool:
        """Whether it is the progress of this that is shown."""
        return self._runs is what

    def end_progress(self, of: object = None) -> None:
        """This is no longer running; the progress of something else stays."""
        if not self.shows(of):
            return
        self._runs = None
        for widget in (self._bar, self._progress_text, self._cancel):
            widget.hide()
        self._right.show()

    def show_message(self, text: str, details: str = "", *, stays: bool = False) -> None:
        """Tell something in one line; it goes away by itself unless it `stays` or has details."""
        self._show(text, details, "text")
        if not (details or stays):
            self._passing.start(_MESSAGE_MS)

    def show_error(self, text: str, details: str = "") -> None:
        """Tell that something went wrong, likewise, in the colour for errors, and for longer."""
        self._show(text, details, "accent")
        if not details:
            self._passing.start(_ERROR_MS)

    def _show(self, text: str, details: str, colour: str) -> None:
        self._passing.stop()
        self._message.set_colour(colour)
        self._message.set_words(text)
        self._details_text = details
        self._details.setVisible(bool(details))
        for widget in (self._message, self._dismiss):
            widget.show()
        self._library.hide()

    def clear_message(self) -> None:
        """There is nothing to tell any more."""
        for widget in (self._message, self._details, self._dismiss):
            widget.hide()
        self._library.show()

    def take_back(self, text: str) -> None:
        """These words are of no use any more; others that are shown by now stay."""
        if text == self.message():
            self.clear_message()

    def message(self) -> str:
        """The message shown, "" if none is."""
        return "" if self._message.isHidden() else self._message.text()

    def sizeHint(self) -> QSize:
        return QSize(400, self._look.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_band(self, self._look.colour("chrome"), self._look.colour("line"), line_on_top=True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._selected)
        row.addWidget(self._library, 1)
        row.addWidget(self._message, 1)
        for widget in (
            self._details,
            self._dismiss,
            self._progress_text,
            self._bar,
            self._cancel,
            self._new,
            self._watched,
            self._right,
        ):
            row.addWidget(widget)
        for button in (self._details, self._dismiss, self._cancel, self._new, self._watched):
            button.setObjectName("flat")
        self._selected.hide()
        self._new.hide()
        self._watched.hide()
        self._library.set_stretching()
        self._message.set_stretching()
        self.clear_message()
        self.end_progress()

    def _connect(self) -> None:
        self._new.clicked.connect(self.new_requested)
        self._watched.clicked.connect(self.watched_requested)
        self._cancel.clicked.connect(self.cancel_requested)
        self._dismiss.clicked.connect(self.clear_message)
        self._passing.timeout.connect(self.clear_message)
        self._details.clicked.connect(lambda: self.details_requested.emit(self._details_text))

    def _retranslate(self) -> None:
        self._details.setText(self.tr("Details"))
        for button, words in ((self._dismiss, self.tr("Close the message")), (self._cancel, self.tr("Cancel"))):
            button.setToolTip(words)
            button.setAccessibleName(words)

    def _take_look(self) -> None:
        px = self._look.px
        self.setFixedHeight(px(26))
        self._bar.setFixedSize(px(120), 4)
        for button in (self._dismiss, self._cancel):
            show_drawing(button, self._look, "close", 12)
            button.setFixedSize(px(22), px(22))
        for button in (self._details, self._new, self._watched):
            button.setFont(self._look.font(-1, bold=True))
        self.update()


def _announce(button: QToolButton, text: str, tip: str) -> None:
    button.setText(text)
    button.setToolTip(tip)
    button.setVisible(bool(text))


def _announced(button: QToolButton) -> str:
    return "" if button.isHidden() else button.text()
