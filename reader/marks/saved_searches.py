"""Saved searches: queries kept under a name. See model.py for what a name is."""

from collections.abc import Mapping

from reader.base.errors import ReaderError
from reader.marks.journal import Journaled
from reader.marks.model import SavedSearch, clean_name, to_text, well_formed
from reader.marks.registers import Cell, Value, value_of
from reader.marks.troubles import explained


class SavedSearches(Journaled):
    """The saved searches of an open store."""

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """All saved searches, the oldest first."""
        with explained(self.path):
            rows = self._db.execute("SELECT name, query FROM searches WHERE query IS NOT NULL ORDER BY made, name")
            return tuple(SavedSearch(*row) for row in rows)

    def save_search(self, name: str, query: str) -> None:
        """Keep a query under a name; it replaces another query of that name, at the same place in the order."""
        name = clean_name(name)

        def plan() -> Mapping[Cell, Value]:
            cell = Cell("search", (name,))
            old = value_of(self._db, cell)
            return {cell: (well_formed(query), old[1] if old else to_text(self._clock()))}

        self._change("searches", plan)

    def rename_search(self, old: str, new: str) -> None:
        """Give a saved search another name. Raises ReaderError when there is none, or the name is taken."""
        new = clean_name(new)

        def plan() -> Mapping[Cell, Value]:
            saved = self._search(old)
            if new == old:
                return {}
            if value_of(self._db, Cell("search", (new,))) is not None:
                raise ReaderError(f"There is already a saved search {new!r}. Choose another name.")
            return {Cell("search", (old,)): None, Cell("search", (new,)): saved}

        self._change("searches", plan)

    def remove_search(self, name: str) -> None:
        """Forget a saved search. Raises ReaderError when there is none."""

        def plan() -> Mapping[Cell, Value]:
            self._search(name)
            return {Cell("search", (name,)): None}

        self._change("searches", plan)

    def _search(self, name: str) -> Value:
        saved = value_of(self._db, Cell("search", (name,)))
        if saved is None:
            raise ReaderError(f"There is no saved search {name!r}.")
        return saved
