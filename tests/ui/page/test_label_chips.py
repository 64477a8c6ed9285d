"""Labels of the open paper as chips."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from reader.render.theme import LIGHT
from reader.ui.page.header.label_chips import LabelChip
from reader.ui.widgets.label_colours import chip_colours
from tests.ui.pictures import at, box, is_near, picture


def test_a_chip_is_named_and_reached_by_tab(page: QWidget) -> None:
    chip = LabelChip("읽을 것", "green", LIGHT, page)
    assert (chip.text(), chip.toolTip(), chip.accessibleName()) == ("읽을 것", "읽을 것", "Label 읽을 것")
    assert chip.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert chip.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert chip.sizeHint().width() == QFontMetrics(chip.font()).horizontalAdvance("읽을 것") + 2 * 8


def test_its_name_stands_on_its_colour(page: QWidget) -> None:
    chip = LabelChip("가", "red", LIGHT, page)
    chip.resize(chip.sizeHint())
    chip.show()
    seen = picture(chip)
    _, words = chip_colours("red", LIGHT)
    assert not box(seen, seen.rect(), words, 60).isEmpty()
    middle = at(seen, 4, seen.height() // 2)
    assert middle.red() > middle.green() and not is_near(middle, LIGHT.page, 8)
