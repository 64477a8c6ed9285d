"""When the marks could not be read at the start and were set aside: the offer to go back to the newest good backup."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale
from PySide6.QtWidgets import QMessageBox

from reader.base.paths import ProfilePaths
from reader.marks.backup import Backup, newest_good
from reader.marks.restoring import restore
from reader.marks.troubles import DamagedStoreError


def may_go_on(damage: DamagedStoreError, places: ProfilePaths) -> bool:
    """Tell what happened and do what the person chooses; False if the program is to end.

    The choice is between the newest backup that can be read, empty marks, and leaving all as it is now.
    """
    backup = newest_good(places.backups)
    box = QMessageBox(QMessageBox.Icon.Warning, "Daily Papers Reader", _words(backup))
    box.setInformativeText(_details(damage))
    way_back = None
    if backup is not None:
        way_back = box.addButton(
            QCoreApplication.translate("Recovery", "Restore the backup"), QMessageBox.ButtonRole.AcceptRole
        )
        box.setDefaultButton(way_back)
    empty = box.addButton(
        QCoreApplication.translate("Recovery", "Begin with empty marks"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.addButton(QCoreApplication.translate("Recovery", "Quit"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if backup is not None and box.clickedButton() is way_back:
        restore(backup.path, places.marks, places.backups)
        return True
    return box.clickedButton() is empty


def _words(backup: Backup | None) -> str:
    words = QCoreApplication.translate("Recovery", "The bookmarks and notes could not be read: their file is damaged.")
    if backup is None:
        none = QCoreApplication.translate("Recovery", "There is no backup that can be read.")
        return f"{words} {none}"
    at = QDateTime.fromSecsSinceEpoch(int(backup.at.timestamp()))
    when = QLocale().toString(at, QLocale.FormatType.ShortFormat)
    offer = QCoreApplication.translate("Recovery", "The newest good backup is of %1.").replace("%1", when)
    return f"{words} {offer}"


def _details(damage: DamagedStoreError) -> str:
    kept = QCoreApplication.translate("Recovery", "The damaged file was not deleted. It is kept as:")
    return f"{kept}\n{damage.moved_to}" if damage.moved_to else str(damage)
