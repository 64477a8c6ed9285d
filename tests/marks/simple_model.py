"""What marks are, as simply as can be said: what holds, since when it was changed, and what can be taken back."""

from copy import deepcopy
from datetime import date, datetime, timedelta

from reader.marks.model import LABEL_COLOURS, to_text
from reader.marks.revisit import distance


class Refused(Exception):  # noqa: N818  # no error: an answer
    """The person is told that this cannot be."""


class Model:
    """One store. A cell is a tuple that begins with its kind: ("labelled", key, name)."""

    def __init__(self):
        self.held = {}  # cell → what holds
        self.stamps = {}  # cell → its last change, also when nothing holds
        self.snapshots = {}  # key → (text, when)
        self.places = {}  # id of a highlight → (key, section, words)
        self.done, self.undone = [], []

    # What a person does

    def mark(self, kind, keys, on, now, *, undoable=True):
        wanted = {(kind, key): now if on else None for key in keys if ((kind, key) in self.held) != on}
        self.change(wanted, now, undoable=undoable)

    def write(self, key, text, now):
        before = self.held.get(("noted", key))
        after = text if text.strip() else None
        self.change({("noted", key): after}, now, undoable=bool(before) and after is None)

    def revisit(self, keys, due, now):
        self.change({("revisit", key): (due, 0) if due else None for key in keys}, now)

    def put_off(self, keys, today, now):
        steps = {key: self.held[("revisit", key)][1] if ("revisit", key) in self.held else 0 for key in keys}
        self.change(
            {("revisit", key): (today + timedelta(days=distance(step)), step + 1) for key, step in steps.items()}, now
        )

    def add_label(self, name, colour, now):
        self.must_be_free(name)
        self.change(self.new_label(name, colour, now), now)

    def set_label(self, keys, name, on, now):
        wanted = {}
        exists = ("label", name) in self.held
        if not exists:
            if not on:
                return
            self.must_be_free(name)
            used = [self.colour(label) for label in self.labels()]
            wanted = self.new_label(name, min(LABEL_COLOURS, key=used.count), now)
        elif on:
            self.stamp(("label", name), now)
        members = self.members(name) if exists else {}
        wanted |= {("labelled", key, name): now if on else None for key in keys if (key in members) != on}
        self.change(wanted, now)

    def rename_label(self, old, new, now):
        self.must_have("label", old)
        if old == new:
            return
        self.must_be_free(new, but=old)
        members = self.members(old)
        wanted = {("label", old): None} | {("labelled", key, old): None for key in members}
        wanted |= self.new_label(new, self.colour(old), now)
        self.change(wanted | {("labelled", key, new): since for key, since in members.items()}, now)

    def recolour_label(self, name, colour, now):
        self.must_have("label", name)
        self.change({("colour", name): colour}, now)

    def remove_label(self, name, now):
        self.must_have("label", name)
        self.change({("label", name): None} | {("labelled", key, name): None for key in self.members(name)}, now)

    def highlight(self, identity, place, colour, now):
        self.places[identity] = place
        self.change({("highlighted", identity): colour}, now)

    def recolour_highlight(self, identity, colour, now):
        self.must_have("highlighted", identity)
        self.change({("highlighted", identity): colour}, now)

    def remove_highlight(self, identity, now):
        self.must_have("highlighted", identity)
        self.change({("highlighted", identity): None}, now)

    def save_search(self, name, query, now):
        made = self.held[("search", name)][1] if ("search", name) in self.held else now
        self.change({("search", name): (query, made)}, now)

    def rename_search(self, old, new, now):
        self.must_have("search", old)
        if old == new:
            return
        if ("search", new) in self.held:
            raise Refused
        self.change({("search", old): None, ("search", new): self.held[("search", old)]}, now)

    def remove_search(self, name, now):
        self.must_have("search", name)
        self.change({("search", name): None}, now)

    def undo(self, now):
        return self.step(self.done, self.undone, now, back=True)

    def redo(self, now):
        return self.step(self.undone, self.done, now, back=False)

    def merge(self, other):
        for cell, stamp in other.stamps.items():
            if cell not in self.stamps or other.rank(cell) > self.rank(cell):
                self.stamps[cell] = stamp
                self.hold(cell, other.held.get(cell))
        self.places |= other.places
        for key, (text, when) in other.snapshots.items():
            if key not in self.snapshots or (when, repr(text)) > (self.snapshots[key][1], repr(self.snapshots[key][0])):
                self.snapshots[key] = (text, when)

    def rank(self, cell):
        """What decides in a merge: when, and of one instant that something holds, then what, as it is stored."""
        value = self.held.get(cell)
        values = value if isinstance(value, tuple) else (value,)
        if cell[0] == "noted":
            values = (value or "",)
        stored = [
            to_text(each) if isinstance(each, datetime) else each.isoformat() if isinstance(each, date) else each
            for each in values
        ]
        return self.stamps[cell], stored[0] is not None, repr((*stored, to_text(self.stamps[cell])))

    def keep_snapshot(self, key, text, now):
        known = self.snapshots.get(key)
        if known is None:
            self.snapshots[key] = (text, now)
        elif known[0] != text:
            self.snapshots[key] = (text, max(now, known[1] + timedelta(microseconds=1)))

    def copy(self):
        return deepcopy((self.held, self.stamps, self.snapshots, self.places))

    def restore(self, copied):
        self.held, self.stamps, self.snapshots, self.places = deepcopy(copied)

    # What is seen

    def keys(self, kind):
        if kind == "labelled":
            return {key for key in self.with_labels() if self.labels_of(key)}
        if kind == "highlighted":
            return {self.places[identity][0] for held, identity, *_ in self.held if held == "highlighted"}
        return {cell[1] for cell in self.held if cell[0] == kind}

    def labels(self):
        return [cell[1] for cell in self.held if cell[0] == "label"]

    def labels_of(self, key):
        names = [cell[2] for cell in self.held if cell[:2] == ("labelled", key) and ("label", cell[2]) in self.held]
        return tuple(sorted(names, key=lambda name: (name.casefold(), name)))

    def with_labels(self):
        return {cell[1] for cell in self.held if cell[0] == "labelled"}

    def members(self, name):
        return {cell[1]: since for cell, since in self.held.items() if cell[0] == "labelled" and cell[2] == name}

    def colour(self, name):
        return self.held.get(("colour", name), "grey")

    def kept(self):
        return set().union(*(self.keys(kind) for kind in ("bookmarked", "noted", "revisit", "labelled", "highlighted")))

    # How

    def change(self, wanted, now, *, undoable=True):
        changed = {cell: (self.held.get(cell), value) for cell, value in wanted.items() if self.held.get(cell) != value}
        for cell, (_, value) in changed.items():
            self.put(cell, value, now)
        if changed and undoable:
            self.done.append(changed)
            self.undone.clear()

    def step(self, source, target, now, *, back):
        while source:
            changed = source.pop()
            ways = {cell: pair[::-1] if back else pair for cell, pair in changed.items()}
            held = [cell for cell, (before, _) in ways.items() if self.held.get(cell) == before]
            for cell in held:
                self.put(cell, ways[cell][1], now)
            if held:
                target.append({cell: changed[cell] for cell in held})
                return {self.paper(cell) for cell in held} - {None}
        return None

    def paper(self, cell):
        if cell[0] == "highlighted":
            return self.places[cell[1]][0]
        return None if cell[0] in ("label", "colour", "search") else cell[1]

    def put(self, cell, value, now):
        self.stamp(cell, now)
        self.hold(cell, value)

    def hold(self, cell, value):
        if value is None:
            self.held.pop(cell, None)
        else:
            self.held[cell] = value

    def stamp(self, cell, now: datetime):
        before = self.stamps.get(cell)
        self.stamps[cell] = now if before is None or now > before else before + timedelta(microseconds=1)

    def new_label(self, name, colour, now):
        left = {("labelled", key, name): None for key in self.members(name)}
        return {("label", name): now, ("colour", name): colour, **left}

    def must_be_free(self, name, but=None):
        if any(label.casefold() == name.casefold() for label in self.labels() if label != but):
            raise Refused

    def must_have(self, kind, name):
        if (kind, name) not in self.held:
            raise Refused


def days_from(day: date):
    """Days a person may choose."""
    return [None, day, day + timedelta(days=1), day + timedelta(days=30)]
