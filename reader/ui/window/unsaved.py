"""When the window is to close and a note cannot be kept: stay, take the text along in a file, or leave it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reader.base.errors import reason_of
from reader.base.files import write_whole


def may_close(parent: QWidget, notes: dict[str, str]) -> bool:
    """Ask what to do with notes that could not be saved, Markdown by paper; True if the window may close."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(QCoreApplication.translate("Unsaved", "A note could not be saved."))
    box.setInformativeText(
        QCoreApplication.translate("Unsaved", "If the program quits now, what was written last is gone.")
    )
    stay = box.addButton(QCoreApplication.translate("Unsaved", "Stay"), QMessageBox.ButtonRole.RejectRole)
    save = box.addButton(QCoreApplication.translate("Unsaved", "Save as a file…"), QMessageBox.ButtonRole.AcceptRole)
    quit_ = box.addButton(
        QCoreApplication.translate("Unsaved", "Quit without it"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    if box.clickedButton() is save:
        return _save(parent, notes)
    return box.clickedButton() is quit_


def _save(parent: QWidget, notes: dict[str, str]) -> bool:
    title = QCoreApplication.translate("Unsaved", "Save as a file…")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / "notes.md"), "Markdown (*.md)")
    if not name:
        return False
    try:
        write_whole(Path(name), "\n".join(f"# {key}\n\n{text}\n" for key, text in notes.items()))
    except OSError as error:
        QMessageBox.warning(parent, title, f"{name}: {reason_of(error)}")
        return False
    return True
