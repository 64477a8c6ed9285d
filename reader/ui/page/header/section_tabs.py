"""The row of section tabs: muted words, the current one bold in the accent colour and underlined, a hairline below."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.render.theme import Theme
from reader.ui.widgets.guarded import guarded

_GAP = 18  # px between two tabs
_NARROW_GAP = 10  # px, where words have to be cut
_NARROWEST = 24  # px of a tab whose word is cut
_UNDERLINE = 2


@guarded
class SectionTabs(QWidget):
    """One tab a section, in one line; long words are cut where the line is too short for all.

    The row is as wide as the view, so that it covers the text scrolled under it; the tabs stand in its column.

    Signals: `tab_chosen(index: int)`, by the mouse or the keyboard, never by `set_current`.
    """

    tab_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tabs: list[_Tab] = []
        self._current = -1
        self._column = (0, 0)
        self._stuck = False
        self._is_tight = False
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        self.setAccessibleName(self.tr("Sections"))

    def set_tabs(self, names: Sequence[str]) -> None:
        """Show these tabs, the first one current."""
        if [tab.text() for tab in self._tabs] == list(names):  # most papers have the same five
            self.set_current(0)
            return
        for tab in self._tabs:
            tab.hide()
            tab.deleteLater()
        self._tabs = [_Tab(name, self) for name in names]
        for index, tab in enumerate(self._tabs):
            tab.setFont(self.font())  # a platform may have a font of its own for buttons
            tab.clicked.connect(lambda _checked=False, index=index: self.tab_chosen.emit(index))
            tab.show()
        self._current = -1
        self.set_current(0)
        self.arrange()

    def set_current(self, index: int) -> None:
        """Mark a tab as the one being read."""
        if index == self._current:
            return
        self._current = index
        for number, tab in enumerate(self._tabs):
            tab.setChecked(number == index)
        if self._is_tight:
            self.arrange()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def theme(self) -> Theme:
        """The colours now."""
        return self._theme

    def set_column(self, left: int, width: int) -> None:
        """Stand in this column, in px from the row's left edge."""
        if self._column == (left, width):
            return
        self._column = (left, width)
        self.arrange()
        self.update()

    def set_stuck(self, stuck: bool) -> None:
        """Say whether text is scrolled under the row: its hairline is then as wide as the view."""
        if stuck != self._stuck:
            self._stuck = stuck
            self.update()

    def count(self) -> int:
        """How many tabs there are."""
        return len(self._tabs)

    def sizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(self.font()).ascent() + 24 if self._tabs else 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for tab in self._tabs:
                tab.setFont(self.font())
            self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        focused = next((n for n, tab in enumerate(self._tabs) if tab.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        self._tabs[(focused + step) % len(self._tabs)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.page))
        left, width = (0, self.width()) if self._stuck else self._column
        painter.fillRect(left, self.height() - 1, width, 1, QColor(self._theme.line))

    def arrange(self) -> None:
        """Give the tabs their places."""
        left, width = self._column
        wanted = [tab.sizeHint().width() for tab in self._tabs]
        gaps = max(0, len(wanted) - 1)
        self._is_tight = sum(wanted) + _NARROW_GAP * gaps > width
        if self._is_tight:  # only the current word is bold then: the others move by a pixel or two with it
            wanted = [tab.width_now() for tab in self._tabs]
        gap = _GAP if sum(wanted) + _GAP * gaps <= width else _NARROW_GAP
        if gaps and _NARROWEST * len(wanted) + gap * gaps > width:
            gap = max(2, (width - _NARROWEST * len(wanted)) // gaps)
        for tab, share in zip(self._tabs, _shared(wanted, width - gap * gaps), strict=True):
            tab.setGeometry(QRect(left, 0, share, self.sizeHint().height()))
            left += share + gap


def _shared(wanted: list[int], room: int) -> list[int]:
    """Widths within the room: what fits stays as wanted, the longest are cut to one width."""
    cut = max(wanted, default=0)
    while sum(min(width, cut) for width in wanted) > room and cut > _NARROWEST:
        cut -= 2
    return [min(width, cut) for width in wanted]


@guarded
class _Tab(QAbstractButton):
    def __init__(self, name: str, row: SectionTabs) -> None:
        super().__init__(row)
        self._row = row
        self.setText(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip("")
        self.setAccessibleName(name)

    def nextCheckState(self) -> None:
        """Stay as it is: the view says which section is being read."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font(bold=True))
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def width_now(self) -> int:
        """What its word takes as it is shown now, px."""
        return QFontMetrics(self._font(bold=self.isChecked())).horizontalAdvance(self.text()) + 2

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.setToolTip(self.text() if self.width() < self.width_now() else "")
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._row.theme(), QPainter(self)
        font = self._font(bold=self.isChecked())
        colour = theme.accent if self.isChecked() else theme.text if self.underMouse() else theme.muted
        painter.setFont(font)
        painter.setPen(QColor(colour))
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        room = self.rect().adjusted(0, 0, 0, -6)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if self.isChecked():
            painter.fillRect(0, self.height() - _UNDERLINE, self.width(), _UNDERLINE, QColor(theme.accent))
        if self.hasFocus():
            self._paint_ring(painter, theme)

    def _paint_ring(self, painter: QPainter, theme: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.focus))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(0, 2, -1, -6), 3, 3)

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setBold(bold)
        return font
