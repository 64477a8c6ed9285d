"""The session: what the window knows and does, without a widget. It joins catalogue, marks and settings for `ui`.

Comes in: a profile. Goes out: values to show, and signals that say what changed. Searching and syncing are not here
but in jobs of their own; everything here takes a few milliseconds.
"""

import logging
from collections.abc import Collection, Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from reader.arxiv.model import Details
from reader.base.errors import ReaderError
from reader.base.natural_order import natural
from reader.library import paper_json
from reader.library.listing import Listing, Sort
from reader.library.model import PaperRecord
from reader.library.scope import Scope
from reader.marks.model import Clock, Label, Revisit, system_clock
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.session.mark_edits import ALL_KINDS, MarkEdits, MarksChange
from reader.ui.session.page_sources import PlaceSource
from reader.ui.session.places import (
    ALL,
    BOOKMARKED,
    LAST_POSTS,
    NOTED,
    READ,
    REVISIT,
    UNREAD,
    WEEK,
    LabelCount,
    Place,
    TreeCounts,
)
from reader.ui.session.rows import Signs
from reader.ui.session.turns import at_once

_log = logging.getLogger("reader.ui.session")

NEVER_FOLDED = frozenset({"bookmarked", "revisit", "noted", "read", "label", "search"})
"""Kinds of places where muted words fold nothing: what a person marked, or looks for, is what they want to see."""
_POLL_MS = 2000
_CALM_MS, _SHARE = 900, 5
"""While a sync writes, the window takes a new state of the library at most this often, and one that took long to list
is followed by a pause so many times as long: on a busy machine one would follow the other.
"""


