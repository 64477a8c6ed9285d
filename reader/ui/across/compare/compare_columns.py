"""The columns of papers side by side: laid out to the width there is, below heads that stay in sight, and scrolled.

In: a `Comparison`. Out: documents and where they stand. compare_view.py paints them, and says what keys and mouse do.
"""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from reader.across.compare import Comparison
from reader.posts.model import SectionKind
from reader.ui.across.compare.compare_rows import Columns, CompareRow, CompareRows
from reader.ui.across.entry_page import EntryPage, Sized
from reader.ui.across.lens_rows import small_font
from reader.ui.page.pictures.asked import GetFiles
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.scrolling import OverlayScrollBar
from reader.ui.widgets.theme import Look
from reader.ui.widgets.typography import Typography

TOP, _END = 22, 48  # px at a text size of 16
_BELOW_HEAD, _ABOVE_SECTION, _BELOW_NAME = 14, 26, 8  # px
_HIGHEST = 3  # of so many parts of the view heads that stay take one at most; higher ones are scrolled along


@guarded
class CompareColumns(QAbstractScrollArea):
    """The base of the view of papers side by side."""

    def __init__(self, look: Look, typography: Typography, files: GetFiles | None = None) -> None:
        super().__init__()
        self._look = look
        self._typography = typography
        self._made = CompareRows(self, files)
        self._made.outdated.connect(self._rewrite)
        self._comparison: Comparison | None = None
        self._heads: tuple[EntryPage, ...] = ()
        self._rows: tuple[CompareRow, ...] = ()
        self._tops: list[int] = []
        self._columns = Columns.fitted(1, 0, 1.0)
        self._head_height = self._below_name = 0  # px
        self.setFrameShape(QFrame.Shape.NoFrame)
        OverlayScrollBar(self)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(48)
        self.set_look()

    @property
    def names(self) -> list[str]:
        """The sections shown, in order."""
        return [row.name for row in self._rows]

    @property
    def is_settled(self) -> bool:
        """Whether it is as it will stay. Wait for it before taking a picture."""
        return not self._made.writer.waiting

    def set_typography(self, typography: Typography) -> None:
        """Set the text otherwise."""
        self._typography = typography
        self.set_look()

    def set_look(self) -> None:
        """Take colours and sizes."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(self._look.theme.page))
        self.setPalette(palette)
        self.viewport().setPalette(palette)
        self._rewrite()

    def stop(self) -> None:
        """Nobody looks any more."""
        self._made.writer.stop()

    # Where one is

    def go_to_section(self, index: int) -> None:
        """Scroll to one of the five sections, counted from 0."""
        wanted = list(SectionKind)[index] if index < len(SectionKind) else None
        row = next((n for n, each in enumerate(self._rows) if each.kind is wanted), None)
        if row is not None:
            self.verticalScrollBar().setValue(self._starts()[row])

    def next_section(self) -> None:
        """Scroll to the section after the one at the top."""
        self._step_section(1)

    def previous_section(self) -> None:
        """Scroll to the section before the one at the top."""
        self._step_section(-1)

    def scroll_page(self, down: bool = True) -> bool:
        """Turn a page; False at the end (or, upwards, at the beginning)."""
        bar, before = self.verticalScrollBar(), self.verticalScrollBar().value()
        bar.setValue(before + (1 if down else -1) * self.verticalScrollBar().pageStep())
        return bar.value() != before

    # What Qt calls

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rewrite()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange) and hasattr(self, "_made"):
            self._rewrite()

    # Inside

    def _rewrite(self) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        count = 1 if self._made.is_one(comparison) else len(comparison.appearances)
        room = self.viewport().width()
        self._columns = Columns.fitted(count, room, self._typography.scale)
        across = self.horizontalScrollBar()
        across.setPageStep(room)
        across.setRange(0, max(0, self._columns.whole - room))
        font = self._typography.font(self.font())
        self._made.set_look(
            Sized(self._look.theme, font, self._columns.width, self.devicePixelRatioF()), self._typography
        )
        self._heads, self._rows = self._made.heads(comparison), self._made.rows(comparison)
        self._arrange()

    def _arrange(self) -> None:
        self._head_height = self._px(TOP) + max(head.height for head in self._heads) + self._px(_BELOW_HEAD)
        names = QFontMetrics(small_font(self.font(), self._px(14), bold=True))
        self._below_name = names.height() + self._px(_BELOW_NAME)
        self._tops, top = [], self._px(_ABOVE_SECTION) // 2
        for row in self._rows:
            self._tops.append(top)
            top += self._below_name + row.height + self._px(_ABOVE_SECTION) // 2
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(max(40, height - self._covered - 48))
        bar.setRange(0, max(0, self._head_height + top + self._px(_END) - height))
        self.viewport().update()

    def _step_section(self, by: int) -> None:
        bar, starts = self.verticalScrollBar(), self._starts()
        here = max((n for n, start in enumerate(starts) if start <= bar.value()), default=0)
        if 0 <= here + by < len(starts):
            bar.setValue(starts[here + by])

    @property
    def _covered(self) -> int:
        """What heads that stay in their place cover of the view, px."""
        return self._head_height if self._head_height * _HIGHEST <= self.viewport().height() else 0

    @property
    def _head_top(self) -> int:
        return 0 if self._covered else -self.verticalScrollBar().value()

    def _starts(self) -> list[int]:
        """How far to scroll to each section."""
        gap = self._px(_ABOVE_SECTION) // 2
        return [0, *(self._head_height - self._covered + top - gap for top in self._tops[1:])]

    def _column_at(self, point: QPoint) -> int | None:
        return self._columns.at(point.x() + self.horizontalScrollBar().value())

    def _left(self, column: int) -> int:
        return self._columns.left(column) - self.horizontalScrollBar().value()

    def _px(self, length: float) -> int:
        return round(length * self._typography.scale)
