"""How a line of the sidebar looks: depth, ground, counts, badges, dots and chevrons, in their places and colours."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from reader.ui.session.places import ALL, BOOKMARKED, REVISIT, LabelCount, Place, TreeCounts
from reader.ui.sidebar.tree import Tree
from reader.ui.sidebar.tree_delegate import TreeDelegate
from reader.ui.sidebar.tree_model import TreeModel
from reader.ui.widgets.label_colours import dot_colour
from reader.ui.widgets.theme import Look
from tests.ui.pictures import at, box, is_near, picture

WIDTH = 231
DAY, MONTH, YEAR = Place("day", "2025-12-22"), Place("month", "2025-12"), Place("year", "2025")
LABEL, TAG = Place("label", "읽을 것"), Place("tag", "arxiv")


@pytest.fixture
def tree(look: Look, qtbot: QtBot) -> Tree:
    made = Tree(look)
    made.setLocale(QLocale("ko_KR"))
    qtbot.addWidget(made)
    made.resize(WIDTH, 700)
    made.set_counts(
        TreeCounts(
            total=1717,
            unread=128,
            bookmarked=24,
            revisit=5,
            due=3,
            days=((date(2025, 12, 22), 5), (date(2024, 1, 2), 4)),
            tags=(("arxiv", 93),),
            labels=(LabelCount("읽을 것", "green", 7),),
        )
    )
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    QTest.mouseMove(made, QPoint(WIDTH - 1, 699))
    return made


def model(tree: Tree) -> TreeModel:
    found = tree.model()
    assert isinstance(found, TreeModel)
    return found


def line(tree: Tree, place: Place) -> QRect:
    """Where a line is, from edge to edge."""
    rect = tree.visualRect(model(tree).find(place))
    return QRect(0, rect.top(), WIDTH, rect.height())


def seen(tree: Tree) -> QImage:
    QApplication.processEvents()
    return picture(tree.viewport())


def words(tree: Tree, place: Place, colour: str) -> QRect:
    """The room that a line's words take, without its count."""
    return box(seen(tree), line(tree, place).adjusted(9, 0, -60, 0), colour)


def test_lines_and_headers_have_their_heights(tree: Tree) -> None:
    delegate = tree.itemDelegate()
    assert isinstance(delegate, TreeDelegate)
    heights = {
        (index.row() == 0, model(tree).line(index).place is None): delegate.sizeHint(QStyleOptionViewItem(), index)
        for index in (model(tree).index(0, 0), model(tree).index(1, 0), model(tree).find(ALL))
    }
    assert heights == {(True, True): QSize(0, 45), (False, True): QSize(0, 34), (True, False): QSize(0, 25)}
    assert line(tree, BOOKMARKED).height() == 25


def test_deeper_lines_begin_further_right(tree: Tree, look: Look) -> None:
    tree.expand(model(tree).find(YEAR))
    tree.expand(model(tree).find(MONTH))
    lefts = [words(tree, place, look.theme.text).left() for place in (ALL, YEAR, MONTH, DAY)]
    assert 16 <= lefts[0] <= 19
    assert 16 <= lefts[1] <= 18  # a chevron
    assert lefts[2] - lefts[1] == 15
    assert 16 + 2 * 15 + 2 <= lefts[3] <= 16 + 2 * 15 + 2 + 4


def test_counts_end_at_one_line_and_are_muted(tree: Tree, look: Look) -> None:
    rights = []
    for place in (ALL, BOOKMARKED, TAG):
        count = box(seen(tree), line(tree, place).adjusted(150, 0, 0, 0), look.theme.muted)
        rights.append(count.right())
        assert abs(count.center().y() - line(tree, place).center().y()) <= 2
    assert all(WIDTH - 19 <= right <= WIDTH - 15 for right in rights)
    assert box(seen(tree), line(tree, BOOKMARKED).adjusted(150, 0, 0, 0), look.theme.text).isEmpty()


