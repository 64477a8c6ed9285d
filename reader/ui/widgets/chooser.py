"""A combo box with the program's own arrow: Fusion's stands in a frame of its own below a style sheet."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.popup import own_keys
from reader.ui.widgets.theme import Look


@guarded
class Chooser(QComboBox):
    """A combo box with an arrow in the look's colours."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, editable: bool = False) -> None:
        super().__init__(parent, editable=editable)
        self._look = look
        own_keys(self.view())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._look.px(12)
        room = QRectF(self.width() - side - self._look.px(9), (self.height() - side) / 2, side, side)
        with QPainter(self) as painter:
            self._look.icons.paint(painter, "chevron-down", self._look.theme.muted, room)
