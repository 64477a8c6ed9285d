"""What is open in one window: the one answer that list, page, notes, title and every key read from.

`ReadingState.open` is the only way to open a paper. Who shows something of it follows the signals; nobody keeps an
answer of their own.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.library.model import PaperRecord
from reader.posts.model import PaperKey
from reader.ui.session.places import ALL, Place
from reader.ui.session.session import Session

_POSITIONS_KEPT = 300  # papers


class Position(NamedTuple):
    """How far a paper was read."""

    appearance: int = 0  # which post's summary, in the record's order
    scroll: float = 0.0  # 0–1


class ReadingState(QObject):
    """The place, the open paper with its appearance, the papers selected, and how far each paper was read.

    Signals: `paper_sought()` another paper is asked for, to be read and drawn · `paper_left(str)` the open paper is
    about to be another · `paper_changed(str)` it is, "" for none · `paper_rewritten()` its text is another in a newer
    state of the library · `appearance_changed()` another post's summary is shown · `selection_changed()` other papers
    are selected, or no longer several.
    """

    paper_sought = Signal()
    paper_left = Signal(str)
    paper_changed = Signal(str)
    paper_rewritten = Signal()
    appearance_changed = Signal()
    selection_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place: Place = ALL
        self._key: PaperKey | None = None
        self._record: PaperRecord | None = None
        self._appearance = 0
        self._positions: OrderedDict[PaperKey, Position] = OrderedDict()
        self._selected_count = 0
        self._selected: Callable[[], Sequence[PaperKey]] = tuple

    # What is open.

    @property
    def key(self) -> PaperKey | None:
        """The open paper."""
        return self._key

    @property
    def record(self) -> PaperRecord | None:
        """The open paper with its appearances."""
        if self._record is None and self._key is not None:
            self._record = self._session.record(self._key)
        return self._record

    @property
    def appearance(self) -> int:
        """Which of the record's appearances is shown."""
        return self._appearance

    @property
    def place(self) -> Place:
        """The place whose papers are listed; a search while its answer is."""
        return self._place

    def targets(self) -> list[PaperKey]:
        """The papers an action is about: those selected if they are several, else the open one."""
        if self._selected_count > 1:
            return list(self._selected())
        return [self._key] if self._key else []

    @property
    def selected_count(self) -> int:
        """How many papers are selected in the list."""
        return self._selected_count

    def position_of(self, key: PaperKey) -> Position:
        """How far a paper was read."""
        return self._positions.get(key, Position())

    @property
    def positions(self) -> Mapping[PaperKey, Position]:
        """How far papers were read, the latest last."""
        return self._positions

    # What changes it.

    def begin(self, key: PaperKey | None, positions: Mapping[PaperKey, Position]) -> None:
        """Be as the window was left. The paper's text is read when somebody asks for it."""
        self._key = key
        self._positions = OrderedDict(positions)
        self._appearance = self.position_of(key).appearance if key else 0

    def open(self, key: PaperKey | None) -> None:
        """Open a paper, or none; one the library knows nothing of is none, and whoever is at it already hears so."""
        if key == self._key:
            return
        self.paper_sought.emit()
        record = self._session.record(key) if key else None
        key = record.key if record else None
        if key is not None and key == self._key:
            return
        self.paper_left.emit(self._key or "")
        self._key, self._record = key, record
        self._appearance = min(self.position_of(key).appearance, len(record.appearances) - 1) if key and record else 0
        self.paper_changed.emit(key or "")

    def show_appearance(self, index: int) -> None:
        """Show the open paper as another post has it."""
        if index != self._appearance:
            self._appearance = index
            self.appearance_changed.emit()

    def refresh(self) -> None:
        """Take the open paper as the library has it now; none where it has it no more."""
        if self._key is None:
            return
        record = self._session.record(self._key)
        if record is None:
            self.open(None)
        elif record != self._record:
            self._record = record
            self._appearance = min(self._appearance, len(record.appearances) - 1)
            self.paper_rewritten.emit()

    def set_place(self, place: Place) -> None:
        """The papers of another place are listed."""
        self._place = place

    def set_selection(self, count: int, keys: Callable[[], Sequence[PaperKey]]) -> None:
        """So many papers are selected in the list; `keys` reads which, in its order, when an action wants them."""
        self._selected_count, self._selected = count, keys
        self.selection_changed.emit()

    def keep_scroll(self, scroll: float) -> None:
        """Remember how far the open paper was read, 0–1."""
        if self._key is None:
            return
        self._positions[self._key] = Position(self._appearance, scroll)
        self._positions.move_to_end(self._key)
        while len(self._positions) > _POSITIONS_KEPT:
            self._positions.popitem(last=False)
