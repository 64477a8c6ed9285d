"""What is marked, in memory: the key sets that lists are narrowed by, revisit days and labels of every paper.

Read from the store at the start and when somebody else changed it, and kept in step with what is done here. The key
sets are lent to the listing, which narrows its questions by them.
"""

import json
import logging
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from reader.base.files import read_whole, write_whole
from reader.library.scope import Scope
from reader.marks.model import Label, MarkKind, Revisit
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.session.places import Place
from reader.ui.session.rows import Signs

_log = logging.getLogger("reader.ui.session.mark_cache")

KINDS: tuple[MarkKind, ...] = ("bookmarked", "read", "noted")
_SCOPES = {
    "all": Scope(in_posts=True),
    "unread": Scope(without=("read",), in_posts=True),
    "new": Scope(within=("new",), in_posts=True),
    "bookmarked": Scope(within=("bookmarked",)),
    "revisit": Scope(within=("revisit",)),
    "noted": Scope(within=("noted",)),
    "read": Scope(within=("read",)),
    "label": Scope(within=("labelled",)),
    "undated": Scope(day="none"),
}
_FEW = 50
"""Up to so many papers are looked up one by one after a change; of more, all are read anew."""


class MarkCache:
    """The marks of all papers."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self.keys: dict[MarkKind, set[PaperKey]] = {kind: set() for kind in KINDS}
        self.new: set[PaperKey] = set()  # no mark, but listed by a key set as those are
        self.updated: set[PaperKey] = set()  # papers whose rewritten summary nobody looked at yet
        self.revisits: dict[PaperKey, Revisit] = {}
        self.labels: dict[str, Label] = {}  # by name, in the order they are shown in
        self.labels_of: dict[PaperKey, tuple[str, ...]] = {}
        self.muted: frozenset[PaperKey] = frozenset()  # papers that a muted word folds away
        self._label_lent: str | None = None  # whose papers the listing has as a key set

    def load(self) -> None:
        """Read everything anew."""
        self.keys = {kind: self._profile.marks.keys(kind) for kind in KINDS}
        self._load_folded()
        self.load_updated()
        self._load_revisits()
        self._load_labels()
        self.lend()

    def load_updated(self) -> None:
        """Read which summaries were rewritten."""
        self.updated = self._profile.versions.unseen()

    def lend(self) -> None:
        """Give the listing, which may be another one, its key sets."""
        self._label_lent = None
        for kind, keys in self.keys.items():
            self._profile.listing.key_sets.lend(kind, keys)
        self._profile.listing.key_sets.lend("revisit", self.revisits)
        self._profile.listing.key_sets.lend("new", self.new)
        self._profile.listing.key_sets.lend("muted", self.muted)

    def set_new(self, keys: set[PaperKey]) -> None:
        """These papers are the new ones."""
        self.new = keys
        self._profile.listing.key_sets.lend("new", keys)

    def set_muted(self, keys: frozenset[PaperKey]) -> None:
        """Other papers are folded away; the next start does so at once."""
        self.muted = keys
        self._profile.listing.key_sets.lend("muted", keys)
        kept = {"words": self._muted_words(), "keys": sorted(keys)}
        try:
            write_whole(self._folded_file, json.dumps(kept), flush=False)
        except OSError as error:
            _log.warning("what is folded away could not be kept: %s", error)

    @property
    def _folded_file(self) -> Path:
        return self._profile.places.cache / "folded.json"

    def _muted_words(self) -> list[str]:
        return [each.word for each in self._profile.marks.watched_words() if each.kind == "mute"]

    def _load_folded(self) -> None:
        """Fold what was folded away last, for the same words, until they are looked for again."""
        try:
            kept = json.loads(read_whole(self._folded_file))
            words, keys = kept["words"], frozenset(map(PaperKey, kept["keys"]))
        except FileNotFoundError:
            return
        except (OSError, ValueError, TypeError, KeyError) as error:
            _log.warning("what was folded away could not be read: %s", error)
            return
        self.muted = keys if words and words == self._muted_words() else frozenset()

    def signs(self, key: PaperKey) -> Signs:
        """What a list shows of a paper's marks."""
        revisit = self.revisits.get(key)
        names = self.labels_of.get(key, ())
        return Signs(
            read=key in self.keys["read"],
            bookmarked=key in self.keys["bookmarked"],
            noted=key in self.keys["noted"],
            due=revisit.due if revisit else None,
            updated=key in self.updated,
            labels=tuple((name, self.labels[name].colour) for name in names if name in self.labels),
        )

    def note_change(self, kind: MarkKind, keys: Collection[PaperKey], on: bool) -> bool:
        """A mark of one of KINDS was set or taken; False if that is no news."""
        known = self.keys[kind]
        if all((key in known) == on for key in keys):
            return False
        known.difference_update(keys)
        if on:
            known.update(keys)
        self._profile.listing.key_sets.change(kind, keys, on)
        return True

    def revisits_changed(self, keys: Collection[PaperKey]) -> None:
        """Look up when these papers are to come back."""
        if len(keys) > _FEW:
            self._load_revisits()
            self._profile.listing.key_sets.lend("revisit", self.revisits)
            return
        for key in keys:
            revisit = self._profile.marks.marks_of(key).revisit
            if revisit is None:
                self.revisits.pop(key, None)
            else:
                self.revisits[key] = revisit
            self._profile.listing.key_sets.change("revisit", [key], revisit is not None)

    def labels_changed(self, keys: Collection[PaperKey]) -> None:
        """Look up which labels there are and which these papers have; of none or many, all papers are read anew."""
        self._label_lent = None
        if not 0 < len(keys) <= _FEW:
            self._load_labels()
            return
        self.labels = {label.name: label for label in self._profile.marks.labels()}
        for key in keys:
            self.labels_of.pop(key, None)
            if names := self._profile.marks.labels_of(key):
                self.labels_of[key] = names

    def due(self, today: date) -> int:
        """How many papers are to come back by today."""
        return sum(revisit.due <= today for revisit in self.revisits.values())

    def by_due(self, keys: Iterable[PaperKey]) -> list[PaperKey]:
        """Papers in the order in which they come back; others behind them."""
        last = Revisit(PaperKey(""), date.max, 0)
        return sorted(keys, key=lambda key: (self.revisits.get(key, last).due, key))

    def by_reading(self, keys: Iterable[PaperKey]) -> list[PaperKey]:
        """Papers in the order of reading, the one read last first; others behind them."""
        order = {key: place for place, key in enumerate(self._profile.marks.reads())}
        return sorted(keys, key=lambda key: (order.get(key, len(order)), key))

    def is_at(self, place: Place, key: PaperKey) -> bool:
        """Whether a paper's marks put it at a place; any paper is at a place that asks for none."""
        match place.kind:
            case "unread":
                return key not in self.keys["read"]
            case "bookmarked" | "noted" | "read":
                return key in self.keys[place.kind]
            case "revisit":
                return key in self.revisits
            case "label":
                return place.value in self.labels_of.get(key, ())
        return True

    def scope(self, place: Place, today: date) -> Scope:
        """The catalogue's scope of a place that is no search; what a label's list is narrowed by is lent here."""
        if place.kind == "label" and place.value != self._label_lent:
            self._label_lent = place.value
            having = (key for key, names in self.labels_of.items() if place.value in names)
            self._profile.listing.key_sets.lend("labelled", having)
        if place.kind == "range":
            return range_scope(place.value, today)
        if place.kind in ("day", "month", "year"):
            return Scope(day=place.value)
        return Scope(tag=place.value) if place.kind == "tag" else _SCOPES[place.kind]

    def _load_revisits(self) -> None:
        self.revisits = {revisit.key: revisit for revisit in self._profile.marks.revisits()}

    def _load_labels(self) -> None:
        self.labels = {label.name: label for label in self._profile.marks.labels()}
        self.labels_of = self._profile.marks.labels_by_paper() if self.labels else {}


def range_scope(value: str, today: date) -> Scope:
    """The scope of a stretch of days up to now."""
    from reader.across.ranges import parse_range  # few begin with one

    wanted = parse_range(value, today)
    last = "" if wanted.last == wanted.first else wanted.last
    return Scope(day=wanted.first, until=last, posts=wanted.posts)
