"""A question to a server ends within its time, with all of an answer or with words."""

import socket
import time
from collections.abc import Iterator

import pytest

from reader.network import http
from reader.network.http import Request, Stopped, UnreachableError, fetch
from tests.network import loopback
from tests.network.loopback import Loopback, says


@pytest.fixture
def server() -> Iterator[Loopback]:
    with loopback.serving() as server:
        yield server


def asked(server: Loopback, path: str = "/x", **more: object) -> bytes:
    return fetch(Request(server.address + path, **more), lambda: False).body  # type: ignore[arg-type]


def test_an_answer_comes_whole_and_we_say_who_we_are(server: Loopback) -> None:
    server.answers = [says("답" * 100_000)]
    assert asked(server).decode() == "답" * 100_000
    assert server.asked[0].headers["user-agent"].startswith("daily-papers-reader/")
    assert "cookie" not in server.asked[0].headers


@pytest.mark.parametrize("status", [400, 404, 409, 429, 500, 503])
def test_a_status_is_the_callers_to_judge(server: Loopback, status: int) -> None:
    server.answers = [says("why", status, Retry_After="7")]
    answer = fetch(Request(server.address), lambda: False)
    assert (answer.status, answer.body, answer.headers["retry-after"]) == (status, b"why", "7")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (loopback.half(b"x" * 1000), "broke off"),
        (loopback.closes, "cannot be reached"),
        (loopback.babbles, "cannot be reached"),
        (loopback.floods, "sends more than 1 MB"),
        (loopback.hangs, "took longer|timed out"),
        (loopback.drips, "took longer"),
        (says("", 302, Location="http://example.org/"), "sends on to example.org"),
        (says("", 301, Location="file:///etc/passwd"), "sends"),
        (says("", 302, Location="ftp://127.0.0.1/"), "sends on to"),
        (says("", 302, Location="/x"), "from page to page"),
        (says("", 302, Location="http://127.0.0.1:1/"), "sends on to"),
    ],
)
def test_what_is_no_answer_is_said_in_words(server: Loopback, answer: loopback.Answer, words: str) -> None:
    server.answers = [answer]
    begin = time.monotonic()
    with pytest.raises(UnreachableError, match=words):
        asked(server, seconds=1.5, most_bytes=1_000_000)
    assert time.monotonic() - begin < 5
    assert len(server.asked) <= 5


def test_a_page_of_the_same_server_is_gone_to(server: Loopback) -> None:
    server.answers = [says("", 302, Location="/y"), says("there")]
    assert asked(server) == b"there"
    assert [each.path for each in server.asked] == ["/x", "/y"]


def test_what_was_sent_is_never_sent_on(server: Loopback) -> None:
    server.answers = [says("", 307, Location="/y"), says("there")]
    with pytest.raises(UnreachableError):
        asked(server, body=b"mine")


def test_nobody_there_is_said(server: Loopback) -> None:
    with pytest.raises(UnreachableError, match="cannot be reached"):
        fetch(Request("http://127.0.0.1:1/"), lambda: False)
    for address in ("file:///etc/passwd", "http://", "x"):
        with pytest.raises(UnreachableError):
            fetch(Request(address), lambda: False)


def test_whoever_asks_to_stop_is_heard_at_once(server: Loopback) -> None:
    server.answers = [loopback.hangs]
    begin = time.monotonic()
    with pytest.raises(Stopped):
        fetch(Request(server.address), lambda: time.monotonic() - begin > 0.2)
    assert time.monotonic() - begin < 2


class Names:
    """Who looks a name up, and where that leads."""

    def __init__(self, *leads: str) -> None:
        self.leads = list(leads)
        self.asked = 0

    def __call__(self, host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        self.asked += 1
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (lead, port)) for lead in self.leads]


@pytest.fixture
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("no_proxy")
@pytest.mark.parametrize("leads", [("127.0.0.1",), ("8.8.8.8", "192.168.0.1"), ("169.254.169.254",), ("nowhere",)])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_name_that_leads_home_is_not_connected_to(
    server: Loopback, monkeypatch: pytest.MonkeyPatch, scheme: str, leads: tuple[str, ...]
) -> None:
    monkeypatch.setattr(http.socket, "getaddrinfo", Names(*leads))
    address = f"{scheme}://rebound.example:{server.server_port}/x"
    with pytest.raises(UnreachableError, match="private address"):
        fetch(Request(address, only_public=True), lambda: False)
    assert server.asked == []


@pytest.mark.usefixtures("no_proxy")
def test_the_address_that_was_looked_at_is_the_one_connected_to(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = Names("127.0.0.1")
    monkeypatch.setattr(http.socket, "getaddrinfo", names)
    monkeypatch.setattr(http, "is_public_address", lambda _: True)
    connected: list[object] = []
    make = socket.create_connection

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        connected.append(address[0])
        monkeypatch.undo()  # the system looks up where an address leads as well
        return make(address, timeout)

    monkeypatch.setattr(http.socket, "create_connection", connect)
    server.answers = [says("a picture")]
    request = Request(f"http://rebound.example:{server.server_port}/x", only_public=True)
    assert fetch(request, lambda: False).body == b"a picture"
    assert (names.asked, connected) == (1, ["127.0.0.1"])
