"""The pictures of a page, drawn at the screen's pixel ratio when the document asks for them: formulas and files."""

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QImageReader,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)
from PySide6.QtSvg import QSvgRenderer

from reader.render import svg
from reader.render.sheet import FilePicture, FormulaPicture, Picture
from reader.render.theme import Theme

_MOST_READ = 40_000_000  # pixels of a picture in a file
_HIGHEST = 6000  # px of a picture that is shown
_PHOTOS = (b"png", b"jpeg", b"jpg", b"gif", b"webp", b"bmp")
PICTURE = "\ufffc"  # what stands in a document's text for a picture


def drawn(picture: Picture, font: QFont, *, ratio: float, column: int, theme: Theme) -> QImage:
    """A picture to be shown in text of this font, at most `column` px wide."""
    if isinstance(picture, FormulaPicture):
        return _formula(picture, font, ratio)
    return _from_file(picture, ratio, column, theme)


def stand_on_line(document: QTextDocument, pictures: Mapping[str, Picture]) -> None:
    """Set the formulas of a document on the baselines of their lines.

    Qt's one alignment that does so (CSS has no name for it) gives a picture the descent of its own font: each formula
    takes a font of a size whose descent is enough, and is drawn that far down.
    """
    font = document.defaultFont()
    edit = QTextCursor(document)
    edit.beginEditBlock()
    cursor = document.find(PICTURE)
    while not cursor.isNull():
        picture = pictures.get(cursor.charFormat().toImageFormat().name())
        if isinstance(picture, FormulaPicture):
            cursor.mergeCharFormat(_on_baseline(picture, font))
        cursor = document.find(PICTURE, cursor)
    edit.endEditBlock()


def plain_text(selection: QTextCursor, pictures: Mapping[str, Picture]) -> str:
    """What is selected as plain text, with a formula's TeX and a picture's words in the picture's place."""
    document, start = selection.document(), selection.selectionStart()
    words = []
    cursor = document.find(PICTURE, start)
    while not cursor.isNull() and cursor.selectionEnd() <= selection.selectionEnd():
        picture = pictures.get(cursor.charFormat().toImageFormat().name())
        words.append(f"${picture.tex}$" if isinstance(picture, FormulaPicture) else picture.alt if picture else "")
        cursor = document.find(PICTURE, cursor)
    text = selection.selection().toPlainText()
    for word in words:
        text = text.replace(PICTURE, word, 1)
    return text


def _on_baseline(picture: FormulaPicture, font: QFont) -> QTextImageFormat:
    size, descent = _standing(picture, font)
    form = QTextImageFormat()
    form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    form.setProperty(QTextFormat.Property.FontPixelSize, size)
    form.setWidth(ceil(picture.width))
    form.setHeight(ceil(picture.ascent) + descent)
    return form


def _standing(picture: FormulaPicture, font: QFont) -> tuple[int, int]:
    """The size of font a formula takes and its descent, px; twice the size has about twice the descent."""
    sized, size = QFont(font), font.pixelSize()
    while (descent := QFontMetrics(sized).descent()) < picture.depth:
        size = max(size + 1, int(size * picture.depth / max(1, descent)))
        sized.setPixelSize(size)
    return size, descent


def _formula(picture: FormulaPicture, font: QFont, ratio: float) -> QImage:
    above = ceil(picture.ascent)
    image = _blank(QSize(ceil(picture.width), above + _standing(picture, font)[1]), ratio)
    painter = QPainter(image)
    room = QRectF(0, above - picture.ascent, picture.width, picture.ascent + picture.depth)
    QSvgRenderer(QByteArray(picture.svg)).render(painter, room)
    painter.end()
    return image


def _from_file(picture: FilePicture, ratio: float, column: int, theme: Theme) -> QImage:
    image = (
        _drawing(picture, ratio, column) if picture.path.suffix.lower() == ".svg" else _photo(picture, ratio, column)
    )
    if image is None or image.isNull():
        return _unreadable(picture, ratio, column, theme)
    image.setDevicePixelRatio(ratio)
    return image


def _photo(picture: FilePicture, ratio: float, column: int) -> QImage | None:
    reader = QImageReader(str(picture.path))
    reader.setAutoTransform(True)
    if reader.format().data() not in _PHOTOS:  # by its bytes: Qt's other readers open what a file names
        return None
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_READ:
        return None
    reader.setScaledSize(_shown(picture, size, column) * ratio)
    return reader.read()


def _drawing(picture: FilePicture, ratio: float, column: int) -> QImage | None:
    try:
        with picture.path.open("rb") as file:
            source = svg.cleaned(file.read(svg.MOST_BYTES + 1))
    except OSError:
        return None
    renderer = QSvgRenderer(QByteArray(source or b""))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return None
    image = _blank(_shown(picture, size, column), ratio)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _shown(picture: FilePicture, size: QSize, column: int) -> QSize:
    """How large a picture of a size is shown, px: as wide as it is or is asked for, and never endlessly high."""
    width = min(picture.width or size.width(), column)
    height = max(1, round(size.height() * width / size.width()))
    if height > _HIGHEST:
        width, height = max(1, round(width * _HIGHEST / height)), _HIGHEST
    return QSize(width, height)


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
