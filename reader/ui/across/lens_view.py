"""The section lens: one section of every paper of a range, one below the other, as one page.

In: ids of appearances, a section, the reading state's paper. It opens nothing and marks nothing: it says what was asked
for, and which paper is at the top.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from reader.across.passages import LENSED, Lensed
from reader.library.listing import Listing
from reader.posts.model import PaperKey
from reader.ui.across.lens_page import LensPage
from reader.ui.across.lens_papers import LensPapers, Verdict, verdict_of
from reader.ui.across.section_words import FIVE, section_word, section_words
from reader.ui.page.pictures.asked import GetFiles
from reader.ui.session.across_job import AcrossJob, Knowing, Question
from reader.ui.session.session import Session
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look
from reader.ui.widgets.typography import Typography

_AT_ONCE = 24  # papers looked at before anything is painted
_PIECE, _MOST_PIECES = 100, 8  # papers of a piece of the answer; each is larger than the one before


class _Here(NamedTuple):
    key: PaperKey
    offset: int  # px


@guarded
class LensView(LensPage):
    """One range through the lens.

    Signals: those of `LensPage` · `paper_reached(str)` another paper is at the top, or was clicked ·
    `section_changed(str)` another section is shown.
    """

    paper_reached = Signal(str)
    section_changed = Signal(str)

    def __init__(
        self, session: Session, look: Look, job: AcrossJob, typography: Typography, files: GetFiles | None = None
    ) -> None:
        super().__init__(session, look, job, typography, files)
        self._session = session
        self._job = job
        self._title = ""
        self._places: dict[int, int] = {}  # id → place in the range
        self.section: Lensed = "limitations"
        self._stays_at: PaperKey | None = None  # while sections are changed: the paper one was at
        self._steps_ahead = 0  # to be taken once it is known which papers say nothing
        # Plurals are looked up by the name of the class itself, so this is not said in the base.
        self._rows.fold_words = lambda count: self.tr("Nothing known: %Ln paper(s)", "", count)
        canvas = self.canvas
        canvas.tabs.tab_chosen.connect(lambda index: self.show_section(LENSED[index]))
        canvas.reached.connect(self._reached)
        self.gestures.paper_chosen.connect(self._choose)
        self.gestures.fold_clicked.connect(self.toggle_fold)
        self.canvas.tabs.set_tabs(section_words())
        self.set_look()

    # What is shown

    def show_range(
        self, ids: Sequence[int], title: str, empty: str, current: PaperKey | None, *, stays: bool = False
    ) -> None:
        """Show these appearances from where a paper is, else from the beginning; `empty` is said if there is none.

        With `stays` nothing moves under one's eyes, where one is at that paper already.
        """
        here = self._here() if stays and current == self.current_key else None
        self._passing.finish()
        self._title = title
        self._empty.set_texts(empty)
        self._stays_at = None
        was_open, self._steps_ahead = self._rows.is_open, self._steps_ahead if stays else 0
        self._rows.begin(LensPapers(self._session.listing, ids))
        self._places = {number: place for place, number in enumerate(ids)}
        self._show(current, at_top=False, stays=stays, is_open=stays and was_open)
        if here is not None and (number := self._number_of(here.key)) in self._rows.rows:
            self.canvas.stand_at(number, here.offset)

    def show_section(self, section: Lensed) -> None:
        """Show another section, and stay at the paper; where that says nothing, at the next one that does."""
        if section == self.section:
            return
        self.section = section
        self._stays_at = self._stays_at or self.current_key
        stays = self._stays_at
        self._passing.drop()
        self._steps_ahead = 0
        self._show(stays, at_top=self.canvas.strip.position < 0)
        self.tell_current()
        self._stays_at = stays
        self.section_changed.emit(section)

    def tell_current(self) -> None:
        """Say which paper is at the top: the first one, where none was."""
        if self.canvas.current is None:
            self.canvas.choose_first()
        if (key := self.current_key) is not None:
            self.paper_reached.emit(key)

    @property
    def name(self) -> str:
        """What is shown, in words: 'Limitations · This week'."""
        return f"{section_word(self.section)} · {self._title}"

    @property
    def title(self) -> str:
        """Which papers are meant, in words."""
        return self._title

    @property
    def ids(self) -> Sequence[int]:
        """All papers meant, by their appearances' ids."""
        return self._rows.papers.ids if self._rows.papers else ()

    def follow(self, key: PaperKey) -> bool:
        """Another paper is open: be at it; False if it is none of these."""
        papers = self._rows.papers
        if key == self.current_key:
            return True
        number = self._number_of(key)
        if papers is None or number is None:
            return False
        self._stays_at = None
        papers.sift([number])
        if papers.is_silent(number):
            self._rows.is_open = True
        self._take_rows()
        if number in self._rows.rows:
            self.canvas.go_to(number)
            self._say_current()
        else:  # it is listed for its marks, and has no text in the library
            self.canvas.choose_none()
        return True

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        self.canvas.tabs.set_tabs(section_words())
        self.canvas.header.retranslate()
        self._say_what()

    def leave(self) -> None:
        """Nobody looks any more: what was in sight and above counts as read, nothing is asked or typeset."""
        self._passing.finish()
        self.canvas.ahead.stop()
        self._job.forget("lens")
        self._writer.stop()

    # Where one is

    def step(self, by: int) -> bool:
        """Go to the next or previous paper; after the last one that says something, to those that do not."""
        self._stays_at = None
        papers = self._rows.papers
        number = self._neighbour(by)
        if number is None and by > 0 and papers and papers.silent and not self._rows.is_open:
            self.toggle_fold()
            number = self.canvas.neighbour(by)
        if number is None:
            waits = by > 0 and papers is not None and not papers.is_sifted
            self._steps_ahead += waits
            return waits
        self.canvas.go_to(number)
        self._reached(number)
        return True

    def go_to_section(self, index: int) -> None:
        """Show one of the five sections, counted from 0."""
        if 0 <= index < len(FIVE):
            self.show_section(FIVE[index])

    def next_section(self) -> None:
        """Show the section after this one; the Introduction's points are sections here."""
        self._step_section(1)

    def previous_section(self) -> None:
        """Show the section before this one."""
        self._step_section(-1)

    def toggle_fold(self) -> None:
        """Open the line of those that say nothing, or close it."""
        self._rows.is_open = not self._rows.is_open
        self._take_rows()

    @property
    def is_settled(self) -> bool:
        """Whether the page is as it will stay. Wait for it before taking a picture."""
        return not self._writer.waiting and not self._job.is_waiting("lens")

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_key is not None:
            self.opened.emit(self.current_key)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "canvas"):
            self.retranslate()

    # Inside

    def _show(self, current: PaperKey | None, *, at_top: bool, stays: bool = False, is_open: bool = False) -> None:
        """Show the section of the range, where the paper is; with `stays` there also where it says nothing."""
        papers = self._rows.papers
        assert papers is not None
        papers.show(self.section)
        self.gestures.forget()
        self._rows.forget()
        number = self._number_of(current) if current else None
        place = self._places[number] if number is not None else 0
        papers.sift(papers.ids[place : place + _AT_ONCE])
        is_silent = number is not None and papers.is_silent(number)
        if is_silent and not stays:
            number = next((other for other in papers.told if self._places[other] > place), number)
        self._rows.is_open = is_open or (is_silent and stays)
        self._rows.arrange()
        self.canvas.tabs.set_current(LENSED.index(self.section))
        self._pages.setCurrentWidget(self.canvas if self._rows.rows else self._empty)
        self._say_what()
        self.canvas.show_rows(number, at_top=at_top)
        if not papers.is_sifted:
            self._job.ask("lens", _sifting(self.section, papers.ids), self._take)
        self._say_current()
        self._finder.mark()

    def _number_of(self, key: PaperKey) -> int | None:
        """The appearance of a paper among those meant."""
        return next((number for number in self._session.listing.ids_of(key) if number in self._places), None)

    def _here(self) -> _Here | None:
        """Which paper is first in sight, and how far one is into it."""
        strip = self.canvas.strip
        key = self._rows.key(self._rows.rows[strip.row]) if strip.count else None
        return _Here(key, strip.offset) if key is not None else None

    def _neighbour(self, by: int) -> int | None:
        """The paper so many rows on that says something, or stands where one looks at those that do not."""
        papers, number = self._rows.papers, self.canvas.neighbour(by)
        while papers is not None and number is not None and papers.sift([number]):
            self._take_rows()
            number = self.canvas.neighbour(by)
        return number

    def _take(self, piece: object) -> None:
        """Some papers were looked at on the other thread."""
        papers = self._rows.papers
        assert isinstance(piece, dict)
        found: dict[int, Verdict] = piece
        was_at = self.canvas.current
        if papers is not None and papers.take(found):
            self._take_rows()
        if was_at is not None and self.canvas.current is None:
            self.canvas.reach()
        if papers is not None and papers.is_sifted:
            self._say_what()
            steps, self._steps_ahead = self._steps_ahead, 0
            for _ in range(steps):
                self.step(1)

    def _take_rows(self) -> None:
        self.canvas.take_rows()
        self._pages.setCurrentWidget(self.canvas if self._rows.rows else self._empty)
        self._say_what()

    def _say_what(self) -> None:
        papers = self._rows.papers
        if papers is None:
            return
        parts = [self._title, self.tr("%Ln paper(s)", "", len(papers.told) + len(papers.silent))]
        if papers.silent:
            parts.append(self.tr("nothing known of %Ln", "", len(papers.silent)))
        self.canvas.header.set_words(section_word(self.section), " · ".join(parts))

    def _say_current(self) -> None:
        """Tell a screen reader what the paper at the top says."""
        number = self.canvas.current
        entry = self._rows.entry(number) if number is not None else None
        if entry is not None:
            self.canvas.setAccessibleDescription(f"{entry.title}. {entry.passage.text if entry.passage else ''}")

    def _reached(self, number: int) -> None:
        key = self._rows.key(number)
        if key is not None:
            self._stays_at, self._steps_ahead = None, 0
            self._say_current()
            self.paper_reached.emit(key)

    def _choose(self, number: int) -> None:
        self.canvas.choose(number)
        self._reached(number)

    def _step_section(self, by: int) -> None:
        index = LENSED.index(self.section) + by
        if 0 <= index < len(LENSED):
            self.show_section(LENSED[index])


def _sifting(section: Lensed, ids: Sequence[int]) -> Question:
    """Look which papers say something in a section."""

    def question(knowing: Knowing) -> Iterator[object]:
        listing: Listing = knowing.profile.listing
        start, pieces = 0, 1
        while start < len(ids):
            some = ids[start : start + _PIECE * pieces]
            found: dict[int, Verdict] = {}
            for at in range(0, len(some), _PIECE):
                read = listing.appearances(some[at : at + _PIECE])
                found.update({number: verdict_of(read.get(number), section) for number in some[at : at + _PIECE]})
            yield found
            start += len(some)
            pieces = min(_MOST_PIECES, pieces * 2)

    return question
