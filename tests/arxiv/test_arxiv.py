"""arXiv is asked by its terms, and believed only in what can be so."""

import errno
import socket
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from reader.arxiv.answers import NotAtomError, papers
from reader.arxiv.client import IDS_AT_ONCE, Client, Clockwork, retry_after
from reader.arxiv.model import Details, Name, parts_of
from reader.arxiv.store import DetailsStore
from reader.base.errors import ReaderError
from reader.network import http
from reader.network.http import Stopped, UnreachableError
from tests.arxiv.answers import AUTHORS, ERROR, arxiv, entry, feed
from tests.network import loopback
from tests.network.loopback import Loopback, says

ONE = "2501.00001"
NOW = datetime(2026, 11, 28, tzinfo=UTC)


class Time:
    """A clock that goes on only while somebody sleeps."""

    def __init__(self) -> None:
        self.now, self.asked_at = 1000.0, 0.0
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def note(self, at: float) -> None:
        self.asked_at = at


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def server() -> Iterator[Loopback]:
    with loopback.serving() as server:
        server.answers = [arxiv(entry)]
        yield server


def client(server: Loopback, time: Time, **more: object) -> Client:
    clockwork = Clockwork(lambda: time.now, time.sleep)
    return Client(
        lambda: time.asked_at,
        time.note,
        server=server.address,
        clockwork=clockwork,
        waiting=time.waits.append,
        **more,  # type: ignore[arg-type]
    )


def test_everything_arxiv_says_of_a_paper_is_taken(server: Loopback, time: Time) -> None:
    assert client(server, time).ask([ONE]) == {
        ONE: Details(
            ONE,
            authors=AUTHORS,
            published=date(2025, 1, 2),
            updated=date(2025, 3, 4),
            version=2,
            categories=("cs.CL", "stat.ML"),
            abstract="We fold & unfold. Twice.",
            doi="10.1234/abc.5",
            journal="J. Boats 12 (2025) 3-45",
            comment="8 pages",
        )
    }


def test_a_hundred_papers_are_one_question_and_three_seconds_lie_between_two(server: Loopback, time: Time) -> None:
    ids = [f"2501.{n:05d}" for n in range(IDS_AT_ONCE)]
    asking = client(server, time)
    assert list(asking.ask(ids)) == ids
    begin = time.now
    asking.ask(["cs/0501001", "hep-th/9901001v3"[:14]])
    assert time.now - begin == pytest.approx(3.0)
    assert [each.path.split("&")[0] for each in server.asked] == [
        f"/api/query?id_list={','.join(ids)}",
        "/api/query?id_list=cs/0501001,hep-th/9901001",
    ]
    with pytest.raises(ValueError, match="101"):
        asking.ask([*ids, "2502.00001"])


def test_another_process_that_asked_just_now_counts_and_a_clock_set_back_does_not(server: Loopback, time: Time) -> None:
    time.asked_at = time.now - 1
    client(server, time).ask([ONE])
    assert time.now == pytest.approx(1002.0)
    time.asked_at = time.now + 10_000
    client(server, time).ask([ONE])
    assert time.now == pytest.approx(1002.0)


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_waited_for_as_long_as_it_says(server: Loopback, time: Time, status: int) -> None:
    moment = format_datetime(datetime.fromtimestamp(1100, UTC))
    server.answers = [says("", status, Retry_After="42"), says("", status, Retry_After=moment), arxiv(entry)]
    assert ONE in client(server, time).ask([ONE])
    assert time.waits == [42, pytest.approx(58, abs=1)]
    assert time.now >= 1099


@pytest.mark.parametrize("value", ["", "soon", "-3", "1.5", "٣", "Thu, 99 Foo 2026 00:00:00 GMT"])
def test_a_time_that_is_none_is_not_believed(value: str) -> None:
    assert retry_after(value, 0) is None


def test_a_time_that_is_past_is_no_wait() -> None:
    assert retry_after(format_datetime(NOW - timedelta(days=1)), NOW.timestamp()) == 0


@pytest.mark.parametrize(
    ("answer", "words", "asked"),
    [
        (says("", 503), "busy", 3),
        (says("", 429, Retry_After="86400"), "left alone for 86400 s", 1),
        (says("no", 403), "refuses the question .403", 1),
        (says(ERROR, 400), "400: incorrect id format for x", 1),
        (says(ERROR), "incorrect id format for x", 1),
        (says("", 302, Location="http://example.org/login"), "sends on to example.org", 3),
        (says("<html><body>Sign in to the Wi-Fi</body></html>"), "none of arXiv's", 1),
        (says("<html><p>unclosed"), "none of arXiv's", 1),
        (says(b""), "none of arXiv's", 1),
        (says(b"\xff\xfe\x00"), "none of arXiv's", 1),
        (says('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><feed>&a;</feed>'), "entities", 1),
        (loopback.half(feed(entry(ONE))), "broke off", 3),
        (loopback.closes, "cannot be reached", 3),
        (loopback.babbles, "cannot be reached", 3),
    ],
)
def test_what_is_no_answer_of_arxivs_is_said_in_words(
    server: Loopback, time: Time, answer: loopback.Answer, words: str, asked: int
) -> None:
    server.answers = [answer]
    with pytest.raises(UnreachableError, match=words):
        client(server, time).ask([ONE])
    assert len(server.asked) == asked


