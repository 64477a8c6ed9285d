"""The dialog that makes or changes a label."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.base.errors import ReaderError
from reader.marks.model import LABEL_COLOURS
from reader.ui.widgets.label_colours import dot_icon
from reader.ui.widgets.theme import Look

Edit = Callable[[str, str], None]
"""Makes or changes a label by name and colour; raises ReaderError with what is to be told."""


class LabelDialog(QDialog):
    """A label's name and colour. What can't be is told in the dialog, which stays open."""

    def __init__(self, parent: QWidget | None, look: Look, title: str, name: str, colour: str, edit: Edit) -> None:
        super().__init__(parent)
        self._look = look
        self._edit = edit
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.name = QLineEdit(name, self)
        self.name.setMaxLength(80)
        self.name.setPlaceholderText(self.tr("Name of the label"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.name.selectAll()
        self.colours = QButtonGroup(self)
        self._trouble = QLabel(self)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._name_changed)
        column = QVBoxLayout(self)
        column.setSpacing(look.px(10))
        column.addWidget(self.name)
        column.addLayout(self._swatches(colour))
        column.addWidget(self._trouble)
        column.addWidget(buttons)
        self.setMinimumWidth(look.over(self.parentWidget(), 360).width())
        self._name_changed(name)

    def colour(self) -> str:
        """The colour chosen."""
        return LABEL_COLOURS[self.colours.checkedId()]

    def _swatches(self, colour: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(4))
        words = colour_words()
        for number, name in enumerate(LABEL_COLOURS):
            swatch = QToolButton(self)
            swatch.setIcon(self._swatch_icon(name))
            swatch.setIconSize(QSize(20, 20))
            swatch.setCheckable(True)
            swatch.setObjectName("flat")
            swatch.setFixedSize(self._look.px(30), self._look.px(30))
            swatch.setToolTip(words[name])
            swatch.setAccessibleName(words[name])
            swatch.toggled.connect(partial(self._show_chosen, swatch, name))
            swatch.setChecked(name == colour)
            self.colours.addButton(swatch, number)
            row.addWidget(swatch)
        if self.colours.checkedId() < 0:
            self.colours.button(0).setChecked(True)
        row.addStretch()
        return row

    def _swatch_icon(self, name: str, chosen: bool = False) -> QIcon:
        return dot_icon(name, self._look, "all" if chosen else "", 20)

    def _show_chosen(self, swatch: QToolButton, name: str, chosen: bool) -> None:
        swatch.setIcon(self._swatch_icon(name, chosen))

    def _name_changed(self, name: str) -> None:
        self._ok.setEnabled(bool(name.strip()))
        self._trouble.hide()

    def _try(self) -> None:
        try:
            self._edit(self.name.text(), self.colour())
        except ReaderError as error:
            self._trouble.setText(str(error))
            self._trouble.show()
            self.name.setFocus()
            return
        self.accept()


def colour_words() -> dict[str, str]:
    """What the colours are called."""
    words = (
        QCoreApplication.translate("Labels", "Blue"),
        QCoreApplication.translate("Labels", "Green"),
        QCoreApplication.translate("Labels", "Orange"),
        QCoreApplication.translate("Labels", "Red"),
        QCoreApplication.translate("Labels", "Purple"),
        QCoreApplication.translate("Labels", "Teal"),
        QCoreApplication.translate("Labels", "Pink"),
        QCoreApplication.translate("Labels", "Yellow"),
        QCoreApplication.translate("Labels", "Grey"),
    )
    return dict(zip(LABEL_COLOURS, words, strict=True))
