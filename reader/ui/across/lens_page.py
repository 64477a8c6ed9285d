"""The lens's page with what is around it: marked words, highlights, what was read, and where one is in it.

Which papers are on it, and which of their sections, is the lens view's business.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from reader.posts.model import PaperKey
from reader.ui.across.lens_canvas import LensCanvas
from reader.ui.across.lens_finder import LensFinder
from reader.ui.across.lens_gestures import LensGestures
from reader.ui.across.lens_rows import LensRows
from reader.ui.across.passage_writer import PassageWriter
from reader.ui.across.passing import RowsPassing
from reader.ui.page.find_bar import FindBar
from reader.ui.page.page_hits import Highlighter
from reader.ui.page.pictures.asked import GetFiles
from reader.ui.session.across_job import AcrossJob
from reader.ui.session.mark_edits import MarksChange
from reader.ui.session.session import Session
from reader.ui.widgets.empty_state import EmptyState
from reader.ui.widgets.theme import Look
from reader.ui.widgets.typography import Typography


class LensPage(QWidget):
    """The base of the lens view.

    Signals: `left()` the single page is wanted · `opened(str)` that of this paper is · `passed(list)` these papers went
    by and count as read · `export_requested()`, `print_requested()` · `column_changed()` the text's column moved.
    """

    left = Signal()
    opened = Signal(str)
    passed = Signal(list)
    export_requested = Signal()
    print_requested = Signal()
    column_changed = Signal()

    def __init__(
        self, session: Session, look: Look, job: AcrossJob, typography: Typography, files: GetFiles | None = None
    ) -> None:
        super().__init__()
        self._look = look
        self._typography = typography
        self._writer = PassageWriter(self, files)
        self._rows = LensRows(self._writer, session.marks.highlights_of)
        self.canvas = LensCanvas(look, self._rows, session.signs, self)
        self.gestures = LensGestures(session, self.canvas, look.theme)
        self._passing = RowsPassing(self.canvas, lambda: float(session.profile.settings.get("read_after")))
        self._empty = EmptyState(look, "page", self)
        self._find_bar = FindBar(look.theme, self)
        self._finder = LensFinder(self.canvas, self._rows, self._find_bar, job, self._reached)
        self._lay_out()
        self._connect()

    # What is shown

    @property
    def current_key(self) -> PaperKey | None:
        """The paper that keys are about."""
        return self._rows.key(self.canvas.current) if self.canvas.current is not None else None

    def set_highlighter(self, highlighter: Highlighter | None) -> None:
        """Mark the words that are looked for."""
        self._finder.set_highlighter(highlighter)

    def set_lit(self, lit: Highlighter | None) -> None:
        """Underline these words in every text."""
        self._rows.set_lit(lit)
        self.canvas.viewport().update()

    def marks_changed(self, change: MarksChange) -> None:
        """Show other marks."""
        if "highlighted" in change.kinds and self._rows.highlights_changed(change.keys):
            self._rewrite()
        self.canvas.viewport().update()

    def set_typography(self, typography: Typography) -> None:
        """Set the text otherwise."""
        self._typography = typography
        self.set_look()

    def set_look(self) -> None:
        """Take colours and sizes."""
        theme = self._look.theme
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.page))
        self.setPalette(palette)
        self.gestures.forget()
        self.gestures.set_theme(theme)
        self._find_bar.set_theme(theme)
        self.canvas.set_look(self._typography)

    def scroll_page(self, down: bool = True) -> bool:
        """Turn a page; False at the end (or, upwards, at the beginning)."""
        return self.canvas.turn_page(down)

    @property
    def mark_count(self) -> int:
        """How many places are marked."""
        return self._finder.count

    def find_next(self) -> None:
        """Go to the next marked place, after the last one to the first."""
        self._finder.next()

    def find_previous(self) -> None:
        """Go to the marked place before, before the first one to the last."""
        self._finder.previous()

    def open_find(self) -> None:
        """Open the find bar, or go back to it."""
        if self._rows.rows:
            self._finder.open_bar()

    @property
    def column(self) -> tuple[int, int]:
        """The text's column: its left edge and width, px within the view."""
        return self.canvas.column

    # Inside

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.canvas.setAccessibleName(self.tr("Section lens"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.canvas)
        self._pages.addWidget(self._empty)
        whole.addLayout(self._pages, 1)
        whole.addWidget(self._find_bar)
        self._find_bar.hide()
        self.setFocusProxy(self.canvas)

    def _connect(self) -> None:
        self.canvas.column_changed.connect(self.column_changed)
        self.canvas.header.left.connect(self.left)
        self.canvas.header.export_requested.connect(self.export_requested)
        self.canvas.header.print_requested.connect(self.print_requested)
        self.gestures.opened.connect(lambda number: self.opened.emit(self._rows.key(number) or ""))
        self._passing.passed.connect(self.passed)
        self._writer.outdated.connect(self._rewrite)

    def _reached(self, number: int) -> None:
        """A paper is at the top, or what one went to is in it."""
        raise NotImplementedError

    def _rewrite(self) -> None:
        """More formulas are typeset, or words are corrected otherwise."""
        self.gestures.forget()
        self.canvas.rewrite()
