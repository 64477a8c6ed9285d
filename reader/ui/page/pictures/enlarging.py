"""A picture of the page, larger: a click on it, or a key, opens it in a dialog of its own."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QMouseEvent, QTextCursor

from reader.render.sheet import FilePicture
from reader.ui.page.page_browser import PageBrowser
from reader.ui.page.page_pictures import PICTURE
from reader.ui.widgets.guarded import guarded


@guarded
class Enlarging(QObject):
    """Opens the pictures of one page; formulas are none."""

    def __init__(self, browser: PageBrowser) -> None:
        super().__init__(browser)
        self._browser = browser
        self._beside: QCursor | None = None  # the mouse's look beside the picture it is on
        browser.released.connect(self._released)
        browser.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._point(event.position().toPoint())
        return super().eventFilter(watched, event)

    def open_in_sight(self) -> bool:
        """Open the first picture that is in sight, else the first of the page; False where it has none."""
        pictures = list(self._pictures())
        in_sight = (number for number, (_, top, bottom) in enumerate(pictures) if self._is_in_sight(top, bottom))
        if pictures:
            self._open([picture for picture, _, _ in pictures], next(in_sight, 0))
        return bool(pictures)

    def _point(self, point: QPoint) -> None:
        """Show a hand over what a click enlarges."""
        viewport, is_over = self._browser.viewport(), self._at(point) is not None
        if is_over and self._beside is None:
            self._beside = viewport.cursor()
            viewport.setCursor(Qt.CursorShape.PointingHandCursor)
        elif not is_over and self._beside is not None:
            viewport.setCursor(self._beside)
            self._beside = None

    def _released(self, point: QPoint) -> None:
        clicked = None if self._browser.textCursor().hasSelection() else self._at(point)
        if clicked is not None:
            pictures = [picture for picture, _, _ in self._pictures()]
            self._open(pictures, pictures.index(clicked))

    def _at(self, point: QPoint) -> FilePicture | None:
        """The picture at a point of the viewport; none where it leads elsewhere."""
        bars = QPointF(self._browser.horizontalScrollBar().value(), self._browser.verticalScrollBar().value())
        name = self._browser.document().documentLayout().imageAt(QPointF(point) + bars)
        picture = self._browser.pictures.get(name) if name and not self._browser.anchorAt(point) else None
        return picture if isinstance(picture, FilePicture) else None

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
