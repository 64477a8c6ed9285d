"""What has to hold in a window at every moment: whoever shows or changes the open paper has the same one in mind."""

from PySide6.QtWidgets import QApplication

from reader.posts.model import PaperKey
from reader.ui.palette.palette_field import PaletteField
from reader.ui.session.places import ALL, BOOKMARKED, NOTED, REVISIT, UNREAD
from reader.ui.window.window import MainWindow


def disagreements(window: MainWindow) -> list[str]:
    """Who has another paper in mind than the one that is open, in words; nobody, in a sound window."""
    state, papers = window.state, window.papers
    key = state.key
    listed = key if key in (papers._model.key(row) for row in range(papers.count())) else None  # as it is painted
    shown = _on_the_page(window)
    titled = state.record.title if state.record and state.record.title else "Daily Papers Reader"
    found = []
    for what, has, wanted in (
        ("the list's row", papers.current_key(), listed),
        ("the page", shown, key),
        ("the note", window.notes.key(), key),
        ("the selection's size", state.selected_count, papers.selected_count()),
    ):
        if has != wanted:
            found.append(f"{what}: {has} instead of {wanted}")
    if not window.windowTitle().startswith(titled):
        found.append(f"the title: {window.windowTitle()!r} instead of {titled!r}")
    meant = papers.selected_keys() if papers.selected_count() > 1 else [key] if key else []
    if state.targets() != meant:
        found.append(f"the keys: {state.targets()} instead of {meant}")
    if papers.selected_count() == 1 and papers.selected_keys() != [key]:
        found.append(f"the selection: {papers.selected_keys()} alone, and not the open paper {key}")
    if listed is not None and listed not in papers.selected_keys():
        found.append(f"the selection: {papers.selected_keys()} is without the open paper {key}")
    is_hidden = window.across.lensing.is_on or window.across.is_wide
    if not is_hidden and window.view._shown is not None and window.view._shown.record != state.record:
        found.append("the page: an older text of the paper")
    return found


def _on_the_page(window: MainWindow) -> PaperKey | None:
    """The paper on the page, or the one that the lens is at; where that is at none yet, the open one."""
    if window.across.comparing.stage.is_on:
        return window.across.comparing.view.keys[window.across.comparing.view.current]
    if window.across.tabling.stage.is_on:
        return window.across.tabling.view.current_key or window.state.key
    if window.across.lensing.is_on:
        return window.across.lensing.view.current_key or window.state.key
    if window.across.is_wide:  # of many papers: the page behind it is drawn when it is in sight
        return window.state.key
    return window.view._shown.record.key if window.view._shown is not None else None


def note_disagreement(window: MainWindow) -> list[str]:
    """Whether the note on the disk is another than the one on the screen, once it is saved."""
    window.notes.flush()
    key = window.notes.key()
    if key is None:
        return []
    kept = window.session.marks.note(PaperKey(key))
    on_disk, on_screen = kept.text if kept else "", window.notes.text()
    if on_disk == on_screen or not (on_disk.strip() or on_screen.strip()):
        return []
    return [f"the note: {on_disk!r} on the disk, {on_screen!r} on the screen"]


def count_disagreements(window: MainWindow) -> list[str]:
    """Which counts of tree, list and store differ, when all are up to date."""
    found, session = [], window.session
    place = window.state.place
    shown = {window.tree._model.line(index).place: index for index in _lines(window)}
    for at in (ALL, UNREAD, BOOKMARKED, REVISIT, NOTED):
        counted = window.tree._model.line(shown[at]).papers if at in shown else 0
        if counted != len(session.keys_of(at)):
            found.append(f"the tree counts {counted} papers at {at}, the library has {len(session.keys_of(at))}")
    if place.kind != "search" and window.papers.count() != session.count(place):
        staying = {key for key in window.papers.listed_keys() if not session.is_at(place, key)}
        if window.papers.count() - len(staying) != session.count(place):
            found.append(f"the list has {window.papers.count()} papers, {place} has {session.count(place)}")
    marked = {kind: session.marks.keys(kind) for kind in ("bookmarked", "read", "noted")}
    found += [
        f"{kind}: the window has {sorted(session._marked.keys[kind])}, the store {sorted(keys)}"
        for kind, keys in marked.items()
        if session._marked.keys[kind] != keys
    ]
    return found


def is_covered() -> bool:
    """Whether a menu, a list, a dialog or the palette owns the keyboard."""
    if isinstance(QApplication.focusWidget(), PaletteField):
        return True
    return QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None


def _lines(window: MainWindow) -> list:  # type: ignore[type-arg]  # of QModelIndex
    model, found, waiting = window.tree._model, [], [window.tree.rootIndex()]
    while waiting:
        parent = waiting.pop()
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found.append(index)
            waiting.append(index)
    return found
