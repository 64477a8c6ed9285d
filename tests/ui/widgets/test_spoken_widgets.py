"""What a screen reader is told of a widget and of what is in it."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from reader.ui.widgets.accessible import SpokenWidget


def test_it_is_described_by_its_own_words_or_by_its_tool_tip(page: QWidget) -> None:
    made = SpokenWidget(page, QAccessible.Role.Document)
    page.setAccessibleName("Paper")
    page.setToolTip("what it does")
    assert made.text(QAccessible.Text.Name) == "Paper"
    assert made.text(QAccessible.Text.Description) == "what it does"
    page.setAccessibleDescription("in its own words")
    assert made.text(QAccessible.Text.Description) == "in its own words"
    assert made.text(QAccessible.Text.Value) == ""
    assert made.role() == QAccessible.Role.Document


def test_in_it_are_the_widgets_that_are_seen(page: QWidget) -> None:
    words, button, hidden = QLabel("words", page), QPushButton("press", page), QLabel("hidden", page)
    words.setGeometry(10, 10, 100, 20)
    button.setGeometry(10, 40, 100, 20)
    words.show()
    button.show()
    hidden.hide()
    made = SpokenWidget(page, QAccessible.Role.Grouping)
    assert [each.object() for each in made.children()] == [words, button]
    assert made.childCount() == 2
    assert made.child(1).object() is button
    assert made.child(2) is None
    assert made.child(-1) is None
    centre = button.mapToGlobal(button.rect().center())
    assert made.childAt(centre.x(), centre.y()).object() is button
    assert made.childAt(centre.x() + 300, centre.y()) is None
    assert made.indexOfChild(made.child(1)) == 1
    assert made.indexOfChild(QAccessible.queryAccessibleInterface(hidden)) == -1
