"""A picture of the page, larger: a click on it, or a key, opens it in a dialog of its own."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, QPointF
from PySide6.QtGui import QTextCursor

from reader.render.sheet import FilePicture
from reader.ui.page.page_browser import PageBrowser
from reader.ui.page.page_pictures import PICTURE


class Enlarging(QObject):
    """Opens the pictures of one page; formulas are none."""

    def __init__(self, browser: PageBrowser) -> None:
        super().__init__(browser)
        self._browser = browser
        browser.released.connect(self._released)

    def open_in_sight(self) -> bool:
        """Open the first picture that is in sight, else the first of the page; False where it has none."""
        pictures = list(self._pictures())
        in_sight = (number for number, (_, top, bottom) in enumerate(pictures) if self._is_in_sight(top, bottom))
        if pictures:
            self._open([picture for picture, _, _ in pictures], next(in_sight, 0))
        return bool(pictures)

    def _released(self, point: QPoint) -> None:
        if self._browser.textCursor().hasSelection() or self._browser.anchorAt(point):
            return
        bars = QPointF(self._browser.horizontalScrollBar().value(), self._browser.verticalScrollBar().value())
        clicked = self._browser.pictures.get(self._browser.document().documentLayout().imageAt(QPointF(point) + bars))
        if isinstance(clicked, FilePicture):
            pictures = [picture for picture, _, _ in self._pictures()]
            self._open(pictures, pictures.index(clicked))

    def _open(self, pictures: list[FilePicture], at: int) -> None:
        from reader.ui.page.pictures.enlarged import EnlargedPicture  # when a picture is looked at for the first time

        EnlargedPicture(pictures, at, self._browser.window()).open()

    def _pictures(self) -> Iterator[tuple[FilePicture, int, int]]:
        """The pictures of files, with their upper and lower edges in px of the viewport."""
        document = self._browser.document()
        cursor = document.find(PICTURE)
        while not cursor.isNull():
            picture = self._browser.pictures.get(cursor.charFormat().toImageFormat().name())
            if isinstance(picture, FilePicture):
                rect = self._browser.cursorRect(QTextCursor(cursor))
                yield picture, rect.top(), rect.bottom()
            cursor = document.find(PICTURE, cursor)

    def _is_in_sight(self, top: int, bottom: int) -> bool:
        return bottom > 0 and top < self._browser.viewport().height()
