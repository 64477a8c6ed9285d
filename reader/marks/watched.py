"""Words that are watched for, and words that fold papers away: the person's own. See names.py for what a word is."""

from collections.abc import Mapping

from reader.base.errors import ReaderError
from reader.marks.journal import Journaled
from reader.marks.model import WATCH_KINDS, WatchedWord, to_text
from reader.marks.names import clean_name
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
