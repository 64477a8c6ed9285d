"""The pictures of a page, drawn at the screen's pixel ratio when the document asks for them: formulas and files."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from reader.render.sheet import FilePicture, FormulaPicture, Picture
from reader.render.theme import Theme

_MOST_PIXELS = 6000  # of a side of a picture in a file


def drawn(picture: Picture, *, ratio: float, column: int, theme: Theme) -> QImage:
    """A picture to be shown, at most `column` px wide."""
    if isinstance(picture, FormulaPicture):
        return _formula(picture, ratio)
    return _from_file(picture, ratio, column, theme)


def _formula(picture: FormulaPicture, ratio: float) -> QImage:
    image = _blank(QSize(picture.width, picture.height), ratio)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(picture.svg)).render(painter, QRectF(0, picture.top, *picture.drawn))
    painter.end()
    return image


def _from_file(picture: FilePicture, ratio: float, column: int, theme: Theme) -> QImage:
    reader = QImageReader(str(picture.path))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _MOST_PIXELS:
        return _unreadable(picture, ratio, column, theme)
    width = min(picture.width or size.width(), column)
    shown = QSize(width, max(1, round(size.height() * width / size.width())))
    reader.setScaledSize(shown * ratio)
    image = reader.read()
    if image.isNull():
        return _unreadable(picture, ratio, column, theme)
    image.setDevicePixelRatio(ratio)
    return image


def _unreadable(picture: FilePicture, ratio: float, column: int, theme: Theme) -> QImage:
    """The place of a picture whose file can't be read, with its name."""
    size = QSize(min(picture.width or column, column), 96)
    image = _blank(size, ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.line)))
    painter.setBrush(QColor(theme.code))
    painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), 6, 6)
    painter.setPen(QColor(theme.muted))
    painter.drawText(QRectF(0, 0, size.width(), size.height()), Qt.AlignmentFlag.AlignCenter, picture.path.name)
    painter.end()
    return image


def _blank(size: QSize, ratio: float) -> QImage:
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image
