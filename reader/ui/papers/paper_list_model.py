"""The papers of a list as a Qt model that holds only the pages in sight.

Its `PageSource` is asked for 64 rows at a time; the latest few pages are kept. Marks are asked for by key when a row
is painted, so they are never stale.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from reader.library.model import PaperRow
from reader.posts.model import PaperKey
from reader.ui.session.paper_drag import KIND, carried
from reader.ui.session.rows import Lit, PageSource, ResultRow, Signs
from reader.ui.widgets.guarded import guarded

AnyIndex = QModelIndex | QPersistentModelIndex

PAGE = 64  # rows; of a cold disk each may have to be read for itself
PAGES_KEPT = 32


class _Nothing:
    def count(self) -> int:
        return 0

    def rows(self, offset: int, limit: int) -> Sequence[PaperRow]:  # noqa: ARG002
        return ()

    def openings(self) -> Sequence[int]:
        return ()

    def keys(self, offset: int, limit: int) -> Sequence[PaperKey]:  # noqa: ARG002
        return ()

    def position(self, key: PaperKey) -> int | None:  # noqa: ARG002
        return None


@guarded
class PaperListModel(QAbstractTableModel):
    """One column, one row a paper. `describe` makes the text a screen reader says."""

    def __init__(self, signs: Callable[[PaperKey], Signs], describe: Callable[[ResultRow, Signs], str]) -> None:
        super().__init__()
        self.signs = signs
        self.lit: Lit = lambda _: ()
        self._describe = describe
        self._source: PageSource = _Nothing()
        self._count = 0
        self._pages: OrderedDict[int, tuple[ResultRow, ...]] = OrderedDict()
        self._rows: dict[PaperKey, int] = {}  # of the papers in those pages

    def set_source(self, source: PageSource) -> None:
        """List something else."""
        self.beginResetModel()
        self._source = source
        self._count = source.count()
        self._pages.clear()
        self._rows.clear()
        self.endResetModel()

    def set_lit(self, lit: Lit) -> None:
        """Mark other words in the rows of places."""
        self.lit = lit
        self._pages.clear()
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, 0))

    def openings(self) -> Sequence[int]:
        """The rows above which a heading stands."""
        return self._source.openings()

    def result(self, row: int) -> ResultRow | None:
        """The paper in a row; None if the source has become shorter meanwhile."""
        page = self._page(row // PAGE)
        at = row % PAGE
        return page[at] if at < len(page) else None

    def key(self, row: int) -> PaperKey | None:
        """The key of the paper in a row; None outside the list."""
        result = self.result(row) if 0 <= row < self._count else None
        return result.row.key if result else None

    def keys(self, first: int, last: int) -> Sequence[PaperKey]:
        """The papers of the rows from `first` to `last`, both included: of rows that are held as they are shown."""
        shown = [self.key(row) for row in range(first, last + 1) if row // PAGE in self._pages]
        if len(shown) == last - first + 1:
            return [key for key in shown if key is not None]
        return self._source.keys(first, last - first + 1)

    def position(self, key: PaperKey) -> int | None:
        """The row of a paper: the one it is shown in, also where a sync has just changed the library."""
        if key in self._rows:
            return self._rows[key]
        at = self._source.position(key)
        return at if at is not None and at < self._count else None

    def held_around(self, row: int) -> Iterator[PaperKey]:
        """The papers below a row, then those above it, as far as held pages have them: nothing is read for this."""
        rows = {n * PAGE + at: result.row.key for n, page in self._pages.items() for at, result in enumerate(page)}
        yield from (rows[n] for n in sorted(rows) if n > row)
        yield from (rows[n] for n in sorted(rows, reverse=True) if n < row)

    def marks_changed(self, keys: Collection[PaperKey]) -> None:
        """Repaint the rows of these papers, of all without any, as far as pages that are held have them."""
        for number, page in self._pages.items():
            first = number * PAGE
            if not keys and page:
                self.dataChanged.emit(self.index(first, 0), self.index(first + len(page) - 1, 0))
            for row in (first + at for at, result in enumerate(page) if result.row.key in keys):
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        result = self.result(index.row()) if index.isValid() else None
        if result is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return result.row.title or result.row.key
        return self._describe(result, self.signs(result.row.key))

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [KIND]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        if not rows:
            return carried([])
        wanted = {row - rows[0] for row in rows}
        keys = self.keys(rows[0], rows[-1])
        return carried([key for row, key in enumerate(keys) if row in wanted])

    def _page(self, number: int) -> tuple[ResultRow, ...]:
        page = self._pages.get(number)
        if page is None:
            rows = self._source.rows(number * PAGE, PAGE)
            page = tuple(row if isinstance(row, ResultRow) else self._lit_row(row) for row in rows)
            self._pages[number] = page
            self._rows.update((result.row.key, number * PAGE + at) for at, result in enumerate(page))
            if len(self._pages) > PAGES_KEPT:
                _, left = self._pages.popitem(last=False)
                for result in left:
                    self._rows.pop(result.row.key, None)
        self._pages.move_to_end(number)
        return page

    def _lit_row(self, row: PaperRow) -> ResultRow:
        return ResultRow(row, title_spans=tuple(self.lit(row.title or row.key)))
