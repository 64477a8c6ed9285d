"""Any sequence of marks, notes, undo, restarts and other windows ends in the state a simple model says."""

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reader.marks.backup import restore
from reader.marks.store import MarkStore

KEYS = ["2512.17909", "2512.17910", "title:가나다", "_posts/2025 07.md"]
keys = st.sampled_from(KEYS)
notes = st.sampled_from(["", " \n", "a", "b", "메모 🙂", "long " * 60]) | st.text(max_size=8)


class MarksMachine(RuleBasedStateMachine):
    """`marks` maps (kind, key) to what holds: since when, or a note's text; what does not hold is not in it."""

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.now = datetime(2026, 11, 3, tzinfo=UTC)
        self.marks, self.snapshots, self.done, self.undone = {}, {}, [], []
        self.saved = None  # (backup, marks, snapshots)
        self.store = self.open()
        self.other = self.open()

    def open(self, **options):
        return MarkStore(self.folder / "marks.sqlite", self.folder / "backups", clock=lambda: self.now, **options)

    def teardown(self):
        if hasattr(self, "store"):
            self.store.close()
            self.other.close()
            shutil.rmtree(self.folder)

    # What a person does

    @rule(key=keys, on=st.booleans())
    def bookmark(self, key, on):
        self.store.set_bookmark(key, on)
        self.record(self.change("bookmarked", [key], on))

    @rule(many=st.lists(keys), on=st.booleans())
    def read(self, many, on):
        self.store.set_read(many, on)
        self.record(self.change("read", many, on))

    @rule(many=st.lists(keys), on=st.booleans())
    def read_by_itself(self, many, on):
        self.store.set_read(many, on, undoable=False)
        self.change("read", many, on)

    @rule(key=keys, text=notes)
    def write(self, key, text):
        self.store.set_note(key, text)
        before = self.marks.get(("noted", key))
        self.write_in_model(key, text)
        if before and not text.strip():
            self.record({("noted", key): (before, None)})

    @rule(key=keys, text=notes, base=notes)
    def write_from_another_text(self, key, text, base):
        before = self.marks.get(("noted", key))
        displaced = self.other.set_note(key, text, base=base)
        self.write_in_model(key, text)
        after = self.marks.get(("noted", key))
        seen = (base if base.strip() else None) == before
        if before and after != before and not seen:
            assert displaced.text == before
            assert before in [version.text for version in self.store.note_versions(key)]
        else:
            assert displaced is None

    @rule(key=keys, on=st.booleans())
    def bookmark_in_another_window(self, key, on):
        before = self.store.data_version()
        self.other.set_bookmark(key, on)
        changed = self.change("bookmarked", [key], on)
        assert (self.store.data_version() != before) == bool(changed)

    @rule(key=keys, snapshot=st.text(max_size=5))
    def keep_snapshot(self, key, snapshot):
        self.store.set_snapshot(key, snapshot)
        self.snapshots[key] = snapshot

    @rule()
    def undo(self):
        self.step(self.store.undo(), self.done, self.undone, lambda before, after: (after, before))

    @rule()
    def redo(self):
        self.step(self.store.redo(), self.undone, self.done, lambda before, after: (before, after))

    # What happens around it

    @rule(seconds=st.sampled_from([0, 1, 60, 3600, 86_400, -3600]))
    def time_passes(self, seconds):
        self.now += timedelta(seconds=seconds)

    @rule()
    def reopen(self):
        self.store.close()
        self.store = self.open()
        self.done, self.undone = [], []

    @rule()
    def back_up(self):
        self.saved = self.store.backup(), dict(self.marks), dict(self.snapshots)

    @precondition(lambda self: self.saved)
    @rule()
    def go_back(self):
        backup, marks, snapshots = self.saved
        restore(backup, self.folder / "marks.sqlite", self.folder / "backups", clock=lambda: self.now)
        self.marks, self.snapshots = dict(marks), dict(snapshots)

    # What holds

    @invariant()
    def the_store_says_what_the_model_says(self):
        if not hasattr(self, "store"):
            return
        for kind in ("bookmarked", "read", "noted"):
            expected = {key for marked, key in self.marks if marked == kind}
            assert self.store.keys(kind) == expected
            assert self.other.keys(kind) == expected
        for key in KEYS:
            marks = self.store.marks_of(key)
            assert marks.bookmarked == self.marks.get(("bookmarked", key))
            assert marks.read == self.marks.get(("read", key))
            assert marks.note == self.marks.get(("noted", key), "")
            assert len(self.store.note_versions(key)) <= 20
        assert self.store.snapshots() == self.snapshots
        assert self.store.kept_keys() == {key for kind, key in self.marks if kind != "read"}

    # The model

    def change(self, kind, many, on):
        changed = {}
        for key in many:
            before = self.marks.get((kind, key))
            if bool(before) != on:
                changed[kind, key] = (before, self.now if on else None)
                self.put((kind, key), self.now if on else None)
        return changed

    def record(self, changed):
        if changed:
            self.done.append(changed)
            self.undone.clear()

    def step(self, said, source, target, direction):
        while source:
            changed = source.pop()
            held = {mark: pair for mark, pair in changed.items() if self.marks.get(mark) == direction(*pair)[0]}
            for mark, pair in held.items():
                self.put(mark, direction(*pair)[1])
            if held:
                target.append(held)
                assert said.keys == {key for _, key in held}
                return
        assert said is None

    def write_in_model(self, key, text):
        self.put(("noted", key), text if text.strip() else None)

    def put(self, mark, value):
        if value is None:
            self.marks.pop(mark, None)
        else:
            self.marks[mark] = value


TestMarksMachine = MarksMachine.TestCase
TestMarksMachine.settings = settings(
    max_examples=30, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
