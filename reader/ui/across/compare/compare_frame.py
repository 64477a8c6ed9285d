"""The band above papers side by side: how many there are, two texts of one paper in one, and the way back."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.across.band import Band
from reader.ui.across.compare.compare_view import CompareView
from reader.ui.widgets.buttons import KeyButton
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look


@guarded
class CompareFrame(QWidget):
    """The columns below their band. It says nothing itself: what is pressed is the columns' business."""

    def __init__(self, look: Look, columns: CompareView) -> None:
        super().__init__()
        self._columns = columns
        self._band = Band(look, self)
        self._in_one = KeyButton(look, parent=self._band)
        self._band.add(self._in_one)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._band)
        whole.addWidget(columns, 1)
        self.setFocusProxy(columns)
        self._band.left.connect(columns.left)
        self._in_one.clicked.connect(columns.toggle_in_one)
        columns.arranged.connect(self._say)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._columns.left.emit()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        columns = self._columns
        self._in_one.setVisible(columns.is_of_one_paper)
        self._in_one.setText(self.tr("Side by side") if columns.is_in_one else self.tr("In one text"))
        self._in_one.updateGeometry()
        if columns.is_of_one_paper:
            self._band.set_words(self.tr("What the summaries say differently"), "")
        else:
            self._band.set_words(self.tr("Side by side"), self.tr("%Ln paper(s)", "", len(columns.keys)))
