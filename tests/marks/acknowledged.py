"""What a writer said it had saved, and whether a store holds it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from reader.marks.store import MarkStore


@dataclass
class Acknowledged:
    """What writers (mark_writer.py) said they had saved."""

    bookmarks: set[str] = field(default_factory=set)
    notes: dict[str, int] = field(default_factory=dict)  # key → number the text begins with
    reads: set[str] = field(default_factory=set)
    revisits: dict[str, int] = field(default_factory=dict)  # key → how often put off
    labels: set[tuple[str, str]] = field(default_factory=set)  # key, name
    highlights: set[tuple[str, str]] = field(default_factory=set)  # key, id
    searches: dict[str, int] = field(default_factory=dict)  # name → number of the query
    undone: set[str] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    lines: int = 0

    def take(self, said: str) -> None:
        for line in said[: said.rfind("\n") + 1].splitlines():
            self.lines += 1
            match line.split():
                case ["bookmark", key]:
                    self.bookmarks.add(key)
                case ["note", key, number]:
                    self.notes[key] = int(number)
                case ["read", key, count]:
                    self.reads |= {f"{key}-{of}" for of in range(int(count))}
                case ["revisit", key, step]:
                    self.revisits[key] = int(step)
                case ["label", key, number]:
                    self.labels |= {(key, f"label {number}"), (f"{key}-0", f"label {number}")}
                case ["highlight", key, identity]:
                    self.highlights.add((key, identity))
                case ["search", name, query]:
                    self.searches[name] = int(query)
                case ["undone", key]:
                    self.undone.add(key)
                case ["told", *words]:
                    self.told.append(" ".join(words))
                case _:
                    raise AssertionError(f"the writer said {line!r}")

    def check(self, path: Path, backups: Path) -> None:
        """The store opens, is whole, and has every one of these; a later one that was no longer said may be there."""
        with MarkStore(path, backups) as store:
            assert self.bookmarks <= store.keys("bookmarked")
            assert not self.undone & store.keys("bookmarked")
            assert self.reads <= store.keys("read")
            self._check_notes(store)
            steps = {each.key: each.step for each in store.revisits()}
            assert all(steps[key] >= step for key, step in self.revisits.items())
            labelled = {(key, name) for key, names in store.labels_by_paper().items() for name in names}
            assert self.labels <= labelled
            assert self.highlights <= {
                (key, each.id) for key in store.keys("highlighted") for each in store.highlights_of(key)
            }
            saved = {search.name: int(search.query.split()[1]) for search in store.saved_searches()}
            assert all(saved[name] >= number for name, number in self.searches.items())
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert not list(path.parent.glob("*damaged*"))

    def _check_notes(self, store: MarkStore) -> None:
        for key, number in self.notes.items():
            note = store.note(key)
            assert note is not None
            saved = int(note.text.split()[0])
            assert saved >= number
            assert note.text == f"{saved} " + "note " * (saved % 300)
