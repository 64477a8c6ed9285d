"""The pictures of a page, at the screen's pixel ratio, when the document asks for them: formulas and files."""

from collections.abc import Iterable, Mapping
from math import ceil

from PySide6.QtCore import QByteArray, QEventLoop, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)
from PySide6.QtSvg import QSvgRenderer

from reader.render.sheet import FilePicture, FormulaPicture, Picture
from reader.render.theme import Theme
from reader.ui.page.pictures.decoding import Wanted, blank

_MIDDLE, _OPAQUE = 128, 255
PICTURE = "\ufffc"  # what stands in a document's text for a picture


def drawn(picture: Picture, font: QFont, *, ratio: float, column: int, theme: Theme) -> QImage:
    """A picture to be shown in text of this font, at most `column` px wide; of a file, a place until it is known."""
    if isinstance(picture, FormulaPicture):
        return _formula(picture, font, ratio)
    return _from_file(picture, ratio, column, theme)


def settle(pictures: Iterable[Picture], *, ratio: float, column: int) -> None:
    """Wait until the files among these pictures are known: for a process without a window, which has to have them."""
    files = [picture for picture in pictures if isinstance(picture, FilePicture)]
    if not files:
        return
    from reader.ui.page.pictures.drawings import drawings  # few pages have any

    beside = drawings()
    beside.forget()
    for picture in files:
        beside.get(_wanted(picture, ratio, column))
    if beside.waiting:
        waiting = QEventLoop()
        beside.drawn.connect(waiting.quit)
        waiting.exec()


def stand_on_line(document: QTextDocument, pictures: Mapping[str, Picture], begin: int = 0) -> None:
    """Set the formulas of a document on the baselines of their lines.

    Qt's one alignment that does so (CSS has no name for it) gives a picture the descent of its own font: each formula
    takes a font of a size whose descent is enough, and is drawn that far down.
    """
    font = document.defaultFont()
    edit = QTextCursor(document)
    edit.beginEditBlock()
    cursor = document.find(PICTURE, begin)
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
    image = blank(QSize(ceil(picture.width), above + _standing(picture, font)[1]), ratio)
    painter = QPainter(image)
    room = QRectF(0, above - picture.ascent, picture.width, picture.ascent + picture.depth)
    QSvgRenderer(QByteArray(picture.svg)).render(painter, room)
    painter.end()
    return image


def _from_file(picture: FilePicture, ratio: float, column: int, theme: Theme) -> QImage:
    from reader.ui.page.pictures.drawings import drawings  # few pages have any

    image, is_known = drawings().get(_wanted(picture, ratio, column))
    if image is not None:
        return grounded(image, QColor(theme.page))
    return _place(picture, ratio, column, theme, picture.path.name if is_known else "")


def grounded(image: QImage, page: QColor) -> QImage:
    """A dark drawing that has no ground of its own, on white where the page is dark; any other picture as it is."""
    if page.lightness() >= _MIDDLE:
        return image
    middle = image.scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation).pixelColor(0, 0)
    if middle.alpha() == _OPAQUE or middle.lightness() >= _MIDDLE:
        return image
    ground = QImage(image)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    return ground


def _wanted(picture: FilePicture, ratio: float, column: int) -> Wanted:
    return Wanted(str(picture.path), picture.width, column, ratio)


def _place(picture: FilePicture, ratio: float, column: int, theme: Theme, name: str) -> QImage:
    """The place of a picture: with its name where its file can't be read, without while it is being read."""
    size = QSize(min(picture.width or column, column), 96)
    image = blank(size, ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.line)))
    painter.setBrush(QColor(theme.code))
    painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), 6, 6)
    painter.setPen(QColor(theme.muted))
    painter.drawText(QRectF(0, 0, size.width(), size.height()), Qt.AlignmentFlag.AlignCenter, name)
    painter.end()
    return image
