"""The session: what the window knows and does, without a widget. It joins catalogue, marks and settings for `ui`.

Comes in: a profile. Goes out: values to show, and signals that say what changed. Searching and syncing are not here
but in jobs of their own; everything here takes a few milliseconds.
"""

import logging
from collections.abc import Collection
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.library import codec
from reader.library.listing import Listing, Sort
from reader.library.model import PaperRecord
from reader.marks.model import MarkKind
from reader.marks.store import MarkStore
from reader.posts.model import PaperKey
from reader.profile import Profile
from reader.ui.page_sources import PlaceSource, scope_of
from reader.ui.paper_list_model import Signs
from reader.ui.places import ALL, BOOKMARKED, NOTED, UNREAD, Place, TreeCounts

_log = logging.getLogger("reader.ui.session")

KINDS: tuple[MarkKind, ...] = ("bookmarked", "read", "noted")
_POLL_MS = 2000
_CALM_MS = 900
"""While a sync writes, the window takes a new state of the library at most this often."""


class Session(QObject):
    """One person reading one library.

    Signals: `library_changed()` the catalogue is another · `marks_changed(frozenset)` of these PaperKeys; empty: of
    many · `failed(str)` something could not be kept or read, in words to be shown.
    """

    library_changed = Signal()
    marks_changed = Signal(object)  # frozenset[PaperKey]
    failed = Signal(str)

    def __init__(self, profile: Profile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.profile = profile
        self._keys: dict[MarkKind, set[PaperKey]] = {kind: set() for kind in KINDS}
        self._generation = self.listing.generation()
        self._marks_version = self.marks.data_version()
        self._load_marks()
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self.look_at_library)
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self.look_for_changes)
        self._timer.start()

    @property
    def listing(self) -> Listing:
        """The catalogue."""
        return self.profile.listing

    @property
    def marks(self) -> MarkStore:
        """The marks."""
        return self.profile.marks

    def close(self) -> None:
        """Stop looking for changes and close the profile."""
        self._timer.stop()
        self._calm.stop()
        self.profile.close()

    # What there is.

    def counts(self) -> TreeCounts:
        """The counts of the tree."""
        days = self.listing.counts("day")
        tags = sorted(self.listing.counts("tag"), key=lambda entry: (-entry[1], entry[0].casefold()))
        return TreeCounts(
            total=self.listing.count(scope_of(ALL)),
            unread=self.listing.count(scope_of(UNREAD)),
            bookmarked=self.listing.count(scope_of(BOOKMARKED)),
            noted=self.listing.count(scope_of(NOTED)),
            days=tuple((date.fromisoformat(day), papers) for day, papers in days if day),
            periods=(*self.listing.counts("month"), *self.listing.counts("year")),
            undated=next((papers for day, papers in days if not day), 0),
            tags=tuple(tags),
        )

    def source(self, place: Place, sort: Sort) -> PlaceSource:
        """The papers of a place."""
        return PlaceSource(self.listing, place, sort)

    def record(self, key: PaperKey) -> PaperRecord | None:
        """A paper with its appearances; from its last known text where the library has none."""
        record = self.listing.record(key)
        if record is not None:
            return record
        text = self.marks.snapshots([key]).get(key)
        try:
            return codec.record_from_json(text) if text else None
        except ValueError as error:
            _log.warning("the last text of %s cannot be read: %s", key, error)
            return None

    def signs(self, key: PaperKey) -> Signs:
        """What is marked on a paper."""
        return Signs(
            read=key in self._keys["read"], bookmarked=key in self._keys["bookmarked"], noted=key in self._keys["noted"]
        )

    # What a person does.

    def toggle_bookmark(self, key: PaperKey) -> None:
        """Bookmark a paper, or no longer."""
        self._attempt("bookmarked", [key], key not in self._keys["bookmarked"])

    def set_read(self, keys: Collection[PaperKey], on: bool, *, undoable: bool = True) -> None:
        """Mark papers as read or unread."""
        changed = [key for key in keys if (key in self._keys["read"]) != on]
        if changed:
            self._attempt("read", changed, on, undoable=undoable)

    def toggle_read(self, key: PaperKey) -> None:
        """Turn a paper from read to unread or back."""
        self.set_read([key], key not in self._keys["read"])

    def note(self, key: PaperKey) -> tuple[str, datetime | None]:
        """A paper's note and when it was saved; "" without one."""
        note = self.marks.note(key)
        return (note.text, note.changed) if note else ("", None)

    def save_note(self, key: PaperKey, text: str, base: str) -> datetime | None:
        """Keep a note; `base` is the text its editor began from. Returns when it was saved. Raises ReaderError."""
        displaced = self.marks.set_note(key, text, base=base)
        if displaced is not None:
            _log.info("another window wrote a note of %s; it is kept as a version", key)
        if text.strip():
            self.profile.remember([key])
        self._note_change("noted", [key], bool(text.strip()))
        note = self.marks.note(key)
        return note.changed if note else None

    def undo(self) -> None:
        """Take back the last mark."""
        self._undone(again=False)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._undone(again=True)

    # What others do.

    def look_for_changes(self) -> None:
        """See whether the sync or another program changed the catalogue or the marks."""
        try:
            version = self.marks.data_version()
            if version != self._marks_version:
                self._marks_version = version
                self._load_marks()
                self.marks_changed.emit(frozenset())
            self.look_at_library()
        except ReaderError as error:
            _log.warning("could not look for changes: %s", error)

    def look_at_library(self) -> None:
        """Take a new state of the catalogue, if there is one; a moment later if there was one just now."""
        if self._calm.isActive():
            return
        if self.listing.is_stale():
            self.profile.reopen_listing()
            self._lend()
        generation = self.listing.generation()
        if generation != self._generation:
            self._generation = generation
            self._calm.start()
            self.library_changed.emit()

    def _undone(self, *, again: bool) -> None:
        try:
            undone = self.marks.redo() if again else self.marks.undo()
        except ReaderError as error:
            self.failed.emit(str(error))
            return
        if undone is not None and undone.kind != "searches":
            self._note_change(undone.kind, undone.keys, undone.on)

    def _attempt(self, kind: MarkKind, keys: Collection[PaperKey], on: bool, *, undoable: bool = True) -> None:
        try:
            if kind == "bookmarked":
                for key in keys:
                    self.marks.set_bookmark(key, on)
                self.profile.remember(keys)
            else:
                self.marks.set_read(keys, on, undoable=undoable)
        except ReaderError as error:
            self.failed.emit(str(error))
            return
        self._note_change(kind, keys, on)

    def _note_change(self, kind: MarkKind, keys: Collection[PaperKey], on: bool) -> None:
        known = self._keys[kind]
        if all((key in known) == on for key in keys):
            return
        known.difference_update(keys)
        if on:
            known.update(keys)
        self.listing.change(kind, keys, on)
        self.marks_changed.emit(frozenset(keys))

    def _load_marks(self) -> None:
        self._keys = {kind: self.marks.keys(kind) for kind in KINDS}
        self._lend()

    def _lend(self) -> None:
        for kind, keys in self._keys.items():
            self.listing.lend(kind, keys)
