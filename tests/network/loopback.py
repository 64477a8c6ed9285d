"""A server on this machine that answers as a test tells it to, well or badly."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Loopback(ThreadingHTTPServer):
    """Answers each request by `answer(handler)`; what was asked is in `asked`."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[Asked] = []
        self.answers: list[Callable[[_Handler], object]] = []  # for one request each, then the last one again
        self.over = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is part of the test."""


class Asked(tuple[str, str, dict[str, str], bytes]):
    """Method, path, headers and body of a request."""

    @property
    def method(self) -> str:
        return self[0]

    @property
    def path(self) -> str:
        return self[1]

    @property
    def headers(self) -> dict[str, str]:
        return self[2]

    @property
    def body(self) -> bytes:
        return self[3]


class _Handler(BaseHTTPRequestHandler):
    server: Loopback

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append(Asked((self.command, self.path, headers, self.rfile.read(length))))
        number = len(self.server.asked) - 1
        answers = self.server.answers
        answers[min(number, len(answers) - 1)](self)

    do_POST = do_GET  # noqa: N815  # the library's name

    def log_message(self, format: str, *args: object) -> None:
        pass


Answer = Callable[[_Handler], object]


def says(body: bytes | str, status: int = 200, **headers: str) -> Answer:
    """A whole answer; `Retry_After="3"` is a header."""
    content = body.encode() if isinstance(body, str) else body

    def answer(handler: _Handler) -> None:
        handler.send_response(status)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in {"Content-Length": str(len(content)), **named}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def half(body: bytes) -> Answer:
    """An answer that breaks off."""
    return says(body[: len(body) // 2], Content_Length=str(len(body)))


def hangs(handler: _Handler) -> None:
    """Never answers."""
    handler.server.over.wait(30)


def drips(handler: _Handler) -> None:
    """Sends a byte now and then."""
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.over.is_set():
        handler.wfile.write(b" ")
        time.sleep(0.02)


def floods(handler: _Handler) -> None:
    """Sends without an end."""
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.over.is_set():
        handler.wfile.write(b" " * 1_000_000)


def closes(handler: _Handler) -> None:
    """Says nothing and goes."""
    handler.close_connection = True


def babbles(handler: _Handler) -> None:
    """Speaks no HTTP."""
    handler.wfile.write(b"\x00\xff" * 1000)
    handler.close_connection = True


@contextmanager
def serving() -> Iterator[Loopback]:
    """A server while a test runs."""
    server = Loopback()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
