"""The words in the header of the notes pane that turn its pages: the note, the highlights, the links."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_SLACK = 4  # px: words are measured in whole px, and set in parts of one


class NoteTabs(QWidget):
    """Tabs by name; one is chosen.

    Signals: `chosen(str)` a tab was chosen by a person.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = {name: _Tab(look, self) for name in names}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(16))
        for name, tab in self._tabs.items():
            row.addWidget(tab)
            tab.clicked.connect(lambda _checked=False, wanted=name: self._choose(wanted))
        self.set_chosen(names[0])

    def set_words(self, name: str, text: str, count: int = 0) -> None:
        """Name a tab; a count of 0 is not shown."""
        self._tabs[name].set_words(text, count)

    def set_chosen(self, name: str) -> None:
        """Show another tab as the chosen one."""
        for other, tab in self._tabs.items():
            tab.setChecked(other == name)

    def _choose(self, name: str) -> None:
        self.set_chosen(name)
        self.chosen.emit(name)


@guarded
class _Tab(QAbstractButton):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._count = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.updateGeometry)

    def set_words(self, text: str, count: int) -> None:
        self.setText(text)
        self._count = count
        self.setAccessibleName(f"{text} {count}" if count else text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._look.font(-1, bold=True)).horizontalAdvance(self.text())
        return QSize(width + 1 + self._count_width(), self._look.px(22))  # an advance is rounded, what is cut is not

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        look, painter = self._look, QPainter(self)
        on = self.isChecked()
        font = look.font(-1, bold=on)
        colour = "text" if on or self.underMouse() else "muted"
        painter.setFont(font)
        painter.setPen(look.colour(colour))
        metrics = QFontMetrics(font)
        most = self.width() - self._count_width() + _SLACK
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, most)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        width = metrics.horizontalAdvance(words)
        if self._count:
            painter.setFont(look.font(-1))
            painter.setPen(look.colour("muted"))
            room = QRect(width + look.px(5), 0, self._count_width(), self.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), str(self._count))
        if on or self.hasFocus():
            painter.fillRect(0, self.height() - 2, width, 2, look.colour("accent" if on else "focus"))

    def _count_width(self) -> int:
        if not self._count:
            return 0
        return self._look.px(5) + QFontMetrics(self._look.font(-1)).horizontalAdvance(str(self._count)) + 1
