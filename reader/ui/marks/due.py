"""Papers that are due: the bar above one that is open, and the system's notice once a day."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.marks.revisit import next_due
from reader.posts.model import PaperKey
from reader.ui.session.mark_edits import MarksChange
from reader.ui.session.reading_state import ReadingState
from reader.ui.session.session import Session
from reader.ui.widgets.theme import Look

if TYPE_CHECKING:
    from reader.ui.marks.due_bar import DueBar
    from reader.ui.marks.notice import Notices

_NOTICE_MS = 4000  # after the start


class Due(QObject):
    """What is told of papers that are to come back.

    Signals: `bar_made(DueBar)` the bar is there, to be put above the text · `answered()` a button of it was pressed ·
    `notice_followed()` the person clicked on the system's notice.
    """

    bar_made = Signal(object)
    answered = Signal()
    notice_followed = Signal()

    def __init__(self, session: Session, state: ReadingState, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._state = state
        self._look = look
        self.bar: DueBar | None = None
        session.marks_changed.connect(self._marks_changed)
        session.day_changed.connect(self.show)
        QTimer.singleShot(_NOTICE_MS, self, self._tell)

    @cached_property
    def notices(self) -> "Notices":
        """What the system is asked to tell."""
        from reader.ui.marks.notice import Notices  # not needed for a while

        notices = Notices(self._session)
        notices.followed.connect(self.notice_followed)
        return notices

    def show(self) -> None:
        """Show the bar above the open paper if that is due."""
        key = self._state.key
        revisit = self._session.revisit(key) if key else None
        today = self._session.today()
        if revisit is None or revisit.due > today:
            if self.bar is not None:
                self.bar.hide()
            return
        if self.bar is None:
            self.bar = self._make_bar()
        self.bar.show_due(revisit.due, next_due(revisit, today), today)
        self.bar.show()

    def finish(self, keys: list[PaperKey]) -> None:
        """Papers that were due were seen: they are read, and do not come back."""
        self._session.set_read(keys, True, undoable=False)
        self._session.set_revisit(keys, None)

    def _tell(self) -> None:
        self.notices.tell_if_due()

    def _marks_changed(self, change: MarksChange) -> None:
        if change.concerns(self._state.key, "revisit"):
            self.show()

    def _make_bar(self) -> "DueBar":
        from reader.ui.marks.due_bar import DueBar  # when something is due

        bar = DueBar(self._look)
        bar.done_requested.connect(lambda: self._answer("done"))
        bar.later_requested.connect(lambda: self._answer("later"))
        bar.drop_requested.connect(lambda: self._answer("drop"))
        self.bar_made.emit(bar)
        return bar

    def _answer(self, answer: str) -> None:
        """A button of the bar was pressed: it is about the open paper."""
        if self._state.key is not None:
            keys = [self._state.key]
            match answer:
                case "done":
                    self.finish(keys)
                case "later":
                    self._session.put_off(keys)
                case "drop":
                    self._session.set_revisit(keys, None)
        self.answered.emit()
