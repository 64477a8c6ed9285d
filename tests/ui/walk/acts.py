"""What is done at the desk, as short lines: "click 3", "type 빙하", "Esc", "rewrite 2025-02-03 1 3"."""

from collections.abc import Callable

from reader.marks.store import MarkStore
from reader.posts.model import PaperKey
from reader.ui.session.places import Place
from tests.ui.walk.desk import CONTROL, SHIFT, Desk
from tests.ui.walk.library import key_of

Act = Callable[[Desk, list[str]], object]


def act(desk: Desk, line: str) -> None:
    """Do what a line says; a line that begins with no known word is a key."""
    word, *rest = line.split()
    known = ACTS.get(word)
    if known is not None:
        known(desk, rest)
    else:
        desk.press(line)


def elsewhere(desk: Desk, mark: Callable[[MarkStore], object]) -> None:
    """Another program marks something; the window sees it when it looks the next time."""
    mark(desk.library.profile.marks)
    desk.look()


def _click(desk: Desk, rest: list[str]) -> None:
    desk.click_paper(key_of(int(rest[0])))


def _add(desk: Desk, rest: list[str]) -> None:
    desk.click_paper(key_of(int(rest[0])), CONTROL)


def _extend(desk: Desk, rest: list[str]) -> None:
    desk.click_paper(key_of(int(rest[0])), SHIFT)


def _place(desk: Desk, rest: list[str]) -> None:
    kind, _, value = " ".join(rest).partition(":")
    assert desk.click_place(Place(kind, value)), f"{rest} is not in the tree"  # type: ignore[arg-type]


def _rewrite(desk: Desk, rest: list[str]) -> None:
    desk.library.write(rest[0], [int(number) for number in rest[1:]])
    desk.sync()


def _remove(desk: Desk, rest: list[str]) -> None:
    desk.library.remove(rest[0])
    desk.sync()


def _sort(desk: Desk, rest: list[str]) -> None:
    """Choose an order by its place in the menu, from 0."""
    button = desk.window.papers.header.sort
    desk.click(button, button.rect().center())
    for key in ("Home", *["Down"] * int(rest[0]), "Return"):
        desk.press(key)


def _bookmark_elsewhere(desk: Desk, rest: list[str]) -> None:
    elsewhere(desk, lambda marks: marks.set_bookmarks(_keys(rest[1:]), rest[0] == "on"))


def _label(desk: Desk, rest: list[str]) -> None:
    desk.window.session.set_label(_keys(rest[1:]), rest[0], True)
    desk.wait_a_moment()


def _keys(rest: list[str]) -> list[PaperKey]:
    return [key_of(int(number)) for number in rest]


ACTS: dict[str, Act] = {
    "click": _click,
    "add": _add,
    "extend": _extend,
    "place": _place,
    "type": lambda desk, rest: desk.type(" ".join(rest)),
    "compose": lambda desk, rest: desk.compose(rest[0]),
    "scroll": lambda desk, rest: desk.scroll_page(float(rest[0])),
    "sort": _sort,
    "rewrite": _rewrite,
    "remove": _remove,
    "elsewhere": _bookmark_elsewhere,
    "label": _label,
    "unlabel": lambda desk, rest: desk.window.labelling.remove(rest[0]),
    "rename": lambda desk, rest: desk.window.session.edit_labels(lambda marks: marks.rename_label(*rest)),
    "wait": lambda desk, rest: desk.wait_a_moment(),
    "resize": lambda desk, rest: desk.window.resize(int(rest[0]), int(rest[1])),
}
