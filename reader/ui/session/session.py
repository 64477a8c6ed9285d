"""The session: what the window knows and does, without a widget. It joins catalogue, marks and settings for `ui`.

Comes in: a profile. Goes out: values to show, and signals that say what changed. Searching and syncing are not here
but in jobs of their own; everything here takes a few milliseconds.
"""

import logging
from collections.abc import Callable, Collection
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.base.errors import ReaderError
from reader.library import paper_json
from reader.library.listing import Listing, Sort
from reader.library.model import PaperRecord
from reader.marks.model import Clock, Label, MarkKind, Revisit, UndoneMark, system_clock
from reader.marks.revisit import local_day
from reader.marks.store import MarkStore
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.session.mark_cache import MarkCache
from reader.ui.session.page_sources import PlaceSource
from reader.ui.session.places import ALL, BOOKMARKED, NOTED, REVISIT, UNREAD, LabelCount, Place, TreeCounts
from reader.ui.session.rows import Signs

if TYPE_CHECKING:
    from reader.ui.session.last_texts import LastTexts

_log = logging.getLogger("reader.ui.session.session")

_POLL_MS = 2000
_CALM_MS = 900
"""While a sync writes, the window takes a new state of the library at most this often."""


class Session(QObject):
    """One person reading one library.

    Signals: `library_changed()` the catalogue is another · `marks_changed(frozenset)` of these PaperKeys; empty: of
    many · `failed(str)` something could not be kept or read, in words to be shown · `day_changed()` it is another day
    here: midnight, a journey, a clock that was set, or a computer that slept.
    """

    library_changed = Signal()
    marks_changed = Signal(object)  # frozenset[PaperKey]
    failed = Signal(str)
    day_changed = Signal()

    def __init__(self, profile: Profile, parent: QObject | None = None, clock: Clock = system_clock) -> None:
        super().__init__(parent)
        self.profile = profile
        self._clock = clock
        self._marked = MarkCache(profile)
        self._generation = self.listing.generation()
        self._marks_version = self.marks.data_version()
        self._marked.load()
        self._day = self.today()
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
        if "_last_texts" in vars(self):
            self._last_texts.finish()
        self.profile.close()

    @cached_property
    def _last_texts(self) -> "LastTexts":
        from reader.ui.session.last_texts import LastTexts  # not needed before something is marked

        texts = LastTexts(self.profile, self)
        texts.failed.connect(self.failed)
        return texts

    def today(self) -> date:
        """The day it is where the person is."""
        return local_day(self._clock())

    # What there is.

    def counts(self) -> TreeCounts:
        """The counts of the tree."""
        days = self.listing.counts("day")
        tags = sorted(self.listing.counts("tag"), key=lambda entry: (-entry[1], entry[0].casefold()))
        return TreeCounts(
            total=self.count(ALL),
            unread=self.count(UNREAD),
            bookmarked=self.count(BOOKMARKED),
            noted=self.count(NOTED),
            revisit=self.count(REVISIT),
            due=self._marked.due(self.today()),
            days=tuple((date.fromisoformat(day), papers) for day, papers in days if day),
            periods=(*self.listing.counts("month"), *self.listing.counts("year")),
            undated=next((papers for day, papers in days if not day), 0),
            tags=tuple(tags),
            labels=tuple(LabelCount(*label) for label in self.labels()),
        )

    def count(self, place: Place) -> int:
        """How many papers a place has."""
        return self.listing.count(self._marked.scope(place))

    def count_unread(self, place: Place) -> int:
        """How many unread papers a place has."""
        scope = self._marked.scope(place)
        return self.listing.count(scope._replace(without=(*scope.without, "read")))

    def source(self, place: Place, sort: Sort, also: Collection[PaperKey] = ()) -> PlaceSource:
        """The papers of a place, those to be revisited by their days; `also` some whose marks no longer put them there.

        `also` has no effect at places that ask for no marks.
        """
        ids = self.listing.ids(self._marked.scope(place)._replace(also=tuple(also)), sort)
        if place.kind == "revisit":
            by_key = {key: id_ for id_, key in self.listing.keys_by_id(ids).items()}
            ids = [by_key[key] for key in self._marked.by_due(by_key)]
        return PlaceSource(self.listing, ids)

    def keys_of(self, place: Place) -> list[PaperKey]:
        """All papers of a place."""
        return self.listing.keys(self.listing.ids(self._marked.scope(place)))

    def is_at(self, place: Place, key: PaperKey) -> bool:
        """Whether a paper's marks put it at a place that asks for marks; any paper is at the others."""
        return self._marked.is_at(place, key)

    def record(self, key: PaperKey) -> PaperRecord | None:
        """A paper with its appearances; from its last known text where the library has none."""
        record = self.listing.record(key)
        if record is not None:
            return record
        text = self.marks.snapshots([key]).get(key)
        try:
            return paper_json.record_from_json(text) if text else None
        except ValueError as error:
            _log.warning("the last text of %s cannot be read: %s", key, error)
            return None

    def title_of(self, key: PaperKey) -> str:
        """A paper's title, its key where it has none."""
        record = self.record(key)
        return record.title if record and record.title else key

    def signs(self, key: PaperKey) -> Signs:
        """What is marked on a paper."""
        return self._marked.signs(key)

    def revisit(self, key: PaperKey) -> Revisit | None:
        """When a paper is to come back."""
        return self._marked.revisits.get(key)

    def due_count(self) -> int:
        """How many papers are to come back by today."""
        return self._marked.due(self.today())

    def labels(self) -> tuple[Label, ...]:
        """All labels, in the order to be shown."""
        return tuple(self._marked.labels.values())

    def labels_of(self, key: PaperKey) -> tuple[str, ...]:
        """The names of a paper's labels."""
        return self._marked.labels_of.get(key, ())

    # What a person does.

    def toggle_bookmark(self, keys: Collection[PaperKey]) -> None:
        """Bookmark papers; where all of them are bookmarked, no longer."""
        bookmarked = self._marked.keys["bookmarked"]
        on = not all(key in bookmarked for key in keys)
        changed = [key for key in keys if (key in bookmarked) != on]
        if changed and self._kept(lambda: self.marks.set_bookmarks(changed, on), changed if on else ()):
            self._note_change("bookmarked", changed, on)

    def set_bookmark(self, keys: Collection[PaperKey]) -> None:
        """Bookmark those of the papers that are not."""
        missing = [key for key in keys if key not in self._marked.keys["bookmarked"]]
        if missing:
            self.toggle_bookmark(missing)

    def set_read(self, keys: Collection[PaperKey], on: bool, *, undoable: bool = True) -> int:
        """Mark papers as read or unread. Returns how many were not yet."""
        read = self._marked.keys["read"]
        changed = [key for key in keys if (key in read) != on]
        if not changed or not self._kept(lambda: self.marks.set_read(changed, on, undoable=undoable)):
            return 0
        self._note_change("read", changed, on)
        return len(changed)

    def toggle_read(self, keys: Collection[PaperKey]) -> None:
        """Mark papers as read; where all of them are read, as unread."""
        self.set_read(keys, not all(key in self._marked.keys["read"] for key in keys))

    def set_revisit(self, keys: Collection[PaperKey], due: date | None) -> None:
        """Come back to papers on a day, or no longer."""
        if self._kept(lambda: self.marks.set_revisit(keys, due), keys if due else ()):
            self._look_at_marks("revisit", keys)

    def put_off(self, keys: Collection[PaperKey]) -> None:
        """Come back to papers later, at a longer distance than the last time."""
        if self._kept(lambda: self.marks.put_off(keys, self.today()), keys):
            self._look_at_marks("revisit", keys)

    def set_label(self, keys: Collection[PaperKey], name: str, on: bool) -> None:
        """Put a label on papers, or take it off."""
        if self._kept(lambda: self.marks.set_label(keys, name, on), keys if on else ()):
            self._look_at_marks("labelled", keys)

    def edit_labels(self, edit: Callable[[MarkStore], None], keys: Collection[PaperKey] = ()) -> None:
        """Make, rename, recolour or remove a label; `keys`: the papers that get it.

        Raises ReaderError, in words to be shown where it was asked for.
        """
        edit(self.marks)
        if keys:
            self._last_texts.keep(keys)
        self._look_at_marks("labelled", ())

    def note(self, key: PaperKey) -> tuple[str, datetime | None]:
        """A paper's note and when it was saved; "" without one."""
        note = self.marks.note(key)
        return (note.text, note.changed) if note else ("", None)

    def save_note(self, key: PaperKey, text: str, base: str, *, new_session: bool = False) -> datetime | None:
        """Keep a note; `base` is the text its editor began from. Returns when it was saved. Raises ReaderError.

        `new_session`: what it said before is a version, however young.
        """
        displaced = self.marks.set_note(key, text, base=base, new_session=new_session)
        if displaced is not None:
            _log.info("another window wrote a note of %s; it is kept as a version", key)
            self.failed.emit(self.tr("Another window wrote this note too. Its text is among the earlier versions."))
        if text.strip():
            self.profile.remember([key])
        self._note_change("noted", [key], bool(text.strip()))
        note = self.marks.note(key)
        return note.changed if note else None

    def undo(self) -> UndoneMark | None:
        """Take back the last mark; None if there is none. Raises ReaderError."""
        return self._show_undone(self.marks.undo())

    def redo(self) -> UndoneMark | None:
        """Do again what was taken back; None if nothing was. Raises ReaderError."""
        return self._show_undone(self.marks.redo())

    def take_replaced_marks(self) -> None:
        """Show the marks after a backup took their place; what was done before cannot be undone any more."""
        self.marks.forget_changes()
        self.look_for_changes()

    # What others do.

    def look_for_changes(self) -> None:
        """See whether the sync or another program changed the catalogue or the marks."""
        try:
            version = self.marks.data_version()
            if version != self._marks_version:
                self._marks_version = version
                self._marked.load()
                self.marks_changed.emit(frozenset())
            if self.today() != self._day:
                self._day = self.today()
                self.day_changed.emit()
            self.look_at_library()
        except ReaderError as error:
            _log.warning("could not look for changes: %s", error)

    def look_at_library(self) -> None:
        """Take a new state of the catalogue, if there is one; a moment later if there was one just now."""
        if self._calm.isActive():
            return
        if self.listing.is_stale():
            self.profile.reopen_listing()
            self._marked.lend()
        generation = self.listing.generation()
        if generation != self._generation:
            self._generation = generation
            self._calm.start()
            self.library_changed.emit()

    def _show_undone(self, undone: UndoneMark | None) -> UndoneMark | None:
        if undone is None:
            return None
        if undone.kind == "searches":
            self.marks_changed.emit(frozenset())
        elif undone.kind in self._marked.keys:
            self._note_change(undone.kind, undone.keys, undone.on)
        else:
            self._look_at_marks(undone.kind, undone.keys)
        return undone

    def _kept(self, change: Callable[[], None], remember: Collection[PaperKey] = ()) -> bool:
        """Make a change of marks, and keep the last text of papers; False, and `failed` says why, if that can't be."""
        try:
            change()
        except ReaderError as error:
            self.failed.emit(str(error))
            return False
        if remember:
            self._last_texts.keep(remember)
        return True

    def _note_change(self, kind: MarkKind, keys: Collection[PaperKey], on: bool) -> None:
        if self._marked.note_change(kind, keys, on):
            self.marks_changed.emit(frozenset(keys))

    def _look_at_marks(self, kind: MarkKind, keys: Collection[PaperKey]) -> None:
        """Marks that are not simply there or not: look at them anew."""
        if kind == "revisit":
            self._marked.revisits_changed(keys)
        else:
            self._marked.labels_changed(keys)
        self.marks_changed.emit(frozenset(keys))
