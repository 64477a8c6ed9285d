"""A part of the field's page: heading, table, what is said in its stead, and what stands below."""

from PySide6.QtWidgets import QWidget

from reader.ui.across.field.block import Block
from reader.ui.across.field.lines import Line, LineTable
from reader.ui.widgets.theme import Look
from tests.ui.layouts import laid, rows_of


def test_heading_table_and_what_is_added_stand_below_one_another(look: Look, page: QWidget) -> None:
    table, added = LineTable(look, page), QWidget(page)
    block = Block(look, table, page)
    block.add(added)
    block.set_words("Rising terms", "Nothing rises.")
    column = rows_of(block)
    assert column == ((0, 0, 0, 0), 8, [block._words[0], table, block._words[1], added], [0, 0, 0, 0])
    for layout, words in zip(block._words, (block._title, block._nothing), strict=True):
        assert laid(layout) == ((look.px(8), 0, look.px(8), 0), laid(layout).spacing, [words], [0]), (
            "in line with lines"
        )
    assert (block._title.text(), block._nothing.text()) == ("Rising terms", "Nothing rises.")
    assert table.accessibleName() == "Rising terms"


def test_an_empty_table_gives_way_to_a_sentence(look: Look, page: QWidget) -> None:
    table = LineTable(look, page)
    block = Block(look, table, page)
    assert (table.isHidden(), block._nothing.isHidden()) == (True, False)
    table.show_lines(("Term",), [Line(("agent",), 1.0, "agent")])
    block.take_count()
    assert (table.isHidden(), block._nothing.isHidden()) == (False, True)
