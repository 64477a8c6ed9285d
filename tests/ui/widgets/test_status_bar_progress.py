"""The line at the bottom without a window: whose progress is shown, and what is said."""

import pytest
from PySide6.QtWidgets import QWidget

from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look


@pytest.fixture
def bar(look: Look, page: QWidget) -> StatusBar:
    made = StatusBar(look, page)
    made.resize(700, made.sizeHint().height())
    made.show()
    return made


def test_only_who_began_ends_a_progress(bar: StatusBar) -> None:
    one, other = object(), object()
    bar.show_progress(3, 10, "Exporting", of=one)
    assert bar.shows(one)
    assert not bar.shows(other)
    assert (bar._bar.value(), bar._bar.maximum(), bar._bar.accessibleName()) == (3, 10, "Exporting")
    assert (bar._progress_text.text(), bar._right.isHidden(), bar._cancel.isHidden()) == ("Exporting", True, False)
    bar.end_progress(other)
    assert bar.shows(one)
    assert bar._bar.isVisible()
    bar.end_progress(one)
    assert not bar.shows(one)
    assert [widget.isHidden() for widget in (bar._bar, bar._progress_text, bar._cancel)] == [True] * 3
    assert not bar._right.isHidden()
    bar.show_progress(0, 0, "Looking", cancellable=False)
    assert (bar._bar.maximum(), bar._cancel.isHidden()) == (0, True)


def test_what_is_new_is_said_on_a_button_that_is_not_there_otherwise(bar: StatusBar) -> None:
    assert bar.new_words() == ""
    bar.set_new("5 new", "since yesterday")
    assert (bar.new_words(), bar._new.toolTip(), bar._new.isVisible()) == ("5 new", "since yesterday", True)
    bar.set_new("")
    assert bar.new_words() == ""
    assert bar._new.isHidden()
