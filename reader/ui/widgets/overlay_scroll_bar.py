"""A thin scroll bar that floats over a view's rows, so that they have the whole width whether it is there or not."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from reader.ui.widgets.guarded import guarded

_WIDTH = 10


@guarded
class OverlayScrollBar(QScrollBar):
    """Stands in for the view's own vertical scroll bar, which is hidden but stays in charge."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._inner = view.verticalScrollBar()
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner.rangeChanged.connect(self._take_range)
        self._inner.valueChanged.connect(self._take_value)
        self.valueChanged.connect(self._inner.setValue)
        view.installEventFilter(self)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._take_range(self._inner.minimum(), self._inner.maximum())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _take_value(self) -> None:
        """What the view's bar has now: others who heard of the same change before may have moved it on."""
        self.setValue(self._inner.value())

    def _take_range(self, least: int, most: int) -> None:
        with QSignalBlocker(self):  # the view is where it is, whatever fits into the range for a moment
            self.setRange(least, most)
            self.setPageStep(self._inner.pageStep())
            self.setSingleStep(self._inner.singleStep())
            self.setValue(self._inner.value())
        self.setVisible(most > least)
        self._place()

    def _place(self) -> None:
        self.setGeometry(self._view.width() - _WIDTH, 0, _WIDTH, self._view.height())
        self.raise_()
