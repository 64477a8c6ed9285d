"""The place of list and page, as one view takes it and gives it back."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.session.across_job import Answered, Question
from reader.ui.window.across.around import Around


class Stage(QObject):
    """Whether a view stands there, what it waits for, and the steps around it.

    Signals: `left()` the view no longer stands there · `page_wanted()` the single page is, as words of it are gone to.
    """

    left = Signal()
    page_wanted = Signal()

    def __init__(self, around: Around, name: str) -> None:
        """`name` is also that of the view's question."""
        super().__init__(around.panes)
        self._around = around
        self.name = name
        self.is_on = False
        self._is_awaited = False
        self._has_answer = False
        around.job.ended.connect(self._end)

    @property
    def is_wanted(self) -> bool:
        """Whether the view stands there, or is on its way."""
        return self.is_on or self._is_awaited

    def ask(self, question: Question, take: Answered, *, anew: bool = False) -> None:
        """Ask what the view shows; keys are kept until it stands there, or, if it does, until it has something else."""

        def taken(answer: object) -> None:
            self._has_answer = True
            take(answer)

        around, is_awaited = self._around, self._is_awaited or not self.is_on or anew
        self._is_awaited = False  # what is still on its way is not the answer any more, but the same is waited for
        around.job.ask(self.name, question, taken)
        self._has_answer, self._is_awaited = False, is_awaited
        if is_awaited:
            around.keys.keep(lambda: around.job.forget(self.name), lambda: self.is_on and self._has_answer)

    def show(self, view: QWidget) -> bool:
        """Let a view stand there, with the keyboard; False if it does so already."""
        if self.is_on:
            return False
        self.is_on = True
        self._around.reading.set_covered(self.name, True)
        self._around.panes.show_wide(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def leave(self, *, to_list: bool = False) -> None:
        """Go back to list and page, with the keyboard in one of them."""
        self._around.job.forget(self.name)
        if not self.is_on:
            return
        self.is_on = False
        self.left.emit()
        panes = self._around.panes
        panes.show_usual()
        self._around.reading.set_covered(self.name, False)
        panes.focus_reading()
        if to_list:
            panes.show_list()

    def leave_for_page(self) -> None:
        """Go back to the single page, whatever else was in its place."""
        self.leave()
        self.page_wanted.emit()

    def _end(self, name: str) -> None:
        """The question is answered or given up: the keys are for the view, or for nothing."""
        if name != self.name or not self._is_awaited:
            return
        self._is_awaited = False
        if self._has_answer and self.is_on:
            self._around.keys.press()
        else:
            self._around.keys.drop()
