"""What a scrolling view is given: a thin bar that floats over its rows, and the viewport that it shows them in."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QScrollBar, QTextEdit, QWidget

from reader.ui.widgets.guarded import guarded

_WIDTH = 10


def give_viewport(view: QAbstractScrollArea) -> None:
    """Give a view, as it is made, a viewport like the one that Qt has made for it.

    To ask for Qt's own has PySide look through all classes of widgets for what it is: 10 ms of the start.
    """
    viewport = QWidget(view)
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    if isinstance(view, QTextEdit | QPlainTextEdit):
        viewport.setMouseTracking(True)
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
    view.setViewport(viewport)
    if isinstance(view, QTextEdit | QPlainTextEdit):  # whose layout measures for the one that is gone now
        view.document().documentLayout().setPaintDevice(viewport)


@guarded
class OverlayScrollBar(QScrollBar):
    """Stands in for the view's own vertical scroll bar, which is hidden but stays in charge.

    The rows have the view's whole width whether it is there or not. The heads of a table stand above it.
    """

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._inner = view.verticalScrollBar()
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner.rangeChanged.connect(self._take_range)
        self._inner.valueChanged.connect(self._take_value)
        self.valueChanged.connect(self._inner.setValue)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._take_range(self._inner.minimum(), self._inner.maximum())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
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
        top = self._view.viewport().y()
        self.setGeometry(self._view.width() - _WIDTH, top, _WIDTH, self._view.height() - top)
        self.raise_()
