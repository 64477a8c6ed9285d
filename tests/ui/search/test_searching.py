"""Searching in the window as a person does it: composing Hangul, completing, narrowing, saving, going back."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.services.query_text import settled, with_operator
from reader.services.search_history import SearchHistory
from reader.services.search_result import SearchResult
from reader.ui.search.query_field import QueryField
from reader.ui.search.suggestions import Suggestion
from reader.ui.session import search_job
from reader.ui.session.places import ALL, Place
from reader.ui.window.window import MainWindow
from reader.ui.window.window_state import WindowState
from tests.factories import paper, post, write_post

IMAGES = PaperKey("2501.00001")
SPLATS = PaperKey("2501.00002")
APART = PaperKey("2501.00003")
SOLID = PaperKey("2501.00004")

PAPERS = [
    paper(1, "Painting Once", "https://arxiv.org/abs/2501.00001", {"Method": "확산 모델로 이미지 생성을 빠르게 한다."}),
    paper(
        2, "Splats", "https://arxiv.org/abs/2501.00002", {"Method": "A diffusion model.", "Results": "이미지가 곱다."}
    ),
    paper(3, "Apart", "https://arxiv.org/abs/2501.00003", {"Method": "학습을 거듭하여 강화하였다."}),
    paper(4, "Solid", "https://arxiv.org/abs/2501.00004", {"Method": "강화학습으로 다듬고 강화 학습을 마친다."}),
]
FEBRUARY = [
    paper(n, f"Folding {n}", f"https://arxiv.org/abs/2502.{n:05d}", {"Method": "글을 접는다. 이미지는 없다."})
    for n in range(1, 31)
]

Waited = Callable[[Callable[[], object]], SearchResult]


@pytest.fixture
def window(qtbot: QtBot, profile: Path, tmp_path: Path) -> Iterator[MainWindow]:
    folder = tmp_path / "posts"
    head = 'layout: post\ntitle: "Daily"\ndate: 2025-01-02 08:15:00\ntags: [papers, generative AI]\ncategories: []'
    write_post(folder, "2025-01-02-daily.md", post(PAPERS, head))
    write_post(folder, "2025-02-03-daily.md", post(FEBRUARY, date="2025-02-03 08:15:00"))
    assert run(["sync", "--profile", str(profile), str(folder)]) == 0
    opened = Profile(ProfilePaths.of(profile))
    opened.settings.set("read_after", 600.0)  # only what a test reads counts as read
    _, made = build(opened, Shown(language="en", theme="light", remembers=False))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.is_ready and made.state.key is not None)
    made.toolbar.search.focus_query()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def answer(window: MainWindow, qtbot: QtBot) -> Waited:
    """Do something that asks a question, and wait for its answer."""

    def wait(ask: Callable[[], object]) -> SearchResult:
        with qtbot.waitSignal(window.search_job.found, timeout=10_000) as found:
            ask()
        finding: SearchResult = found.args[0]
        return finding

    return wait


def field(window: MainWindow) -> QueryField:
    return window.toolbar.search.field


def compose(window: MainWindow, commit: str, preedit: str) -> None:
    """What an input method sends at one key: letters that are done, and the syllable that is being made."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field(window), event)


def whole(finding: SearchResult) -> set[str]:
    """The papers with every word, or one that means the same."""
    return {paper.key for paper in finding.papers if paper.tier != "some"}


def keys(finding: SearchResult) -> set[PaperKey]:
    return {found.key for found in finding.papers}


def press(qtbot: QtBot, window: MainWindow, *pressed: Qt.Key) -> None:
    for key in pressed:
        qtbot.keyClick(field(window), key)  # type: ignore[no-untyped-call]


def entries(window: MainWindow, chip: str) -> dict[str, QAction]:
    """The entries of a chip's menu, by their words without the count."""
    menu = window.searching.strip.menu_of(chip)
    return {action.text().split("\t")[0]: action for action in menu.actions() if action.text()}


