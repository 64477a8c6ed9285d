"""A person's highlights and notes of all papers as one list, or what they read, day by day.

It reads nothing itself: it narrows and groups what it is given, and says which paper is wanted.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reader.services.across.mine import WAYS, By, Piece, Read, by_day, five_of, grouped, titled, with_words
from reader.ui.across.band import Band
from reader.ui.notes.highlight_rows import highlight_row
from reader.ui.notes.note_links import without_marks
from reader.ui.notes.note_rows import NoteRow, NoteRows
from reader.ui.session.dates import day_title
from reader.ui.widgets.buttons import KeyButton
from reader.ui.widgets.composing_field import ComposingField
from reader.ui.widgets.empty_state import EmptyState
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.highlight_colours import words_for
from reader.ui.widgets.popup import Popup
from reader.ui.widgets.theme import Look

_COLUMN = 820  # px of the list at most
_SIDE = 24
_NOTE_LINES = 3


@guarded
class MineView(QWidget):
    """The list with its bar and a field that narrows it.

    Signals: `opened(str, str)` a paper and, "" for none, one of its highlights · `left()` · `export_requested()` ·
    `other_requested()` highlights and notes instead of what was read, or the other way round.
    """

    opened = Signal(str, str)
    left = Signal()
    export_requested = Signal()
    other_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pieces: Sequence[Piece] = ()
        self._read: Sequence[Read] = ()
        self._today = date.min
        self.is_history = False
        self.by: By = "date"
        self._targets: list[tuple[str, str]] = []  # paper and highlight of a row, by its number
        self._bar = Band(look, self)
        self._other = KeyButton(look, parent=self._bar)
        self._order = KeyButton(look, parent=self._bar)
        self._orders = Popup(self._order)
        self._export = KeyButton(look, parent=self._bar)
        self.field = ComposingField(self)
        self.rows = NoteRows(look, self)
        self.empty = EmptyState(look, "page", self)
        self.empty.hide()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.set_look()

    # What is shown

    def show_pieces(self, pieces: Sequence[Piece], today: date) -> None:
        """Show highlights and notes."""
        self._pieces, self._today, self.is_history = pieces, today, False
        self._fill()

    def show_history(self, read: Sequence[Read]) -> None:
        """Show what was read."""
        self._read, self.is_history = read, True
        self._fill()

    @property
    def found(self) -> tuple[Piece, ...]:
        """The highlights and notes that have the words of the field."""
        return with_words(self._pieces, self.field.whole_text())

    @property
    def title(self) -> str:
        """What is shown, in words."""
        return self.tr("What I read, day by day") if self.is_history else self.tr("My highlights and notes")

    def group_name(self, name: str) -> str:
        """The heading of a group."""
        if self.is_history or self.by == "date":
            return day_title(date.fromisoformat(name), self.locale())
        if self.by == "colour":
            return words_for(name) if name else self.tr("Notes")
        return name or self.tr("Without a label")

    def step(self, by: int) -> None:
        """Go to the next row, or the one before."""
        count, row = self.rows.count(), self.rows.currentRow() + by
        while 0 <= row < count and not self.rows.row_at(self.rows.model().index(row, 0)).id:
            row += by
        if 0 <= row < count:
            self.rows.setCurrentRow(row)

    def set_order(self, by: By) -> None:
        """Group otherwise."""
        self.by = by
        self._fill()

    def set_look(self) -> None:
        """Take colours and sizes."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(self._look.theme.page))
        self.setPalette(palette)
        self._place()
        self._fill()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._export.setText(self.tr("Export…"))
        self.field.setAccessibleName(self.tr("Narrow the list"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)  # of the field, whose keys come here when it does not want them
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.rows.setFocus()
            self.step(1)

    # What a view in the place of list and page answers

    def scroll_page(self, down: bool = True) -> bool:
        """Turn a page; False at the end."""
        bar = self.rows.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + (bar.pageStep() if down else -bar.pageStep()))
        return bar.value() != before

    def next_section(self) -> None:
        """Go to the group behind this one."""
        self._to_group(1)

    def previous_section(self) -> None:
        """Go to the group before this one."""
        self._to_group(-1)

    def go_to_section(self, index: int) -> None:
        """Group in one of the ways there are, counted from 0."""
        if not self.is_history and 0 <= index < len(WAYS):
            self.set_order(WAYS[index])

    # Inside

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        for button in (self._other, self._order, self._export):
            self._bar.add(button)
        self._above = QVBoxLayout()
        self._above.addWidget(self.field)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addLayout(self._above)
        whole.addWidget(self.rows, 1)
        whole.addWidget(self.empty, 1)
        self.setFocusProxy(self.rows)

    def _connect(self) -> None:
        self._bar.left.connect(self.left)
        self.rows.escaped.connect(self.left)
        self.rows.activated_row.connect(self._open)
        self._other.clicked.connect(self.other_requested)
        self._export.clicked.connect(self.export_requested)
        self._orders.aboutToShow.connect(self._offer_orders)
        self._order.setMenu(self._orders)
        self.field.edited.connect(lambda _: self._fill())

    def _place(self) -> None:
        side = max(_SIDE, (self.width() - self._look.px(_COLUMN)) // 2)
        top, below = (0, 0) if self.field.isHidden() else (self._look.px(12), self._look.px(6))
        self._above.setContentsMargins(side, top, side, below)
        self.rows.set_sides(side, side)

    def _to_group(self, by: int) -> None:
        row = self.rows.currentRow() + by
        while 0 < row < self.rows.count() and self.rows.row_at(self.rows.model().index(row, 0)).id:
            row += by
        if 0 <= row < self.rows.count():
            self.rows.setCurrentRow(row)
            self.step(1)

    def _open(self, row: str) -> None:
        self.opened.emit(*self._targets[int(row)])

    def _offer_orders(self) -> None:
        menu = self._orders
        menu.clear()
        for by in WAYS:
            action = menu.addAction(self._way(by))
            action.setCheckable(True)
            action.setChecked(by == self.by)
            action.triggered.connect(lambda _checked=False, chosen=by: self.set_order(chosen))

    def _way(self, by: By) -> str:
        return {
            "date": self.tr("By day"),
            "paper": self.tr("By paper"),
            "colour": self.tr("By colour"),
            "label": self.tr("By label"),
        }[by]

    def _fill(self) -> None:
        self._targets = []
        if self.is_history:
            read = titled(self._read, self.field.whole_text())
            rows, detail = self._history_rows(read), self.tr("%Ln paper(s)", "", len(read))
        else:
            found = self.found
            rows, detail = self._piece_rows(found), self.tr("%Ln piece(s)", "", len(found))
        self._bar.set_words(self.title, detail)
        self._other.setText(self.tr("Highlights and notes") if self.is_history else self.tr("What I read"))
        self._order.setText(self._way(self.by))
        some = bool(self._read if self.is_history else self._pieces)
        self._order.setVisible(some and not self.is_history)
        self._export.setVisible(some and not self.is_history)
        words = (
            self.tr("Words in titles") if self.is_history else self.tr("Words in highlights, notes, titles and labels")
        )
        self.field.setPlaceholderText(words)
        self.rows.setAccessibleName(self.title)
        self.rows.set_rows(rows, self._nothing())
        self._show_rows(some)
        if not self.rows.current_id():  # none, or the heading that a list takes for current as it gets the keyboard
            self.step(1)

    def _show_rows(self, some: bool) -> None:
        """Show the field and the rows, or a sentence in their stead, with the keyboard."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.empty.set_texts(self._nothing())
        self.empty.stand_in(self, (self.field, self.rows), self.rows, stands=not some, had_focus=had_focus)
        self._place()

    def _nothing(self) -> str:
        if self.field.text():
            return self.tr("Nothing has these words.")
        if self.is_history:
            return self.tr("Nothing was read yet. A paper counts as read after a moment in front of you, or with R.")
        return self.tr("Nothing is highlighted or written yet. Select words and press H, or write a note with E.")

    def _piece_rows(self, found: Sequence[Piece]) -> list[NoteRow]:
        rows = []
        five = five_of(self._pieces, self._today) if self.by == "date" and not self.field.text() else ()
        if five:
            rows.append(NoteRow("", self.tr("Five of mine for today")))
            rows += [self._piece_row(piece) for piece in five]
        for name, pieces in grouped(found, self.by):
            rows.append(NoteRow("", self.group_name(name)))
            rows += [self._piece_row(piece) for piece in pieces]
        return rows

    def _piece_row(self, piece: Piece) -> NoteRow:
        row = self._new_row(piece.key, piece.highlight)
        if not piece.highlight:
            lines = [line for line in map(without_marks, piece.text.splitlines()) if line]
            line = self._look.theme.line
            return NoteRow(row, "\u2028".join(lines[:_NOTE_LINES]), piece.title, line, line)
        return highlight_row(self._look, row, piece.text, piece.correction, piece.colour, piece.title)

    def _history_rows(self, read: Sequence[Read]) -> list[NoteRow]:
        rows = []
        for day, papers in by_day(read):
            rows.append(NoteRow("", self.group_name(day)))
            for each in papers:
                rows.append(NoteRow(self._new_row(each.key, ""), each.title, f"{each.when.astimezone():%H:%M}"))
        return rows

    def _new_row(self, key: str, highlight: str) -> str:
        self._targets.append((key, highlight))
        return str(len(self._targets) - 1)
