"""Watched and muted words in the window: looked for on the thread for many papers, then lit, counted, folded away.

They are looked for when the window stands, and a moment after the library, the words or the read marks changed. Who
has no words pays nothing for it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from reader.base.errors import ReaderError
from reader.ui.papers.fold_bar import FoldBar
from reader.ui.session.across_job import Knowing
from reader.ui.session.mark_edits import MarksChange
from reader.ui.session.places import Place, WatchedCount
from reader.ui.widgets.popup import Popup
from reader.ui.window.across.around import Around

if TYPE_CHECKING:
    from reader.services.watched import Watched

_FIRST_MS = 300  # after the window stands
_CALM_MS = 500  # after the last change


class WordWatch(QObject):
    """The words of one window.

    Signals: `lit(object)` what finds the watched words in a text, None where there are none · `counted(object, object)`
    the unread papers that have any of them, and where they are listed.
    """

    lit = Signal(object)
    counted = Signal(object, object)

    def __init__(self, around: Around) -> None:
        super().__init__(around.panes)
        self._session = around.session
        self._browsing = around.browsing
        self._reading = around.reading
        self._papers = around.papers
        self._look = around.look
        self._job = around.job
        self._found: Watched | None = None
        self._bar: FoldBar | None = None
        self._calm = QTimer(self, singleShot=True)
        self._calm.timeout.connect(self._look_for)
        self._session.library_changed.connect(self._soon)
        self._session.marks_changed.connect(self._marks_changed)
        self._session.folds_changed.connect(self._browsing.refresh)
        self._browsing.listed.connect(lambda _: self._show_folded())
        around.tree.menu_requested.connect(self.open_menu)
        self._show_folded()
        self._soon(_FIRST_MS)

    def ask(self) -> None:
        """Open the dialog of the words; words selected in the text are offered."""
        from reader.ui.search.watch_dialog import WatchDialog  # when somebody asks for it

        selected = (quotation.words for quotation in self._reading.view.marking.quotations())
        word = " ".join(" ".join(selected).split())
        unread = self._found.unread if self._found else {}
        WatchDialog(self._session, self._look, word if len(word) <= 40 else "", unread, self._papers.window()).open()

    def toggle_folded(self) -> None:
        """List what is folded away here, or fold it again."""
        place = self._browsing.place
        self._session.unfold(None if self._session.is_unfolded(place) else place)

    def open_menu(self, place: Place | None, where: QPoint) -> None:
        """The menu of a watched word's line in the tree."""
        if place is None or place.kind != "watched" or not place.value:
            return
        menu = Popup(self._papers.window())
        mute = menu.addAction(self.tr("Mute it instead"))
        mute.triggered.connect(lambda: self._edit(place.value, "mute"))
        forget = menu.addAction(self.tr("No longer watch it"))
        forget.triggered.connect(lambda: self._edit(place.value, ""))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    # Inside

    def _marks_changed(self, change: MarksChange) -> None:
        if change.kinds & {"read", "watched"}:
            self._soon()

    def _soon(self, after: int = _CALM_MS) -> None:
        if self._found is not None or self._session.marks.watched_words():
            self._calm.start(after)

    def _look_for(self) -> None:
        words = self._session.marks.watched_words()

        def question(knowing: Knowing) -> Iterator[object]:
            from reader.services.watched import look_for  # with the search

            if (found := look_for(knowing.profile, words)) is not None:
                yield found

        self._job.ask("watched", question, self._take)

    def _take(self, answer: object) -> None:
        from reader.services.watched import Watched  # with the first words

        assert isinstance(answer, Watched)
        before, self._found = self._found, answer
        self._session.set_muted(answer.folded)
        counts = [WatchedCount(word, answer.unread[word]) for word in answer.words]
        everything = [WatchedCount("", answer.unread[""])] if len(counts) > 1 else []
        self._browsing.counting.set_watched((*everything, *counts))
        place = Place("watched", "" if len(counts) > 1 else "".join(answer.words))
        self.counted.emit(answer.waiting - answer.folded, place)
        if before is None or before.lit != answer.lit:
            self._papers.set_lit(answer.spans)
            self._reading.view.set_lit(answer.spans if answer.lit else None)
            self.lit.emit(answer.spans if answer.lit else None)
        self._show_folded()

    def _show_folded(self) -> None:
        place = self._browsing.place
        folded = self._session.count_folded(place)
        if self._bar is None and not folded:
            return
        if self._bar is None:
            self._bar = FoldBar(self._look)
            self._bar.toggled.connect(self.toggle_folded)
            self._papers.add_above_rows(self._bar)
        if self._found is not None:
            by = tuple(word for word, keys in self._found.muted.items() if keys)
        else:  # what was folded away last time
            by = tuple(each.word for each in self._session.marks.watched_words() if each.kind == "mute")
        self._bar.show_folded(folded, by, shown=self._session.is_unfolded(place))

    def _edit(self, word: str, kind: str) -> None:
        try:
            if kind:
                self._session.edit_watched(lambda marks: marks.watch_word(word, kind))
            else:
                self._session.edit_watched(lambda marks: marks.forget_word(word))
        except ReaderError as error:
            self._session.failed.emit(str(error))
