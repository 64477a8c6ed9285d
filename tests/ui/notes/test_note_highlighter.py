"""How a note looks while it is typed: what each mark of Markdown makes of its words."""

import pytest
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextFormat

from reader.ui.notes.note_highlighter import NoteHighlighter
from reader.ui.widgets.theme import Look


def formats(look: Look, text: str, line: int = 0) -> dict[str, QTextCharFormat]:
    """The words of a line that are formatted, with their formats."""
    document = QTextDocument(text)
    NoteHighlighter(look, document).rehighlight()
    return formats_in(document.findBlockByNumber(line))


def formats_in(block: QTextBlock) -> dict[str, QTextCharFormat]:
    content = block.text().encode("utf-16-le")
    found, ranges = {}, block.layout().formats()
    for each in ranges:
        words = content[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le")
        found[words] = QTextCharFormat(each.format)
    return found


def is_muted(form: QTextCharFormat, look: Look) -> bool:
    return form.foreground().color() == look.colour("muted")


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_is_bold_and_as_large_as_its_level_and_its_mark_steps_back(look: Look, level: int) -> None:
    found = formats(look, f"{'#' * level} 제목")
    words, mark = found[" 제목"], found["#" * level]
    larger = (6, 4, 2, 1, 0, 0)[level - 1]
    for form in (words, mark):
        assert form.fontWeight() == QFont.Weight.Bold
        assert form.property(QTextFormat.Property.FontPixelSize) == 14 + larger
    assert is_muted(mark, look)
    assert not is_muted(words, look)


def test_more_than_six_signs_or_none_behind_make_no_heading(look: Look) -> None:
    assert formats(look, "####### 제목") == {}
    assert formats(look, "#제목") == {}


@pytest.mark.parametrize(
    ("text", "mark", "what"),
    [
        ("가 **나 다** 라", "**", "bold"),
        ("가 __나 다__ 라", "__", "bold"),
        ("가 *나 다* 라", "*", "italic"),
        ("가 _나 다_ 라", "_", "italic"),
        ("가 ~~나 다~~ 라", "~~", "struck"),
        ("가 `나 다` 라", "`", "code"),
        ("가 ``나 다`` 라", "``", "code"),
    ],
)
def test_words_between_marks_look_so_and_the_marks_step_back(look: Look, text: str, mark: str, what: str) -> None:
    found = formats(look, text)
    assert found.keys() == {"나 다", mark}
    words = found["나 다"]
    assert is_muted(found[mark], look)
    assert (words.fontWeight() == QFont.Weight.Bold) == (what == "bold")
    assert words.fontItalic() == (what == "italic")
    assert words.fontStrikeOut() == (what == "struck")
    assert (words.background().color() == look.colour("code")) == (what == "code")


@pytest.mark.parametrize("text", ["2 * 3 * 4", "a_b_c", "** a**", "~~ a~~", "~~a", "가*나"])
def test_signs_that_are_no_marks_are_left_alone(look: Look, text: str) -> None:
    assert formats(look, text) == {}


def test_characters_beyond_the_first_plane_move_nothing(look: Look) -> None:
    assert formats(look, "🙂🙂 **굵게** 🙂").keys() == {"**", "굵게"}


def test_bullets_and_boxes_are_red_and_what_is_done_is_struck(look: Look) -> None:
    accent = look.colour("accent")
    for text, mark in (("- 가", "-"), ("* 가", "*"), ("12. 가", "12."), ("3) 가", "3)"), ("> - 가", "-")):
        assert formats(look, text)[mark].foreground().color() == accent
    todo = formats(look, "- [ ] 가 **나**")
    assert todo["[ ]"].foreground().color() == accent
    assert "나" in todo
    for sign in "xX":
        done = formats(look, f"- [{sign}] 가 **나**")
        struck = next(form for words, form in done.items() if "나" in words)
        assert struck.fontStrikeOut() and is_muted(struck, look)
        assert "나" not in done


def test_a_quotation_is_quiet_and_its_sign_quieter(look: Look) -> None:
    found = formats(look, "> 가 나")
    assert is_muted(found["> "], look)
    assert found["가 나"].foreground().color() == look.quiet()


@pytest.mark.parametrize("rule", ["---", "* * *", "____"])
def test_a_rule_steps_back(look: Look, rule: str) -> None:
    assert is_muted(formats(look, rule)[rule], look)


def test_code_between_fences_has_its_ground_until_the_same_fence(look: Look) -> None:
    text = "```\n**a**\n~~~\n```\n**b**"
    code = look.colour("code")
    for line, words in enumerate(("```", "**a**", "~~~", "```")):
        form = formats(look, text, line)[words]
        assert form.background().color() == code
        assert is_muted(form, look) == (words == "```")
    assert formats(look, text, 4).keys() == {"**", "b"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("see [words](https://example.org) now", "words"),
        ("see [[2501.00001]] now", "2501.00001"),
        ("see <https://example.org> now", "https://example.org"),
        ("## see [[2501.00001]]", "2501.00001"),
    ],
)
def test_a_link_is_red_and_underlined(look: Look, text: str, label: str) -> None:
    form = formats(look, text)[label]
    assert form.fontUnderline()
    assert form.foreground().color() == look.colour("accent")


def test_very_long_lines_have_their_links_and_no_more(look: Look) -> None:
    found = formats(look, "**a** " + "x" * 3000 + " [[2501.00001]]")
    assert "a" not in found
    assert "2501.00001" in found


def test_other_colours_are_taken_at_once(look: Look) -> None:
    document = QTextDocument("- 가")
    highlighter = NoteHighlighter(look, document)
    highlighter.rehighlight()
    look.set_theme("dark")
    highlighter.take_look()
    form = formats_in(document.firstBlock())["-"]
    assert form.foreground().color() == look.colour("accent")
    look.set_theme("light")
