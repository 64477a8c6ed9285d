"""Words are found again where a text was wrapped anew, or is shown otherwise than when they were marked."""

import pytest

from reader.marks.anchors import place_of


def found(quotation: str, text: str, before: str = "", after: str = "") -> str | None:
    place = place_of(quotation, before, after, text)
    return None if place is None else text[slice(*place)]


@pytest.mark.parametrize(
    ("marked", "text", "words"),
    [
        ("$a_1$ 만큼 식는다", "물이 a_1 만큼 식는다.", "a_1 만큼 식는다"),
        ("물이 $E = m c^2$ 만큼", "앞 물이 E=mc^2 만큼 뒤", "물이 E=mc^2 만큼"),
        ("값은 $$L = \\sum_i x_i$$ 이다", "값은\nL = \\sum_i x_i\n이다", "값은\nL = \\sum_i x_i\n이다"),
        ("집합 ${a, b}$ 은", "집합 \\{a, b\\} 은", "집합 \\{a, b\\} 은"),
        ("값 \\(x + y\\) 는", "값 x + y 는", "값 x + y 는"),
        ("값 \\[x + y\\] 는", "값 x + y 는", "값 x + y 는"),
        ("==물==이 [[2601.91011]]이다", "물이 2601.91011이다", "물이 2601.91011이다"),
        ("a_1 만큼", "물이 $a_1$ 만큼", "a_1$ 만큼"),
        ("물이\n끓는다", "물이 끓는다", "물이 끓는다"),
    ],
)
def test_words_are_found_whatever_shows_their_formulas(marked: str, text: str, words: str) -> None:
    assert found(marked, text) == words


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("값 (x + y) 는", "값 x + y 는"),
        ("x = 3 이다", "x 3 이다"),
        ("1.5% 향상", "15% 향상"),
        ("물이 끓는다", "물은 끓는다"),
        ("$", "물"),
        ("", "물"),
        ("$x$ 이다", "y 이다"),
    ],
)
def test_other_words_are_not_found(marked: str, text: str) -> None:
    assert found(marked, text) is None


def test_words_as_they_were_come_before_words_with_other_signs() -> None:
    text = "먼저 a_1 이고, 다음은 $a_1$ 이다."
    assert place_of("$a_1$", "", "", text) == (text.index("$"), text.rindex("$") + 1)


def test_of_several_places_the_surroundings_choose_also_without_signs() -> None:
    text = "첫 줄에 a_1 이 있다. 둘째 줄에 a_1 이 있다."
    assert place_of("$a_1$", "둘째 줄에 ", " 이", text) == (text.rindex("a_1"), text.rindex("a_1") + 3)
