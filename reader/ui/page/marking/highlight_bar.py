"""The small bar over selected or highlighted words: four colours, and what else can be done with them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QWidget

from reader.render.theme import Theme
from reader.ui.widgets.frames import paint_box
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.highlight_colours import NAMES, colour_of, words_for

_DOT = 16
_SIDE = 26
_GAP = 6  # px between the words and the bar
_USUAL = 13  # px of text, at which lengths are as given


@guarded
class HighlightBar(QFrame):
    """A bar that floats in a viewport and takes no keyboard.

    Signals: `colour_chosen(str)` one of the four · `quote_requested()` · `correct_requested()` · `copy_requested()` ·
    `remove_requested()`.
    """

    colour_chosen = Signal(str)
    quote_requested = Signal()
    correct_requested = Signal()
    copy_requested = Signal()
    remove_requested = Signal()

    def __init__(self, theme: Theme, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._theme = theme
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._dots = {name: _Dot(name, self) for name in NAMES}
        self._quote, self._correct, self._copy, self._remove = (_Word("", self) for _ in range(4))
        self._retranslate()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 6, 4)
        row.setSpacing(2)
        for button in (*self._dots.values(), self._quote, self._correct, self._copy, self._remove):
            row.addWidget(button)
        for name, dot in self._dots.items():
            dot.clicked.connect(lambda _checked=False, chosen=name: self.colour_chosen.emit(chosen))
        self._quote.clicked.connect(self.quote_requested)
        self._correct.clicked.connect(self.correct_requested)
        self._copy.clicked.connect(self.copy_requested)
        self._remove.clicked.connect(self.remove_requested)
        self.set_theme(theme)
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._quote.setText(self.tr("Quote in note"))
        self._correct.setText(self.tr("Correct…"))
        self._copy.setText(self.tr("Copy"))
        self._remove.setText(self.tr("Remove"))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for button in self.findChildren(_Button):
            button.theme = theme
        self.update()

    def offer(self, words: Sequence[QRect], colour: str | None) -> None:
        """Stand beside words, given as rectangles of the viewport: that where they begin first, where they end last.

        `colour` is that of a highlight, which can be removed; None for words that are selected alone.
        """
        for name, dot in self._dots.items():
            dot.set_on(name == colour)
        self._remove.setVisible(colour is not None)
        self.adjustSize()
        viewport, first, last = self._viewport, words[0], words[-1]
        y = last.bottom() + _GAP
        if y + self.height() > viewport.height():
            y = first.top() - self.height() - _GAP
        x = max(8, min(last.right() - self.width() // 2, viewport.width() - self.width() - 8))
        self.move(x, max(4, y))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_box(self, QColor(self._theme.field), QColor(self._theme.line), 7)


@guarded
class _Button(QAbstractButton):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def px(self, length: float) -> int:
        size = self.font().pixelSize()
        return round(length * (size if size > 0 else _USUAL) / _USUAL)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.theme is None:
            return
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.selected if self.isDown() else self.theme.hover))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        self.paint_on(painter, self.theme)

    def paint_on(self, painter: QPainter, theme: Theme) -> None:
        raise NotImplementedError


@guarded
class _Dot(_Button):
    """A colour; that of the highlight has a ring."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(words_for(name), parent)
        self._name = name
        self._on = False
        self.setToolTip(words_for(name))

    def set_on(self, on: bool) -> None:
        self._on = on
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(_SIDE), self.px(_SIDE))

    def paint_on(self, painter: QPainter, theme: Theme) -> None:
        colour = colour_of(self._name, is_dark=theme.is_dark)
        middle, radius = QPointF(self.width() / 2, self.height() / 2), self.px(_DOT) / 2
        painter.setPen(QPen(QColor(colour.line), 1.5))
        painter.setBrush(QColor(colour.ground))
        painter.drawEllipse(middle, radius - 1, radius - 1)
        if self._on:
            painter.setPen(QPen(QColor(theme.text), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius + 2, radius + 2)


@guarded
class _Word(_Button):
    """A thing to do, in words."""

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + self.px(16), self.px(_SIDE))

    def paint_on(self, painter: QPainter, theme: Theme) -> None:
        painter.setFont(self.font())
        painter.setPen(QColor(theme.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
