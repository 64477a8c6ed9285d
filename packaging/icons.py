"""All icons from the one drawing, resources/icons/app.svg: PNG in every size, .ico for Windows, .icns for macOS."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from facts import ROOT

SOURCE = ROOT / "resources" / "icons" / "app.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # px; those of the hicolor theme, up to what GNOME Software shows
_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)


def make_icons(folder: Path) -> None:
    """Draw `app.svg`, `<size>.png`, `app.ico` and `app.icns` into the folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image  # noqa: PLC0415  # both are in the environment that builds, not in the one that asks for sizes
    from PySide6.QtCore import QSize, Qt  # noqa: PLC0415
    from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    program = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SOURCE, folder / "app.svg")
    drawing = QSvgRenderer(str(SOURCE))
    for size in (*SIZES, 1024):
        image = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        if not image.save(str(folder / f"{size}.png")):
            raise OSError(f"the icon {folder / f'{size}.png'} could not be written")
    del program
    drawn = {}
    for size in (*SIZES, 1024):
        with Image.open(folder / f"{size}.png") as picture:
            drawn[size] = picture.convert("RGBA")
    smaller = [drawn[size] for size in _ICO_SIZES[:-1]]
    drawn[256].save(folder / "app.ico", sizes=[(size, size) for size in _ICO_SIZES], append_images=smaller)
    drawn[1024].save(folder / "app.icns", append_images=[drawn[size] for size in (32, 64, 128, 256, 512)])
