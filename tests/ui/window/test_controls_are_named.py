"""Whatever takes the keyboard says what it is: in every place, view and dialog, as a screen reader asks for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.services.profile import Profile
from reader.ui.gallery.scenes import NOW, SCENES, above, enter, leave, mark
from reader.ui.widgets.accessible import spoken
from reader.ui.window.window import MainWindow
from tests.ui.walk.library import ChangingLibrary

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus, off-screen
Role = QAccessible.Role
ROLES: dict[type[QWidget], set[QAccessible.Role]] = {
    QAbstractButton: {Role.Button, Role.CheckBox, Role.RadioButton, Role.PageTab, Role.ButtonMenu, Role.ButtonDropDown},
    QLineEdit: {Role.EditableText},
    QComboBox: {Role.ComboBox},
    QAbstractItemView: {Role.Table, Role.Tree, Role.List},
}


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    library = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    library.write("2025-11-07", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    library.sync()
    shown = Shown(language="en", theme="light", remembers=False)
    _, made = build(Profile(library.profile.places), shown, clock=lambda: NOW)
    made.resize(1280, 800)
    made.show()
    qtbot.waitUntil(lambda: made.is_ready)
    mark(made)
    yield made
    made.close()
    made.deleteLater()


def controls(whole: QWidget) -> Iterator[QWidget]:
    """What takes the keyboard; the inside of what Qt puts together is Qt's."""
    for widget in whole.findChildren(QWidget):
        takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled()
        if widget.isVisible() and takes_keys and not isinstance(widget.parent(), QAbstractSpinBox | QComboBox):
            yield widget


def test_every_control_has_a_name_and_its_role(window: MainWindow) -> None:
    wrong = set()
    for scene in SCENES:
        enter(window, scene)
        QTest.qWait(10)
        for whole in (window, *above(window)):
            for control in controls(whole):
                said = spoken(control)
                assert said is not None
                kind = f"{type(control).__name__} of {type(control.parentWidget()).__name__}, {scene.name}"
                if not said.text(QAccessible.Text.Name):
                    wrong.add(f"{kind}: nameless")
                for base, roles in ROLES.items():
                    if isinstance(control, base) and said.role() not in roles:
                        wrong.add(f"{kind}: {said.role().name}")
        leave(window)
    assert not wrong, "\n".join(sorted(wrong))
