"""`python -m reader.ui.gallery.screens PROFILE FOLDER` draws every scene of the window into pictures.

In: a profile with the sample library. Out: one picture a scene, size, theme and language, two pixels a pixel, and of
each scene a sheet with all of them. `packaging/pictures.py --all` makes the profile and starts this.
"""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.marks.store import MarkStore
from reader.services.profile import Profile
from reader.ui.gallery.scenes import (
    ACROSS,
    FIRST_START,
    NOW,
    SCENES,
    Moment,
    Scene,
    above,
    enter,
    is_whole,
    leave,
    mark,
)
from reader.ui.session.places import BOOKMARKED
from reader.ui.start.shot import settle
from reader.ui.widgets.language import use_language
from reader.ui.window.window import MainWindow

if TYPE_CHECKING:
    from reader.ui.widgets.theme import ThemeSetting

SIZES = ((800, 600), (1280, 800), (1440, 900), (2560, 1440))
LANGUAGES = ("ko", "en")
THEMES = ("light", "dark")
_QUALITY = 80
_SETTLE_MS = 250
_ANSWER_MS = 20_000
_CELL, _GAP = 380, 10  # px: the height of a picture in a sheet, and the space around it
_SHEET_QUALITY = 20


class Wanted(NamedTuple):
    """What is drawn."""

    profile: Path
    whole: Path  # the folder for the pictures
    scenes: Sequence[str] = ()  # names, all where it is empty
    sizes: Sequence[tuple[int, int]] = SIZES
    themes: Sequence[str] = THEMES
    languages: Sequence[str] = LANGUAGES
    text_size: float = 16.0


def name_of(scene: str, size: tuple[int, int], theme: str, language: str) -> str:
    """The name of a picture's file."""
    return f"{scene}-{size[0]}x{size[1]}-{theme}-{language}.webp"


class Studio:
    """A window on a profile, and what brings it to each scene."""

    def __init__(self, wanted: Wanted, profile: Path) -> None:
        opened = Profile(ProfilePaths.of(profile))
        opened.make_folders()
        opened.settings.set("text_size", wanted.text_size)
        self.moment = Moment()
        opened.marks = MarkStore(opened.places.marks, opened.places.backups, clock=self.moment)
        shown = Shown(language=wanted.languages[0], theme=wanted.themes[0], remembers=False)
        self._app, self.window = build(opened, shown, clock=lambda: NOW)
        self._wanted = wanted
        self._answers: list[object] = []
        self.window.search_job.facets_counted.connect(self._answers.append)
        self.window.show()
        self._rest()

    def draw(self, scenes: Sequence[Scene]) -> None:
        """Draw scenes in every language, theme and size."""
        for language, theme, size in product(self._wanted.languages, self._wanted.themes, self._wanted.sizes):
            use_language(self._app, language)
            self.window.look.set_theme(cast("ThemeSetting", theme))
            self.window.resize(*size)
            self._rest()
            for scene in scenes:
                self._answers.clear()
                enter(self.window, scene)
                if scene.is_search:  # its last papers come before its facets
                    self._await(lambda: bool(self._answers))
                self._await(lambda: not self.window.across.job.is_busy)
                for name in scene.presses:
                    self.window.actions_[name].trigger()
                self._await(lambda: not self.window.across.job.is_busy)
                if scene.is_late:
                    self._await(lambda: any(is_whole(widget) for widget in above(self.window)))
                self._rest()
                path = self._wanted.whole / name_of(scene.name, size, theme, language)
                picture_of(self.window).save(str(path), "WEBP", _QUALITY)
                leave(self.window)

    def _await(self, is_there: Callable[[], bool]) -> None:
        """Let what was asked for go on to its end."""
        longest = QDeadlineTimer(_ANSWER_MS)
        while not (is_there() or longest.hasExpired()):
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def _rest(self) -> None:
        settle(self._app, self.window, _SETTLE_MS)


def draw(wanted: Wanted) -> list[str]:
    """Draw the scenes wanted; returns their names."""
    chosen = [scene for scene in SCENES if not wanted.scenes or scene.name in wanted.scenes]
    studio = Studio(wanted, wanted.profile)
    if not studio.window.session.count(BOOKMARKED):
        mark(studio.window, studio.moment)
    studio.draw(chosen)
    studio.window.close()
    names = [scene.name for scene in chosen]
    if FIRST_START.name in (wanted.scenes or [FIRST_START.name]):
        with tempfile.TemporaryDirectory(prefix="daily-papers-") as folder:
            first = Studio(wanted, Path(folder))
            first.draw([FIRST_START])
            first.window.close()
        names.append(FIRST_START.name)
    return names


def picture_of(window: MainWindow) -> QPixmap:
    """The window with what is open over it."""
    picture = window.grab()
    with QPainter(picture) as painter:
        for widget in above(window):
            at = widget.pos() - window.pos()
            painter.drawPixmap(at, widget.grab())
            painter.setPen(QColor("#808080"))
            painter.drawRect(QRect(at, widget.size()).adjusted(0, 0, -1, -1))
    return picture


def sheet(wanted: Wanted, scene: str) -> QPixmap:
    """All pictures of a scene on one sheet: a row a language and theme, a column a size."""
    widths = [round(width * _CELL / height) for width, height in wanted.sizes]
    rows = list(product(wanted.languages, wanted.themes))
    whole = QPixmap(sum(widths) + _GAP * (len(widths) + 1), (_CELL + _GAP) * len(rows) + _GAP)
    whole.fill(QColor("#8a8a8a"))
    with QPainter(whole) as painter:
        for row, (language, theme) in enumerate(rows):
            left = _GAP
            for size, width in zip(wanted.sizes, widths, strict=True):
                picture = QPixmap(str(wanted.whole / name_of(scene, size, theme, language)))
                smooth = Qt.TransformationMode.SmoothTransformation
                top = _GAP + row * (_CELL + _GAP)
                painter.drawPixmap(left, top, picture.scaled(width, _CELL, mode=smooth))
                left += width + _GAP
    return whole


def main() -> None:
    """Draw what is asked for."""
    parser = argparse.ArgumentParser(description="Draw the window's places, views and dialogs into pictures")
    parser.add_argument("profile", type=Path, help="a profile with the sample library")
    parser.add_argument("folder", type=Path, help="for the pictures")
    parser.add_argument("--sheets", type=Path, help="a folder for one sheet a scene")
    parser.add_argument("--sheet-quality", type=int, default=_SHEET_QUALITY, metavar="N", help="of 100")
    parser.add_argument("--only", nargs="*", default=[], metavar="SCENE")
    parser.add_argument("--across", action="store_true", help="only the views of many papers, if no --only says more")
    parser.add_argument("--sizes", nargs="*", type=_size, default=SIZES, metavar="WxH")
    parser.add_argument("--themes", nargs="*", default=THEMES)
    parser.add_argument("--languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--text-size", type=float, default=16.0, metavar="PX")
    given = parser.parse_args()
    wanted = Wanted(
        given.profile,
        given.folder,
        given.only or [scene.name for scene in ACROSS if given.across],
        given.sizes,
        given.themes,
        given.languages,
        given.text_size,
    )
    for folder in filter(None, (given.folder, given.sheets)):
        folder.mkdir(parents=True, exist_ok=True)
    for scene in draw(wanted):
        if given.sheets:
            path = given.sheets / f"{scene}.webp"
            sheet(wanted, scene).save(str(path), "WEBP", given.sheet_quality)


def _size(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)


if __name__ == "__main__":
    main()
