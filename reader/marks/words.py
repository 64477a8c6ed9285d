"""Words of a person's own: those that are watched for, those that fold papers away, and names that mean the same.

See model.py for what a word and a name is. A pair of names is told by both without case, whichever comes first, so that
the last word on them counts, here and after a merge.
"""

from collections.abc import Iterable, Mapping

from reader.base.errors import ReaderError
from reader.marks.journal import Journaled
from reader.marks.model import NAME_KINDS, WATCH_KINDS, JudgedPair, WatchedWord, clean_name, clean_term, to_text
from reader.marks.registers import Cell, Value, value_of
from reader.marks.troubles import explained


class WatchedWords(Journaled):
    """The watched and muted words of an open store."""

    def watched_words(self) -> tuple[WatchedWord, ...]:
        """All of them, the oldest first."""
        with explained(self.path):
            rows = self._db.execute("SELECT word, kind FROM watched WHERE kind IS NOT NULL ORDER BY made, word")
            return tuple(WatchedWord(*row) for row in rows)

    def watch_word(self, word: str, kind: str) -> None:
        """Watch for a word ("watch"), or fold papers away that have it ("mute"); a word is one of both."""
        word = clean_name(word)
        if kind not in WATCH_KINDS:
            raise ReaderError(f"A word is watched or muted, not {kind!r}.")

        def plan() -> Mapping[Cell, Value]:
            cell = Cell("watched", (word,))
            old = value_of(self._db, cell)
            return {} if old and old[0] == kind else {cell: (kind, old[1] if old else to_text(self._clock()))}

        self._change("watched", plan)

    def forget_word(self, word: str) -> None:
        """Neither watch for a word nor mute it. Raises ReaderError where that is not done."""

        def plan() -> Mapping[Cell, Value]:
            if value_of(self._db, Cell("watched", (word,))) is None:
                raise ReaderError(f"The word {word!r} is neither watched nor muted.")
            return {Cell("watched", (word,)): None}

        self._change("watched", plan)


class NamedPairs(Journaled):
    """The pairs of names of an open store."""

    def judged_pairs(self) -> tuple[JudgedPair, ...]:
        """All of them, the oldest first."""
        with explained(self.path):
            rows = self._db.execute("SELECT kind, name, other FROM names WHERE kind IS NOT NULL ORDER BY made, pair")
            return tuple(JudgedPair(*row) for row in rows)

    def judge_pair(self, name: str, other: str, kind: str | None) -> None:
        """Say that two names mean the same ("same"), that they do not ("other"), or nothing any more (None)."""
        if kind is not None and kind not in NAME_KINDS:
            raise ReaderError(f"Two names mean the same or not, not {kind!r}.")
        one, two = _pair(name, other)

        def plan() -> Mapping[Cell, Value]:
            cell = _cell(one, two)
            old = value_of(self._db, cell)
            if kind is None:
                return {cell: None} if old else {}
            return {cell: (kind, one, two, old[3] if old else to_text(self._clock()))}

        self._change("names", plan)

    def adopt_pairs(self, pairs: Iterable[JudgedPair]) -> None:
        """Keep pairs of elsewhere of which nothing was ever said here; no undo takes them back."""
        given = [(kind, *_pair(name, other)) for kind, name, other in pairs]

        def plan() -> Mapping[Cell, Value]:
            made = to_text(self._clock())
            return {_cell(one, two): (kind, one, two, made) for kind, one, two in given}

        self._change("names", plan, undoable=False, keep=True)


def is_pair(name: str, other: str) -> bool:
    """Whether these are two names."""
    try:
        _pair(name, other)
    except ReaderError:
        return False
    return True


def _cell(one: str, two: str) -> Cell:
    return Cell("names", (" | ".join(sorted((one.casefold(), two.casefold()))),))


def _pair(name: str, other: str) -> tuple[str, str]:
    one, two = clean_term(name), clean_term(other)
    if one.casefold() == two.casefold():
        raise ReaderError(f"{one!r} is one name. Type another that means the same.")
    return one, two
