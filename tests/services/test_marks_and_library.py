"""Marks over a library that changes: any sequence of marks, syncs, rewritten, renamed and deleted posts, a deleted
cache, backups, restores, merges and undo leaves every mark on its paper, and every marked paper readable.
"""

import json
import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reader.base.paths import ProfilePaths
from reader.library import paper_json
from reader.marks.portable import write_zip
from reader.marks.restoring import restore
from reader.services.importing import import_marks
from reader.services.profile import Profile
from reader.services.refresh import refresh
from tests.factories import age, paper, post, write_post

KEYS = [f"2501.0000{number}" for number in range(1, 5)]
NAMES = ["2025-01-02.md", "2025-01-03.md", "쪽/2025-01-04.md"]
KINDS = ("bookmarked", "read", "noted", "revisit", "labelled", "highlighted")
keys = st.sampled_from(KEYS)
names = st.sampled_from(NAMES)
marks = st.sampled_from([*KINDS])
DAY = date(2026, 11, 22)


class MarkedLibrary(RuleBasedStateMachine):
    """`marked` is what is marked of which paper; `posts` which papers are in which post; `texts` the title a paper had
    when it was last in the library while it was marked, or was marked while it was in the library.
    """

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.posts, self.synced, self.edits = {}, {}, 0
        self.marked, self.done, self.undone = set(), [], []
        self.texts, self.listed, self.saved = {}, set(), None
        (self.folder / "글").mkdir()
        self.open()
        self.write(NAMES[0], KEYS[:3])
        self.sync()

    def open(self):
        self.profile = Profile(ProfilePaths.of(self.folder / "profile"))
        self.profile.make_folders()
        self.profile.settings.add_sources([self.folder / "글"])

    def teardown(self):
        if hasattr(self, "profile"):
            self.profile.close()
            shutil.rmtree(self.folder)

    # What happens to the folder

    @rule(name=names, papers=st.lists(keys, unique=True, min_size=1))
    def write(self, name, papers):
        """A post is written, or written over: titles and sections are new each time."""
        self.edits += 1
        parts = [
            paper(number, f"Title {self.edits} of {key}", f"https://arxiv.org/abs/{key}")
            for number, key in enumerate(papers, 1)
        ]
        age(write_post(self.folder / "글", name, post(parts)), self.edits)
        self.posts[name] = {key: f"Title {self.edits} of {key}" for key in papers}

    @rule(old=names, new=names)
    def rename(self, old, new):
        if old in self.posts and new not in self.posts:
            (self.folder / "글" / new).parent.mkdir(exist_ok=True)
            (self.folder / "글" / old).rename(self.folder / "글" / new)
            self.posts[new] = self.posts.pop(old)

    @rule(name=names)
    def delete(self, name):
        if name in self.posts:
            (self.folder / "글" / name).unlink()
            del self.posts[name]

    @rule()
    def delete_the_cache(self):
        self.profile.close()
        shutil.rmtree(self.folder / "profile" / "cache")
        self.open()
        self.done, self.undone = [], []
        self.sync()

    @rule()
    def sync(self):
        refresh(self.profile)
        self.synced = {name: dict(papers) for name, papers in self.posts.items()}
        self.listed = set(self.profile.listing.all_keys())
        there = {key for papers in self.posts.values() for key in papers}
        kept = {key for kind, key in self.marked if kind != "read"}
        for key in kept & there:
            self.texts[key] = self.titles(key)
        assert there | (kept & self.texts.keys()) <= self.listed <= there | self.texts.keys()
        for key in self.listed:
            record = self.profile.listing.record(key)
            assert record.gone == (key not in there)
            assert record.title in (self.titles(key) if key in there else self.texts[key])

    def titles(self, key):
        """Of all posts as they were synced: which is shown first is the library's matter."""
        return {papers[key] for papers in self.synced.values() if key in papers}

    # What a person does

    @rule(kind=marks, key=keys, on=st.booleans())
    def mark(self, kind, key, on):
        if key not in self.listed or ((kind, key) in self.marked) == on:
            return
        store = self.profile.marks
        if kind == "bookmarked":
            store.set_bookmark(key, on)
        elif kind == "read":
            store.set_read([key], on)
        elif kind == "noted":
            store.set_note(key, "메모" if on else "")
        elif kind == "revisit":
            store.set_revisit([key], DAY if on else None)
        elif kind == "labelled":
            store.set_label([key], "label", on)
        elif on:
            store.add_highlight(key, "method", "토큰을 두 번", "", "나누어", "pink")
        else:
            (highlight,) = store.highlights_of(key)
            store.remove_highlight(highlight.id)
        self.profile.remember([key])
        if self.titles(key):
            self.texts[key] = self.titles(key)
        change = {(kind, key): on}
        self.apply(change)
        if kind != "noted" or not on:  # writing is the editor's own undo
            self.done.append(change)
            self.undone.clear()

    @rule()
    def undo(self):
        self.step(self.profile.marks.undo(), self.done, self.undone, back=True)

    @rule()
    def redo(self):
        self.step(self.profile.marks.redo(), self.undone, self.done, back=False)

    def step(self, said, source, target, *, back):
        while source:
            change = source.pop()
            held = {mark: on for mark, on in change.items() if (mark in self.marked) == (on if back else not on)}
            if held:
                self.apply({mark: on != back for mark, on in held.items()})
                target.append(held)
                assert said.keys == {key for _, key in held}
                return
        assert said is None

    def apply(self, change):
        for mark, on in change.items():
            (self.marked.add if on else self.marked.discard)(mark)

    # Backups and another computer

    @rule()
    def back_up(self):
        self.saved = self.profile.marks.backup(), set(self.marked), dict(self.texts)

    @precondition(lambda self: self.saved)
    @rule()
    def go_back(self):
        backup, marked, texts = self.saved
        restore(backup, self.profile.places.marks, self.profile.places.backups)
        self.marked, self.texts = (
            set(marked),
            texts | {key: self.texts[key] for key in self.listed if key in self.texts},
        )
        self.done, self.undone = [], []
        self.profile.close()
        self.open()
        self.sync()

    @precondition(lambda self: self.marked)
    @rule()
    def carry_to_a_new_computer(self):
        """Only the zip is carried; the posts are not there."""
        carried = self.folder / "carried.zip"
        write_zip(self.profile.marks, carried)
        with Profile(ProfilePaths.of(self.folder / "new")) as new:
            assert import_marks(new, carried).note_conflicts == ()
            refresh(new)
            for kind in KINDS:
                assert new.marks.keys(kind) == self.profile.marks.keys(kind)
            kept = {key for kind, key in self.marked if kind != "read"}
            assert kept <= set(new.listing.all_keys())
        shutil.rmtree(self.folder / "new")

    @rule()
    def merge_with_oneself(self):
        carried = self.folder / "carried.zip"
        write_zip(self.profile.marks, carried)
        assert import_marks(self.profile, carried).is_empty

    # What holds

    @invariant()
    def every_mark_is_on_its_paper(self):
        if not hasattr(self, "profile"):
            return
        store = self.profile.marks
        for kind in KINDS:
            assert store.keys(kind) == {key for marked, key in self.marked if marked == kind}
        snapshots = store.snapshots()
        for key in {key for kind, key in self.marked if kind != "read"}:
            record = paper_json.record_from_json(snapshots[key])
            assert record.key == json.loads(snapshots[key])["key"] == key
            assert all(section.markdown for section in record.appearances[0].paper.sections)


class TestMarkedLibrary(MarkedLibrary.TestCase):
    settings = settings(
        max_examples=6, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )


@pytest.mark.slow
class TestMarkedLibraryAtLength(MarkedLibrary.TestCase):
    settings = settings(
        max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