class Session(MarkEdits):
    """One person reading one library.

    Signals: those of MarkEdits · `library_changed()` the catalogue is another · `day_changed()` it is another day here:
    midnight, a journey, a clock that was set, or a computer that slept · `details_changed()` arXiv said more of papers
    · `folds_changed()` other papers are folded away, or shown all the same.
    """

    library_changed = Signal()
    details_changed = Signal()
    day_changed = Signal()
    folds_changed = Signal()

    def __init__(self, profile: Profile, parent: QObject | None = None, clock: Clock = system_clock) -> None:
        super().__init__(profile, parent, clock)
        self._generation = self.listing.generation()
        self._marks_version = self.marks.data_version()
        self._marked.load()
        self._day = self.today()
        self._unfolded: Place | None = None
        self._calm = QTimer(self, singleShot=True)
        self._calm.timeout.connect(self.look_at_library)
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self.look_for_changes)
        self._timer.start()

    @property
    def listing(self) -> Listing:
        """The catalogue."""
        return self.profile.listing

    def close(self) -> None:
        """Stop looking for changes and close the profile."""
        self._timer.stop()
        self._calm.stop()
        if "_last_texts" in vars(self):
            self._last_texts.finish()
        self.profile.close()

    # What there is.

    def counts(self) -> TreeCounts:
        """The counts of the tree."""
        return at_once(self.counts_in_turns())

    def counts_in_turns(self) -> Generator[None, None, TreeCounts]:
        """The same, with pauses between what takes long in a large library."""
        total = self.count(ALL)
        yield
        unread = self.count(UNREAD)
        yield
        days = self.listing.counts("day")
        tags = sorted(self.listing.counts("tag"), key=lambda entry: (-entry[1], natural(entry[0])))
        return TreeCounts(
            total=total,
            unread=unread,
            bookmarked=self.count(BOOKMARKED),
            noted=self.count(NOTED),
            read=self.count(READ),
            week=self.count(WEEK),
            last_posts=self.count(LAST_POSTS),
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
        return self.listing.count(self._marked.scope(place, self.today()))

    def count_unread(self, place: Place) -> int:
        """How many unread papers are listed at a place."""
        scope = self._listed(place)
        return self.listing.count(scope._replace(without=(*scope.without, "read")))

    @property
    def new_keys(self) -> set[PaperKey]:
        """The papers at the place of new ones."""
        return self._marked.new

    def set_new(self, keys: set[PaperKey]) -> None:
        """These papers are the new ones."""
        self._marked.set_new(keys)

    def source(self, place: Place, sort: Sort, also: Collection[PaperKey] = ()) -> PlaceSource:
        """The papers of a place, without those that muted words fold away; those to be revisited in the order of their
        days, and those that were read in that of reading.

        `also` are some whose marks no longer put them there; it has no effect at places that ask for no marks.
        """
        return at_once(self.source_in_turns(place, sort, also))

    def source_in_turns(
        self, place: Place, sort: Sort, also: Collection[PaperKey] = ()
    ) -> Generator[None, None, PlaceSource]:
        """The same, with pauses in a large library: of one state only where its generation stays the same."""
        ids: Sequence[int] = yield from self.listing.ids_in_turns(self._listed(place)._replace(also=tuple(also)), sort)
        if place.kind in ("revisit", "read"):
            by_key = {key: id_ for id_, key in self.listing.keys_by_id(ids).items()}
            ordered = self._marked.by_due(by_key) if place.kind == "revisit" else self._marked.by_reading(by_key)
            ids = [by_key[key] for key in ordered]
        return PlaceSource(self.listing, ids)

    @contextmanager
    def one_state(self, place: Place) -> Iterator[None]:
        """All that is read of a place inside is of one state of the catalogue, whatever a sync writes meanwhile."""
        self._marked.scope(place, self.today())  # what the place is narrowed by is lent before
        with self.listing.one_state():
            yield

    def keys_of(self, place: Place) -> list[PaperKey]:
        """All papers listed at a place."""
        return self.listing.keys(self.listing.ids(self._listed(place)))

    def count_folded(self, place: Place) -> int:
        """How many papers of a place muted words fold away."""
        if not self._marked.muted or place.kind in NEVER_FOLDED:
            return 0
        return self.listing.count(self._marked.scope(place, self.today())._replace(within=("muted",)))

    def is_unfolded(self, place: Place) -> bool:
        """Whether those are listed all the same."""
        return place == self._unfolded

    def unfold(self, place: Place | None) -> None:
        """List what is folded away at a place, as long as one is there; None: nowhere."""
        self._unfolded = place
        self.folds_changed.emit()

    def set_muted(self, keys: frozenset[PaperKey]) -> None:
        """Other papers are folded away."""
        are_others = keys != self._marked.muted
        self._marked.set_muted(keys)
        if are_others:
            self.folds_changed.emit()

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

    def details_of(self, record: PaperRecord) -> Details | None:
        """What arXiv said of a paper, where it was asked."""
        try:
            return self.profile.details.of(record.arxiv_id) if record.arxiv_id else None
        except ReaderError as error:
            _log.warning("what arXiv said cannot be read: %s", error)
            return None

    def tell_details(self) -> None:
        """Say that arXiv said more of papers."""
        self.details_changed.emit()

    def changed_on(self, key: PaperKey) -> date | None:
        """The day on which a marked paper's summary was rewritten last; None where no earlier version is kept."""
        try:
            at = self.profile.versions.changed(key)
        except ReaderError as error:
            _log.warning("earlier versions cannot be read: %s", error)
            return None
        return at.astimezone().date() if at else None

    def see_update(self, key: PaperKey) -> bool:
        """The person looked at a summary; whether that was rewritten, and not looked at before."""
        if key not in self._marked.updated:
            return False
        self._marked.updated.discard(key)
        try:
            self.profile.versions.see(key)
        except ReaderError as error:
            self.failed.emit(str(error))
        return True

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

    def take_replaced_marks(self) -> None:
        """Show the marks after a backup took their place; what was done before cannot be undone any more."""
        self.marks.forget_changes()
        self.look_for_changes()

    def _listed(self, place: Place) -> Scope:
        """Which papers are listed at a place: not those folded away, but what is marked is never folded."""
        scope = self._marked.scope(place, self.today())
        if not self._marked.muted or place.kind in NEVER_FOLDED or self.is_unfolded(place):
            return scope
        return scope._replace(without=(*scope.without, "muted"))

    # What others do.

    def look_for_changes(self) -> None:
        """See whether the sync or another program changed the catalogue or the marks."""
        try:
            version = self.marks.data_version()
            if version != self._marks_version:
                self._marks_version = version
                self._marked.load()
                self.marks_changed.emit(MarksChange(ALL_KINDS))
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
            self._generation = -1  # what is listed reads from the one that was closed
        generation = self.listing.generation()
        if generation != self._generation:
            self._generation = generation
            self._marked.load_updated()
            self._calm.start(_CALM_MS)
            begin = monotonic()
            self.library_changed.emit()
            self._calm.start(max(_CALM_MS, int((monotonic() - begin) * 1000 * _SHARE)))
