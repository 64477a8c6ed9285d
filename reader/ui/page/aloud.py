"""Reads the open paper aloud, sentence after sentence; the one being read is selected."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, Signal

from reader.services.installed.voice import spoken
from reader.ui.page.children import ask, drop
from reader.ui.page.page_text import Quotation
from reader.ui.page.section_view import SectionView
from reader.ui.session.child import Child, other_process


class Aloud(QObject):
    """The voice of one page. It begins with what is selected, else with what is at the top of the view.

    Signals: `told(str)` a word for the status bar · `changed(bool)` it reads, or no longer · `paper_over()` all of the
    paper is read: whoever shows the next one has it read as well, and who shows none calls `stop`.
    """

    told = Signal(str)
    changed = Signal(bool)
    paper_over = Signal()

    def __init__(self, view: SectionView, speed: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._speed = speed
        self._left: deque[Quotation] = deque()
        self._process: Child | None = None
        self.is_on = False

    def toggle(self) -> None:
        """Begin, or stop."""
        if self.is_on:
            self.stop()
        else:
            self.is_on = True
            self.changed.emit(True)
            self._read(self._view.marking.highlights.sentences_in_sight())

    def paper_shown(self) -> None:
        """Another paper is shown: it is read in place of the last one."""
        if self.is_on:
            self._silence()
            self._read(self._view.marking.highlights.sentences())

    def stop(self, why: str = "") -> None:
        """Be silent."""
        if not self.is_on:
            return
        self.is_on = False
        self._silence()
        self.changed.emit(False)
        if why:
            self.told.emit(why)

    # Inside

    def _read(self, sentences: list[Quotation]) -> None:
        self._left = deque(sentences)
        if self._left:
            self._read_next()
        else:
            self.stop(self.tr("There is no text to read aloud"))

    def _read_next(self) -> None:
        sentence = self._left.popleft()
        how = spoken(sentence.words, self._speed())
        if how is None:
            self.stop(self.tr("This computer has no voice"))
            return
        self._view.marking.highlights.go_to_words(sentence)
        process = self._process = other_process(self, how.command)
        process.over.connect(self._spoken)
        ask(process, how.given.encode())

    def _spoken(self) -> None:
        if self._process is None or not _has_done(self._process):
            self.stop(self.tr("The voice of this computer does not answer"))
        elif self._left:
            self._silence()
            self._read_next()
        else:
            self.paper_over.emit()

    def _silence(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            drop(process)


def _has_done(process: QProcess) -> bool:
    """Whether a process was started and ended well."""
    was_started = process.error() is not QProcess.ProcessError.FailedToStart
    return was_started and process.exitStatus() is QProcess.ExitStatus.NormalExit and process.exitCode() == 0
