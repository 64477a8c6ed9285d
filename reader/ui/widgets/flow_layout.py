"""A layout that sets widgets side by side and goes on in a new line where they don't fit, like words in a text."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from reader.ui.widgets.guarded import guarded


@guarded
class FlowLayout(QLayout):
    """Widgets at their size hints, in lines, each centred on its line, with `gap` px between them both ways."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self.gap = gap
        self._entries: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._entries.append(item)

    def count(self) -> int:
        return len(self._entries)

    def itemAt(self, index: int) -> QLayoutItem | None:  # None ends Qt's own walk
        return self._entries[index] if 0 <= index < len(self._entries) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._entries.pop(index) if 0 <= index < len(self._entries) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [entry.minimumSize() for entry in self._entries if not entry.isEmpty()]
        return QSize(max((size.width() for size in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Set the widgets in lines; returns the height they take."""
        top, lines = rect.top(), self._lines(rect.width())
        for line in lines:
            height = max(entry.sizeHint().height() for entry in line)
            left = rect.left()
            for entry in line:
                size = entry.sizeHint()
                if move:
                    entry.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self.gap
            top += height + self.gap
        return top - rect.top() - (self.gap if lines else 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for entry in self._entries:
            if entry.isEmpty():
                continue
            wanted = entry.sizeHint().width()
            if lines and used + self.gap + wanted <= width:
                lines[-1].append(entry)
                used += self.gap + wanted
            else:
                lines.append([entry])
                used = wanted
        return lines
