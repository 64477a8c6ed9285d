"""What one can ask the Zotero that runs on this computer, and what it answers.

Its own words: server_localAPI.js and server_connector.js of Zotero. The connector saves into the collection that is
selected there. The local API reads since Zotero 7, and writes since Zotero 10, once a person has allowed it in a
dialog; every answer of one that writes names the instance (`Zotero-Server-ID`), and every write has to.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from reader.base.errors import ReaderError
from reader.network.http import Answer, Request, UnreachableError, fetch

SERVER = "http://127.0.0.1:23119"
APP_NAME = "Daily Papers Reader"
MOST_OBJECTS = 50  # in one write

_SECONDS = 30
_DIALOG_SECONDS = 180  # for a person to answer Zotero's question
_CONNECTOR = {"X-Zotero-Connector-API-Version": "3", "Content-Type": "application/json"}
_JSON = {"Content-Type": "application/json", "Zotero-API-Version": "3"}


class Target(NamedTuple):
    """Where Zotero would save now: what is selected in its window."""

    library: str
    collection: str  # its name; "" for the library itself
    is_own: bool  # the person's own library, not a group's
    editable: bool

    @property
    def words(self) -> str:
        return f"{self.library} › {self.collection}" if self.collection else self.library


class Permission(NamedTuple):
    """A key to write with."""

    key: str
    lasts: bool  # for more than one write


class Written(NamedTuple):
    """What became of the objects of one write, by their numbers."""

    saved: frozenset[int]
    there: frozenset[int]  # had been saved before
    failed: Mapping[int, str]  # in Zotero's words


class NotAllowedError(ReaderError):
    """The key is none any more; a person has to allow it again."""


class Zotero:
    """One Zotero. Every method raises ReaderError, and Stopped."""

    def __init__(self, server: str = SERVER, stopped: Callable[[], bool] = lambda: False) -> None:
        self._server = server.rstrip("/")
        self._stopped = stopped

    def ping(self) -> None:
        """Make sure that it runs."""
        try:
            answer = self._ask("/connector/ping", headers=_CONNECTOR)
        except UnreachableError as error:
            raise UnreachableError("Zotero is not running. Start it, then try again.") from error
        if answer.status != 200 or b"Zotero is running" not in answer.body:
            raise UnreachableError(f"What answers at {self._server} is no Zotero.")

    def target(self) -> Target:
        """Where it would save now."""
        answer = self._ask("/connector/getSelectedCollection", {}, headers=_CONNECTOR)
        said = self._object(answer)
        return Target(
            library=str(said.get("libraryName") or ""),
            collection=str(said.get("name") or "") if said.get("id") else "",
            is_own=said.get("libraryID") == 1,
            editable=said.get("libraryEditable", True) is not False,
        )

    def server_id(self) -> str | None:
        """The name of the instance, where its local API writes; None where it does not, or is switched off."""
        answer = self._ask("/api/", headers=_JSON)
        return answer.headers.get("zotero-server-id") if answer.status == 200 else None

    def has(self, words: str, is_it: Callable[[Mapping[str, Any]], bool]) -> bool | None:
        """Whether the own library has an item found by words; None where its local API is switched off."""
        query = urlencode({"q": words, "qmode": "everything", "format": "json", "limit": 20})
        answer = self._ask(f"/api/users/0/items?{query}", headers=_JSON)
        if answer.status != 200:
            return None
        try:
            items = json.loads(answer.body)
        except ValueError:
            return None
        found = [each.get("data") for each in items if isinstance(each, dict)] if isinstance(items, list) else []
        return any(is_it(item) for item in found if isinstance(item, dict))

    def collection_key(self, name: str) -> str | None:
        """The key of the own library's one collection of a name; None where there is none, or several."""
        answer = self._ask("/api/users/0/collections?format=json", headers=_JSON)
        if answer.status != 200:
            return None
        found = [
            each["key"] for each in self._list(answer) if each.get("data", {}).get("name") == name and "key" in each
        ]
        return str(found[0]) if len(found) == 1 else None

    def authorize(self, server_id: str) -> Permission:
        """Ask for leave to write: Zotero shows a dialog."""
        headers = {**_JSON, "Zotero-Server-ID": server_id}
        answer = self._ask("/api/local/authorize", {"appName": APP_NAME}, headers, seconds=_DIALOG_SECONDS)
        if answer.status == 429:
            seconds = answer.headers.get("retry-after", "")
            raise ReaderError(f"Zotero wants to be asked later{f': in {seconds[:10]} s' if seconds else ''}.")
        if answer.status == 403:
            raise ReaderError("Zotero was not allowed to take the papers: somebody pressed Deny there.")
        said = self._object(answer)
        if answer.status != 200 or not isinstance(said.get("key"), str):
            raise ReaderError(f"Zotero did not say whether it may be written to ({answer.status}).")
        return Permission(said["key"], said.get("remember") is True)

    def write(self, objects: Sequence[Mapping[str, Any]], server_id: str, permission: Permission) -> Written:
        """Write objects into the own library. Raises NotAllowedError where the key is none any more."""
        headers = {**_JSON, "Zotero-Server-ID": server_id, "Zotero-API-Key": permission.key}
        answer = self._ask("/api/users/0/items", list(objects), headers)
        if answer.status == 401:
            raise NotAllowedError("Zotero no longer lets us write.")
        if answer.status != 200:
            raise ReaderError(f"Zotero did not take the papers ({answer.status}): {_words(answer)}")
        said = self._object(answer)
        failed = {number: value for number, value in _numbered(said.get("failed")) if isinstance(value, dict)}
        saved = {number for name in ("successful", "success") for number, _ in _numbered(said.get(name))}
        before = {number for number, _ in _numbered(said.get("unchanged"))}
        before |= {number for number, value in failed.items() if value.get("code") == 412}
        return Written(
            frozenset(saved),
            frozenset(before),
            {n: str(value.get("message") or "")[:200] for n, value in failed.items() if n not in before},
        )

    def save(self, items: Sequence[Mapping[str, Any]], session: str, page: str) -> bool:
        """Save items by the connector, where the person has chosen. False where this very session was saved before."""
        body = {"sessionID": session, "uri": page, "items": list(items)}
        answer = self._ask("/connector/saveItems", body, _CONNECTOR)
        if answer.status == 409:
            return False
        if answer.status == 500 and b"libraryEditable" in answer.body:
            raise ReaderError("The library chosen in Zotero cannot be written to. Choose another one there.")
        if answer.status not in (200, 201):
            raise ReaderError(f"Zotero did not take the papers ({answer.status}): {_words(answer)}")
        return True

    def _ask(
        self, path: str, body: object = None, headers: Mapping[str, str] = _JSON, seconds: float = _SECONDS
    ) -> Answer:
        content = None if body is None else json.dumps(body).encode()
        return fetch(Request(f"{self._server}{path}", content, headers, seconds), self._stopped)

    def _object(self, answer: Answer) -> dict[str, Any]:
        try:
            said = json.loads(answer.body)
        except (ValueError, RecursionError):
            said = None
        if not isinstance(said, dict):
            raise ReaderError(f"What answers at {self._server} does not speak as Zotero does ({answer.status}).")
        return said

    def _list(self, answer: Answer) -> list[dict[str, Any]]:
        try:
            said = json.loads(answer.body)
        except (ValueError, RecursionError):
            return []
        each = said if isinstance(said, list) else []
        return [one for one in each if isinstance(one, dict) and isinstance(one.get("data"), dict)]


def _numbered(value: object) -> list[tuple[int, Any]]:
    pairs = value.items() if isinstance(value, dict) else ()
    return [(int(number), each) for number, each in pairs if str(number).isdecimal()]


def _words(answer: Answer) -> str:
    return " ".join(answer.body[:200].decode("utf-8", "replace").split()) or "without a word"
