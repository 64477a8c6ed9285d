"""Every widget in every state: nothing covers or leaves its neighbours, and whoever hears the window hears names."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTabBar,
    QWidget,
)

from reader.ui.gallery.gallery import widgets
from reader.ui.widgets.theme import Look

FIELDS = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
PIECES = ("together", "buttons")
"""Pictures of bare pieces: who uses them names them."""
OF_QT = ("qt_", "ScrollLeftButton", "ScrollRightButton")
"""How Qt calls the parts that it makes itself."""


@pytest.fixture(scope="module", params=["light-13", "dark-17"])
def shown(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[list[tuple[str, QWidget]]]:
    theme, size = request.param.split("-")
    made = []
    for name, widget, room in widgets(Look(qapp, theme, int(size))):
        widget.resize(*room)
        widget.show()
        made.append((name, widget))
    QApplication.processEvents()
    yield made
    for _, widget in made:
        widget.close()
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def is_of_qt(widget: QWidget) -> bool:
    return widget.objectName().startswith(OF_QT)


def seen(widget: QWidget) -> list[QWidget]:
    """The children that are seen and take room in it."""
    children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [each for each in children if each.isVisible() and not each.isWindow() and not is_of_qt(each)]


def laid_out(widget: QWidget) -> Iterator[QWidget]:
    """A widget and those in it whose children are put beside one another."""
    if isinstance(widget, QAbstractScrollArea | QComboBox | QLineEdit | QTabBar | QSplitter):
        return
    yield widget
    for child in seen(widget):
        yield from laid_out(child)


def called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}"


def test_no_widget_covers_its_neighbour(shown: list[tuple[str, QWidget]]) -> None:
    covered = [
        f"{name}: {called(one)} and {called(other)} in {called(parent)}"
        for name, whole in shown
        for parent in laid_out(whole)
        if parent.layout() is not None
        for one, other in combinations(seen(parent), 2)
        if one.geometry().intersects(other.geometry())
    ]
    assert covered == []


def test_no_widget_sticks_out_of_what_it_is_in(shown: list[tuple[str, QWidget]]) -> None:
    out = [
        f"{name}: {called(child)} in {called(parent)}"
        for name, whole in shown
        for parent in laid_out(whole)
        if parent.layout() is not None and name != "builder"  # a panel that is laid over its window
        for child in seen(parent)
        if not parent.rect().contains(child.geometry())
    ]
    assert out == []


def test_what_can_be_used_has_a_name_and_room_for_it(shown: list[tuple[str, QWidget]]) -> None:
    nameless = []
    for name, whole in shown:
        for kind in FIELDS if name not in PIECES else ():
            for field in whole.findChildren(kind):
                if not field.isVisible() or is_of_qt(field) or isinstance(field.parent(), QComboBox | QTabBar):
                    continue
                text = field.text() if isinstance(field, QAbstractButton) else ""
                if not (text or field.accessibleName() or buddy(whole, field)):
                    nameless.append(f"{name}: {called(field)}")
                assert field.height() >= 14, f"{name}: {called(field)}"
    assert nameless == []


def buddy(whole: QWidget, field: QWidget) -> bool:
    """Whether a label of a form stands for a field."""
    return any(label.buddy() is field for label in whole.findChildren(QLabel))


def test_buttons_have_room_for_their_words(shown: list[tuple[str, QWidget]]) -> None:
    cut = [
        f"{name}: {button.text()}"
        for name, whole in shown
        for button in whole.findChildren(QAbstractButton)
        if button.isVisible() and button.text() and button.width() < button.sizeHint().width() - 1
    ]
    assert cut == []
