"""What a screen reader is told of a widget that is something else than Qt takes it for."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from reader.ui.widgets.accessible import SpokenWidget

TEXT = QAccessible.Text


@pytest.mark.parametrize(
    ("description", "tip", "told"),
    [("lines", "tip", "lines"), ("", "tip", "tip"), ("lines", "", "lines"), ("", "", "")],
)
def test_name_and_description_are_told_and_else_the_tool_tip(
    page: QWidget, description: str, tip: str, told: str
) -> None:
    widget = QWidget(page)
    widget.setAccessibleName("Labels")
    widget.setAccessibleDescription(description)
    widget.setToolTip(tip)
    spoken = SpokenWidget(widget, QAccessible.Role.Grouping)
    assert spoken.text(TEXT.Name) == "Labels"
    assert spoken.text(TEXT.Description) == told
    assert spoken.text(TEXT.Help) == ""
    assert spoken.role() is QAccessible.Role.Grouping


def test_its_children_are_those_that_are_seen_in_their_places(page: QWidget) -> None:
    widget = QWidget(page)
    widget.setGeometry(20, 30, 200, 100)
    labels = [QLabel(text, widget) for text in ("one", "two", "hidden")]
    for number, label in enumerate(labels):
        label.setGeometry(0, 20 * number, 100, 20)
    widget.show()
    labels[2].hide()
    spoken = SpokenWidget(widget, QAccessible.Role.Grouping)
    assert spoken.childCount() == 2
    assert [spoken.child(n) is None for n in (-1, 0, 1, 2)] == [True, False, False, True]
    assert spoken.indexOfChild(spoken.child(1)) == 1
    corner = widget.mapToGlobal(labels[1].geometry().center())
    assert spoken.childAt(corner.x(), corner.y()).text(TEXT.Name) == "two"
    assert spoken.rect().size() == widget.size()
    assert spoken.rect().topLeft() == widget.mapToGlobal(widget.rect().topLeft())
