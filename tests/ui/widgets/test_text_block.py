"""Lines of text as rows paint them: how far apart, where they are cut, and where found words are marked."""

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from reader.ui.widgets.text_block import Marking, TextBlock, brought_forward, lay_out
from reader.ui.widgets.theme import Look
from tests.ui.pictures import box

PITCH, WIDTH = 19, 200
BLACK, YELLOW, BLUE = QColor("#000000"), QColor("#ffff00"), QColor("#0000ff")


def block(look: Look, text: str, lines: int) -> TextBlock:
    return lay_out(text, look.font(), WIDTH, lines, PITCH)


def painted(made: TextBlock, marking: Marking | None = None) -> QImage:
    image = QImage(WIDTH + 40, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    made.paint(painter, QPointF(10, 5), BLACK, marking)
    painter.end()
    return image


def row(number: int) -> QRect:
    return QRect(0, 5 + number * PITCH, WIDTH + 40, PITCH)


def test_each_line_stands_in_the_middle_of_its_own(look: Look) -> None:
    made = block(look, "한 줄 " * 60, 3)
    assert made.lines == 3
    seen = painted(made)
    tops = []
    for number in range(3):
        words = box(seen, row(number), BLACK, 120)
        assert 10 <= words.left() <= 12
        assert words.right() <= 10 + WIDTH
        assert abs(words.center().y() - row(number).center().y()) <= 2
        tops.append(words.top() - row(number).top())
    assert max(tops) - min(tops) <= 1
    assert box(seen, row(3), BLACK, 120).isEmpty()


def test_what_fits_is_whole_and_what_does_not_ends_in_dots(look: Look) -> None:
    short = block(look, "한 줄", 3)
    assert (short.lines, short.elided, short.elided_from) == (1, None, 0)
    long = block(look, "word " * 100, 2)
    assert long.elided is not None
    assert long.elided.text().endswith("…")
    assert ("word " * 100)[long.elided_from :].startswith(long.elided.text()[:-1].strip())
    assert (
        long.whole.text() + long.elided.text()[:-1]
        == ("word " * 100)[: len(long.whole.text()) + len(long.elided.text()) - 1]
    )
    alone = block(look, "word " * 100, 1)
    assert (alone.lines, alone.elided_from, alone.whole.text()) == (1, 0, "")
    assert block(look, "", 2).lines == 1
    assert block(look, "x" * 5000, 2).lines == 2


def test_found_words_have_a_ground_where_they_stand(look: Look) -> None:
    text = "one two three"
    marking = Marking(((4, 7),), YELLOW, BLUE)
    seen = painted(block(look, text, 1), marking)
    metrics = look.font()
    ground = box(seen, row(0), YELLOW, 60)
    before, word = (painted(block(look, part, 1)) for part in ("one ", "two"))
    assert not ground.isEmpty()
    assert ground.left() > box(before, row(0), BLACK, 120).right()
    assert abs(ground.width() - box(word, row(0), BLACK, 120).width()) <= 4
    assert not box(seen, row(0), BLUE, 90).isEmpty()
    assert metrics.pixelSize() == 13
    assert box(painted(block(look, text, 1), Marking((), YELLOW, BLUE)), row(0), YELLOW, 60).isEmpty()


def test_words_found_in_a_line_that_was_cut_are_marked_there_and_no_others(look: Look) -> None:
    text = "word " * 100
    made = block(look, text, 2)
    start = made.elided_from
    seen = painted(made, Marking(((start, start + 4), (0, 4), (400, 404)), YELLOW, BLUE))
    for number in (0, 1):
        ground = box(seen, row(number), YELLOW, 60)
        assert 9 <= ground.left() <= 11
        assert 15 <= ground.width() <= 45
    across = painted(made, Marking(((start - 5, start + 4),), YELLOW, BLUE))
    assert not box(across, row(0), YELLOW, 60).isEmpty()
    assert 9 <= box(across, row(1), YELLOW, 60).left() <= 11


@pytest.mark.parametrize(
    ("spans", "fitting", "seen"),
    [
        ((), 5, "one two three four five"),
        (((4, 7),), 7, "one two three four five"),
        (((4, 7),), 6, "one two three four five"),  # it begins too near to the front to be cut before it
        (((19, 23),), 10, "…two three four five"),
        (((19, 23), (20, 21)), 10, "…two three four five"),
    ],
)
def test_a_word_out_of_sight_is_brought_forward_with_some_before_it(
    spans: tuple[tuple[int, int], ...], fitting: int, seen: str
) -> None:
    text = "one two three four five"
    words, moved = brought_forward(text, spans, fitting)
    assert words == seen
    assert [words[first:end] for first, end in moved] == [text[first:end] for first, end in spans]
