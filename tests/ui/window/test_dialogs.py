"""The table of keys."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.actions.action_table import ACTIONS, MENUS
from reader.ui.actions.actions import Actions, action_text, key_text
from reader.ui.widgets.theme import Look
from reader.ui.window.dialogs import show_keys


@pytest.fixture
def keys(page: QWidget, look: Look) -> QDialog:
    show_keys(page, look, Actions(page))
    [dialog] = page.findChildren(QDialog)
    return dialog


def labels(dialog: QDialog) -> list[str]:
    return [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]


def test_every_action_with_a_key_is_in_the_table_below_its_menu(keys: QDialog) -> None:
    said = labels(keys)
    for spec in ACTIONS:
        if spec.keys:
            place = said.index("  ·  ".join(map(key_text, spec.keys)))
            assert said[place + 1] == action_text(spec)
    for _, title in MENUS:
        assert title in said
    titles = {each.text(): each for each in keys.findChildren(QLabel)}
    assert titles["Library"].font().bold()
    assert not titles["F5"].font().bold()


def test_what_is_typed_leaves_the_rows_that_have_it(keys: QDialog) -> None:
    field = keys.findChild(QLineEdit)
    assert field.accessibleName() == field.placeholderText() == "Find a key or an action"
    field.setText("bookmark")
    said = labels(keys)
    assert key_text("B") in said
    assert "F5" not in said and "Library" not in said
    field.setText("posts look")
    assert [each for each in labels(keys) if each == "F5"] == ["F5"]
    field.setText("")
    assert "Library" in labels(keys)


def test_it_is_no_larger_than_the_window_and_the_field_has_the_keyboard(keys: QDialog, page: QWidget) -> None:
    assert keys.windowTitle() == "Keys"
    assert (keys.width(), keys.height()) == (660, 560)
    assert keys.focusWidget() is keys.findChild(QLineEdit)
    field, table = keys.findChild(QLineEdit), keys.findChild(QScrollArea)
    buttons = keys.findChild(QDialogButtonBox)

    def place(widget: QWidget) -> QRect:
        return QRect(widget.mapTo(keys, widget.rect().topLeft()), widget.size())

    assert place(field).bottom() < place(table).top() <= place(table).bottom() < place(buttons).top()
    assert table.height() > 400


def test_close_closes_it_for_good(keys: QDialog, page: QWidget, qtbot: QtBot) -> None:
    keys.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close).click()
    qtbot.waitUntil(lambda: not page.findChildren(QDialog))


def test_keys_and_what_they_do_stand_in_rows_with_room_between(keys: QDialog, look: Look) -> None:
    grids = keys.findChildren(QGridLayout)
    assert grids
    for grid in grids:
        assert (grid.horizontalSpacing(), grid.verticalSpacing()) == (look.px(12), look.px(2))
        assert (grid.columnStretch(0), grid.columnStretch(1)) == (0, 1)


def test_all_keys_are_in_sight_in_a_window_of_1280_px(page: QWidget, look: Look, qtbot: QtBot) -> None:
    page.resize(1280, 800)
    show_keys(page, look, Actions(page))
    [dialog] = page.findChildren(QDialog)
    qtbot.waitExposed(dialog)
    table = dialog.findChild(QScrollArea)
    assert len(table.widget().findChildren(QGridLayout)) == 4
    assert table.verticalScrollBar().maximum() == 0
