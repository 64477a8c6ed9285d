"""A page of settings: its title above its rows, and which rows a search leaves."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from reader.ui.settings.row import SettingsPage
from reader.ui.widgets.theme import Look


def test_the_title_stands_above_what_was_added_in_its_order(look: Look, page: QWidget) -> None:
    made = SettingsPage(look)
    made.setParent(page)
    made.begin("Reading", "How a paper looks.")
    first = made.add_setting("Text size", "In pixels", QCheckBox())
    second = made.add_setting("Dark", "", QCheckBox())
    made.resize(500, 400)
    made.show()
    intro = next(each for each in made.findChildren(QLabel) if each.text() == "How a paper looks.")
    tops = [each.geometry().top() for each in (made.title, intro, first, second)]
    assert tops == sorted(set(tops))
    assert made.title.geometry().top() == 0
    assert made.title.geometry().bottom() + 1 + look.px(6) == intro.geometry().top()
    assert first.geometry().bottom() + 1 == second.geometry().top()
    assert made.title.font().bold()
    assert made.contentsMargins().left() == 0


def test_a_search_leaves_the_rows_that_have_all_its_words(look: Look, page: QWidget) -> None:
    made = SettingsPage(look)
    made.setParent(page)
    made.begin("Reading")
    size = made.add_setting("Text size", "In pixels", QCheckBox())
    dark = made.add_setting("Dark", "Light letters", QCheckBox())
    other = QLabel("aside")
    made.add_other(other)
    made.show()

    def shown() -> list[bool]:
        return [each.isVisible() for each in (size, dark, other)]

    assert made.narrow(())
    assert shown() == [True, True, True]
    assert made.narrow(("pixels", "size"))
    assert shown() == [True, False, False]
    assert not made.narrow(("nothing", "size"))
    assert made.narrow(("reading",))
    assert Qt.FocusPolicy.NoFocus == size.focusPolicy()
