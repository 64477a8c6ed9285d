"""Papers into the Zotero that runs on this computer, into the collection chosen there, with notes and labels.

By its local API where that may write (Zotero 10), else by the way its browser connector takes. What was sent is kept in
the profile, and where Zotero can be read it is asked whether it has a paper: sending again adds nothing.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from reader.base.errors import ReaderError
from reader.export.model import ExportedPaper, Words
from reader.network.http import Stopped
from reader.posts.model import PaperKey
from reader.services.exporting import exported_paper
from reader.services.outside.zotero_items import creators, fields, is_paper, key_of, notes, tags, words_to_find
from reader.services.outside.zotero_ledger import Ledger
from reader.services.profile import Profile
from reader.zotero.client import MOST_OBJECTS, SERVER, NotAllowedError, Target, Zotero

_PAPERS_AT_ONCE = MOST_OBJECTS // 3  # each with two notes
_MOST_ASKED = 5  # times for leave to write


class Sent(NamedTuple):
    """What was sent."""

    sent: tuple[PaperKey, ...] = ()
    there: tuple[PaperKey, ...] = ()  # that Zotero had, or was sent before
    where: str = ""  # what is chosen in Zotero
    way: str = ""  # "api" or "connector"
    cancelled: bool = False


class Sending(NamedTuple):
    """How papers are sent."""

    words: Words
    server: str = SERVER
    again: bool = False  # also what was sent before, should it have been deleted there
    notes: bool = True
    tell: Callable[[dict[str, Any]], None] = lambda _: None
    cancelled: Callable[[], bool] = lambda: False


def send(profile: Profile, keys: Sequence[PaperKey], sending: Sending) -> Sent:
    """Send papers. Raises ReaderError; what was taken before that is not sent again."""
    zotero = Zotero(sending.server, sending.cancelled)
    zotero.ping()
    target = zotero.target()
    if not target.editable:
        raise ReaderError(f"{target.library} cannot be written to. Choose another library in Zotero.")
    ledger = Ledger(profile.places.data / "zotero.json")
    run = _Run(profile, zotero, target, ledger, sending)
    cancelled = False
    try:
        for done in range(0, len(keys), _PAPERS_AT_ONCE):
            sending.tell({"event": "progress", "stage": "zotero", "done": done, "total": len(keys)})
            run.take(keys[done : done + _PAPERS_AT_ONCE])
    except Stopped:
        cancelled = True
    sending.tell({"event": "progress", "stage": "zotero", "done": len(keys), "total": len(keys)})
    return Sent(tuple(run.sent), tuple(run.there), target.words, run.way, cancelled)


class _Run:
    """One sending: by which way, and what came of it."""

    def __init__(self, profile: Profile, zotero: Zotero, target: Target, ledger: Ledger, sending: Sending) -> None:
        self.sent: list[PaperKey] = []
        self.there: list[PaperKey] = []
        self._profile, self._zotero, self._target = profile, zotero, target
        self._ledger, self._sending = ledger, sending
        self._server_id = zotero.server_id()
        self._collection = zotero.collection_key(target.collection) if target.collection and self._server_id else None
        writes = self._server_id is not None and target.is_own and (self._collection or not target.collection)
        self.way = "api" if writes else "connector"

    def take(self, keys: Sequence[PaperKey]) -> None:
        """Send some papers, those that Zotero does not have."""
        papers = []
        for key in keys:
            paper = exported_paper(self._profile, key)
            if self._has(paper):
                self.there.append(key)
            else:
                papers.append(paper if self._sending.notes else paper._replace(note="", highlights=()))
        if papers:
            self._write(papers) if self.way == "api" else self._save(papers)

    def _has(self, paper: ExportedPaper) -> bool:
        """Zotero's own word, where it can be read and has the paper; else what is known here."""
        if self._target.is_own and self._zotero.has(words_to_find(paper), lambda item: is_paper(paper, item)):
            return True
        return not self._sending.again and self._ledger.has(self._target, paper.key)

    def _save(self, papers: Sequence[ExportedPaper]) -> None:
        items = [self._item(paper) for paper in papers]
        content = json.dumps([self._target, items, time.time() if self._sending.again else 0], sort_keys=True)
        is_new = self._zotero.save(items, hashlib.sha256(content.encode()).hexdigest()[:32], items[0].get("url", ""))
        (self.sent if is_new else self.there).extend(paper.key for paper in papers)
        self._ledger.add(self._target, [paper.key for paper in papers])

    def _item(self, paper: ExportedPaper) -> dict[str, Any]:
        return {
            "id": key_of(paper, "item"),
            **fields(paper),
            "creators": creators(paper, for_api=False),
            "tags": tags(paper),
            "notes": [{"note": html} for _, html in notes(paper, self._sending.words)],
            "attachments": [],
        }

    def _write(self, papers: Sequence[ExportedPaper]) -> None:
        objects = [(paper.key, each) for paper in papers for each in self._objects(paper)]
        written = self._written([each for _, each in objects])
        failed = {objects[number][0]: words for number, words in written.failed.items()}
        parents = {n: key for n, (key, each) in enumerate(objects) if "parentItem" not in each and key not in failed}
        self.sent += [key for number, key in parents.items() if number in written.saved]
        self.there += [key for number, key in parents.items() if number in written.there]
        self._ledger.add(self._target, [key for n, key in parents.items() if n in written.saved | written.there])
        if failed:
            key, words = next(iter(failed.items()))
            raise ReaderError(f"Zotero did not take {key}: {words or 'without a reason'}.")

    def _written(self, objects: Sequence[dict[str, Any]]) -> Any:
        server_id = self._server_id or ""
        for _ in range(_MOST_ASKED):
            permission = self._ledger.permission(server_id) or self._zotero.authorize(server_id)
            try:
                written = self._zotero.write(objects, server_id, permission)
            except NotAllowedError:
                self._ledger.forget_permission()
                continue
            if permission.lasts:
                self._ledger.keep_permission(server_id, permission)
            return written
        raise ReaderError("Zotero gives leave to write and then takes it back. Try again later.")

    def _objects(self, paper: ExportedPaper) -> Iterator[dict[str, Any]]:
        key = key_of(paper, "item")
        yield {
            "key": key,
            "version": 0,
            **fields(paper),
            "creators": creators(paper, for_api=True),
            "tags": tags(paper),
            "collections": [self._collection] if self._collection else [],
        }
        for which, html in notes(paper, self._sending.words):
            yield {
                "key": key_of(paper, which),
                "version": 0,
                "itemType": "note",
                "parentItem": key,
                "note": html,
            }
