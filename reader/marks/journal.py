"""What can be undone: the last changes of marks made in this process, newest last.

A change says what held before it and after it, cell by cell. It is undone only where what it made still holds; a cell
that another window or a later edit changed stays as it is.
"""

import sqlite3
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from reader.marks.connection import writing
from reader.marks.model import ChangeKind, Clock, UndoneMark
from reader.marks.registers import Cell, Value, put, value_of
from reader.marks.troubles import explained

_DEPTH = 200
_NAMED: Mapping[str, int] = {"label": 0, "label colour": 0, "labelled": 1, "search": 0, "watched": 0, "names": 0}
"""Where the name stands in the identity of a cell that has one."""


class Change(NamedTuple):
    """One thing a person did, to one paper or to many."""

    kind: ChangeKind
    before: Mapping[Cell, Value]
    after: Mapping[Cell, Value]  # the same cells

    def inverse(self) -> "Change":
        return Change(self.kind, self.after, self.before)

    def only(self, cells: Collection[Cell]) -> "Change":
        """The same for some of its cells."""
        return Change(
            self.kind, {cell: self.before[cell] for cell in cells}, {cell: self.after[cell] for cell in cells}
        )

    @property
    def on(self) -> bool:
        """Whether it set something, rather than taking it back."""
        return any(value is not None for value in self.after.values())


class Journal:
    """Two stacks. A change is taken off only after it was carried out, so that a full disk does not lose an undo."""

    def __init__(self) -> None:
        self.done: list[Change] = []
        self.undone: list[Change] = []

    def add(self, change: Change) -> None:
        self.done.append(change)
        del self.done[:-_DEPTH]
        self.undone.clear()


class Journaled:
    """An open store whose changes can be taken back: what labels, searches and highlights have in common."""

    def __init__(self, path: Path, db: sqlite3.Connection, clock: Clock) -> None:
        self.path = path
        self._db = db
        self._clock = clock
        self._journal = Journal()

    @property
    def can_undo(self) -> bool:
        return bool(self._journal.done)

    @property
    def can_redo(self) -> bool:
        return bool(self._journal.undone)

    def undo(self) -> UndoneMark | None:
        """Take back the last change (of one paper or many; of a note only its removal); None when there is none left.

        What was changed since, here or by another process, is left as it is.
        """
        return self._step(self._journal.done, self._journal.undone, Change.inverse)

    def redo(self) -> UndoneMark | None:
        """Do again what was undone last; a new change forgets what was undone."""
        return self._step(self._journal.undone, self._journal.done, lambda change: change)

    def forget_changes(self) -> None:
        """Nothing can be undone or redone any more: the store was replaced and no longer holds what was done."""
        self._journal = Journal()

    def _change(
        self,
        kind: ChangeKind,
        plan: Callable[[], Mapping[Cell, Value]],
        *,
        undoable: bool = True,
        keep: bool = False,
    ) -> None:
        """Store what `plan` says, in one transaction and one step of undo; `plan` reads the store inside it.

        `keep`: a cell that is to be set and is set already stays as it is.
        """
        with explained(self.path), writing(self._db):
            wanted = plan()
            before = {cell: value_of(self._db, cell) for cell in wanted}
            changed = [
                cell
                for cell, value in wanted.items()
                if before[cell] != value and not (keep and value is not None and before[cell] is not None)
            ]
            change = Change(kind, before, wanted).only(changed)
            put(self._db, change.after, self._clock())
        if changed and undoable:
            self._journal.add(change)

    def _step(
        self, source: list[Change], target: list[Change], wanted_of: Callable[[Change], Change]
    ) -> UndoneMark | None:
        while source:
            change = source[-1]
            wanted = wanted_of(change)
            with explained(self.path), writing(self._db):
                cells = [cell for cell, value in wanted.before.items() if value_of(self._db, cell) == value]
                put(self._db, {cell: wanted.after[cell] for cell in cells}, self._clock())
            source.pop()
            if cells:
                target.append(change.only(cells))
                return _said(change.only(cells), wanted.only(cells))
        return None


def _said(change: Change, wanted: Change) -> UndoneMark:
    """What a step did: `change` is the change as it was made once, `wanted` the step as it was taken now."""
    papers = frozenset(cell.paper for cell in change.after if cell.paper is not None)
    holds: dict[str, bool] = {}  # by the names of labels or searches
    for cell, value in wanted.after.items():
        if (place := _NAMED.get(cell.register)) is not None:
            name = cell.identity[place]
            holds[name] = holds.get(name, False) or value is not None
    names = tuple(sorted(holds, key=lambda name: (not holds[name], name)))
    return UndoneMark(change.kind, papers, wanted.on, change.on, names)
