"""What stands above the lens: the section's name, which papers are meant, and what one can do with all of them."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.render.theme import Theme
from reader.ui.widgets.buttons import LinkButton
from reader.ui.widgets.flow_layout import FlowLayout
from reader.ui.widgets.guarded import guarded

_TITLE, _SMALL = 24, 13  # px at a text size of 16
_ABOVE, _BETWEEN, _BELOW = 26, 8, 16  # px


@guarded
class LensHeader(QWidget):
    """A title, a line below it, and a row of buttons.

    Signals: `left()` the single page is wanted · `export_requested()` · `print_requested()` · `focused()` the keyboard
    came to a button.
    """

    left = Signal()
    export_requested = Signal()
    print_requested = Signal()
    focused = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = 1.0
        self._title = ""
        self._detail = ""
        self._row = QWidget(self)
        self._back = LinkButton("", theme, "L", self._row)
        self._export = LinkButton("", theme, "", self._row)
        self._print = LinkButton("", theme, "", self._row)
        self._buttons = FlowLayout(self._row)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        for button, asks in (
            (self._back, self.left),
            (self._export, self.export_requested),
            (self._print, self.print_requested),
        ):
            button.clicked.connect(asks)
            button.installEventFilter(self)
            self._buttons.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        self._back.setText(self.tr("Single paper"))
        self._export.setText(self.tr("Export…"))
        self._print.setText(self.tr("Print…"))
        for button in (self._back, self._export, self._print):
            button.setAccessibleName(button.text())
            button.updateGeometry()

    def set_words(self, title: str, detail: str) -> None:
        """Say what is shown."""
        self._title, self._detail = title, detail
        self.setAccessibleName(f"{title}. {detail}")
        self.update()

    def set_look(self, theme: Theme, scale: float) -> None:
        """Take colours and size."""
        self._theme, self._scale = theme, scale
        for button in (self._back, self._export, self._print):
            button.set_theme(theme)
            button.setFont(self._font(_SMALL))
        self.update()

    def set_keys(self, back: str) -> None:
        """The key that leads back, "" for none."""
        self._back.set_key(back)

    def place(self, left: int, width: int) -> int:
        """Stand in a column; the height it takes."""
        title, small = QFontMetrics(self._font(_TITLE, bold=True)), QFontMetrics(self._font(_SMALL))
        top = self._px(_ABOVE) + title.height() + small.height() + self._px(_BETWEEN)
        height = self._buttons.heightForWidth(width)
        self._row.setGeometry(0, top, width, height)
        self.resize(width, top + height + self._px(_BELOW))
        self.move(left, self.y())
        return self.height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        top = self._px(_ABOVE)
        for words, font, colour in (
            (self._title, self._font(_TITLE, bold=True), self._theme.text),
            (self._detail, self._font(_SMALL), self._theme.muted),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QRect(0, top, self.width(), metrics.height()), Qt.AlignmentFlag.AlignLeft, shown)
            top += metrics.height()

    def _px(self, length: float) -> int:
        return round(length * self._scale)

    def _font(self, size: int, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, self._px(size)))
        font.setBold(bold)
        return font