def test_the_chosen_line_has_a_round_ground_a_red_name_and_with_the_keyboard_an_outline(
    tree: Tree, look: Look, qtbot: QtBot
) -> None:
    theme = look.theme
    tree.choose(BOOKMARKED)
    tree.clearFocus()
    room, now = line(tree, BOOKMARKED), seen(tree)
    ground = box(now, room, theme.chosen, 1)
    assert (ground.left(), ground.right(), ground.height()) == (8, WIDTH - 9, 25)
    assert not is_near(at(now, 8, room.top()), theme.chosen)  # a round corner
    assert not words(tree, BOOKMARKED, theme.accent).isEmpty()
    assert words(tree, ALL, theme.accent).isEmpty()
    before = box(now, room, theme.accent)
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    outline = box(seen(tree), room, theme.accent)
    assert before.left() > 12
    assert (outline.left(), outline.right()) == (8, WIDTH - 9)


def test_the_line_under_the_mouse_has_a_ground(tree: Tree, look: Look) -> None:
    room = line(tree, BOOKMARKED)
    assert not is_near(at(seen(tree), 100, room.top() + 1), look.theme.hover)
    QTest.mouseMove(tree.viewport(), room.center())
    assert is_near(at(seen(tree), 100, room.top() + 1), look.theme.hover)
    assert not is_near(at(seen(tree), 100, line(tree, ALL).top() + 1), look.theme.hover)


def test_where_papers_would_be_dropped_is_outlined(tree: Tree, look: Look) -> None:
    delegate = tree.itemDelegate()
    assert isinstance(delegate, TreeDelegate)
    delegate.target = LABEL
    tree.viewport().update()
    outline = box(seen(tree), line(tree, LABEL), look.theme.accent)
    assert (outline.left(), outline.right()) == (8, WIDTH - 9)


def test_papers_that_are_due_stand_on_a_red_badge_instead_of_the_count(tree: Tree, look: Look) -> None:
    room = line(tree, REVISIT)
    badge = box(seen(tree), room.adjusted(150, 0, 0, 0), look.theme.accent)
    assert WIDTH - 18 <= badge.right() <= WIDTH - 15
    assert 16 <= badge.height() <= 17 and 16 <= badge.width() <= 19
    assert abs(badge.center().y() - room.center().y()) <= 1
    assert not box(seen(tree), badge, look.theme.on_accent).isEmpty()


def test_a_label_has_a_dot_of_its_colour_before_its_name(tree: Tree, look: Look) -> None:
    room = line(tree, LABEL)
    dot = box(seen(tree), room.adjusted(0, 0, -150, 0), dot_colour("green", look.theme))
    assert (dot.left(), dot.width(), dot.height()) == (17, dot.width(), dot.width())
    assert 7 <= dot.width() <= 9
    assert abs(dot.center().y() - room.center().y()) <= 1
    name = box(seen(tree), room.adjusted(dot.right() + 2, 0, -60, 0), look.theme.text)
    assert 16 + 9 + 8 <= name.left() <= 16 + 9 + 8 + 3


def test_a_branch_has_a_chevron_that_points_down_when_it_is_open(tree: Tree, look: Look) -> None:
    room = line(tree, YEAR)
    place = QRect(15, room.top(), 9, room.height())
    tree.setExpanded(model(tree).find(YEAR), False)
    shut = box(seen(tree), place, look.theme.text)
    tree.setExpanded(model(tree).find(YEAR), True)
    opened = box(seen(tree), place, look.theme.text)
    assert shut.height() > shut.width() - 1
    assert opened.width() >= opened.height()
    assert shut != opened
    for chevron in (shut, opened):
        assert chevron.left() >= 16 and chevron.right() <= 22
        assert abs(chevron.center().y() - room.center().y()) <= 2


