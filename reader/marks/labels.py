"""Labels, and which papers have them. A label is told apart by its name: see model.py."""

from collections.abc import Iterable, Mapping

from reader.base.errors import ReaderError
from reader.base.natural_order import natural
from reader.marks.journal import Journaled
from reader.marks.model import LABEL_COLOURS, Label, clean_name, to_text
from reader.marks.registers import Cell, Value, touch, value_of
from reader.marks.troubles import explained
from reader.posts.model import PaperKey

_ALIVE = "labelled JOIN labels ON labels.name = label WHERE labelled.since IS NOT NULL AND labels.since IS NOT NULL"


class Labels(Journaled):
    """The labels of an open store."""

    def labels(self) -> tuple[Label, ...]:
        """All labels, by name."""
        with explained(self.path):
            rows = self._db.execute(
                "SELECT name, coalesce(colour, 'grey'),"
                " (SELECT count(*) FROM labelled WHERE label = name AND labelled.since IS NOT NULL)"
                " FROM labels WHERE since IS NOT NULL"
            ).fetchall()
        return tuple(sorted((Label(*row) for row in rows), key=lambda label: natural(label.name)))

    def labels_of(self, key: PaperKey) -> tuple[str, ...]:
        """The names of a paper's labels, by name."""
        with explained(self.path):
            rows = self._db.execute(f"SELECT label FROM {_ALIVE} AND key = ?", (key,)).fetchall()
        return tuple(sorted((name for (name,) in rows), key=natural))

    def labels_by_paper(self) -> dict[PaperKey, tuple[str, ...]]:
        """The names of the labels of every paper that has one."""
        found: dict[PaperKey, list[str]] = {}
        with explained(self.path):
            for key, name in self._db.execute(f"SELECT key, label FROM {_ALIVE}"):
                found.setdefault(key, []).append(name)
        return {key: tuple(sorted(names, key=natural)) for key, names in found.items()}

    def labelled(self, name: str) -> set[PaperKey]:
        """The papers with one label."""
        with explained(self.path):
            return {key for (key,) in self._db.execute(f"SELECT key FROM {_ALIVE} AND label = ?", (name,))}

    def add_label(self, name: str, colour: str, keys: Iterable[PaperKey] = ()) -> None:
        """Make a label, and put it on papers. Raises ReaderError when there is one of that name, whatever its case."""
        name = clean_name(name)

        def plan() -> Mapping[Cell, Value]:
            self._must_be_free(name)
            since = (to_text(self._clock()),)
            return {**self._new_label(name, colour), **dict.fromkeys((_labelled(key, name) for key in keys), since)}

        self._change("labelled", plan)

    def rename_label(self, old: str, new: str, colour: str | None = None) -> None:
        """Give a label another name, on all its papers, and another of LABEL_COLOURS; None keeps the one it has.

        Raises ReaderError when there is none, or the name is taken.
        """
        new = clean_name(new)

        def plan() -> Mapping[Cell, Value]:
            wanted = self._colour(old) if colour is None else _known(colour)
            if new == old:
                return {} if colour is None else {Cell("label colour", (old,)): (wanted,)}
            self._must_be_free(new, but=old)
            members = self._members(old)
            return {
                Cell("label", (old,)): None,
                **dict.fromkeys((_labelled(key, old) for key in members), None),
                **self._new_label(new, wanted),
                **{_labelled(key, new): (since,) for key, since in members.items()},
            }

        self._change("labelled", plan)

    def recolour_label(self, name: str, colour: str) -> None:
        """Give a label another of LABEL_COLOURS. Raises ReaderError when there is no such label."""

        def plan() -> Mapping[Cell, Value]:
            self._colour(name)
            return {Cell("label colour", (name,)): (_known(colour),)}

        self._change("labelled", plan)

    def remove_label(self, name: str) -> None:
        """Take a label off all its papers, and remove it. Raises ReaderError when there is none."""

        def plan() -> Mapping[Cell, Value]:
            self._colour(name)
            return {
                Cell("label", (name,)): None,
                **dict.fromkeys((_labelled(key, name) for key in self._members(name)), None),
            }

        self._change("labelled", plan)

    def set_label(self, keys: Iterable[PaperKey], name: str, on: bool) -> None:
        """Put a label on papers or take it off; one that is not there yet is made, in the colour least used."""
        name = clean_name(name)

        def plan() -> Mapping[Cell, Value]:
            now = self._clock()
            exists = value_of(self._db, Cell("label", (name,))) is not None
            if not on and not exists:
                return {}
            made: Mapping[Cell, Value] = {}
            if not exists:
                self._must_be_free(name)
                made = self._new_label(name, self._least_used())
            elif on:
                touch(self._db, Cell("label", (name,)), now)
            cells = [_labelled(key, name) for key in keys]
            others = [cell for cell in cells if (exists and value_of(self._db, cell) is not None) != on]
            return {**made, **dict.fromkeys(others, (to_text(now),) if on else None)}

        self._change("labelled", plan)

    def _colour(self, name: str) -> str:
        row = self._db.execute(
            "SELECT coalesce(colour, 'grey') FROM labels WHERE name = ? AND since IS NOT NULL", (name,)
        ).fetchone()
        if row is None:
            raise ReaderError(f"There is no label {name!r}.")
        return str(row[0])

    def _members(self, name: str) -> dict[PaperKey, str]:
        return dict(self._db.execute("SELECT key, since FROM labelled WHERE label = ? AND since IS NOT NULL", (name,)))

    def _new_label(self, name: str, colour: str) -> dict[Cell, Value]:
        """Make a label that has no papers, not even those that a merge left with a removed label of that name."""
        left = self._members(name)
        return {
            Cell("label", (name,)): (to_text(self._clock()),),
            Cell("label colour", (name,)): (_known(colour),),
            **dict.fromkeys((_labelled(key, name) for key in left), None),
        }

    def _must_be_free(self, name: str, but: str = "") -> None:
        for (taken,) in self._db.execute("SELECT name FROM labels WHERE since IS NOT NULL AND name <> ?", (but,)):
            if taken.casefold() == name.casefold():
                raise ReaderError(f"There is already a label {taken!r}. Choose another name.")

    def _least_used(self) -> str:
        used = [colour for (colour,) in self._db.execute("SELECT colour FROM labels WHERE since IS NOT NULL")]
        return min(LABEL_COLOURS, key=used.count)


def _known(colour: str) -> str:
    if colour not in LABEL_COLOURS:
        raise ReaderError(f"{colour!r} is no colour of a label. There are {', '.join(LABEL_COLOURS)}.")
    return colour


def _labelled(key: PaperKey, name: str) -> Cell:
    return Cell("labelled", (key, name), key)
