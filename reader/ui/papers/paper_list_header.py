"""The line above a paper list: what it is of, how many there are, and the order, which can be chosen."""

from collections.abc import Sequence
from typing import Literal, cast

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.ui.widgets.frames import paint_band
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.popup import Popup
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words

Sort = Literal["newest", "oldest", "title", "relevance", "date", "due", "read"]

PAPER_SORTS: tuple[Sort, ...] = ("newest", "oldest", "title")
DUE_SORTS: tuple[Sort, ...] = ("due",)
READ_SORTS: tuple[Sort, ...] = ("read",)
SEARCH_SORTS: tuple[Sort, ...] = ("relevance", "date")


@guarded
class SortButton(QToolButton):
    """The order, with a ▾, as quiet as the text beside it.

    Signals: `sort_chosen(str)` with the name of the order chosen by a person.
    """

    sort_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._menu = Popup(self)
        self._sort: Sort = "newest"
        self._sorts: Sequence[Sort] = PAPER_SORTS
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open_menu)

    def set_sorts(self, sorts: Sequence[Sort], sort: Sort) -> None:
        """Offer these orders, with `sort` the one in force."""
        self._sorts, self._sort = sorts, sort
        self.setText(self._label(sort))
        self.setAccessibleName(self.tr("Order: %1").replace("%1", self._label(sort)))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font(-1))
        return QSize(metrics.horizontalAdvance(self.text()) + self._look.px(15), self._look.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font(-1))
        lively = self.underMouse() or self.hasFocus()
        colour = self._look.theme.text if lively else self._look.theme.muted
        painter.setPen(self._look.colour("text" if lively else "muted"))
        side = self._look.px(12)
        room = self.rect().adjusted(0, 0, -side - 2, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        arrow = QRect(self.width() - side, (self.height() - side) // 2 + 1, side, side)
        self._look.icons.paint(painter, "chevron-down", colour, arrow.toRectF())
        if self.hasFocus():
            painter.setPen(self._look.colour("accent"))
            painter.drawLine(0, self.height() - 3, room.width(), self.height() - 3)

    def _open_menu(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for sort in self._sorts:
            action = QAction(self._label(sort), group, checkable=True, checked=sort == self._sort)
            action.setData(sort)
            self._menu.addAction(action)
        group.triggered.connect(self._choose)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, action: QAction) -> None:
        sort = cast(Sort, action.data())
        if sort != self._sort:
            self.set_sorts(self._sorts, sort)
            self.sort_chosen.emit(sort)

    def _label(self, sort: Sort) -> str:
        return {
            "newest": self.tr("Newest"),
            "oldest": self.tr("Oldest"),
            "title": self.tr("Title"),
            "relevance": self.tr("Relevance"),
            "date": self.tr("Date"),
            "due": self.tr("By day due"),
            "read": self.tr("Read last"),
        }[sort]


@guarded
class PaperListHeader(QWidget):
    """Title on the left; detail and order on the right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.title = Words(look, 2, bold=True, parent=self)
        self.title.set_stretching()
        self.detail = Words(look, -1, "muted", parent=self)
        self.sort = SortButton(look, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 14, 0)
        row.setSpacing(0)
        row.addWidget(self.title, 1)
        row.addSpacing(8)
        row.addWidget(self.detail)
        row.addWidget(self.sort)
        self._take_look()
        look.changed.connect(self._take_look)

    def set_texts(self, title: str, detail: str) -> None:
        """What the list is of, and how much of it: '5 papers · 3 unread'."""
        self.title.set_words(title)
        self.detail.set_words(f"{detail} · " if detail else "")
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # words or sizes are others, those of the order too
            self._give_way()
        return super().event(event)

    def _give_way(self) -> None:
        """Where there isn't room for both, the detail gives way to the title; the order is never cut."""
        beside = self.detail.sizeHint().width() + self.sort.sizeHint().width() + 2 * 14 + 8
        title = self.title.sizeHint().width()
        least = title if self.width() <= self._look.px(340) else min(title, self._look.px(130))
        self.detail.setVisible(least + beside <= self.width())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_band(self, self._look.colour("panel"), self._look.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.sort.set_sorts(self.sort._sorts, self.sort._sort)

    def _take_look(self) -> None:
        self.setFixedHeight(self._look.px(42))
        self.sort.updateGeometry()
        self.update()
