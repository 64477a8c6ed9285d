"""A combo box with the program's own arrow: Fusion's stands in a frame of its own below a style sheet."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.popup import KeyKeeper
from reader.ui.widgets.theme import Look

_MIDDLE, _MOST_SIDE = 15, 16  # px, of the arrow, from the right: the room for it in the style sheet does not grow


@guarded
class Chooser(QComboBox):
    """A combo box with an arrow in the look's colours."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, editable: bool = False) -> None:
        super().__init__(parent, editable=editable)
        self._look = look
        self._keeper = KeyKeeper(self)

    def showPopup(self) -> None:
        super().showPopup()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self._keeper.watch(popup)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = min(self._look.px(12), _MOST_SIDE)
        room = QRectF(self.width() - _MIDDLE - side / 2, (self.height() - side) / 2, side, side)
        with QPainter(self) as painter:
            self._look.icons.paint(painter, "chevron-down", self._look.theme.muted, room)
