"""The frame of the window. It is on the screen before the window in it is made, and shows the picture that was left.

A start is an empty window, and three times as long again for what is in it. Meanwhile the frame shows how the window
looked as it was closed, as phones do; nothing can be read wrong in it, since it is shown only where library, marks,
settings and place are the same. What is typed meanwhile waits, and goes to the window.
"""

import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QEventLoop, QLocale, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reader import __version__
from reader.base.files import read_whole, write_whole
from reader.base.paths import ProfilePaths
from reader.ui.widgets.guarded import guarded

if TYPE_CHECKING:
    from reader.ui.window.window import MainWindow

_log = logging.getLogger("reader.ui")
_BUT_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
_PATIENCE_MS = 10_000
_FORMAT = "BMP"  # nothing to unpack: 4 MB are read in 3 ms, the same as PNG in 20


class KeptPicture(NamedTuple):
    """How a window looked as it was closed."""

    pixmap: QPixmap
    geometry: str  # Qt's own, base64
    title: str


@guarded
class Frame(QWidget):
    """One window's frame."""

    def __init__(self, places: ProfilePaths, *shown: str) -> None:
        """`shown` is what the window was asked to look like."""
        super().__init__()
        self._places = places
        self._shown = [__version__, *shown]
        self._window: MainWindow | None = None
        self._is_closing = False
        self._answers = False
        self._picture: KeptPicture | None = None  # while it is shown
        self._left: KeptPicture | None = None  # for the next start
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_picture(self) -> None:
        """Be on the screen with the picture that was left, if it still tells the truth."""
        picture = self._read()
        if picture is None:
            return
        self.restoreGeometry(QByteArray.fromBase64(picture.geometry.encode()))
        if not self.isMaximized() and not self._has_size_of(picture):
            return  # another screen
        self._picture = picture
        self.setWindowTitle(picture.title)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.show()
        self.keep_painted()

    def keep_painted(self) -> None:
        """Let the system make room for the frame, and paint it; keys and clicks wait for the window."""
        if self._picture is not None:
            QApplication.processEvents(_BUT_INPUT)

    def clear(self) -> None:
        """Let go of a window that could not be made."""
        for half_made in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            half_made.setParent(None)
            half_made.deleteLater()

    def hold(self, window: "MainWindow") -> None:
        """Take the window in, which was made with this frame as its parent, and show it.

        Where there is a picture, it stays until the window is laid out, and keys and clicks until the window answers.
        """
        self._window = window
        window.windowTitleChanged.connect(self.setWindowTitle)
        window.left.connect(self._take)
        self._column.addWidget(window)
        if self._picture is None:
            self.setWindowTitle(window.windowTitle())
            window.show()
            self.show()
        else:
            self._exchange(window)
        self._answers = True
        if self._is_closing:
            self.close()

    def _exchange(self, window: "MainWindow") -> None:
        self.setUpdatesEnabled(False)
        window.laid_out.connect(self._unveil)
        window.show()
        loop = QEventLoop()
        window.stands.connect(loop.quit)
        QTimer.singleShot(_PATIENCE_MS, loop, loop.quit)  # an error may have left the window half made
        loop.exec(_BUT_INPUT)
        self._unveil()

    def _unveil(self) -> None:
        self._picture = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        self.setUpdatesEnabled(True)

    def _has_size_of(self, picture: KeptPicture) -> bool:
        return picture.pixmap.deviceIndependentSize().toSize() == self.size()

    # What Qt calls.

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is not None:
            painter = QPainter(self)
            painter.fillRect(event.rect(), self.palette().window())
            if self._has_size_of(self._picture):
                painter.drawPixmap(0, 0, self._picture.pixmap)
            painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._window is None or not self._answers:
            self._is_closing = True  # once the window stands
            event.ignore()
            return
        if not self._window.close():
            event.ignore()
            return
        self._write()  # now that all files are as they stay
        super().closeEvent(event)

    # The picture in its file.

    def _take(self) -> None:
        """Take the picture of a window that is about to close, if the next start will look like it."""
        assert self._window is not None
        self._window.status.clear_message()
        self._window.folders.take_focus()
        if _looks_as_it_begins(self._window) and not self.isFullScreen():
            geometry = self.saveGeometry().toBase64().toStdString()
            self._left = KeptPicture(self.grab(), geometry, self.windowTitle())

    def _path(self) -> Path:
        return self._places.cache / "window.picture"

    def _made_of(self) -> list[object]:
        """All that makes the window look as it does."""
        places = self._places
        stores = (places.catalogue, places.marks)
        logs = (store.with_name(f"{store.name}-wal") for store in stores)  # what is written lately stands there
        files = (*stores, *logs, places.settings, places.state)
        system = (QLocale.system().name(), QGuiApplication.styleHints().colorScheme().name, self.devicePixelRatio())
        return [*self._shown, *system, *([*_state(file)] for file in files)]

    def _read(self) -> KeptPicture | None:
        try:
            head, _, body = read_whole(self._path()).partition(b"\n")
            kept = json.loads(head)
            if kept["made_of"] != self._made_of() or kept["bytes"] != len(body):
                return None
            pixmap = QPixmap()
            if not pixmap.loadFromData(body, _FORMAT):
                return None
            pixmap.setDevicePixelRatio(self.devicePixelRatio())
            return KeptPicture(pixmap, kept["geometry"], kept["title"])
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None  # there is none, or a damaged one: the window begins without

    def _write(self) -> None:
        left = self._left
        try:
            if left is None:
                self._path().unlink(missing_ok=True)
                return
            body = _bytes_of(left.pixmap)
            told = {"made_of": self._made_of(), "bytes": len(body), "geometry": left.geometry, "title": left.title}
            write_whole(self._path(), json.dumps(told).encode() + b"\n" + body, flush=False)
        except OSError as error:
            _log.info("%s cannot be kept, so the next start begins without a picture: %s", self._path(), error)


def _looks_as_it_begins(window: "MainWindow") -> bool:
    """Whether a start shows a window as it is now: tree, list and page as usual, and nothing over them."""
    from reader.ui.page.find_bar import FindBar  # not at the start

    is_plain = window.panes.is_usual() and not window.toolbar.search.query() and not window.across.lensing.is_on
    parts = (window, window.centralWidget())
    over = [
        widget
        for parent in (window, window.window())
        for widget in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if widget not in parts and not widget.isWindow() and not widget.isHidden()
    ]
    return is_plain and not over and not any(bar.isVisible() for bar in window.view.findChildren(FindBar))


def _bytes_of(pixmap: QPixmap) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice  # not at the start

    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, _FORMAT)
    return bytes(written.data())


def _state(file: Path) -> tuple[int, int]:
    try:
        status = file.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)
