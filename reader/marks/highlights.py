"""Highlights: words of a section that a person marked in one of four colours, maybe with what is right instead.

A highlight keeps the words and up to 40 characters on both sides; anchors.py finds where they stand now.
"""

from collections.abc import Mapping

from reader.base.errors import ReaderError
from reader.marks.journal import Journaled
from reader.marks.model import CONTEXT_LENGTH, HIGHLIGHT_COLOURS, Highlight, to_instant, to_text, well_formed
from reader.marks.notes import clean
from reader.marks.registers import Cell, Value, touch, value_of
from reader.marks.troubles import explained
from reader.posts.model import PaperKey

_COLUMNS = "id, key, section, quotation, before, after, colour, made, coalesce(correction, '')"


class Highlights(Journaled):
    """Highlights of an open store."""

    def add_highlight(
        self,
        key: PaperKey,
        section: str,
        quotation: str,
        before: str,
        after: str,
        colour: str,
        correction: str = "",
    ) -> Highlight:
        """Highlight words of a section; doing so again with the same words in the same place only changes their colour.

        `before` and `after` are what stands around them, of any length; `correction` is what the person says instead.
        Blank words are a ReaderError.
        """
        quotation = clean(quotation)
        if not quotation:
            raise ReaderError("There are no words to highlight. Select some first.")
        said = _line(correction)
        around = well_formed(before)[-CONTEXT_LENGTH:], well_formed(after)[:CONTEXT_LENGTH]
        place = (key, section, quotation, *around)
        identity = identity_of(place)

        def plan() -> Mapping[Cell, Value]:
            cell = _cell(identity, key)
            corrected = {_correction(cell): (said,)} if said else {}
            if value_of(self._db, cell) is None:
                self._db.execute(
                    "INSERT INTO highlights (id, key, section, quotation, before, after, made, changed)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, '') ON CONFLICT (id) DO UPDATE SET made = excluded.made",
                    (identity, *place, to_text(self._clock())),
                )
            return {cell: (_known(colour),), **corrected}

        self._change("corrected" if said else "highlighted", plan)
        return self._highlight(identity)

    def recolour_highlight(self, identity: str, colour: str) -> None:
        """Raises ReaderError when there is no such highlight."""
        self._change("highlighted", lambda: {self._there(identity): (_known(colour),)})

    def remove_highlight(self, identity: str) -> None:
        """With its correction. Raises ReaderError when there is no such highlight."""

        def plan() -> Mapping[Cell, Value]:
            cell = self._there(identity)
            return {cell: None, _correction(cell): None}

        self._change("highlighted", plan)

    def correct_highlight(self, identity: str, correction: str) -> None:
        """Say what is right instead of a highlight's words; "" takes that back. Raises ReaderError as above.

        The highlight counts as made anew: what another computer did to it before does not take the correction away.
        """
        said = _line(correction)

        def plan() -> Mapping[Cell, Value]:
            cell = self._there(identity)
            touch(self._db, cell, self._clock())
            return {_correction(cell): (said,) if said else None}

        self._change("corrected", plan)

    def highlights_of(self, key: PaperKey) -> tuple[Highlight, ...]:
        """A paper's highlights, the oldest first."""
        with explained(self.path):
            rows = self._db.execute(
                f"SELECT {_COLUMNS} FROM highlights WHERE key = ? AND colour IS NOT NULL ORDER BY made, id", (key,)
            )
            return tuple(_read(row) for row in rows)

    def all_highlights(self) -> tuple[Highlight, ...]:
        """Those of all papers, the newest first."""
        with explained(self.path):
            rows = self._db.execute(
                f"SELECT {_COLUMNS} FROM highlights WHERE colour IS NOT NULL ORDER BY made DESC, id"
            )
            return tuple(_read(row) for row in rows)

    def _highlight(self, identity: str) -> Highlight:
        with explained(self.path):
            return _read(self._db.execute(f"SELECT {_COLUMNS} FROM highlights WHERE id = ?", (identity,)).fetchone())

    def _there(self, identity: str) -> Cell:
        row = self._db.execute("SELECT key FROM highlights WHERE id = ?", (identity,)).fetchone()
        if row is None or value_of(self._db, _cell(identity, row[0])) is None:
            raise ReaderError("This highlight is no longer there.")
        return _cell(identity, row[0])


def identity_of(place: tuple[str, ...]) -> str:
    """The name of a highlight: the same words in the same place are one highlight on every computer."""
    import hashlib  # only when something is highlighted

    told_apart = "".join(f"{len(part)}:{part}" for part in place)
    return hashlib.sha256(told_apart.encode()).hexdigest()[:32]


def _cell(identity: str, key: PaperKey) -> Cell:
    return Cell("highlighted", (identity,), key)


def _correction(cell: Cell) -> Cell:
    """The one of a highlight's correction."""
    return cell._replace(register="corrected")


def _line(words: str) -> str:
    """Words as one line."""
    return " ".join(clean(words).split())


def _known(colour: str) -> str:
    if colour not in HIGHLIGHT_COLOURS:
        raise ReaderError(f"{colour!r} is no colour of a highlight. There are {', '.join(HIGHLIGHT_COLOURS)}.")
    return colour


def _read(row: tuple[str, ...]) -> Highlight:
    identity, key, section, quotation, before, after, colour, made, correction = row
    return Highlight(identity, PaperKey(key), section, quotation, before, after, colour, to_instant(made), correction)
