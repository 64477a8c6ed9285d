"""The program's own icons: one-colour SVG drawings, rendered in the colour and pixel ratio asked for, and cached.

The drawings say `currentColor` where the colour belongs, which QtSvg doesn't know, so it is put in before rendering.
"""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Icons:
    """The drawings of one folder, by name: "star" is star.svg."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pixmap = lru_cache(maxsize=512)(self._render)

    def pixmap(self, name: str, colour: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
        """The drawing `size` logical pixels wide and high, sharp at the pixel ratio."""
        return self._pixmap(name, colour, size, ratio)

    def icon(self, name: str, colour: str, size: int = 16) -> QIcon:
        """The drawing for Qt's own menus and buttons, sharp on all screens there are."""
        icon = QIcon()
        for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
            icon.addPixmap(self.pixmap(name, colour, size, ratio))
        return icon

    def paint(self, painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
        """Draw it, square, in the middle of `rect`."""
        size = round(min(rect.width(), rect.height()))
        ratio = painter.device().devicePixelRatio()
        left = round(rect.center().x() - size / 2)
        top = round(rect.center().y() - size / 2)
        painter.drawPixmap(left, top, self.pixmap(name, colour, size, ratio))

    def _render(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        drawing = (self._folder / f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode())
        pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing)).render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
