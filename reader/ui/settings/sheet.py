"""What the pages of the settings stand on: a column that scrolls, and shows what has the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.ui.widgets.theme import Look

_WIDEST = 640  # px of the column


class PageSheet(QScrollArea):
    """Pages one below another; which of them are seen is another's business."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = QWidget()
        ground.setObjectName("sheet")
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(look.px(28), look.px(22), look.px(28), look.px(10))
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._places: dict[int, QWidget] = {}
        self._widest = look.px(_WIDEST)
        self.setWidget(ground)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def add(self, widget: QWidget) -> None:
        """Add what stands below all pages."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def put(self, number: int, page: QWidget) -> None:
        """Put a page among the others, in the order of their numbers."""
        self._places[number] = page
        before = sum(1 for other, widget in self._places.items() if other < number and widget.parent() is not None)
        page.setMaximumWidth(self._widest)
        self._column.insertWidget(before, page)

    def go_to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 40)
