"""Any sequence of marks, notes, labels, undo, restarts, other windows, restores and merges ends as a model says."""

import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reader.base.errors import ReaderError
from reader.marks.model import Label
from reader.marks.portable import read_zip, write_zip
from reader.marks.restoring import restore
from reader.marks.store import MarkStore
from tests.marks.simple_model import Model, Refused, days_from

KEYS = ["2512.17909", "2512.17910", "title:가나다", "_posts/2025 07.md"]
KINDS = ("bookmarked", "read", "noted", "revisit", "labelled", "highlighted")
TODAY = date(2026, 11, 3)
keys = st.sampled_from(KEYS)
many_keys = st.lists(keys)
notes = st.sampled_from(["", " \n", "a", "b", "메모 🙂", "long " * 60]) | st.text(max_size=8)
names = st.sampled_from(["하나", "two", "Two"])
label_colours = st.sampled_from(["red", "green", "grey"])
places = st.tuples(keys, st.sampled_from(["method", "results"]), st.sampled_from(["words", "다른 말"]))
highlight_colours = st.sampled_from(["yellow", "pink"])
laptops = st.sampled_from([0, 1])


class MarksMachine(RuleBasedStateMachine):
    """Two laptops of one person; on the first another window is open. The second one's clock is half a second ahead."""

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.now = datetime(2026, 11, 3, tzinfo=UTC)
        self.models = [Model(), Model()]
        self.stores = [self.open(0), self.open(1)]
        self.other = self.open(0)
        self.saved = None  # (backup, copy of the model)

    def path(self, laptop):
        return self.folder / str(laptop) / "marks.sqlite"

    def clock(self, laptop):
        return self.now + timedelta(microseconds=500_000 * laptop)

    def open(self, laptop):
        path = self.path(laptop)
        return MarkStore(path, path.parent / "backups", clock=lambda: self.clock(laptop))

    def teardown(self):
        if hasattr(self, "stores"):
            for store in (*self.stores, self.other):
                store.close()
            shutil.rmtree(self.folder)

    def alike(self, in_model, in_store):
        """Do it to both; both or none refuse."""
        try:
            in_model()
        except Refused:
            with pytest.raises(ReaderError):
                in_store()
        else:
            in_store()

    # What a person does

    @rule(laptop=laptops, many=many_keys, on=st.booleans())
    def bookmark(self, laptop, many, on):
        self.stores[laptop].set_bookmarks(many, on)
        self.models[laptop].mark("bookmarked", many, on, self.clock(laptop))

    @rule(laptop=laptops, many=many_keys, on=st.booleans(), undoable=st.booleans())
    def read(self, laptop, many, on, undoable):
        self.stores[laptop].set_read(many, on, undoable=undoable)
        self.models[laptop].mark("read", many, on, self.clock(laptop), undoable=undoable)

    @rule(laptop=laptops, key=keys, text=notes)
    def write(self, laptop, key, text):
        self.stores[laptop].set_note(key, text)
        self.models[laptop].write(key, text, self.clock(laptop))

    @rule(laptop=laptops, many=many_keys, due=st.sampled_from(days_from(TODAY)))
    def revisit(self, laptop, many, due):
        self.stores[laptop].set_revisit(many, due)
        self.models[laptop].revisit(many, due, self.clock(laptop))

    @rule(laptop=laptops, many=many_keys)
    def put_off(self, laptop, many):
        self.stores[laptop].put_off(many, TODAY)
        self.models[laptop].put_off(set(many), TODAY, self.clock(laptop))

    @rule(laptop=laptops, many=many_keys, name=names, on=st.booleans())
    def label(self, laptop, many, name, on):
        store, model, now = self.stores[laptop], self.models[laptop], self.clock(laptop)
        self.alike(lambda: model.set_label(many, name, on, now), lambda: store.set_label(many, name, on))

    @rule(laptop=laptops, name=names, colour=label_colours)
    def add_label(self, laptop, name, colour):
        store, model, now = self.stores[laptop], self.models[laptop], self.clock(laptop)
        self.alike(lambda: model.add_label(name, colour, now), lambda: store.add_label(name, colour))

    @rule(laptop=laptops, old=names, new=names)
    def rename_label(self, laptop, old, new):
        store, model, now = self.stores[laptop], self.models[laptop], self.clock(laptop)
        self.alike(lambda: model.rename_label(old, new, now), lambda: store.rename_label(old, new))

    @rule(laptop=laptops, name=names, colour=label_colours)
    def recolour_label(self, laptop, name, colour):
        store, model, now = self.stores[laptop], self.models[laptop], self.clock(laptop)
        self.alike(lambda: model.recolour_label(name, colour, now), lambda: store.recolour_label(name, colour))

    @rule(laptop=laptops, name=names)
    def remove_label(self, laptop, name):
        store, model, now = self.stores[laptop], self.models[laptop], self.clock(laptop)
        self.alike(lambda: model.remove_label(name, now), lambda: store.remove_label(name))

    @rule(laptop=laptops, place=places, colour=highlight_colours)
    def highlight(self, laptop, place, colour):
        store, model = self.stores[laptop], self.models[laptop]
        made = store.add_highlight(*place, "before", "after", colour)
        assert model.places.get(made.id, place) == place
        assert made.id in model.places or place not in model.places.values()
        model.highlight(made.id, place, colour, self.clock(laptop))

    @rule(laptop=laptops, colour=highlight_colours | st.none(), data=st.data())
    def change_highlight(self, laptop, colour, data):
        store, model, now = self.stores[laptop], self.models[laptop], self.clock(laptop)
        identity = data.draw(st.sampled_from(["none of them", *sorted(model.places)]))
        if colour is None:
            self.alike(lambda: model.remove_highlight(identity, now), lambda: store.remove_highlight(identity))
        else:
            self.alike(
                lambda: model.recolour_highlight(identity, colour, now),
                lambda: store.recolour_highlight(identity, colour),
            )

    @rule(laptop=laptops, name=names, query=st.sampled_from(["kv cache", "양자화"]))
    def save_search(self, laptop, name, query):
        self.stores[laptop].save_search(name, query)
        self.models[laptop].save_search(name, query, self.clock(laptop))

    @rule(laptop=laptops, old=names, new=names | st.none())
    def change_search(self, laptop, old, new):
        store, model, now = self.stores[laptop], self.models[laptop], self.clock(laptop)
        if new is None:
            self.alike(lambda: model.remove_search(old, now), lambda: store.remove_search(old))
        else:
            self.alike(lambda: model.rename_search(old, new, now), lambda: store.rename_search(old, new))

    @rule(laptop=laptops)
    def undo(self, laptop):
        said, expected = self.stores[laptop].undo(), self.models[laptop].undo(self.clock(laptop))
        assert (None if said is None else said.keys) == expected

    @rule(laptop=laptops)
    def redo(self, laptop):
        said, expected = self.stores[laptop].redo(), self.models[laptop].redo(self.clock(laptop))
        assert (None if said is None else said.keys) == expected

    # What another window does

    @rule(key=keys, text=notes, base=notes)
    def write_from_another_text(self, key, text, base):
        model = self.models[0]
        before = model.held.get(("noted", key))
        displaced = self.other.set_note(key, text, base=base)
        after = text if text.strip() else None
        model.change({("noted", key): after}, self.clock(0), undoable=False)
        if before and after != before and (base if base.strip() else None) != before:
            assert displaced.text == before
            assert before in [version.text for version in self.stores[0].note_versions(key)]
        else:
            assert displaced is None

    @rule(many=many_keys, on=st.booleans())
    def bookmark_in_another_window(self, many, on):
        before = self.stores[0].data_version()
        self.other.set_bookmarks(many, on)
        model = self.models[0]
        changes = any((("bookmarked", key) in model.held) != on for key in many)
        model.mark("bookmarked", many, on, self.clock(0), undoable=False)
        assert (self.stores[0].data_version() != before) == changes

    # What happens around it

    @rule(laptop=laptops, key=keys, snapshot=st.text(max_size=5))
    def keep_snapshot(self, laptop, key, snapshot):
        self.stores[laptop].set_snapshot(key, snapshot)
        self.models[laptop].keep_snapshot(key, snapshot, self.clock(laptop))

    @rule(seconds=st.sampled_from([0, 1, 60, 3600, 86_400, -3600]))
    def time_passes(self, seconds):
        self.now += timedelta(seconds=seconds)

    @rule(laptop=laptops)
    def reopen(self, laptop):
        self.stores[laptop].close()
        self.stores[laptop] = self.open(laptop)
        self.models[laptop].done, self.models[laptop].undone = [], []

    @rule()
    def back_up(self):
        self.saved = self.stores[0].backup(), self.models[0].copy()

    @precondition(lambda self: self.saved)
    @rule()
    def go_back(self):
        backup, copied = self.saved
        restore(backup, self.path(0), self.path(0).parent / "backups", clock=lambda: self.clock(0))
        self.models[0].restore(copied)

    @rule(to=laptops)
    def carry(self, to):
        """A zip from one laptop to the other."""
        carried = self.folder / "carried.zip"
        write_zip(self.stores[1 - to], carried)
        before = {kind: self.models[to].keys(kind) for kind in KINDS}
        report = self.stores[to].merge(read_zip(carried))
        self.models[to].merge(self.models[1 - to])
        for kind in KINDS:
            after = self.models[to].keys(kind)
            assert set(report.differences[kind].added) == after - before[kind]
            assert set(report.differences[kind].removed) == before[kind] - after
        assert self.stores[to].merge(read_zip(carried)).is_empty

    @rule()
    def carry_both_ways(self):
        self.carry(0)
        self.carry(1)
        assert self.stores[0].portable() == self.stores[1].portable()

    # What holds

    @invariant()
    def the_stores_say_what_the_models_say(self):
        if not hasattr(self, "stores"):
            return
        for model, store in (
            (self.models[0], self.stores[0]),
            (self.models[0], self.other),
            (self.models[1], self.stores[1]),
        ):
            for kind in KINDS:
                assert store.keys(kind) == model.keys(kind)
            assert store.kept_keys() == model.kept()
            self.each_paper_is(model, store)
            self.names_are(model, store)
            assert store.snapshots() == {key: text for key, (text, _) in model.snapshots.items()}

    def each_paper_is(self, model, store):
        for key in KEYS:
            marks, held = store.marks_of(key), model.held
            assert marks.bookmarked == held.get(("bookmarked", key))
            assert marks.read == held.get(("read", key))
            assert marks.note == held.get(("noted", key), "")
            due = (marks.revisit.due, marks.revisit.step) if marks.revisit else None
            assert due == held.get(("revisit", key))
            assert marks.labels == model.labels_of(key)
            highlighted = {each.id: each.colour for each in store.highlights_of(key)}
            assert highlighted == {
                cell[1]: colour
                for cell, colour in held.items()
                if cell[0] == "highlighted" and model.places[cell[1]][0] == key
            }
            assert marks.highlights == len(highlighted)
            assert len(store.note_versions(key)) <= 20

    def names_are(self, model, store):
        expected = {Label(name, model.colour(name), len(model.members(name))) for name in model.labels()}
        assert set(store.labels()) == expected
        searches = sorted(
            (made, cell[1], query)
            for cell, value in model.held.items()
            if cell[0] == "search"
            for query, made in [value]
        )
        assert [(search.name, search.query) for search in store.saved_searches()] == [
            (name, query) for _, name, query in searches
        ]


class TestMarks(MarksMachine.TestCase):
    settings = settings(
        max_examples=20, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )


@pytest.mark.slow
class TestManyMarks(MarksMachine.TestCase):
    settings = settings(
        max_examples=200, stateful_step_count=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
