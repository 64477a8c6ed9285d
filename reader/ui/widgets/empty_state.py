"""A calm sentence where a list or a page would be, with a button if something can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words


@guarded
class EmptyState(QWidget):
    """Centred muted text on the ground of the pane that it stands in for, with the keyboard in its stead.

    Signals: `button_clicked()`.
    """

    button_clicked = Signal()

    def __init__(self, look: Look, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ground = ground
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._text = Words(look, 0, "muted", parent=self)
        self._text.set_wrapping()
        self._button = QPushButton(self)
        self._button.clicked.connect(self.button_clicked)
        self._button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 0, 36, 0)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(self._text)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        look.changed.connect(self.update)

    def set_texts(self, text: str, button: str = "") -> None:
        """What to say above the button and on it; without words for it there is no button."""
        self._text.set_words(text)
        self.setAccessibleName(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))

    def stand_in(
        self, view: QWidget, content: Sequence[QWidget], focus: QWidget, *, stands: bool, had_focus: bool
    ) -> None:
        """Be there in place of the content of a view, or no longer. The keyboard that is given to the view goes to this
        or to `focus`; `had_focus`: it is there now, and goes along.
        """
        wanted = self if stands else focus
        view.setFocusProxy(wanted)
        if stands == self.isHidden():
            for widget in (self,) if stands else content:
                widget.show()
            if had_focus:  # before what has it is hidden: Qt would give it to whatever stands next in the window
                wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in content:
            widget.setHidden(stands)
        self.setVisible(stands)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 60)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        QPainter(self).fillRect(self.rect(), self._look.colour(self._ground))
