"""Words that paint themselves: plain text, one line with its rest in the tool tip, or several."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words
from tests.ui.pictures import box, is_painted_anew, picture

LONG = "아주 긴 글을 적은 메모리로 읽는 방법을 찾는 것이 목표이다."


def words(look: Look, page: QWidget, text: str, width: int, step: int = 0) -> Words:
    made = Words(look, step, parent=page)
    made.resize(width, made.sizeHint().height())
    made.set_words(text)
    made.show()
    return made


def test_tags_are_shown_as_they_are_written(look: Look, page: QWidget) -> None:
    made = words(look, page, "<b>굵게</b> & 더", 400)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == "<b>굵게</b> & 더"
    assert made.alignment() == Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def test_what_has_no_room_is_in_the_tool_tip(look: Look, page: QWidget) -> None:
    made = words(look, page, LONG, 100)
    assert made.toolTip() == LONG
    made.set_words("짧다")
    assert made.toolTip() == ""
    made.set_words(LONG)
    assert made.toolTip() == LONG
    made.resize(made.sizeHint())
    assert made.toolTip() == ""
    assert box(picture(made), made.rect(), look.colour("text"), 60).right() <= made.width()


def test_one_line_is_as_large_as_its_words_and_gives_way_where_it_stretches(look: Look, page: QWidget) -> None:
    made = words(look, page, LONG, 100, step=2)
    metrics = QFontMetrics(look.font(2))
    assert made.sizeHint().toTuple() == (metrics.horizontalAdvance(LONG) + 1, metrics.height())
    assert made.minimumSizeHint() == made.sizeHint()
    assert not made.hasHeightForWidth()
    assert made.heightForWidth(50) == metrics.height()
    made.set_stretching()
    assert made.minimumSizeHint().toTuple() == (30, metrics.height())
    assert made.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding


def test_several_lines_are_as_high_as_it_takes(look: Look, page: QWidget) -> None:
    made = words(look, page, LONG, 120)
    made.set_wrapping(centred=False)
    made.set_words(LONG + " ")
    metrics = QFontMetrics(look.font(0))
    flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
    needed = metrics.boundingRect(QRect(0, 0, 120, 10_000), flags, LONG + " ").height()
    assert made.hasHeightForWidth()
    assert made.heightForWidth(120) == needed >= 3 * metrics.height()
    assert made.heightForWidth(1000) == metrics.height()
    assert made.toolTip() == ""
    assert made.alignment() & Qt.AlignmentFlag.AlignLeft
    made.set_wrapping()
    assert made.alignment() & Qt.AlignmentFlag.AlignHCenter


def test_another_colour_is_painted_at_once(look: Look, page: QWidget) -> None:
    made = words(look, page, "글", 100)
    assert is_painted_anew(made, lambda: made.set_colour("accent"))
    assert not box(picture(made), made.rect(), look.colour("accent"), 60).isEmpty()