@pytest.mark.parametrize(
    "error",
    [
        socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"),
        OSError(errno.ENETUNREACH, "Network is unreachable"),
        OSError(errno.ENETDOWN, "Network is down"),
    ],
)
def test_without_a_network_nobody_waits(
    server: Loopback, time: Time, error: OSError, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(http.socket, "getaddrinfo", fails)
    asked_at = time.now
    with pytest.raises(UnreachableError, match="cannot be reached"):
        client(server, time).ask([ONE])
    assert time.now == asked_at


def test_a_wait_can_be_stopped(server: Loopback, time: Time) -> None:
    server.answers = [says("", 503, Retry_After="60")]
    with pytest.raises(Stopped):
        client(server, time, stopped=lambda: time.now > 1010).ask([ONE])
    assert time.now < 1011


def test_papers_that_nobody_asked_for_and_papers_unknown_are_not_taken() -> None:
    nothing = "<entry><id>http://arxiv.org/abs/2501.00003</id></entry>"
    body = feed(entry("2501.00001"), entry("2501.00002"), nothing, "<entry><id>x</id><title>y</title></entry>")
    assert list(papers(body, {"2501.00002", "2501.00003"})) == ["2501.00002"]


def test_of_a_strangers_text_only_words_of_bounded_length_are_taken() -> None:
    hostile = entry(
        ONE,
        authors=["A\u202eB", " &#x85; ", "&lt;script&gt;", *(f"N {n}" for n in range(20_000))],
        summary="x" * 100_000,
        comment="a\u2028b &#10; c",
        more='<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">javascript:alert(1)</arxiv:doi>',
        version="999999",
    )
    (found,) = papers(feed(hostile), {ONE}).values()
    assert found.authors[1] == "<script>"
    assert len(found.authors) == 10_000
    assert (len(found.abstract), found.comment, found.doi, found.version) == (20_000, "a b c", "", 1)


@pytest.mark.parametrize(
    ("comment", "summary", "is_withdrawn"),
    [
        ("This paper has been withdrawn by the authors", "x", True),
        ("", "This submission has been withdrawn due to an error", True),
        ("Withdrawn: a mistake in Lemma 2", "x", True),
        ("This article was retracted", "x", True),
        ("8 pages", "We study when consent was withdrawn by patients, and withdrawn accounts", False),
        ("Cash withdrawn from machines", "x", False),
    ],
)
def test_a_withdrawn_paper_is_told_by_its_words(comment: str, summary: str, is_withdrawn: bool) -> None:
    (found,) = papers(feed(entry(ONE, comment=comment, summary=summary)), {ONE}).values()
    assert found.withdrawn is is_withdrawn


def test_atom_of_somebody_else_is_refused() -> None:
    for body in (b"<feed/>", b"<rss/>", b"<feed xmlns='x'/>", b"\x00" * 50, b"<a>" * 10_000):
        with pytest.raises(NotAtomError):
            papers(body, {ONE})


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Ada Lovelace", Name("Lovelace", "Ada")),
        ("Aäron van den Oord", Name("van den Oord", "Aäron")),
        ("Ludwig van Beethoven", Name("van Beethoven", "Ludwig")),
        ("Van Le", Name("Le", "Van")),
        ("Sammy Davis Jr.", Name("Davis", "Sammy", "Jr.")),
        ("Plato", Name("Plato")),
        ("The Boat Collaboration", Name("The Boat Collaboration")),
        ("J. R. R. Tolkien", Name("Tolkien", "J. R. R.")),
        ("김 민준", Name("김", "민준")),
    ],
)
def test_names_have_their_parts(author: str, name: Name) -> None:
    assert parts_of(author) == name


def test_what_was_said_is_kept_also_that_nothing_is_known(tmp_path: Path) -> None:
    details = Details(ONE, ("A B",), date(2025, 1, 2), None, 3, ("cs.CL",), "abstract", withdrawn=True)
    with_store = DetailsStore(tmp_path / "a.sqlite")
    with_store.put([ONE, "2501.00002"], {ONE: details}, NOW)
    with_store.put([ONE], {}, NOW + timedelta(days=1))
    with_store.close()
    again = DetailsStore(tmp_path / "a.sqlite", read_only=True)
    assert again.of(ONE) == details
    assert again.of("2501.00002") is None
    assert {key: kept.details for key, kept in again.kept([ONE, "2501.00002", "2501.00003"]).items()} == {
        ONE: details,
        "2501.00002": None,
    }
    assert list(again.all()) == [details]
    again.close()


def test_a_store_that_is_none_yet_is_empty_and_not_made_by_looking(tmp_path: Path) -> None:
    store = DetailsStore(tmp_path / "a.sqlite", read_only=True)
    assert (store.of(ONE), list(store.all()), store.asked_at()) == (None, [], 0)
    store.close()
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_store_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_bytes(b"x" * 5000)
    for read_only in (True, False):
        with (
            closing(DetailsStore(tmp_path / "a.sqlite", read_only=read_only)) as store,
            pytest.raises(ReaderError, match=r"a\.sqlite"),
        ):
            store.of(ONE)
