"""Asks what is right instead of words of a text. It changes nothing: it gives back what was typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.ui.widgets.theme import Look

_LONGEST = 300  # characters of the words that are shown
_MOST = 2_000  # characters of a correction


class CorrectionDialog(QDialog):
    """Words of a text, and a line for what the person says instead; an empty line takes a correction back."""

    def __init__(
        self, parent: QWidget | None, look: Look, words: str, correction: str, keep: Callable[[str], None]
    ) -> None:
        super().__init__(parent)
        self._before = correction
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Correct these words"))
        shown = " ".join(words.split())
        quoted = QLabel(f"“{shown if len(shown) <= _LONGEST else shown[:_LONGEST].rstrip() + '…'}”", self)
        quoted.setTextFormat(Qt.TextFormat.PlainText)
        quoted.setWordWrap(True)
        self.line = QLineEdit(correction, self)
        self.line.setMaxLength(_MOST)
        self.line.setPlaceholderText(self.tr("What is right instead"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.selectAll()
        hint = QLabel(
            self.tr("It stands below the paragraph as yours, and goes into exports as yours. The post stays as it is."),
            self,
        )
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: keep(self.line.text().strip()))
        self.line.textChanged.connect(self._changed)
        column = QVBoxLayout(self)
        column.setSpacing(look.px(10))
        for part in (quoted, self.line, hint, buttons):
            column.addWidget(part)
        self.setMinimumWidth(look.over(parent, 440).width())
        self._changed(correction)

    def _changed(self, words: str) -> None:
        self.ok.setEnabled(words.strip() != self._before)
        takes_back = bool(self._before) and not words.strip()
        self.ok.setText(self.tr("Take the correction back") if takes_back else self.tr("Correct"))
