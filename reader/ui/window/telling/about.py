"""The small window about the program."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader import __version__
from reader.base.paths import ProfilePaths
from reader.ui.settings.row import path_words
from reader.ui.widgets.theme import Look
from reader.ui.window.dialogs import finish
from reader.ui.window.telling.report import report_of, versions

_WIDTH = 460  # px


def show_about(window: QWidget, look: Look, places: ProfilePaths) -> None:
    """What this is, where its data is, and what it is made of: to be copied for whoever is told of a fault."""
    dialog = QDialog(window)
    dialog.setWindowTitle(QCoreApplication.translate("Actions", "About Daily Papers Reader"))
    icon = QLabel()
    icon.setPixmap(window.windowIcon().pixmap(look.px(64), look.px(64)))
    name = QLabel(f"Daily Papers Reader {__version__}")
    name.setFont(look.font(2, bold=True))
    what = QLabel(QCoreApplication.translate("Dialogs", "A reader for daily posts of AI paper summaries."))
    place = QCoreApplication.translate("Dialogs", "Bookmarks and notes are in:")
    where = QLabel(f"{place}\n{path_words(places.data)}")
    made_of = QLabel(", ".join(versions().split(", ")[1:]))
    made_of.setObjectName("muted")
    words = QVBoxLayout()
    words.setSpacing(look.px(10))
    for label in (name, what, where, made_of):
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(label)
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setSpacing(look.px(18))
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    buttons = finish(dialog, whole)
    copy = buttons.addButton(
        QCoreApplication.translate("LastEnd", "Copy report"), QDialogButtonBox.ButtonRole.ActionRole
    )
    copy.clicked.connect(lambda: _copy_report(copy, places.cache))
    words.addStretch(1)
    width = look.over(window, _WIDTH).width()
    dialog.resize(width, dialog.heightForWidth(width))
    dialog.open()
    buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()


def _copy_report(button: QPushButton, folder: Path) -> None:
    """Versions and the end of the log; they go no further than the clipboard."""
    QGuiApplication.clipboard().setText(report_of([], folder))
    button.setText(QCoreApplication.translate("Dialogs", "Copied"))
