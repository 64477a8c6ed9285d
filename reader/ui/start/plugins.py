"""What Qt loads by itself when it is needed: plug-ins and its own translation. Which we need, and whether they load.

The list is also what packaging keeps of Qt's plug-ins, so nothing here imports PySide6 before it is asked to.
"""

import sys
from pathlib import Path

_PICTURES = ("qgif", "qico", "qjpeg", "qsvg", "qwebp")

PLUGINS: dict[str, dict[str, tuple[str, ...]]] = {  # system → folder → names without "lib" and ending
    "linux": {
        "platforms": ("qxcb", "qwayland", "qoffscreen"),
        "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
        "platformthemes": ("qxdgdesktopportal",),
        "imageformats": _PICTURES,
        "iconengines": ("qsvgicon",),
        "printsupport": ("cupsprintersupport",),
        "tls": ("qopensslbackend",),
        "wayland-decoration-client": ("adwaita", "bradient"),
        "wayland-shell-integration": ("xdg-shell",),
    },
    "win32": {
        "platforms": ("qwindows", "qoffscreen"),
        "imageformats": _PICTURES,
        "iconengines": ("qsvgicon",),
        "printsupport": ("windowsprintersupport",),
        "styles": ("qmodernwindowsstyle",),
        "tls": ("qschannelbackend",),
    },
    "darwin": {
        "platforms": ("qcocoa", "qoffscreen"),
        "imageformats": _PICTURES,
        "iconengines": ("qsvgicon",),
        "printsupport": ("cocoaprintersupport",),
        "styles": ("qmacstyle",),
        "tls": ("qsecuretransportbackend",),
    },
}
_FILES = {"linux": "lib{}.so", "win32": "{}.dll", "darwin": "lib{}.dylib"}


def load_plugins() -> tuple[int, list[str], list[str]]:
    """Load every plug-in we need on this system: how many there are, and a line for each that does not load.

    Apart from them, those a desktop can do without: Wayland's, as every Wayland desktop has an X server too, and
    that of printers, without which pages are printed to files.
    """
    from PySide6.QtCore import QLibrary, QLibraryInfo

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    faults: list[str] = []
    optional: list[str] = []
    names = [(kind, name) for kind, names in PLUGINS[sys.platform].items() for name in names]
    for kind, name in names:
        library = QLibrary(str(folder / kind / _FILES[sys.platform].format(name)))
        if not library.load():
            can_do_without = "wayland" in f"{kind}/{name}" or kind == "printsupport"
            (optional if can_do_without else faults).append(f"{kind}/{name}: {library.errorString()}")
    return len(names), faults, optional


def load_languages(ours: Path) -> list[str]:
    """Load the translations in the folder `ours` and Qt's own Korean one: a line for each that does not load."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    files = [ours / "daily_papers_ko.qm", ours / "daily_papers_en.qm", qt / "qtbase_ko.qm"]
    return [f"{file} does not load" for file in files if not QTranslator().load(str(file))]


def colours(picture: Path) -> int:
    """How many colours a picture has, looking at every fourth pixel; 0 where it is none. Few: nothing was drawn."""
    from PySide6.QtGui import QImage

    image = QImage(str(picture))
    return len({image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)})


def has_hangul() -> bool:
    """Whether a font of this system has Hangul. Starts Qt off-screen where it does not run yet."""
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    program = QGuiApplication.instance() or QGuiApplication([sys.argv[0], "-platform", "offscreen"])
    found = bool(QFontDatabase.families(QFontDatabase.WritingSystem.Korean))
    del program
    return found
