"""A thousand random steps in the window. `dev.py walk` takes more of them, from any seed."""

from collections.abc import Sequence

import pytest

from reader.ui.notes.note_rows import NoteRow, NoteRows
from reader.ui.papers.paper_list import PaperList
from reader.ui.widgets.popup import Popup
from tests.ui.walk.walking import replay, shortened, walk

STEPS, SEED = 1000, 20261128

pytestmark = [pytest.mark.qt_no_exception_capture, pytest.mark.qt_log_ignore("does not support")]  # menus, offscreen


def test_everything_holds_through_a_thousand_random_steps(qapp: object) -> None:
    failure = walk(SEED, STEPS)
    assert failure is None, str(failure)


def test_a_walk_finds_a_list_that_does_not_follow(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PaperList, "choose", lambda *_: True)
    failure = walk(SEED, 200)
    assert failure is not None
    assert "the list's row" in failure.what
    assert failure.steps[-1] in str(failure)
    fewer = shortened(failure, trying=10)
    assert 0 < len(fewer) <= len(failure.steps)
    assert "the list's row" in replay(fewer)


def test_a_walk_finds_a_menu_that_lets_keys_through(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Popup, "event")
    assert "a bare key reached" in replay(["focus list", "Z", "J"])


def test_a_walk_finds_rows_that_are_replaced_while_the_list_still_has_them(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = NoteRows.set_rows

    def too_early(self: NoteRows, rows: Sequence[NoteRow], empty: str) -> None:
        self._rows = rows
        replace(self, rows, empty)

    monkeypatch.setattr(NoteRows, "set_rows", too_early)
    marked = ["Home", *(f"highlight 20 {top} 70 {top}" for top in range(20, 90, 12)), "notes highlights 3"]
    assert "IndexError" in replay(["focus list", *marked, "focus list", "J"])


def test_a_replay_of_nothing_holds(qapp: object) -> None:
    assert replay([]) == ""
