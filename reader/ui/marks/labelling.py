"""Labelling: making, changing and removing the person's own labels, and putting them on papers.

Joins the label menu and dialog with the session.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.base.errors import ReaderError
from reader.marks.model import LABEL_COLOURS
from reader.marks.store import MarkStore
from reader.posts.model import PaperKey
from reader.ui.marks.label_menu import LabelDialog, StayingMenu, colour_words, fill_label_menu
from reader.ui.session.session import Session
from reader.ui.widgets.label_colours import dot_icon
from reader.ui.widgets.popup import Popup
from reader.ui.widgets.theme import Look


class Labelling(QObject):
    """The labels of a window, as they are asked for.

    Signals: `renamed(str, str)` a label has another name, old and new · `removed(str)` · `told(str)` and `failed(str)`
    for the status bar.
    """

    renamed = Signal(str, str)
    removed = Signal(str)
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._parent = parent

    def new_menu(self) -> QMenu:
        """An empty menu for labels: it stays open while they are ticked."""
        return StayingMenu(self._parent)

    def fill_menu(self, menu: QMenu, keys: list[PaperKey]) -> None:
        """Offer the labels for papers."""
        of_each = [self._session.labels_of(key) for key in keys]
        labels = self._session.labels()
        on = {label.name: sum(label.name in names for names in of_each) for label in labels}
        set_label = partial(self._session.set_label, keys)
        look, make = self._look, partial(self.ask_for_label, keys)
        fill_label_menu(menu, look, labels, on, len(keys), set_label, make)

    def add_entries(self, menu: Popup, name: str) -> None:
        """Add what can be done with a label to its line's menu."""
        colour = next((label.colour for label in self._session.labels() if label.name == name), LABEL_COLOURS[0])
        menu.addSeparator()
        rename = menu.addAction(self.tr("Rename…"))
        rename.triggered.connect(lambda: self.ask_to_change(name, colour))
        colours = menu.add_popup(self.tr("Colour"))
        for known, words in colour_words().items():
            action = colours.addAction(dot_icon(known, self._look), words)
            action.setCheckable(True)
            action.setChecked(known == colour)
            action.triggered.connect(lambda _checked=False, known=known: self.recolour(name, known))
        remove = menu.addAction(self.tr("Remove the label"))
        remove.triggered.connect(lambda: self.remove(name))

    def ask_for_label(self, keys: list[PaperKey]) -> None:
        """Ask for a new label and put it on papers."""

        def make(name: str, colour: str) -> None:
            self._session.edit_labels(lambda marks: marks.add_label(name, colour, keys), keys)

        used = [label.colour for label in self._session.labels()]
        colour = min(LABEL_COLOURS, key=used.count)
        LabelDialog(self._parent, self._look, self.tr("New label"), "", colour, make).open()

    def ask_to_change(self, name: str, colour: str) -> None:
        """Ask for another name and colour."""

        def change(new: str, wanted: str) -> None:
            self._session.edit_labels(lambda marks: marks.rename_label(name, new, wanted))
            renamed = " ".join(new.split())
            if renamed != name:
                self.renamed.emit(name, renamed)

        LabelDialog(self._parent, self._look, self.tr("Change the label"), name, colour, change).open()

    def recolour(self, name: str, colour: str) -> None:
        """Give a label another colour."""
        self._edit(lambda marks: marks.recolour_label(name, colour))

    def remove(self, name: str) -> None:
        """Take a label off all papers and away."""
        if not self._edit(lambda marks: marks.remove_label(name)):
            return
        self.removed.emit(name)
        self.told.emit(self.tr("The label “%1” was removed. Ctrl+Z brings it back.").replace("%1", name))

    def _edit(self, edit: Callable[[MarkStore], None]) -> bool:
        """Change labels where no dialog is open that could tell what went wrong; False if it did."""
        try:
            self._session.edit_labels(edit)
        except ReaderError as error:
            self.failed.emit(str(error))
            return False
        return True
