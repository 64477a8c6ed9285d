"""Labels on one paper or many: a menu with a box for each label, narrowed by what is typed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget, QWidgetAction

from reader.base.hangul import keys_of, typed_in_latin
from reader.marks.model import Label
from reader.ui.widgets.composing_field import ComposingField
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.label_colours import Share, dot_icon
from reader.ui.widgets.popup import Popup
from reader.ui.widgets.theme import Look

_MENU_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})
_SPACE = Qt.Key.Key_Space


@guarded
class LabelField(ComposingField):
    """Where the beginning of a label is typed; what the menu does with keys is the menu's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.takes_space = False  # Space is a letter of what is typed
        self.setPlaceholderText(QCoreApplication.translate("Labels", "Find a label"))
        self.setAccessibleName(self.placeholderText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_the_menus = event.key() in _MENU_KEYS or (event.key() == _SPACE and not self.takes_space)
        if is_the_menus and not self.is_composing():
            event.ignore()
        else:
            super().keyPressEvent(event)


@guarded
class LabelMenu(Popup):
    """A menu that stays open when a box is ticked by the mouse or Space; Enter ticks and closes.

    What is typed leaves the labels that have it in their names, those that begin with it first, and Enter takes the
    first of them; without one it makes a new label of that name. Space is a letter once something is typed, until an
    arrow key chooses a label.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels: dict[str, QAction] = {}
        self._new: QAction | None = None
        self.field = LabelField(self)
        self.field.edited.connect(self._narrow)

    def fill(
        self,
        look: Look,
        labels: Sequence[Label],
        on: Mapping[str, int],
        of: int,
        set_label: Callable[[str, bool], object],
        make: Callable[[str], object],
    ) -> None:
        """Offer the labels for `of` papers, `on` of which have each; one that only some have says how many.

        `set_label` is called with a name and whether it is to be on; `make` when a new label is wanted, with what was
        typed by then.
        """
        self.setTitle(QCoreApplication.translate("Labels", "Labels"))
        for label in labels:
            self._labels[label.name] = self._add(look, label, on.get(label.name, 0), of, set_label)
        if labels:
            self._add_field(look)
            self.addSeparator()
            self.setActiveAction(self._labels[labels[0].name])
        else:
            self.field.hide()
        self._new = self.addAction(QCoreApplication.translate("Labels", "New label…"))
        self._new.triggered.connect(lambda: make(self.field.whole_text().strip()))

    # What Qt calls.

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == _SPACE and action is not None and action.isCheckable():
            action.trigger()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(action, QWidgetAction):
            self._choose_first()
        super().keyPressEvent(event)
        self.field.takes_space = False

    # Inside.

    def _add(self, look: Look, label: Label, having: int, of: int, set_label: Callable[[str, bool], object]) -> QAction:
        action = self.addAction(label.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(having == of)
        if 0 < having < of:
            action.setText(f"{action.text()}\t{having}/{of}")
        share: Share = "all" if action.isChecked() else "some" if having else "none"
        action.setIcon(dot_icon(label.colour, look, share))
        action.toggled.connect(partial(_tick, action, look, label, set_label))
        return action

    def _add_field(self, look: Look) -> None:
        """Put the field above the labels; it has the keyboard."""
        holder = QWidgetAction(self)
        holder.setDefaultWidget(self.field)
        self.field.setFixedHeight(look.px(26))
        self.insertAction(next(iter(self._labels.values())), holder)
        self.setFocusProxy(self.field)  # so that going through the labels does not take the keyboard from it
        self.aboutToShow.connect(lambda: self.field.setFocus(Qt.FocusReason.PopupFocusReason))

    def _narrow(self, typed: str) -> None:
        """Leave the labels that have what is typed in their names."""
        self.field.takes_space = bool(typed.strip())
        for name, action in self._labels.items():
            action.setVisible(_rank(typed, name) is not None)
        self._choose_first()

    def _choose_first(self) -> None:
        """Choose the label that fits best what is typed, or a new one where none does."""
        typed = self.field.whole_text()
        ranks = {name: rank for name in self._labels if (rank := _rank(typed, name)) is not None}
        best = self._labels[min(ranks, key=lambda name: ranks[name])] if ranks else self._new
        if best is not None:
            self.setActiveAction(best)


def _rank(typed: str, name: str) -> int | None:
    """How well a label's name fits what is typed: 0 it begins so, 1 a word of it does, 2 it has it, 3 it has it typed
    on the other keyboard; None if it does not fit."""
    wanted, has = keys_of(typed.strip()), keys_of(name)
    if has.startswith(wanted):
        return 0
    if f" {wanted}" in has:
        return 1
    if wanted in has:
        return 2
    return 3 if len(wanted) > 1 and typed_in_latin(wanted) in typed_in_latin(name) else None


def _tick(action: QAction, look: Look, label: Label, set_label: Callable[[str, bool], object], on: bool) -> None:
    action.setText(action.text().partition("\t")[0])
    action.setIcon(dot_icon(label.colour, look, "all" if on else "none"))
    set_label(label.name, on)
