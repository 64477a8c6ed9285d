"""The line above a note: its pages, whether it is saved, and how a folded one is begun."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.notes.note_header import NoteHeader
from reader.ui.notes.note_tabs import NoteTabs
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words
from tests.ui.layouts import rows_of
from tests.ui.pictures import box, picture


@pytest.fixture
def header(look: Look, page: QWidget) -> NoteHeader:
    made = NoteHeader(look, page)
    made.resize(600, 40)
    made.set_sides(20, 30)
    made.set_state("Saved", has_failed=False)
    made.show()
    return made


def tabs(header: NoteHeader) -> list[QAbstractButton]:
    [row] = header.findChildren(NoteTabs)
    return sorted(row.findChildren(QAbstractButton), key=lambda each: each.geometry().left())


def buttons(header: NoteHeader) -> dict[str, QToolButton]:
    return {each.text() or each.toolTip(): each for each in header.findChildren(QToolButton)}


def state(header: NoteHeader) -> str:
    [words] = header.findChildren(Words)
    return words.text()


def test_pages_are_named_with_how_many_entries_they_have(header: NoteHeader, look: Look) -> None:
    assert [each.text() for each in tabs(header)] == ["Note · Markdown", "Highlights", "Links"]
    header.set_count("highlights", 12)
    header.set_count("links", 0)
    assert [each.accessibleName() for each in tabs(header)] == ["Note · Markdown", "Highlights 12", "Links"]
    highlights = tabs(header)[1]
    words = QFontMetrics(look.font(-1, bold=True)).horizontalAdvance("Highlights")
    count = QFontMetrics(look.font(-1)).horizontalAdvance("12")
    assert highlights.sizeHint().toTuple() == (words + 1 + 5 + count + 1, 22)
    assert tabs(header)[2].geometry().left() == highlights.geometry().right() + 1 + 16
    highlights.resize(highlights.sizeHint())
    image = picture(highlights)
    plain = QFontMetrics(look.font(-1)).horizontalAdvance("Highlights")
    number = box(image, QRect(plain + 3, 0, 60, 22), look.theme.muted, 60)
    assert plain + 5 <= number.left() <= plain + 8
    assert number.right() <= highlights.width()


def test_the_page_chosen_is_bold_and_underlined(header: NoteHeader, look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(header.page_chosen) as told:
        QTest.mouseClick(tabs(header)[2], Qt.MouseButton.LeftButton)
    assert told.args == ["links"]
    assert [each.isChecked() for each in tabs(header)] == [False, False, True]
    header.set_page("note")
    assert [each.isChecked() for each in tabs(header)] == [True, False, False]
    QTest.mouseMove(header.window())
    note, links = tabs(header)[0], tabs(header)[2]
    line = box(picture(note), note.rect(), look.theme.accent, 1)
    assert (line.left(), line.top(), line.height()) == (0, 20, 2)
    assert line.width() == QFontMetrics(look.font(-1, bold=True)).horizontalAdvance("Note · Markdown")
    assert box(picture(links), links.rect(), look.theme.accent, 1).isEmpty()
    assert not box(picture(note), note.rect(), look.theme.text, 40).isEmpty()
    assert not box(picture(links), links.rect(), look.theme.muted, 40).isEmpty()
    links.setFocus()
    qtbot.waitUntil(links.hasFocus)
    assert not box(picture(links), links.rect(), look.theme.focus, 5).isEmpty()


def test_tabs_stand_at_the_left_and_the_state_at_the_right(header: NoteHeader) -> None:
    [row] = header.findChildren(NoteTabs)
    [words] = header.findChildren(Words)
    versions = buttons(header)["Earlier versions of this note"]
    assert row.geometry().left() == 20
    assert words.geometry().left() > row.geometry().right()
    assert versions.geometry().right() == 600 - 30 - 1
    assert words.alignment() & Qt.AlignmentFlag.AlignRight
    assert versions.accessibleName() == "Earlier versions of this note"
    assert not versions.icon().isNull()


def test_what_has_failed_is_red_and_can_be_tried_again(header: NoteHeader, look: Look, qtbot: QtBot) -> None:
    retry = buttons(header)["Try again"]
    assert retry.isHidden()
    header.set_state("The disk is full", has_failed=True)
    assert state(header) == "The disk is full"
    [words] = header.findChildren(Words)
    assert not box(picture(words), words.rect(), look.theme.accent, 40).isEmpty()
    with qtbot.waitSignal(header.retried):
        retry.click()
    header.set_state("Saved", has_failed=False)
    assert retry.isHidden()
    with qtbot.waitSignal(header.versions_requested):
        buttons(header)["Earlier versions of this note"].click()


def test_a_folded_note_says_how_one_writes_unless_there_is_something_to_tell(header: NoteHeader) -> None:
    versions = buttons(header)["Earlier versions of this note"]
    header.set_state("", has_failed=False)
    header.set_has_note(True)
    assert state(header) == ""
    header.set_folded(True)
    assert (state(header), versions.isHidden()) == ("E: write a note", True)
    header.set_state("Saving…", has_failed=False)
    assert state(header) == "Saving…"
    header.set_state("", has_failed=False)
    header.set_has_note(False)
    assert (state(header), versions.isEnabled()) == ("", False)
    header.set_folded(False)
    assert not versions.isHidden()


@pytest.mark.parametrize("words", ["메모 · Markdown", "하이라이트", "연결", "Highlights"])
@pytest.mark.parametrize("size", [12, 13, 14, 16, 19])
def test_a_tab_that_has_the_room_it_asks_for_shows_all_its_words(look: Look, words: str, size: int) -> None:
    """Advances of letters are fractions: a width that was rounded down would cut the last one."""
    look.set_text_size(size)
    row = NoteTabs(look, ("note",))
    row.set_words("note", words, 3)
    tab = row._tabs["note"]
    room = tab.sizeHint().width() - tab._count_width()
    metrics = QFontMetrics(look.font(-1, bold=True))
    assert metrics.elidedText(words, Qt.TextElideMode.ElideRight, room) == words


def test_a_folded_note_is_begun_by_a_click_anywhere_on_its_line(header: NoteHeader, qtbot: QtBot) -> None:
    chosen: list[str] = []
    header.page_chosen.connect(chosen.append)
    empty = QPoint(header.width() * 6 // 10, header.height() // 2)
    header.set_folded(True)
    qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=empty)
    assert chosen == ["note"]
    header.set_folded(False)
    qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=empty)
    assert chosen == ["note"]


def test_in_a_narrow_pane_the_first_tab_says_no_more_than_is_needed(header: NoteHeader) -> None:
    header.resize(700, header.height())
    assert tabs(header)[0].text() == "Note · Markdown"
    header.resize(360, header.height())
    assert tabs(header)[0].text() == "Note"


def test_tabs_stand_beside_one_another_with_room_between(header: NoteHeader, look: Look) -> None:
    row = header.findChild(NoteTabs)
    found = rows_of(row)
    assert (found.margins, found.spacing, found.parts) == ((0, 0, 0, 0), look.px(16), tabs(header))


def test_a_header_that_was_never_folded_asks_for_nothing_when_it_is_clicked(
    look: Look, page: QWidget, qtbot: QtBot
) -> None:
    made = NoteHeader(look, page)
    made.set_has_note(True)
    made.resize(600, 30)
    made.show()
    assert state(made) == ""
    with qtbot.assertNotEmitted(made.page_chosen):
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=made.rect().center())
