"""One question to a server, by HTTP, and its answer: whole, of a bounded size and within a bounded time, or an error.

In: an address, perhaps with something to send. Out: status, headers and bytes. A server that is slow, breaks off, sends
too much or sends us elsewhere ends in an `UnreachableError` whose words can be shown. Nothing is asked twice here.
"""

import errno
import ipaddress
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from email.message import Message
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPResponse, HTTPSConnection
from typing import IO, NamedTuple
from urllib.parse import urlsplit

from reader import __version__
from reader.base.errors import ReaderError

USER_AGENT = f"daily-papers-reader/{__version__} (a desktop reader; asks only when its user does)"

_MOST_REDIRECTS = 3
_SILENCE_SECONDS = 30  # without a byte
_PIECE = 64 * 1024
_HERE = ("127.0.0.1", "localhost", "::1")  # where no proxy leads
_LOOK_SECONDS = 0.05  # how often somebody who asks to stop is heard


class UnreachableError(ReaderError):
    """A server did not answer as one can use."""


class NoNetworkError(UnreachableError):
    """No way leads to it, as without a network: asking again in a while is of no use."""


class Stopped(Exception):  # noqa: N818  # nothing went wrong
    """Somebody asked to stop."""


class Request(NamedTuple):
    """What is asked."""

    address: str
    body: bytes | None = None  # sent by POST
    headers: Mapping[str, str] = {}
    seconds: float = 60  # for all of the answer
    only_public: bool = False  # no address of this computer, of the home or of the company is connected to
    most_bytes: int = 20_000_000


class Answer(NamedTuple):
    """What came."""

    status: int
    headers: Mapping[str, str]  # names in lower case
    body: bytes


def fetch(request: Request, stopped: Callable[[], bool]) -> Answer:
    """Ask a server, on a thread of its own, so that no silence of it keeps us. Raises UnreachableError and Stopped."""
    came: list[Answer | Exception] = []
    thread = threading.Thread(target=lambda: came.append(_tried(request)), daemon=True)
    thread.start()
    end = time.monotonic() + request.seconds
    while thread.is_alive():
        thread.join(_LOOK_SECONDS)
        if stopped():
            raise Stopped
        if time.monotonic() > end:
            raise UnreachableError(
                f"{_host(request)} took longer than {request.seconds:.0f} s to answer. Try again later."
            )
    if isinstance(came[0], Exception):
        raise came[0]
    return came[0]


def _tried(request: Request) -> Answer | Exception:
    host = _host(request)
    try:
        with _opener(request).open(_prepared(request), timeout=min(_SILENCE_SECONDS, request.seconds)) as answer:
            return _read(request, answer.status, answer.headers, answer)
    except urllib.error.HTTPError as error:
        with error:
            if 300 <= error.code < 400:
                return UnreachableError(f"{host} sends from page to page without an answer.")
            return _read(request, error.code, error.headers, error)
    except UnreachableError as error:
        return error
    except (urllib.error.URLError, OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        kind = NoNetworkError if _has_no_way(reason) else UnreachableError
        return kind(f"{host} cannot be reached: {' '.join(str(reason).split()) or type(error).__name__}.")


def _has_no_way(reason: object) -> bool:
    return isinstance(reason, socket.gaierror) or getattr(reason, "errno", None) in (errno.ENETUNREACH, errno.ENETDOWN)


def _prepared(request: Request) -> urllib.request.Request:
    headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "identity", **request.headers}
    return urllib.request.Request(request.address, data=request.body, headers=headers)  # see _opener


def _opener(request: Request) -> urllib.request.OpenerDirector:
    """HTTP and HTTPS alone, through the system's proxies: no files, no FTP."""
    host = urlsplit(request.address).hostname
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler({} if host in _HERE else None),
        urllib.request.UnknownHandler(),
        _PublicHttp() if request.only_public else urllib.request.HTTPHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        _SameHost(),
        urllib.request.HTTPErrorProcessor(),
        _PublicHttps() if request.only_public else urllib.request.HTTPSHandler(),
    ):
        opener.add_handler(handler)
    return opener


class _PublicLine(HTTPConnection):
    """Connects to the address it looked at: a name that is asked twice may lead elsewhere the second time."""

    def connect(self) -> None:
        """Raises OSError where the name leads to no public address."""
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
        if not all(is_public_address(address) for address in addresses):
            raise OSError("its name leads to a private address, which is not asked")
        failed = OSError("its name leads nowhere")
        for address in addresses:
            try:
                self.sock = socket.create_connection((address, self.port), self.timeout)
                return
            except OSError as error:
                failed = error
        raise failed


class _PublicTlsLine(HTTPSConnection, _PublicLine):
    pass


class _PublicHttp(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(HTTPConnection if _by_proxy(req) else _PublicLine, req)


class _PublicHttps(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(HTTPSConnection if _by_proxy(req) else _PublicTlsLine, req)


def _by_proxy(req: urllib.request.Request) -> bool:
    """Whether a proxy is asked, which may be at home, and looks names up by itself."""
    return req.host != urlsplit(req.full_url).netloc


def is_public_address(address: str) -> bool:
    """Whether an address of the network leads out of the home or the company."""
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_global
    except ValueError:
        return False


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a server to other pages of its own, and from HTTP to HTTPS, but nowhere else."""

    max_redirections = _MOST_REDIRECTS

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        here, there = urlsplit(req.full_url), urlsplit(newurl)
        is_safe = there.scheme in (here.scheme, "https") and there.hostname == here.hostname
        same_port = there.port == here.port or there.scheme != here.scheme
        if req.data is not None or not is_safe or not same_port:
            fp.close()
            raise UnreachableError(f"{here.hostname} sends on to {there.netloc[:80]}, where nothing is asked.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _read(request: Request, status: int, headers: Message, body: IO[bytes]) -> Answer:
    """Raises UnreachableError, OSError, HTTPException."""
    pieces, size = [], 0
    while piece := body.read(_PIECE):
        size += len(piece)
        if size > request.most_bytes:
            raise UnreachableError(
                f"{_host(request)} sends more than {request.most_bytes // 1_000_000} MB: no such answer is."
            )
        pieces.append(piece)
    length = headers.get("Content-Length", "")
    if length.isascii() and length.isdigit() and size < int(length):
        raise UnreachableError(f"{_host(request)} broke off in the middle of its answer. Try again later.")
    return Answer(status, {name.lower(): value for name, value in headers.items()}, b"".join(pieces))


def _host(request: Request) -> str:
    return urlsplit(request.address).netloc or request.address
