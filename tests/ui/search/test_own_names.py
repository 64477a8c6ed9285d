"""What a person says of names in the window: by links above an answer, in the list, and what a term is called."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.marks.store import MarkStore
from reader.search.model import Understood
from reader.search.snippets import Highlighter
from reader.services.own_names import Judged, OwnNames
from reader.services.search_result import SearchResult
from reader.ui.search.names_dialog import NamesDialog
from reader.ui.search.nothing_here import NothingHere
from reader.ui.search.search_notice import SearchNotice
from reader.ui.widgets.theme import Look


@pytest.fixture
def own(tmp_path: Path) -> Iterator[OwnNames]:
    with MarkStore(tmp_path / "marks.sqlite", tmp_path / "backups") as marks:
        yield OwnNames(lambda: marks, tmp_path / "names.txt", tmp_path / "copy.txt")


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication, own: OwnNames) -> NamesDialog:
    own.say_other("주의", "attention")
    made = NamesDialog(Look(qapp, "light"), own, lambda change: change(own))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.show()  # Enter presses the default button of a dialog that is shown
    qtbot.addWidget(made)
    return made


def _shown(dialog: NamesDialog) -> list[str]:
    return [dialog.pairs.item(row).text() for row in range(dialog.pairs.count())]


def test_the_links_of_an_answer_say_which_names_mean_the_same(qtbot: QtBot, qapp: QApplication) -> None:
    notice = SearchNotice(Look(qapp, "light"))
    qtbot.addWidget(notice)
    meant = (Understood("concept", "어텐션", "attention, 주의"),)
    offered = (("격자 정리", "lattice cleaning"),)
    notice.show_finding(SearchResult("어텐션", 1, (), Highlighter(), understood=meant, offered=offered))
    said: list[tuple[str, str, str]] = []
    notice.same_said.connect(lambda name, other: said.append(("same", name, other)))
    notice.other_said.connect(lambda name, other: said.append(("other", name, other)))

    for link in range(4):
        notice.linkActivated.emit(str(link))

    assert said == [
        ("other", "어텐션", "attention"),
        ("other", "어텐션", "주의"),
        ("same", "격자 정리", "lattice cleaning"),
        ("other", "격자 정리", "lattice cleaning"),
    ]


def test_pairs_are_added_and_taken_back_by_keys_alone(qtbot: QtBot, dialog: NamesDialog, own: OwnNames) -> None:
    dialog.name.setText("종이 접기")
    dialog.other.setText("paper folding")
    qtbot.keyClick(dialog.other, Qt.Key.Key_Return)
    assert _shown(dialog) == ["종이 접기 = paper folding", "주의 ≠ attention"]
    assert dialog.name.text() == ""

    dialog.pairs.setCurrentRow(1)
    dialog.pairs.actions()[0].trigger()
    assert own.judged() == Judged((("종이 접기", "paper folding"),), ())


def test_what_can_not_be_said_is_told_and_stays_to_be_mended(dialog: NamesDialog, own: OwnNames) -> None:
    dialog.name.setText("주의")
    dialog.apart.click()
    assert dialog.name.text() == "주의"
    assert own.judged() == Judged((), (("주의", "attention"),))


def test_without_a_pair_the_list_says_how_one_gets_there(dialog: NamesDialog) -> None:
    line = dialog.pairs.findChild(NothingHere)
    assert not line.isVisible()
    dialog.pairs.setCurrentRow(0)
    dialog.take_back.click()
    assert line.isVisible()
    assert dialog.pairs.accessibleDescription() == line.text()
