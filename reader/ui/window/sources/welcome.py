"""The first page: choose a folder of posts, drop one here, or look around in the sample library."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words
from reader.ui.window.sources.welcome_button import WelcomeButton


@guarded
class Welcome(QWidget):
    """Shown as long as the library has no source.

    Signals: `folder_requested()` · `sample_requested()` · `folder_dropped(str)` with the folder's absolute path.
    """

    folder_requested = Signal()
    sample_requested = Signal()
    folder_dropped = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._dropping = False
        self._title = Words(look, 9, bold=True, parent=self)
        self._sentence = Words(look, 1, "muted", parent=self)
        self._hint = Words(look, -1, "muted", parent=self)
        self._folder = WelcomeButton(look, "folder", primary=True)
        self._sample = WelcomeButton(look, "sample")
        self.setAcceptDrops(True)
        self._arrange()
        self._folder.clicked.connect(self.folder_requested)
        self._sample.clicked.connect(self.sample_requested)
        self._retranslate()
        look.changed.connect(self.update)

    def focus_first(self) -> None:
        """Give the first button the keyboard."""
        self._folder.setFocus(Qt.FocusReason.OtherFocusReason)

    # What Qt calls.

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(420), self._look.px(360))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.colour("page"))
        side = self._look.px(88)
        top = self._title.geometry().top() - side - self._look.px(18)
        icon = QRectF((self.width() - side) / 2, top, side, side)
        self._look.icons.paint(painter, "app", self._look.theme.accent, icon)
        if self._dropping:
            painter.setPen(QPen(self._look.colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(16, 16, -16, -16), 10, 10)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _folder_of(event.mimeData()):
            event.acceptProposedAction()
            self._set_dropping(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_dropping(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_dropping(False)
        folder = _folder_of(event.mimeData())
        if folder:
            event.acceptProposedAction()
            self.folder_dropped.emit(str(folder))

    # Inside.

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(0)
        column.addStretch(4)
        column.addSpacing(110)
        for label in (self._title, self._sentence, self._hint):
            label.set_wrapping()
        column.addWidget(self._title)
        column.addSpacing(8)
        column.addWidget(self._sentence)
        column.addSpacing(28)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(self._folder)
        buttons.addWidget(self._sample)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addSpacing(18)
        column.addWidget(self._hint)
        column.addStretch(5)

    def _retranslate(self) -> None:
        self._title.set_words(self.tr("Daily Papers Reader"))
        self._sentence.set_words(
            self.tr("Your folder of daily paper summaries, to read, search and mark, without a network.")
        )
        self._folder.setText(self.tr("Choose a folder…"))
        self._sample.setText(self.tr("Look around in the sample library"))
        self._hint.set_words(self.tr("Or drop a folder anywhere here."))

    def _set_dropping(self, dropping: bool) -> None:
        self._dropping = dropping
        self.update()


def _folder_of(dropped: QMimeData) -> Path | None:
    """The first folder among the things dropped."""
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    return next((path for path in paths if path.is_dir()), None)
