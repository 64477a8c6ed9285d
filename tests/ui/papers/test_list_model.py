"""The model behind the list: which pages are read, what it says of a row, and what is dragged out of it."""

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from reader.library.model import PaperRow
from reader.posts.model import PaperKey
from reader.ui.papers.paper_list_model import PAGE, PAGES_KEPT, PaperListModel
from reader.ui.session.paper_drag import KIND
from reader.ui.session.rows import ResultRow, Signs

LAST = PAGES_KEPT + 2  # page
KEYS = [PaperKey(f"2512.{number:05}") for number in range(PAGE * LAST + 3)]


class Papers:
    """A source that remembers what was read, and may have become shorter."""

    def __init__(self) -> None:
        self.read: list[int] = []
        self.keys_read: list[tuple[int, int]] = []
        self.there = len(KEYS)

    def count(self) -> int:
        return len(KEYS)

    def rows(self, offset: int, limit: int) -> Sequence[PaperRow]:
        self.read.append(offset)
        return [_row(key) for key in KEYS[: self.there][offset : offset + limit]]

    def openings(self) -> Sequence[int]:
        return [3, 7]

    def keys(self, offset: int, limit: int) -> Sequence[PaperKey]:
        self.keys_read.append((offset, limit))
        return KEYS[offset : offset + limit]

    def position(self, key: PaperKey) -> int | None:
        return KEYS.index(key) if key in KEYS else None


def _row(key: PaperKey) -> PaperRow:
    return PaperRow(key, "" if key == KEYS[2] else f"Paper {key}", key, date(2025, 12, 1), 1, "", False)


@pytest.fixture
def source() -> Papers:
    return Papers()


@pytest.fixture
def model(source: Papers, qapp: object) -> PaperListModel:
    made = PaperListModel(
        lambda key: Signs(read=key == KEYS[0]), lambda result, signs: f"{result.row.key} {signs.read}"
    )
    made.set_source(source)
    return made


def test_without_a_source_there_is_nothing(qapp: object) -> None:
    model = PaperListModel(lambda _: Signs(), lambda *_: "")
    assert (model.rowCount(), model.columnCount()) == (0, 1)
    assert (model.openings(), model.key(0), model.position(KEYS[0]), list(model.held_around(0))) == ((), None, None, [])
    assert model.keys(0, 0) == ()
    assert model.result(0) is None


def test_each_page_is_read_once_and_the_latest_are_kept(model: PaperListModel, source: Papers) -> None:
    for _ in range(2):
        for page in range(PAGES_KEPT):
            assert model.key(page * PAGE) == KEYS[page * PAGE]
    assert source.read == [page * PAGE for page in range(PAGES_KEPT)]
    model.key(0)
    model.key(PAGES_KEPT * PAGE)  # the second is the oldest now
    model.key(0)
    assert len(source.read) == PAGES_KEPT + 1
    model.key(PAGE)
    assert source.read[-1] == PAGE
    assert len(source.read) == PAGES_KEPT + 2