def test_a_click_on_a_chevron_is_taken_a_few_pixels_around_it(tree: Tree) -> None:
    delegate = tree.itemDelegate()
    assert isinstance(delegate, TreeDelegate)
    year = delegate.chevron_rect(model(tree).find(YEAR))
    assert (year.left(), year.width(), year.height()) == (8, 22, 25)
    assert delegate.chevron_rect(model(tree).find(ALL)).isEmpty()
    assert delegate.chevron_rect(model(tree).index(1, 0)).isEmpty()
    assert delegate.chevron_rect(model(tree).find(MONTH)).left() == 8 + 15


def test_a_header_is_small_and_muted_and_turns_red_with_the_keyboard(tree: Tree, look: Look, qtbot: QtBot) -> None:
    header = model(tree).index(1, 0)
    rect = tree.visualRect(header)
    room = QRect(0, rect.bottom() + 1 - 26, WIDTH, 26)
    quiet = box(seen(tree), room, look.theme.muted)
    assert 16 <= quiet.left() <= 19
    assert abs(quiet.center().y() - room.center().y()) <= 3
    QTest.mouseMove(tree.viewport(), QPoint(60, rect.center().y()))
    assert not box(seen(tree), room, look.theme.text).isEmpty()
    hovered = box(seen(tree), room, look.theme.text)
    assert hovered.right() > quiet.right() + 5  # a chevron is offered
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    tree.setCurrentIndex(header)
    assert not box(seen(tree), room, look.theme.accent).isEmpty()


def test_words_behind_no_chevron_stand_in_by_their_depth(tree: Tree, look: Look) -> None:
    image = QImage(100, 30, QImage.Format.Format_RGB32)
    image.fill(look.colour("panel"))
    painter = QPainter(image)
    painter.setFont(look.font())
    painter.setPen(look.colour("text"))
    painter.drawText(QRect(0, 0, 100, 30), Qt.AlignmentFlag.AlignVCenter, "22일")
    painter.end()
    bearing = box(image, image.rect(), look.colour("text"), 90).left()
    tree.choose(DAY)
    tree.choose(ALL)
    text = look.colour("text").name()
    found = box(seen(tree), line(tree, DAY).adjusted(9, 0, -60, 0), text, 90)
    assert found.left() - bearing == 16 + 15 * 2 + look.px(2)


def test_years_and_months_open_and_close_and_other_lines_do_not(tree: Tree) -> None:
    found = {}
    for place in (YEAR, MONTH, ALL, BOOKMARKED):
        tree.setCurrentIndex(model(tree).find(place))
        found[place] = tree.is_branch()
    assert found == {YEAR: True, MONTH: True, ALL: False, BOOKMARKED: False}


def test_tab_leaves_the_tree_and_nothing_in_it_is_edited(tree: Tree) -> None:
    assert not tree.tabKeyNavigation()
    assert tree.editTriggers() == Tree.EditTrigger.NoEditTriggers
    assert tree.acceptDrops() and not tree.showDropIndicator()
    assert (tree.isHeaderHidden(), tree.indentation(), tree.rootIsDecorated()) == (True, 0, False)
    assert tree.frameShape() == Tree.Shape.NoFrame
    assert tree.accessibleName() == "Library, dates and tags"


def test_a_month_with_other_days_shows_them_and_one_without_keeps_its_lines(tree: Tree) -> None:
    other = Place("month", "2024-01")
    held = model(tree)

    def days_of(month: Place) -> list[tuple[str, int]]:
        return [(each.name, each.papers) for each in held.line(held.find(month)).lines]

    kept = list(held.line(held.find(other)).lines)
    days = ((date(2025, 12, 22), 7), (date(2025, 12, 23), 1), (date(2024, 1, 2), 4))
    tree.set_counts(TreeCounts(total=1717, days=days))
    assert sorted(days_of(MONTH)) == [("day:2025-12-22", 7), ("day:2025-12-23", 1)]
    assert all(one is two for one, two in zip(held.line(held.find(other)).lines, kept, strict=True))
