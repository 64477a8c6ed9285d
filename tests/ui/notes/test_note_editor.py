"""Writing a note: tasks, lists, links and their completion, by keys and mouse; a composed syllable is left alone."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QInputMethodEvent, QKeyEvent, QTextCursor, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.notes.note_completion import Candidate, PaperCompletion
from reader.ui.notes.note_documents import NoteDocuments
from reader.ui.notes.note_editor import NoteEditor
from reader.ui.notes.note_links import NoteLink, QuoteSource, quotation
from reader.ui.widgets.theme import Look

PAPERS = [
    Candidate("2501.00001", "Folding Long Texts"),
    Candidate("2501.00002", "Faster Folding"),
    Candidate("https://openreview.net/forum?id=abcdefgh", "빙하의 흐름"),
]


def find(typed: str, most: int) -> list[Candidate]:
    return [paper for paper in PAPERS if typed.casefold() in f"{paper.key} {paper.title}".casefold()][:most]


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, "light")


@pytest.fixture
def editor(look: Look, qtbot: QtBot) -> Iterator[NoteEditor]:
    made = NoteEditor()
    qtbot.addWidget(made)
    documents = NoteDocuments(look)
    made.setDocument(documents.open("a", "", None).document)
    made.resize(700, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made


def write(editor: NoteEditor, text: str) -> None:
    editor.setPlainText(text)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.processEvents()


def point_of(editor: NoteEditor, words: str) -> QPoint:
    """The middle of the first character of some words."""
    cursor = editor.document().find(words)
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionStart())
    return editor.cursorRect(cursor).center() + QPoint(4, 0)


def click(qtbot: QtBot, editor: NoteEditor, words: str, *, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, modifier, point_of(editor, words))


def formats(editor: NoteEditor, line: int) -> list[QTextLayout.FormatRange]:
    return editor.document().findBlockByNumber(line).layout().formats()


def compose(editor: NoteEditor, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def test_the_mouse_over_a_syllable_being_composed_points_at_nothing(editor: NoteEditor) -> None:
    write(editor, "글")
    compose(editor, "한")
    end = editor.cursorRect().center()
    assert editor._spot_at(QPointF(end - QPoint(3, 0))) is None
    QTest.mouseMove(editor.viewport(), end)  # Qt would warn of a place outside the text
    compose(editor, "", commit="한")
    assert editor._spot_at(QPointF(end - QPoint(3, 0))) is not None


# Tasks and lists


def test_a_click_on_the_box_ticks_a_task_and_undo_takes_it_back(editor: NoteEditor, qtbot: QtBot) -> None:
    write(editor, "- [ ] 표 확인\n- [ ] 다음")
    click(qtbot, editor, "[ ]")
    assert editor.toPlainText() == "- [x] 표 확인\n- [ ] 다음"
    click(qtbot, editor, "[x]")
    assert editor.toPlainText() == "- [ ] 표 확인\n- [ ] 다음"
    editor.undo()
    assert editor.toPlainText() == "- [x] 표 확인\n- [ ] 다음"


def test_a_click_beside_the_box_ticks_nothing(editor: NoteEditor, qtbot: QtBot) -> None:
    write(editor, "- [ ] 표 확인")
    click(qtbot, editor, "확인")
    assert editor.toPlainText() == "- [ ] 표 확인"


def test_ctrl_enter_ticks_the_task_of_the_line(editor: NoteEditor, qtbot: QtBot) -> None:
    write(editor, "🙂\n> 1. [ ] 인용 속 할 일")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == "🙂\n> 1. [x] 인용 속 할 일"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("- one", "- one\n- "),
        ("  * [x] done", "  * [x] done\n  * [ ] "),
        ("9. nine", "9. nine\n10. "),
        ("> quoted", "> quoted\n> "),
        ("- ", ""),
        ("plain", "plain\n"),
        ("-not a list", "-not a list\n"),
    ],
)
def test_enter_goes_on_with_a_list(editor: NoteEditor, qtbot: QtBot, line: str, after: str) -> None:
    write(editor, line)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == after


# How it looks


def test_headings_are_larger_by_their_level(editor: NoteEditor) -> None:
    write(editor, "# 하나\n### 셋\n글")
    heights = [editor.document().findBlockByNumber(line).layout().lineAt(0).height() for line in range(3)]
    assert heights[0] > heights[1] > heights[2]


def test_code_between_fences_is_no_markdown(editor: NoteEditor) -> None:
    write(editor, "```\n# no heading\n```\n# heading")
    bold = [any(f.format.fontWeight() == QFont.Weight.Bold for f in formats(editor, line)) for line in range(4)]
    assert bold == [False, False, False, True]


def test_a_done_task_is_struck_through(editor: NoteEditor) -> None:
    write(editor, "- [x] done")
    assert any(f.format.fontStrikeOut() for f in formats(editor, 0))


def test_formats_stand_at_the_right_letters_behind_an_emoji(editor: NoteEditor) -> None:
    write(editor, "🙂🙂 [[2501.00001]]")
    [link] = [f for f in formats(editor, 0) if f.format.fontUnderline()]
    assert (link.start, link.length) == (7, 10)  # in UTF-16: two emoji of two, a space, two brackets


def test_a_lost_quote_is_text_and_the_other_a_link(editor: NoteEditor, look: Look) -> None:
    documents = NoteDocuments(look)
    place = QuoteSource("2501.00001", "method")
    note = documents.open("b", f"{quotation('gone', 'M', place)}\n\n{quotation('here', 'M', place)}", None)
    note.highlighter.set_lost([(place, "gone")])
    underlined = [
        any(f.format.fontUnderline() for f in note.document.findBlockByNumber(n).layout().formats()) for n in (1, 4)
    ]
    assert underlined == [False, True]


@pytest.mark.parametrize("line", ["**a ", "`", "`a", "_a", "[[a|", "[a](https://", "- [ ] ", "> ", "🙂"])
def test_a_hostile_line_does_not_hold_the_window_up(look: Look, line: str) -> None:
    begun = time.process_time()
    NoteDocuments(look).open("a", line * 20_000, None)
    assert time.process_time() - begun < 5  # 0.1 s; without a bound it was half a minute


def test_many_lost_quotes_in_one_block_are_told_quickly(look: Look) -> None:
    place = QuoteSource("2501.00001", "method")
    text = (quotation("\n".join("abcdefghij"), "M", place) + "\n") * 500
    note = NoteDocuments(look).open("a", text, None)
    begun = time.process_time()
    note.highlighter.set_lost([(place, "other words")])
    assert time.process_time() - begun < 5


# Links


def test_ctrl_click_follows_a_link_and_a_plain_click_does_not(editor: NoteEditor, qtbot: QtBot) -> None:
    followed: list[NoteLink] = []
    editor.link_activated.connect(lambda link, _words: followed.append(link))
    write(editor, "see [[2501.00001]] and https://example.org/x .")
    click(qtbot, editor, "2501")
    assert followed == []
    click(qtbot, editor, "2501", ctrl=True)
    click(qtbot, editor, "example", ctrl=True)
    click(qtbot, editor, "and", ctrl=True)
    assert [(link.paper, link.address) for link in followed] == [("2501.00001", ""), ("", "https://example.org/x")]


def test_a_plain_click_on_a_quotes_place_goes_there_with_its_words(editor: NoteEditor, qtbot: QtBot) -> None:
    write(editor, quotation("토큰을 두 번\n접는다.", "Method", QuoteSource("2501.00001", "method")))
    with qtbot.waitSignal(editor.link_activated) as told:
        click(qtbot, editor, "Method")
    assert told.args[0].place == QuoteSource("2501.00001", "method")
    assert told.args[1] == "토큰을 두 번\n접는다."


def test_dragging_over_a_quotes_place_selects_and_goes_nowhere(editor: NoteEditor, qtbot: QtBot) -> None:
    followed: list[object] = []
    editor.link_activated.connect(lambda link, _words: followed.append(link))
    write(editor, quotation("말", "Method", QuoteSource("2501.00001", "method")))
    start, end = point_of(editor, "Method"), point_of(editor, "Method") + QPoint(30, 0)
    QTest.mousePress(editor.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(editor.viewport(), end)
    QTest.mouseRelease(editor.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert followed == []


def test_ctrl_enter_follows_the_link_at_the_cursor(editor: NoteEditor, qtbot: QtBot) -> None:
    write(editor, "see [[2501.00001]]")
    with qtbot.waitSignal(editor.link_activated):
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == "see [[2501.00001]]"


# Completion


def test_papers_are_offered_behind_two_brackets_and_enter_takes_one(
    editor: NoteEditor, look: Look, qtbot: QtBot
) -> None:
    completion = PaperCompletion(look, editor, find)
    QTest.keyClicks(editor, "see [[fold")
    assert completion.offered == ["2501.00001", "2501.00002"]
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "see [[2501.00002]]"
    assert completion.offered == []
    editor.undo()
    assert editor.toPlainText() == "see [[fold"


def test_the_list_is_clicked_and_the_editor_keeps_the_keyboard(editor: NoteEditor, look: Look, qtbot: QtBot) -> None:
    completion = PaperCompletion(look, editor, find)
    QTest.keyClicks(editor, "[[")
    offer = completion._list
    assert offer is not None
    QTest.mouseClick(offer.viewport(), Qt.MouseButton.LeftButton, pos=offer.visualItemRect(offer.item(2)).center())
    assert editor.toPlainText() == "[[https://openreview.net/forum?id=abcdefgh]]"
    assert editor.hasFocus()


def test_the_list_follows_the_line_it_is_about_and_goes_with_it(editor: NoteEditor, look: Look, qtbot: QtBot) -> None:
    completion = PaperCompletion(look, editor, find)
    write(editor, "\n".join(f"line {n}" for n in range(60)))
    QTest.keyClicks(editor, "[[fold")
    offer, bar = completion._list, editor.verticalScrollBar()
    assert offer is not None and bar.value() > 10
    place = offer.geometry()
    bar.setValue(bar.value() - 1)
    scrolled = offer.geometry()
    assert scrolled != place
    offer.place_at(editor)
    assert offer.geometry() == scrolled
    assert completion.offered
    bar.setValue(0)
    assert completion.offered == []


def test_escape_closes_the_list_alone(editor: NoteEditor, look: Look, qtbot: QtBot) -> None:
    completion = PaperCompletion(look, editor, find)
    escaped: list[None] = []
    editor.escaped.connect(lambda: escaped.append(None))
    QTest.keyClicks(editor, "[[fold")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert (completion.offered, escaped) == ([], [])
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert escaped == [None]


def test_a_syllable_being_composed_is_looked_for_and_not_disturbed(
    editor: NoteEditor, look: Look, qtbot: QtBot
) -> None:
    completion = PaperCompletion(look, editor, find)
    QTest.keyClicks(editor, "[[")
    compose(editor, "빙")
    assert completion.offered == [PAPERS[2].key]
    assert editor.textCursor().block().layout().preeditAreaText() == "빙"
    compose(editor, "", commit="빙")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == f"[[{PAPERS[2].key}]]"


def test_brackets_that_close_already_are_not_doubled(editor: NoteEditor, look: Look, qtbot: QtBot) -> None:
    completion = PaperCompletion(look, editor, find)
    write(editor, "[[]]")
    for _ in range(2):
        QTest.keyClick(editor, Qt.Key.Key_Left)
    QTest.keyClicks(editor, "fast")
    completion.accept()
    assert editor.toPlainText() == "[[2501.00002]]"


def test_nothing_is_offered_for_a_link_that_is_whole(editor: NoteEditor, look: Look, qtbot: QtBot) -> None:
    completion = PaperCompletion(look, editor, find)
    write(editor, "[[2501.00001]] ")
    QTest.keyClicks(editor, "x")
    assert completion.offered == []


def test_the_list_closes_when_the_cursor_leaves_the_link(editor: NoteEditor, look: Look) -> None:
    completion = PaperCompletion(look, editor, find)
    QTest.keyClicks(editor, "see [[fold")
    assert completion.offered
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert completion.offered == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_S])
def test_while_the_list_is_open_escape_alone_is_no_shortcut(editor: NoteEditor, look: Look, key: Qt.Key) -> None:
    completion = PaperCompletion(look, editor, find)
    QTest.keyClicks(editor, "[[fold")
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    asked.ignore()
    completion.eventFilter(editor, asked)
    assert asked.isAccepted() is (key == Qt.Key.Key_Escape)
