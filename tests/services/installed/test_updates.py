"""Looking for updates: what answers are understood, which addresses are asked, and that nothing is without asking."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PySide6.QtCore import QObject

from reader.base.errors import ReaderError
from reader.services.installed.updates import LARGEST, Release, is_newer, may_ask, read_release
from reader.ui.window.update_check import UpdateCheck


@pytest.mark.parametrize(
    ("answer", "release"),
    [
        ({"version": "0.2.0", "page": "https://example.org/new"}, Release("0.2.0", "https://example.org/new")),
        ({"tag_name": "v1.0", "html_url": "https://example.org/v1"}, Release("1.0", "https://example.org/v1")),
        ({"version": "1", "page": "file:///etc/passwd"}, Release("1", "")),
        ({"version": "1", "page": "http://example.org"}, Release("1", "")),
        ({"version": "2", "tag_name": "v1"}, Release("2", "")),
    ],
)
def test_an_answer_is_read(answer: dict[str, str], release: Release):
    assert read_release(json.dumps(answer).encode()) == release


@pytest.mark.parametrize(
    "answer", [b"", b"<html>", b"[]", b"{}", b'{"version": 3}', b'{"version": "new"}', b"[" * 9999, b"\xff"]
)
def test_anything_else_is_told(answer: bytes):
    with pytest.raises(ReaderError, match="something else"):
        read_release(answer)


@pytest.mark.parametrize(
    ("newer", "older"),
    [("v0.2", "0.1"), ("0.2", "0.1.9"), ("0.10.0", "0.9.0"), ("1.0", "1.0rc1"), ("1.0.1", "1"), ("2.0b1", "1.9")],
)
def test_versions_are_compared_by_their_numbers(newer: str, older: str):
    assert is_newer(newer, older)
    assert not is_newer(older, newer)


def test_the_same_version_is_not_newer():
    assert not is_newer("1.0.0", "1.0")
    assert not is_newer("1.0", "1.0.0")
    assert not is_newer("unknown", "0.0")


@pytest.mark.parametrize("address", ["https://example.org/", "http://localhost:80/x", "http://127.0.0.1/"])
def test_a_sure_address_or_one_of_this_machine_may_be_asked(address: str):
    assert may_ask(address)
    assert LARGEST == 256 * 1024


@pytest.mark.parametrize(
    "address", ["", "http://example.org/", "file:///tmp/x", "ftp://example.org", "https://", "https://["]
)
def test_only_https_is_asked(address: str, qtbot):
    assert not may_ask(address)
    check = UpdateCheck()
    with qtbot.waitSignal(check.failed, timeout=1000):
        check.ask(address)


@pytest.fixture
def server():
    """A server on this machine, with what it answers and whom it was asked by."""

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # a server that hangs up without saying how much there is, Qt may ask twice

        def do_GET(self):
            said.asked.append(dict(self.headers))
            self.send_response(said.code)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            self.wfile.write(said.body)

        def log_message(self, *_):
            pass

    said = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    said.asked, said.code, said.headers, said.body = [], 200, {}, b""
    thread = threading.Thread(target=said.serve_forever, daemon=True)
    thread.start()
    yield said
    said.shutdown()
    thread.join(5)
    said.server_close()


def address(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}/latest"


def test_it_asks_once_and_says_nothing_of_the_person(server, qtbot):
    server.body = b'{"version": "9.0"}'
    check = UpdateCheck()
    with qtbot.waitSignal(check.answered, timeout=10_000) as got:
        check.ask(address(server))
    assert got.args == [Release("9.0", "")]
    (headers,) = server.asked
    assert headers["User-Agent"] == "daily-papers-reader"
    assert "Cookie" not in headers


@pytest.mark.parametrize(("code", "body"), [(404, b"{}"), (200, b"<html>"), (200, b" " * (LARGEST * 40))])
def test_what_is_no_answer_is_told(code: int, body: bytes, server, qtbot):
    server.code, server.body = code, body
    check = UpdateCheck()
    with qtbot.waitSignal(check.failed, timeout=10_000):
        check.ask(address(server))


def test_making_one_asks_nobody(server, qtbot):
    check = UpdateCheck()
    assert isinstance(check, QObject)
    assert server.asked == []
