"""The small bar beside words that are selected or highlighted, and what it asks for, on a page and in the lens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.marks.model import Highlight
from reader.render.theme import Theme
from reader.ui.page.page_text import Quotation

if TYPE_CHECKING:
    from reader.ui.page.marking.highlight_bar import HighlightBar


class BarGestures(QObject):
    """The base of those who let words be marked with the mouse. It changes nothing: it says what was asked for.

    Signals: `highlight_requested(str)` highlight what is selected in this colour · `recolour_requested(str, str)` an
    id and a colour · `remove_requested(str)` an id · `quote_requested()` quote `quotations()` in the note ·
    `correct_requested(str)` say what is right instead of a highlight, by its id, or ("") of what is selected.
    """

    highlight_requested = Signal(str)
    recolour_requested = Signal(str, str)
    remove_requested = Signal(str)
    quote_requested = Signal()
    correct_requested = Signal(str)

    def __init__(self, theme: Theme, viewport: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._viewport = viewport
        self._bar: HighlightBar | None = None
        self._clicked: Highlight | None = None  # what the bar is about, unless it is what is selected

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        if self._bar is not None:
            self._bar.set_theme(theme)

    def quotations(self) -> list[Quotation]:
        """What is selected, or the highlight that was clicked; one for each section it reaches into."""
        if self._clicked is not None:
            return [Quotation.of(self._clicked)]
        return self._selected_quotations()

    def leave(self) -> None:
        """Close the bar."""
        self._clicked = None
        if self._bar is not None:
            self._bar.hide()

    def _selected_quotations(self) -> list[Quotation]:
        raise NotImplementedError

    def _copy_selected(self) -> None:
        raise NotImplementedError

    def _the_bar(self) -> "HighlightBar":
        from reader.ui.page.marking.highlight_bar import HighlightBar  # when words are selected for the first time

        if self._bar is None:
            self._bar = bar = HighlightBar(self._theme, self._viewport)
            bar.colour_chosen.connect(self._colour)
            bar.quote_requested.connect(self._quote)
            bar.correct_requested.connect(self._correct)
            bar.copy_requested.connect(self._copy)
            bar.remove_requested.connect(self._remove)
        return self._bar

    def _colour(self, name: str) -> None:
        if self._clicked is not None:
            identity = self._clicked.id
            self.leave()
            self.recolour_requested.emit(identity, name)
        else:
            self.highlight_requested.emit(name)

    def _quote(self) -> None:
        self.quote_requested.emit()
        self.leave()

    def _correct(self) -> None:
        identity = self._clicked.id if self._clicked is not None else ""
        self.leave()
        self.correct_requested.emit(identity)

    def _remove(self) -> None:
        if self._clicked is not None:
            identity = self._clicked.id
            self.leave()
            self.remove_requested.emit(identity)

    def _copy(self) -> None:
        if self._clicked is not None:
            QGuiApplication.clipboard().setText(self._clicked.quotation)
        else:
            self._copy_selected()
        self.leave()