def test_a_row_has_its_title_or_else_its_key_and_what_is_heard(model: PaperListModel) -> None:
    accessible = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(1, 0)) == f"Paper {KEYS[1]}"
    assert model.data(model.index(2, 0)) == KEYS[2]
    assert model.data(model.index(0, 0), accessible) == f"{KEYS[0]} True"
    assert model.data(model.index(1, 0), accessible) == f"{KEYS[1]} False"
    assert model.data(model.index(1, 0), Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None
    assert (model.rowCount(), model.columnCount()) == (len(KEYS), 1)
    assert (model.rowCount(model.index(0, 0)), model.columnCount(model.index(0, 0))) == (0, 0)


def test_outside_the_list_and_where_it_has_become_shorter_there_is_no_paper(
    model: PaperListModel, source: Papers
) -> None:
    assert (model.key(-1), model.key(len(KEYS))) == (None, None)
    assert model.key(len(KEYS) - 1) == KEYS[-1]
    source.there = 5
    model.set_source(source)
    assert model.key(4) == KEYS[4]
    assert (model.result(5), model.key(5)) == (None, None)


def test_keys_of_rows_that_are_held_are_not_read_again(model: PaperListModel, source: Papers) -> None:
    model.key(0)
    assert model.keys(3, 5) == KEYS[3:6]
    assert source.keys_read == []
    assert model.keys(PAGE - 1, PAGE) == KEYS[PAGE - 1 : PAGE + 1]
    assert source.keys_read == [(PAGE - 1, 2)]


def test_a_paper_is_where_it_is_shown_and_else_where_the_source_has_it(model: PaperListModel, source: Papers) -> None:
    model.key(0)
    source.position = lambda _key: 77  # type: ignore[method-assign]  # a sync has moved everything
    assert model.position(KEYS[3]) == 3
    assert model.position(KEYS[PAGE]) == 77
    source.position = lambda _key: len(KEYS)  # type: ignore[method-assign]  # and made it longer
    assert model.position(KEYS[PAGE]) is None
    source.position = lambda _key: 0  # type: ignore[method-assign]
    assert model.position(KEYS[PAGE]) == 0


def test_neighbours_are_those_below_and_then_those_above_as_far_as_they_are_held(model: PaperListModel) -> None:
    model.key(0)
    model.key(PAGE)
    around = list(model.held_around(PAGE))
    assert around[: PAGE - 1] == KEYS[PAGE + 1 : 2 * PAGE]
    assert around[PAGE - 1 :] == KEYS[PAGE - 1 :: -1]
    assert KEYS[PAGE] not in around


def changed(model: PaperListModel, keys: set[PaperKey]) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.marks_changed(keys)
    return told


def test_other_marks_repaint_the_rows_of_their_papers(model: PaperListModel) -> None:
    model.key(0)
    model.key(PAGE)
    assert changed(model, {KEYS[3], KEYS[PAGE + 1], KEYS[-1]}) == [(3, 3), (PAGE + 1, PAGE + 1)]


def test_without_papers_all_that_is_held_is_repainted(model: PaperListModel) -> None:
    model.key(0)
    model.key(LAST * PAGE)
    assert changed(model, set()) == [(0, PAGE - 1), (LAST * PAGE, LAST * PAGE + 2)]


def test_another_source_is_told_as_a_reset(model: PaperListModel, source: Papers, qtbot: QtBot) -> None:
    model.key(0)
    with qtbot.waitSignals([model.modelAboutToBeReset, model.modelReset]):
        model.set_source(source)
    assert list(model.held_around(5)) == []
    assert model.openings() == [3, 7]
    model.key(0)
    assert source.read == [0, 0]


def test_rows_can_be_dragged_and_carry_their_keys(model: PaperListModel) -> None:
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(QModelIndex()) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.mimeTypes() == [KIND]
    data = model.mimeData([model.index(4, 0), model.index(2, 0), model.index(4, 0)])
    carried = bytes(data.data(KIND).data()).decode()
    assert KEYS[2] in carried and KEYS[4] in carried and KEYS[3] not in carried
    assert model.mimeData([]).hasFormat(KIND) == bool(bytes(model.mimeData([]).data(KIND).data()))


def test_a_result_of_a_search_stays_one(source: Papers, qapp: object) -> None:
    found = ResultRow(_row(KEYS[0]), "snippet")
    source.rows = lambda _offset, _limit: [found]  # type: ignore[method-assign]
    model = PaperListModel(lambda _: Signs(), lambda *_: "")
    model.set_source(source)
    assert model.result(0) is found


def test_of_rows_that_are_held_those_that_went_meanwhile_are_left_out(model: PaperListModel, source: Papers) -> None:
    source.there = 5
    model.key(0)
    assert model.keys(3, 7) == KEYS[3:5]
