"""A second start hands over to the window that is open: who asks for it says so on a socket, and is done.

Comes in: the profile's folders and what the window is to open. Goes out: whether a window took it. This needs neither
Qt nor a parser, so that a second start takes hardly longer than Python itself. On Unix it is a socket in a folder that
is the owner's, on Windows a named pipe.

A message is one line of JSON, {"what": "…", "token": "…"}; the window answers with `TAKEN`. `what` is an absolute path,
an address of a paper, or "" to come to the front; `token` is what the desktop gave the starter so that it may do so.
"""

import contextlib
import json
import os
import sys
from pathlib import Path

from reader.base.paths import ProfilePaths

TAKEN = b"taken\n"
LONGEST = 4096  # bytes of a message

_NAME = "window.sock"
_LONGEST_PATH = 100  # bytes; the system's own limit for a socket is 104 to 108
_PATIENCE = 2.0  # s that a busy window may take to answer


def address_of(places: ProfilePaths) -> str:
    """Where the window of a profile listens. The folder of a socket is made if need be, for the owner alone."""
    if sys.platform == "win32":
        return rf"\\.\pipe\daily-papers-{_digest(places)}"
    path = places.cache / _NAME
    if len(os.fsencode(path)) <= _LONGEST_PATH:
        return str(path)
    import tempfile  # hardly ever needed

    folder = Path(tempfile.gettempdir()) / f"daily-papers-{os.getuid()}"
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    return str(folder / f"{_digest(places)}.sock")


def hand_over(places: ProfilePaths, what: str) -> bool:
    """Ask the window that is open on a profile to come to the front and open `what`; False if there is none."""
    token = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID", "")
    message = json.dumps({"what": what, "token": token}).encode() + b"\n"
    if len(message) > LONGEST:
        return False
    try:
        return _told(address_of(places), message) == TAKEN
    except (OSError, ValueError):  # nobody listens there, or not any more
        return False


def _told(address: str, message: bytes) -> bytes:
    """Say a message and return the answer."""
    if sys.platform == "win32":
        with Path(address).open("r+b", buffering=0) as pipe:
            pipe.write(message)
            return bytes(pipe.readline())
    if not _is_ours(Path(address)):
        return b""
    import socket  # only where somebody may listen

    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(_PATIENCE)
        line.connect(address)
        line.sendall(message)
        return line.recv(len(TAKEN))


def _is_ours(path: Path) -> bool:
    """Whether a socket and its folder belong to this person: nobody else is told what is opened."""
    return all(each.lstat().st_uid == os.getuid() for each in (path, path.parent))


def _digest(places: ProfilePaths) -> str:
    import hashlib  # hardly ever needed

    return hashlib.sha256(os.fsencode(places.cache)).hexdigest()[:24]
