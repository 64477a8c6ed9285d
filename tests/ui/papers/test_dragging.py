"""Papers dragged out of the list: what goes with the pointer."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QDrag
from pytestqt.qtbot import QtBot

from reader.ui.papers.drag_badge import drag_badge
from reader.ui.papers.paper_list import PaperList, Signs
from reader.ui.session.paper_drag import papers_in
from reader.ui.widgets.theme import Look
from tests.ui.papers.test_paper_list import TODAY, Papers
from tests.ui.pictures import box


@pytest.fixture
def papers(look: Look, qtbot: QtBot) -> PaperList:
    made = PaperList(look, lambda _: Signs(), today=lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(392, 700)
    made.show()
    made.set_source(Papers([f"2512.{i:05}" for i in range(30)]), "All", "30 papers")
    return made


def test_a_small_badge_below_the_pointer_goes_with_the_papers_dragged(
    papers: PaperList, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[QDrag] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: dragged.append(drag))
    papers.table.choose_row(3)
    papers.table.startDrag(Qt.DropAction.CopyAction)
    papers.table.select_rows([3, 4, 6])
    papers.table.startDrag(Qt.DropAction.CopyAction)
    one, several = dragged
    assert papers_in(one.mimeData()) == ["2512.00003"]
    assert papers_in(several.mimeData()) == ["2512.00003", "2512.00004", "2512.00006"]
    for drag in dragged:
        size = drag.pixmap().deviceIndependentSize()
        assert size.height() < papers.table.row_height() / 3
        assert size.width() < papers.width() / 2 + 50
        assert drag.hotSpot().x() < 0
        assert drag.hotSpot().y() < 0


def test_a_long_title_is_cut_in_the_badge(look: Look) -> None:
    long, short, many = (drag_badge(look, words, 2.0) for words in ("A Long Title " * 9, "A Title", "12 papers"))
    assert long.deviceIndependentSize().width() <= look.px(220) + 2 * look.px(9)
    assert short.deviceIndependentSize().width() < 100
    for badge in (long, short, many):
        assert badge.devicePixelRatio() == 2.0
        seen = badge.toImage()
        ink = box(seen, QRect(4, 4, seen.width() - 8, seen.height() - 8), look.colour("text"), by=40)
        assert ink.left() > 9
        assert ink.right() < seen.width() - 9
