"""Asking arXiv's API, by its terms: one question at a time, three seconds between two, up to 100 ids in each.

https://info.arxiv.org/help/api/tou.html. A server that asks to wait (429, 503) is waited for, as long as it says; one
that does not answer is asked twice more, a little later each time. Then it is said in words; without a network at once.
"""

import email.utils
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urlencode

from reader.arxiv.answers import NotAtomError, papers
from reader.arxiv.model import Details
from reader.network.http import Answer, NoNetworkError, Request, Stopped, UnreachableError, fetch

SERVER = "https://export.arxiv.org"
IDS_AT_ONCE = 100
BETWEEN_SECONDS = 3.0

_TRIES = 3
_LATER_SECONDS = (10.0, 30.0)  # after a first and a second try that failed without a time
_LONGEST_WAIT = 300.0  # a server that wants a longer one is left alone
_LOOK_SECONDS = 0.1
_BUSY = (429, 503)


class Clockwork(NamedTuple):
    """Time as the client has it; tests have another."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


class Client:
    """Asks one server. `asked_at` and `note_asking` remember the last question, for every process of the profile."""

    def __init__(
        self,
        asked_at: Callable[[], float],
        note_asking: Callable[[float], None],
        *,
        server: str = SERVER,
        clockwork: Clockwork = Clockwork(),  # noqa: B008  # a value
        waiting: Callable[[float], None] = lambda _: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        """`waiting` is told, in seconds, of a wait that the server wants; `stopped` is asked all the time."""
        self._asked_at = asked_at
        self._note_asking = note_asking
        self._server = server.rstrip("/")
        self._clock = clockwork
        self._waiting = waiting
        self._stopped = stopped

    def ask(self, ids: Sequence[str]) -> dict[str, Details]:
        """What arXiv says of at most IDS_AT_ONCE papers, by id. Raises UnreachableError and Stopped."""
        if not 0 < len(ids) <= IDS_AT_ONCE:
            raise ValueError(f"{len(ids)} ids")
        query = urlencode({"id_list": ",".join(ids), "start": 0, "max_results": len(ids)}, safe=",/")
        body = self._answer(f"{self._server}/api/query?{query}")
        try:
            return papers(body, set(ids))
        except NotAtomError as error:
            raise UnreachableError(f"The answer of {self._server} is none of arXiv's: {str(error)[:200]}.") from error

    def _answer(self, address: str) -> bytes:
        for attempt in range(_TRIES):
            is_last = attempt == _TRIES - 1
            try:
                answer = self._asked(address)
            except UnreachableError as error:
                if is_last or isinstance(error, NoNetworkError):
                    raise
                self._wait(_LATER_SECONDS[attempt])
                continue
            if answer.status == 200:
                return answer.body
            if answer.status not in _BUSY and answer.status < 500:
                raise UnreachableError(_refusal(self._server, answer))
            seconds = retry_after(answer.headers.get("retry-after", ""), self._clock.now())
            seconds = _LATER_SECONDS[min(attempt, 1)] if seconds is None else seconds
            if is_last or seconds > _LONGEST_WAIT:
                wish = f" It asks to be left alone for {seconds:.0f} s." if seconds > _LONGEST_WAIT else ""
                raise UnreachableError(f"{self._server} is busy ({answer.status}).{wish} Try again later.")
            self._waiting(seconds)
            self._wait(seconds)
        raise AssertionError("every last try returns or raises")

    def _asked(self, address: str) -> Answer:
        since = self._clock.now() - self._asked_at()
        if 0 <= since < BETWEEN_SECONDS:  # a clock that was set back says nothing
            self._wait(BETWEEN_SECONDS - since)
        self._note_asking(self._clock.now())
        try:
            return fetch(Request(address), self._stopped)
        finally:
            self._note_asking(self._clock.now())

    def _wait(self, seconds: float) -> None:
        """Raises Stopped."""
        end = self._clock.now() + seconds
        while (left := end - self._clock.now()) > 0:
            if self._stopped():
                raise Stopped
            self._clock.sleep(min(left, _LOOK_SECONDS))


def retry_after(value: str, now: float) -> float | None:
    """The seconds that a server asks to wait (RFC 9110, 10.2.3): a number of them, or a date; None for neither."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.fromtimestamp(now, UTC)).total_seconds())


def _refusal(server: str, answer: Answer) -> str:
    """What a server says that does not want the question: of arXiv's own errors its words."""
    try:
        papers(answer.body, ())
    except NotAtomError as error:
        words = f": {str(error)[:200]}" if answer.status == 400 else ""
        return f"{server} refuses the question ({answer.status}{words})."
    return f"{server} refuses the question ({answer.status})."
