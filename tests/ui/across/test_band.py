"""The band above a view of many papers: what it says, in which order, and what it does in a narrow window."""

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.across.band import Band
from reader.ui.widgets.theme import Look
from tests.ui.layouts import rows_of
from tests.ui.pictures import at, box, is_near, picture


def test_title_detail_buttons_and_the_way_back_stand_in_a_row(look: Look, page: QWidget, qtbot: QtBot) -> None:
    band = Band(look, page)
    band.set_words("All", "12 papers")
    button = QPushButton("Export…", band)
    band.add(button)
    assert rows_of(band) == ((14, 0, 8, 1), 8, [band._title, band._detail, button, band._back], [1, 0, 0, 0])
    assert (band.title, band._detail.text(), band.height()) == ("All", "12 papers", look.px(42))
    assert (band._back.toolTip(), band._back.accessibleName()) == ("Back (Esc)", "Back")
    with qtbot.waitSignal(band.left):
        band._back.click()


def test_both_words_give_way_in_a_narrow_window_and_the_title_is_the_larger(look: Look, page: QWidget) -> None:
    band = Band(look, page)
    band.set_words("A search with very many words " * 4, "12 papers of a very long list of them")
    for words in (band._title, band._detail):
        assert words.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding
        assert words.minimumSizeHint().width() == 30
    sizes = [words._metrics().height() for words in (band._title, band._detail)]
    assert band._title._step - band._detail._step == 3
    assert sizes[0] > sizes[1]


def test_its_ground_is_the_panels_with_a_line_below(look: Look, page: QWidget) -> None:
    band = Band(look, page)
    band.set_words("All", "")
    band.resize(300, band.height())
    band.show()
    seen = picture(band)
    assert is_near(at(seen, 2, 2), look.colour("panel"))
    assert is_near(at(seen, 2, seen.height() - 1), look.colour("line"))
    assert not box(seen, seen.rect(), look.colour("text")).isEmpty()


def test_where_room_is_short_the_detail_gives_way_to_the_title(look: Look, page: QWidget, qtbot: QtBot) -> None:
    band = Band(look, page)
    button = QPushButton("Export…", band)
    band.add(button)
    band.set_words("Bookmarks", "14 papers")
    band.show()
    page.show()
    needed = 14 + 8 + 3 * 8 + button.sizeHint().width() + band._back.sizeHint().width()
    needed += band._title.sizeHint().width() + band._detail.sizeHint().width()
    for width, both in ((needed, True), (needed - 1, False), (needed, True)):
        band.resize(width, band.height())
        assert band._detail.isVisible() is both
        qtbot.waitUntil(lambda: band._title.width() >= band._title.sizeHint().width())
    band.set_words("Bookmarks", "1,400 papers and some")
    qtbot.waitUntil(lambda: not band._detail.isVisible())
    band.set_words("All", "14 papers")
    qtbot.waitUntil(band._detail.isVisible)
