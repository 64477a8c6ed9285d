"""Listens for second starts of the program on the same profile, which hand over what they were to open."""

import json
import logging
import os

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from reader.base.handover import LONGEST, TAKEN

_log = logging.getLogger("reader.ui.start")


class SecondStarts(QObject):
    """One listener. Another window of the same profile that listens already is left alone.

    Signals: `asked(str)` the window is wanted in front, with a folder, an address of a paper, or "".
    """

    asked = Signal(str)

    def __init__(self, address: str, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take_all)
        if _somebody_listens(address):  # Qt would put this listener's socket in the other one's place
            _log.info("another window of this profile hears second starts")
            return
        QLocalServer.removeServer(address)  # of a program that ended without a word
        if not self._server.listen(address):
            _log.warning("second starts cannot be heard at %s: %s", address, self._server.errorString())

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _take_all(self) -> None:
        while self._server.hasPendingConnections():
            line = self._server.nextPendingConnection()
            line.disconnected.connect(line.deleteLater)
            line.readyRead.connect(lambda line=line: self._take(line))
            self._take(line)

    def _take(self, line: QLocalSocket) -> None:
        """Read a message once it is whole."""
        if not line.canReadLine():
            if line.bytesAvailable() > LONGEST:
                line.abort()
            return
        what, token = message_of(bytes(line.readLine(LONGEST).data()))
        if what is None:
            line.abort()
            return
        line.write(TAKEN)
        line.flush()
        line.disconnectFromServer()
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # which Qt takes when the window asks to be in front
        self.asked.emit(what)


def message_of(line: bytes) -> tuple[str | None, str]:
    """What a line says: what is to be opened, None if the line is no message, and the desktop's token."""
    try:
        message = json.loads(line)
    except ValueError:
        return None, ""
    match message:
        case {"what": str(what), "token": str(token)}:
            return what, token
    return None, ""


def _somebody_listens(address: str) -> bool:
    line = QLocalSocket()
    line.connectToServer(address)
    return line.waitForConnected(200)
