"""The TeX of formulas as text that is not seen, over their pictures: who selects them in a PDF copies their source."""

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextDocument

from reader.render.sheet import FormulaPicture, Picture
from reader.ui.page.page_pictures import PICTURE


class FormulaText:
    """The formulas of a document that is laid out."""

    def __init__(self, document: QTextDocument, pictures: Mapping[str, Picture]) -> None:
        self._font = QFont(document.defaultFont())
        self._places = list(_places(document, pictures)) if pictures else []

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint those that are within a part of the document."""
        painter.setPen(Qt.GlobalColor.transparent)
        for rect, tex in self._places:
            if seen.contains(rect.center()):
                room = QFontMetricsF(self._font).horizontalAdvance(tex)
                painter.save()
                painter.setFont(self._font)
                painter.translate(rect.left(), rect.bottom())
                painter.scale(rect.width() / room, 1.0)
                painter.drawText(0, 0, tex)
                painter.restore()


def _places(document: QTextDocument, pictures: Mapping[str, Picture]) -> Iterator[tuple[QRectF, str]]:
    cursor = document.find(PICTURE)
    while not cursor.isNull():
        form = cursor.charFormat().toImageFormat()
        picture = pictures.get(form.name())
        if isinstance(picture, FormulaPicture):
            block, at = cursor.block(), cursor.selectionStart() - cursor.block().position()
            corner = document.documentLayout().blockBoundingRect(block).topLeft()  # lays out as far as here
            line = block.layout().lineForTextPosition(at)
            x: Any = line.cursorToX(at)  # the place and the cursor's, where the stubs have the place alone
            top, height = line.y() + line.ascent() - picture.ascent, picture.ascent + picture.depth
            yield QRectF(corner.x() + x[0], corner.y() + top, form.width(), height), f"${picture.tex}$"
        cursor = document.find(PICTURE, cursor)
