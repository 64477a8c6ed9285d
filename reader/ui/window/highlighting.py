"""Highlighting: the highlights of the open paper, on its page and in their list, corrections, quotes for its note.

Joins the section view and the notes pane with the session, as `reading.py` does for the paper and its note.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication

from reader.marks.anchors import place_of
from reader.marks.model import Highlight
from reader.marks.store import MarkStore
from reader.posts.model import PaperKey
from reader.ui.notes.highlight_rows import highlight_row
from reader.ui.notes.note_links import QuoteSource, quotation
from reader.ui.notes.note_rows import NoteRow
from reader.ui.notes.notes_pane import NotesPane
from reader.ui.page.marking.highlight_gestures import HighlightGestures
from reader.ui.page.page_text import Quotation
from reader.ui.page.reading import Reading
from reader.ui.session.mark_edits import MarksChange
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.highlight_colours import NAMES, words_for
from reader.ui.widgets.popup import Popup
from reader.ui.widgets.theme import Look

if TYPE_CHECKING:
    from reader.ui.across.lens_gestures import LensGestures
    from reader.ui.window.across.lensing import Lensing

_BEFORE = 24
"""Characters in front of a quotation that are kept with it where its words stand more than once."""


class Highlighting(QObject):
    """The highlights of the open paper.

    Signals: `note_wanted()` the note is to be shown, with the keyboard · `told(str)` a word for the status bar.
    """

    note_wanted = Signal()
    told = Signal(str)

    def __init__(self, session: Session, state: ReadingState, reading: Reading, notes: NotesPane, look: Look) -> None:
        super().__init__(notes)
        self._session = session
        self._state = state
        self._reading = reading
        self._notes = notes
        self._look = look
        self._marking: HighlightGestures = reading.view.marking
        self._list = notes.lists["highlights"]
        self._highlights: tuple[Highlight, ...] = ()
        self._colour: str = NAMES[0]  # the one chosen last
        reading.paper_shown.connect(self._load)
        session.marks_changed.connect(self._marks_changed)
        look.changed.connect(self._show_list)
        self._marking.highlight_requested.connect(self.highlight)
        self._marking.recolour_requested.connect(self._recolour)
        self._marking.remove_requested.connect(self._remove)
        self._marking.quote_requested.connect(self.quote)
        self._marking.correct_requested.connect(self.correct)
        self._marking.placed.connect(self._show_list)
        self._list.activated_row.connect(self._go_to)
        self._list.key_pressed.connect(self._take_key)
        self._list.menu_requested.connect(self._show_menu)
        notes.page_shown.connect(self._show_list)
        self._lensing: Lensing | None = None
        self._load()

    def take_words_also_from(self, lens: "LensGestures", lensing: "Lensing") -> None:
        """While the lens is on, words are those selected there."""
        self._lensing = lensing
        lens.highlight_requested.connect(self.highlight)
        lens.recolour_requested.connect(self._recolour)
        lens.remove_requested.connect(self._remove)
        lens.quote_requested.connect(self.quote)
        lens.correct_requested.connect(self.correct)

    def highlight(self, colour: str = "") -> None:
        """Highlight the selected words, in the colour chosen last by default."""
        words = self._words()
        key, quotations = self._state.key, words.quotations()
        if key is None or not quotations:
            self.told.emit(self.tr("Select some words of the text first"))
            return
        self._colour = colour or self._colour
        if self._session.edit_highlights(key, lambda marks: self._add(marks, key, quotations)):
            words.select_nothing()
            self.told.emit(self.tr("Highlighted"))

    def quote(self) -> None:
        """Quote the selected words, or the highlight that was clicked, at the end of the note."""
        words = self._words()
        key, quotations = self._state.key, words.quotations()
        if key is None or not quotations:
            self.told.emit(self.tr("Select some words of the text first"))
            return
        words.select_nothing()
        self._quote(key, quotations)

    def correct(self, identity: str = "") -> None:
        """Ask what is right instead of a highlight's words, or of those that are selected, and keep it beside them."""
        from reader.ui.page.marking.correction_dialog import CorrectionDialog  # seldom needed

        words, key = self._words(), self._state.key
        quotations = [] if identity else words.quotations()
        there = self._session.marks.highlights_of(key) if key else ()
        known = next((h for h in there if h.id == identity or Quotation.of(h) in quotations[:1]), None)
        if key is None or not (known or quotations):
            self.told.emit(self.tr("Select some words of the text first"))
            return

        def keep(said: str) -> None:
            self._keep_correction(key, known, quotations[0] if quotations else None, said)
            words.select_nothing()

        quoted = known.quotation if known else quotations[0].words
        dialog = CorrectionDialog(self._notes.window(), self._look, quoted, known.correction if known else "", keep)
        dialog.open()

    def go_to(self, place: QuoteSource, words: str) -> None:
        """Scroll to where a quote of the open paper is from, or say that its words are not there any more."""
        wanted = Quotation(place.section, words, place.before, "")
        if not words or not (self._is_shown_in_lens(wanted) or self._find(wanted)):
            self.told.emit(self.tr("These words are no longer in the summary; the quote keeps them."))

    # Inside: changing.

    def _words(self) -> "HighlightGestures | LensGestures":
        """Where words are selected."""
        lensing = self._lensing
        return lensing.view.gestures if lensing is not None and lensing.is_on else self._marking

    def _add(self, marks: MarkStore, key: PaperKey, quotations: list[Quotation]) -> None:
        for section, words, before, after in quotations:
            marks.add_highlight(key, section, words, before, after, self._colour)

    def _keep_correction(self, key: PaperKey, known: Highlight | None, quoted: Quotation | None, said: str) -> None:
        def edit(marks: MarkStore) -> None:
            if known is not None:
                marks.correct_highlight(known.id, said)
            elif quoted is not None:
                marks.add_highlight(key, *quoted, self._colour, said)

        if (known or said) and self._session.edit_highlights(key, edit):
            self.told.emit(self.tr("Corrected") if said else self.tr("Correction taken back. Ctrl+Z brings it back."))

    def _recolour(self, identity: str, colour: str, _checked: bool = False) -> None:
        self._colour = colour
        self._edit(lambda marks: marks.recolour_highlight(identity, colour))

    def _remove(self, identity: str) -> None:
        if self._edit(lambda marks: marks.remove_highlight(identity)):
            self.told.emit(self.tr("Highlight removed. Ctrl+Z brings it back."))

    def _edit(self, edit: Callable[[MarkStore], object]) -> bool:
        """Change a highlight of the open paper; False where that can't be."""
        key = self._state.key
        return key is not None and self._session.edit_highlights(key, edit)

    def _quote(self, key: PaperKey, quotations: list[Quotation]) -> None:
        labels = self._marking.highlights
        parts = []
        for quoted in quotations:
            before = quoted.before[-_BEFORE:].strip() if labels.is_ambiguous(quoted) else ""
            label = labels.label_of(quoted.section) or self.tr("Text")
            parts.append(quotation(quoted.words, label, QuoteSource(key, quoted.section, before)))
        self._notes.add_quote("\n\n".join(parts))
        self.note_wanted.emit()

    # Inside: showing.

    def _marks_changed(self, change: MarksChange) -> None:
        if change.concerns(self._state.key, "highlighted"):
            self._load()

    def _load(self) -> None:
        """Show the open paper's highlights as the store has them."""
        key = self._state.key
        found = self._session.marks.highlights_of(key) if key else ()
        if found != self._highlights:
            self._highlights = found
            self._marking.set_highlights(found)
        elif not found:
            self._show_list()

    def _show_list(self) -> None:
        self._notes.set_count("highlights", len(self._highlights))
        if self._notes.page == "highlights":
            empty = self.tr("Select words of the text and press H, or choose a colour: they are listed here.")
            self._list.set_rows([self._row(highlight) for highlight in self._in_order()], empty)

    def _in_order(self) -> list[Highlight]:
        """As they stand on the page; those that are not there behind them."""
        placed = self._marking.highlights
        last = 1 << 31
        return sorted(self._highlights, key=lambda h: next((a for a, _ in placed.spans_of(h.id)), last))

    def _row(self, highlight: Highlight) -> NoteRow:
        lost = highlight.id in self._marking.highlights.lost
        detail = self.tr("no longer in the text") if lost else self._marking.highlights.label_of(highlight.section)
        said = highlight.quotation, highlight.correction, highlight.colour
        return highlight_row(self._look, highlight.id, *said, detail, lost=lost)

    def _known(self, identity: str) -> Highlight | None:
        return next((highlight for highlight in self._highlights if highlight.id == identity), None)

    def _go_to(self, identity: str) -> None:
        highlight = self._known(identity)
        if highlight is None or self._is_shown_in_lens(Quotation.of(highlight)):
            return
        if self._marking.highlights.go_to(identity):
            return
        if not self._find(Quotation.of(highlight)):
            self.told.emit(self.tr("These words are no longer in the summary; the highlight keeps them."))

    def _is_shown_in_lens(self, wanted: Quotation) -> bool:
        """Go to words in the lens, where they stand in what it shows; else leave it for the single page."""
        lensing = self._lensing
        if lensing is None or not lensing.is_on:
            return False
        if lensing.view.gestures.go_to_words(wanted):
            return True
        lensing.leave()
        return False

    def _find(self, wanted: Quotation) -> bool:
        """Scroll to some words, in another post's summary of the paper where this one lacks them."""
        placed, record = self._marking.highlights, self._state.record
        if placed.go_to_words(wanted):
            return True
        for number, appearance in enumerate(record.appearances if record else ()):
            there = any(place_of(wanted.words, wanted.before, wanted.after, text) for text in appearance.texts)
            if there and number != self._state.appearance:
                self._state.show_appearance(number)
                return placed.go_to_words(wanted)
        return False

    # Inside: the list.

    def _take_key(self, identity: str, key: int) -> None:
        """1 to 4 choose a colour, Delete removes, Q quotes, E corrects."""
        if Qt.Key.Key_1.value <= key < Qt.Key.Key_1.value + len(NAMES):
            self._recolour(identity, NAMES[key - Qt.Key.Key_1.value])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove(identity)
        elif key == Qt.Key.Key_Q:
            self._quote_highlight(identity)
        elif key == Qt.Key.Key_E:
            self.correct(identity)

    def _quote_highlight(self, identity: str) -> None:
        highlight = self._known(identity)
        if highlight is not None:
            self._quote(highlight.key, [Quotation.of(highlight)])

    def _show_menu(self, identity: str, where: QPoint) -> None:
        highlight = self._known(identity)
        if highlight is None:
            return
        menu = Popup(self._list)
        for number, name in enumerate(NAMES):
            action = menu.addAction(f"{words_for(name)}\t{number + 1}")
            action.triggered.connect(partial(self._recolour, identity, name))
            action.setCheckable(True)
            action.setChecked(highlight.colour == name)
        menu.addSeparator()
        menu.addAction(self.tr("Quote in note") + "\tQ", lambda: self._quote_highlight(identity))
        menu.addAction(self.tr("Correct…") + "\tE", lambda: self.correct(identity))
        menu.addAction(self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(highlight.quotation))
        menu.addAction(self.tr("Remove highlight") + "\tDel", lambda: self._remove(identity))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)
