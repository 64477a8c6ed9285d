"""A server that speaks as Zotero does, by both of its ways in: connector and local API."""

import json
from collections.abc import Callable
from typing import Any

from tests.network.loopback import says


class ZoteroDouble:
    """Its state is what a test sets and looks at. `api` is "off" (as by default), "reads" (7 to 9) or "writes" (10)."""

    def __init__(self, api: str = "off") -> None:
        self.api = api
        self.items: list[dict[str, Any]] = []  # as the API has them
        self.notes: list[dict[str, Any]] = []
        self.sessions: set[str] = set()
        self.selected: dict[str, Any] = {"libraryID": 1, "libraryName": "My Library", "id": None, "name": "My Library"}
        self.selected["libraryEditable"] = True
        self.collections = [{"key": "COLL2345", "data": {"name": "Reading"}}]
        self.allows, self.remembers = True, True
        self.keys: dict[str, bool] = {}
        self.dialogs = 0
        self.broken: Callable[[Any], object] | None = None  # what it does instead of answering the next write

    def __call__(self, handler: Any) -> None:
        _, path, headers, body = handler.server.asked[-1]
        assert headers["host"].startswith("127.0.0.1:")
        said = json.loads(body) if body else None
        what = path.partition("?")[0]
        if what.startswith("/api/"):
            self._api(handler, what, path, headers, said)
        elif what == "/connector/ping":
            says("<!DOCTYPE html><html><body>Zotero is running</body></html>")(handler)
        elif what == "/connector/getSelectedCollection":
            says(json.dumps(self.selected))(handler)
        elif what == "/connector/saveItems":
            self._save(handler, said)
        else:
            says("No endpoint found", 404)(handler)

    def _save(self, handler: Any, said: Any) -> None:
        if said["sessionID"] in self.sessions:
            says('{"error": "SESSION_EXISTS"}', 409)(handler)
            return
        if not self.selected["libraryEditable"]:
            says('{"libraryEditable": false}', 500)(handler)
            return
        self.sessions.add(said["sessionID"])
        for item in said["items"]:
            self.notes += item.pop("notes")
            self.items.append(item)
        self._end(handler, says("", 201))

    def _api(self, handler: Any, what: str, path: str, headers: dict[str, str], said: Any) -> None:
        if self.api == "off":
            says("Local API is not enabled", 403)(handler)
            return
        named = {"Zotero_Server_ID": "SERVER1"} if self.api == "writes" else {}
        if what == "/api/":
            says("Nothing to see here.", **named)(handler)
        elif what == "/api/users/0/collections":
            says(json.dumps(self.collections), **named)(handler)
        elif what == "/api/local/authorize":
            self._authorize(handler, headers, said)
        elif said is not None and self.api == "writes":
            self._write(handler, headers, said)
        elif said is not None:
            says("Endpoint does not support method", 400)(handler)
        else:
            says(json.dumps([{"key": each.get("key", ""), "data": each} for each in self.items]), **named)(handler)

    def _authorize(self, handler: Any, headers: dict[str, str], said: Any) -> None:
        assert headers["zotero-server-id"] == "SERVER1"
        assert said["appName"]
        self.dialogs += 1
        if not self.allows:
            says('{"denied": true}', 403)(handler)
            return
        key = f"KEY{self.dialogs}"
        self.keys[key] = self.remembers
        says(json.dumps({"key": key, "remember": self.remembers}))(handler)

    def _write(self, handler: Any, headers: dict[str, str], said: Any) -> None:
        if headers.get("zotero-server-id") != "SERVER1":
            says("Zotero-Server-ID not provided", 428)(handler)
            return
        key = headers.get("zotero-api-key", "")
        if key not in self.keys:
            says("Invalid or expired API key", 401)(handler)
            return
        if not self.keys[key]:
            del self.keys[key]
        assert len(said) <= 50
        result: dict[str, Any] = {"successful": {}, "success": {}, "unchanged": {}, "failed": {}}
        known = {each["key"] for each in (*self.items, *self.notes) if "key" in each}
        for number, each in enumerate(said):
            if each["key"] in known:
                result["failed"][str(number)] = {"key": each["key"], "code": 412, "message": "item version mismatch"}
                continue
            (self.notes if each["itemType"] == "note" else self.items).append(each)
            result["successful"][str(number)] = {"key": each["key"]}
        self._end(handler, says(json.dumps(result)))

    def _end(self, handler: Any, answer: Callable[[Any], object]) -> None:
        broken, self.broken = self.broken, None
        (broken or answer)(handler)
