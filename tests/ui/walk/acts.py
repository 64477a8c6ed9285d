"""What is done at the desk, as short lines: "click 3", "type 빙하", "Esc", "rewrite 2025-02-03 1 3".

A line means the same in whatever state the window is: "row 7" of five rows is one of them, and of none does nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.marks.store import MarkStore
from reader.posts.model import PaperKey
from reader.ui.session.places import Place
from reader.ui.widgets.language import use_language
from tests.ui.walk.desk import CONTROL, NONE, SHIFT, Desk
from tests.ui.walk.library import key_of
from tests.ui.walk.truth import is_covered

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
    if rest[0] in desk.library.posts:
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


def _row(desk: Desk, rest: list[str]) -> None:
    """Click a row, or its star: "row 3", "row 3 Shift", "row 3 star"."""
    table = desk.window.papers.table
    rows = table.model().rowCount()
    if not rows or not table.isVisible():
        return
    row, how = int(rest[0]) % rows, rest[1] if len(rest) > 1 else ""
    if how == "star":
        table.scrollTo(table.model().index(row, 0))
        rect = table._delegate.star_rect(table.visualRect(table.model().index(row, 0)))
        desk.click(table.viewport(), rect.center())
    else:
        desk.click_row(row, {"Shift": SHIFT, "Ctrl": CONTROL}.get(how, NONE))


def _line(desk: Desk, rest: list[str]) -> None:
    """Click a line of the tree that is in sight."""
    tree = desk.window.tree
    heights = max(1, tree.viewport().height() // 24)
    if tree.isVisible():
        desk.click(tree.viewport(), QPoint(tree.viewport().width() // 2, 12 + 24 * (int(rest[0]) % heights)))


def _menu(desk: Desk, rest: list[str]) -> None:
    """Ask for the menu of what has the keyboard, or of a point of the page."""
    widget = {"tree": desk.window.tree, "list": desk.window.papers.table, "page": desk.window.view._browser}[rest[0]]
    if not widget.isVisible() or is_covered():
        return
    at = QPoint(20 + 40 * int(rest[1]) % max(40, widget.viewport().width()), 20 + 30 * int(rest[1]) % 400)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.viewport().mapToGlobal(at))
    QApplication.sendEvent(widget.viewport(), event)
    desk.settle()


def _page(desk: Desk, rest: list[str]) -> None:
    """Click a point of the page: "page 30 70", in hundredths of its width and height."""
    browser = desk.window.view._browser
    if browser.isVisible():
        desk.click(browser.viewport(), _point(browser.viewport(), rest))


def _highlight(desk: Desk, rest: list[str]) -> None:
    """Drag from a point of the page to another, and highlight what it selects: "highlight 10 30 60 40"."""
    browser = desk.window.view._browser
    if browser.isVisible() and not is_covered():
        desk.drag(browser.viewport(), _point(browser.viewport(), rest[:2]), _point(browser.viewport(), rest[2:]))
        desk.press("H")


def _notes(desk: Desk, rest: list[str]) -> None:
    """Turn to a page of the notes and click one of its rows: "notes highlights 3"."""
    notes = desk.window.notes
    if not notes.isVisible() or is_covered():
        return
    notes.show_page(rest[0])
    rows = notes.lists[rest[0]]
    desk.settle()
    if rows.count():
        desk.click(rows.viewport(), rows.visualItemRect(rows.item(int(rest[1]) % rows.count())).center())


def _point(area: QWidget, hundredths: list[str]) -> QPoint:
    """A point of a widget by hundredths of its width and height."""
    across, down = map(int, hundredths)
    return QPoint(across * area.width() // 100, down * area.height() // 100)


def _focus(desk: Desk, rest: list[str]) -> None:
    """Click into a pane."""
    window = desk.window
    pane: QWidget = {
        "search": window.toolbar.search.field,
        "note": window.notes.editor.viewport(),
        "list": window.papers.table,
        "tree": window.tree,
        "page": window.view._browser,
    }[rest[0]]
    if rest[0] in ("search", "note"):
        if pane.isVisible():
            desk.click(pane, pane.rect().center())
    elif pane.isVisible() and not is_covered():
        pane.setFocus()


def _action(desk: Desk, rest: list[str]) -> None:
    """What a menu of the window offers, where none is open."""
    action = desk.window.actions_[rest[0]]
    if action.isEnabled() and not is_covered():
        action.trigger()
        desk.settle()


def _note_elsewhere(desk: Desk, rest: list[str]) -> None:
    elsewhere(desk, lambda marks: marks.set_note(key_of(int(rest[0])), " ".join(rest[1:])))


def _read_elsewhere(desk: Desk, rest: list[str]) -> None:
    elsewhere(desk, lambda marks: marks.set_read(_keys(rest[1:]), rest[0] == "on"))


def _label_elsewhere(desk: Desk, rest: list[str]) -> None:
    elsewhere(desk, lambda marks: marks.set_label(_keys(rest[2:]), rest[1], rest[0] == "on"))


def _make_label(desk: Desk, rest: list[str]) -> None:
    if all(label.name != rest[0] for label in desk.window.session.labels()):
        desk.window.session.edit_labels(lambda marks: marks.add_label(rest[0], "blue"))


def _rename(desk: Desk, rest: list[str]) -> None:
    """Rename a label in its dialog."""
    names = [label.name for label in desk.window.session.labels()]
    if rest[0] in names and rest[1] not in names and not is_covered():
        desk.window.labelling.ask_to_change(rest[0], "red")
        desk.settle()
        desk.press("Ctrl+A")
        desk.type(rest[1])
        desk.press("Return")


def _unlabel(desk: Desk, rest: list[str]) -> None:
    if any(label.name == rest[0] for label in desk.window.session.labels()):
        desk.window.labelling.remove(rest[0])
        desk.settle()


def _seen(desk: Desk, rest: list[str]) -> None:
    """The open paper was before the person for long enough."""
    desk.window.reading._seen()
    desk.settle()


def _language(desk: Desk, rest: list[str]) -> None:
    use_language(desk.app, rest[0])
    desk.settle()


def _resize(desk: Desk, rest: list[str]) -> None:
    desk.window.resize(int(rest[0]), int(rest[1]))
    desk.settle()


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
    "unlabel": _unlabel,
    "rename": _rename,
    "make": _make_label,
    "wait": lambda desk, rest: desk.wait_a_moment(),
    "save": lambda desk, rest: desk.window.notes.flush(),
    "resize": _resize,
    "row": _row,
    "line": _line,
    "menu": _menu,
    "page": _page,
    "highlight": _highlight,
    "notes": _notes,
    "focus": _focus,
    "action": _action,
    "note-elsewhere": _note_elsewhere,
    "read-elsewhere": _read_elsewhere,
    "label-elsewhere": _label_elsewhere,
    "seen": _seen,
    "language": _language,
}
