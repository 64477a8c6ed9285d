"""The language of the window: our translations and Qt's own, and how days and numbers are written.

Texts are marked for translation where they stand, and translated where they are shown.
"""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from reader.base.paths import resources

_installed: list[QTranslator] = []
"""Kept here: to ask the application for its children wraps all of them, which takes 15 ms of the start."""


def use_language(app: QApplication, setting: str) -> QLocale:
    """Speak Korean or English: "ko", "en", or with "system" what the system speaks, English where it is neither."""
    locale = QLocale.system() if setting == "system" else QLocale(setting)
    if locale.language() != QLocale.Language.Korean:
        locale = locale if locale.language() == QLocale.Language.English else QLocale("en")
    QLocale.setDefault(locale)
    while _installed:
        app.removeTranslator(_installed.pop())
    name = "ko" if locale.language() == QLocale.Language.Korean else "en"
    _install(app, str(resources() / "translations" / f"daily_papers_{name}.qm"))
    _install(app, f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{name}.qm")
    return locale


def language_of(widget: QWidget) -> str:
    """What a widget speaks: "ko" or "en"."""
    return widget.locale().name()[:2]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001  # lupdate reads both, by this name
    """Mark a text for translation. Qt's own function of this name is typed as object."""
    return text


def _install(app: QApplication, path: str) -> None:
    translator = QTranslator()
    if translator.load(path):
        app.installTranslator(translator)
        _installed.append(translator)
