"""Two states of marks made one, and what the difference between two states is for a person.

Of every field the newest change wins; of two of the same instant, one that both sides choose alike. So merging again
changes nothing, and the order of merging does not matter. The text of a note that loses is kept as a version of it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from reader.marks.tables import TABLES, Identity, Portable, Row, Rows, Table, kept_versions


class Difference(NamedTuple):
    """What one kind of marks gains, loses and changes: keys of papers, or names, in order."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


class MergeReport(NamedTuple):
    """What a merge or a restore changes, or would change."""

    differences: Mapping[str, Difference]
    """By kind: bookmarked, read, noted, revisit, labelled (a paper's), highlighted (a paper's), labels, searches."""
    note_conflicts: tuple[str, ...] = ()
    """Keys of papers whose note has another text on both sides: the older one is kept as a version."""

    @property
    def is_empty(self) -> bool:
        """Whether a person would see no difference."""
        return not any(any(difference) for difference in self.differences.values())


def joined(mine: Portable, theirs: Portable) -> Portable:
    """One state of two."""
    made = {name: _joined_rows(table, mine[name], theirs[name]) for name, table in TABLES.items()}
    versions = made["note_versions"]
    for (key,) in note_conflicts(mine, theirs):
        pair = mine["notes"][key,], theirs["notes"][key,]
        text, changed = pair[0] if pair[1] == made["notes"][key,] else pair[1]
        if text:
            lost: Row = (1, changed)
            known = versions.get((key, str(text)))
            versions[key, str(text)] = max(lost, known, key=_age) if known else lost
    made["note_versions"] = kept_versions(versions, made["notes"])
    return made


def note_conflicts(mine: Portable, theirs: Portable) -> list[Identity]:
    """The notes that have another text on both sides, also none."""
    both = mine["notes"].keys() & theirs["notes"].keys()
    return sorted(key for key in both if mine["notes"][key][0] != theirs["notes"][key][0])


def news(before: Portable, after: Portable) -> Portable:
    """The rows of `after` that `before` does not have so; of note versions all of a note that has a new one."""
    found: dict[str, Rows] = {
        name: {identity: row for identity, row in after[name].items() if before[name].get(identity) != row}
        for name in TABLES
    }
    keys = {key for key, _ in found["note_versions"]}
    found["note_versions"] = {identity: row for identity, row in after["note_versions"].items() if identity[0] in keys}
    return found


def compared(before: Portable, after: Portable) -> MergeReport:
    """What a person would see change."""
    earlier, later = _seen(before), _seen(after)
    differences = {kind: _difference(earlier[kind], later[kind]) for kind in earlier}
    return MergeReport(differences)


def _joined_rows(table: Table, mine: Mapping[Identity, Row], theirs: Mapping[Identity, Row]) -> Rows:
    made = dict(mine)
    for identity, row in theirs.items():
        known = made.get(identity)
        made[identity] = row if known is None else joined_row(table, known, row)
    return made


def joined_row(table: Table, one: Row, other: Row) -> Row:
    """One row of two with the same identity."""
    if one == other:
        return one
    begin = len(table.fixed)
    parts = [*max(one[:begin], other[:begin], key=repr)]  # alike but for files made by hand
    for group in table.fields:
        end = begin + len(group)
        newest: Row = max(one[begin:end], other[begin:end], key=_age)
        parts += newest
        begin = end
    return tuple(parts)


def _age(group: Row) -> tuple[str, bool, str]:
    """What decides between two states of a field: when, then that something holds, then what."""
    return str(group[-1]), group[0] is not None, repr(group)


def _difference(before: Mapping[str, object], after: Mapping[str, object]) -> Difference:
    return Difference(
        tuple(sorted(after.keys() - before.keys())),
        tuple(sorted(before.keys() - after.keys())),
        tuple(sorted(key for key in before.keys() & after.keys() if before[key] != after[key])),
    )


def _seen(state: Portable) -> dict[str, dict[str, object]]:
    """What a person sees of a state, by kind and key or name."""
    labels = {name: row[2] for (name,), row in state["labels"].items() if row[0] is not None}
    labelled: dict[str, set[str]] = {}
    for (key, label), row in state["labelled"].items():
        if row[0] is not None and label in labels:
            labelled.setdefault(key, set()).add(label)
    highlighted: dict[str, set[Row]] = {}
    for row in state["highlights"].values():
        *place, colour, _changed, correction, _corrected = row
        if colour is not None:
            highlighted.setdefault(str(row[0]), set()).add((*place, colour, correction or None))
    return {
        "bookmarked": {key: True for (key,), row in state["bookmarks"].items() if row[0] is not None},
        "read": {key: True for (key,), row in state["reads"].items() if row[0] is not None},
        "noted": {key: row[0] for (key,), row in state["notes"].items() if row[0]},
        "revisit": {key: row[:2] for (key,), row in state["revisits"].items() if row[0] is not None},
        "labelled": dict(labelled),
        "highlighted": dict(highlighted),
        "labels": dict(labels),
        "watched": {word: row[0] for (word,), row in state["watched"].items() if row[0] is not None},
        "names": {pair: row[0] for (pair,), row in state["names"].items() if row[0] is not None},
        "searches": {name: row[0] for (name,), row in state["searches"].items() if row[0] is not None},
    }
