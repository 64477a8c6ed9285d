"""The talk with a server of Git's: what is asked of it, with which password, and what is said where that fails.

In: an address and a repository. Out: objects in it. Passwords are asked of Git's own credential helpers, keys of
ssh-agent; nothing secret is kept or logged. Library: https://www.dulwich.io.
"""

import errno
import logging
import os
import re
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from traceback import clear_frames
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from dulwich.client import (
    FetchPackResult,
    GitClient,
    HTTPUnauthorized,
    SSHGitClient,
    Urllib3HttpGitClient,
    get_transport_and_path,
)
from dulwich.config import StackedConfig
from dulwich.errors import GitProtocolError, HangupException, NotGitRepository
from dulwich.objects import ObjectID
from dulwich.repo import Repo

from reader.base.errors import reason_of
from reader.base.git_address import GitAddress

if TYPE_CHECKING:
    from dulwich.client import HTTPResponse

_log = logging.getLogger("reader.library.git.server")

_SECONDS = 30.0  # without a byte from the server
_MOST_BYTES = 4 << 30  # of one fetch
_ASK_SECONDS = 10  # for a credential helper to answer
_SSH = "ssh -o BatchMode=yes -o ConnectTimeout=15"  # nobody is there to type a password

_ENDED = "{} ended the connection before all was there."
_CUT = re.compile(r"Length of pkt read |Invalid pkt-line length prefix: b'.{0,3}'$")
"""What dulwich says where an answer breaks off within a line of Git's protocol: it has no class for that."""
_NUMBERED = re.compile(r"^\[Errno \d+\] ")

_UNREACHABLE = frozenset(
    number
    for name in ("ENETUNREACH", "EHOSTUNREACH", "ENETDOWN", "EHOSTDOWN", "ETIMEDOUT", "ECONNREFUSED", "ECONNRESET")
    if (number := getattr(errno, name, None)) is not None  # not every system has them all
)

Wanted = Callable[..., list[ObjectID]]
"""The server's branches → the objects that are wanted of it; as dulwich calls it."""

Progress = Callable[[int], None]
"""Called with how many bytes came so far."""


class FetchError(Exception):
    """Why nothing was fetched, in a sentence. `is_offline`: the server was not reached, which may be no fault."""

    def __init__(self, words: str, *, is_offline: bool = False) -> None:
        super().__init__(words)
        self.is_offline = is_offline


class CancelledError(Exception):
    """The person wants no more of it."""


class Credentials(NamedTuple):
    username: str
    password: str


class Watch:
    """Counts what comes, and stops when that is too much or no longer wanted."""

    def __init__(self, progress: Progress, cancelled: Callable[[], bool]) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self.bytes = 0

    def look(self, _said: bytes = b"") -> None:
        """The server said how far it is, or bytes came."""
        if self._cancelled():
            raise CancelledError

    def count(self, size: int, direction: str) -> None:
        """So many bytes went over the line, to "read" or to "write"."""
        if direction == "read":
            self.bytes += size
            if self.bytes > _MOST_BYTES:
                raise FetchError(f"The repository is larger than {_MOST_BYTES >> 30} GB.")
            self._progress(self.bytes)
        self.look()


def ask(
    address: GitAddress, repository: Repo, watch: Watch, wanted: Wanted, only: bytes | None = None
) -> FetchPackResult:
    """Ask the server for objects; with a name and password if it wants one and Git knows it."""
    try:
        return _fetched(address, None, repository, watch, wanted, only)
    except HTTPUnauthorized as error:
        asked = ask_git(address)
        if asked is None:
            raise FetchError(
                f"{address.shown} asks for a name and password. Store them once with Git (git credential), then sync"
                " again."
            ) from error
        return _fetched(address, asked, repository, watch, wanted, only)


def _client(address: GitAddress, credentials: Credentials | None, watch: Watch) -> tuple[GitClient, str]:
    username, password = credentials or (None, None)
    client, path = get_transport_and_path(
        address.url,
        config=StackedConfig.default(),
        report_activity=watch.count,
        quiet=True,
        username=username,
        password=password,
    )
    if isinstance(client, Urllib3HttpGitClient):
        _count_answers(client, watch)
    if isinstance(client, SSHGitClient):
        own = None if client.ssh_command in (None, "ssh") else client.ssh_command  # core.sshCommand
        client.ssh_command = os.environ.get("GIT_SSH_COMMAND") or own or _SSH
    return client, path


def _count_answers(client: Urllib3HttpGitClient, watch: Watch) -> None:
    """Count what comes by HTTP as well: dulwich 1.2 reports what goes over every other line, not over this one."""
    question = client._http_request

    def counted(*given: Any, **named: Any) -> tuple["HTTPResponse", Callable[[int], bytes]]:
        response, read = question(*given, **named)

        def read_and_count(size: int) -> bytes:
            came = read(size)
            watch.count(len(came), "read")
            return came

        return response, read_and_count

    client._http_request = counted  # type: ignore[method-assign]  # no public place takes a callback


