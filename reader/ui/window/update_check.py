"""'Check for updates': one question to the address in the settings, when a person asks for it. Downloads nothing.

The system's own TLS and certificates answer for the other side; no cookie and no cache is kept.
"""

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest
from PySide6.QtWidgets import QMessageBox, QWidget

from reader import __version__
from reader.base.errors import ReaderError
from reader.services.installed.updates import LARGEST, Release, is_newer, may_ask, read_release
from reader.ui.session.browser import open_link

_PATIENCE = 15_000  # ms


class UpdateCheck(QObject):
    """One question. Signals: `answered(Release)` · `failed(str)` why there is no answer, in words to be shown."""

    answered = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._manager = QNetworkAccessManager(self)
        self._reply: QNetworkReply | None = None

    def ask(self, address: str) -> None:
        """Ask; one of the signals follows."""
        if not may_ask(address):
            self.failed.emit(self.tr("Updates are looked for at an https address. The settings have a place for it."))
            return
        request = QNetworkRequest(QUrl(address))
        request.setTransferTimeout(_PATIENCE)
        request.setHeader(QNetworkRequest.KnownHeaders.UserAgentHeader, "daily-papers-reader")
        request.setAttribute(
            QNetworkRequest.Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy
        )
        for kept in (
            QNetworkRequest.Attribute.CookieLoadControlAttribute,
            QNetworkRequest.Attribute.CookieSaveControlAttribute,
        ):
            request.setAttribute(kept, QNetworkRequest.LoadControl.Manual)
        self._reply = self._manager.get(request)
        self._reply.downloadProgress.connect(self._look_at_size)
        self._reply.finished.connect(self._read)

    def _look_at_size(self, got: int, _all: int) -> None:
        if got > LARGEST and self._reply is not None:
            self._reply.abort()  # `finished` follows

    def _read(self) -> None:
        reply, self._reply = self._reply, None
        if reply is None:
            return
        reply.deleteLater()
        if reply.error() != QNetworkReply.NetworkError.NoError:
            self.failed.emit(self.tr("The address for updates does not answer: %1").replace("%1", reply.errorString()))
            return
        try:
            release = read_release(bytes(reply.readAll().data()))
        except ReaderError as error:
            self.failed.emit(str(error))
            return
        self.answered.emit(release)


def check_for_updates(address: str, window: QWidget) -> None:
    """Ask at an address, and say in a small window before `window` what the answer was."""
    check = UpdateCheck(window)
    check.answered.connect(lambda release: _show(window, release))
    check.failed.connect(lambda why: _say(window, why).open())
    check.answered.connect(check.deleteLater)
    check.failed.connect(check.deleteLater)
    check.ask(address)


def _show(window: QWidget, release: Release) -> None:
    if not is_newer(release.version, __version__):
        newest = QCoreApplication.translate("UpdateCheck", "%1 is the newest version.")
        _say(window, newest.replace("%1", __version__)).open()
        return
    there = QCoreApplication.translate("UpdateCheck", "Version %1 is there; this one is %2.")
    box = _say(window, there.replace("%1", release.version).replace("%2", __version__))
    if release.page:
        words = QCoreApplication.translate("UpdateCheck", "Open its page")
        page = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
        page.clicked.connect(lambda: open_link(release.page))
    box.open()


def _say(window: QWidget, text: str) -> QMessageBox:
    close = QMessageBox.StandardButton.Close
    box = QMessageBox(QMessageBox.Icon.Information, "Daily Papers Reader", text, close, window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
