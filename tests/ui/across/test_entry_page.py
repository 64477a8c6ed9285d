"""A text of the lens as a document: what is at a point, how words are painted."""

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication

from reader.posts.model import SectionKind
from reader.render.passage import Head, passage
from reader.render.sheet import Look as PageLook
from reader.render.theme import LIGHT
from reader.ui.across.entry_page import EntryPage, Sized
from tests.ui.pictures import box

TEXT = "짧은 글에서는 이득이 없다. [여기](https://example.org)에 있다."


def gains(said: str) -> list[tuple[int, int]]:
    """Where the word 이득 stands."""
    return [(at, at + 2) for at in range(len(said)) if said.startswith("이득", at)]


@pytest.fixture
def text(qapp: QApplication) -> EntryPage:
    font = QFont(qapp.font())
    font.setPixelSize(16)
    look = PageLook(LIGHT, 16, 400)
    page = passage(TEXT, SectionKind.LIMITATIONS, Head("Paper"), look, typeset=lambda _formula: None)
    return EntryPage(page, Sized(LIGHT, font, 400, 1.0))


def seen(text: EntryPage, selected: QTextCursor | None = None, current: int = -1) -> QImage:
    image = QImage(400, text.height, QImage.Format.Format_RGB32)
    image.fill(LIGHT.page)
    painter = QPainter(image)
    text.paint(painter, QPointF(0, 0), QRectF(0, 0, 400, text.height), selected, current)
    painter.end()
    return image


def words(text: EntryPage, said: str) -> QTextCursor:
    found = text.find(said)
    assert not found.isNull()
    return found


def room(text: EntryPage, cursor: QTextCursor) -> QRect:
    """Where words of one line are."""
    first, last = text.rect_of(cursor.selectionStart()), text.rect_of(cursor.selectionEnd())
    return QRect(first.left(), first.top(), last.left() - first.left(), first.height())


def test_selected_words_stand_on_the_accent_colour(text: EntryPage) -> None:
    cursor = words(text, "이득이")
    where = room(text, cursor)
    assert box(seen(text), where, LIGHT.accent).isEmpty()
    found = box(seen(text, cursor), QRect(0, 0, 400, text.height), LIGHT.accent, by=2)
    assert abs(found.left() - where.left()) <= 1
    assert where.width() - 2 <= where.intersected(found).width()


def test_found_words_are_marked_and_the_one_that_one_is_at_stands_out(text: EntryPage) -> None:
    text.mark(gains)
    where = room(text, words(text, "이득"))
    assert not box(seen(text), where, LIGHT.mark, by=2).isEmpty()
    assert box(seen(text), where, LIGHT.accent, by=2).isEmpty()
    assert not box(seen(text, current=0), where, LIGHT.accent, by=2).isEmpty()
    form = QTextCharFormat()
    form.setBackground(QColor(LIGHT.code))
    text.set_under([(words(text, "이득이"), form)])
    assert box(seen(text), where, LIGHT.mark, by=2).isEmpty(), "on a colour the page's own ground stands out"
    assert not box(seen(text), where, LIGHT.page, by=2).isEmpty()


def test_watched_words_have_dots_below(text: EntryPage) -> None:
    assert box(seen(text), room(text, words(text, "이득")), LIGHT.accent, by=60).isEmpty()
    text.light(gains)
    assert not box(seen(text), room(text, words(text, "이득")), LIGHT.accent, by=60).isEmpty()


def test_a_point_is_a_letter_a_link_or_nothing(text: EntryPage) -> None:
    cursor = words(text, "여기")
    middle = QPointF(room(text, cursor).center())
    assert text.link_at(middle) == "https://example.org"
    assert text.link_at(QPointF(room(text, words(text, "이득")).center())) == ""
    assert cursor.selectionStart() <= text.position_at(middle, exact=True) <= cursor.selectionEnd()
    far = QPointF(399, text.height - 2)
    assert text.position_at(far, exact=True) == -1
    assert text.position_at(far) > 0


def test_words_are_quoted_without_those_of_the_program(text: EntryPage) -> None:
    (quoted,) = text.quotations(words(text, "이득이 없다"))
    assert quoted.words == "이득이 없다"
    assert quoted.section == "limitations"
    assert text.quotations(words(text, "Paper")) == []
    assert text.plain(words(text, "이득이 없다")) == "이득이 없다"
    first, last = words(text, "이득이").selectionStart(), words(text, "이득이").selectionEnd()
    assert text.cursor(first, last).selectedText() == "이득이"
