"""One reads on while somebody writes in the folder. `dev.py bench edits` does it a thousand times."""

from pathlib import Path

import pytest

from tests.ui.window.stillness import edited


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("query", ["", "접어"])
def test_thirty_edits_move_nothing_and_make_the_library_of_a_fresh_look(tmp_path: Path, query: str) -> None:
    outcome = edited(tmp_path, 5, 30, query)
    assert outcome.moves == []
    assert outcome.ours == outcome.fresh
    assert outcome.refreshes > 2 and outcome.paints > 5