# As you type


TYPED = [  # what is committed with a key, and what is then being composed
    ("", "ㅇ", "ㅇ"),
    ("", "이", "이"),
    ("", "임", "임"),
    ("이", "미", "이미"),
    ("", "밎", "이밎"),
    ("미", "지", "이미지"),
    ("지", "", "이미지"),
    (" ", "", "이미지 "),
    ("", "ㅅ", "이미지 ㅅ"),
    ("", "새", "이미지 새"),
    ("", "생", "이미지 생"),
    ("", "생", "이미지 생"),
    ("생", "ㅅ", "이미지 생ㅅ"),
    ("", "서", "이미지 생서"),
    ("", "성", "이미지 생성"),
    ("성", "", "이미지 생성"),
]


def test_typing_image_generation_finds_it_at_each_key(window: MainWindow, qtbot: QtBot) -> None:
    answers: list[SearchResult] = []
    window.search_job.found.connect(answers.append)
    for commit, preedit, seen in TYPED:
        compose(window, commit, preedit)
        assert window.toolbar.search.query() == seen
        assert field(window).hasFocus()
        sought = settled(seen).strip()  # a lone consonant is no word yet: what was found before it stays
        if not sought:
            continue
        qtbot.waitUntil(lambda sought=sought: bool(answers) and answers[-1].query.strip() == sought, timeout=10_000)
        assert IMAGES in keys(answers[-1]), seen
        assert window.papers.count() == answers[-1].total + answers[-1].also > 0
    assert whole(answers[-1]) == {IMAGES}


def test_the_old_list_stays_until_the_new_one_is_there(window: MainWindow, answer: Waited) -> None:
    answer(lambda: field(window).setText("이미지"))
    before = window.papers.count()
    field(window).setText("강화")
    assert window.papers.count() == before > 0


def test_an_operator_without_a_value_changes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.search_job.facets_counted, timeout=10_000):  # all of the answer is there
        field(window).setText("이미지")
    with qtbot.assertNotEmitted(window.search_job.found, wait=150):
        qtbot.keyClicks(field(window), " tag:")  # type: ignore[no-untyped-call]
    assert window.state.place == Place("search", "이미지")
    assert window.papers.count() == 32


def test_the_first_papers_are_there_before_all_of_them(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_job, "_FIRST", (5, 5))
    window.choose_paper(PaperKey("2502.00020"))
    answers: list[SearchResult] = []
    window.search_job.found.connect(answers.append)
    with qtbot.waitSignal(window.search_job.facets_counted, timeout=10_000) as counted:
        field(window).setText("이미지")
    assert [(len(answer.papers), answer.total) for answer in answers] == [(5, 32), (32, 32)]
    assert sum(papers for _, papers in counted.args[0].months) == 32
    assert window.papers.count() == 32
    assert window.papers.current_key() == "2502.00020"
    assert window.papers.table.verticalScrollBar().value() == 0


