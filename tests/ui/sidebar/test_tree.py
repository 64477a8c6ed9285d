"""The sidebar, by mouse, keys and counts."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.session.places import ALL, BOOKMARKED, REVISIT, LabelCount, Place, TreeCounts
from reader.ui.sidebar.tree import Tree
from reader.ui.sidebar.tree_model import TreeModel
from reader.ui.widgets.label_colours import dot_colour
from reader.ui.widgets.theme import Look
from tests.ui.mouse import double_click

DAY = Place("day", "2025-12-22")
MONTH = Place("month", "2025-12")
YEAR = Place("year", "2025")


def _counts(days: int = 60, **others: object) -> TreeCounts:
    each = tuple((date(2025, 12, 26) - timedelta(days=i), i % 9 + 1) for i in range(days))
    values: dict[str, object] = {"total": 717, "unread": 128, "bookmarked": 24, "days": each, "tags": (("arxiv", 93),)}
    return TreeCounts(**{**values, **others})  # type: ignore[arg-type]  # names and types as in TreeCounts


@pytest.fixture
def tree(qapp: QApplication, qtbot: QtBot) -> Tree:
    made = Tree(Look(qapp, "light"))
    made.setLocale(QLocale("ko_KR"))
    qtbot.addWidget(made)
    made.resize(231, 600)
    made.set_counts(_counts())
    made.show()
    return made


def _index(tree: Tree, place: Place) -> QModelIndex:
    model = tree.model()
    assert isinstance(model, TreeModel)
    index = model.find(place)
    assert index.isValid(), place
    return index


def _middle(tree: Tree, place: Place) -> QPoint:
    return tree.visualRect(_index(tree, place)).center()


def _shape(model: TreeModel, parent: QModelIndex | None = None) -> list[object]:
    """What the model says, all of it, for comparing."""
    above = parent or QModelIndex()
    rows = [model.index(row, 0, above) for row in range(model.rowCount(above))]
    for index in rows:
        assert model.parent(index) == above
        place = model.line(index).place
        assert place is None or model.find(place) == index
    return [(model.data(i), model.data(i, Qt.ItemDataRole.AccessibleTextRole), _shape(model, i)) for i in rows]


@pytest.mark.parametrize(
    "place",
    [
        ALL,
        DAY,
        MONTH,
        YEAR,
        Place("tag", "a:b"),
        REVISIT,
        Place("label", "a: b"),
        Place("search", "tag:arxiv 이미지: 생성"),
    ],
    ids=str,
)
def test_a_place_comes_back_from_its_text(place: Place) -> None:
    assert Place.parse(str(place)) == place


def test_a_text_that_is_no_place_is_none() -> None:
    assert Place.parse("planet:earth") is None
    assert Place.parse("") is None


@pytest.mark.parametrize(
    ("lang", "day", "month"), [("ko_KR", "22일 월", "12월"), ("en_US", "Mon 22", "December")], ids=["ko", "en"]
)
def test_days_and_months_are_in_the_words_of_the_locale(tree: Tree, lang: str, day: str, month: str) -> None:
    tree.setLocale(QLocale(lang))
    assert tree.model().data(_index(tree, DAY)) == day
    assert tree.model().data(_index(tree, MONTH)) == month


def test_a_screen_reader_hears_the_count(tree: Tree) -> None:
    spoken = tree.model().data(_index(tree, DAY), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("2025년 12월 22일 월요일, 5 ")


def test_a_month_counts_a_paper_of_two_days_once(tree: Tree) -> None:
    days = ((date(2025, 12, 21), 2), (date(2025, 12, 22), 3))
    tree.set_counts(TreeCounts(days=days, periods=(("2025-12", 4), ("2025", 4))))
    assert tree.model().data(_index(tree, Place("month", "2025-12")), Qt.ItemDataRole.ToolTipRole).split()[-2] == "4"


def test_the_newest_month_is_open_at_first(tree: Tree) -> None:
    assert tree.open_places() == ["year:2025", "month:2025-12"]


def test_a_click_chooses(tree: Tree, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tree.place_chosen) as told:
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=_middle(tree, DAY))
    assert told.args == [DAY]
    assert tree.chosen() == DAY


def test_choosing_by_the_program_says_nothing(tree: Tree, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tree.place_chosen):
        assert tree.choose(Place("day", "2025-11-05"))
    assert tree.currentIndex() == _index(tree, Place("day", "2025-11-05"))
    assert tree.isExpanded(_index(tree, Place("month", "2025-11")))


def test_a_search_marks_nothing_and_any_line_can_be_chosen_after(tree: Tree, qtbot: QtBot) -> None:
    tree.choose(ALL)
    assert not tree.choose(Place("search", "이미지"))
    assert not tree.selectionModel().hasSelection()
    with qtbot.waitSignal(tree.place_chosen):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=_middle(tree, ALL))


def test_a_click_on_a_chevron_opens_and_chooses_nothing(tree: Tree, qtbot: QtBot) -> None:
    month = Place("month", "2025-11")
    where = QPoint(35, _middle(tree, month).y())
    with qtbot.assertNotEmitted(tree.place_chosen):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert tree.isExpanded(_index(tree, month))
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert not tree.isExpanded(_index(tree, month))


def test_headers_of_sections_cannot_be_chosen(tree: Tree, qtbot: QtBot) -> None:
    header = tree.model().index(0, 0)
    with qtbot.assertNotEmitted(tree.place_chosen):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(header).center())
        double_click(tree.viewport(), tree.visualRect(header).center())
    assert tree.isExpanded(header)


def test_arrows_walk_over_headers_and_open_and_close(tree: Tree, qtbot: QtBot) -> None:
    tree.choose(Place("range", "last:7"))
    chosen: list[Place] = []
    tree.place_chosen.connect(chosen.append)
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(_index(tree, YEAR))
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert chosen == [YEAR, MONTH]


def test_letters_choose_nothing(tree: Tree, qtbot: QtBot) -> None:
    tree.choose(ALL)
    with qtbot.assertNotEmitted(tree.place_chosen):
        qtbot.keyClicks(tree, "bun")


def test_new_counts_keep_what_is_chosen_open_and_in_sight(tree: Tree, qtbot: QtBot) -> None:
    tree.resize(231, 300)
    tree.choose(DAY)
    tree.expand(_index(tree, Place("month", "2025-11")))
    tree.verticalScrollBar().setValue(150)
    open_places = tree.open_places()
    with qtbot.assertNotEmitted(tree.place_chosen):
        tree.set_counts(_counts(days=75, total=900, undated=2, tags=(("new", 1), ("arxiv", 94))))
    assert tree.currentIndex() == _index(tree, DAY)
    assert tree.open_places() == open_places
    assert tree.verticalScrollBar().value() == 150


def test_a_chosen_day_that_goes_is_not_replaced_by_another_and_marked_when_it_is_back(tree: Tree, qtbot: QtBot) -> None:
    tree.choose(DAY)
    with qtbot.assertNotEmitted(tree.place_chosen):
        tree.set_counts(TreeCounts(total=1))
        assert not tree.currentIndex().isValid()
        tree.set_counts(_counts())
    assert tree.currentIndex() == _index(tree, DAY)


def test_sections_without_lines_are_not_there(tree: Tree) -> None:
    tree.set_counts(TreeCounts(total=1))
    assert tree.model().rowCount() == 1


def test_open_branches_are_restored(tree: Tree) -> None:
    tree.set_open_places(["year:2025", "month:2025-11"])
    assert tree.open_places() == ["year:2025", "month:2025-11"]


_DAYS = st.lists(st.dates(date(2024, 11, 1), date(2025, 2, 1)), unique=True, max_size=12)
_TAGS = st.lists(st.sampled_from("abcdef"), unique=True)


@given(st.lists(st.tuples(_DAYS, _TAGS, st.integers(0, 3)), min_size=1, max_size=6))
def test_whatever_came_before_the_tree_becomes_what_it_is_told(steps: list[tuple[list[date], list[str], int]]) -> None:
    model = TreeModel(QLocale("en_US"))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is model
    for days, tags, number in steps:
        counts = TreeCounts(
            total=number,
            unread=number,
            days=tuple((day, number + 1) for day in days),
            undated=number,
            tags=tuple((tag, 1) for tag in tags),
        )
        model.set_counts(counts)
        fresh = TreeModel(QLocale("en_US"))
        fresh.set_counts(counts)
        assert _shape(model) == _shape(fresh)


def test_days_may_come_in_any_order(tree: Tree) -> None:
    days = list(_counts(days=800).days)
    random.Random(1).shuffle(days)
    tree.set_counts(TreeCounts(days=tuple(days)))
    assert [tree.model().data(tree.model().index(row, 0, _index(tree, YEAR).parent())) for row in range(3)] == [
        "2025",
        "2024",
        "2023",
    ]
    assert tree.choose(BOOKMARKED)


def test_the_keyboard_arriving_chooses_nothing(tree: Tree, qtbot: QtBot) -> None:
    tree.choose(Place("search", "이미지"))
    tree.clearFocus()
    with qtbot.assertNotEmitted(tree.place_chosen):
        tree.setFocus(Qt.FocusReason.TabFocusReason)
    assert tree.hasFocus()
    with qtbot.waitSignal(tree.place_chosen) as told:
        qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert told.args == [ALL]


def _colours(tree: Tree, place: Place, left: int, right: int) -> set[str]:
    row = tree.visualRect(_index(tree, place))
    image = tree.viewport().grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(left, right) for y in range(row.top(), row.bottom())}


def test_due_papers_are_counted_in_a_badge_and_told(tree: Tree) -> None:
    accent = Look(QApplication.instance(), "light").theme.accent  # type: ignore[arg-type]  # there is one
    tree.set_counts(_counts(revisit=12))
    assert accent not in _colours(tree, REVISIT, 180, 230)
    tree.set_counts(_counts(revisit=12, due=3))
    assert accent in _colours(tree, REVISIT, 180, 230)
    said = tree.model().data(_index(tree, REVISIT), Qt.ItemDataRole.AccessibleTextRole)
    assert said in {"Revisit, 12 paper(s), 3 due", "Revisit, 12 papers, 3 due"}  # plurals are the translation's


def test_labels_stand_in_their_own_section_with_their_colour_and_count(tree: Tree) -> None:
    label = Place("label", "arxiv")  # a tag has the same name
    assert not tree.model().find(label).isValid()  # type: ignore[attr-defined]  # a TreeModel
    tree.set_counts(_counts(labels=(LabelCount("arxiv", "green", 7),)))
    green, red = (dot_colour(name, tree._look.theme).name() for name in ("green", "red"))
    assert green in _colours(tree, label, 10, 30)
    tree.set_counts(_counts(labels=(LabelCount("arxiv", "red", 7),)))
    assert _colours(tree, label, 10, 30) & {green, red} == {red}
    headers = [tree.model().data(index) for index in tree._model.section_indexes()]
    assert headers == ["Library", "Labels", "Dates", "Tags"]
    tree.set_counts(_counts())
    assert [tree.model().data(index) for index in tree._model.section_indexes()] == ["Library", "Dates", "Tags"]


def test_unread_papers_of_a_place_are_counted_when_somebody_asks(tree: Tree) -> None:
    asked: list[Place] = []

    def unread_of(place: Place) -> int:
        asked.append(place)
        return 3

    tree.set_unread_of(unread_of)
    tree.grab()
    assert asked == []
    tip = tree.model().data(_index(tree, DAY), Qt.ItemDataRole.ToolTipRole)
    assert tip.endswith("3 unread")
    assert asked == [DAY]


def test_the_other_mouse_button_opens_a_menu_and_chooses_nothing(tree: Tree, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tree.place_chosen):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.RightButton, pos=_middle(tree, DAY))
    where = tree.viewport().mapToGlobal(_middle(tree, DAY))
    with qtbot.waitSignal(tree.menu_requested) as told:
        QApplication.sendEvent(
            tree.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, _middle(tree, DAY), where)
        )
    assert told.args == [DAY, where]
    tree.choose(BOOKMARKED)
    with qtbot.waitSignal(tree.menu_requested) as told:
        QApplication.sendEvent(
            tree.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        )
    assert told.args[0] == BOOKMARKED


MANY_TAGS = tuple(
    (name, 30 - n) for n, name in enumerate(["이미지", "image", "video", *(f"tag{n}" for n in range(20))])
)


@pytest.mark.parametrize(
    ("typed", "left"), [("", 23), ("vid", 1), ("이밎", 1), ("dlalw", 1), ("TAG1", 11), ("nothing", 0)]
)
def test_many_tags_are_narrowed_by_what_is_typed(tree: Tree, typed: str, left: int) -> None:
    tree.set_counts(_counts(tags=MANY_TAGS))
    assert tree._filter.isVisible()
    tree._filter.setText(typed)
    assert sum(tree._model.find(Place("tag", name)).isValid() for name, _ in MANY_TAGS) == left
    tree._filter.clear()
    assert tree._model.find(Place("tag", "tag19")).isValid()


def test_a_few_tags_need_no_field(tree: Tree) -> None:
    tree.set_counts(_counts(tags=MANY_TAGS[:19]))
    assert not tree._filter.isVisible()


def test_keys_typed_to_find_a_tag_are_letters_and_esc_goes_back_to_the_tree(tree: Tree, qtbot: QtBot) -> None:
    tree.set_counts(_counts(tags=MANY_TAGS))
    tree._filter.setFocus()
    qtbot.keyClicks(tree._filter, "vid")
    assert tree._filter.text() == "vid"
    qtbot.keyClick(tree._filter, Qt.Key.Key_Escape)
    assert tree._filter.text() == ""


def test_stretches_of_days_are_named_in_words(tree: Tree) -> None:
    names = [tree._model.label(tree._model.line(_index(tree, Place("range", value)))) for value in ("week", "last:7")]
    assert names == ["This week", "The last seven posts"]
