"""The labels of the open paper as chips in the section view's header; a click asks for other labels."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.render.theme import Theme
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.label_colours import chip_colours

_PADDING = 8  # px beside the name
_LONGEST = 240  # px of a name


@guarded
class LabelChip(QAbstractButton):
    """One label."""

    def __init__(self, name: str, colour: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._theme = theme
        self.setText(name)
        self.setToolTip(name)
        self.setAccessibleName(self.tr("Label %1").replace("%1", name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = min(_LONGEST, metrics.horizontalAdvance(self.text()))
        return QSize(width + 2 * _PADDING, round(metrics.ascent() * 1.25) + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, text = chip_colours(self._colour, self._theme)
        painter.setPen(QPen(text, 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        radius = self.height() / 2 - 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.setPen(text)
        room = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        name = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)
