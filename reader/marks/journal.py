"""What can be undone: the last changes of marks made in this process, newest last.

A change says what held before it and after it, paper by paper. It is undone only where what it made still holds: what
another window or a later edit made of the paper stays.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reader.marks.model import MarkKind
from reader.posts.model import PaperKey

Value = str | None
"""Of a bookmark or a read mark: since when, as stored, or None. Of a note: its text, "" for none."""

_DEPTH = 200


class Change(NamedTuple):
    """One thing a person did, to one paper or to many."""

    kind: MarkKind
    before: Mapping[PaperKey, Value]
    after: Mapping[PaperKey, Value]  # the same keys

    def inverse(self) -> "Change":
        return Change(self.kind, self.after, self.before)

    def only(self, keys: Iterable[PaperKey]) -> "Change":
        """The same for some of its papers."""
        return Change(self.kind, {key: self.before[key] for key in keys}, {key: self.after[key] for key in keys})

    @property
    def on(self) -> bool:
        """Whether it set the mark, rather than taking it back."""
        return any(self.after.values())


class Journal:
    """Two stacks. The top of one is taken off only when it was carried out, so that a full disk costs no undo."""

    def __init__(self) -> None:
        self.done: list[Change] = []
        self.undone: list[Change] = []

    def add(self, change: Change) -> None:
        self.done.append(change)
        del self.done[:-_DEPTH]
        self.undone.clear()
