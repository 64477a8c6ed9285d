"""A picture of a post as large as the window allows, with those before and behind it, to be looked at and saved.

In: the files of a page's pictures. Out: a copy of one, where the person wants it, byte for byte as the post has it.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, QStandardPaths, Qt
from PySide6.QtGui import QImage, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.base.errors import reason_of
from reader.base.files import read_whole, write_whole
from reader.render.sheet import FilePicture
from reader.ui.page.page_pictures import grounded
from reader.ui.page.pictures.decoding import Wanted
from reader.ui.page.pictures.drawings import drawings
from reader.ui.widgets.guarded import guarded

_OF_THE_WINDOW = 0.9


@guarded
class EnlargedPicture(QDialog):
    """One picture at a time: ← and → go on, Ctrl+S saves, Esc closes."""

    def __init__(self, pictures: Sequence[FilePicture], at: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pictures = pictures
        self._at = at
        self._canvas = _Canvas(self)
        self._said = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self._said.setObjectName("muted")
        self._save = QPushButton(self.tr("Save…"), self, autoDefault=False)
        close = QPushButton(self.tr("Close"), self, autoDefault=False)
        self._save.clicked.connect(self._ask_where)
        close.clicked.connect(self.reject)
        below = QHBoxLayout()
        below.addWidget(self._said, 1)
        below.addWidget(self._save)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self._canvas, 1)
        column.addLayout(below)
        keys = {"Left": lambda: self._step(-1), "Right": lambda: self._step(1), "Ctrl+S": self._ask_where}
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)
        drawings().drawn.connect(self._canvas.update)
        self.resize((QSizeF(parent.size()) * _OF_THE_WINDOW).toSize())
        self._show()

    @property
    def is_drawn(self) -> bool:
        """Whether the picture is there to be seen: it is decoded by another process."""
        return self._canvas.is_drawn

    def _step(self, by: int) -> None:
        self._at = (self._at + by) % len(self._pictures)
        self._show()

    def _show(self) -> None:
        picture = self._pictures[self._at]
        self._canvas.show_file(picture)
        self.setWindowTitle(picture.alt or picture.path.name)
        many = len(self._pictures)
        self._said.setText(f"{picture.path.name} · {self._at + 1}/{many}" if many > 1 else picture.path.name)

    def _ask_where(self) -> None:
        picture = self._pictures[self._at]
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        start = str(Path(folder) / picture.path.name)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the picture"), start)
        if chosen:
            self._copy(picture.path, Path(chosen))

    def _copy(self, picture: Path, out: Path) -> None:
        try:
            write_whole(out, read_whole(picture))
        except OSError as error:
            self._said.setText(
                self.tr("Not saved: %1 could not be copied to %2 (%3).")
                .replace("%1", picture.name)
                .replace("%2", str(out))
                .replace("%3", reason_of(error))
            )
        else:
            self._said.setText(self.tr("Saved as %1").replace("%1", str(out)))


@guarded
class _Canvas(QWidget):
    """The picture, whole, in the middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture: FilePicture | None = None
        self._image: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_file(self, picture: FilePicture) -> None:
        """Show this picture as soon as it is decoded."""
        self._picture, self._image = picture, None
        self.setAccessibleName(picture.alt or picture.path.name)
        self.update()

    @property
    def is_drawn(self) -> bool:
        """Whether the picture is there."""
        return self._image is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._image = None
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image is None and self._picture is not None:
            wanted = Wanted(str(self._picture.path), None, self.width(), self.devicePixelRatioF())
            image, _ = drawings().get(wanted)
            self._image = image and grounded(image, self.palette().window().color())
        if self._image is None:
            return
        size = self._image.deviceIndependentSize()
        if size.width() > self.width() or size.height() > self.height():
            size.scale(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, *size.toTuple())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
        painter.end()
