"""How a window begins: what is made before its first paint and what after it, so that it is there soon and still."""

import importlib
import threading
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal

from reader.ui.window.parts import WindowParts

_AFTER_START_MS = 400
_OF_NOTES = ("highlighting", "linking")  # these show in the text of a paper that has notes or highlights
_ALL = (*_OF_NOTES, "across", "marking", "searching", "relating", "tabbing")


class BeginningWindow(WindowParts):
    """The base of the window.

    Signals: `laid_out()` it can be painted whole · `stands()` it is painted and answers; each once.
    """

    laid_out = Signal()
    stands = Signal()
    _has_begun = False

    def begin(self) -> None:
        """The window is shown; the first time it is read in, while the system makes room for it on the screen."""
        if not self._has_begun:
            self._has_begun = True
            QTimer.singleShot(0, self, self._begin_reading)

    def _show_title(self) -> None:
        """Say which paper is open."""
        raise NotImplementedError

    def _join_rest(self) -> None:
        """What is joined when the paper is painted."""
        raise NotImplementedError

    def _begin_reading(self) -> None:
        """Before the first paint: the page, with the paper that is open, and what is noted about it."""
        reading = self.reading
        self._memory.scroll_list()
        if self.state.record is None and self.papers.count():
            self.papers.step(1)
        else:
            reading.show()
        self._show_title()
        key = self.state.key
        if key and (self.session.signs(key).noted or self.session.marks.highlights_of(key)):
            self._make(*_OF_NOTES)  # else their room is kept
        if not self.updatesEnabled():  # a picture of it is there: it can wait until all is laid out
            self._make(*_ALL)
            self._lay_out_note()
        self.laid_out.emit()
        if self.view.isVisible():  # not behind the list of a narrow window, nor without a library
            self.view.painted.connect(self._begin_noting)
        else:
            self._begin_working()

    def _begin_noting(self) -> None:
        """After the first paint: the empty note, laid out and painted before all that takes longer is made."""
        self._lay_out_note()
        self.notes.repaint()
        QTimer.singleShot(0, self, self._begin_working)

    def _lay_out_note(self) -> None:
        self._make("noting")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _begin_working(self) -> None:
        """After the first paint: all that answers a person."""
        self._tell_screen_readers()
        self._make(*_ALL)
        self._join_rest()
        self.stands.emit()
        QTimer.singleShot(_AFTER_START_MS, self, self._after_start)

    def _after_start(self) -> None:
        """What the next paper and the next start are quicker for, and what is needed when the person comes back."""
        from reader.ui.page.findings import Finder  # nothing is looked for before the first paint

        self.sync_status.look_when_active()
        self.view.keep_page()
        self.reading.show_findings(Finder(self.across.job, self), self.papers.neighbours)
        # So that the next paper, or the lens, does not wait for them.
        for module in ("reader.render.page", "reader.render.pictures", "reader.ui.across.lens_view"):
            threading.Thread(target=partial(importlib.import_module, module), daemon=True).start()
