"""Buttons that paint themselves: as wide as what is on them, in the colours of their state."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reader.render.theme import DARK, LIGHT
from reader.ui.widgets.buttons import KeyButton, LinkButton, TextButton, badge_size, paint_key
from reader.ui.widgets.theme import Look
from tests.ui.pictures import at, box, is_near, is_painted_anew, picture


def shown(button: QWidget) -> QImage:
    button.resize(button.sizeHint())
    button.show()
    QApplication.processEvents()
    return picture(button)


def test_a_button_is_as_wide_as_what_is_on_it(look: Look, page: QWidget) -> None:
    words = QFontMetrics(look.font()).horizontalAdvance("북마크")
    assert KeyButton(look, "", "star", "B", page).sizeHint().toTuple() == (33, 28)
    assert KeyButton(look, "북마크", parent=page).sizeHint().toTuple() == (20 + words, 28)
    assert KeyButton(look, "북마크", "star", parent=page).sizeHint().width() == 20 + words + 19
    with_key = KeyButton(look, "북마크", key="B", parent=page)
    assert with_key.sizeHint().width() == 20 + words + 6 + badge_size(look, "B").width()
    with_menu = KeyButton(look, "북마크", parent=page)
    with_menu.setMenu(QMenu(with_menu))
    assert with_menu.sizeHint().width() == 20 + words + 14
    assert with_menu.minimumSizeHint() == with_menu.sizeHint()


def test_the_badge_of_a_key_is_as_wide_as_the_key_and_at_least_a_square(look: Look) -> None:
    assert badge_size(look, "I").toTuple() == (16, 16)
    wide = badge_size(look, "Ctrl+Shift+F")
    assert wide.width() == QFontMetrics(look.font(-3)).horizontalAdvance("Ctrl+Shift+F") + 8
    assert wide.height() == 16


def test_an_icon_alone_stands_in_the_middle(look: Look, page: QWidget) -> None:
    seen = shown(KeyButton(look, "", "star", parent=page))
    star = box(seen, seen.rect().adjusted(2, 2, -2, -2), look.theme.text, 60)
    assert abs(star.center().x() - 16) <= 1
    assert abs(star.center().y() - 13) <= 1
    assert 11 <= star.width() <= 15


def test_icon_words_and_key_stand_in_a_row(look: Look, page: QWidget) -> None:
    button = KeyButton(look, "북마크", "star", "B", page)
    seen, theme = shown(button), look.theme
    inside = seen.rect().adjusted(2, 2, -2, -2)
    dark = box(seen, inside, theme.text, 60)
    assert 8 <= dark.left() <= 11
    words = box(seen, QRect(10 + 15 + 2, 2, 200, 24), theme.text, 60)
    assert 26 <= words.left() <= 30
    assert abs(words.center().y() - 14) <= 3
    badge = box(seen, QRect(button.width() - 10 - 16, 4, 17, 20), theme.line, 1)
    assert badge.right() in (button.width() - 11, button.width() - 10)
    assert abs(badge.center().y() - 14) <= 1
    key = box(seen, badge.adjusted(2, 2, -2, -2), theme.muted, 60)
    assert abs(key.center().x() - badge.center().x()) <= 1
    assert words.right() < badge.left()


def test_a_checked_buttons_icon_is_red_and_a_disabled_button_is_muted(look: Look, page: QWidget) -> None:
    button, theme = KeyButton(look, "가", "star", parent=page), look.theme
    inside = QRect(2, 2, 22, 24)
    assert box(shown(button), inside, theme.accent, 40).isEmpty()
    button.setCheckable(True)
    button.setChecked(True)
    assert not box(shown(button), inside, theme.accent, 40).isEmpty()
    button.setChecked(False)
    button.setEnabled(False)
    seen = shown(button)
    assert box(seen, seen.rect(), theme.text).isEmpty()
    assert not box(seen, seen.rect(), theme.muted).isEmpty()


def test_another_drawing_can_be_shown(look: Look, page: QWidget) -> None:
    button = KeyButton(look, "", "star-outline", parent=page)
    outline = shown(button)
    button.set_icon_name("star")
    full = shown(button)
    assert not is_near(at(outline, 16, 14), look.theme.text, 60)
    assert is_near(at(full, 16, 14), look.theme.text, 60)


def test_a_button_with_a_menu_has_an_arrow_at_its_end(look: Look, page: QWidget) -> None:
    button = KeyButton(look, "가", parent=page)
    plain = box(shown(button), QRect(2, 2, 200, 24), look.theme.text, 60)
    button.setMenu(QMenu(button))
    seen = shown(button)
    arrow = box(seen, QRect(button.width() - 20, 2, 18, 24), look.theme.text, 150)
    assert plain.right() < arrow.left()
    assert button.width() - 13 <= arrow.right() <= button.width() - 10
    assert 5 <= arrow.width() <= 8 and arrow.height() <= 6
    assert abs(arrow.center().y() - 14) <= 2
    button.setEnabled(False)
    room = QRect(button.width() - 20, 2, 18, 24)
    assert box(shown(button), room, look.theme.text, 40).isEmpty(), "as muted as its words"


@pytest.mark.parametrize("kind", ["key", "link"])
def test_ground_and_outline_say_the_state(kind: str, look: Look, page: QWidget, qtbot: QtBot) -> None:
    theme = look.theme
    button = KeyButton(look, "가나다", parent=page) if kind == "key" else LinkButton("가나다", theme, parent=page)
    button.move(50, 50)
    seen = shown(button)
    assert is_near(at(seen, 4, 8), theme.field)
    assert is_near(at(seen, 0, seen.height() // 2), theme.line, 4)
    QTest.mouseMove(button)
    assert is_near(at(shown(button), 4, 8), theme.hover)
    button.setDown(True)
    assert is_near(at(shown(button), 4, 8), theme.selected)
    button.setDown(False)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    ring = theme.accent if kind == "key" else theme.focus
    assert is_near(at(shown(button), 0, seen.height() // 2), ring, 4)


@pytest.mark.parametrize("kind", [LinkButton, TextButton])
def test_links_are_reached_by_tab_and_say_with_the_mouse_that_they_are_links(
    kind: type[LinkButton], page: QWidget
) -> None:
    button = kind("가나다", LIGHT, parent=page)
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus
    assert button.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert button.testAttribute(Qt.WidgetAttribute.WA_Hover)
    assert button.text() == "가나다"


def test_a_link_is_as_wide_as_its_words_and_its_key(page: QWidget) -> None:
    button = LinkButton("PDF", LIGHT, parent=page)
    words = QFontMetrics(button.font()).horizontalAdvance("PDF")
    assert button.sizeHint().width() == words + 22
    button.set_key("O")
    small = button._badge_font()
    assert small.pixelSize() == max(9, button.font().pixelSize() - 3)
    assert button.sizeHint().width() == words + 22 + 8 + QFontMetrics(small).horizontalAdvance("O") + 8 - 3
    metrics = QFontMetrics(button.font())
    assert button.sizeHint().height() == max(metrics.height(), round(metrics.ascent() * 1.25)) + 9


def test_the_key_of_a_link_stands_behind_its_words(page: QWidget) -> None:
    button = LinkButton("PDF", LIGHT, "O", page)
    seen = shown(button)
    words = box(seen, seen.rect().adjusted(3, 3, -3, -3), LIGHT.text, 60)
    assert 11 <= words.left() <= 14
    advance = QFontMetrics(button.font()).horizontalAdvance("PDF")
    badge = box(seen, QRect(11 + advance + 3, 3, 60, seen.height() - 6), LIGHT.page, 1)
    assert not badge.isEmpty()
    key = box(seen, QRect(11 + advance + 8, 3, 60, seen.height() - 6), LIGHT.muted, 60)
    assert key.left() >= words.right() + 8
    assert abs(key.center().y() - seen.height() // 2) <= 2
    assert key.right() <= seen.width() - 5


def test_a_link_takes_other_colours(page: QWidget) -> None:
    button = LinkButton("PDF", LIGHT, parent=page)
    button.set_theme(DARK)
    assert is_near(at(shown(button), 4, 8), DARK.field)


def test_a_quiet_button_has_muted_words_until_the_mouse_is_on_it(page: QWidget, qtbot: QtBot) -> None:
    button = TextButton("숨기기", LIGHT, parent=page)
    button.move(50, 50)
    metrics = QFontMetrics(button.font())
    assert button.sizeHint().toTuple() == (metrics.horizontalAdvance("숨기기") + 2, metrics.height() + 4)
    seen = shown(button)
    assert not box(seen, seen.rect(), LIGHT.muted, 40).isEmpty()
    assert box(seen, seen.rect(), LIGHT.text, 40).isEmpty()
    QTest.mouseMove(button)
    assert not box(shown(button), seen.rect(), LIGHT.text, 40).isEmpty()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    seen = shown(button)
    middle = seen.rect().center()
    for x, y in ((0, middle.y()), (seen.width() - 1, middle.y()), (middle.x(), 0), (middle.x(), seen.height() - 1)):
        assert is_near(at(seen, x, y), LIGHT.focus, 30)


def test_a_badge_ends_where_it_is_told_around_its_middle(look: Look) -> None:
    image = QImage(120, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_key(painter, look, "I", 100, 20)
    painter.end()
    assert box(image, image.rect(), look.colour("line"), 20) == QRect(84, 12, 16, 16)


@pytest.mark.parametrize("kind", ["key", "link"])
def test_corners_are_round(kind: str, look: Look, page: QWidget) -> None:
    button = KeyButton(look, "가나다", parent=page) if kind == "key" else LinkButton("가나다", LIGHT, parent=page)
    seen, line = shown(button), look.theme.line
    straight = [x for x in range(12) if is_near(at(seen, x, 0), line, 8)]
    assert straight[0] == 4
    assert is_near(at(seen, seen.width() // 2, 0), line, 1)


def test_whatever_is_shown_otherwise_is_painted_at_once(look: Look, page: QWidget) -> None:
    button, link = KeyButton(look, "가", "star", parent=page), LinkButton("PDF", LIGHT, parent=page)
    shown(button)
    shown(link)
    assert is_painted_anew(button, look.changed.emit)
    assert is_painted_anew(button, lambda: button.set_icon_name("check"))
    assert is_painted_anew(button, lambda: button.set_key("B"))
    assert is_painted_anew(link, lambda: link.set_theme(DARK))
    assert is_painted_anew(link, lambda: link.set_key("O"))
