"""Thirty scenes: what is done at the window, and which paper is open then. After each step everybody agrees on it.

The library: 1–4 in the post of 3 February, 5–7 of 2 February, 8–12 of 2 January; 5 and 10 speak of 빙하, 3 and 8 of
이미지 생성. The list is newest first, so that it begins with 1.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.walk.acts import act
from tests.ui.walk.desk import Desk
from tests.ui.walk.library import ChangingLibrary, key_of
from tests.ui.walk.truth import disagreements, note_disagreement

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")  # menus, offscreen


class Scene(NamedTuple):
    """What is done, step by step, and what is so in the end."""

    about: str
    steps: str
    place: str
    opened: int
    is_listed: bool = True


SCENES = (
    Scene("a cleared search leads back to the paper chosen there", "click 2 · / · type 빙하 · Down · Ctrl+F · Esc", "all", 2),
    Scene("emptying the field does so too", "click 2 · / · type 빙하 · Down · Ctrl+F · Backspace · Backspace", "all", 2),
    Scene("while one types, the open paper stays though it is not found", "click 2 · / · type 빙하", "search:빙하", 2, False),
    Scene("a syllable being composed changes nothing of it", "click 2 · / · compose 빙", "search:빙", 2, False),
    Scene("one that is found is chosen in the answer", "click 5 · / · type 빙하", "search:빙하", 5),
    Scene("Enter opens the first one found", "click 2 · / · type 빙하 · Return", "search:빙하", 5),
    Scene("another query keeps what is open", "/ · type 빙하 · Down · / · type 이미지", "search:이미지", 5, False),
    Scene("Esc closes what is offered, then the search", "click 3 · / · type 이 · Esc · Esc", "all", 3),
    Scene("a search from Unread leads back to Unread", "place unread · click 6 · / · type 빙하 · Down · Ctrl+F · Esc", "unread", 6),
    Scene("a place comes back with its paper", "click 3 · place unread · click 6 · place all", "all", 3),
    Scene("and the other with its own", "click 3 · place unread · click 6 · place all · place unread", "unread", 6),
    Scene("a place never seen keeps the open paper", "click 6 · place unread", "unread", 6),
    Scene("or shows it beside a list without it", "click 6 · B · place day:2025-02-03", "day:2025-02-03", 6, False),
    Scene("J then begins at the top", "click 6 · place day:2025-02-03 · J", "day:2025-02-03", 1),
    Scene("an empty place leaves the paper open", "click 6 · place bookmarked", "bookmarked", 6, False),
    Scene("and B puts it there", "click 6 · place bookmarked · B · wait", "bookmarked", 6),
    Scene("a post rewritten without the open paper: the one below", "click 2 · rewrite 2025-02-03 1 3 4", "all", 3),
    Scene("the last of a list: the one above", "click 12 · rewrite 2025-01-02 8 9 10 11", "all", 11),
    Scene("a post deleted: the first below it", "click 3 · remove 2025-02-03", "all", 5),
    Scene("a post rewritten with the open paper: nothing moves", "click 3 · rewrite 2025-02-03 3 1", "all", 3),
    Scene("new posts come: nothing moves", "click 3 · rewrite 2025-02-04 20 21 22", "all", 3),
    Scene("during a search its neighbour there", "/ · type 빙하 · Return · rewrite 2025-02-02 6 7", "search:빙하", 10),
    Scene("a marked paper is beside the list when its mark goes", "click 6 · B · place bookmarked · B · wait", "bookmarked", 6),
    Scene("undo brings a bookmark back, nothing else", "click 6 · B · J · Ctrl+Z · wait", "all", 7),
    Scene("undone elsewhere, the open paper stays", "click 6 · B · place bookmarked · elsewhere off 6 · wait", "bookmarked", 6),
    Scene("several selected, then a place: one is open", "click 2 · extend 4 · place unread", "unread", 4),
    Scene("several selected, one of them goes", "click 2 · extend 4 · rewrite 2025-02-03 1 2 4", "all", 4),
    Scene("all selected at a place without the open paper: it stays open", "click 9 · place day:2025-02-03 · Ctrl+A", "day:2025-02-03", 9, False),
    Scene("and stay selected when the keyboard comes back", "click 9 · place day:2025-02-03 · Ctrl+A · focus search · focus list", "day:2025-02-03", 9, False),
    Scene("all of one paper selected: it is open", "label a 6 · click 9 · place label:a · Ctrl+A", "label:a", 6),
    Scene("the last added to a selection is open", "click 2 · add 4 · add 6", "all", 6),
    Scene("the open paper is taken out of the selection: the nearest", "click 2 · add 4 · add 4", "all", 2),
    Scene("another is taken out: nothing is opened", "click 2 · add 4 · add 2", "all", 4),
    Scene("back is back", "click 2 · click 6 · Alt+Left", "all", 2),
    Scene("and forward", "click 2 · click 6 · click 9 · Alt+Left · Alt+Left · Alt+Right", "all", 6),
    Scene("back to another place", "click 2 · place unread · click 6 · Alt+Left", "all", 2),
    Scene("back from a search", "click 2 · / · type 빙하 · Return · Alt+Left", "all", 2),
    Scene("forward into the search", "click 2 · / · type 빙하 · Return · Alt+Left · Alt+Right", "search:빙하", 5),
    Scene("back past a paper that is gone", "click 2 · click 6 · click 9 · rewrite 2025-02-02 5 7 · Alt+Left", "all", 2),
    Scene("a label removed leads to All", "label a 6 · place label:a · click 6 · unlabel a · wait", "all", 6),
    Scene("a label whose making is undone does too", "label a 6 7 · place label:a · click 6 · Ctrl+Z · wait", "all", 6),
    Scene("another order keeps the paper", "click 6 · sort 2 · wait", "all", 6),
    Scene("an order of its own in a search", "/ · type 이미지 · Return · sort 1 · wait", "search:이미지", 8),
    Scene("an unread paper whose post goes is no longer in Unread", "click 2 · B · place unread · rewrite 2025-02-03 1 3 4", "unread", 3),
    Scene("one that stayed after R stays when its post is rewritten", "place unread · click 2 · R · rewrite 2025-02-03 1 2 3 4 · wait", "unread", 2),
    Scene("R in Unread keeps it until one moves on", "place unread · click 6 · R · wait", "unread", 6),
    Scene("and then it is gone", "place unread · click 6 · R · J · wait", "unread", 7),
    Scene("the lens goes on from the open paper", "click 2 · L · J · J", "all", 4),
    Scene("and back again", "click 2 · L · J · J · K · L", "all", 3),
    Scene("a row of the list is gone to in the lens", "L · click 9", "all", 9),
    Scene("another section stays at the paper", "click 6 · L · 3 · 5 · ]", "all", 6),
    Scene("a place chosen in the lens begins at its first paper", "click 9 · L · place day:2025-02-03", "day:2025-02-03", 1),
    Scene("B in the lens is about the paper at the top", "click 2 · L · J · B · wait", "all", 3),
    Scene("a post deleted under the lens: the neighbour", "click 3 · L · remove 2025-02-03", "all", 5),
    Scene("a paper of a list that is out of date, and gone", "click 2 · rewrite 2025-02-04 20 21 · remove 2025-02-02 · click 6 · wait · click 8", "all", 8),
    Scene("papers side by side, and back to the one chosen there", "click 2 · C · J · C · K · Esc", "all", 2),
    Scene("a place chosen leads back from them", "click 2 · C · J · C · place unread", "unread", 3),
    Scene("the row of the table is the open paper", "click 2 · G, T · J · J · Esc", "all", 4),
    Scene("a note wanted in the table is written beside the page", "click 2 · G, T · J · E · wait", "all", 3),
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    library = ChangingLibrary(tmp_path / "posts", tmp_path / "profile")
    library.write("2025-02-03", [1, 2, 3, 4])
    library.write("2025-02-02", [5, 6, 7])
    library.write("2025-01-02", [8, 9, 10, 11, 12])
    library.profile.settings.set("read_after", 600.0)
    library.sync()
    desk = Desk(library)
    yield desk
    desk.close()


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.about)
def test_list_page_title_note_and_keys_are_about_one_paper(scene: Scene, desk: Desk) -> None:
    for step in scene.steps.split(" · "):
        act(desk, step)
        assert (step, disagreements(desk.window) + note_disagreement(desk.window)) == (step, [])
    state, papers = desk.window.state, desk.window.papers
    assert (str(state.place), state.key) == (scene.place, key_of(scene.opened))
    assert papers.current_key() == (key_of(scene.opened) if scene.is_listed else None)
    assert _marked_by_b(desk) == set(state.targets())


def test_a_place_comes_back_as_it_was_scrolled_and_a_paper_as_it_was_read(desk: Desk) -> None:
    desk.window.resize(800, 480)
    act(desk, "rewrite 2025-01-01 " + " ".join(map(str, range(20, 40))))
    act(desk, "wait")
    act(desk, "click 30")
    act(desk, "scroll 0.5")
    listed, read = desk.window.papers.top(), desk.window.view.scroll_position()
    assert listed > (0, 0)
    assert read > 0
    for step in ("place unread", "click 2", "place all"):
        act(desk, step)
    assert desk.window.state.key == key_of(30)
    assert desk.window.papers.top() == listed
    assert abs(desk.window.view.scroll_position() - read) < 0.05


def _marked_by_b(desk: Desk) -> set[str]:
    """The papers that B stars, or takes the star from."""
    marks = desk.window.session.marks
    before = marks.keys("bookmarked")
    desk.window.papers.table.setFocus()
    desk.press("B")
    return before ^ marks.keys("bookmarked")