def _fetched(
    address: GitAddress,
    credentials: Credentials | None,
    repository: Repo,
    watch: Watch,
    wanted: Wanted,
    only: bytes | None,
) -> FetchPackResult:
    client, path = _client(address, credentials, watch)
    try:
        return client.fetch(path, repository, determine_wants=wanted, depth=1, filter_spec=only, progress=watch.look)
    except Exception as error:
        _let_go(error)
        raise
    finally:
        if isinstance(client, Urllib3HttpGitClient):
            client.pool_manager.clear()  # dulwich's close() does nothing


def _let_go(error: BaseException | None) -> None:
    """Empty the frames of an error and of those behind it: they hold answers of the server that dulwich leaves open."""
    while error:
        clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


def ask_git(address: GitAddress) -> Credentials | None:
    """A name and password from Git's credential helpers; None where there is no Git or it knows none."""
    parts = urlsplit(address.url)
    asked = f"protocol={parts.scheme}\nhost={parts.netloc}\npath={parts.path.lstrip('/')}\n\n"
    quiet = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "", "SSH_ASKPASS": ""}
    try:
        said = subprocess.run(
            ["git", "credential", "fill"],
            check=False,
            input=asked,
            capture_output=True,
            text=True,
            timeout=_ASK_SECONDS,
            env=quiet,
        )
    except (OSError, subprocess.SubprocessError) as error:
        _log.info("Git's credential helpers could not be asked: %s", type(error).__name__)
        return None
    told = dict(line.split("=", 1) for line in said.stdout.splitlines() if "=" in line)
    if said.returncode or not told.get("password"):
        return None
    return Credentials(told.get("username", ""), told["password"])


@contextmanager
def in_words(address: GitAddress) -> Iterator[None]:
    """Make a FetchError of whatever goes wrong on the way to a server."""
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(_SECONDS)
    try:
        yield
    except (FetchError, CancelledError):
        raise
    except HTTPUnauthorized as error:
        raise FetchError(f"{address.shown}: the name or password that Git keeps for it is not accepted.") from error
    except NotGitRepository as error:
        raise FetchError(f"There is no Git repository at {address.shown}. Check the address.") from error
    except (HangupException, TimeoutError) as error:
        raise FetchError(_ENDED.format(address.shown), is_offline=True) from error
    except GitProtocolError as error:
        reason = error.__cause__ or error.__context__ or error
        if isinstance(reason, TimeoutError):
            raise FetchError(f"{address.shown} does not answer.", is_offline=True) from error
        if _CUT.match(str(error)):
            raise FetchError(_ENDED.format(address.shown), is_offline=True) from error
        raise _of_a_library(address, reason) from error
    except OSError as error:
        raise _of_the_system(address, error) from error
    except Exception as error:
        raise _of_a_library(address, error) from error
    finally:
        socket.setdefaulttimeout(before)


def _of_the_system(address: GitAddress, error: OSError) -> FetchError:
    if isinstance(error, ConnectionError | socket.gaierror) or error.errno in _UNREACHABLE:
        return FetchError(f"{address.shown} cannot be reached: {reason_of(error)}.", is_offline=True)
    return FetchError(f"The copy of {address.shown} could not be written: {reason_of(error)}.")


def _of_a_library(address: GitAddress, error: BaseException) -> FetchError:
    """What urllib3 raises for a network that is away; anything else is an answer that makes no sense."""
    from http.client import BadStatusLine

    from urllib3.exceptions import HTTPError, SSLError

    reason = getattr(error, "reason", None) or error
    if isinstance(reason, SSLError):
        return FetchError(f"{address.shown} has no certificate that can be trusted: {_short(reason)}.")
    said = reason.args if isinstance(reason, Exception) else ()
    if any(isinstance(each, BadStatusLine) and not isinstance(each, ConnectionError) for each in said):
        return FetchError(f"{address.shown} does not answer as a Git server: what it says is no HTTP.")
    if isinstance(error, HTTPError):
        return FetchError(f"{address.shown} cannot be reached: {_short(reason)}.", is_offline=True)
    _log.warning("a fetch failed with %s: %s", type(error).__name__, error)
    return FetchError(f"{address.shown} does not answer as a Git server: {_short(error)}.")


def _short(error: BaseException) -> str:
    """The last part of what a library says, where the reason stands."""
    while len(error.args) > 1 and isinstance(error.args[-1], BaseException):
        error = error.args[-1]
    said = _NUMBERED.sub("", str(error).split("\n", 1)[0].rsplit(": ", 1)[-1])
    return (said[:160] or type(error).__name__).rstrip(".")
