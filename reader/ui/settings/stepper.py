"""A number between a button that makes it smaller and one that makes it larger."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QToolButton, QWidget

from reader.ui.widgets.theme import Look


class Stepper(QWidget):
    """A field for a number with − and +; arrow keys step as well.

    Signals: `changed(float)` another number was chosen.
    """

    changed = Signal(float)

    def __init__(self, look: Look, low: float, high: float, unit: str, decimals: int = 0) -> None:
        super().__init__()
        self.number = QDoubleSpinBox(self)
        self.number.setRange(low, high)
        self.number.setDecimals(decimals)
        self.number.setSuffix(f" {unit}" if unit else "")

        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setFixedSize(look.px(96), look.px(28))
        self.number.valueChanged.connect(self.changed)
        self.setFocusProxy(self.number)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(4))
        self.less = self._button(look, "−", self.number.stepDown)
        self.more = self._button(look, "+", self.number.stepUp)
        for widget in (self.less, self.number, self.more):
            row.addWidget(widget)

    def _button(self, look: Look, sign: str, step: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do it
        button.setFixedSize(look.px(28), look.px(28))
        button.clicked.connect(step)
        return button
