"""The pictures that a writer of pages asks for: which file each is, and whether what it wrote is outdated."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.library.model import Appearance

if TYPE_CHECKING:
    from reader.ui.page.pictures.drawings import Drawings
    from reader.ui.page.pictures.picture_files import PictureFiles

GetFiles = Callable[[], "PictureFiles"]
"""Gives the window's finder of pictures, when a page has the first one."""


class AskedPictures(QObject):
    """Finds the pictures of one writer's pages.

    Signals: `outdated()` when pictures came or were decoded that pages asked for.
    """

    outdated = Signal()

    def __init__(self, files: GetFiles | None, parent: QObject) -> None:
        """Without `files` only pictures of folders are found."""
        super().__init__(parent)
        self._get_files = files
        self._files: PictureFiles | None = None
        self._drawings: Drawings | None = None

    @property
    def waiting(self) -> bool:
        """Whether pictures are on their way, or are being decoded."""
        is_coming = self._files is not None and self._files.waiting
        return is_coming or (self._drawings is not None and self._drawings.waiting)

    def find(self, picture: str, appearance: Appearance) -> Path | None:
        """The file of a picture, by its address in a post; None where there is none, or none yet."""
        self._follow()
        if self._files is not None:
            return self._files.find(picture, appearance)
        from reader.render import pictures  # with the first picture

        return pictures.find(picture, folder=Path(appearance.source), post=appearance.post)

    def forget(self) -> None:
        """Another page is shown, or none."""
        if self._drawings is not None:
            self._drawings.forget()
        if self._files is not None:
            self._files.forget()

    def _follow(self) -> None:
        if self._drawings is not None:
            return
        from reader.ui.page.pictures.drawings import drawings  # most pages have no picture

        self._drawings = drawings()
        self._drawings.drawn.connect(self.outdated)
        if self._get_files is not None:
            self._files = self._get_files()
            self._files.came.connect(self.outdated)