def test_where_one_has_scrolled_all_papers_come_at_once(
    window: MainWindow, answer: Waited, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(lambda: field(window).setText("이미지"))
    monkeypatch.setattr(search_job, "_FIRST", (5, 5))
    window.choose_paper(PaperKey("2502.00020"))
    assert len(answer(lambda: field(window).setText("글 이미지")).papers) == 32


def test_what_is_selected_stays_and_at_the_top_one_stays_at_the_top(window: MainWindow, answer: Waited) -> None:
    answer(lambda: field(window).setText("이미지"))
    window.choose_paper(IMAGES)
    window.papers.table.scrollToTop()
    answer(lambda: field(window).setText("이미지 글 is:bookmarked"))
    assert window.papers.current_key() is None
    answer(lambda: field(window).setText("이미지"))
    window.choose_paper(PaperKey("2502.00020"))
    window.papers.table.scrollToTop()
    answer(lambda: field(window).setText("글 이미지"))
    assert window.papers.current_key() == "2502.00020"
    assert window.papers.table.verticalScrollBar().value() == 0


def test_what_is_in_sight_stays_where_one_has_scrolled(window: MainWindow, answer: Waited) -> None:
    answer(lambda: field(window).setText("이미지"))
    table = window.papers.table
    window.choose_paper(PaperKey("2502.00020"))
    offset = table.visualRect(table.currentIndex()).top()
    assert table.verticalScrollBar().value() > 0
    answer(lambda: field(window).setText("글 이미지"))
    assert window.papers.current_key() == "2502.00020"
    assert table.visualRect(table.currentIndex()).top() == offset


def test_escape_returns_to_where_one_was(window: MainWindow, answer: Waited, qtbot: QtBot) -> None:
    window.browsing.show_place(Place("month", "2025-02"))
    window.choose_paper(PaperKey("2502.00020"))
    top = window.papers.top()
    field(window).setFocus()
    answer(lambda: qtbot.keyClicks(field(window), "diffusion"))  # type: ignore[no-untyped-call]
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.state.place == Place("month", "2025-02")
    assert window.papers.current_key() == "2502.00020"
    assert window.papers.top() == top
    assert window.searching.strip.isHidden()


# What is said


def test_a_correction_is_said_and_can_be_undone(window: MainWindow, answer: Waited) -> None:
    assert keys(answer(lambda: field(window).setText("difusion"))) == {SPLATS, IMAGES}
    notice = window.searching.notice
    assert notice.isVisible()
    assert "diffusion" in notice.text()
    assert answer(lambda: notice.linkActivated.emit("0")).total == 0
    assert window.toolbar.search.query() == '"difusion"'
    assert notice.isHidden()


def test_what_was_not_understood_is_underlined_until_it_is_another(window: MainWindow, answer: Waited) -> None:
    answer(lambda: field(window).setText("확산 foo:bar"))
    assert field(window).underlined() == [(3, 10)]
    assert "foo:bar" in window.searching.notice.text()
    field(window).setText("확산 foo:ba")
    assert field(window).underlined() == []


def test_the_underline_stands_below_its_characters(window: MainWindow, answer: Waited) -> None:
    answer(lambda: field(window).setText("foo:bar 확산"))
    picture = field(window).grab().toImage()
    ink = field(window)._ink
    columns = [
        x for x in range(picture.width()) if any(picture.pixelColor(x, y) == ink for y in range(picture.height()))
    ]
    ratio = picture.devicePixelRatio()
    width = field(window).fontMetrics().horizontalAdvance("foo:bar") * ratio
    assert columns, "no underline"
    assert columns[0] <= 4 * ratio
    assert abs(columns[-1] - width) < 8 * ratio


def test_papers_whose_words_are_apart_are_counted_and_can_be_had(window: MainWindow, answer: Waited) -> None:
    finding = answer(lambda: field(window).setText("강화 학습"))
    assert (whole(finding), finding.apart) == ({SOLID}, 1)
    assert "1 more" in window.searching.notice.text()
    assert keys(answer(lambda: window.searching.notice.linkActivated.emit("0"))) == {SOLID, APART}


def test_html_in_a_query_is_text(window: MainWindow, answer: Waited) -> None:
    answer(lambda: field(window).setText("foo:<img/src=x>"))
    assert "<img" not in window.searching.notice.text()


def test_reading_every_text_is_said_in_the_status_bar(window: MainWindow, answer: Waited) -> None:
    finding = answer(lambda: field(window).setText("확산"))
    window.search_job.found.emit(finding._replace(scanned=True))
    assert "every text is read" in window.status.message()
    window.search_job.found.emit(finding)
    assert window.status.message() == ""


@pytest.mark.parametrize("goes_on", [False, True])
def test_the_first_paper_is_opened_also_if_it_is_found_only_once_the_library_was_read(
    window: MainWindow, answer: Waited, tmp_path: Path, qtbot: QtBot, goes_on: bool
) -> None:
    before = window.state.key
    qtbot.keyClicks(field(window), "glaciers")  # type: ignore[no-untyped-call]
    assert answer(lambda: press(qtbot, window, Qt.Key.Key_Return)).total == 0
    assert field(window).hasFocus()
    if goes_on:
        window.view.setFocus()
    late = paper(1, "On Glaciers", "https://arxiv.org/abs/2503.00001")
    write_post(tmp_path / "posts", "2025-03-03-daily.md", post([late], date="2025-03-03"))
    window.start_sync()
    qtbot.waitUntil(lambda: window.papers.count() == 1, timeout=20_000)
    if goes_on:
        assert window.state.key == before
    else:
        qtbot.waitUntil(lambda: window.state.key == "2503.00001")
        assert window.papers.table.hasFocus()


# Completion


def offered(window: MainWindow) -> list[str]:
    return [suggestion.text for suggestion in window.searching.completion.offered()]


def test_an_operator_and_its_value_are_completed_by_keys(window: MainWindow, answer: Waited, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(window), "ta")  # type: ignore[no-untyped-call]
    assert offered(window) == ["tag:"]
    press(qtbot, window, Qt.Key.Key_Tab)
    assert window.toolbar.search.query() == "tag:"
    assert offered(window)[0] == "tag:papers "
    press(qtbot, window, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert window.searching.completion.chosen() == 1
    press(qtbot, window, Qt.Key.Key_Up)
    finding = answer(lambda: press(qtbot, window, Qt.Key.Key_Return))
    assert window.toolbar.search.query() == "tag:papers "
    assert finding.total == 34
    assert field(window).hasFocus()
    assert offered(window) == []


def test_the_completion_stays_below_the_field_when_the_window_changes_its_size(
    window: MainWindow, qtbot: QtBot
) -> None:
    bar = window.toolbar.search
    qtbot.keyClicks(field(window), "ti")  # type: ignore[no-untyped-call]
    completion = window.searching.completion
    for width in (900, 1500):
        window.resize(width, 700)
        qtbot.waitUntil(lambda width=width: window.width() == width)
        QApplication.processEvents()
        below = bar.mapTo(window, QPoint(0, bar.height()))
        assert (completion.x(), completion.width()) == (below.x(), max(bar.width(), 320))
        assert completion.isVisible()
    assert bar.width() > 320


def test_escape_closes_the_list_first_and_only_then_leaves(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(window), "tit")  # type: ignore[no-untyped-call]
    assert offered(window) == ["title:"]
    press(qtbot, window, Qt.Key.Key_Escape)
    assert offered(window) == []
    assert window.toolbar.search.query() == "tit"
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.toolbar.search.query() == ""


def test_below_the_last_line_of_the_list_are_the_results(window: MainWindow, answer: Waited, qtbot: QtBot) -> None:
    window.searching.history.add("diffusion model")
    window.searching.history.add("diffusion")
    answer(lambda: qtbot.keyClicks(field(window), "diffu"))  # type: ignore[no-untyped-call]
    assert offered(window) == ["diffusion", "diffusion model"]
    press(qtbot, window, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert field(window).hasFocus()
    press(qtbot, window, Qt.Key.Key_Down)
    assert window.papers.table.hasFocus()
    assert window.papers.current_key() == SPLATS


def test_while_composing_the_list_follows_but_takes_no_key(window: MainWindow, qtbot: QtBot) -> None:
    compose(window, "", "태")
    assert offered(window) == ["태그:"]
    compose(window, "", "택")
    assert offered(window) == ["태그:"]
    press(qtbot, window, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert window.searching.completion.chosen() == -1
    assert window.toolbar.search.query() == "택"
    assert field(window).hasFocus()


def test_a_click_completes_and_the_field_keeps_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(window), "is:")  # type: ignore[no-untyped-call]
    completion = window.searching.completion
    qtbot.mouseClick(completion, Qt.MouseButton.LeftButton, pos=completion._rect_of(1).center())  # type: ignore[no-untyped-call]
    assert window.toolbar.search.query() == "is:read "
    assert field(window).hasFocus()


def test_the_list_closes_when_the_keyboard_goes_elsewhere(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(window), "is:")  # type: ignore[no-untyped-call]
    window.papers.table.setFocus()
    assert offered(window) == []


# History


def test_searches_are_remembered_when_one_was_meant(window: MainWindow, answer: Waited, qtbot: QtBot) -> None:
    answer(lambda: qtbot.keyClicks(field(window), "diff"))  # type: ignore[no-untyped-call]
    assert window.searching.history.recent() == []
    answer(lambda: press(qtbot, window, Qt.Key.Key_Return))
    assert window.searching.history.recent() == ["diff"]
    window.toolbar.search.focus_query()
    field(window).clear()
    qtbot.waitUntil(lambda: window.state.place == ALL)
    press(qtbot, window, Qt.Key.Key_Down)
    assert offered(window) == ["diff"]
    answer(lambda: press(qtbot, window, Qt.Key.Key_Return))
    assert window.toolbar.search.query() == "diff"


def test_nothing_is_remembered_where_nobody_wants_it(window: MainWindow, answer: Waited, qtbot: QtBot) -> None:
    window.settings.set("search_history", False)
    answer(lambda: field(window).setText("diffusion"))
    answer(lambda: press(qtbot, window, Qt.Key.Key_Return))
    assert SearchHistory(window.session.profile.places.searches).recent() == []


def test_the_history_can_be_cleared(window: MainWindow) -> None:
    window.searching.history.add("확산")
    window.actions_["clear_history"].trigger()
    assert not window.session.profile.places.searches.exists()


# Facets


def test_each_number_is_what_narrowing_by_it_finds(window: MainWindow, answer: Waited, qtbot: QtBot) -> None:
    window.session.set_read([IMAGES], True)
    strip = window.searching.strip
    for chip in ("month", "tag", "section", "state"):
        window.toolbar.search.set_query("")
        with qtbot.waitSignal(window.search_job.facets_counted, timeout=10_000):
            answer(lambda: window.search("이미지"))
        assert strip.chip(chip).isEnabled()
        counts = {words: int(action.text().split("\t")[1]) for words, action in entries(window, chip).items()}
        assert counts
        for words, papers in counts.items():
            with qtbot.waitSignal(window.search_job.facets_counted, timeout=10_000):
                answer(lambda: window.search("이미지"))
            action = entries(window, chip)[words]
            assert answer(action.trigger).total == papers, (chip, words)
            assert strip.chip(chip).narrows


def test_a_facet_replaces_another_of_its_kind_and_can_be_taken_back(
    window: MainWindow, answer: Waited, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.search_job.facets_counted, timeout=10_000):
        answer(lambda: field(window).setText("date:2025-02 이미지"))
    assert window.searching.strip.chip("month").text() == "February 2025"
    with qtbot.waitSignal(window.search_job.facets_counted, timeout=10_000):
        answer(entries(window, "month")["All"].trigger)
    assert window.toolbar.search.query() == "이미지"
    assert list(entries(window, "month")) == ["February 2025", "January 2025"]
    answer(entries(window, "month")["January 2025"].trigger)
    assert window.toolbar.search.query() == "date:2025-01 이미지"


def test_a_label_is_a_facet_where_there_are_any(window: MainWindow, answer: Waited, qtbot: QtBot) -> None:
    window.session.marks.set_label([IMAGES], "to read", True)
    with qtbot.waitSignal(window.search_job.facets_counted, timeout=10_000):
        answer(lambda: field(window).setText("이미지"))
    assert window.searching.strip.chip("label").isVisible()
    assert keys(answer(entries(window, "label")["to read"].trigger)) == {IMAGES}


# The builder


def test_the_builder_reads_the_query_and_writes_it(window: MainWindow, answer: Waited) -> None:
    answer(lambda: field(window).setText('is:unread tag:"generative AI" 이미지'))
    window.toolbar.search.filter.click()
    builder = window.searching.builder
    assert builder.isVisible()
    assert (builder.words.text(), builder.tag.currentText(), builder.state.currentIndex()) == (
        "이미지",
        "generative AI",
        2,
    )
    finding = answer(lambda: builder.title.setText("painting"))
    assert whole(finding) == {IMAGES}
    assert finding.query == 'title:painting tag:"generative AI" is:unread 이미지'
    answer(lambda: builder.first.setText("2025-01"))
    assert "date:2025-01.." in window.toolbar.search.query()
    answer(lambda: builder.last.setText("2025-01"))
    assert "date:2025-01 " in window.toolbar.search.query()
    builder.close_panel()
    assert field(window).hasFocus()


@pytest.mark.parametrize(
    "query",
    [
        "확산 OR 로봇",
        "-tag:a 확산",
        'title:(a b) section:results date:2025-01..2025-02 label:"to read" has:note note:x is:read 확산 "a b"',
        "is:bookmarked tag:x",
        "before:2025-10 newer:7d",
        "",
    ],
)
def test_the_builder_loses_nothing_of_a_query(window: MainWindow, query: str) -> None:
    builder = window.searching.builder
    builder.show_query(query)
    written: list[str] = []
    builder.query_changed.connect(written.append)
    builder.words.setText(f"{builder.words.text()} z".strip())
    assert sorted(written[-1].split()) == sorted(f"{query} z".split())


# Saved searches


def save_as(window: MainWindow, name: str) -> None:
    dialog = window.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue(name)
    dialog.accept()


def in_tree(window: MainWindow) -> dict[str, int]:
    return {saved.name: saved.unread for saved in window.browsing.counting.saved}


def test_a_search_is_saved_and_its_count_lives(window: MainWindow, answer: Waited, qtbot: QtBot) -> None:
    answer(lambda: field(window).setText("diffusion OR 강화"))
    window.actions_["save_search"].trigger()
    answer(lambda: save_as(window, "Mine"))
    assert window.tree.chosen() == Place("saved", "Mine")
    qtbot.waitUntil(lambda: in_tree(window) == {"Mine": 4}, timeout=10_000)
    window.session.set_read([SPLATS], True)
    qtbot.waitUntil(lambda: in_tree(window) == {"Mine": 3}, timeout=10_000)
    window.browsing.show_place(ALL)
    assert answer(lambda: window.browsing.show_place(Place("saved", "Mine"))).total == 4
    assert window.toolbar.search.query() == "diffusion OR 강화"


def test_a_saved_search_is_renamed_and_removed(window: MainWindow, qtbot: QtBot) -> None:
    window.session.edit_searches(lambda marks: marks.save_search("Mine", "확산"))
    window.searching.saved._rename("Mine")
    save_as(window, "Ours")
    qtbot.waitUntil(lambda: list(in_tree(window)) == ["Ours"])
    menus = [child for child in window.findChildren(QInputDialog) if child.isVisible()]
    assert menus == []
    window.session.edit_searches(lambda marks: marks.remove_search("Ours"))
    assert in_tree(window) == {}


def test_saving_can_be_undone(window: MainWindow, answer: Waited, qtbot: QtBot) -> None:
    answer(lambda: field(window).setText("diffusion"))
    window.actions_["save_search"].trigger()
    answer(lambda: save_as(window, "Mine"))
    qtbot.waitUntil(lambda: list(in_tree(window)) == ["Mine"])
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: in_tree(window) == {})
    window.actions_["redo"].trigger()
    qtbot.waitUntil(lambda: list(in_tree(window)) == ["Mine"])


def test_a_name_that_is_taken_is_said(window: MainWindow) -> None:
    for name in ("Mine", "Ours"):
        window.session.edit_searches(lambda marks, name=name: marks.save_search(name, name))
    window.searching.saved._rename("Mine")
    save_as(window, "Ours")
    assert "already a saved search" in window.status.message()
    assert list(in_tree(window)) == ["Mine", "Ours"]


def test_a_search_that_was_left_open_has_its_facets_in_the_morning(
    window: MainWindow, profile: Path, qtbot: QtBot
) -> None:
    window.close()
    WindowState(place="search:이미지").write(ProfilePaths.of(profile).state)
    _, again = build(Profile(ProfilePaths.of(profile)), Shown(language="en", theme="light"))
    again.show()
    qtbot.waitUntil(lambda: again.is_ready and again.papers.count() == 32, timeout=10_000)
    qtbot.waitUntil(lambda: again.searching.strip.isVisible() and again.searching.strip.chip("month").isEnabled())
    again.close()
    again.deleteLater()


@pytest.mark.parametrize("query", ["(" * 3000, '"' * 3001, "이미지생성" * 4000, "tag:" * 2000, "a OR " * 2000, "\0힣ﾠ"])
def test_a_hostile_query_is_answered_soon(window: MainWindow, answer: Waited, query: str) -> None:
    began = time.perf_counter()
    answer(lambda: window.toolbar.search.change_query(query + "x"))
    assert time.perf_counter() - began < 5
    began = time.perf_counter()
    compose(window, "", "ㅅ")
    assert time.perf_counter() - began < 0.5


# Places found in the open paper


def test_f3_goes_through_the_places_found(window: MainWindow, answer: Waited, qtbot: QtBot) -> None:
    answer(lambda: field(window).setText("강화"))
    window.choose_paper(SOLID)
    assert window.view.mark_count == 2
    counter = window.view._finder._counter
    assert counter is not None
    assert counter._count.text() == "– / 2"
    for expected in ("1 / 2", "2 / 2", "1 / 2"):
        window.actions_["next_hit"].trigger()
        assert counter._count.text() == expected
    window.actions_["previous_hit"].trigger()
    assert counter._count.text() == "2 / 2"
    window.asking.leave()
    assert counter.isHidden()


def test_typing_marks_the_open_paper_without_writing_it_anew(window: MainWindow, answer: Waited) -> None:
    window.choose_paper(SOLID)
    written: list[object] = []
    window.view._browser.document().contentsChanged.connect(lambda: written.append(1))
    answer(lambda: field(window).setText("강화"))
    assert window.view.mark_count == 2
    assert written == []


def test_a_narrowed_query_means_the_same_with_words_before(window: MainWindow, answer: Waited) -> None:
    finding = answer(lambda: field(window).setText(with_operator("이미지 OR diffusion", "date", "2025-01")))
    assert keys(finding) == {IMAGES, SPLATS}


def test_papers_with_some_words_come_when_nothing_more_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    answers: list[SearchResult] = []
    window.search_job.found.connect(answers.append)
    with qtbot.waitSignal(window.search_job.facets_counted, timeout=10_000):
        field(window).setText("확산 이미지")
    assert [answer.also > 0 for answer in answers] == [False, True]
    assert answers[0].total == answers[1].total


def test_where_no_paper_has_all_words_those_with_some_come_at_once(window: MainWindow, qtbot: QtBot) -> None:
    answers: list[SearchResult] = []
    window.search_job.found.connect(answers.append)
    with qtbot.waitSignal(window.search_job.facets_counted, timeout=10_000):
        field(window).setText("이미지 축구")
    assert [answer.total for answer in answers] == [0]
    assert answers[0].also
    assert answers[0].missing == ("축구",)


def test_one_key_searches_for_just_what_was_typed(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.search_job.facets_counted, timeout=10_000):
        field(window).setText("dlalwl")
    assert "이미지" in window.searching.notice.text()
    window.handlers["as_typed"]()
    assert window.toolbar.search.query() == '"dlalwl"'


def test_words_and_titles_are_offered_while_one_types(window: MainWindow, qtbot: QtBot) -> None:
    window.toolbar.search.focus_query()
    with qtbot.waitSignal(window.search_job.completed, timeout=10_000):
        qtbot.keyClicks(field(window), "fold")  # type: ignore[no-untyped-call]
    offered = [(one.kind, one.text) for one in window.searching.completion.offered()]
    assert ("title", "Folding 1") in offered


def test_a_title_that_is_chosen_opens_its_paper(window: MainWindow, qtbot: QtBot) -> None:
    title = Suggestion(0, 2, "A title", "title", "2502.00020")
    window.toolbar.search.focus_query()
    field(window).setText("im")
    completion = window.searching.completion
    completion.show_content("im", [title])
    assert title in completion.offered()
    completion._accept(completion.offered().index(title))
    assert window.state.key == "2502.00020"


def test_what_is_offered_disturbs_no_syllable_being_composed(window: MainWindow) -> None:
    window.toolbar.search.focus_query()
    QApplication.sendEvent(field(window), QInputMethodEvent("확", []))
    completion = window.searching.completion
    completion.show_content("확", [Suggestion(0, 1, "확산 모델 ", "concept", "diffusion model", 3)])
    assert [one.text for one in completion.offered()][-1:] == ["확산 모델 "]
    assert (field(window).whole_text(), field(window).is_composing(), completion.chosen()) == ("확", True, -1)
    done = QInputMethodEvent("", [])
    done.setCommitString("확")
    QApplication.sendEvent(field(window), done)
    assert field(window).text() == "확"
    completion.show_content("확산", [Suggestion(0, 2, "확산 변환기 ", "concept", "diffusion transformer", 3)])
    assert "확산 변환기 " not in [one.text for one in completion.offered()], (
        "an answer about other words comes too late"
    )


def test_tab_goes_among_the_words_offered_and_down_to_the_results(window: MainWindow, qtbot: QtBot) -> None:
    window.toolbar.search.focus_query()
    field(window).setText("확")
    completion = window.searching.completion
    completion.show_content("확", [Suggestion(0, 1, "확산 모델 ", "concept", "diffusion model", 3)])
    qtbot.keyClick(field(window), Qt.Key.Key_Tab)  # type: ignore[no-untyped-call]
    assert completion.chosen() == 0
    qtbot.keyClick(field(window), Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert window.toolbar.search.query() == "확산 모델 "
    completion.show_content("확산 모델 ", [Suggestion(0, 6, "확산 모델 학습 ", "concept", "", 1)])
    qtbot.keyClick(field(window), Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
    assert completion.offered() == []
    assert window.papers.table.hasFocus()


def test_down_goes_to_the_first_paper_found_unless_the_open_one_is_in_sight(
    window: MainWindow, qtbot: QtBot, answer: Waited
) -> None:
    def go_down() -> PaperKey | None:
        window.toolbar.search.focus_query()
        qtbot.keyClick(field(window), Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
        assert window.papers.table.hasFocus()
        return window.state.key

    finding = answer(lambda: window.toolbar.search.change_query("접는다"))
    assert len(finding.papers) == 30
    first, second, last = finding.papers[0].key, finding.papers[1].key, finding.papers[-1].key
    window.choose_paper(second)
    assert go_down() == second
    window.choose_paper(last)
    window.papers.table.scrollToTop()
    assert window.papers.current_key() == last
    assert go_down() == first
    assert window.papers.current_key() == first


def test_names_said_in_the_window_count_at_once_and_no_more_when_that_is_undone(
    window: MainWindow, answer: Waited
) -> None:
    answer(lambda: window.toolbar.search.change_query("painting"))
    both = answer(lambda: window.session.edit_names(lambda own: own.say_same("painting", "splats")))
    assert {paper.key for paper in both.papers} == {IMAGES, SPLATS}
    alone = answer(window.session.undo)
    assert {paper.key for paper in alone.papers} == {IMAGES}
