"""Linking: what the open paper's note links to, which notes mention the paper, and the note's earlier versions.

Joins the notes pane with the session; titles and notes are read when they are first needed.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from reader.base.errors import ReaderError
from reader.posts.model import PaperKey
from reader.ui.notes.note_completion import PaperCompletion
from reader.ui.notes.note_links import NoteLink, mentions, papers_in, places_in, same_paper, without_marks, written_keys
from reader.ui.notes.note_rows import NoteRow
from reader.ui.notes.noting import Noting
from reader.ui.page.page_text import Quotation
from reader.ui.page.reading import Reading
from reader.ui.session.mark_edits import MarksChange
from reader.ui.session.paper_titles import PaperTitles
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.theme import Look

_CALM_MS = 250
"""The list follows the typing this much later."""


class Linking(QObject):
    """The links of the open paper's note.

    Signals: `paper_requested(str)` another paper is to be opened · `place_requested(Place, str)` the place of a quote,
    and its words, in the paper then open · `told(str)` a word for the status bar.
    """

    paper_requested = Signal(str)
    place_requested = Signal(object, str)
    told = Signal(str)

    def __init__(self, session: Session, state: ReadingState, reading: Reading, noting: Noting, look: Look) -> None:
        super().__init__(noting)
        self._session = session
        self._state = state
        self._reading = reading
        self._noting = noting
        self._notes = noting.notes
        self._titles = PaperTitles(session)
        self._is_stale = True  # other notes may say something else than `_mentions`
        self._mentions: list[tuple[PaperKey, str]] = []  # a paper whose note mentions this one, and the line
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._look_again)
        self._list = noting.notes.lists["links"]
        self._completion = PaperCompletion(look, self._notes.editor, self._titles.find)
        self._notes.editor.tip_of = self._tip
        self._notes.editor.link_activated.connect(self._follow)
        self._notes.editor.edited.connect(self._calm.start)
        self._notes.page_shown.connect(self._show_list)
        self._notes.versions_requested.connect(self._show_versions)
        self._list.activated_row.connect(self._open)
        reading.paper_shown.connect(self._paper_shown)
        reading.view.marking.placed.connect(self._show_lost)
        session.marks_changed.connect(self._marks_changed)

    def stop(self) -> None:
        """Do nothing any more, as the window closes."""
        self._calm.stop()
        self._calm.timeout.disconnect()

    # Inside: what there is.

    def _paper_shown(self) -> None:
        """What the note itself says is shown at once; other notes are looked through when the paper stands."""
        self._mentions, self._is_stale = [], True
        self._show_list()
        self._calm.start()

    def _marks_changed(self, change: MarksChange) -> None:
        if "noted" in change.kinds:
            self._is_stale = True
            self._calm.start()

    def _look_again(self) -> None:
        """The paper, its note or another note has changed."""
        key = self._state.key
        if self._is_stale:
            self._is_stale = False
            self._mentions = self._mentions_of(key) if key else []
        self._show_lost()
        self._show_list()

    def _mentions_of(self, key: PaperKey) -> list[tuple[PaperKey, str]]:
        try:
            notes = self._session.marks.notes_with(*written_keys(key))
        except ReaderError as error:
            self._session.failed.emit(str(error))
            return []
        found = ((other, mentions(text, key)) for other, text in notes.items() if other != key)
        return [(other, lines[0].strip()) for other, lines in found if lines]

    def _show_lost(self) -> None:
        """Tell the note which of its quotes have lost their place in this paper."""
        key, placed = self._state.key or "", self._reading.view.marking.highlights
        quotes = [quoted for quoted in places_in(self._notes.text()) if same_paper(quoted[0].paper, key)]
        self._notes.set_lost(
            [(at, words) for at, words in quotes if not placed.find(Quotation(at.section, words, at.before, ""))]
        )

    def _show_list(self) -> None:
        key = self._state.key or ""
        papers = [written for written in papers_in(self._notes.text()) if not same_paper(written, key)]
        self._notes.set_count("links", len(papers) + len(self._mentions))
        if self._notes.page != "links":
            return
        rows = []
        if papers:
            rows.append(NoteRow("", self.tr("Papers this note links to")))
            rows += [self._paper_row(written) for written in papers]
        if self._mentions:
            rows.append(NoteRow("", self.tr("Notes that mention this paper")))
            rows += [self._mention_row(key, line) for key, line in self._mentions]
        self._list.set_rows(rows, self.tr("Type [[ in a note to link to a paper. Notes that link here are listed too."))

    def _paper_row(self, written: str) -> NoteRow:
        title = self._titles.title_of(written)
        return NoteRow(
            written, title or written, written if title else self.tr("not in the library"), is_muted=not title
        )

    def _mention_row(self, key: PaperKey, line: str) -> NoteRow:
        title = self._titles.title_of(key)
        return NoteRow(key, f"{title or key}\u2028{without_marks(line)}", key if title and key[0].isdigit() else "")

    def _tip(self, link: NoteLink) -> str:
        """What is shown where the mouse rests on a link."""
        how = self.tr("Click goes to the place") if link.place else self.tr("Ctrl+click opens it")
        paper = link.place.paper if link.place else link.paper
        if not paper:
            return how
        title = self._titles.title_of(paper) or self.tr("not in the library")
        return f"{title}\n{how}"

    # Inside: what a person does.

    def _follow(self, link: NoteLink, words: str) -> None:
        if link.address:
            self._reading.open(link.address)
        elif link.paper:
            self._open(link.paper)
        elif link.place is not None:
            if not same_paper(link.place.paper, self._state.key or ""):
                self._open(link.place.paper)
            if same_paper(link.place.paper, self._state.key or ""):
                self.place_requested.emit(link.place, words)

    def _open(self, written: str) -> None:
        try:
            key = self._session.profile.key_of(written)
        except ReaderError:
            self.told.emit(self.tr("There is no paper “%1” in the library").replace("%1", written))
            return
        self.paper_requested.emit(key)

    def _show_versions(self) -> None:
        from reader.ui.notes.note_versions import VersionsDialog  # seldom needed

        key = self._state.key
        if key is None:
            return
        self._notes.flush()
        try:
            versions = self._session.marks.note_versions(key)
        except ReaderError as error:
            self._session.failed.emit(str(error))
            return
        VersionsDialog(versions, self._noting.restore, self._notes.window()).open()
